"""Find words in a text at token boundaries, optionally ignoring case and inflection."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from annotator.model.values import Part
from annotator.text.tokens import Tokens

LONGEST = 200  # characters of a search

# White space between words, with at most one line break: a name never crosses a paragraph.
_GAP = r"(?=\s)[^\S\n]*+\n?+[^\S\n]*+"
_POSSESSIVE = ("'s", "’s")
# -er is left out: "Berliner" is derived from "Berlin", and so has another label or the attribute `part_of_word`.
_ENDINGS = {
    "de": frozenset((*"s es n en e".split(), *_POSSESSIVE)),
    "en": frozenset((*"s es".split(), *_POSSESSIVE)),
}
_OTHER = frozenset(("s", *_POSSESSIVE))
_OF_ADJECTIVES = ("en", "er", "es", "em", "e")  # "Deutsche Bahn", "der Deutschen Bahn"
_SHORTEST_ADJECTIVE = 4
_SHORTEST_NAME = 5  # letters before a genitive -s: the -s of "Paris" is none


@dataclass(frozen=True, slots=True, kw_only=True)
class WantedWords:
    """The words to find, and how.

    ``inflected`` also finds inflected forms of names in the document's language (German -s, -es, -n, -en, -e), and in
    German inflected adjectives before the last word.
    """

    words: str
    any_case: bool = False
    inflected: bool = False


def find(text: str, tokens: Tokens, wanted: WantedWords, language: str) -> Iterator[Part]:
    """Yield the matches that fill whole tokens, in order, without overlaps, in code points, end exclusive.

    Any white space matches any other, and composed letters match decomposed ones. A match includes the inflected
    ending. Words longer than `LONGEST` characters match nothing.
    """
    pattern = pattern_of(wanted, language)
    endings = _endings(language) if wanted.inflected else frozenset()
    place = 0
    while pattern is not None and (found := pattern.search(text, place)) is not None:
        start, end = found.span()
        whole = tokens.snap(start, end)
        place = start + 1
        if whole is None or whole[0] != start:
            continue
        rest = text[end : whole[1]]
        if not rest or (rest.lower() if wanted.any_case else rest) in endings:
            yield whole
            place = whole[1]


@lru_cache(maxsize=64)
def pattern_of(wanted: WantedWords, language: str) -> re.Pattern[str] | None:
    """Return the regular expression for the words, or None if there are none or they are too long.

    The inflected ending of the last word is not part of it.
    """
    words = unicodedata.normalize("NFC", wanted.words).split()
    if not words or len(wanted.words) > LONGEST:
        return None
    *before, last = words
    if wanted.inflected:
        last = _without_genitive(last)
    pieces = [_adjective(word) if wanted.inflected and language == "de" else _letters(word) for word in before]
    return re.compile(_GAP.join([*pieces, _letters(last)]), re.IGNORECASE if wanted.any_case else 0)


def _endings(language: str) -> frozenset[str]:
    return _ENDINGS.get(language, _OTHER)


def _without_genitive(word: str) -> str:
    bare = word.removesuffix("s")
    return bare if len(bare) >= _SHORTEST_NAME and not bare.endswith("s") else word


def _adjective(word: str) -> str:
    for ending in _OF_ADJECTIVES:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= _SHORTEST_ADJECTIVE:
            return f"{_letters(stem)}(?:{'|'.join(_OF_ADJECTIVES)})"
    return _letters(word)


def _letters(word: str) -> str:
    return "".join(map(_letter, word))


def _letter(letter: str) -> str:
    apart = unicodedata.normalize("NFD", letter)
    if apart == letter:
        return re.escape(letter)
    return f"(?:{re.escape(letter)}|{re.escape(apart)})"
