"""Merging copies of a project: other people's files come back, and their logs are merged into ours."""

import json
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from annotator.editing.log.replaying import WHOLE
from annotator.editing.log.uniting import MergedRows, united
from annotator.jobs.merging.answering import Answering
from annotator.jobs.merging.answers import ALIASES, MergeAnswers, aliases_of
from annotator.jobs.merging.copies_read import Coming, Mine, opened_copy, read_copy
from annotator.jobs.merging.report import MergeResult, is_conflict, people_in, steps_in
from annotator.jobs.merging.unfit_edits import refuse_homeless
from annotator.model.values import Document, Relation, Span
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
    answers: MergeAnswers | None = None,
    dry_run: bool = False,
    progress: Progress = no_progress,
) -> MergeResult:
    """Back up the project and merge copies into it in one transaction; a refused file changes nothing.

    Raises:
        StoreError: The project could not be read or written; nothing was merged.
    """
    with uncollected():
        return _merge(project, files, answers or MergeAnswers(), dry_run=dry_run, progress=progress)


def _merge(
    project: Project, files: Sequence[Path], answers: MergeAnswers, *, dry_run: bool, progress: Progress
) -> MergeResult:
    told, coming, mine = MergeResult(), Coming(), Mine(project)
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


def _read(path: Path, mine: Mine, coming: Coming, answers: MergeAnswers) -> AnnotatorError | None:
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
    answers: MergeAnswers,
    dry_run: bool,  # noqa: FBT001  # a job has no keywords
    *,
    progress: Progress = no_progress,
) -> MergeResult:
    """Run `merge` on a project file; with ``dry_run``, only report. Runs as a job.

    Raises:
        StoreError: The project could not be read or written; nothing was merged.
    """
    with closing(Project.open(project, read_only=dry_run)) as opened:
        return merge(opened, files_in(places), answers=answers, dry_run=dry_run, progress=progress)


def _refuse_homeless(union: MergedRows, coming: Coming, project: Project) -> None:
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
