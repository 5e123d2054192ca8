"""The commands that merge copies of a project, and list where people changed the same thing differently."""

import json
from pathlib import Path
from typing import Annotated, Any

import typer

from annotator.cli.output import (
    AsJson,
    ProjectPath,
    counted,
    fields_of,
    opened,
    pairs_of,
    progress,
    put,
    put_json,
    put_table,
    say,
    warn,
)
from annotator.editing.log.replaying import WHOLE
from annotator.jobs.merging import conflicts as conflicting
from annotator.jobs.merging import copies_merged, merge_undone
from annotator.jobs.merging.answers import MergeAnswers
from annotator.jobs.merging.report import SENTENCES, MergeResult

_SHOWN = 40  # characters of words printed
_COUNTED = "articles new changed removed comments conflicts"  # figures printed for each person


def merge(
    project: ProjectPath,
    files: Annotated[
        list[Path] | None,
        typer.Argument(metavar="FILE...", help="Copies of the project, or folders that contain some."),
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would be merged.")] = False,
    also: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="Also take this person's steps from another's package; can be repeated."),
    ] = None,
    alias: Annotated[
        list[str] | None, typer.Option(metavar="THEIRS=OURS", help="A person's name there and here; it is remembered.")
    ] = None,
    label: Annotated[
        list[str] | None,
        typer.Option(metavar="LAYER.LABEL=FATE", help="For a label unknown here: add, leave, or the label it becomes."),
    ] = None,
    bring_back: Annotated[
        bool, typer.Option("--bring-back", help="Keep articles that were deleted only here, or only in a copy.")
    ] = False,
    join_twins: Annotated[
        bool, typer.Option("--join-twins", help="Join two equal labels of one person for the same words.")
    ] = False,
    undo: Annotated[
        bool, typer.Option("--undo", help="Undo the last merge; later decisions stay. Its steps are not merged again.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Merge copies of a project that others have worked in.

    All their steps become steps of this project. The files may come in any order, and repeatedly. Where two people
    changed the same thing, the later change is shown and both are kept. The project is backed up first.
    """
    if undo:
        _undo(project, as_json=as_json)
        return
    if not files:
        raise typer.BadParameter("name at least one copy", param_hint="FILE...")
    answers = MergeAnswers(
        also=frozenset(also or ()),
        aliases=_stripped(pairs_of(alias, "--alias", "THEIRS=OURS")),
        labels=_stripped(pairs_of(label, "--label", "LAYER.LABEL=FATE")),
        brings_all_back=bring_back,
        joins_twins=join_twins,
    )
    with opened(project, read_only=dry_run) as target, progress("Merging") as report:
        found = copies_merged.merge(
            target, copies_merged.files_in(files), answers=answers, dry_run=dry_run, progress=report
        )
    if as_json:
        put_json(_as_mapping(found))
    else:
        _tell(found, dry_run=dry_run)
    for _, error in found.refused:
        warn(str(error))
    if found.refused:
        raise typer.Exit(1)


def conflicts(project: ProjectPath, as_json: AsJson = False) -> None:
    """List what two people changed differently in copies that were merged.

    Any later edit of the label, article or field settles the conflict; the window has a key for each side.
    """
    with opened(project, read_only=True) as source, progress("Reading") as report:
        found = conflicting.conflicts(source, progress=report)
    if as_json:
        put_json({"conflicts": [_conflict_as_mapping(each) for each in found]})
        return
    if not found:
        say("Nothing is in conflict.")
        return
    put_table(("article", "what", "words", "field", "said"), (_row(each) for each in found))


def _undo(project: Path, *, as_json: bool) -> None:
    with opened(project, read_only=False) as target:
        backup = merge_undone.backup_of_last(target)
        count = merge_undone.take_back(target)
    again = f" Its steps are not merged again; to merge them anew, use the copy from before: {backup}" if backup else ""
    told = f"Undid the last merge: {counted(count, 'change')}.{again}"
    put({"restored": count, "backup": backup}, told, as_json=as_json)


def _stripped(pairs: dict[str, str]) -> dict[str, str]:
    return {left.strip(): right.strip() for left, right in pairs.items()}


def _as_mapping(found: MergeResult) -> dict[str, Any]:
    return {
        **fields_of(found, "edits spans disputes"),
        "refused": [{"file": str(path), "error": error.code, "reason": str(error)} for path, error in found.refused],
        "people": [fields_of(each, f"annotator {_COUNTED}") for each in found.people],
        "problems": [{"problem": each.trouble, **fields_of(each, "file name key count")} for each in found.problems],
    }


def _tell(found: MergeResult, *, dry_run: bool) -> None:
    done = "Would merge" if dry_run else "Merged"
    say(f"{done} {counted(found.steps, 'step')} with {counted(found.spans, 'changed label')}.")
    if found.people:
        rows = ((each.annotator, *map(str, fields_of(each, _COUNTED).values())) for each in found.people)
        put_table(("person", *(f"#{name}" for name in _COUNTED.split())), rows)
    if found.disputes:
        say(f"Conflicts, where two people changed the same thing: {found.disputes}; see: conflicts.")
    for each in found.problems:
        say(f"{each.told(SENTENCES[each.trouble])} ({each.count})")


def _conflict_as_mapping(each: conflicting.Conflict) -> dict[str, Any]:
    return {
        **fields_of(each, "kind row document title start end words label shown fields"),
        "sides": [fields_of(side, "annotator edit values") for side in each.sides],
    }


def _row(each: conflicting.Conflict) -> tuple[str, ...]:
    fields = ", ".join(name or "removed or kept" for name in each.fields)
    said = "; ".join(f"{side.annotator}: {', '.join(map(_said, each.fields, side.values))}" for side in each.sides)
    return each.title, each.label or each.kind, each.words[:_SHOWN], fields, said


def _said(name: str, value: Any) -> str:
    if name == WHOLE:
        return "removed" if value is None else "kept"
    return value[:_SHOWN] if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
