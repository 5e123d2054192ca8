"""Finding the places that a model quotes, word for word or nearly. Offsets are code points, end exclusive."""

import unicodedata
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from annotator.model.values import Part
from annotator.text.tokens import cuts_word, trim

_LONGEST = 2_000  # characters of a quote
_MOST = 200  # places of one quote
_FUZZY_FROM = 16  # small differences are allowed in quotes of at least this many folded characters
_FORGIVEN = 10  # one difference is allowed for this many folded characters
_MOST_FORGIVEN = 8
_STRETCH = 3  # characters by which each end of a near match may be moved to the edge of a word
_MARKS = "\"'“”„‟«»‹›‘’‚‛`´"
_ALIKE = {
    **dict.fromkeys("“”„‟«»″", '"'),
    **dict.fromkeys("‘’‚‛‹›`´′", "'"),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    "…": "...",
}
_DROPPED = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")


class QuotePlaces(NamedTuple):
    """The places of a quote in text order; ``repaired``: the quote does not occur word for word."""

    places: tuple[Part, ...]
    repaired: bool = False


NOWHERE = QuotePlaces(())


class QuoteFinder:
    """Finds quotes in one text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._near = 0  # searches for near matches so far, which are slow

    def find(self, quote: str, *, most_near: int = 100) -> QuotePlaces:
        """Return the places where a quote occurs as whole words, `NOWHERE` if there are none.

        The quote is searched for word for word. If that fails, it is searched for with other white space, quotation
        marks, dashes and case, and then with small differences. This last search is made at most ``most_near`` times
        for a text.
        """
        words = unicodedata.normalize("NFC", quote[:_LONGEST]).strip()
        if not any(character.isalnum() for character in words) or len(quote) > _LONGEST:
            return NOWHERE
        if exact := tuple(_whole(self._text, _all(self._text, words))):
            return QuotePlaces(exact)
        bare = words.strip(_MARKS).strip()
        if bare != words and (exact := tuple(_whole(self._text, _all(self._text, bare)))):
            return QuotePlaces(exact, repaired=True)
        pattern = _folded(bare)[0].strip()
        folded, starts = self._folded
        ranges = ((starts[at], starts[end]) for at, end in _all(folded, pattern))
        if alike := tuple(_whole(self._text, (trim(self._text, *part) for part in ranges))):
            return QuotePlaces(alike, repaired=True)
        if len(pattern) < _FUZZY_FROM or self._near >= most_near:
            return NOWHERE
        self._near += 1
        near = self._nearest(pattern)
        return QuotePlaces((near,), repaired=True) if near is not None else NOWHERE

    @cached_property
    def _folded(self) -> tuple[str, Sequence[int]]:
        return _folded(self._text)

    def _nearest(self, pattern: str) -> Part | None:
        """Return the place that differs least from a folded quote, moved to the edges of words, or None."""
        folded, starts = self._folded
        forgiven = min(_MOST_FORGIVEN, len(pattern) // _FORGIVEN)
        end, distance = _best_end(pattern, folded)
        if distance > forgiven:
            return None
        reach = folded[max(0, end - len(pattern) - forgiven) : end]
        length, _ = _best_end(pattern[::-1], reach[::-1], least=distance, anchored=True)
        start = _edge(self._text, starts[end - length], -1)
        stop = _edge(self._text, starts[end], 1)
        if start is None or stop is None:
            return None
        start, stop = trim(self._text, start, stop)
        return (start, stop) if start < stop else None


def _folded(text: str) -> tuple[str, Sequence[int]]:
    """Return a text without differences that do not matter, such as case.

    The result comes with the offset in ``text`` of each of its characters, followed by the end of ``text``.
    """
    folded: list[str] = []
    starts: list[int] = []
    for at, character in enumerate(text):
        if character in _DROPPED:
            continue
        if character.isspace():
            if not folded or folded[-1] != " ":
                folded.append(" ")
                starts.append(at)
            continue
        plain = _ALIKE.get(character) or unicodedata.normalize("NFKC", character).casefold()
        folded += plain
        starts += [at] * len(plain)
    return "".join(folded), (*starts, len(text))


def _all(text: str, words: str) -> Iterator[Part]:
    at = text.find(words) if words else -1
    for _ in range(_MOST):
        if at < 0:
            return
        yield at, at + len(words)
        at = text.find(words, at + len(words))


def _whole(text: str, parts: Iterator[Part]) -> Iterator[Part]:
    """Yield the parts that neither begin nor end within a word."""
    for start, end in parts:
        if start < end and not cuts_word(text, start) and not cuts_word(text, end):
            yield start, end


def _edge(text: str, at: int, step: int) -> int | None:
    """Return the nearest edge of a word within `_STRETCH` characters, or None.

    Places in the direction of ``step`` are tried before those in the other direction.
    """
    away = [*range(_STRETCH + 1), *range(-1, -_STRETCH - 1, -1)]
    places = (at + step * each for each in away)
    return next((place for place in places if 0 <= place <= len(text) and not cuts_word(text, place)), None)


def _best_end(pattern: str, text: str, *, least: int = 0, anchored: bool = False) -> tuple[int, int]:
    """Return where the part of a text that differs least from a pattern ends, and its number of differences.

    The search stops at a part with ``least`` differences. With ``anchored``, the part must begin where the text begins.

    Source: Myers, A fast bit-vector algorithm for approximate string matching, JACM 46 (1999).
    """
    masks: dict[str, int] = {}
    for at, character in enumerate(pattern):
        masks[character] = masks.get(character, 0) | 1 << at
    last, every = 1 << len(pattern) - 1, (1 << len(pattern)) - 1
    plus, minus, distance = every, 0, len(pattern)
    best = (0, distance)
    for at, character in enumerate(text, 1):
        here = masks.get(character, 0)
        vertical = here | minus
        across = (((here & plus) + plus) ^ plus) | here
        up, down = minus | ~(across | plus) & every, plus & across
        distance += bool(up & last) - bool(down & last)
        up, down = (up << 1 | anchored) & every, down << 1 & every
        plus, minus = down | ~(vertical | up) & every, up & vertical
        if distance < best[1]:
            best = at, distance
            if distance <= least:
                break
    return best
