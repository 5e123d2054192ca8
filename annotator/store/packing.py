"""Write packages: project files with some of the articles and without anybody's decisions.

A package's log is the project's log, reduced to the changes of the schema, of these articles and of their comments.
So edits made in the package know which edits they were made over, and can be merged into the project.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID, uuid5

from annotator.model.values import SCHEMA
from annotator.store import file, writing
from annotator.store.connection import Connection
from annotator.store.queries.base import Queries
from annotator.store.row_json import dump, load, readable
from annotator.store.sqlite_errors import sqlite_errors

_AT_ONCE = 50  # articles copied at a time, with their texts in memory
_LISTED = "IN (SELECT value FROM json_each(?))"
_DOCUMENTS = (
    "id, title, sha256, language, publisher, author, url, published, meta, excluded, characters, added",
    "document",
    "id",
)
_COPIED = (
    ("document, text", "document_text", "document"),
    ("document, tokenizer, version, starts, ends", "document_tokens", "document"),
)
_SUGGESTED = (
    "id, document, layer, label, start, end, parts, quote, attributes, relations, score, source, version, rule, state",
    "suggestion",
    "document",
)
_ASKED = ("document, source, version", "document_source", "document")
_COMMENTS = ("id, document, span, start, end, text, annotator, made, reply_to", "comment", "document")
_LOG = "SELECT id, kind, annotator, at, milliseconds, undoes, turn, copy, changes FROM edit ORDER BY number"
_APPEND = """
INSERT INTO edit (id, kind, annotator, at, milliseconds, undoes, turn, copy, changes) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_HEADS = (
    f"SELECT kind, row, edit FROM row_head WHERE kind = 'document' AND row {_LISTED} OR kind = 'setting' AND row = ?"  # noqa: S608
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """The content of a package: its documents, in order, and its settings.

    ``id`` is the package's id, ``annotator`` the person it is for. ``suggestions`` and ``comments`` say whether the
    suggestions and comments in its documents are included.
    """

    id: str
    annotator: str
    documents: tuple[str, ...]
    settings: Mapping[str, str]
    suggestions: bool
    comments: bool = True


class Packing(Queries):
    """Writes packages from one open project file."""

    def pack(self, contents: Sequence[Content], places: Sequence[Path]) -> Iterator[Path]:
        """Write a package for each content to the path in ``places``; yield each path when its package is written.

        Raises:
            StoreError: The project cannot be read, or a package cannot be written; no file may exist at its path.
        """
        logs = self._logs(contents)
        for content, place, log in zip(contents, places, logs, strict=True):
            file.make(place)
            with closing(file.connect(place, read_only=False)) as target:
                file.migrate(target, place, read_only=False)
                with sqlite_errors(place, unwritten="format.target"):
                    target.execute("BEGIN IMMEDIATE")
                    self._fill(target, content, log)
                    target.execute("COMMIT")
                    target.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            yield place

    def _fill(self, target: Connection, content: Content, log: Sequence["_Logged"]) -> None:
        names = {content.annotator, *(edit.columns[2] for edit in log)}
        writing.add_annotators(target, names)
        target.executemany("INSERT INTO setting VALUES (?, ?)", list(content.settings.items()))
        for start in range(0, len(content.documents), _AT_ONCE):
            self._fill_documents(target, content, content.documents[start : start + _AT_ONCE])
        for edit in log:
            number = target.execute(_APPEND, [*edit.columns, f"[{','.join(edit.changes)}]"]).lastrowid
            rows = [(document, number) for document in sorted(edit.documents)]
            target.executemany("INSERT INTO edit_document (document, edit) VALUES (?, ?)", rows)
        heads = self._all(_HEADS, [json.dumps(content.documents), SCHEMA])
        target.executemany("INSERT INTO row_head (kind, row, edit) VALUES (?, ?, ?)", heads)

    def _fill_documents(self, target: Connection, content: Content, ids: Sequence[str]) -> None:
        order = {id_: place for place, id_ in enumerate(ids)}
        documents = sorted(self._of(_DOCUMENTS, ids), key=lambda row: order[row[0]])
        _insert(target, _DOCUMENTS, documents)
        for table in _COPIED:
            _insert(target, table, self._of(table, ids))
        if content.comments:
            _insert(target, _COMMENTS, self._of(_COMMENTS, ids))
        if content.suggestions:
            space = UUID(content.id)
            waiting = self._of(_SUGGESTED, ids, " AND state IN ('pending', 'held')")
            # new ids, so that several people may decide differently about the same suggestion without a dispute
            _insert(target, _SUGGESTED, [(uuid5(space, row[0]).hex, *row[1:-1], "pending") for row in waiting])
            _insert(target, _ASKED, self._of(_ASKED, ids))
        writing.add_to_search(target, [row[0] for row in documents])

    def _of(self, table: tuple[str, str, str], ids: Sequence[str], rest: str = "") -> list[Any]:
        columns, name, key = table
        statement = f"SELECT {columns} FROM {name} WHERE {key} {_LISTED}{rest}"  # noqa: S608  # names of ours
        return self._all(statement, [json.dumps(list(ids))])

    def _logs(self, contents: Sequence[Content]) -> list[list["_Logged"]]:
        """Return the package's log for each content, in one pass over the project's log."""
        wanted: dict[str, list[int]] = {}
        for number, content in enumerate(contents):
            for document in content.documents:
                wanted.setdefault(document, []).append(number)
        logs: list[list[_Logged]] = [[] for _ in contents]
        with_comments = [content.comments for content in contents]
        kept: list[set[str]] = [set() for _ in contents]
        id_ = ""
        with readable(self._path, "edit", lambda: id_):
            for count, row in enumerate(self._portions(_LOG, size=1)):  # one may be megabytes
                id_, *rest, changes = row
                # each package has the first edit, since it identifies the project
                own = {} if count else {number: _Logged([id_, *rest]) for number in range(len(contents))}
                for change in load(changes):
                    of, numbers = _holders(change, wanted, with_comments)
                    written = dump(change) if numbers else ""
                    for number in numbers:
                        own.setdefault(number, _Logged([id_, *rest])).add(written, of)
                for number, logged in own.items():
                    if logged.columns[5] not in kept[number]:
                        logged.columns[5] = None  # the edit that it undid is not in the package
                    kept[number].add(id_)
                    logs[number].append(logged)
        return logs


class _Logged:
    """An edit for a package's log: its columns without the changes, its changes as JSON, and their documents."""

    __slots__ = ("changes", "columns", "documents")

    def __init__(self, columns: list[Any]) -> None:
        self.columns = columns
        self.changes: list[str] = []
        self.documents: set[str] = set()

    def add(self, change: str, document: str | None) -> None:
        self.changes.append(change)
        if document is not None:
            self.documents.add(document)


def _holders(
    change: Mapping[str, Any], wanted: Mapping[str, Sequence[int]], with_comments: Sequence[bool]
) -> tuple[str | None, Sequence[int]]:
    """Return the changed row's document, if any, and the numbers of the packages that contain the row."""
    row = change["before"] or change["after"]
    if row["row"] == "document":
        return row["id"], wanted.get(row["id"], ())
    if row["row"] == "comment":
        return row["document"], [number for number in wanted.get(row["document"], ()) if with_comments[number]]
    return None, range(len(with_comments)) if row["row"] == "setting" and row["name"] == SCHEMA else ()


def _insert(target: Connection, table: tuple[str, str, str], rows: Sequence[Sequence[Any]]) -> None:
    columns, name, _ = table
    places = ", ".join("?" * len(columns.split(", ")))
    target.executemany(f"INSERT INTO {name} ({columns}) VALUES ({places})", rows)  # noqa: S608  # names of ours
