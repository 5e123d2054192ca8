"""The fonts that ship with the program, so that articles look the same on every computer."""

from PySide6.QtGui import QFontDatabase

from annotator.system.resources import resource_path


def load_fonts() -> None:
    """Register the shipped fonts; if one is missing, the next family in the look's list is used."""
    for path in sorted(resource_path("fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(path))
