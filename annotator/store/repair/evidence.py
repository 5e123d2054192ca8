"""Evidence for and against salvaged rows: indexes, the log of edits, a backup."""

import json
from collections.abc import Iterator
from typing import Any

from annotator.store.connection import Connection
from annotator.store.repair.edit_states import EditStates, key_of
from annotator.store.repair.mending import from_log
from annotator.store.repair.salvage import BY_LOOK, BY_TREE, Found
from annotator.store.repair.shapes import SHAPES, Row

_NAMED_BY = {"document": "id", "document_text": "document", "span": "id", "relation": "id", "identity": "id"}


class Evidence:
    """Answers whether a row was there to the end, and what it was; ``states`` are those of the log."""

    def __init__(self, found: Found, backup: Connection | None) -> None:
        self._found = found
        self._backup = backup
        self.steps_of_backup = self._take_steps()
        self.states = EditStates(found)

    def _take_steps(self) -> list[int]:
        """Take edits that the log lacks from a backup of the same history; return their numbers."""
        rows, backup = self._found.rows, self._backup
        if backup is None or not self._found.faulty("edit"):
            return []
        own = dict(rows.execute("SELECT number, id FROM edit"))
        saved = dict(backup.execute("SELECT number, id FROM edit"))
        common = own.keys() & saved.keys()
        if not common or any(own[number] != saved[number] for number in common):
            return []
        missing = sorted(saved.keys() - own.keys())
        columns = ", ".join(SHAPES["edit"].columns)
        for number in missing:
            row = backup.execute(f"SELECT {columns} FROM edit WHERE number = ?", [number]).fetchone()  # noqa: S608
            places = ", ".join("?" for _ in row)
            rows.execute(f"INSERT INTO edit VALUES ({places}, ?, 1, ?)", [*row, BY_TREE, number])  # noqa: S608
            about = backup.execute("SELECT document, edit FROM edit_document WHERE edit = ?", [number])
            rows.executemany(
                "INSERT OR IGNORE INTO edit_document VALUES (?, ?, ?, 1, 0)", [(*r, BY_TREE) for r in about]
            )
        return missing

    def name_anew(self) -> None:
        """Take a row's id from its index if they differ, unless the log knows the row by its own id."""
        rows = self._found.rows
        for table, column in _NAMED_BY.items():
            differing = rows.execute(
                f"SELECT place, {column}, keys ->> ? FROM {table} JOIN named ON named.of = ? AND named.number = place"  # noqa: S608
                f" WHERE how = ? AND {column} != keys ->> ? AND keys ->> ? NOT IN (SELECT {column} FROM {table})",
                [column, table, BY_TREE, column, column],
            ).fetchall()
            for place, own, named in differing:
                of = "document" if table == "document_text" else table
                if not self.states.last(of, (own,))[0] and SHAPES[table].names_well({column: named}):
                    rows.execute(
                        f"UPDATE {table} SET {column} = ? WHERE place = ? AND {column} = ?",  # noqa: S608
                        [named, place, own],
                    )

    def was_removed(self, table: str, row: Row) -> bool:
        """Return whether a row that was found by its look had been removed."""
        if row["how"] != BY_LOOK:
            return False
        if not self._found.faulty(table):
            return True  # the tree was read completely, so this row was deleted
        key = key_of(table, row)
        return self.states.last(table, key) == (True, None) or not self.may_be_there(table, key)

    def may_be_there(self, table: str, key: tuple[object, ...]) -> bool:
        """Return whether a table's index names a row, or is not completely readable."""
        if table not in self._found.listed:
            return True
        where = " AND ".join(f"keys ->> '{column}' = ?" for column in SHAPES[table].key)
        statement = f"SELECT 1 FROM named WHERE of = ? AND {where}"  # noqa: S608  # names of ours
        return self._found.rows.execute(statement, [table, *key]).fetchone() is not None

    def of_log(self, table: str) -> str:
        """Return how certain it is that a row of the log was there to the end, as a key of `mending.WHY`."""
        return "of_log" if self.states.complete or table in self._found.listed else "of_log_in_part"

    def missing(self, table: str, document: str | None, text: str, there: set[object]) -> Iterator[Row]:
        """Yield rows that must have been there but were not found, from the log or else from the backup.

        ``there`` are the keys of the rows that were found; those of the yielded ones are added. ``why`` is added to
        each row.
        """
        if not self._found.faulty(table):
            return
        for after in self.states.rows_of(table, document):
            row = from_log(after, text)
            if row is not None and key_of(table, row) not in there and self.may_be_there(table, (row["id"],)):
                there.add(key_of(table, row))
                yield {**row, "why": self.of_log(table)}
        if table == "relation":
            named = [*self._found.each("named", "WHERE of = ?", [table])]
        else:
            named = [*self._found.each("named", "WHERE of = ? AND keys ->> 'document' = ?", [table, document])]
        for entry in named:
            id_ = json.loads(str(entry["keys"])).get("id")
            if id_ is None or (id_,) in there or self.states.last(table, (id_,))[0]:
                continue  # it was found, or the log has the last word on it
            saved = self.of_backup(f"SELECT * FROM {table} WHERE id = ?", [id_])  # noqa: S608  # names of ours
            if saved is not None:
                there.add((id_,))
                yield {**{column: saved[column] for column in SHAPES[table].columns}, "why": self._of_backup_why()}

    def _of_backup_why(self) -> str:
        return "of_backup" if self.states.complete else "of_backup_in_part"

    def of_backup(self, statement: str, values: list[Any]) -> Row | None:
        """Return the first row that a query finds in the backup, None without one."""
        if self._backup is None:
            return None
        cursor = self._backup.execute(statement, values)
        row = cursor.fetchone()
        return None if row is None else dict(zip((column[0] for column in cursor.description), row, strict=True))
