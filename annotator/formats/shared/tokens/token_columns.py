"""Tokens with a column of chunk tags, as in CoNLL and Hugging Face.

One rule reads IOB1, IOB2, BILOU, BIOES and bare labels: a chunk begins at a prefix such as B, and at each label
that does not continue the previous chunk.
"""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from annotator.formats.shared.tokens.training_tokens import places
from annotator.model.values import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

OUTSIDE = "O"

_PREFIXED = re.compile(r"([BILUESM])[-_](.+)", re.DOTALL)
NONE = frozenset({OUTSIDE, "", "_", "-"})
"""Cells without a label."""

_FIRST, _LAST = frozenset("BUS"), frozenset("LUES")


def iob2(doc: "Doc", flat: Iterable[Span]) -> list[str]:
    """Return each token's IOB2 tag; white space is outside, but does not interrupt a chunk."""
    starts, _, spaces = places(doc)
    column = [OUTSIDE] * len(starts)
    for span in flat:
        prefix = "B"
        for at in range(bisect_left(starts, span.start), bisect_left(starts, span.end)):
            if not spaces[at]:
                column[at] = f"{prefix}-{span.label}"
                prefix = "I"
    return column


def chunks(column: Sequence[str], begins: Collection[int] = ()) -> Iterator[tuple[str, int, int]]:
    """Yield (label, first token, token after the last) of each chunk.

    If one cell has no prefix, all cells are bare labels. No chunk continues into a token in ``begins``.
    """
    cells = [_PREFIXED.fullmatch(cell) for cell in column]
    bare = any(found is None and cell not in NONE for cell, found in zip(column, cells, strict=True))
    label, first, going = "", 0, False
    for at, (cell, found) in enumerate(zip([*column, OUTSIDE], [*cells, None], strict=True)):
        prefix, named = ("", "" if cell in NONE else cell) if bare or found is None else (found[1], found[2])
        goes_on = going and named == label and prefix not in _FIRST and at not in begins
        if going and not goes_on:
            yield label, first, at
        if not goes_on:
            label, first = named, at
        going = bool(named) and prefix not in _LAST
        if named and not going:
            yield label, first, at + 1


def joined(sentences: Iterable[Sequence[str]], between: str = "\n") -> tuple[str, list[tuple[int, int]]]:
    """Rebuild a text from tokens with single spaces; return also each token's (start, end)."""
    pieces: list[str] = []
    places: list[tuple[int, int]] = []
    at = 0
    for number, sentence in enumerate(sentences):
        for place, word in enumerate(sentence):
            gap = " " if place else between if number else ""
            pieces += [gap, word]
            places.append((at + len(gap), at + len(gap) + len(word)))
            at = places[-1][1]
    return "".join(pieces), places


def places_in(text: str, sentences: Iterable[Sequence[str]]) -> list[tuple[int, int]] | None:
    """Return each token's (start, end) in a text, or None if anything but white space stands between two."""
    places, at = [], 0
    for word in (word for sentence in sentences for word in sentence):
        start = text.find(word, at)
        if start < 0 or text[at:start].strip():  # else a word might be found within another one
            return None
        at = start + len(word)
        places.append((start, at))
    return places


def rows(
    column: Sequence[str], places: Sequence[tuple[int, int]], begins: Collection[int] = ()
) -> list[dict[str, Any]]:
    """Return chunks as spans of a record; see `chunks`."""
    return [
        {"label": label, "start": places[first][0], "end": places[after - 1][1]}
        for label, first, after in chunks(column, begins)
    ]
