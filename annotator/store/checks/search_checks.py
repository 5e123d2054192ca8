"""Checks that the full text indexes match the articles and claims.

Only FTS5 itself can tell, and it has to write for that. So it checks a private copy, which SQLite keeps in its cache
and in an unnamed file; others who have the project open need not wait.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing

from annotator.store.checks import schema_guard
from annotator.store.checks.faults import Fault
from annotator.store.checks.schema_guard import Alteration

_INDEXES = {
    "document_search": "does not fit the texts: what is searched for may not be found",
    "claim_search": "does not fit the claims: what was said before may not be found",
}


def are_altered(altered: Iterable[Alteration]) -> bool:
    """Return whether the indexes are not ours, so that they must not be used."""
    names = {alteration.name for alteration in altered}
    return bool(names & (schema_guard.searches() | schema_guard.SEARCHED))


def look(connection: sqlite3.Connection) -> Iterator[Fault]:
    """Compare the indexes with their content."""
    with closing(sqlite3.connect("", isolation_level=None)) as copy:
        try:
            connection.backup(copy)
        except sqlite3.OperationalError as error:
            if error.sqlite_errorname != "SQLITE_FULL":
                raise
            what = "could not be compared with the texts: there is no room for a copy among the temporary files"
            yield Fault(table="document_search", row="", what=what)
            return
        schema_guard.distrust(copy)
        for name, what in _INDEXES.items():
            try:
                copy.execute(f"INSERT INTO {name} ({name}, rank) VALUES ('integrity-check', 1)")  # noqa: S608  # ours
            except sqlite3.DatabaseError as error:
                if not error.sqlite_errorname.startswith("SQLITE_CORRUPT"):
                    raise
                yield Fault(table=name, row="", what=what)
