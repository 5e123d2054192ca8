"""The link that puts the found articles into a batch."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from ui.search.place_list import PlaceModel


class BatchLink(QPushButton):
    """A link that emits the ids of the listed articles."""

    wanted = Signal(list)  # ids of the articles, in order

    def __init__(self, model: PlaceModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.setText(self.tr("Batch…"))
        self.setObjectName("searchBatch")
        self.setAccessibleName(self.tr("Put the found articles into a batch"))
        self.setProperty("role", "link")
        self.clicked.connect(self._on_clicked)

    @Slot()
    def _on_clicked(self) -> None:
        self.wanted.emit(list(dict.fromkeys(place.document for place in self._model.shown)))
