"""Arguments that several commands share."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, TypeAlias

import typer

from annotator.cli.output import warn
from annotator.project.project import Project
from annotator.system.errors import StoreError
from annotator.system.lock import has_other_name


def _named(words: str) -> Path:
    """Parse the path of a file, rejecting folder names that end in dots."""
    path = Path(words)
    if not path.name or path.name == "..":
        raise typer.BadParameter("a file name is needed")
    return path


ProjectPath: TypeAlias = Annotated[Path, typer.Argument(metavar="PROJECT", help="A .spanwright file.", parser=_named)]
WithReplaced: TypeAlias = Annotated[
    bool, typer.Option("--replaced", help="Include articles that were replaced by a newer version.")
]
AsJson: TypeAlias = Annotated[bool, typer.Option("--json", help="Print one JSON object.")]


@contextmanager
def opened(path: Path, *, read_only: bool) -> Iterator[Project]:
    """Open a project and close it again; warn if it has a second name, under which its last steps would be missing."""
    project = Project.open(path, read_only=read_only)
    if project.kept_aside is not None:
        warn(str(StoreError("store.log_broken", file=path.name, copy=project.kept_aside)))
    try:
        if has_other_name(path):
            warn(str(StoreError("store.linked", file=path.name)))
        yield project
    finally:
        project.close()
