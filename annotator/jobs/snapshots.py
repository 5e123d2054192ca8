"""Reading a project as it is at one moment, while the window writes to it."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from annotator.project.project import Project

Readable: TypeAlias = "Path | Project"
"""A project file, or a project that is already open."""


@contextmanager
def opening(project: Readable) -> "Iterator[Project]":
    """Open a project for reading, unless it is already open."""
    from annotator.project.project import Project  # late: the window imports this module before it is painted

    if not isinstance(project, Path):
        yield project
        return
    with closing(Project.open(project, read_only=True)) as opened:
        yield opened


@contextmanager
def reading(project: Readable) -> "Iterator[Project]":
    """Open a project for reading, unless it is already open; all reads inside see one snapshot."""
    with opening(project) as opened, opened.snapshot():
        yield opened


def path_of(project: Readable) -> Path:
    """Return the file of a project."""
    return project if isinstance(project, Path) else project.path
