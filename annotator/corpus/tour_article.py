"""The sample article of the window's tour, in German and English, with the words that each step points to."""

import json
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any, NamedTuple

from annotator.corpus.samples import shipped_document
from annotator.model.values import Annotated, Document, Suggestion, new_id
from annotator.system.resources import resource_path
from annotator.text.normalization import fingerprint

LANGUAGES = ("de", "en")


class TourPlace(NamedTuple):
    """The words that a step of the tour points to, in code points, end exclusive.

    ``label`` is the right label for these words; for words that are not a name, it is the label suggested by mistake.
    """

    start: int
    end: int
    layer: str
    label: str


class TourText(NamedTuple):
    """The tour's sample text, and the words that each step points to, by step."""

    text: str
    sha256: str
    places: Mapping[str, TourPlace]


def tour_article(language: str) -> Annotated:
    """Return the article with suggestions to decide on: a right one, one with a wrong label, one that is not a name."""
    text, facts = _read(language)
    document = shipped_document(text, facts)
    suggestions = [_suggestion(entry, document) for entry in facts["places"] if "source" in entry]
    return Annotated(document=document, suggestions=tuple(sorted(suggestions, key=lambda each: (each.start, each.end))))


@cache
def tour_text(language: str) -> TourText:
    """Return the article's text and the words that each step points to."""
    text, facts = _read(language)
    places = {entry["step"]: _place(entry, text) for entry in facts["places"]}
    return TourText(text, fingerprint(text), MappingProxyType(places))


def _read(language: str) -> tuple[str, dict[str, Any]]:
    folder = resource_path("tour")
    text = (folder / f"{language}.txt").read_text("utf-8")
    return text, json.loads((folder / f"{language}.json").read_text("utf-8"))


def _place(entry: Mapping[str, Any], text: str) -> TourPlace:
    before = entry.get("after", "")
    start = text.index(before + entry["quote"]) + len(before)
    return TourPlace(start, start + len(entry["quote"]), entry["layer"], entry["label"])


def _suggestion(entry: Mapping[str, Any], document: Document) -> Suggestion:
    place = _place(entry, document.text)
    return Suggestion(
        id=new_id(),
        document=document.id,
        layer=place.layer,
        label=entry.get("suggested", place.label),
        parts=((place.start, place.end),),
        score=entry["score"],
        source=entry["source"],
        version="1",
    )
