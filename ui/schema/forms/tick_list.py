"""A list of names with check boxes, as high as its rows."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from annotator.model.schema import Schema
from ui.schema.schema_draft import called

translate = QCoreApplication.translate
_LINES = 7  # at most


class Ticks(QListWidget):
    """A list of check boxes; Space toggles the current row."""

    edited = Signal()

    def __init__(self, name: str, spoken: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(spoken)
        self.itemChanged.connect(self.edited)

    @property
    def ticked(self) -> tuple[str, ...]:
        """The ids of the ticked rows, in the order of the list."""
        rows = (self.item(row) for row in range(self.count()))
        return tuple(row.data(Qt.ItemDataRole.UserRole) for row in rows if row.checkState() == Qt.CheckState.Checked)

    def show_rows(self, rows: Sequence[tuple[str, str]], ticked: Iterable[str]) -> None:
        """Show ids and names, and tick some."""
        known = set(ticked)
        self.blockSignals(True)
        self.clear()
        for id_, words in rows:
            row = QListWidgetItem(words)
            row.setData(Qt.ItemDataRole.UserRole, id_)
            row.setFlags(row.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            row.setCheckState(Qt.CheckState.Checked if id_ in known else Qt.CheckState.Unchecked)
            self.addItem(row)
        self.blockSignals(False)
        height = max(self.sizeHintForRow(0), self.fontMetrics().lineSpacing())
        self.setFixedHeight(height * max(1, min(_LINES, len(rows))) + 2 * self.frameWidth() + 4)


def ends_of(schema: Schema) -> list[tuple[str, str]]:
    """Return all layers and ``layer.LABEL`` with their names."""
    found: list[tuple[str, str]] = []
    for layer in schema.layers:
        found.append((layer.id, translate("SchemaTicks", "all of {layer}").format(layer=called(layer))))
        found += [(f"{layer.id}.{label.id}", f"    {called(label)}") for label in layer.labels]
    return found
