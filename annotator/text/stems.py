"""Stems of German and English words, for comparing texts by their words."""

import re
import unicodedata
from collections.abc import Collection
from functools import lru_cache
from typing import Literal

from annotator.text.normalization import LONGEST_WORD

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]{2,}")
_PARTICIPLE = re.compile(r"^ge(?=.{4})")
_LONG_ENDING = re.compile(r"(?:e[mr]|nd)$")
_ENDING = re.compile(r"[tesn]$")
_ENGLISH_ENDING = re.compile(r"(?<=.{3})(?:ing|ed)$")
_LEAST = 3  # letters that a stem keeps at least
_WHOLE = (("sch", "$"), ("ei", "%"), ("ie", "&"))  # letters that count as one, so that they are never cut in half
_DOUBLED = re.compile(r"(.)\1")

_FUNCTION_WORDS = frozenset(
    "der die das den dem des ein eine einen einem einer eines und oder aber denn doch sondern dass daß ob wenn weil"
    " als wie er sie es ihn ihm ihr ihre ihren ihrem ihrer ihres sein seine seinen seinem seiner seines wir uns unser"
    " ich mich mir du man sich dies diese dieser dieses diesem diesen jene jener jenes welche welcher welches was wer"
    " wo da dort hier ist sind war waren wird werden wurde wurden worden sei seien wäre wären hat haben habe hatte"
    " hatten hätte hätten kann können könne könnte könnten soll sollen solle sollte sollten will wollen wolle wollte"
    " wollten muss müssen müsse müsste darf dürfen dürfe würde würden in im an am auf aus bei beim bis durch für gegen"
    " mit nach ohne seit über um unter von vom vor zu zum zur zwischen auch nur noch schon so sehr mehr etwa rund also"
    " dann nun the a an and or but that which who whom whose this these those it its he she they them their his her we"
    " our us i you your is are was were be been being will would shall should can could may might must has have had do"
    " does did in on at by for from of to with into onto over under up down out off as if than then there here so very"
    " also just about only still".split()
)
NEGATIONS = frozenset("nicht kein keine keinen keinem keiner keines nie niemals not no never none cannot".split())
NEGATED = "nicht"  # the stem that stands for every negation


class Undiacritical(dict[int, str]):
    """A table for `str.translate` that decomposes each character and drops its diacritics.

    `unicodedata.normalize` takes quadratic time for a long run of diacritics.
    """

    def __init__(self, form: Literal["NFD", "NFKD"]) -> None:
        super().__init__()
        self._form = form

    def __missing__(self, code: int) -> str:
        parted = unicodedata.normalize(self._form, chr(code))
        self[code] = "".join(letter for letter in parted if not unicodedata.combining(letter))
        return self[code]


def folded(text: str) -> str:
    """Return a text in lower case without diacritics: ``Züge`` → ``zuge``, ``Straße`` → ``strasse``."""
    low = text.casefold()
    if low.isascii():
        return low
    return low.translate(_WITHOUT_DIACRITICS)


def stems(text: str) -> frozenset[str]:
    """Return the stems of a text's words; function words are left out, numbers are kept.

    Source: CISTEM (Weissweiler and Fraser, GSCL 2017), after removing the commonest English endings.
    """
    found = map(stem, _WORD.findall(folded(text)))
    return frozenset(stem for stem in found if stem)


def likeness(one: Collection[str], other: Collection[str]) -> float:
    """Return Dice's coefficient of two sets of stems, from 0 (nothing in common) to 1 (equal).

    Source: Dice, Measures of the Amount of Ecologic Association Between Species, Ecology 26 (1945).
    """
    both = len(one) + len(other)
    return 2 * len(set(one) & set(other)) / both if both else 0.0


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """Return the stem of a folded word, or "" for a function word; a word that is too long for one is its own stem."""
    if len(word) > LONGEST_WORD:
        return word
    if word in NEGATIONS:
        return NEGATED
    if word in _FOLDED_FUNCTION_WORDS:
        return ""
    if word[0].isdigit():
        return word.replace(",", ".")
    left = _ENGLISH_ENDING.sub("", _PARTICIPLE.sub("", word))
    for letters, whole in _WHOLE:
        left = left.replace(letters, whole)
    left = _DOUBLED.sub(r"\1*", left)
    while len(left) > _LEAST:
        shorter = _LONG_ENDING.sub("", left) if len(left) > _LEAST + 2 else left
        if shorter == left:
            shorter = _ENDING.sub("", left)
        if shorter == left:
            break
        left = shorter
    left = re.sub(r"(.)\*", r"\1\1", left)
    for letters, whole in _WHOLE:
        left = left.replace(whole, letters)
    return left


_WITHOUT_DIACRITICS = Undiacritical("NFD")
_FOLDED_FUNCTION_WORDS = frozenset(map(folded, _FUNCTION_WORDS))
