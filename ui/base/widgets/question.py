"""A question with buttons, in the margins of all other dialogs."""

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QGridLayout, QMessageBox

from ui.base.look.sizes import APART, WIDE

_SIDE = 20  # pixels, as in other dialogs


class Question(QMessageBox):
    """A message box without the indent that Qt keeps for an icon even if there is none."""

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        grid = self.layout()
        if not isinstance(grid, QGridLayout) or not self.iconPixmap().isNull():
            return
        indent = grid.itemAtPosition(0, 0)
        spacer = indent.spacerItem() if indent is not None else None
        if spacer is not None:
            spacer.changeSize(0, 0)
            grid.setHorizontalSpacing(0)
            grid.setColumnStretch(grid.columnCount() - 1, 1)  # a short text also begins at the left
        grid.setContentsMargins(_SIDE, _SIDE, _SIDE, WIDE)
        grid.setVerticalSpacing(APART)
        grid.invalidate()
