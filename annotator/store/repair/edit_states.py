"""The states of rows according to the log of edits: the last word on salvaged rows."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from annotator.store.connection import Connection
from annotator.store.repair.mending import from_log, read_json
from annotator.store.repair.salvage import Found
from annotator.store.repair.shapes import Row
from annotator.store.rows import TABLES

_KEYS = {table.name: table.key for table in TABLES.values()}
_JSON = frozenset({"parts", "attributes", "origin", "aliases", "relations", "meta", "excluded"})


class EditStates:
    """The last state of each row that the log names, in a table of the scratch database."""

    def __init__(self, found: Found) -> None:
        self._rows: Connection = found.rows
        numbers = self._rows.execute("SELECT count(*), coalesce(max(number), 0), min(number) FROM edit").fetchone()
        self.missing = max(0, numbers[1] - numbers[0])
        self.complete = not self.missing and self._ends_where_it_ended(found, numbers[1])
        self._rows.execute(
            "CREATE TABLE logged (of TEXT, key TEXT, document TEXT, after TEXT, PRIMARY KEY (of, key)) WITHOUT ROWID"
        )
        self._rows.execute("CREATE TABLE deleted (document TEXT PRIMARY KEY)")
        self._rows.execute("CREATE TABLE about (edit INTEGER, document TEXT, PRIMARY KEY (edit, document))")
        self._rows.execute("BEGIN")
        for number, changes in self._rows.execute("SELECT number, changes FROM edit ORDER BY number"):
            self._note_changes(number, read_json(changes))
        self._rows.execute("INSERT OR IGNORE INTO about SELECT edit, document FROM edit_document")
        self._rows.execute(
            "INSERT OR IGNORE INTO deleted SELECT document FROM about JOIN edit ON number = edit WHERE kind = 'delete'"
        )
        self._rows.execute("COMMIT")
        self._rows.execute("CREATE INDEX logged_of ON logged (of, document)")

    def _ends_where_it_ended(self, found: Found, last: int) -> bool:
        """Return whether no edit is missing at the end: the index of the log knows the last one."""
        if not found.faulty("edit"):
            return True
        (named,) = self._rows.execute("SELECT coalesce(max(number), 0) FROM named WHERE of = 'edit'").fetchone()
        return "edit" in found.listed and named <= last

    def last(self, table: str, key: tuple[object, ...]) -> tuple[bool, str | None]:
        """Return whether the log names a row, and its last state as JSON; None if it was removed."""
        found = self._rows.execute(
            "SELECT after FROM logged WHERE of = ? AND key = ?", [table, json.dumps(key)]
        ).fetchone()
        return (False, None) if found is None else (True, found[0])

    def rows_of(self, table: str, document: str | None) -> Iterator[str]:
        """Yield the last states of a table's rows that were not removed, of one document or of none."""
        statement = "SELECT after FROM logged WHERE of = ? AND document IS ? AND after IS NOT NULL"
        yield from (after for (after,) in self._rows.execute(statement, [table, document]).fetchall())

    def was_deleted(self, document: str) -> bool:
        """Return whether the log says that an article was deleted."""
        return self._rows.execute("SELECT 1 FROM deleted WHERE document = ?", [document]).fetchone() is not None

    def about(self, number: object) -> list[str]:
        """Return the ids of the articles that an edit was about."""
        found = self._rows.execute("SELECT document FROM about WHERE edit = ? ORDER BY document", [number])
        return [document for (document,) in found]

    def contradicts(self, table: str, row: Row, text: str) -> bool:
        """Return whether the log, if complete, disagrees with a row."""
        if not self.complete:
            return False
        known, after = self.last(table, key_of(table, row))
        if not known or after is None:
            return known
        logged = from_log(after, text)
        return logged is None or any(_value(name, logged[name]) != _value(name, row.get(name)) for name in logged)

    def _note_changes(self, number: int, changes: Any) -> None:
        for change in changes if isinstance(changes, list) else ():
            if not isinstance(change, Mapping):
                continue
            for side in ("before", "after"):
                self._note(number, change.get(side), removed=side == "before")

    def _note(self, number: int, row: Any, *, removed: bool) -> None:
        if not isinstance(row, Mapping) or row.get("row") not in _KEYS:
            return
        table = str(row["row"])
        key = key_of(table, row)
        document = row.get("id") if table == "document" else row.get("document")
        document = document if isinstance(document, str) else None
        try:
            after = None if removed else json.dumps(row, ensure_ascii=False)
            self._rows.execute(
                "INSERT OR REPLACE INTO logged VALUES (?, ?, ?, ?)", [table, key_text(key), document, after]
            )
            if document is not None:
                self._rows.execute("INSERT OR IGNORE INTO about VALUES (?, ?)", [number, document])
        except (UnicodeEncodeError, RecursionError):  # half a character, or a JSON bomb: never a row of ours
            return


def key_of(table: str, row: Mapping[str, Any]) -> tuple[object, ...]:
    """Return a row's key."""
    return tuple(row.get(column) for column in _KEYS[table])


def key_text(key: tuple[object, ...]) -> str:
    """Write a row's key as JSON."""
    return json.dumps(key)


def _value(name: str, value: object) -> object:
    return read_json(value) if name in _JSON else value
