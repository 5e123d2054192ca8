"""Near-duplicates in a whole corpus, found by the same test as in a project, from the hashes that a run wrote.

Two articles are compared if they share one of their smallest hashes and one of them is among the first articles with
that hash. DuckDB finds these pairs; `near_duplicates.alike` decides. Groups are transitive, as in a project.
"""

import io
from typing import NamedTuple

from annotator.processes.worker import Progress, no_progress
from annotator.scale.places import Folder
from annotator.scale.results.asking import NEAR, RunResults
from annotator.scale.writing import BANDS
from annotator.text.near_duplicates import alike

_FEW = 8  # smallest hashes by which candidates are found: eight found all copies among 40,000 texts
# The first articles with a hash; the other articles with this hash are compared with them only. If there are more, the
# hash comes from a footer, or the articles form one group, which the first ones suffice to find.
_EARLY = 16
_PAIRS = (
    f"WITH hashed AS (SELECT key, unnest(bands[1:{_FEW}]) AS hash FROM articles WHERE problem IS NULL),"  # noqa: S608
    " held AS (SELECT hash, list(key ORDER BY key) AS keys FROM hashed GROUP BY hash HAVING count(*) > 1),"
    f" early AS (SELECT unnest(keys[1:{_EARLY}]) AS one, keys FROM held),"
    " pairs AS (SELECT DISTINCT one, other FROM (SELECT one, unnest(keys) AS other FROM early) WHERE one < other)"
    " SELECT one, other, mine.bands, theirs.bands FROM pairs"
    " JOIN articles AS mine ON mine.key = one JOIN articles AS theirs ON theirs.key = other"
)
_STEP = 1_000  # pairs between two reports of progress


class CopyCounts(NamedTuple):
    """The number of articles that have copies, and the number of groups they form."""

    articles: int
    groups: int

    @property
    def left_out(self) -> int:
        """The number of articles that do not count when each group counts once."""
        return self.articles - self.groups


def find(answers: RunResults, out: Folder, *, progress: Progress = no_progress) -> CopyCounts:
    """Find near-duplicates, and write a file with each article that has copies and the first article of its group.

    Raises:
        ModelError: ``corpus.question``.
        OSError: The file cannot be written.
    """
    first: dict[str, str] = {}
    for number, (one, other, mine, theirs) in enumerate(answers.each(_PAIRS)):
        if number % _STEP == 0:
            progress(number, 0)
        here, there = _root(first, one), _root(first, other)
        if here != there and alike(tuple(mine), tuple(theirs), BANDS):
            early, late = sorted((here, there))
            first[late] = first[early] = early
    roots = {key: _root(first, key) for key in sorted(first)}
    out.put(NEAR, _packed(roots))
    return CopyCounts(len(roots), len(set(roots.values())))


def _root(first: dict[str, str], key: str) -> str:
    """Return the key of the first article in a group, and shorten the chain of keys that leads to it."""
    way = []
    while (above := first.get(key, key)) != key:
        way.append(key)
        key = above
    for one in way:
        first[one] = key
    return key


def _packed(roots: dict[str, str]) -> bytes:
    import pyarrow as pa
    from pyarrow import parquet

    columns = pa.schema({"key": pa.string(), "first": pa.string()})
    table = pa.table({"key": list(roots), "first": list(roots.values())}, columns)
    stream = io.BytesIO()
    parquet.write_table(table, stream, compression="zstd")
    return stream.getvalue()
