"""The label that the pipeline below a corrector gives each word."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeAlias, cast

from annotator.suggest.adapter.name_readings import NOTHING, Reading
from annotator.suggest.sources.tagsets import KEEPS_ARTICLE, LABELS

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Span

    Below: TypeAlias = Callable[[Doc], Sequence[Reading]]

# Constant for pipelines without scores; the corrector learns its weight.
_UNSCORED = 1.0
_ARTICLES = frozenset({"the", "a", "an"})
_GENITIVES = frozenset({"'s", "’s", "'", "’"})


def readings_below(pipeline: Language) -> Below:
    """Return the function that reads a `Doc` as the pipeline's components so far do. They must have processed it."""
    for _, component in reversed(pipeline.pipeline):
        if hasattr(component, "readings"):
            return cast("Below", component.readings)
    return entity_readings


def entity_readings(doc: Doc) -> list[Reading]:
    """Read a `Doc`'s entities with our labels, without a leading article or a genitive ending."""
    readings = [NOTHING] * len(doc)
    for ent in doc.ents:
        start, end = _bare(doc, ent)
        label = LABELS.get(ent.label_, ent.label_)
        for place in range(start, end):
            readings[place] = Reading(f"{'B' if place == start else 'I'}-{label}", _UNSCORED, 1.0)
    return readings


def _bare(doc: Doc, ent: Span) -> tuple[int, int]:
    start, end = ent.start, ent.end
    while start < end and ent.label_ not in KEEPS_ARTICLE and doc[start].lower_ in _ARTICLES:
        start += 1
    while start < end and doc[end - 1].text in _GENITIVES:
        end -= 1
    return start, end
