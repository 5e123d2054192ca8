"""The command that merges copies of a project."""

from pathlib import Path
from typing import Annotated

import typer

from annotator.cli.output import AsJson, ProjectPath, counted, opened, progress, put_json, say, warn
from annotator.jobs import uniting


def merge(
    project: ProjectPath,
    files: Annotated[
        list[Path], typer.Argument(metavar="FILE...", help="Copies of the project, or folders that contain some.")
    ],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would be merged.")] = False,
    as_json: AsJson = False,
) -> None:
    """Merge copies of a project that others have worked in.

    All their steps become steps of this project, in any order of files and however often. Where two people changed the
    same thing, the later change is shown and both are kept. The project is backed up first.
    """
    with opened(project, read_only=dry_run) as target, progress("Merging") as report:
        found = uniting.merge(target, uniting.files_in(files), dry_run=dry_run, progress=report)
    refused = [{"file": str(path), "error": error.code, "reason": str(error)} for path, error in found.refused]
    if as_json:
        put_json({"edits": found.edits, "spans": found.spans, "disputes": found.disputes, "refused": refused})
    else:
        done = "Would merge" if dry_run else "Merged"
        say(f"{done} {counted(found.edits, 'step')} with {counted(found.spans, 'changed label')}.")
        if found.disputes:
            say(f"Two people changed the same thing in {counted(found.disputes, 'place')}.")
    for _, error in found.refused:
        warn(str(error))
    if found.refused:
        raise typer.Exit(1)
