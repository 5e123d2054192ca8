"""Questions about the results of a run, which DuckDB answers from the files; nothing is loaded beforehand.

The views ``articles`` and ``suggestions`` have the columns of `annotator.scale.writing`. A question is one SELECT;
DuckDB cannot leave the folder of the results, and loads no extension.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, NamedTuple

from annotator.scale.places import Folder
from annotator.scale.run import known
from annotator.scale.writing import ARTICLES, SUFFIX, SUGGESTIONS
from annotator.system.errors import QT_TRANSLATE_NOOP, ModelError

_MEMORY = "1GB"
_ONLY = QT_TRANSLATE_NOOP("Errors", "a question is one SELECT")
_ELSEWHERE = QT_TRANSLATE_NOOP("Errors", "they are not on this computer")
FACETS = ("language", "publisher", "licence", "month", "shard")
_COMPUTED = {"month": "substr(published, 1, 7)"}  # how a facet is computed, if it is no column
_MOST = 200  # values of a facet


class Total(NamedTuple):
    """The sums over all articles without a problem; ``rows`` are those with one, too."""

    rows: int
    articles: int
    words: int
    names: int
    claims: int
    worthy: int
    suggestions: int


class Share(NamedTuple):
    """One value of a facet: how many articles have it, and their sums."""

    value: str | None
    articles: int
    words: int
    names: int
    claims: int
    doubt: float


class Answers:
    """The results of a run, open for questions; see `opened`."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection

    def rows(self, question: str, values: Sequence[object] | Mapping[str, object] = ()) -> list[tuple[Any, ...]]:
        """Return the answer to a SELECT over the views, with its parameters by place or by name.

        Raises:
            ModelError: ``corpus.question`` if DuckDB refuses it.
        """
        import duckdb

        try:
            statements = self._connection.extract_statements(question)
            if [statement.type for statement in statements] != [duckdb.StatementType.SELECT]:
                raise ModelError("corpus.question", reason=_ONLY)
            found: list[tuple[Any, ...]] = self._connection.execute(statements[0], values or None).fetchall()
        except duckdb.Error as error:
            raise ModelError("corpus.question", reason=str(error).splitlines()[0]) from error
        return found

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
        question = "SELECT problem, count(*) FROM articles WHERE problem IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1"
        return dict(self.rows(question))

    def labels(self) -> dict[tuple[str, str], int]:
        """Return the number of suggestions of each layer and label, most frequent first."""
        question = "SELECT layer, label, count(*) FROM suggestions GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2"
        return {(layer, label): count for layer, label, count in self.rows(question)}

    def facet(self, name: str, most: int = _MOST) -> list[Share]:
        """Return the most frequent values of one of `FACETS`.

        Raises:
            ValueError: It is no facet.
        """
        if name not in FACETS:
            raise ValueError(f"{name} is no facet")
        value = _COMPUTED.get(name, name)
        question = (
            f"SELECT {value}, count(*), sum(words)::BIGINT, sum(names)::BIGINT, sum(claims)::BIGINT,"  # noqa: S608
            " sum(doubt * words) / greatest(sum(words), 1) FROM articles WHERE problem IS NULL"
            " GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ?"
        )
        return [Share._make(row) for row in self.rows(question, [most])]


@contextmanager
def opened(out: str) -> Iterator[Answers]:
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
    with duckdb.connect(":memory:") as connection:
        try:
            connection.execute(f"SET memory_limit = '{_MEMORY}'")
            connection.execute(f"SET allowed_directories = [{_quoted(f'{folder.address}/')}]")
            connection.execute("SET enable_external_access = false")
            for room in (ARTICLES, SUGGESTIONS):
                files = ", ".join(_quoted(str(folder.path / room / name)) for name in parts)
                connection.execute(f"CREATE VIEW {room} AS SELECT * FROM read_parquet([{files}])")  # noqa: S608
            connection.execute("SET lock_configuration = true")
        except duckdb.Error as error:
            raise ModelError("corpus.question", reason=str(error).splitlines()[0]) from error
        yield Answers(connection)


def _quoted(words: str) -> str:
    return "'" + words.replace("'", "''") + "'"
