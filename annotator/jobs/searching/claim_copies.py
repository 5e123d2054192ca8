"""Finding claims that say nearly the same but are not linked, so that a person can link them. Only reads."""

from collections.abc import Collection, Iterable
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from annotator.jobs.searching.contrast_kinds import ContrastKind
from annotator.jobs.searching.said_before import sayings
from annotator.jobs.snapshots import reading
from annotator.processes.worker import Progress, no_progress
from annotator.store.queries.claim_search import ClaimLine
from annotator.text.amounts import amounts, lacking
from annotator.text.stems import NEGATED, stems

MOST = 100  # pairs listed
COMPARED = 4_000  # the newest claims; each is compared with every other
_LEAST = 0.7  # cosine of near-duplicates; claims that say the same in quite different words are often below
_amounts = lru_cache(maxsize=COMPARED)(amounts)  # a claim is in many pairs
_FEWEST_WORDS = 2  # stems that a claim needs to be distinguishable from others


class ClaimCopies(NamedTuple):
    """Two claims that say nearly the same, the one in the earlier article first; ``likeness`` is from 0 to 1."""

    one: ClaimLine
    other: ClaimLine
    likeness: float

    @property
    def ids(self) -> frozenset[str]:
        """The ids of the two claims."""
        return frozenset({self.one.id, self.other.id})


def claim_copies(
    project: Path, declined: Collection[frozenset[str]] = (), *, progress: Progress = no_progress
) -> tuple[ClaimCopies, ...]:
    """Return pairs of the current annotator's claims that may be the same, most similar first. Runs as a job.

    Two claims are not the same if their numbers differ, or anything else that `contrasts` knows. A pair is left out if
    other pairs already connect its claims. ``declined`` are the pairs of ids that a person declined; they are left out,
    too.
    """
    from annotator.jobs.searching.meaning import shipped  # imports numpy; the window imports this module
    from annotator.suggest.encoder.meaning import Said, likeness
    from annotator.suggest.encoder.vector_cache import key

    progress(0, 1)
    meanings = shipped()
    if meanings is None:
        return ()
    meanings.cache.refresh()
    with reading(project) as opened:
        said = opened.read.claims.sayings(opened.annotator)[-COMPARED:]
        keys = [key(Said(language, text or quote)) for _, language, quote, text in said]
        pairs = meanings.alike(keys, _LEAST)
        joined = _Groups(opened.read.claims.joined())
        near = [(said[one][0], said[other][0], cosine) for one, other, cosine in pairs[: 20 * MOST]]
        ids = {id_ for one, other, _ in near for id_ in (one, other)}
        lines = {line.id: line for line in opened.read.claims.lines(ids, opened.annotator)}
    found: list[ClaimCopies] = []
    for one, other, cosine in near:
        pair = sorted((lines[one], lines[other]), key=lambda line: (line.published or "", line.id))
        if {one, other} in declined or not _may_be_one(*pair) or not joined.join(one, other):
            continue
        found.append(ClaimCopies(pair[0], pair[1], likeness(cosine)))
        if len(found) == MOST:
            break
    return tuple(found)


class _Groups:
    """Groups of claims that are the same, directly or through other claims."""

    def __init__(self, pairs: Iterable[tuple[str, str]]) -> None:
        self._above: dict[str, str] = {}
        for one, other in pairs:
            self.join(one, other)

    def join(self, one: str, other: str) -> bool:
        """Merge the groups of two claims; return whether they were different groups."""
        first, second = self._head(one), self._head(other)
        self._above[first] = second
        return first != second

    def _head(self, id_: str) -> str:
        head = id_
        while self._above.get(head, head) != head:
            head = self._above[head]
        while self._above.get(id_, id_) != id_:
            id_, self._above[id_] = self._above[id_], head
        return head


def _may_be_one(one: ClaimLine, other: ClaimLine) -> bool:
    """Return whether two claims may be the same: no overlap, enough words, the same numbers, nothing that differs."""
    from annotator.jobs.searching.contrasts import Wording, contrasts  # not before the window is painted

    if one.document == other.document and one.start < other.end and other.start < one.end:
        return False
    first, second = (Wording(each.language, sayings(each)[-1]) for each in (one, other))
    if min(len(stems(each.text) - {NEGATED}) for each in (first, second)) < _FEWEST_WORDS:
        return False  # “that is wrong” says nothing by itself
    here, there = (_amounts(each.text, each.language) for each in (first, second))
    if lacking(here.values, there.values) or lacking(there.values, here.values) or here.years != there.years:
        return False
    return all(each.kind == ContrastKind.WORDS for each in contrasts(first, second))
