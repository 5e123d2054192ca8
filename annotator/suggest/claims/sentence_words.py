"""Splitting a sentence into tokens, where a quotation is one token, and into stretches, the tokens between commas."""

import re
from collections.abc import Sequence
from functools import partial
from typing import NamedTuple, TypeAlias

from annotator.model.values import Part

_TITLES = "Dr|Prof|Mr|Mrs|Ms|Hr|Fr|Sens?|Reps?|Gov|Lt|Sgt|Gen|Col|Capt|Maj|Supt|Rev|Insp|Adm|Cpl"
_TITLE_BEGINS = "".join(sorted({title[0] for title in _TITLES.split("|")}))
_WORD = re.compile(
    rf"(?=[{_TITLE_BEGINS}])\b(?:{_TITLES})\.(?=\s+[^\W\d_])|"  # a title and its full stop are one token
    r"(?=[JS])\b[JS]r\.(?=,)|"
    r"\d++(?:[.,:]\d++)*+(?:-[^\W\d_]\w*+(?:-\w++)*+)?|\w++(?:[-'’&/.]\w++)*+|[^\w\s]"
)
_BREAKS = frozenset(",;:–—")
_DEEPER = {"(": 1, ")": -1}
_SPLITTING = _BREAKS.union(_DEEPER)
_EDGES = " \t\u00a0\u202f,;:.–—-"
_PAIRS = {"„": '“”"', "“": "”", '"': '"', "»": "«", "«": "»", "‚": "‘’", "‘": "’", "'": "'", "›": "‹", "‹": "›"}


_OPENERS = {
    closer: "".join(opener for opener, closers in _PAIRS.items() if closer in closers)
    for closer in "".join(_PAIRS.values())
}
QUOTES = frozenset('„“”"»«')

TokenRange: TypeAlias = tuple[int, int]
"""The first token of a phrase, and the token after its last one."""


class Token(NamedTuple):
    """A word, a punctuation mark, or a quotation with its marks; ``inner`` is the part between the marks."""

    start: int
    end: int
    text: str
    low: str
    inner: Part | None = None

    @property
    def is_word(self) -> bool:
        """Whether the token is neither punctuation nor a quotation."""
        return self.inner is None and self.text[0].isalnum()

    @property
    def is_capital(self) -> bool:
        """Whether the token is a capitalised word."""
        return self.inner is None and self.text[0].isupper()


_as_token = partial(tuple.__new__, Token)  # several times as fast as `Token(…)`; an article needs hundreds


class Stretch(NamedTuple):
    """A part of a sentence between punctuation marks: the tokens from ``first`` to ``last``, exclusive.

    ``before`` is the mark before them, "" if there is none.
    """

    first: int
    last: int
    before: str


def tokens_of(text: str, start: int, end: int, quoted: Sequence[tuple[Part, Part]]) -> list[Token]:
    """Return the tokens of a sentence in order.

    ``quoted`` are quotations, with and without their marks. Each becomes one token, clipped to the sentence.
    """
    found: list[Token] = []
    position = start
    for (outer_start, outer_end), (inner_start, inner_end) in quoted:
        if outer_end <= position or outer_start >= end:
            continue
        first, last = max(outer_start, start), min(outer_end, end)
        found.extend(_plain(text, position, first))
        words = text[first:last]
        found.append(Token(first, last, words, words, (max(inner_start, start), min(inner_end, end))))
        position = last
    found.extend(_plain(text, position, end))
    return found


def stretches_of(tokens: Sequence[Token]) -> list[Stretch]:
    """Split a sentence at commas, semicolons, colons, dashes and quotations; no stretch is empty."""
    found: list[Stretch] = []
    first, before, depth = 0, "", 0
    for index, token in enumerate(tokens):
        if token.inner is None:
            if token.text not in _SPLITTING:
                continue
            depth = max(0, depth + _DEEPER.get(token.text, 0))
            if token.text in _BREAKS and not depth:
                if first < index:
                    found.append(Stretch(first, index, before))
                first, before = index + 1, token.text
        else:
            if first < index:
                found.append(Stretch(first, index, before))
                before = ""
            found.append(Stretch(index, index + 1, before))
            first, before = index + 1, ""
    if first < len(tokens):
        found.append(Stretch(first, len(tokens), before))
    return found


def bare(text: str, start: int, end: int) -> Part | None:
    """Return a claim's range without outer white space, punctuation and quotation marks; None if nothing is left."""
    while start < end and (text[start] in _EDGES or text[start].isspace()):
        start += 1
    while start < end and (text[end - 1] in _EDGES or text[end - 1].isspace()):
        end -= 1
    if start >= end:
        return None
    closers = _PAIRS.get(text[start], "")
    if closers and not any(mark in text[start + 1 : end] for mark in closers):
        return bare(text, start + 1, end)
    if _is_unopened(text, start, end):
        return bare(text, start, end - 1)
    if text[end - 1] in closers and not any(mark in text[start + 1 : end - 1] for mark in text[start] + closers):
        return bare(text, start + 1, end - 1)
    return start, end


def closing_after(text: str, start: int, end: int) -> int:
    """Return where a claim ends whose quotation is closed behind a comma or full stop: "It is “a joke,” he said"."""
    words = text[start:end]
    opened = words.count("“") > words.count("”") or (words.count('"') % 2 == 1 and "“" not in words)
    return end + 2 if opened and text[end : end + 1] in {",", "."} and text[end + 1 : end + 2] in {"”", '"'} else end


def _is_unopened(text: str, start: int, end: int) -> bool:
    """Return whether a claim ends with a quotation mark that is not opened in it, and is no genitive ("players'")."""
    mark = text[end - 1]
    openers = _OPENERS.get(mark, "")
    genitive = mark in "'’" and text[end - 2 : end - 1] == "s"
    return openers != "" and not genitive and not any(each in text[start : end - 1] for each in openers)


def is_in_quotes(tokens: Sequence[Token], index: int) -> bool:
    """Return whether a quotation mark before a token is still open."""
    return sum(token.text in QUOTES for token in tokens[:index]) % 2 == 1


def skip(tokens: Sequence[Token], first: int, last: int, words: frozenset[str]) -> int:
    """Return the index of the first token that is not one of these lower-case words, at most ``last``."""
    while first < last and tokens[first].low in words:
        first += 1
    return first


def after_parenthesis(tokens: Sequence[Token], opening: int, last: int) -> int:
    """Return the index of the token after a closing parenthesis, or ``last`` if there is none."""
    return next((index + 1 for index in range(opening, last) if tokens[index].text == ")"), last)


def _plain(text: str, start: int, end: int) -> list[Token]:
    found: list[Token] = []
    low = str.lower if "’" not in text[start:end] else _low
    position = start
    for word in _WORD.findall(text, start, end):
        first = text.index(word, position)  # only white space stands before it
        position = first + len(word)
        found.append(_as_token((first, position, word, low(word).removesuffix(".") or word, None)))
    return found


def _low(word: str) -> str:
    """Return a word in lower case, with the apostrophe ' for ’."""
    return word[:1].lower() + word[1:].lower().replace("’", "'")
