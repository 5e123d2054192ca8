"""Buttons that show and hide the layers of the article."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from annotator.model.schema import words
from ui.base.i18n import ui_language
from ui.base.look.plain_text import plain
from ui.base.widgets.flow import FlowLayout
from ui.bridge.session import Session


class LayerRow(QWidget):
    """Wrapping row of buttons."""

    turned = Signal(str)  # the id of a layer

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("layerRow")
        self.setAccessibleName(self.tr("Visible layers"))
        self._session = session
        self._flow = FlowLayout(self, gap=4)
        self._buttons: dict[str, QPushButton] = {}
        session.project_opened.connect(self._fill)
        session.schema_changed.connect(self._refill)
        self._fill()

    def show_hidden(self, hidden: frozenset[str]) -> None:
        """Uncheck the buttons of these layers."""
        for layer, button in self._buttons.items():
            button.setChecked(layer not in hidden)

    @Slot()
    def _refill(self) -> None:
        hidden = frozenset(layer for layer, button in self._buttons.items() if not button.isChecked())
        self._fill()
        self.show_hidden(hidden)

    @Slot()
    def _fill(self) -> None:
        while (held := self._flow.takeAt(0)) is not None:
            if (widget := held.widget()) is not None:
                widget.setParent(None)
                widget.deleteLater()
        self._buttons.clear()
        project = self._session.project
        if project is None:
            return
        title = plain(self.tr("Show:"), "muted")
        title.setMinimumHeight(QPushButton("X").sizeHint().height())
        self._flow.addWidget(title)
        for layer in project.schema.layers:
            name = words(layer.name, ui_language())
            button = QPushButton(name.replace("&", "&&"))
            button.setObjectName(f"layerButton.{layer.id}")
            button.setAccessibleName(name)
            button.setProperty("role", "tab")
            button.setCheckable(True)
            button.setChecked(True)
            button.clicked.connect(self._on_clicked)
            self._flow.addWidget(button)
            self._buttons[layer.id] = button

    @Slot()
    def _on_clicked(self) -> None:
        for layer, button in self._buttons.items():
            if button is self.sender():
                self.turned.emit(layer)
