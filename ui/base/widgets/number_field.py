"""A field for a whole number."""

from typing import Any

from PySide6.QtWidgets import QSpinBox

_MARGIN = 7  # pixels, as in other fields: a style sheet pads the frame, never the field in it


class NumberField(QSpinBox):
    """A spin box whose number stands where words stand in other fields."""

    def __init__(self, **properties: Any) -> None:
        super().__init__(**properties)
        self.lineEdit().setTextMargins(_MARGIN, 0, 0, 0)
