"""The base labels: the label that each word gets from the base, the pipeline before a corrector."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple, TypeAlias, cast

from annotator.suggest.sources.categories import KEEPS_ARTICLE
from annotator.suggestions.label_roles import LABELS

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Span

    Below: TypeAlias = Callable[[Doc], Sequence["WordReading"]]

OUTSIDE = "O"


class WordReading(NamedTuple):
    """A word's label, with probabilities.

    ``label`` is B- or I- and an entity label, or O. ``sure`` is the probability of this label, ``named`` the
    probability that the word belongs to any name. ``chances`` maps each label to its probability, or is None if the
    recogniser has no probabilities. If it has no score either, ``scored`` is False, and ``sure`` says nothing.
    """

    label: str
    sure: float
    named: float
    chances: Mapping[str, float] | None = None
    scored: bool = True


NOTHING = WordReading(OUTSIDE, 1.0, 0.0)


def labels_of(length: int, spans: Sequence[tuple[int, int, str]]) -> list[str]:
    """Return the label of each word, given names that do not overlap; the inverse of `crf_component.spans_of_iob`."""
    labels = [OUTSIDE] * length
    for start, end, label in spans:
        labels[start:end] = [f"I-{label}"] * (end - start)
        labels[start] = f"B-{label}"
    return labels


# The probability of every label of a pipeline without scores; the corrector learns how much weight to give it.
_UNSCORED = 1.0
_ARTICLES = frozenset({"the", "a", "an"})
_GENITIVES = frozenset({"'s", "’s", "'", "’"})


def readings_below(pipeline: Language) -> Below:
    """Return the function that returns the pipeline's readings of a `Doc` after the pipeline has processed it.

    Components that are added to the pipeline later do not change these readings.
    """
    for _, component in reversed(pipeline.pipeline):
        if hasattr(component, "readings"):
            return cast("Below", component.readings)
    return entity_readings


def fast_readings_below(pipeline: Language) -> Below | None:
    """Return, like `readings_below`, the function for the fast answer; None if there is only one answer."""
    for _, component in reversed(pipeline.pipeline):
        if hasattr(component, "readings"):
            return cast("Below | None", getattr(component, "fast_readings", None))
    return None


def entity_readings(doc: Doc) -> list[WordReading]:
    """Return a reading for each word of a `Doc`, made from its entities.

    Determiners before names ("the") and genitive endings after names count as outside.
    """
    readings = [NOTHING] * len(doc)
    for ent in doc.ents:
        start, end = _bare(doc, ent)
        label = LABELS.get(ent.label_, ent.label_)
        for place in range(start, end):
            readings[place] = WordReading(f"{'B' if place == start else 'I'}-{label}", _UNSCORED, 1.0, scored=False)
    return readings


def _bare(doc: Doc, ent: Span) -> tuple[int, int]:
    start, end = ent.start, ent.end
    while start < end and ent.label_ not in KEEPS_ARTICLE and doc[start].lower_ in _ARTICLES:
        start += 1
    while start < end and doc[end - 1].text in _GENITIVES:
        end -= 1
    return start, end
