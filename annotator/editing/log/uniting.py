"""Merge copies of a project as the union of their logs: what to write follows from the edits alone."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from annotator.editing.edits import Edit, EditKind
from annotator.editing.log.replaying import Dispute, Replayed, replayed
from annotator.editing.log.row_keys import BY_PLACE, RowKey, document_of, key_of
from annotator.model.values import SCHEMA, Part, Relation, Row, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class MergedRows:
    """The rows and edits that a merge writes into a file.

    ``edits`` are the edits that the file lacks, in order. ``rows`` maps keys to the rows to write, None for rows
    to remove. ``disputes`` and ``heads`` are to be stored for the written rows; an empty tuple means none. ``held`` are
    the sentences of new documents in which suggestions are held back.
    """

    edits: tuple[Edit, ...]
    rows: Mapping[RowKey, Row | None]
    disputes: Mapping[RowKey, tuple[Dispute, ...]]
    heads: Mapping[RowKey, tuple[str, ...]]
    held: Mapping[str, tuple[Part, ...]]


_NOTHING = MergedRows(edits=(), rows={}, disputes={}, heads={}, held={})
Answering: TypeAlias = Callable[[Replayed, Sequence[Edit]], Sequence[Edit]]
"""Returns further edits to make after a merge; it gets the merged content and the edits that are new."""


def united(ours: Sequence[Edit], *theirs: Iterable[Edit], answering: Answering | None = None) -> MergedRows:
    """Return the changes that merging other logs into ours makes. The order of the logs makes no difference.

    ``answering`` may add edits of our own, made on the merged content.
    """
    known = {edit.id for edit in ours}
    fresh: dict[str, Edit] = {}
    for log in theirs:
        fresh |= {edit.id: edit for edit in log if edit.id not in known}
    edits = tuple(sorted(fresh.values(), key=lambda edit: (edit.turn, edit.id)))
    if not edits and answering is None:
        return _NOTHING
    found = replayed([*ours, *edits])
    answers = answering(found, edits) if answering is not None else ()
    if answers:
        edits = (*edits, *answers)
        found = replayed([*ours, *edits])
    if not edits:
        return _NOTHING
    before = {key for edit in ours for key in _keys(edit)}
    written = {key for edit in edits for key in _keys(edit)}
    deleted = {id_ for edit in (*ours, *edits) if edit.kind is EditKind.DELETE for id_ in edit.document_ids}
    fresh_documents = {key[1] for key in written - before if key[0] == "document"}
    back = {key[1] for key in written if key[0] == "document" and key[1] in deleted}
    touched = _with_others(written, found, fresh_documents | back)
    return MergedRows(
        edits=edits,
        rows={key: found.rows.get(key) for key in touched},
        disputes={key: found.disputes.get(key, ()) for key in touched},
        heads={key: _kept(key, found) for key in written},
        held={document: places for document, places in found.held.items() if document in fresh_documents},
    )


def _keys(edit: Edit) -> set[RowKey]:
    return {key_of(row) for change in edit.changes for row in (change.before, change.after) if row is not None}


def _kept(key: RowKey, found: Replayed) -> tuple[str, ...]:
    """Return the heads that a file stores for a row: none for a row with an id that never changed."""
    return () if key in found.unchanged and key[0] not in BY_PLACE else found.heads[key]


def _with_others(written: set[RowKey], found: Replayed, come: set[str]) -> set[RowKey]:
    """Return the keys of the written rows, and of the rows that may appear or disappear because of them.

    ``come`` are the ids of documents that are new, or exist again.
    """
    gone = come | {key[1] for key in written if key[0] == "document" and key not in found.rows}
    touched = set(written)
    if ("setting", SCHEMA) in written:
        touched |= {key for key in (*found.rows, *found.loose) if key[0] in {"span", "relation"}}
    for rows in (found.rows, found.loose):
        for key, row in rows.items():
            if isinstance(row, Relation):
                if ("span", row.head) in written or ("span", row.tail) in written or gone:
                    touched.add(key)
                continue
            if gone and document_of(row) in gone:
                touched.add(key)
            if isinstance(row, Span) and key in touched and "identity" in row.attributes:
                identity = ("identity", str(row.attributes["identity"]))
                if identity in found.heads:
                    touched.add(identity)
    return touched
