"""Texts about a suggestion besides its words: certainty, and what would come with it."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from annotator.model.schema import Schema, words
from annotator.model.values import Suggestion
from annotator.suggest.tiers import Tier, tier_of
from annotator.system.errors import QT_TRANSLATE_NOOP
from ui.base.i18n import number, ui_language
from ui.base.look.plain_text import one_line
from ui.panels.claim.claim_fields import NAMED
from ui.panels.span.span_fields import attribute_shown

_TIERS = {
    Tier.SURE: QT_TRANSLATE_NOOP("Tiers", "sure"),
    Tier.LIKELY: QT_TRANSLATE_NOOP("Tiers", "likely"),
    Tier.DOUBTFUL: QT_TRANSLATE_NOOP("Tiers", "doubtful"),
}
_LONGEST = 60


def tier_words(tier: Tier) -> str:
    """Return the name of a tier."""
    return QCoreApplication.translate("Tiers", _TIERS[tier])


def score_words(score: float | None) -> str:
    """Format a score; "" for none."""
    return number(score, 2) if score is not None else ""


def certainty_words(score: float | None) -> str:
    """Return the tier, and the score if there is one."""
    return " ".join(filter(None, (tier_words(tier_of(score)), score_words(score))))


def draft_words(suggestion: Suggestion, text: str, schema: Schema) -> str:
    """Return what is proposed along with a claim: ``Claimant: Weifang · Cue: will · Form: reported``."""
    return " · ".join((*_relations(suggestion, text, schema), *_attributes(suggestion, schema)))


def _relations(suggestion: Suggestion, text: str, schema: Schema) -> Iterable[str]:
    for draft in suggestion.relations:
        relation = schema.relation(draft.label)
        name = words(relation.name, ui_language()) if relation is not None else draft.label
        quote = " ".join(text[start:end] for start, end in draft.parts)
        yield _pair(name, one_line(quote, _LONGEST))


def _attributes(suggestion: Suggestion, schema: Schema) -> Iterable[str]:
    for attribute in schema.attributes_of(suggestion.layer):
        shown = attribute_shown(attribute, suggestion, proposed=True).words
        named = suggestion.attributes.get(attribute.id) == NAMED and suggestion.relations  # the claimant's words follow
        if attribute.shown and shown and not named:
            yield _pair(words(attribute.name, ui_language()) or attribute.id, one_line(shown, _LONGEST))


def _pair(name: str, value: str) -> str:
    return QCoreApplication.translate("Tiers", "{name}: {value}").format(name=name, value=value)
