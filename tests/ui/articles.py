"""Values for the tests of the article view: a text with umlauts, an emoji, a combining mark, a no-break space."""

import re
from dataclasses import fields

from annotator.model.values import ATTRIBUTION, CLAIMS, ENTITIES, Document, Span, Suggestion
from annotator.text.tokens import Tokens, from_pairs
from ui.article.layout.row_index import ShownRows
from ui.article.layout.span_picture import Picture

CLEAN = ShownRows(suggestions=False, names=False)

TEXT = (
    "Küstenrat bestellt 😀 Lotsin\n"
    "\n"
    "Der Küstenrat in Möwenort hat Änne Petersen bestellt. Laut Rat spart das 4,2\u00a0Millionen Euro im Jahr."
    " 👩‍🚀 fährt.\n"
    "\n"
    "Im Cafe\u0301 am Hafen\u2028wurde gefeiert. Die Hafen-Stadt Möwenort zahlt, sagt Änne Petersen; das koste nichts."
)


def tokens_of(text: str) -> Tokens:
    """Cut at word borders, punctuation apart, hyphenated words whole."""
    return from_pairs("test", "1", (found.span() for found in re.finditer(r"[\w\u0301]+(?:-\w+)*|[^\w\s]", text)))


def document(text: str = TEXT, **fields) -> Document:
    return Document(**{"id": "d1", "title": text.split("\n")[0], "text": text, "sha256": "", "language": "de"} | fields)


def part(words: str, nth: int = 1, text: str = TEXT) -> tuple[int, int]:
    """Return the place of the nth occurrence of words."""
    start = -1
    for _ in range(nth):
        start = text.index(words, start + 1)
    return start, start + len(words)


def span(
    words: str, label: str = "LOC", *, nth: int = 1, layer: str = ENTITIES, id_: str | None = None, text: str = TEXT
):
    return Span(
        id=id_ or f"{label}-{words}-{nth}",
        document="d1",
        layer=layer,
        label=label,
        parts=(part(words, nth, text),),
        annotator="anna",
    )


def claim(words: str, **fields):
    return span(words, "CLAIM", layer=CLAIMS, **fields)


def cue(words: str, **fields):
    return span(words, "CUE", layer=ATTRIBUTION, **fields)


def suggestion(words: str, label: str = "LOC", *, nth: int = 1, layer: str = ENTITIES, score=0.97, text: str = TEXT):
    return Suggestion(
        id=f"suggested-{label}-{words}-{nth}",
        document="d1",
        layer=layer,
        label=label,
        parts=(part(words, nth, text),),
        score=score,
        source="test",
        version="1",
    )


def whole(laid) -> Picture:
    """Join the pictures of a block's lines."""
    joined = Picture()
    for picture in laid.pictures:
        for kind in fields(Picture):
            if kind.name != "boxes":
                getattr(joined, kind.name).extend(getattr(picture, kind.name))
        for row_id, boxes in picture.boxes.items():
            joined.boxes.setdefault(row_id, []).extend(boxes)
    return joined
