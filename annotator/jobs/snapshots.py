"""Reading a project at one moment while the window writes it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from annotator.project.project import Project


@contextmanager
def reading(path: Path) -> "Iterator[Project]":
    """Open a project for reading; everything read inside is of one moment.

    Raises:
        StoreError: It cannot be read.
    """
    from annotator.project.project import Project  # the window imports what reads so before it is painted

    opened = Project.open(path, read_only=True)
    try:
        with opened.snapshot():
            yield opened
    finally:
        opened.close()
