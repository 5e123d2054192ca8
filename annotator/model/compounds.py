"""Names inside words, such as "EU" in "EU-Kommission".

Source: GermEval 2014 (Benikova et al., LREC 2014): a name that is part of a compound is labelled ``part``, a word
derived from a name ``deriv``.
"""

import re
from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import Any

from annotator.model.values import Part
from annotator.text.tokens import Tokens

FORM = "part_of_word"  # the attribute of a name
WHOLE, PART, DERIVED = "full", "part", "deriv"  # its values

_JOINT = re.compile(r"[-‐‑–/]+")


def pieces(word: str) -> list[Part]:
    """Split a word at hyphens, slashes and capitals; return the pieces as code points of the word, end exclusive.

    A closed compound ("Stadtrat") is one piece: nothing in its letters says where to cut.
    """
    return [piece for start, end in _stretches(word) for piece in _by_case(word, start, end)]


def piece_at(word: str, offset: int) -> Part | None:
    """Return the piece of a word that contains an offset, else the piece that ends there, else None."""
    found = pieces(word)
    holding = next((piece for piece in found if piece[0] <= offset < piece[1]), None)
    return holding or next((piece for piece in found if piece[1] == offset), None)


def stretch_of(word: str, start: int, end: int) -> Part | None:
    """Return the range of the pieces between hyphens or slashes that a range overlaps, or None.

    None means that it overlaps all pieces or none. Offsets are code points of the word, end exclusive.
    """
    found = _stretches(word)
    touched = [piece for piece in found if piece[0] < end and start < piece[1]]
    return (touched[0][0], touched[-1][1]) if 0 < len(touched) < len(found) else None


def without_joints(text: str, start: int, end: int) -> Part:
    """Return a range without a hyphen at its edge that joins it to the rest of a word: "London" of "London-based".

    A range of hyphens only stays as it is.
    """
    low, high = start, end
    while low < high and _joins(text, low):
        low += 1
    while low < high and _joins(text, high - 1):
        high -= 1
    return (low, high) if low < high else (start, end)


def word_around(tokens: Tokens, parts: Iterable[Part]) -> Part | None:
    """Return the first token inside which a part begins or ends, or None if all parts are whole tokens."""
    for start, end in parts:
        for edge in (start, end):
            token = tokens.at(edge)
            if token is not None and token[0] < edge < token[1]:
                return token
    return None


def form_of(attributes: Mapping[str, Any]) -> str:
    """Return the value of `FORM`, `WHOLE` if it is missing or no text, as another program may have written."""
    form = attributes.get(FORM)
    return form if isinstance(form, str) else WHOLE


def form_after(attributes: Mapping[str, Any], *, was_inside: bool, is_inside: bool) -> str | None:
    """Return the value of `FORM` after a name's boundaries moved: `PART` inside a word, None for whole words again.

    A value that a person set for a whole word stays, such as `PART` for "deutschlandweit".
    """
    form = attributes.get(FORM)
    if is_inside and form_of(attributes) == WHOLE:
        return PART
    return None if was_inside and not is_inside and form == PART else form


def _joins(text: str, at: int) -> bool:
    around = text[at - 1 : at] + text[at + 1 : at + 2]
    return _JOINT.fullmatch(text[at]) is not None and len(around) > 1 and around.isalnum()


def _stretches(word: str) -> list[Part]:
    """Return the parts of a word between hyphens or slashes."""
    cuts = [0, *(edge for joint in _JOINT.finditer(word) for edge in joint.span()), len(word)]
    return [(start, end) for start, end in zip(cuts[::2], cuts[1::2], strict=True) if start < end]


def _by_case(word: str, start: int, end: int) -> Iterable[Part]:
    cuts = (at for at in range(start + 1, end) if _turns(word, at, end))
    return [(low, high) for low, high in pairwise((start, *cuts, end)) if low < high]


def _turns(word: str, at: int, end: int) -> bool:
    """Return whether a capital begins a new piece: the S in "MetaverseStadt", the second W in "BMWWerk"."""
    before, after = word[at - 1], word[at]
    if not after.isupper():
        return False
    return before.islower() or (before.isupper() and at + 1 < end and word[at + 1].islower())
