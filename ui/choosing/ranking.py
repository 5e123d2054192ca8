"""Ranking of names by how well they match typed text, ignoring case, accents and umlauts."""

from collections.abc import Iterable
from typing import NamedTuple

from annotator.text.stems import Undiacritical

KEY, SAME, FIRST, BEGINS, WORD, INSIDE, WORDS, INITIALS, LETTERS = 1000, 900, 820, 800, 700, 600, 500, 400, 300
_ALIAS = 50  # penalty for a match in an id or in a name in the other language
_WITHOUT_DIACRITICS = Undiacritical("NFKD")


class TypedText(NamedTuple):
    """Typed text, folded once for all rows."""

    text: str
    words: tuple[str, ...]
    letters: str


class RowNames(NamedTuple):
    """The names of a row, folded once. ``context`` tells rows of the same name apart."""

    name: str
    aliases: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    context: str = ""


def wanted(typed: str) -> TypedText:
    """Fold typed text, for `score`."""
    text = " ".join(fold(typed).split())
    return TypedText(text, tuple(text.split()), text.replace(" ", ""))


def names(name: str, aliases: Iterable[str] = (), keys: Iterable[str] = (), context: str = "") -> RowNames:
    """Fold the names of a row, for `score`."""
    others = dict.fromkeys(fold(alias) for alias in aliases)
    return RowNames(
        fold(name), tuple(alias for alias in others if alias), tuple(key.casefold() for key in keys), fold(context)
    )


def fold(text: str) -> str:
    """Return a text without capitals, accents and umlaut dots: ``Größe`` becomes ``grosse``."""
    folded = text.casefold()
    if folded.isascii():
        return folded
    return folded.translate(_WITHOUT_DIACRITICS)


def score(typed: TypedText, row: RowNames) -> int:
    """Return how well a row matches the typed text; 0 means not at all."""
    if typed.text in row.keys:
        return KEY
    found = _fit(typed, row.name)
    found = max([found, *(_fit(typed, alias) - _ALIAS for alias in row.aliases)])
    if found < WORDS and all(word in row.name or word in row.context for word in typed.words):
        return WORDS
    return max(found, 0)


def _fit(typed: TypedText, name: str) -> int:
    if name == typed.text:
        return SAME
    place = name.find(typed.text)
    if place == 0:
        return BEGINS if name[len(typed.text)].isalnum() else FIRST
    if place > 0:
        return WORD if not name[place - 1].isalnum() else INSIDE
    initials = "".join(word[0] for word in name.replace("-", " ").split())
    if typed.letters in initials:
        return INITIALS
    return _letters(typed.letters, name)


def _letters(letters: str, name: str) -> int:
    """Score a name that has the letters in this order; the earlier and the closer together, the better."""
    at = first = name.find(letters[:1])
    for letter in letters[1:]:
        if at < 0:
            break
        at = name.find(letter, at + 1)
    if at < 0:
        return 0
    return LETTERS - min(_ALIAS - 1, first + (at - first + 1 - len(letters)))
