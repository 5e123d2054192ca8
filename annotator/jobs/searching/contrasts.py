"""How two claims differ in what they say: other numbers, a denial, the opposite, another place, swapped roles.

Vectors of meaning hardly tell a claim from its denial, so this module compares the words. Its signs are shown, and they
are the input of a linear head that puts claims that say the same before those that only look alike. The head is learnt
by ``tools/models/claim_pairs.py``.
"""

import json
import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import pairwise
from typing import Any, NamedTuple

from annotator.jobs.searching.contrast_kinds import Contrast, ContrastKind
from annotator.jobs.searching.contrast_words import MEASURES, MODALITIES, OPPOSITES, PLACES, TIMES
from annotator.suggest.claims.worth import sealed
from annotator.text.amounts import Amounts, amounts, is_number, lacking
from annotator.text.stems import NEGATED, NEGATIONS, folded, stem

FILE = "pairs.json"
#: The SHA-256 of the file of the head; change it whenever a new head is learnt.
HEAD = "e5d89518a5fb556fd44c746b2c4d0aedc4acc1a90e1902bb8ca76e1a49284201"

_LONGEST = 400  # characters compared: a claim may be a whole article
_KEPT = 1 << 13
_WORD = re.compile(r"[^\W\d_]+|\d+")
_SHORT_NOT = re.compile(r"n['’]t\b")
_SIGNS_OF_MONEY = (("€", "euro"), ("$", "dollar"), ("£", "pound"))
_PERCENT = frozenset("prozent percent per cent perc".split())
_NOT = NEGATIONS | frozenset("niemand niemanden niemandem nichts ohne weder nobody nothing without neither".split())
_NO_DENIAL = ("ander", "other", "nur", "only", "einmal", "even", "zuvor", "before")
_MAY = frozenset({"may", "march"})  # months only in capitals
_PARTICLES = frozenset("ab an auf aus ein zu zuruck".split())  # of German verbs, at the end of a sentence
_THAN = frozenset({"als", "than"})
_MORE = {"mehr": 1, "more": 1, "weniger": -1, "less": -1, "fewer": -1}
_SHORTEST = 3
_LEAST_SHARED = 4  # letters that two words begin with, if they may be forms of one word
_COPY = 1_000.0  # above what the head returns
_SHORTEST_COPY = 0.4  # of the words of the longer claim
_LONGEST_REPLACED = 3  # words in the place of others that are shown


class Wording(NamedTuple):
    """The words of a claim, and their language, "" if unknown."""

    language: str
    text: str


class ClaimComparison(NamedTuple):
    """How far two claims say the same, higher for more, and what is known to differ."""

    sameness: float
    contrasts: tuple[Contrast, ...] = ()


class _Read(NamedTuple):
    """The facts of a wording that are compared with those of another."""

    words: tuple[str, ...]  # as they are written
    tokens: tuple[str, ...]  # folded
    content: frozenset[str]  # stems of its content words, without numbers
    amounts: Amounts
    negations: int  # without those of `limits`
    limits: tuple[int, ...]  # each "no more than" or "no less than": the value in `_MORE`
    bounds: frozenset[int]  # the same for "more than" and "less than", denied or not
    poles: frozenset[tuple[int, int]]  # pair of opposites, and which of both
    times: frozenset[tuple[int, int]]  # kind, and which of it
    measures: frozenset[tuple[int, int]]
    modalities: frozenset[int]
    places: frozenset[int]


def compared(one: Wording, other: Wording, likeness: float) -> ClaimComparison:
    """Compare two claims, whose likeness in meaning or words is from 0 to 1.

    A claim that only has more words at its start or end says the same for certain, as long as nothing is known to
    differ.

    Raises:
        ModelError: ``source.broken`` if the shipped head is missing or another one.
    """
    first, second = _read(one), _read(other)
    found, weights = signs(one, other, likeness), _head()
    known = _contrasts(one, other, found)
    if not known and _is_copy(first.tokens, second.tokens):
        shorter, longer = sorted((len(first.tokens), len(second.tokens)))
        return ClaimComparison(_COPY + shorter / max(1, longer))
    return ClaimComparison(sum(weights[name] * value for name, value in found.items()), known)


def contrasts(one: Wording, other: Wording) -> tuple[Contrast, ...]:
    """Return what is known to differ between two claims."""
    return _contrasts(one, other, signs(one, other, 0.0))


def signs(one: Wording, other: Wording, likeness: float) -> dict[str, float]:
    """Return the signs of a pair of wordings by name; most are 0 or 1."""
    a, b = _read(one), _read(other)
    alike = one.language == other.language
    return {
        "likeness": likeness,
        "one language": float(alike),
        **_of_numbers(a, b),
        **_of_sets(a, b),
        **_of_poles(a, b),
        **(_of_words(a, b, english=one.language == "en") if alike else {}),
    }


@lru_cache(maxsize=_KEPT)
def _read(wording: Wording) -> _Read:
    text = wording.text[:_LONGEST]
    words = tuple(_WORD.findall(text))
    tokens = tuple(map(folded, words))
    named = [token for word, token in zip(words, tokens, strict=True) if token not in _MAY or word[0].isupper()]
    money = [name for sign, name in _SIGNS_OF_MONEY if sign in text]
    measured = [token for token in tokens if "per" not in tokens or token not in _PERCENT]  # "per cent" is no coin
    verbal = [token for token in tokens if token not in _MAY or token not in named]
    limits, bounds = _bounds(tokens)
    verbs = [tokens[-1] + token for token in tokens[:-1]] if tokens and tokens[-1] in _PARTICLES else []
    return _Read(
        words,
        tokens,
        frozenset(root for token in tokens if (root := _content(token))),
        amounts(text, wording.language),
        _negations(tokens) - len(limits) + len(_SHORT_NOT.findall(text)),
        limits,
        bounds,
        _groups(_poles, [*tokens, *verbs]),
        _groups(_times, named),
        _groups(_measures, measured + money),
        _groups(_modalities, verbal),
        _groups(_places, tokens),
    )


def _negations(tokens: Sequence[str]) -> int:
    """Count the negations; "no other", "not only" and the like are none."""
    pairs = pairwise([*tokens, ""])
    return sum(token in _NOT and not following.startswith(_NO_DENIAL) for token, following in pairs)


def _bounds(tokens: Sequence[str]) -> tuple[tuple[int, ...], frozenset[int]]:
    """Return the denied bounds of amounts in order, as in "no more than", and all bounds."""
    bounds = [(before, _MORE[word]) for before, word, than in _triples(tokens) if word in _MORE and than in _THAN]
    return tuple(way for before, way in bounds if before in _NOT), frozenset(way for _, way in bounds)


def _triples(tokens: Sequence[str]) -> Iterable[tuple[str, str, str]]:
    return zip(["", *tokens], tokens, tokens[1:], strict=False)


def _denials(a: _Read, b: _Read) -> int:
    """Count the negations in ``a``; "no more than" is one only of a claim that says "more than"."""
    return a.negations + sum(way in b.bounds for way in a.limits)


def _groups(find: "_Groups", words: Iterable[str]) -> frozenset[Any]:
    return frozenset(group for word in words for group in find(word))


def _of_numbers(a: _Read, b: _Read) -> dict[str, float]:
    here, there = (lacking(x.amounts.values, y.amounts.values) for x, y in ((a, b), (b, a)))
    years, others = a.amounts.years - b.amounts.years, b.amounts.years - a.amounts.years
    ranks, ranked = a.amounts.ordinals, b.amounts.ordinals
    return {
        "other number": float(bool(here and there)),
        "number missing": float(bool(here) != bool(there)),
        "number shared": float(len(here) < len(a.amounts.values)),
        "other year": float(bool(years and others)),
        "year shared": float(bool(a.amounts.years & b.amounts.years)),
        "other rank": float(bool(ranks and ranked and not ranks & ranked)),
    }


def _of_sets(a: _Read, b: _Read) -> dict[str, float]:
    return {
        "other measure": _apart_in_kind(a.measures, b.measures),
        "other time": _apart_in_kind(a.times, b.times),
        "modality": float(a.modalities != b.modalities),
        "other modality": _apart(a.modalities, b.modalities),
        "other place": float(bool(a.places - b.places and b.places - a.places)),
        "place shared": float(bool(a.places & b.places)),
    }


def _of_poles(a: _Read, b: _Read) -> dict[str, float]:
    denied = (_denials(a, b) - _denials(b, a)) % 2
    opposed = [pair for pair in {pair for pair, _ in a.poles} if _opposed(pair, a, b)]
    amount = float(0 in opposed)
    swapped = _swapped(a.tokens, b.tokens)
    return {
        "denied": float(denied),
        "opposite amount": amount,
        "opposites": min(2.0, len(opposed) - amount),
        "denied opposite": float(bool(denied and opposed)),
        "swapped": float(swapped),
        "swapped opposite": float(swapped and bool(amount)),
    }


def _of_words(a: _Read, b: _Read, *, english: bool) -> dict[str, float]:
    """Return the signs that need two wordings in one language: equal words, their order, and how many differ."""
    in_order, changes = _aligned(a.tokens, b.tokens)
    here, there = _unmatched(a.content, b.content), _unmatched(b.content, a.content)
    return {
        "equal content": float(a.content == b.content),
        "in order": in_order,
        "other order": float(english and sorted(a.tokens) == sorted(b.tokens)),
        "one change": float(len(changes) == 1),
        "one replaced": float(len(changes) == 1 and changes[0][0] == "replace"),
        "other words": min(here, there) / max(1, min(len(a.content), len(b.content))),
    }


def _contrasts(one: Wording, other: Wording, found: dict[str, float]) -> tuple[Contrast, ...]:
    """Return what is known to differ; if nothing is, the words that replace each other."""
    kinds = (
        (ContrastKind.NUMBER, found["other number"] or found["other rank"]),
        (ContrastKind.TIME, found["other year"] or found["other time"]),
        (ContrastKind.MEASURE, found["other measure"]),
        (ContrastKind.DENIED, found["denied"] and not found["denied opposite"]),
        (
            ContrastKind.OPPOSITE,
            found["opposite amount"] + found["opposites"] and not found["denied"] and not found["swapped"],
        ),
        (ContrastKind.PLACE, found["other place"]),
        (ContrastKind.SWAPPED, found["swapped"] and not found["swapped opposite"]),
    )
    shown = tuple(Contrast(kind) for kind, differs in kinds if differs)
    return shown or (_replaced(_read(one), _read(other)) if one.language == other.language else ())


def _replaced(a: _Read, b: _Read) -> tuple[Contrast, ...]:
    _, changes = _aligned(a.tokens, b.tokens)
    if len(changes) != 1:
        return ()
    _, start, end, first, last = changes[0]
    if not (0 < end - start <= _LONGEST_REPLACED and 0 < last - first <= _LONGEST_REPLACED):
        return ()
    here, there = (
        {root for token in part if (root := _content(token))} for part in (a.tokens[start:end], b.tokens[first:last])
    )
    if not here or not there or not (_unmatched(here, there) or _unmatched(there, here)):
        return ()
    return (Contrast(ContrastKind.WORDS, " ".join(a.words[start:end]), " ".join(b.words[first:last])),)


@lru_cache(maxsize=1)
def _aligned(a: Sequence[str], b: Sequence[str]) -> tuple[float, list[tuple[str, int, int, int, int]]]:
    """Return how far the words of two claims are in one order, from 0 to 1, and where they differ."""
    matcher = SequenceMatcher(None, a, b, autojunk=False)
    return matcher.ratio(), [opcode for opcode in matcher.get_opcodes() if opcode[0] != "equal"]


def _is_copy(a: Sequence[str], b: Sequence[str]) -> bool:
    """Return whether one claim is a part of the other, and most of it."""
    short, long = sorted((a, b), key=len)
    if len(short) < _SHORTEST_COPY * len(long):
        return False
    return any(long[at : at + len(short)] == short for at in range(len(long) - len(short) + 1))


def _apart(one: Collection[int], other: Collection[int]) -> float:
    """Return 1 if both have members, but none in common."""
    return float(bool(one and other) and set(one).isdisjoint(other))


def _apart_in_kind(one: Collection[tuple[int, int]], other: Collection[tuple[int, int]]) -> float:
    kinds = {kind for kind, _ in one}
    return max((_apart(*({n for k, n in each if k == kind} for each in (one, other))) for kind in kinds), default=0.0)


def _opposed(pair: int, a: _Read, b: _Read) -> bool:
    """Return whether one has only the first of two opposites, and the other only the second."""
    here, there = ({side for each, side in read.poles if each == pair} for read in (a, b))
    return len(here) == 1 and len(there) == 1 and here != there


def _swapped(a: Sequence[str], b: Sequence[str]) -> bool:
    """Return whether two claims compare the same sides the other way round: "more A than B", "more B than A"."""
    sides, others = _compared_sides(a), _compared_sides(b)
    if sides is None or others is None:
        return False
    return _is_moved(sides[1], others) and _is_moved(others[1], sides)


def _is_moved(compared_to: Sequence[str], sides: tuple[Sequence[str], Sequence[str]]) -> bool:
    """Return whether more of what one is compared to is before the other's "than" than behind it."""
    long = {token for token in compared_to if len(token) >= _LEAST_SHARED}
    before, after = (_unmatched(long, side) for side in sides)
    return before < after


def _compared_sides(tokens: Sequence[str]) -> tuple[Sequence[str], Sequence[str]] | None:
    """Return the words before and behind "than", or None without it; "more than 200" compares nothing."""
    places = (at for at, token in enumerate(tokens[1:-1], 1) if token in _THAN and not _is_amount(tokens[at + 1 :]))
    return next(((tokens[:at], tokens[at + 1 :]) for at in places), None)


def _is_amount(tokens: Sequence[str]) -> bool:
    """Return whether words begin with a number; "a" and "ein" are one only before another: "a million"."""
    first, second = (*tokens, "")[:2]
    return is_number(first) and (stem(first) != "" or is_number(second))


def _unmatched(words: Iterable[str], others: Collection[str]) -> int:
    """Count the words that resemble none of the others.

    Words resemble each other that may be forms of one, or if one is a part of the other: “Spain” and “Spanien”.
    """
    long = [other for other in others if len(other) >= _LEAST_SHARED]
    beginnings = {other[:_LEAST_SHARED] for other in others if len(other) >= _SHORTEST}
    short = {beginning[:_SHORTEST] for beginning in beginnings}
    text = " ".join(others)

    def resembles(word: str) -> bool:
        if word in others or word[:_LEAST_SHARED] in beginnings or word[:_SHORTEST] in beginnings:
            return True
        if len(word) < _LEAST_SHARED:
            return word in short
        return word in text or any(other in word for other in long)

    return sum(not resembles(word) for word in words)


@lru_cache(maxsize=1 << 16)
def _content(token: str) -> str:
    """Return the stem of a content word, "" for any other word and for numbers."""
    root = stem(token)
    return "" if root == NEGATED or root in _PERCENT or is_number(token) else root


_Groups = Callable[[str], frozenset[Any]]


def _finder(groups: Iterable[tuple[object, str]]) -> _Groups:
    """Return a function that finds the groups of a folded word; a group is a list of words and beginnings of words."""
    words = [(group, word) for group, all_words in groups for word in all_words.split()]
    whole = [(group, word) for group, word in words if not word.endswith("*")]
    beginnings = [(group, word[:-1]) for group, word in words if word.endswith("*")]

    @lru_cache(maxsize=_KEPT)
    def found(word: str) -> frozenset[Any]:
        equal = {group for group, each in whole if each == word}
        return frozenset(equal | {group for group, each in beginnings if word.startswith(each)})

    return found


_poles = _finder(((pair, side), words) for pair, sides in enumerate(OPPOSITES) for side, words in enumerate(sides))
_times, _measures = (
    _finder(((kind, place), words) for kind, groups in enumerate(each) for place, words in enumerate(groups))
    for each in (TIMES, MEASURES)
)
_modalities, _places = (_finder(enumerate(each)) for each in (MODALITIES, PLACES))


@lru_cache(maxsize=1)
def _head() -> Mapping[str, float]:
    weights: dict[str, float] = json.loads(sealed(FILE, HEAD))
    return weights
