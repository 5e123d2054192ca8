"""What an export cannot hold, one row each: where, what becomes of it, what helps."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from annotator.formats.loss import Loss
from ui.chips import one_line
from ui.told import loss_reason, loss_remedy

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class LossModel(QAbstractTableModel):
    """Sentences are put together as they come into sight."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.losses: tuple[Loss, ...] = ()
        self._names = (self.tr("Article"), self.tr("What becomes of it"), self.tr("What helps"))

    def show_losses(self, losses: Sequence[Loss]) -> None:
        """Show these."""
        self.beginResetModel()
        self.losses = tuple(losses)
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.losses)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._names)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return self._names[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return None
        loss = self.losses[index.row()]
        return (one_line(loss.title, 80), loss_reason(loss), loss_remedy(loss))[index.column()]
