"""Queries of disputes: fields of a row that two copies of a project changed differently before a merge."""

from contextlib import AbstractContextManager
from typing import Any, NamedTuple

from annotator.model.json_rows import object_from
from annotator.store.queries.base import Queries
from annotator.store.row_json import load, readable


class Disputed(NamedTuple):
    """A field in dispute, with ``{edit, annotator, value}`` of each side; ``field`` is "" for the whole row."""

    kind: str
    row: str
    field: str
    said: tuple[dict[str, Any], ...]


class Disputes(Queries):
    """Queries of disputes; any edit of a row settles the row's disputes."""

    def all(self) -> list[Disputed]:
        """Return all disputes, ordered by row.

        Raises:
            StoreError: ``store.damaged`` if a dispute is unreadable.
        """
        found, key = [], ""
        with readable(self._path, "dispute", lambda: key):
            for kind, row, name, said in self._all(
                "SELECT kind, row, field, said FROM dispute ORDER BY kind, row, field"
            ):
                key = row
                sides = tuple(object_from(side) for side in load(said))
                if not all({"edit", "annotator", "value"} <= side.keys() for side in sides):
                    raise ValueError("a side without value")
                found.append(Disputed(kind, row, name, sides))
        return found

    def readable(self, row: str) -> AbstractContextManager[None]:
        """Raise ``store.damaged`` for errors in using a row's disputes, which another program may have changed."""
        return readable(self._path, "dispute", lambda: row)

    def count(self) -> int:
        """Return the number of rows in dispute."""
        (found,) = self._one("SELECT count(*) FROM (SELECT DISTINCT kind, row FROM dispute)")
        return int(found)
