"""Evidence for and against salvaged rows, from indexes, the log of edits and a backup."""

import json
from collections.abc import Container, Iterator, Mapping
from typing import Any

from annotator.editing.log.row_keys import BY_PLACE
from annotator.model import schema_file
from annotator.store.connection import Connection
from annotator.store.repair.mending import from_log, near, read_json
from annotator.store.repair.salvage import BY_LOOK, BY_TREE, Salvaged
from annotator.store.repair.shapes import SHAPES, Row, is_id
from annotator.store.rows import TABLES

_KEYS = {table.name: table.key for table in TABLES.values()} | {"document_split": ("document",)}
_JSON = frozenset({"parts", "attributes", "origin", "aliases", "relations", "meta", "excluded", "taken", "options"})


class EditStates:
    """The last state of each row in the log of edits, kept in tables of the scratch database.

    ``missing`` is the number of edits missing within the log; ``complete`` says that none is missing, not even at its
    end.
    """

    def __init__(self, found: Salvaged) -> None:
        self._rows: Connection = found.rows
        count, last = self._rows.execute("SELECT count(*), coalesce(max(number), 0) FROM edit").fetchone()
        self.missing = max(0, last - count)
        self.complete = not self.missing and self._ends_where_it_ended(found, last)
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

    def _ends_where_it_ended(self, found: Salvaged, last: int) -> bool:
        """Return whether no edit is missing at the end of the log, as far as the log's index tells."""
        if not found.faulty("edit"):
            return True
        (named,) = self._rows.execute("SELECT coalesce(max(number), 0) FROM named WHERE of = 'edit'").fetchone()
        return "edit" in found.listed and named <= last

    def last(self, table: str, key: tuple[object, ...]) -> tuple[bool, str | None]:
        """Return whether the log names a row, and the row's last state as JSON, None if it was removed."""
        found = self._rows.execute(
            "SELECT after FROM logged WHERE of = ? AND key = ?", [table, json.dumps(key)]
        ).fetchone()
        return (False, None) if found is None else (True, found[0])

    def rows_of(self, table: str, document: str | None) -> Iterator[str]:
        """Yield, as JSON, the last state of each row of a document in a table, leaving out removed rows.

        None as ``document`` stands for rows without a document.
        """
        statement = "SELECT after FROM logged WHERE of = ? AND document IS ? AND after IS NOT NULL"
        yield from (after for (after,) in self._rows.execute(statement, [table, document]).fetchall())

    def was_deleted(self, document: str) -> bool:
        """Return whether the log says that an article was deleted."""
        return self._rows.execute("SELECT 1 FROM deleted WHERE document = ?", [document]).fetchone() is not None

    def is_named(self, edit: str) -> bool:
        """Return whether another edit undid the edit with this id, or a row has it as its last edit."""
        statement = "SELECT 1 FROM edit WHERE undoes = ? UNION ALL SELECT 1 FROM row_head WHERE edit = ?"
        return self._rows.execute(statement, [edit, edit]).fetchone() is not None

    def about(self, number: object) -> list[str]:
        """Return the ids of the articles that an edit, given by its number, was about."""
        found = self._rows.execute("SELECT document FROM about WHERE edit = ? ORDER BY document", [number])
        return [document for (document,) in found]

    def _note_changes(self, number: int, changes: Any) -> None:
        for change in changes if isinstance(changes, list) else ():
            if not isinstance(change, Mapping):
                continue
            for side in ("before", "after"):
                self._note(number, change.get(side), removed=side == "before")

    def _note(self, number: int, row: Any, *, removed: bool) -> None:
        table = row.get("row") if isinstance(row, Mapping) else None
        if not isinstance(table, str) or table not in _KEYS:
            return
        key = key_of(table, row)
        document = row.get("id") if table == "document" else row.get("document")
        document = document if isinstance(document, str) else None
        try:
            after = None if removed else json.dumps(row, ensure_ascii=False)
            self._rows.execute(
                "INSERT OR REPLACE INTO logged VALUES (?, ?, ?, ?)", [table, json.dumps(key), document, after]
            )
            if document is not None:
                self._rows.execute("INSERT OR IGNORE INTO about VALUES (?, ?)", [number, document])
        except (UnicodeEncodeError, RecursionError):  # half a character, or a JSON bomb: we never write either
            return


def key_of(table: str, row: Mapping[str, Any]) -> tuple[object, ...]:
    """Return the values of a row's key columns."""
    return tuple(row.get(column) for column in _KEYS[table])


def value_in(name: str, value: object) -> object:
    """Return the value of a column in a form in which two spellings of the same JSON are equal."""
    return read_json(value) if name in _JSON else value


_SIGNED = ("span", "relation", "edit", "document_state", "document_label", "sentence_mark", "settled", "comment")
_NAMED_BY = {
    "document": "id",
    "document_text": "document",
    **dict.fromkeys(("span", "relation", "identity", "suggestion", "settled", "comment", "edit"), "id"),
}


class FileEvidence:
    """Answers whether a row was in the file when it was damaged, and what it held.

    ``states`` are the last states in the log. ``steps_of_backup`` are the numbers of the edits taken from the backup.
    """

    def __init__(self, found: Salvaged, backup: Connection | None) -> None:
        self._found = found
        self._backup = backup
        self.steps_of_backup = self._take_steps()
        self._find_articles()
        self.states = EditStates(found)

    def _take_steps(self) -> list[int]:
        """Copy edits that the log lacks from a backup with the same history; return their numbers."""
        rows, backup = self._found.rows, self._backup
        if backup is None or not self._found.faulty("edit"):
            return []
        own = dict(rows.execute("SELECT number, id FROM edit"))
        saved = dict(backup.execute("SELECT number, id FROM edit"))
        common = own.keys() & saved.keys()
        if not common or any(own[number] != saved[number] for number in common):
            return []
        missing = sorted(saved.keys() - own.keys())
        there = {row[1] for row in backup.execute("PRAGMA table_info(edit)")}
        columns = ", ".join(name if name in there else f"NULL AS {name}" for name in SHAPES["edit"].columns)
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
        """Replace ids of rows that differ from the id in the table's index, unless the log knows the row's own id."""
        rows = self._found.rows
        for table, column in _NAMED_BY.items():
            differing = rows.execute(
                f"SELECT place, {column}, keys ->> ? FROM {table} JOIN named ON named.of = ? AND named.number = place"  # noqa: S608
                f" WHERE how = ? AND {column} != keys ->> ? AND keys ->> ? NOT IN (SELECT {column} FROM {table})",
                [column, table, BY_TREE, column, column],
            ).fetchall()
            for place, own, named in differing:
                of = "document" if table == "document_text" else table
                known = self.states.last(of, (own,))[0]
                if table == "edit":
                    known = is_id(own) and not self.states.is_named(named)
                if not known and is_id(named):
                    rows.execute(
                        f"UPDATE {table} SET {column} = ? WHERE place = ? AND {column} = ?",  # noqa: S608
                        [named, place, own],
                    )

    def _find_articles(self) -> None:
        """Replace each unknown id of an article by the only known id that differs in a single bit, if there is one."""
        rows = self._found.rows
        there = {id_ for (id_,) in rows.execute("SELECT id FROM document UNION SELECT document FROM document_text")}
        for table, shape in SHAPES.items():
            if "document" not in shape.columns or table == "document_text":
                continue
            for (id_,) in rows.execute(f"SELECT DISTINCT document FROM {table}").fetchall():  # noqa: S608  # ours
                meant = None if id_ in there else near(id_, there)
                if meant is not None:
                    statement = f"UPDATE OR IGNORE {table} SET document = ? WHERE document = ?"  # noqa: S608
                    rows.execute(statement, [meant, id_])

    def annotators(self) -> set[str]:
        """Return the registered annotators, and other names that at least two rows have.

        If the table of annotators is damaged, one row is enough.
        """
        registered = {name for (name,) in self._found.rows.execute("SELECT name FROM annotator")}
        return registered | self.in_use(least=1 if self._found.faulty("annotator") else 2)

    def in_use(self, *, least: int = 1) -> set[str]:
        """Return the annotators who have at least ``least`` of the found rows."""
        rows = " UNION ALL ".join(f"SELECT annotator FROM {table}" for table in _SIGNED)  # noqa: S608  # names of ours
        statement = f"SELECT annotator FROM ({rows}) GROUP BY 1 HAVING count(*) >= ?"  # noqa: S608
        return {name for (name,) in self._found.rows.execute(statement, [least]) if isinstance(name, str)}

    def fits_better(self, one: str, other: str) -> bool:
        """Return whether the labels of the found rows fit the schema ``one`` better than ``other``; both are JSON."""
        return self._unknown_to(one) < self._unknown_to(other)

    def _unknown_to(self, text: str) -> int:
        schema, rows = schema_file.loads(text, name=""), self._found.rows
        labels = rows.execute("SELECT layer, label FROM span").fetchall()
        links = rows.execute("SELECT label FROM relation").fetchall()
        return sum(schema.label(str(layer), str(label)) is None for layer, label in labels) + sum(
            schema.relation(str(label)) is None for (label,) in links
        )

    def meant(self, table: str, document: str, row: Row) -> Row | None:
        """Return the row of the log that a found row is a damaged copy of, or None if that is not certain.

        It is certain if the log is complete, lacks the key of the found row, and has exactly one row that was not found
        and differs from the found row in a single value.
        """
        if table not in BY_PLACE or not self.states.complete or self.states.last(table, key_of(table, row))[0]:
            return None
        logged = (from_log(after, "") for after in self.states.rows_of(table, document))
        close = [each for each in logged if each is not None and sum(each[name] != row.get(name) for name in each) == 1]
        if not close:
            return None
        there = {key_of(table, each) for each in self._found.each(table, "WHERE document = ?", [document])}
        lost = [each for each in close if key_of(table, each) not in there]
        return lost[0] if len(lost) == 1 else None

    def was_removed(self, table: str, row: Row) -> bool:
        """Return whether a found row had been removed before the damage; False unless it was found `BY_LOOK`."""
        if row["how"] != BY_LOOK:
            return False
        if not self._found.faulty(table):
            return True  # the tree was read completely, so this row was deleted
        key = key_of(table, row)
        return self.states.last(table, key) == (True, None) or not self.may_be_there(table, key)

    def may_be_there(self, table: str, key: tuple[object, ...]) -> bool:
        """Return whether a table's index names a row; True, too, if the index is not completely readable."""
        if table not in self._found.listed:
            return True
        where = " AND ".join(f"keys ->> '{column}' = ?" for column in SHAPES[table].key)
        statement = f"SELECT 1 FROM named WHERE of = ? AND {where}"  # noqa: S608  # names of ours
        return self._found.rows.execute(statement, [table, *key]).fetchone() is not None

    def of_log(self, table: str) -> str:
        """Return the reason to report for a row restored from the log, as a key of `mending.WHY`.

        It says whether the row may have been removed by an edit that is missing from the log.
        """
        return "of_log" if self.states.complete or table in self._found.listed else "of_log_in_part"

    def only_logged(self, table: str, document: str | None, text: str, there: Container[object]) -> Iterator[Row]:
        """Yield rows of the log that the file must have had but that were not found; ``there`` are the found keys."""
        if not self._found.faulty(table):
            return
        for after in self.states.rows_of(table, document):
            row = from_log(after, text)
            if row is not None and key_of(table, row) not in there and self.may_be_there(table, key_of(table, row)):
                yield row

    def missing(self, table: str, document: str | None, text: str, there: set[object]) -> Iterator[Row]:
        """Yield rows that the file must have had but that were not found, from the log or else from the backup.

        ``there`` are the keys of the found rows; the keys of yielded rows are added to it. Each row gets a value
        ``why``, a key of `mending.WHY`.
        """
        if not self._found.faulty(table):
            return
        for row in self.only_logged(table, document, text, there):
            there.add(key_of(table, row))
            yield {**row, "why": self.of_log(table)}
        if table == "relation":
            named = [*self._found.each("named", "WHERE of = ?", [table])]
        else:
            named = [*self._found.each("named", "WHERE of = ? AND keys ->> 'document' = ?", [table, document])]
        for entry in named:
            id_ = json.loads(str(entry["keys"])).get("id")
            if id_ is None or (id_,) in there or self.states.last(table, (id_,))[0]:
                continue  # it was found, or the log knows its last state
            saved = self.of_backup(f"SELECT * FROM {table} WHERE id = ?", [id_])  # noqa: S608  # names of ours
            if saved is not None:
                there.add((id_,))
                yield {**{column: saved[column] for column in SHAPES[table].columns}, "why": self._of_backup_why()}

    def _of_backup_why(self) -> str:
        return "of_backup" if self.states.complete else "of_backup_in_part"

    def of_backup(self, statement: str, values: list[Any]) -> Row | None:
        """Return the first row that a query finds in the backup, or None if it finds none or there is no backup."""
        if self._backup is None:
            return None
        cursor = self._backup.execute(statement, values)
        row = cursor.fetchone()
        return None if row is None else dict(zip((column[0] for column in cursor.description), row, strict=True))
