"""Numbers in German and English text as values, however they are written: ``1,5 Mio.``, ``1.5m``, ``anderthalb``."""

import re
from collections.abc import Collection, Sequence
from functools import lru_cache
from math import isfinite
from typing import NamedTuple

from annotator.text.stems import folded

_TOKEN = re.compile(r"\d{1,3}(?:[.,'’\u00a0\u202f]\d{3})+(?!\d)(?:[.,]\d\d?(?!\d))?|\d+(?:[.,]\d+)?|[^\W\d_]+|%")
_GROUPED = re.compile(r"(\d{1,3}(?:\D\d{3})+)(?:\D(\d\d?))?")
_NEAR = 0.02  # two values are the same if they differ by less: “a third” and “33 percent”
_YEARS = range(1800, 2101)

_UNITS = {
    word: value
    for value, words in enumerate(
        "null zero|ein eins one|zwei two|drei three|vier four|funf five|sechs six|sieben seven|acht eight|neun nine"
        "|zehn ten|elf eleven|zwolf twelve|dreizehn thirteen|vierzehn fourteen|funfzehn fifteen|sechzehn sixteen"
        "|siebzehn seventeen|achtzehn eighteen|neunzehn nineteen".split("|")
    )
    for word in words.split()
}
_TENS = {
    word: 10 * value
    for value, words in enumerate(
        "zwanzig twenty|dreissig thirty|vierzig forty|funfzig fifty|sechzig sixty|siebzig seventy|achtzig eighty"
        "|neunzig ninety".split("|"),
        start=2,
    )
    for word in words.split()
}
_HALVES = {"anderthalb": 1.5, "eineinhalb": 1.5, "zweieinhalb": 2.5, "dreieinhalb": 3.5, "viereinhalb": 4.5}
_ONES = frozenset("a an one ein eine einem einen einer eines eins".split())
_SCALES = {
    "hundert": 1e2, "hundred": 1e2, "tausend": 1e3, "thousand": 1e3, "k": 1e3, "million": 1e6, "millionen": 1e6,
    "mio": 1e6, "mill": 1e6, "m": 1e6, "mn": 1e6, "milliarde": 1e9, "milliarden": 1e9, "mrd": 1e9, "bn": 1e9,
    "billionen": 1e12, "trillion": 1e12,
}  # fmt: skip
_PARTS = {
    "half": 2, "halfte": 2, "halb": 2, "halbe": 2, "halben": 2, "third": 3, "thirds": 3, "drittel": 3, "quarter": 4,
    "quarters": 4, "viertel": 4, "fifth": 5, "fifths": 5, "funftel": 5, "tenth": 10, "tenths": 10, "zehntel": 10,
}  # fmt: skip
_ALONE = dict.fromkeys("halved halves halve halbiert halbieren halbierte".split(), 0.5) | dict.fromkeys(
    "doubled doubles double twice doppelt verdoppelt verdoppeln zweimal".split(), 2.0
)
_ORDINALS = {
    word: value
    for value, words in enumerate(
        "first erst|second zweit|third dritt|fourth viert|fifth funft|sixth sechst|seventh siebt"
        "|eighth acht|ninth neunt|tenth zehnt".split("|"),
        start=1,
    )
    for word in words.split()
}
_EVERY = re.compile(r"jede[rsnm]?|every|each")
_TIMES = re.compile(r"(.{3,})mal")
_OF = frozenset("in von of out".split())
_ORDINAL_ENDING = re.compile("e[nrsm]?$")
_QUARTER, _HUNDRED, _THOUSAND = 4, 100, 1000
_DIGITS = 4  # of a year
_SHORTEST_SCALE = 7  # letters of a scale that is written out
_LONGEST = 70  # letters of a number in one word


class Amounts(NamedTuple):
    """The numbers of a text: values, years, and ordinal numbers ("third")."""

    values: frozenset[float]
    years: frozenset[float]
    ordinals: frozenset[float]


class _Found(NamedTuple):
    """A number: how many tokens it has, its value, and where it belongs: an index of `Amounts`, None for nowhere."""

    length: int
    value: float = 0.0
    place: int | None = None


_VALUE, _YEAR, _ORDINAL = range(3)


def lacking(one: Collection[float], other: Collection[float]) -> list[float]:
    """Return the values of ``one`` that are not in ``other``."""
    return [value for value in one if not any(abs(value - each) <= _NEAR * max(value, each) for each in other)]


def is_number(word: str) -> bool:
    """Return whether a folded word is a number or a part of one, such as ``million``."""
    return any(word in known for known in (_SCALES, _PARTS, _ALONE)) or _plain(word) is not None


def amounts(text: str, language: str) -> Amounts:
    """Return the numbers of a text. The language, ``"de"`` or another, decides how much a ``billion`` is."""
    tokens = _TOKEN.findall(folded(text))
    found: tuple[set[float], set[float], set[float]] = (set(), set(), set())
    at = 0
    while at < len(tokens):
        number = _fraction(tokens, at) or _number(tokens, at, language)
        if number.place is not None and isfinite(number.value):
            found[number.place].add(number.value)
        at += number.length
    return Amounts(*map(frozenset, found))


def _fraction(tokens: Sequence[str], at: int) -> _Found | None:
    """Return the fraction that begins at a place, if it has no number before it: "a third", "jede dritte", "halved"."""
    token, before = tokens[at], tokens[at - 1] if at else ""
    if token in _ALONE:
        return _Found(1, _ALONE[token], _VALUE)
    if _EVERY.fullmatch(token) and at + 1 < len(tokens) and (every := _ordinal(tokens[at + 1])):
        return _Found(2, 1 / every, _VALUE)
    if token not in _PARTS:
        return None
    if _PARTS[token] == _QUARTER and _ordinal(before):
        return _Found(1)  # “third quarter”
    if token in _ORDINALS and before not in _ONES:
        return _Found(1, float(_ORDINALS[token]), _ORDINAL)
    length, scale = _scale_behind(tokens[at + 1 : at + 4])
    return _Found(1 + length, scale / _PARTS[token], _VALUE)


def _scale_behind(words: Sequence[str]) -> tuple[int, float]:
    """Return how many words behind a fraction are a scale, and its value: "of a million"."""
    for length, word in enumerate(words, 1):
        if word in _SCALES and len(word) >= _SHORTEST_SCALE:
            return length, _SCALES[word]
        if word != "of" and word not in _ONES:
            break
    return 0, 1.0


def _number(tokens: Sequence[str], at: int, language: str) -> _Found:
    """Return the number that begins at a place; if there is none, a word without a value."""
    token = tokens[at]
    value = _plain(token)
    if value is None:
        order = _ordinal(token)
        return _Found(1, float(order), _ORDINAL) if order else _Found(1)
    end = at + 1
    while end < len(tokens) and (more := _more(value, tokens, end, language)) is not None:
        value, end = more, end + 1
    share = _share(value, tokens[end : end + 4])
    if share.length:
        return _Found(end - at + share.length, share.value, _VALUE)
    if end == at + 1 and token in _ONES:
        return _Found(1)
    if end == at + 1 and len(token) == _DIGITS and token.isdecimal() and int(token) in _YEARS:
        return _Found(1, float(token), _YEAR)
    return _Found(end - at, value, _VALUE)


def _more(value: float, tokens: Sequence[str], at: int, language: str) -> float | None:
    """Return the value of a number with one more word: "two | million", "thirty | one", "a hundred | and"."""
    word = tokens[at]
    if word == "billion" and language != "de":
        return value * 1e9
    if word in _SCALES:
        scale = _SCALES[word]
        small = value % (_THOUSAND if scale == _HUNDRED else _THOUSAND * scale)
        return value - small + small * scale  # "two thousand five | hundred"
    if word == "and" and value >= _HUNDRED and at + 1 < len(tokens):
        following = _worded(tokens[at + 1])
        return value if following is not None and following < _HUNDRED else None
    more = _worded(word)
    in_words = not tokens[at - 1][0].isdecimal()
    fits = in_words and more is not None and value >= 20 and value % 10 == 0 and 0 < more < min(value, _HUNDRED)
    return value + more if more is not None and fits else None


def _share(value: float, following: Sequence[str]) -> _Found:
    """Return a number of percent, or of parts of a whole, by the words behind it; without them, the length is 0."""
    first, second, third = (*following, "", "", "")[:3]
    if first in ("%", "percent", "prozent"):
        return _Found(1, value / 100)
    if (first, second) == ("per", "cent"):
        return _Found(2, value / 100)
    if first in _PARTS and _PARTS[first] > 2:
        length, scale = _scale_behind(following[1:])
        return _Found(1 + length, scale * value / _PARTS[first])
    of = (first == "out") + 1 if first in _OF else 0
    whole = _plain((first, second, third)[of]) if of else None
    return _Found(of + 1, value / whole) if whole is not None and value < whole <= _HUNDRED else _Found(0)


def _ordinal(token: str) -> int | None:
    return _ORDINALS.get(token) or _ORDINALS.get(_ORDINAL_ENDING.sub("", token))


@lru_cache(maxsize=1 << 14)
def _plain(token: str) -> float | None:
    """Return the value of a token, or None if it is not a number."""
    if token[:1].isdecimal():
        grouped = _GROUPED.fullmatch(token)
        return float(re.sub(r"\D", "", grouped[1]) + "." + (grouped[2] or "") if grouped else token.replace(",", "."))
    if token in _ONES:
        return 1.0
    if times := _TIMES.fullmatch(token):
        return _worded(times[1])
    return _worded(token)


def _worded(word: str) -> float | None:
    """Return the value of a number in words, such as ``vierhunderttausend`` or ``einunddreissig``."""
    for known in (_UNITS, _TENS, _HALVES):
        if word in known:
            return float(known[word])
    if len(word) > _LONGEST:
        return None
    for scale in ("tausend", "thousand", "hundert", "hundred"):
        before, found, after = word.partition(scale)
        if found:
            first, rest = (_worded(before) if before else 1.0), (_worded(after) if after else 0.0)
            return None if first is None or rest is None else first * _SCALES[scale] + rest
    ones, found, tens = word.partition("und")
    return float(_UNITS[ones] + _TENS[tens]) if found and ones in _UNITS and tens in _TENS else None
