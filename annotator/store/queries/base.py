"""The base class of all queries: it runs statements on one open project file and raises errors as `StoreError`."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeAlias

from annotator.store.connection import Connection
from annotator.store.row_json import readable
from annotator.store.rows import RowT, Table, TextOf
from annotator.store.sqlite_errors import sqlite_errors

Bound: TypeAlias = Mapping[str, Any] | Sequence[Any]  # the values for a statement's parameters, by name or by position


class Queries:
    """Queries over one open project file; each kind of question has a subclass."""

    def __init__(self, connection: Connection, path: Path) -> None:
        self._connection = connection
        self._path = path

    def _all(self, statement: str, values: Bound = ()) -> list[Any]:
        with sqlite_errors(self._path, reads=True):
            return self._connection.execute(statement, values).fetchall()

    def _one(self, statement: str, values: Bound = ()) -> Any:
        with sqlite_errors(self._path, reads=True):
            return self._connection.execute(statement, values).fetchone()

    def _column(self, statement: str, values: Bound = ()) -> list[str]:
        return [value for (value,) in self._all(statement, values)]

    def _portions(self, statement: str, values: Bound = (), size: int = 200) -> Iterator[Any]:
        """Yield the rows that a statement finds; at most ``size`` of them are in memory at a time."""
        with sqlite_errors(self._path, reads=True):
            found = self._connection.execute(statement, values)
            while rows := found.fetchmany(size):
                yield from rows

    def _rows(self, table: Table[RowT], rest: str, values: Mapping[str, Any], text: TextOf) -> list[RowT]:
        """Return rows of a table as values; ``rest`` is the SQL after WHERE.

        Raises:
            StoreError: ``store.damaged``, or the file cannot be read.
        """
        statement = f"SELECT {', '.join(table.read)} FROM {table.name} WHERE {rest}"  # noqa: S608  # names of ours
        rows, key = [], None
        with readable(self._path, table.name, lambda: key):
            for found in self._all(statement, values):
                key = found[0]
                rows.append(table.value(found, text))
        return rows
