"""A field for whole numbers."""

from typing import Any

from PySide6.QtWidgets import QSpinBox

_MARGIN = 7  # pixels, as in other fields: a style sheet pads the frame, never the field in it


class NumberField(QSpinBox):
    """A spin box whose number has the same margin as the text of other fields."""

    def __init__(self, **properties: Any) -> None:
        super().__init__(**properties)
        self.lineEdit().setTextMargins(_MARGIN, 0, 0, 0)
