"""The button below the suggestions that accepts the sure ones."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QPushButton

from ui.base.i18n import number
from ui.base.look.plain_text import tooltip


class SureButton(QPushButton):
    """Button that triggers one action, with a tool tip about a second one."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("acceptSure")
        self.setProperty("role", "link")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.show_count(None)

    def follow(self, sure: QAction, every: QAction) -> None:
        """Trigger ``sure``; the tool tip says that ``every`` accepts the others, too."""
        self.clicked.connect(sure.trigger)
        self._followed = sure, every
        for action in self._followed:
            action.changed.connect(self._explain)
        self._explain()

    def show_count(self, count: int | None) -> None:
        """Show how many are accepted; None for all visible sure ones, without a filter."""
        words = self.tr("Accept sure suggestions")
        if count is not None:
            words = self.tr("Accept 1 sure suggestion") if count == 1 else self.tr("Accept {count} sure suggestions")
            words = words.format(count=number(count))
        self.setText(words)
        self.setAccessibleName(words)

    @Slot()
    def _explain(self) -> None:
        keys = [action.shortcut().toString(QKeySequence.SequenceFormat.NativeText) for action in self._followed]
        patterns = (self.tr("Accept the visible sure suggestions ({key})."), self.tr("{key} accepts all visible ones."))
        words = " ".join(pattern.format(key=key or "–") for pattern, key in zip(patterns, keys, strict=True))
        self.setToolTip(tooltip(words))
        self.setAccessibleDescription(words)
