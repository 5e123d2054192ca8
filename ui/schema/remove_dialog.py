"""The question what to do with the uses of a schema part that is removed. Nothing is done before Apply."""

from collections.abc import Iterable
from enum import StrEnum

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from ui.base.look.plain_text import plain
from ui.base.widgets.button_names import name_buttons


class Fate(StrEnum):
    """What to do with the uses."""

    HIDE = "hide"
    TURN = "turn"
    REMOVE = "remove"


class RemoveDialog(QDialog):
    """The choices for a part that is in use; the least destructive is preselected."""

    wanted = Signal(object, object)  # the Fate, and the id to merge into, or None

    def __init__(
        self,
        name: str,
        used: str,
        others: Iterable[tuple[str, str]],
        *,
        may_hide: bool,
        merging: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Build the dialog.

        Args:
            name: The part's name.
            used: How often it is used, as text.
            others: Id and name of the parts that it can be merged into.
            may_hide: Whether it can be kept without being offered.
            merging: Whether the user has asked to merge it.
            parent: The window that it belongs to.
        """
        super().__init__(parent)
        self.setObjectName("schemaRemoveDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = self.tr("Merge “{name}”") if merging else self.tr("Remove “{name}”")
        self.setWindowTitle(title.format(name=name))
        self.hide_part = QRadioButton(self.tr("&Keep it, but no longer offer it"))
        self.turn = QRadioButton(self.tr("&Turn it into"))
        self.remove = QRadioButton(self.tr("&Remove it with all its uses"))
        self.into = QComboBox()
        self.into.setObjectName("schemaRemoveInto")
        self.into.setAccessibleName(self.tr("Turn it into"))
        for id_, called in others:
            self.into.addItem(called, id_)
        for button, id_ in ((self.hide_part, "Hide"), (self.turn, "Turn"), (self.remove, "All")):
            button.setObjectName(f"schemaRemove{id_}")
        self.hide_part.setVisible(may_hide and not merging)
        self.remove.setVisible(not merging)
        may_turn = self.into.count() > 0
        self.turn.setEnabled(may_turn)
        self.into.setEnabled(may_turn)
        gentle = self.hide_part if may_hide else (self.turn if may_turn else self.remove)
        (self.turn if merging and may_turn else gentle).setChecked(True)
        self.into.activated.connect(self._on_into)
        self._lay_out(self.tr("“{name}” is used: {used}.").format(name=name, used=used))
        name_buttons(self)

    def _lay_out(self, used: str) -> None:
        words = plain(used, wraps=True)
        hint = plain(self.tr("Nothing changes before Apply, and Apply can be undone."), "muted")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self._on_accepted)
        buttons.rejected.connect(self.reject)
        turning = QHBoxLayout()
        turning.setSpacing(8)
        turning.addWidget(self.turn)
        turning.addWidget(self.into, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(words)
        layout.addWidget(self.hide_part)
        layout.addLayout(turning)
        layout.addWidget(self.remove)
        layout.addWidget(hint)
        layout.addWidget(buttons)

    @Slot()
    def _on_into(self) -> None:
        self.turn.setChecked(True)

    @Slot()
    def _on_accepted(self) -> None:
        self.accept()
        if self.hide_part.isChecked():
            self.wanted.emit(Fate.HIDE, None)
        elif self.turn.isChecked():
            self.wanted.emit(Fate.TURN, self.into.currentData())
        else:
            self.wanted.emit(Fate.REMOVE, None)
