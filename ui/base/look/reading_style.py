"""The user's reading style: typeface, height and width of lines, label names and patterns."""

from dataclasses import replace
from enum import StrEnum
from typing import NamedTuple

from PySide6.QtGui import QFontDatabase

from annotator.system.resources import resource_path
from ui.base.look.look import SANS, SERIF, Look


class Face(StrEnum):
    """The article's typeface."""

    SERIF = "serif"
    SANS = "sans"
    SYSTEM = "system"


class Leading(StrEnum):
    """The height of lines."""

    USUAL = "usual"
    HIGHER = "higher"
    HIGHEST = "highest"


class Measure(StrEnum):
    """The width of lines: about 60, 75 or 95 characters."""

    NARROW = "narrow"
    USUAL = "usual"
    WIDE = "wide"


_FACTORS = {Leading.USUAL: 1.0, Leading.HIGHER: 1.2, Leading.HIGHEST: 1.45}
_COLUMNS = {Measure.NARROW: 550, Measure.USUAL: 690, Measure.WIDE: 880}  # pixels at 100%


class ReadingStyle(NamedTuple):
    """The reading style that the user chose.

    ``names`` shows label names, ``patterns`` tells labels apart without colour, ``cards`` shows a card for each claim
    beside the text, ``worth`` marks sentences worth checking.
    """

    face: Face = Face.SERIF
    leading: Leading = Leading.USUAL
    measure: Measure = Measure.USUAL
    names: bool = True
    cards: bool = True
    worth: bool = True
    patterns: bool = False

    def applied(self, look: Look) -> Look:
        """Return a copy of a look in this style."""
        return replace(
            look,
            reading=_families(self.face),
            leading=_FACTORS[self.leading],
            column=_COLUMNS[self.measure],
            patterns=self.patterns,
        )


def _families(face: Face) -> tuple[str, ...]:
    if face is Face.SYSTEM:
        return (QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family(), *SANS)
    return SANS if face is Face.SANS else SERIF


def load_fonts() -> None:
    """Register the shipped fonts. For a missing one, Qt uses the next family in the look's list."""
    for path in sorted(resource_path("fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(path))
