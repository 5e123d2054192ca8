"""Merging copies of a project: other people's files come back, and their logs are merged into ours."""

import json
from collections.abc import Sequence
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path

from annotator.editing.edits import Change, Edit, EditKind
from annotator.editing.log.replaying import WHOLE, Replayed, replayed, versions
from annotator.editing.log.row_keys import RowKey
from annotator.editing.log.uniting import Union, united
from annotator.jobs.merging.answering import Answering
from annotator.jobs.merging.answers import ALIASES, Answers, aliases_of
from annotator.jobs.merging.copies_read import Coming, Mine, opened_copy, read_copy
from annotator.jobs.merging.report import Merged, is_conflict, people_in, steps_in
from annotator.jobs.merging.unfit_edits import refuse_homeless
from annotator.model.json_rows import Json
from annotator.model.values import Document, Identity, Relation, Row, Span
from annotator.processes.collector import uncollected
from annotator.processes.worker import Progress, no_progress
from annotator.project.project import Project, back_up
from annotator.store import copies
from annotator.store.queries.disputes import Disputed
from annotator.system.errors import AnnotatorError, StoreError

MERGE = "merge"  # why the backup was made
_NO_ROOM = frozenset({"store.disk_full", "store.full"})
LAST = "last_merge"  # a setting: the ids of the edits of the last merge, and the backup made before it


def files_in(places: Sequence[Path]) -> list[Path]:
    """Return the given project files, and those in the given folders, sorted within each folder."""
    found: list[Path] = []
    for place in places:
        found += sorted(place.glob(f"*{copies.SUFFIX}")) if place.is_dir() else [place]
    return list(dict.fromkeys(found))


def merge(
    project: Project,
    files: Sequence[Path],
    *,
    answers: Answers | None = None,
    dry_run: bool = False,
    progress: Progress = no_progress,
) -> Merged:
    """Back up the project and merge copies into it in one transaction; a refused file changes nothing.

    Raises:
        StoreError: The project could not be read or written; nothing was merged.
    """
    with uncollected():
        return _merge(project, files, answers or Answers(), dry_run=dry_run, progress=progress)


def _merge(project: Project, files: Sequence[Path], answers: Answers, *, dry_run: bool, progress: Progress) -> Merged:
    told, coming, mine = Merged(), Coming(), Mine(project)
    answers = replace(answers, aliases={**aliases_of(project.read), **answers.aliases})
    rest = [path for path in files if path.resolve() != project.path.resolve()]
    for number, path in enumerate(rest):
        progress(number, len(rest) + 1)
        refused = _read(path, mine, coming, answers)
        if refused is not None:
            told.refused.append((path, refused))
    told.problems += coming.problems
    waiting = any(map(_waits, project.read.disputes.all()))
    if not coming.logs and not waiting:
        return told
    progress(len(rest), len(rest) + 1)
    texts = coming.texts
    answering = Answering(
        answers=answers,
        annotator=project.annotator,
        coming=coming,
        text=lambda id_: texts[id_] if id_ in texts else project.read.text(id_),
        before=mine.log,
        here=lambda id_: project.read.document(id_) if project.read.taken_ids([id_]) else None,
    )
    union = united(mine.log, *(each.edits for each in coming.logs), answering=answering)
    told.problems += answering.problems
    if not union.edits:
        return told
    told.edits = len(union.edits)
    told.steps = steps_in(union.edits)
    told.spans = len({c.id for e in union.edits for s in e.changes if isinstance(c := s.after or s.before, Span)})
    told.disputes = sum(is_conflict(own) for own in union.disputes.values())
    told.people = people_in(union.edits, union.disputes)
    _refuse_homeless(union, coming, project)
    if not dry_run:
        told.backup = back_up(project.path, MERGE)
        kept = {LAST: json.dumps({"edits": [edit.id for edit in union.edits], "backup": str(told.backup)})}
        if answers.aliases:
            kept[ALIASES] = json.dumps(dict(sorted(answers.aliases.items())), ensure_ascii=False)
        project.take(union, texts, kept)
    return told


def _waits(dispute: Disputed) -> bool:
    """Return whether a row waits for its label: it is not shown although nobody removed it."""
    return dispute.field == WHOLE and all(side["value"] is not None for side in dispute.said)


def _read(path: Path, mine: Mine, coming: Coming, answers: Answers) -> AnnotatorError | None:
    """Add a copy's edits to ``coming``; return the error if the copy cannot be read."""
    try:
        with opened_copy(path) as other:
            read_copy(other, mine, coming, answers)
    except AnnotatorError as error:
        if error.code in _NO_ROOM:  # a full disk is not the copy's fault
            raise
        return error
    return None


def merge_files(
    project: Path,
    places: Sequence[Path],
    answers: Answers,
    dry_run: bool,  # noqa: FBT001  # a job has no keywords
    *,
    progress: Progress = no_progress,
) -> Merged:
    """Run `merge` on a project file; with ``dry_run``, only report. Runs as a job.

    Raises:
        StoreError: The project could not be read or written; nothing was merged.
    """
    with closing(Project.open(project, read_only=dry_run)) as opened:
        return merge(opened, files_in(places), answers=answers, dry_run=dry_run, progress=progress)


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


def _refuse_homeless(union: Union, coming: Coming, project: Project) -> None:
    """Raise ``store.unfit`` if a row's document, span or text is in neither file; name the copy whose edit needs it."""
    rows = [row for row in union.rows.values() if row is not None]
    wanted = {str(row.document) for row in rows if hasattr(row, "document")}
    wanted |= {end for row in rows if isinstance(row, Relation) for end in (row.head, row.tail)}
    wanted -= {row.id for row in rows if isinstance(row, Document | Span)}
    wanted |= {row.id for row in rows if isinstance(row, Document)} - coming.documents.keys()
    wanted -= project.read.taken_ids(wanted)
    for each in coming.logs:
        refuse_homeless(each.edits, wanted, each.file)
    if wanted:  # by a row that is here already
        raise StoreError("store.unfit", file=project.path.name, edit=union.edits[0].id)
