"""Texts about a source and the decisions on its suggestions."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from annotator.jobs.learning.source_quality import Standing, Truth
from annotator.model.schema import Schema
from annotator.suggest.adapter.layers import CLAIM
from annotator.suggest.sources.categories import CHECKABLE, sounds_like_claims
from annotator.suggest.sources.pipeline_folder import other_release
from annotator.suggest.sources.source import SourceInfo, SourceKind
from annotator.suggestions.reliability import Pace, Tally
from annotator.system.errors import ModelError
from ui.base.i18n import language_name, number
from ui.base.look.labels import label_name
from ui.base.messages import sentence
from ui.base.words.rule_names import licence_words

translate = QCoreApplication.translate
NOTHING = "–"  # no figure


def kind_words(info: SourceInfo | None) -> str:
    """Return the kind of a source; None is one that is no longer here."""
    if info is None:
        return translate("Sources", "no longer here")
    return {
        SourceKind.MODEL: translate("Sources", "model"),
        SourceKind.SEEN: translate("Sources", "from earlier decisions"),
        SourceKind.RULES: translate("Sources", "by rules"),
    }[info.kind]


def facts_words(info: SourceInfo | None) -> str:
    """Return kind, language, version and licence of a source."""
    if info is None:
        return translate("Sources", "No longer among the sources here, or its suggestions came with a file.")
    language = language_name(info.language) if info.language else translate("Sources", "any language")
    version = translate("Sources", "version {version}").format(version=info.version)
    return " · ".join(filter(None, (kind_words(info), language, version, licence_words(info.licence))))


def release_words(info: SourceInfo | None) -> str:
    """Return a warning if a pipeline was made for another version of spaCy."""
    try:
        problem = other_release(info) if info is not None else None
    except ModelError as damaged:  # removed or changed since it was found
        problem = damaged
    return sentence(problem) if problem is not None else ""


def labels_words(info: SourceInfo | None, schema: Schema) -> str:
    """Return the labels that a source can suggest, by their names in the project, and those left out."""
    if info is None:
        return ""
    names = {label.id: label_name(schema, label.layer, label.id) for label in reversed(schema.labels)}
    names |= {CHECKABLE: names[CLAIM]} if CLAIM in names else {}
    sorts = not info.labels_as and any(map(sounds_like_claims, info.categories))
    called = [*info.called, *((CLAIM,) if sorts else ())]
    shown = ", ".join(dict.fromkeys(names[label] for label in called if label in names))
    missing = ", ".join([*info.left_out, *(label for label in called if label not in names)])
    lines = [translate("Sources", "Labels: {labels}").format(labels=shown)] if shown else []
    if missing:
        lines.append(translate("Sources", "Left out, without a label in this project: {labels}").format(labels=missing))
    return "\n".join(lines)


def standing_words(standing: Standing) -> str:
    """Return how many suggestions are pending and decided, in one line."""
    text = translate("Sources", "{pending} pending · {decided} decided")
    return text.format(pending=number(standing.pending), decided=number(standing.decided))


def verdict_words(whole: Tally) -> str:
    """Return the shares of accepted, corrected and rejected suggestions."""
    if whole.share is None:
        return translate("Sources", "None of its suggestions has been decided yet.")
    decided = whole.decided
    text = translate(
        "Sources",
        "Of {count} decided suggestions, {accepted} were accepted as they were, {corrected} corrected"
        " and {rejected} rejected.",
    )
    shares = (percent(part / decided) for part in (whole.accepted, whole.corrected, whole.rejected))
    accepted, corrected, rejected = shares
    return text.format(count=number(decided), accepted=accepted, corrected=corrected, rejected=rejected)


def pace_words(truth: Truth) -> str:
    """Return how long a decision takes with suggestions and by hand, or nothing if that is unknown."""
    if truth.suggested is None:
        return ""
    text = translate("Sources", "A decision on a suggestion took {seconds} s ({count} decisions)")
    with_it = _pace(text, truth.suggested)
    if truth.by_hand is None:
        return translate("Sources", "{told}.").format(told=with_it)
    by_hand = _pace(translate("Sources", "a label by hand {seconds} s ({count} labels)"), truth.by_hand)
    return translate("Sources", "{told}, {by_hand}.").format(told=with_it, by_hand=by_hand)


def _pace(text: str, pace: Pace) -> str:
    return text.format(seconds=number(pace.seconds, 1), count=number(pace.decisions))


def percent(share: float | None, digits: int = 0) -> str:
    """Format a share of 0 to 1 in per cent."""
    if share is None:
        return NOTHING
    return translate("Sources", "{number} %").format(number=number(100 * share, digits))


def figures(tally: Tally) -> list[str]:
    """Return the cells of a tally."""
    counts: Iterable[int] = (tally.accepted, tally.corrected, tally.rejected)
    return [*map(number, counts), percent(tally.share)]
