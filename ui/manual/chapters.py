"""The chapters of the manual, read from ``docs/manual``. Their files have the same names in each language."""

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

from annotator.system.resources import resource_path

FOLDER = resource_path().parent / "docs" / "manual"
_HEADING = re.compile(r"^#{1,3} ", re.MULTILINE)


class Chapter(NamedTuple):
    """A chapter: its id (the file's name without number and suffix), its title, and its Markdown text."""

    id: str
    title: str
    text: str

    @property
    def sections(self) -> tuple[tuple[str, str], ...]:
        """Heading and text of each section, in order."""
        parts = _HEADING.split(self.text)[1:]
        return tuple((part.partition("\n")[0].strip(), part.partition("\n")[2].strip()) for part in parts)


@cache
def chapters(language: str) -> tuple[Chapter, ...]:
    """Return the chapters of a language, in order."""
    return tuple(_read(path) for path in sorted((FOLDER / language).iterdir()) if path.suffix == ".md")


def chapter_id(file_name: str) -> str:
    """Return the id of the chapter in a file: ``03-suggestions.md`` holds ``suggestions``."""
    return Path(file_name).stem.partition("-")[2]


def _read(path: Path) -> Chapter:
    text = path.read_text("utf-8")
    return Chapter(chapter_id(path.name), text.partition("\n")[0].removeprefix("# ").strip(), text)
