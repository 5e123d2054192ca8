"""Shapes of words that contain a name or are derived from one: "Siemens-Chef", "Kölner", "russische", "German".

Rules about letters decide, instead of lists of names. A shape alone is no reason to suggest anything: "Lehrer" has the
same shape as "Kölner". Only the decisions of a project are a reason; see
`annotator.suggest.sources.memory.conventions`.
"""

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from annotator.model.compounds import DERIVED, PART


class Shape(StrEnum):
    """The shapes. `SAME` stands for one particular word, in which a part was labelled."""

    SAME = "same"
    COMPOUND = "compound"  # "Siemens-Chef"
    PARTICIPLE = "participle"  # "London-based", "EU-weit"
    INHABITANT = "inhabitant"  # "Kölner", "Berliner"
    ADJECTIVE = "adjective"  # "russische", "Deutschen"; in English "German"


#: A label of some corpora that means a part or a derived word: "ORGpart", "LOC_deriv".
INFLECTED = re.compile(rf"(.+?)[-_]?({DERIVED}|{PART})")

#: The most characters of a word that has a shape.
LONGEST = 80

_HYPHENS = "-‐‑"  # "Berlin–Paris" with a dash joins two names, not a compound
_PIECE = r"\w(?:[\w.&]{0,60}\w)?"  # bounded, since a hostile text may be one word of a million letters
_HYPHENED = re.compile(rf"(?<![\w.&]){_PIECE}(?:[{_HYPHENS}]{_PIECE}){{1,6}}")
_REST = re.compile(rf"(?:[{_HYPHENS}]{_PIECE}){{1,6}}")
_FEWEST_LETTERS = 2

_INHABITANT = re.compile(r"([^\W\d_]{2,}?)er(?:n|s|in)?")
_GERMAN_ADJECTIVE = re.compile(r"(?i:[^\W\d_]*(?:[^\W\d_]{2}isch|deutsch))(?:e[mnrs]?)?")
_ENGLISH_ADJECTIVE = re.compile(r"[A-Z][a-z]{2,}(?:an|ish|ese|ch|i)s?")
_ENDING = re.compile(r"e[mnrs]?\Z")
_WORD = re.compile(rf"[^\W\d_]+(?:[{_HYPHENS}][^\W\d_]+)*")

# The endings that names of places lose before "-isch", and the letters that they gain.
_LOST = ("", "enland", "land", "reich", "emark", "mark", "ien", "en", "ei", "a", "e", "n", "o")
_GAINED = ("", "n", "an", "es", "ens", "el", "ä", "er")
_LEAST_ROOT = 3
_UMLAUTS = str.maketrans("äöüÄÖÜ", "aouAOU")


class Word(NamedTuple):
    """A word of some shape. ``cuts`` are the ends of the first parts that may be a name, the longest first."""

    shape: Shape
    text: str
    start: int
    cuts: tuple[int, ...] = ()

    @property
    def end(self) -> int:
        """The offset after the word, in code points."""
        return self.start + len(self.text)


def words_in(text: str, language: str) -> Iterator[Word]:
    """Yield the words of a text that have a shape, by shape."""
    for found in _HYPHENED.finditer(text):
        word = shaped(found[0], language, found.start())
        if word is not None:
            yield word
    for found in _WORD.finditer(text):
        if found[0].isalpha() and (word := shaped(found[0], language, found.start())) is not None:
            yield word


def shaped(text: str, language: str, start: int = 0) -> Word | None:
    """Return a word with its shape, or None if it has none."""
    if len(text) > LONGEST:
        return None
    cuts = tuple(at for at in range(len(text) - 1, 0, -1) if text[at] in _HYPHENS and text[at - 1] not in _HYPHENS)
    if cuts:
        if language == "de" and _is_adjective(text):
            return Word(Shape.ADJECTIVE, text, start)
        cuts = tuple(at for at in cuts if _has_letters(text[:at]) and text[at + 1 : at + 2].isalnum())
        return Word(_joined_shape(text, cuts[-1]), text, start, cuts) if cuts else None
    if language == "en":
        return Word(Shape.ADJECTIVE, text, start) if _ENGLISH_ADJECTIVE.fullmatch(text) else None
    if language != "de":
        return None
    if _GERMAN_ADJECTIVE.fullmatch(text):
        return Word(Shape.ADJECTIVE, text, start)
    if text[:1].isupper() and text[1:].islower() and _INHABITANT.fullmatch(text):
        return Word(Shape.INHABITANT, text, start)
    return None


def rest_of(following: str) -> str:
    """Return the rest of a word after its first part ("-Chef"), "" if the text does not continue with a hyphen."""
    found = _REST.match(following)
    return found[0] if found else ""


def shape_before(rest: str) -> Shape:
    """Return the shape of a word whose first part is followed by a rest."""
    return _joined_shape(rest, 0)


def places_of(word: str) -> list[str]:
    """Return the names of places from which a word for an inhabitant may come: "Köln" for "Kölner".

    Most of them are not names; the caller knows which are.
    """
    found = _INHABITANT.fullmatch(word)
    if found is None:
        return []
    stem = found[1]
    bases = [stem, f"{stem}en", f"{stem}e"]
    for ending, instead in (("n", ("", "en", "e")), ("an", ("", "a")), ("ens", ("a", "e")), ("ch", ("ich",))):
        if stem.endswith(ending):
            bases += [stem[: -len(ending)] + each for each in instead]
    plain = stem.translate(_UMLAUTS)
    return [each for each in dict.fromkeys((*bases, plain)) if len(each) >= _LEAST_ROOT]


def countries_of(stem: str) -> list[str]:
    """Return the names of countries from which an adjective may come: "Russland" for "russisch", by its stem.

    Most of them are not names; the caller knows which are.
    """
    root = stem.removesuffix("isch")
    if root == stem and not stem.endswith("deutsch"):
        return []
    bases = {
        each[: len(each) - len(gained)]
        for each in (root, root.translate(_UMLAUTS))
        for gained in _GAINED
        if each.endswith(gained)
    }
    return sorted({f"{base}{lost}".capitalize() for base in bases if len(base) >= _LEAST_ROOT for lost in _LOST})


def stems_of(word: str) -> tuple[str, ...]:
    """Return the stems of an adjective's parts: "deutsch" and "polnisch" for "Deutsch-Polnische"."""
    return tuple(_ENDING.sub("", each) for each in re.split(f"[{_HYPHENS}]", word.lower()))


def _joined_shape(text: str, hyphen: int) -> Shape:
    return Shape.PARTICIPLE if text[hyphen + 1 : hyphen + 2].islower() else Shape.COMPOUND


def _is_adjective(word: str) -> bool:
    parts = re.split(f"[{_HYPHENS}]", word)
    return (
        all(part and part.isalpha() for part in parts)
        and _GERMAN_ADJECTIVE.fullmatch(parts[-1]) is not None
        and (word[0].islower() or parts[0].lower().endswith(("isch", "o", "deutsch")))
    )


def _has_letters(name: str) -> bool:
    return sum(map(str.isalpha, name)) >= _FEWEST_LETTERS
