"""The log of edits. An edit of many articles can be one row of megabytes, so edits are read in pieces."""

import codecs
import json
from collections import defaultdict
from collections.abc import Collection, Generator, Iterator, Mapping
from pathlib import Path
from typing import Any

from annotator.editing.edits import RECORDS, Change, Edit, EditKind
from annotator.editing.log.history import Beginning, LoggedStep
from annotator.editing.log.replaying import OrderOfLog
from annotator.model.json_rows import object_from
from annotator.model.values import Row
from annotator.processes import slices
from annotator.store.connection import Blob, Connection
from annotator.store.log.logged_rows import logged_row
from annotator.store.queries.base import Queries
from annotator.store.row_json import load, readable
from annotator.store.rows import TextOf
from annotator.store.sqlite_errors import sqlite_errors
from annotator.system.errors import StoreError

_PIECE, _LARGEST_PIECE = 1 << 16, 1 << 20  # bytes
_LONG = 1 << 18  # bytes of changes above which `beginning` reads only the first changes

_FOUND = "SELECT number, kind, annotator, at, milliseconds, undoes FROM edit WHERE id = ?"
_WHOLE = """
SELECT number, id, kind, annotator, at, milliseconds, undoes, changes, facts, turn, coalesce(copy, '')
FROM edit
"""
_SOME = "WHERE turn IS NULL OR id IN (SELECT value FROM json_each(?))"  # the order of older edits matters
_ABOUT = "SELECT document FROM edit_document WHERE edit = ?"
_NEWCOMERS = """
WITH finished AS (
    SELECT state.annotator AS name, max(edit.number) AS number FROM document_state AS state
    JOIN row_head AS head ON head.kind = 'document_state' AND head.row = json_array(state.document, state.annotator)
    JOIN edit ON edit.id = head.edit
    WHERE state.document = :document AND state.state = 'done' GROUP BY state.annotator)
SELECT settled.asked, finished.name FROM settled
JOIN row_head AS head ON head.kind = 'settled' AND head.row = settled.id
JOIN edit ON edit.id = head.edit
JOIN finished ON finished.number > edit.number
WHERE settled.document = :document
"""


class Log(Queries):
    """Queries of the log of edits. Only `whole` reads the changes of the kinds of edit in `RECORDS`.

    Documents that were deleted since have no text.
    """

    def __init__(self, connection: Connection, path: Path, text: TextOf) -> None:
        super().__init__(connection, path)
        self._text = text

    def edit(self, id_: str) -> Edit:
        """Return the edit with this id.

        Raises:
            StoreError: ``store.damaged`` if it is missing or unreadable.
        """
        return slices.finish(self.reading(id_))

    def beginning(self, id_: str) -> Edit:
        """Return the edit with this id, or a `Beginning` with only its first changes if it has very many.

        Raises:
            StoreError: As `edit`.
        """
        with readable(self._path, "edit", lambda: id_), sqlite_errors(self._path, reads=True):
            found = self._row(id_)
            if found[1] in RECORDS:
                return self.edit(id_)
            with self._connection.blobopen("edit", "changes", found[0], readonly=True) as blob:
                if len(blob) <= _LONG:
                    return self.edit(id_)
                head = blob.read(_PIECE).decode("utf-8", "ignore")
                values = list(_values(iter([head])))
                about = max(len(values) + 1, round(len(values) * len(blob) / len(head.encode())))
            known = self._known(id_, found)
            edit = Beginning(**known, changes=tuple(map(self._change, values)), beginning_of=about)
            edit.know_documents(known["about"])
            return edit

    def reading(self, id_: str) -> Generator[None, None, Edit]:
        """Return the edit with this id, read with a pause after each change.

        Raises:
            StoreError: As `edit`.
        """
        changes: list[Change] = []
        with readable(self._path, "edit", lambda: id_), sqlite_errors(self._path, reads=True):
            found = self._row(id_)
            with self._connection.blobopen("edit", "changes", found[0], readonly=True) as blob:
                pieces = _decoded(blob) if found[1] not in RECORDS else iter(["[]"])
                for value in _values(pieces, whole=True):
                    changes.append(self._change(value))
                    yield
            known = self._known(id_, found)
            edit = Edit(**known, changes=tuple(changes))
            edit.know_documents(known["about"])
            return edit

    def newcomers(self, document: str) -> dict[str, set[str]]:
        """Return, for each settled question of a document, the people whose labels came after its answer.

        The order is that of the log in this file: what a merge brings comes after everything that was there.
        """
        found: defaultdict[str, set[str]] = defaultdict(set)
        for asked, name in self._all(_NEWCOMERS, {"document": document}):
            found[asked].add(name)
        return dict(found)

    def ids(self) -> list[str]:
        """Return the ids of all edits, oldest first."""
        return self._column("SELECT id FROM edit ORDER BY number")

    def whole(self, wanted: Collection[str] | None = None) -> Iterator[Edit]:
        """Yield the edits of the log, oldest first, with everything a replay needs; documents have no texts.

        In a log written before versions were kept, each change of a row is made over the previous change of that row.
        ``wanted`` are the ids of the edits to yield, None for all.

        Raises:
            StoreError: ``store.damaged`` if an edit is unreadable.
        """
        older, id_, about = OrderOfLog(), "", self._about()
        with readable(self._path, "edit", lambda: id_):
            some = ("", ()) if wanted is None else (_SOME, [json.dumps(list(wanted))])
            statement = f"{_WHOLE} {some[0]} ORDER BY number"
            for row in self._portions(statement, some[1], size=1):  # one edit may be megabytes
                number, id_, kind, annotator, at, milliseconds, undoes, changes, facts, turn, copy = row
                made = tuple(map(_whole_change, load(changes)))
                if turn is None:
                    made = older.placed(id_, made)
                if wanted is not None and id_ not in wanted:
                    continue
                yield Edit(
                    id=id_,
                    kind=EditKind(kind),
                    annotator=annotator,
                    when=at,
                    milliseconds=milliseconds,
                    undoes=undoes,
                    changes=made,
                    about=frozenset(about.get(number, ())),
                    facts={} if facts is None else object_from(load(facts)),
                    turn=number if turn is None else turn,
                    copy=copy,
                )

    def _about(self) -> dict[int, list[str]]:
        """Return the documents of every edit, by edit number; asking for each edit would search the whole table."""
        found: dict[int, list[str]] = {}
        for number, document in self._portions("SELECT edit, document FROM edit_document", size=1_000):
            found.setdefault(number, []).append(document)
        return found

    def steps(self, id_: str, annotator: str | None) -> list[LoggedStep]:
        """Return the edits of a document as steps of a history, oldest first; ``annotator`` None means everyone's."""
        found = self._all(
            "SELECT edit.id, edit.kind, edit.undoes FROM edit_document JOIN edit ON edit.number = edit_document.edit"
            " WHERE edit_document.document = :document AND (:annotator IS NULL OR edit.annotator = :annotator)"
            " ORDER BY edit.number",
            {"document": id_, "annotator": annotator},
        )
        with readable(self._path, "edit", lambda: f"of {id_}"):
            return [LoggedStep(id=step, kind=EditKind(kind), undoes=undoes) for step, kind, undoes in found]

    def _row(self, id_: str) -> tuple[Any, ...]:
        (found,) = self._connection.execute(_FOUND, [id_]).fetchall()
        row: tuple[Any, ...] = found
        return row

    def _known(self, id_: str, found: tuple[Any, ...]) -> dict[str, Any]:
        number, kind, annotator, at, milliseconds, undoes = found
        documents = self._connection.execute(_ABOUT, [number])
        return {
            "id": id_,
            "kind": EditKind(kind),
            "annotator": annotator,
            "when": at,
            "milliseconds": milliseconds,
            "undoes": undoes,
            "about": frozenset(document for (document,) in documents),
        }

    def _change(self, value: Mapping[str, Any]) -> Change:
        before, after = (self._value(value[side]) for side in ("before", "after"))
        return Change(before=before, after=after)

    def _value(self, value: Mapping[str, Any] | None) -> Row | None:
        return logged_row(value, self._text_or_empty) if value is not None else None

    def _text_or_empty(self, document: str) -> str:
        """Return the text of a document, "" if it was deleted since."""
        try:
            return self._text(document)
        except StoreError as error:
            if error.code == "store.no_document":
                return ""
            raise


def _whole_change(value: Mapping[str, Any]) -> Change:
    before, after = (None if value[side] is None else logged_row(value[side], _no_text) for side in ("before", "after"))
    return Change(before=before, after=after, over=tuple(map(str, value.get("over", ()))))


def _no_text(_: str) -> str:
    return ""


def _decoded(blob: Blob) -> Iterator[str]:
    decoder, size = codecs.getincrementaldecoder("utf-8")(), _PIECE
    while piece := blob.read(size):
        yield decoder.decode(piece)
        size = min(2 * size, _LARGEST_PIECE)  # an incomplete value is parsed again with the next piece
    yield decoder.decode(b"", final=True)


def _values(pieces: Iterator[str], *, whole: bool = False) -> Iterator[Any]:
    """Yield the objects of a JSON list that arrives in pieces.

    Raises:
        ValueError: It is nested too deep, or with ``whole`` it is not a complete list.
    """
    decode, waiting, at_first = json.JSONDecoder().raw_decode, "", True
    for piece in pieces:
        waiting += piece
        place = 0
        while len(waiting) - place > 1:
            if waiting[place] not in ("[" if at_first else ","):
                break
            try:
                value, place = decode(waiting, place + 1)
            except json.JSONDecodeError:
                break  # incomplete: wait for the next piece
            except RecursionError as error:
                raise ValueError("it is nested too deep") from error
            at_first = False
            yield value
        waiting = waiting[place:]
    if whole and waiting not in {"]", "[]"}:
        raise ValueError("the list has no end")
