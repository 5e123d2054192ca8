"""Undoing the last merge: everything that it brought is taken back in one edit, and later decisions stay."""

import json
from collections.abc import Sequence
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path

from annotator.editing.edits import Change, Edit, EditKind
from annotator.editing.log.replaying import Replayed, replayed, versions
from annotator.editing.log.row_keys import RowKey
from annotator.editing.log.uniting import united
from annotator.jobs.merging.copies_merged import LAST
from annotator.jobs.merging.copies_read import opened_copy
from annotator.model.json_rows import Json
from annotator.model.values import Document, Identity, Relation, Row, Span
from annotator.processes.worker import Progress, no_progress
from annotator.project.project import Project
from annotator.system.errors import AnnotatorError, StoreError


def take_back_merge(project: Path, *, progress: Progress = no_progress) -> int:
    """Undo the last merge with one edit, and return the number of restored rows. Runs as a job.

    Raises:
        StoreError: The project could not be read or written; nothing was undone.
    """
    progress(0, 1)
    with closing(Project.open(project)) as opened:
        return take_back(opened)


def take_back(project: Project) -> int:
    """Undo everything that the last merge brought; later decisions stay. Return the number of restored rows.

    Raises:
        StoreError: ``undo.no_merge``, or the project could not be read or written; nothing was undone.
    """
    last = _last(project)
    if last is None:
        raise StoreError("undo.no_merge", file=project.path.name)
    brought = set(last["edits"])
    log = list(project.read.log.whole())
    before = replayed(edit for edit in log if edit.id not in brought)
    now = replayed(log)
    with project.together():
        gone = [id_ for kind, id_ in before.rows if kind == "document" and (kind, id_) not in now.rows]
        if gone:
            log.append(_bring_back(project, gone, log, now, Path(last["backup"])))
            now = replayed(log)
        if waiting := _waiting(now, before):
            turn = 1 + max(edit.turn for edit in log)
            edit = Edit(kind=EditKind.GO_BACK, annotator=project.annotator, changes=waiting, turn=turn)
            project.take(united(log, [edit]), {})
            log.append(edit)
            now = replayed(log)
        count = _turn_back(project, now, before, [edit for edit in log if edit.id in brought])
        project.keep(LAST, "null")
    return count + len(gone)


def edits_of_last(project: Project) -> tuple[str, ...]:
    """Return the ids of the edits that the last merge brought; none if nothing was merged, or the merge was undone."""
    last = _last(project)
    return tuple(last["edits"]) if last is not None else ()


def backup_of_last(project: Project) -> Path | None:
    """Return the backup that was made before the last merge, None if it is gone or nothing was merged."""
    last = _last(project)
    with suppress(OSError):  # a name that no file can have
        if last is not None and (backup := Path(last["backup"])).is_file():
            return backup
    return None


def _turn_back(project: Project, now: Replayed, before: Replayed, merged: Sequence[Edit]) -> int:
    changes = sorted(_differences(now, before, merged), key=_place)
    documents = {row.id for change in changes if isinstance(row := change.before, Document)}
    come = {id_ for id_ in documents if ("document", id_) not in before.rows}
    kept = tuple(_with_text(change, project) for change in changes if not _is_of(change, come, now))
    if kept:
        project.do(Edit(kind=EditKind.GO_BACK, annotator=project.annotator, changes=kept))
    if come:
        project.delete_documents(sorted(come))
    return len(changes)


def _waiting(now: Replayed, before: Replayed) -> tuple[Change, ...]:
    """Return the changes that remove the labels of the merge that wait for the schema, which may know them again."""
    rows = ((key, row) for key, row in now.loose.items() if key not in before.heads and isinstance(row, Span))
    return tuple(Change(before=row, over=now.heads[key]) for key, row in rows if ("document", row.document) in now.rows)


def _with_text(change: Change, project: Project) -> Change:
    """Return a change with the text of its document, which the log lacks and the stored row has."""
    row = change.before or change.after
    if not isinstance(row, Document):
        return change
    text = project.read.text(row.id)
    before, after = (
        replace(side, text=text) if isinstance(side, Document) else side for side in (change.before, change.after)
    )
    return Change(before=before, after=after)


def _bring_back(project: Project, ids: Sequence[str], log: Sequence[Edit], now: Replayed, backup: Path) -> Edit:
    """Bring back documents whose texts only the backup has, or raise ``undo.merge_deleted``; return the edit."""
    try:
        with opened_copy(backup) as old:
            documents = [old.read.document(id_) for id_ in ids]
    except AnnotatorError as error:
        raise StoreError("undo.merge_deleted", backup=backup) from error
    changes = (Change(after=replace(d, text=""), over=now.heads.get(("document", d.id), ())) for d in documents)
    turn = 1 + max(edit.turn for edit in log)
    edit = Edit(kind=EditKind.IMPORT, annotator=project.annotator, changes=tuple(changes), turn=turn)
    project.take(united(log, [edit]), {document.id: document.text for document in documents})
    return edit


def _last(project: Project) -> Json | None:
    try:
        found = json.loads(project.read.setting(LAST) or "null")
    except (ValueError, RecursionError):
        return None
    if not isinstance(found, dict) or not isinstance(found.get("backup"), str):
        return None
    edits = found.get("edits")
    return found if isinstance(edits, list) and all(isinstance(id_, str) for id_ in edits) else None


def _differences(now: Replayed, before: Replayed, merged: Sequence[Edit]) -> list[Change]:
    """Return the changes that turn all rows back to what they were before the merge.

    Undecided suggestions are in no log, so the merge's own edits say what they were. For a row that the merge only put
    in dispute, before and after are equal: any change over all heads of a row ends the row's dispute.
    """
    first: dict[RowKey, Row | None] = {}
    for key, own in versions(merged).items():
        first[key] = min(own.values(), key=lambda version: version.turn).before
    changes = []
    for key in sorted(now.rows.keys() | before.rows.keys()):
        is_, was = now.rows.get(key), before.rows.get(key)
        if was is None and key[0] == "suggestion":
            was = first.get(key)
        if is_ != was or key in now.disputes.keys() - before.disputes.keys():
            changes.append(Change(before=is_, after=was))
    return changes


def _place(change: Change) -> int:
    """Return the sort key of a change, so that no row ever refers to a row that is not there."""
    row, is_there = change.before or change.after, change.after is not None
    match row:
        case Relation():
            return 5 if is_there else 0
        case Identity():
            return 1 if is_there else 4
        case _:
            return 2


def _is_of(change: Change, documents: set[str], now: Replayed) -> bool:
    """Return whether a change is about one of the given documents, so that deleting the document covers it."""
    row = change.before or change.after
    if isinstance(row, Document):
        return row.id in documents
    if isinstance(row, Relation):
        head = now.rows.get(("span", row.head))
        return isinstance(head, Span) and head.document in documents
    return getattr(row, "document", None) in documents
