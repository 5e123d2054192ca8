"""Quotations: their ranges, and which of them are speech rather than scare quotes and titles."""

import re
from typing import NamedTuple

from annotator.model.values import Part

_CLOSERS = {"„": '“”"', "“": '”"', '"': '"”', "»": "«", "«": "»", "‚": "‘’'", "‘": "’'", "›": "‹", "‹": "›"}
_MARKS = re.compile(f"[{re.escape(''.join({*_CLOSERS, *''.join(_CLOSERS.values())}))}]")
_FEWEST_WORDS = 2
_AROUND = 20  # characters beside a quotation that decide what it is
_WORDS = re.compile(r"\w+")
_UNIT_BEFORE = (".", "!", "?", ":", "…", "“", "”", '"', "«", "»", "‘", "’", ")", "–", "—")


class Quotation(NamedTuple):
    """The range of a quotation with its marks, and without them."""

    outer: Part
    inner: Part


def quotations(text: str, start: int, end: int, *, opened: bool = False) -> tuple[list[Quotation], bool]:
    """Return the outermost quotations of a paragraph in order, and whether the last one continues in the next.

    Args:
        text: The article.
        start: Start of the paragraph.
        end: End of the paragraph, exclusive.
        opened: Whether the paragraph before left a quotation open; it continues if this one begins with a mark.
    """
    found: list[Quotation] = []
    stack: list[tuple[str, int]] = []
    for mark in _MARKS.finditer(text, start, end):
        place, character = mark.start(), mark[0]
        if stack and character in _CLOSERS[stack[-1][0]] and _closes(text, place, start, end, stack[-1][0]):
            _, begin = stack.pop()
            if not stack:
                found.append(Quotation((begin, place + 1), (begin + 1, place)))
        elif character in _CLOSERS and _opens(text, place, start, end):
            stack.append((character, place))
    if not stack:
        return found, False
    opening, begin = stack[0]
    at_start = not text[start:begin].strip()
    goes_on = _next_opens(text, end, opening)
    if goes_on or (opened and at_start):
        found.append(Quotation((begin, end), (begin + 1, end)))
    return found, goes_on


def is_speech(text: str, quotation: Quotation, start: int, end: int) -> bool:
    """Return whether a quotation can be a sentence somebody said, judged by its length and surroundings."""
    first, last = quotation.inner
    inner = text[first:last].strip()
    if len(_WORDS.findall(inner)) < _FEWEST_WORDS:
        return False
    before = text[max(start, quotation.outer[0] - _AROUND) : quotation.outer[0]].rstrip()
    after = text[quotation.outer[1] : min(end, quotation.outer[1] + _AROUND)].lstrip()
    whole = inner.endswith((".", "!", "?", ",", "…"))
    if before.endswith(":"):
        return inner[:1].isupper() or whole
    if not before or before.endswith(_UNIT_BEFORE):
        return whole or after.startswith((",", "–", "—")) or not after
    if before.endswith(","):
        many = len(_WORDS.findall(inner)) > _FEWEST_WORDS + 1
        return whole or ((many or inner[:1].isupper()) and not after.strip(" .,"))
    return whole and inner[:1].isupper() and not inner.endswith(",") and not after.startswith(",")


def _opens(text: str, place: int, start: int, end: int) -> bool:
    before = text[place - 1] if place > start else " "
    after = text[place + 1] if place + 1 < end else " "
    return not before.isalnum() and not after.isspace()


def _closes(text: str, place: int, start: int, end: int, opener: str) -> bool:
    before = text[place - 1] if place > start else " "
    after = text[place + 1] if place + 1 < end else " "
    if text[place] in "’'" and opener in "‘‚":
        return not after.isalnum() and not before.isspace()
    if opener == '"':
        return not before.isspace() and not after.isalnum()
    return True


def _next_opens(text: str, end: int, mark: str) -> bool:
    following = text[end : end + 10].lstrip()
    return following.startswith(mark)
