"""The fonts that ship with the program, so that an article reads the same on every machine."""

from PySide6.QtGui import QFontDatabase

from annotator.system.resources import resource_path


def load_fonts() -> None:
    """Make the shipped fonts known; where one is missing, the next family of a look's list stands in."""
    for path in sorted(resource_path("fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(path))
