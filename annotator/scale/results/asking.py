"""Queries over the results of a run. DuckDB answers them from the files; nothing is loaded beforehand.

The views ``articles`` and ``suggestions`` have the columns of `annotator.scale.writing`. The view ``near`` has the
``key`` of each article that has copies, and the key of the ``first`` copy. The view ``once`` has the articles without a
problem, and only the first of several copies. A query is one SELECT; DuckDB cannot read outside the folder of the
results, and loads no extension.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from annotator.scale.places import Folder
from annotator.scale.run import known
from annotator.scale.writing import ARTICLES, SUFFIX, SUGGESTIONS, VECTOR
from annotator.system.errors import QT_TRANSLATE_NOOP, ModelError

_MEMORY = "300MB"
_ONLY = QT_TRANSLATE_NOOP("Errors", "a query must be a single SELECT statement")
_KEY = QT_TRANSLATE_NOOP("Errors", "a query for a sample must select the column “key”")
_ELSEWHERE = QT_TRANSLATE_NOOP("Errors", "they are not on this computer")
FACETS = ("language", "publisher", "licence", "month", "shard")
_COMPUTED = {"month": "substr(published, 1, 7)"}  # the expressions of facets that are not columns
_MOST = 200  # values of a facet
_PORTION = 10_000  # rows in memory at a time
_EQUAL = "key IN (SELECT min(key) FROM articles WHERE problem IS NULL GROUP BY sha256)"
_FIRST = "key NOT IN (SELECT key FROM near WHERE key <> first)"
_NOBODY = "(SELECT NULL::VARCHAR AS key, NULL::VARCHAR AS first LIMIT 0)"
NEAR = f"near{SUFFIX}"


class Total(NamedTuple):
    """Sums over all articles without a problem; ``rows`` also counts the articles with a problem."""

    rows: int
    articles: int
    words: int
    names: int
    claims: int
    worthy: int
    suggestions: int


class FacetShare(NamedTuple):
    """A value of a facet: the number of articles that have it, and the sums over these articles."""

    value: str | None
    articles: int
    words: int
    names: int
    claims: int
    doubt: float


class RunResults:
    """The results of a run, open for queries; see `opened`."""

    def __init__(self, connection: Any, parts: Sequence[str], *, near: bool) -> None:
        self._connection = connection
        self.parts = tuple(parts)  # the file names of the parts that are finished
        self.near = near  # whether near-duplicates are known; otherwise only equal texts count once

    def rows(self, query: str, values: Sequence[object] | Mapping[str, object] = ()) -> list[tuple[Any, ...]]:
        """Return the answer to a SELECT over the views, with its parameters by position or by name.

        Raises:
            ModelError: ``corpus.question`` if DuckDB refuses it.
        """
        with _refusals():
            found: list[tuple[Any, ...]] = self._connection.execute(self._one(query), values or None).fetchall()
        return found

    def each(self, query: str) -> Iterator[tuple[Any, ...]]:
        """Yield the rows of an answer that may be too long for memory.

        Raises:
            ModelError: ``corpus.question``.
        """
        with _refusals():
            answer = self._connection.cursor().execute(self._one(query))
        while True:
            with _refusals():
                some = answer.fetchmany(_PORTION)
            if not some:
                return
            yield from some

    def remember(self, name: str, query: str) -> None:
        """Store the answer to a SELECT, such as a user's, as a table that other queries can name.

        Raises:
            ModelError: ``corpus.question``, also if it has no column ``key``.
        """
        self._one(query)
        with _refusals():
            self._connection.execute(f"CREATE OR REPLACE TEMP TABLE {name} AS {query}")
            columns = [column for column, *_ in self._connection.execute(f"DESCRIBE {name}").fetchall()]
        if "key" not in columns:
            raise ModelError("corpus.question", reason=_KEY)

    def know(self, name: str, columns: Mapping[str, Sequence[str]]) -> None:
        """Store columns of strings as a table that queries can name.

        Raises:
            ModelError: ``corpus.question``.
        """
        import pyarrow as pa

        with _refusals():
            self._connection.register(
                name, pa.table({column: pa.array(words, pa.string()) for column, words in columns.items()})
            )

    def vectors(self) -> int:
        """Return the number of vectors of articles and claims; 0 for a run without them."""
        counts = [
            self.rows(f"SELECT count({VECTOR}) FROM {room}")  # noqa: S608
            for room in (ARTICLES, SUGGESTIONS)
            if any(name == VECTOR for name, *_ in self.rows(f"SELECT column_name FROM (DESCRIBE {room})"))  # noqa: S608
        ]
        return sum(count for ((count,),) in counts)

    def _one(self, query: str) -> Any:
        """Return a query as a parsed statement; raise `ModelError` unless it is a single SELECT."""
        import duckdb

        with _refusals():
            statements = self._connection.extract_statements(query)
        if [statement.type for statement in statements] != [duckdb.StatementType.SELECT]:
            raise ModelError("corpus.question", reason=_ONLY)
        return statements[0]

    def total(self) -> Total:
        """Return the sums over all articles."""
        (sums,) = self.rows(
            "SELECT count(*), count(*) FILTER (problem IS NULL), coalesce(sum(words), 0)::BIGINT,"
            " coalesce(sum(names), 0)::BIGINT, coalesce(sum(claims), 0)::BIGINT, coalesce(sum(worthy), 0)::BIGINT"
            " FROM articles"
        )
        ((suggestions,),) = self.rows("SELECT count(*) FROM suggestions")
        return Total._make((*sums, suggestions))

    def problems(self) -> dict[str, int]:
        """Return the number of rows with each problem, most frequent first."""
        query = "SELECT problem, count(*) FROM articles WHERE problem IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1"
        return dict(self.rows(query))

    def repeated_ids(self) -> int:
        """Return how many articles have an id of the publisher that another article has, too; none is left out."""
        several = "SELECT count(*) AS n FROM articles WHERE id IS NOT NULL GROUP BY id HAVING count(*) > 1"
        ((count,),) = self.rows(f"SELECT coalesce(sum(n), 0)::BIGINT FROM ({several})")  # noqa: S608
        return int(count)

    def labels(self) -> dict[tuple[str, str], int]:
        """Return the number of suggestions of each layer and label, most frequent first."""
        query = "SELECT layer, label, count(*) FROM suggestions GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2"
        return {(layer, label): count for layer, label, count in self.rows(query)}

    def facet(self, name: str, most: int = _MOST) -> list[FacetShare]:
        """Return the most frequent values of one of `FACETS`.

        Raises:
            ValueError: ``name`` is not one of them.
        """
        if name not in FACETS:
            raise ValueError(f"{name} is no facet")
        value = _COMPUTED.get(name, name)
        query = (
            f"SELECT {value}, count(*), sum(words)::BIGINT, sum(names)::BIGINT, sum(claims)::BIGINT,"  # noqa: S608
            " sum(doubt * words) / greatest(sum(words), 1) FROM articles WHERE problem IS NULL"
            " GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ?"
        )
        return [FacetShare._make(row) for row in self.rows(query, [most])]


@contextmanager
def opened(out: str) -> Iterator[RunResults]:
    """Open the results of a run on this computer.

    Raises:
        ModelError: ``corpus.none`` if there are none yet, ``corpus.damaged``, ``corpus.question``.
        OSError: The folder cannot be read.
    """
    import duckdb

    folder = Folder.at(out)
    run = known(folder)
    if folder.path is None:
        raise ModelError("corpus.question", reason=_ELSEWHERE)
    here = {room: folder.names(room) for room in (ARTICLES, SUGGESTIONS)}
    parts = [name for part in run.parts if (name := f"{part}{SUFFIX}") in here[ARTICLES] & here[SUGGESTIONS]]
    if not parts:
        raise ModelError("corpus.none", out=folder.address)
    near = NEAR in folder.children()
    with duckdb.connect(":memory:") as connection, TemporaryDirectory(prefix="spanwright-") as room:
        with _refusals():
            connection.execute(f"SET memory_limit = '{_MEMORY}'")
            connection.execute(f"SET temp_directory = {_quoted(room)}")
            connection.execute(f"SET allowed_directories = [{_quoted(f'{folder.address}/')}]")
            connection.execute("SET enable_external_access = false")
            for name in (ARTICLES, SUGGESTIONS):
                files = ", ".join(_quoted(str(folder.path / name / part)) for part in parts)
                connection.execute(f"CREATE VIEW {name} AS SELECT * FROM read_parquet([{files}])")  # noqa: S608
            known_near = f"read_parquet({_quoted(str(folder.path / NEAR))})" if near else _NOBODY
            connection.execute(f"CREATE VIEW near AS SELECT key, first FROM {known_near}")  # noqa: S608
            single = _FIRST if near else _EQUAL
            connection.execute(f"CREATE VIEW once AS SELECT * FROM articles WHERE problem IS NULL AND {single}")  # noqa: S608
            connection.execute("SET lock_configuration = true")
        yield RunResults(connection, parts, near=near)


@contextmanager
def _refusals() -> Iterator[None]:
    """Raise errors of DuckDB as ``corpus.question``."""
    import duckdb

    try:
        yield
    except duckdb.Error as error:
        raise ModelError("corpus.question", reason=str(error).splitlines()[0]) from error


def _quoted(words: str) -> str:
    return "'" + words.replace("'", "''") + "'"
