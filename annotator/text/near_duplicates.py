"""Finding near-duplicate articles: copies of one wire story with another headline, a cut or a correction.

Source: Broder, "On the resemblance and containment of documents", 1997. An article is treated as the set of its runs of
five words. Only the smallest hashes of the runs are kept; they are a fair sample of all runs.
"""

import re
import zlib
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping
from typing import TypeAlias

Sketch: TypeAlias = tuple[int, ...]
"""The smallest hashes of a text's runs of words, in ascending order; at most `SIZE`."""

SIZE = 128
_RUN = 5  # words in a run
_ALIKE = 0.5  # share of the shorter text's runs that two near-duplicates have in common
_FEWEST = 3  # runs in common; a single one may be a phrase
_LOOKED_UP = 16  # texts remembered per run; a run of more texts is in a footer, or the texts are grouped already
_WORD = re.compile(r"\w+")


def sketch(text: str) -> Sketch:
    """Return the sketch of a text; case and punctuation are ignored."""
    words = _WORD.findall(text.casefold())
    if not words:
        return ()
    coded = " ".join(words).encode().split(b" ")
    runs = zip(*(coded[start:] for start in range(min(_RUN, len(coded)))), strict=False)
    return tuple(sorted(set(map(zlib.crc32, map(b" ".join, runs))))[:SIZE])


def alike(one: Sketch, other: Sketch, size: int = SIZE) -> bool:
    """Return whether most of the shorter text is in the other; ``size`` is the largest size of a sketch."""
    if one == other:
        return bool(one)
    reach = min(_reach(one, size), _reach(other, size))
    mine, theirs = (known[: bisect_right(known, reach)] for known in (one, other))
    common = len(set(mine).intersection(theirs))
    return common >= _FEWEST and common >= _ALIKE * min(len(mine), len(theirs))


def groups(sketches: Mapping[str, Sketch]) -> dict[str, str]:
    """Map each text id to the lowest id in its group of near-duplicates; a text without any maps to itself.

    Groups are transitive: a text that is like texts of two groups joins both groups.
    """
    first: dict[str, str] = {id_: id_ for id_ in sketches}
    holders: dict[int, list[str]] = {}
    for id_ in sorted(sketches):
        shared: Counter[str] = Counter()
        for value in sketches[id_]:
            known = holders.setdefault(value, [])
            shared.update(known)
            if len(known) < _LOOKED_UP:
                known.append(id_)
        for other, _ in sorted(shared.items()):
            mine, theirs = _root(first, id_), _root(first, other)
            if mine != theirs and alike(sketches[id_], sketches[other]):
                first[max(mine, theirs)] = min(mine, theirs)
    return {id_: _root(first, id_) for id_ in first}


def _reach(known: Sketch, size: int) -> int:
    """Return the largest hash up to which a sketch is complete."""
    return known[-1] if len(known) == size else 1 << 32


def _root(first: dict[str, str], id_: str) -> str:
    while first[id_] != id_:
        first[id_] = first[first[id_]]
        id_ = first[id_]
    return id_
