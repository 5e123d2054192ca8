"""Finding the quotations of a paragraph, with any of the usual marks, and telling speech from a quoted word."""

import re
from typing import NamedTuple

from annotator.text.parts import Cover, Part

_CLOSERS = {"„": '“”"', "“": '”"', '"': '"”', "»": "«", "«": "»", "‚": "‘’'", "‘": "’'", "›": "‹", "‹": "›"}
_MARKS = re.compile(f"[{re.escape(''.join({*_CLOSERS, *''.join(_CLOSERS.values())}))}]")
OPENING = frozenset(_CLOSERS)
"""The characters that may begin a quotation."""
_APOSTROPHE = re.compile("['’]")
_SHORTENED = re.compile(r"(?:\d\ds?|bout|cause|em|n|neath|round|til|tis|twas)\b", re.IGNORECASE)  # "'em", "the '90s"
_GOES_ON = re.compile(r"\s+[a-z]")
_OPENING_SINGLE = re.compile(r"(?<!\w)['‘](?=\w)")
_CLOSING_SINGLE = re.compile(r"(?<=[.,!?…])['’](?!\w)|(?<=\w)['’](?=[.,;:!?)]|\s*\Z)")
_REACH = 2_000  # characters behind a plural's apostrophe that are searched for the end of the quotation
_DOUBLE = frozenset('„“"»«')
_FEWEST_WORDS = 2
_AROUND = 20  # characters beside a quotation that decide what it is
_WORDS = re.compile(r"\w+")
_TIME = re.compile(r"\d{1,2}[:.]\d\d(?: ?Uhr| ?[ap]\.?m\.?)?")  # of an entry in a live blog
_UNIT_BEFORE = (".", "!", "?", ":", "…", "“", "”", '"', "«", "»", "‘", "’", ")", "–", "—")


class Quotation(NamedTuple):
    """The range of a quotation with its quotation marks (``outer``) and without them (``inner``)."""

    outer: Part
    inner: Part


def quotations(text: str, start: int, end: int, *, opened: str = "") -> tuple[list[Quotation], str]:
    """Return a paragraph's outermost quotations, and the mark of the one that continues in the next paragraph, or "".

    ``opened`` is the mark of a quotation that the previous paragraph left open. It continues in this one with or
    without a mark of its own. A pair of apostrophes quotes too, unless it stands inside another quotation.
    """
    found, goes_on = _marked_quotations(text, start, end, opened)
    single = _outside(_in_apostrophes(text, start, end), found)
    return sorted([*single, *_outside(found, single)]), goes_on


def _outside(inner: list[Quotation], outer: list[Quotation]) -> list[Quotation]:
    """Return the quotations that do not begin inside one of the others."""
    covered = Cover(quotation.outer for quotation in outer)
    return [each for each in inner if not covered.touches(each.outer[0], each.outer[0] + 1)]


def _marked_quotations(text: str, start: int, end: int, opened: str) -> tuple[list[Quotation], str]:
    """Return what `quotations` returns, without the quotations in apostrophes."""
    found: list[Quotation] = []
    stack: list[tuple[str, int]] = []  # marks and their places; before the paragraph, if it has none
    if opened and not _next_opens(text, start, opened):
        stack.append((opened, start - 1))
    for mark in _MARKS.finditer(text, start, end):
        place, character = mark.start(), mark[0]
        if stack and character in _CLOSERS[stack[-1][0]] and _closes(text, place, start, end, stack[-1][0]):
            _, begin = stack.pop()
            if not stack:
                found.append(Quotation((max(begin, start), place + 1), (begin + 1, place)))
        elif character in _CLOSERS and _opens(text, place, start, end):
            stack.append((character, place))
    if not stack:
        return found, ""
    opening, begin = stack[0]
    at_start = not text[start:begin].strip()
    goes_on = _next_opens(text, end, opening) or _next_closes(text, end, opening)
    if goes_on or (opened and at_start):
        found.append(Quotation((max(begin, start), end), (begin + 1, end)))
    return found, opening if goes_on else ""


def is_speech(text: str, quotation: Quotation, start: int, end: int) -> bool:
    """Return whether a quotation can be speech, judging by its length and by the characters around it."""
    first, last = quotation.inner
    inner = text[first:last].strip()
    if len(_WORDS.findall(inner)) < _FEWEST_WORDS:
        return False
    before = text[max(start, quotation.outer[0] - _AROUND) : quotation.outer[0]].rstrip()
    after = text[quotation.outer[1] : min(end, quotation.outer[1] + _AROUND)].lstrip()
    whole = inner.endswith((".", "!", "?", ",", "…"))
    if before.endswith(":"):
        return inner[:1].isupper() or whole
    if not before and after.strip() == "." and len(_WORDS.findall(inner)) > _FEWEST_WORDS + 1:
        return True  # a paragraph that ends "…”."
    if not before or before.endswith(_UNIT_BEFORE) or _TIME.fullmatch(before):
        return whole or after.startswith((",", "–", "—")) or not after
    if before.endswith(","):
        many = len(_WORDS.findall(inner)) > _FEWEST_WORDS + 1
        return whole or ((many or inner[:1].isupper()) and not after.strip(" .,"))
    return whole and inner[:1].isupper() and not inner.endswith(",") and not after.startswith(",")


def _in_apostrophes(text: str, start: int, end: int) -> list[Quotation]:
    """Return the quotations of several words between apostrophes: "'It leaks,' she said"."""
    found: list[Quotation] = []
    place = start
    while (place := text.find("'", place, end)) >= 0:
        last = -1
        if _opens(text, place, start, end) and _SHORTENED.match(text, place + 1) is None:
            later = (mark.start() for mark in _APOSTROPHE.finditer(text, place + 1, end))
            last = next((i for i in later if _closes(text, i, start, end, "‘")), -1)
            if last < 0:
                break  # no mark behind this one closes anything
        if last >= 0 and " " in text[place + 1 : last].strip():
            found.append(Quotation((place, last + 1), (place + 1, last)))
        place = max(place, last) + 1
    return found


def _opens(text: str, place: int, start: int, end: int) -> bool:
    before = text[place - 1] if place > start else " "
    after = text[place + 1] if place + 1 < end else " "
    return not before.isalnum() and not after.isspace()


def _closes(text: str, place: int, start: int, end: int, opener: str) -> bool:
    before = text[place - 1] if place > start else " "
    after = text[place + 1] if place + 1 < end else " "
    if text[place] in "’'" and opener in "‘‚":
        return not after.isalnum() and not before.isspace() and not _is_possessive(text, place, end)
    if opener == '"':
        return not before.isspace() and not after.isalnum()
    return True


def _is_possessive(text: str, place: int, end: int) -> bool:
    """Return whether an apostrophe belongs to a plural and the quotation goes on: "‘The players’ wages rose,’"."""
    if text[place - 1] != "s" or _GOES_ON.match(text, place + 1, end) is None:
        return False
    end = min(end, place + _REACH)
    opening = _OPENING_SINGLE.search(text, place + 1, end)
    return _CLOSING_SINGLE.search(text, place + 1, opening.start() if opening is not None else end) is not None


def _next_opens(text: str, end: int, mark: str) -> bool:
    following = text[end : end + 10].lstrip()
    return following.startswith(mark)


def _next_closes(text: str, end: int, opener: str) -> bool:
    """Return whether a double quotation mark is closed in the next paragraph before another is opened there."""
    start = end + len(text[end : end + 10]) - len(text[end : end + 10].lstrip())
    last = text.find("\n", start)
    last = last if last >= 0 else len(text)
    mark = _MARKS.search(text, start, last)
    if mark is None or opener not in _DOUBLE or mark[0] not in _CLOSERS[opener]:
        return False
    return not _opens(text, mark.start(), start, last) and _closes(text, mark.start(), start, last, opener)
