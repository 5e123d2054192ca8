"""The filter of a suggestion list: words, tier, label, source."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.editing.proposed_relations import CLAIMANT
from annotator.model.schema import Schema, words
from annotator.model.values import ATTRIBUTION, DraftRelation, Span, Suggestion
from annotator.suggest.tiers import SuggestionFilter, Tier, tier_of
from annotator.system.errors import QT_TRANSLATE_NOOP
from ui.base.i18n import number, ui_language
from ui.base.look.look import relation_name
from ui.base.look.plain_text import one_line
from ui.base.widgets.inputs import fill
from ui.base.widgets.one_or_all import OneOrAll
from ui.base.words.rule_names import source_title
from ui.panels.articles.left_list import SearchLine
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
    """Return the text for a score, "" for None."""
    return number(score, 2) if score is not None else ""


def certainty_words(score: float | None) -> str:
    """Return the text for the tier of a score, with the score if there is one."""
    return " ".join(filter(None, (tier_words(tier_of(score)), score_words(score))))


def draft_words(suggestion: Suggestion, text: str, schema: Schema) -> str:
    """Return the proposed fields of a suggested claim as text: ``Claimant: Weifang · Cue: will · Form: reported``."""
    pattern = QCoreApplication.translate("Tiers", "{name}: {value}")
    return " · ".join(pattern.format(name=name, value=value) for name, value in draft_pairs(suggestion, text, schema))


def draft_pairs(suggestion: Suggestion, text: str, schema: Schema) -> tuple[tuple[str, str], ...]:
    """Return name and value of each field that a suggestion proposes along with a claim; the claimant comes first."""
    who = [draft for draft in suggestion.relations if draft.label == CLAIMANT]
    others = [draft for draft in suggestion.relations if draft.label != CLAIMANT]
    return (*_relations(who, text, schema), *_attributes(suggestion, schema), *_relations(others, text, schema))


def along_words(names: Iterable[Span], text: str) -> str:
    """Return the sentence about the names that are labelled if a claim is accepted; "" for none."""
    quotes = [one_line(name.quote(text), _LONGEST) for name in names]
    if not quotes:
        return ""
    quoted = ", ".join(QCoreApplication.translate("Tiers", "“{name}”").format(name=quote) for quote in quotes)
    one = QCoreApplication.translate("Tiers", "If you accept, {names} is labelled, too.")
    several = QCoreApplication.translate("Tiers", "If you accept, {names} are labelled, too.")
    return (one if len(quotes) == 1 else several).format(names=quoted)


def _relations(drafts: Iterable[DraftRelation], text: str, schema: Schema) -> Iterable[tuple[str, str]]:
    for draft in drafts:
        quote = " ".join(text[start:end] for start, end in draft.parts)
        yield relation_name(schema, draft.label), one_line(quote, _LONGEST)


def _attributes(suggestion: Suggestion, schema: Schema) -> Iterable[tuple[str, str]]:
    quoted = any(draft.label == CLAIMANT for draft in suggestion.relations)
    for attribute in schema.attributes_of(suggestion.layer):
        shown = attribute_shown(attribute, suggestion, proposed=True).words
        is_claimant = quoted and any(value.id == NAMED for value in attribute.values)  # the claimant's words say it
        if attribute.shown and shown and not is_claimant:
            yield words(attribute.name, ui_language()) or attribute.id, one_line(shown, _LONGEST)


class SuggestionFilters(QWidget):
    """A search field, and below it (beside it if ``wide``) the choices of tier, label and source."""

    changed = Signal()  # `wanted` changed
    left = Signal()  # the list wants the focus

    def __init__(self, name: str, *, wide: bool = False) -> None:
        super().__init__()
        self._words = SearchLine(f"{name}Words", self.tr("Words"))
        self._words.setAccessibleName(self.tr("Only suggestions with these words"))
        self._tiers = OneOrAll[Tier](f"{name}Tier", self.tr("How certain they are"), self.tr("Certainty"))
        self._labels = OneOrAll[tuple[str, str]](f"{name}Label", self.tr("Label to show"), self.tr("Label"))
        self._sources = OneOrAll[str](f"{name}Source", self.tr("Source to show"), self.tr("Source"))
        self._offered: object = None
        self._lay_out(wide=wide)
        self._tiers.offer((tier_words(tier), tier) for tier in Tier)
        for choice in (self._tiers, self._labels, self._sources):
            choice.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the focus where it is
            choice.currentIndexChanged.connect(self.changed)
        self._words.textChanged.connect(self.changed)
        self._words.left.connect(self.left)

    @property
    def wanted(self) -> SuggestionFilter:
        return SuggestionFilter(
            source=self._sources.value,
            label=self._labels.value,
            tier=self._tiers.value,
            words=self._words.text().strip(),
        )

    def offer(self, schema: Schema | None, sources: Iterable[str]) -> None:
        """Set the labels and sources to choose from. Choices made stay, even if they match nothing any more."""
        chosen = self.wanted
        named = sorted({*sources, *filter(None, [chosen.source])})
        if self._offered == (schema, named):
            return
        self._offered = schema, named
        labels = [
            (words(label.name, ui_language()) or label.id, (label.layer, label.id))
            for label in (schema.labels if schema is not None else ())
            if label.active and label.layer != ATTRIBUTION
        ]
        self._labels.offer(labels)
        self._sources.offer((source_title(source), source) for source in named)

    def clear(self) -> None:
        if self.wanted.everything:
            return
        with QSignalBlocker(self):
            self._words.clear()
            for choice in (self._tiers, self._labels, self._sources):
                choice.setCurrentIndex(0)
        self.changed.emit()

    def choose_label(self, label: tuple[str, str]) -> None:
        """Choose a label, given as (layer, id)."""
        self._labels.choose(label)

    def take_keyboard(self) -> None:
        """Focus the search field."""
        self._words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._words.selectAll()

    def _lay_out(self, *, wide: bool) -> None:
        first, second = QHBoxLayout(), QHBoxLayout()
        for row in (first, second):
            row.setSpacing(8 if wide else 4)
        first.addWidget(self._words, 1)
        for choice in (self._tiers, self._labels, self._sources):
            (first if wide else second).addWidget(choice, 0 if wide else 1)
            choice.setProperty("role", "" if wide else "narrow")
        layout = fill(QVBoxLayout(self), first, margins=0, spacing=6)
        if not wide:
            layout.addLayout(second)
