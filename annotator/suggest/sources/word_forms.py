"""The forms that a listed phrase may have in a text: German cases, English plurals.

The forms are made by rules instead of a lemmatiser, which would not know most names. The rules would rather miss a form
than find another word: "Bayer" is not found in "Bayern", "Rat" not in "Raten", "Berlin" not in "Berliner".
"""

import re
from collections.abc import Sequence

PIECE = re.compile(r"\w+|[^\w\s]")

_ADJECTIVE = ("e", "er", "es", "en", "em")
_LEAST_STEM = 3  # letters
_LEAST_GENITIVE = 3
_LEAST_WEAK = 6
_SIBILANT = ("s", "ß", "x", "z", "ce")
_WEAK = ("ent", "ant", "ist", "at", "and", "oge", "ung", "heit", "keit", "schaft", "tät", "ion")
_LONG_GENITIVE = re.compile(r"(?i)(?:[bcdfgklmnprtßsz]|ch|sch)\Z")
_NO_NAME = frozenset({"der", "die", "das", "the", "le", "la", "el", "von", "van", "de"})

#: Forms that the rules make but that are other words, most of them capitalised only at the start of a sentence.
_OTHER_WORDS = frozenset(
    "Abends Anders Anfangs Bereits Besonders Eigens Eilends Falls Flugs Hans Jens Lars Links Mittags Montags Morgens"
    " Nachts Rechts Samstags Sonntags Stets Teils Vormittags Werktags Zwecks"
    # countries and regions, which look like forms of words for people
    " Böhmen Franken Hessen Lothringen Polen Preußen Sachsen Schwaben Schweden Westfalen".split()
)


def forms(pieces: Sequence[str], language: str) -> list[frozenset[str]]:
    """Return, for each piece of a phrase (see `PIECE`), the set of its possible forms, which includes the piece."""
    if language == "de":
        return [frozenset(_german(pieces, at)) for at in range(len(pieces))]
    if language == "en":
        return [frozenset(_english(pieces, at)) for at in range(len(pieces))]
    return [frozenset({piece}) for piece in pieces]


def _german(pieces: Sequence[str], at: int) -> set[str]:
    word = pieces[at]
    found = {word}
    if not word.isalpha():
        return found
    is_last = at == len(pieces) - 1
    if word.islower():
        found |= _adjective_forms(word) if is_last or len(word) > _LEAST_STEM else set()
        found |= {each[:1].upper() + each[1:] for each in found} if at == 0 else set()
        return found
    if len(word) > 1 and word.isupper():
        return found | ({f"{word}s"} if is_last else set())  # "des BKAs"
    if word.lower() in _NO_NAME:
        return found
    if is_last or (pieces[at + 1].islower() and pieces[at + 1].isalpha()):
        found |= _noun_forms(word)
    elif len(pieces) > 1:
        found |= _endings_changed(word)
    return found - (_OTHER_WORDS - {word} if len(pieces) == 1 else frozenset())


def _noun_forms(word: str) -> set[str]:
    """Return the genitive of a noun, and its weak form ("Präsidenten") if it has one."""
    found: set[str] = set()
    if len(word) >= _LEAST_GENITIVE and not word.endswith(_SIBILANT):
        found.add(f"{word}s")
    if len(word) >= _LEAST_GENITIVE and _LONG_GENITIVE.search(word) and not word.endswith(("er", "el", "en")):
        found.add(f"{word}es")
    if word.endswith("e") and len(word) > _LEAST_STEM:
        found.add(f"{word}n")
    elif len(word) >= _LEAST_WEAK and word.endswith(_WEAK):
        found.add(f"{word}en")
    return found


def _endings_changed(word: str) -> set[str]:
    """Return all cases of an adjective before a noun ("Deutsche" in "Deutsche Bank"), none for another word."""
    ending = next((each for each in _ADJECTIVE if word.endswith(each)), None)
    stem = word[: -len(ending)] if ending else ""
    return {stem + each for each in _ADJECTIVE} if len(stem) >= _LEAST_STEM else set()


def _adjective_forms(word: str) -> set[str]:
    """Return a lower-case word with all endings of adjectives, whether it was listed with an ending or without."""
    if word.endswith("e"):
        return _endings_changed(word)
    return {word + each for each in _ADJECTIVE} if not word.endswith(_ADJECTIVE) else _endings_changed(word)


def _english(pieces: Sequence[str], at: int) -> set[str]:
    word = pieces[at]
    found = {word}
    if word.isalpha() and word.islower() and word.isascii():
        if at == len(pieces) - 1 and len(word) > _LEAST_STEM - 1:
            found.add(_plural(word))
        if at == 0:
            found |= {each[:1].upper() + each[1:] for each in found}
    return found


def _plural(word: str) -> str:
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return f"{word[:-1]}ies"
    return f"{word}es" if word.endswith(("s", "x", "z", "ch", "sh")) else f"{word}s"
