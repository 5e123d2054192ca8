"""Meaning in a corpus: claims that say the same, and groups of articles, by the vectors that a run has written.

The 384 numbers of a vector are whole and small, so that a product of two vectors is exact in single precision, and so
the same on all processors.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from annotator.processes.worker import Progress, no_progress
from annotator.scale.places import Folder
from annotator.scale.results.asking import RunResults
from annotator.scale.vectors import meaning_model
from annotator.scale.writing import ARTICLES, SIZE, SUGGESTIONS, VECTOR
from annotator.suggest.encoder.meaning import Said, least_cosine, likeness
from annotator.system.errors import QT_TRANSLATE_NOOP, ModelError

_AT_ONCE = 8_192  # vectors compared in one step
_GROUPS = 64  # groups of articles, at most
_EXACT = 10_000  # cosines are compared as whole numbers of this fraction
_NO_VECTORS = QT_TRANSLATE_NOOP("Errors", "its vectors have another form")
_NO_COLUMN = QT_TRANSLATE_NOOP("Errors", "a column is missing or has another form")

_Rows: TypeAlias = NDArray[np.int8]


class NearClaim(NamedTuple):
    """A claim near in meaning: how near (0 to 1), its words and article, and how many articles have the same words."""

    likeness: float
    quote: str
    key: str
    title: str | None
    publisher: str | None
    published: str | None
    articles: int


def same(
    out: Folder, answers: RunResults, asked: Said, most: int, *, progress: Progress = no_progress
) -> list[NearClaim]:
    """Return the claims of a corpus nearest in meaning to a sentence, nearest first; equal words count once.

    Raises:
        ModelError: ``corpus.vectors`` if the run wrote none, ``corpus.question``, ``source.meaning``.
        OSError: The results cannot be read.
    """
    wanted = meaning_model().vectors([asked])
    best: dict[str, tuple[int, str]] = {}
    among = 0
    for done, (columns, rows) in enumerate(_parts(out, answers, SUGGESTIONS, ("key", "quote"))):
        progress(done, len(answers.parts))
        among += len(rows)
        near = _cosines(rows, wanted)[:, 0]
        worst = min(cosine for cosine, _ in best.values()) if len(best) == most else 0
        fresh = 0
        for at in np.argsort(-near, kind="stable").tolist():
            if near[at] <= worst or fresh == most:
                break
            quote = columns["quote"][at].as_py()
            fresh += quote not in best
            if near[at] > best.get(quote, (0, ""))[0]:
                best[quote] = int(near[at]), columns["key"][at].as_py()
        best = dict(sorted(best.items(), key=lambda one: -one[1][0])[:most])
    least = least_cosine(among) * _EXACT
    found = {quote: one for quote, one in best.items() if one[0] >= least}
    about = _about(answers, [key for _, key in found.values()])
    counts = _counts(answers, list(found))
    return [
        NearClaim(likeness(cosine / _EXACT), quote, key, *about.get(key, (None, None, None)), counts.get(quote, 1))
        for quote, (cosine, key) in found.items()
    ]


def grouped(
    out: Folder, answers: RunResults, typical: Mapping[str, bytes | None], most: int
) -> tuple[list[str], list[str]]:
    """Return the keys of all articles with a vector, and the group of each.

    The middles of the groups are those articles of ``typical`` that together represent all of ``typical`` best. An
    article belongs to the nearest middle.

    Args:
        out: The folder of results.
        answers: The results.
        typical: The vectors of some articles drawn at random, by key.
        most: The maximum number of groups.

    Raises:
        ModelError: ``corpus.vectors``.
        OSError: The results cannot be read.
    """
    whole = [vector for vector in typical.values() if isinstance(vector, bytes) and len(vector) == SIZE]
    some = np.frombuffer(b"".join(whole), np.int8).reshape(-1, SIZE)
    middles = some[_middles(some, min(_GROUPS, most))] if len(some) else some
    names = [f"group {number + 1:02}" for number in range(len(middles))]  # shared by all articles, to save memory
    keys: list[str] = []
    groups: list[str] = []
    for columns, rows in _parts(out, answers, ARTICLES, ("key",)):
        if not len(middles):
            break
        for start in range(0, len(rows), _AT_ONCE):
            nearest = _cosines(rows[start : start + _AT_ONCE], middles).argmax(1)
            groups += [names[number] for number in nearest.tolist()]
        keys += columns["key"].to_pylist()
    return keys, groups


def _parts(
    out: Folder, answers: RunResults, room: str, names: Collection[str]
) -> Iterator[tuple[dict[str, Any], _Rows]]:
    """Yield, for each part, columns of strings and the vectors, of the rows that lack none of these values."""
    for part in answers.parts:
        table = _table(out, f"{room}/{part}", names)
        if table.num_rows:
            vector = table[VECTOR].chunk(0)
            content = memoryview(vector.buffers()[1])[vector.offset * SIZE : (vector.offset + len(vector)) * SIZE]
            yield {name: table[name] for name in names}, np.frombuffer(content, np.int8).reshape(-1, SIZE)


def _table(out: Folder, name: str, names: Collection[str]) -> Any:
    """Return columns of strings and the vectors of a result file, of the rows that lack none of these values.

    Raises:
        ModelError: ``corpus.vectors``, ``corpus.damaged``.
        OSError: The file cannot be read.
    """
    import pyarrow as pa
    from pyarrow import parquet

    with out.open(name) as file:
        try:
            opened = parquet.ParquetFile(file)
            columns = opened.schema_arrow
            if VECTOR not in columns.names:
                raise ModelError("corpus.vectors", out=out.address)
            if columns.field(VECTOR).type != pa.binary(SIZE):
                raise out.damaged(name, _NO_VECTORS)
            if any(one not in columns.names or columns.field(one).type != pa.string() for one in names):
                raise out.damaged(name, _NO_COLUMN)
            table = opened.read(columns=[*names, VECTOR])
        except (pa.ArrowException, OSError, ValueError) as error:
            if getattr(error, "errno", None):
                raise
            raise out.damaged(name, str(error).splitlines()[0]) from error
    return table.drop_null().combine_chunks()


def _cosines(rows: _Rows, others: _Rows) -> NDArray[np.int64]:
    """Return the cosine of each row with each of the others, as whole numbers of `_EXACT`."""
    wanted = others.astype(np.float32)
    found = np.empty((len(rows), len(others)), np.int64)
    for start in range(0, len(rows), _AT_ONCE):
        some = rows[start : start + _AT_ONCE].astype(np.float32)
        products = (some @ wanted.T).astype(np.float64)  # exact: at most 384 · 127²
        lengths = np.sqrt(np.outer(_squares(some), _squares(wanted)))
        found[start : start + _AT_ONCE] = np.rint(_EXACT * products / np.maximum(lengths, 1))
    return found


def _squares(rows: NDArray[np.float32]) -> NDArray[np.float64]:
    found: NDArray[np.float64] = np.einsum("ij,ij->i", rows, rows).astype(np.float64)
    return found


def _middles(rows: _Rows, most: int) -> list[int]:
    """Return the numbers of the rows that represent all rows best, as `variety` chooses articles in a project."""
    near = np.maximum(_cosines(rows, rows), 0)
    covered = np.zeros(len(rows), np.int64)
    chosen: list[int] = []
    for _ in range(min(most, len(rows))):
        gains = np.maximum(near - covered, 0).sum(1)
        gains[chosen] = -1
        chosen.append(int(gains.argmax()))
        covered = np.maximum(covered, near[chosen[-1]])
    return chosen


def _about(answers: RunResults, keys: Sequence[str]) -> dict[str, tuple[str | None, str | None, str | None]]:
    query = "SELECT key, title, publisher, published FROM articles WHERE key IN (SELECT unnest($keys::VARCHAR[]))"
    return {
        key: (title, publisher, published)
        for key, title, publisher, published in answers.rows(query, {"keys": list(keys)})
    }


def _counts(answers: RunResults, quotes: Sequence[str]) -> dict[str, int]:
    query = (
        "SELECT quote, count(DISTINCT key) FROM suggestions WHERE layer = 'claims'"
        " AND quote IN (SELECT unnest($quotes::VARCHAR[])) AND key IN (SELECT key FROM once) GROUP BY 1"
    )
    return dict(answers.rows(query, {"quotes": list(quotes)}))
