"""Finding a model's quotes in the text: word for word, or nearly. Offsets are code points, end exclusive."""

import unicodedata
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from annotator.model.values import Part
from annotator.text.tokens import trim

_LONGEST = 2_000  # characters of a quote
_MOST = 200  # places of one quote
_FUZZY_FROM = 16  # folded characters from which small differences are forgiven
_FORGIVEN = 10  # folded characters for each forgiven difference
_MOST_FORGIVEN = 8
_STRETCH = 3  # characters by which a near miss may be moved to the edge of a word
_MARKS = "\"'“”„‟«»‹›‘’‚‛`´"
_ALIKE = {
    **dict.fromkeys("“”„‟«»″", '"'),
    **dict.fromkeys("‘’‚‛‹›`´′", "'"),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    "…": "...",
}
_DROPPED = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")


class QuotePlaces(NamedTuple):
    """The places of a quote in order; ``repaired`` says that it is not there word for word."""

    places: tuple[Part, ...]
    repaired: bool = False


NOWHERE = QuotePlaces(())


class QuoteFinder:
    """Finds quotes in one text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._near = 0  # searches for near misses so far: they are slow

    def find(self, quote: str, *, most_near: int = 100) -> QuotePlaces:
        """Return the places of a quote: whole words only, none if it is not there.

        First it is searched word for word, then with other white space, quotation marks, dashes and case, then with
        small differences. The near misses of a text are searched for at most ``most_near`` times.
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
        """Return the place that differs least from a folded quote, moved to the edges of words."""
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
    """Fold what does not matter; return the result with the offset in ``text`` of each character, and its end."""
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
        if start < end and not _cuts(text, start) and not _cuts(text, end):
            yield start, end


def _cuts(text: str, at: int) -> bool:
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()


def _edge(text: str, at: int, step: int) -> int | None:
    """Return the nearest edge of a word, outwards if there is one near; None if it is too far."""
    away = [*range(_STRETCH + 1), *range(-1, -_STRETCH - 1, -1)]
    places = (at + step * each for each in away)
    return next((place for place in places if 0 <= place <= len(text) and not _cuts(text, place)), None)


def _best_end(pattern: str, text: str, *, least: int = 0, anchored: bool = False) -> tuple[int, int]:
    """Return where the part of a text ends that differs least from a pattern, and in how many characters.

    Myers, A fast bit-vector algorithm for approximate string matching, JACM 46 (1999). Stops at ``least`` differences.
    ``anchored`` makes the part begin where the text begins.
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
