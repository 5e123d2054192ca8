"""Names of widgets, for tests, scripts and assistive technology."""

from typing import TypeVar

from PySide6.QtWidgets import QWidget

Named = TypeVar("Named", bound=QWidget)


def named(widget: Named, name: str, spoken: str = "") -> Named:
    """Set a widget's object name, and its accessible name if given; return the widget."""
    widget.setObjectName(name)
    if spoken:
        widget.setAccessibleName(spoken)
    return widget
