"""A row of buttons, one of which is checked."""

from collections.abc import Iterable

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from ui.base.widgets.flow import FlowLayout
from ui.base.widgets.inputs import fill, named


class Tabs(QWidget):
    """A row of buttons, one of which is checked; `chosen` emits the value of the button that was clicked.

    With ``wraps``, buttons that have no room go to a second row.
    """

    chosen = Signal(object)

    def __init__(
        self,
        name: str,
        choices: Iterable[tuple[object, str]],
        parent: QWidget | None = None,
        *,
        wraps: bool = False,
    ) -> None:
        super().__init__(parent)
        self._buttons: dict[object, QPushButton] = {}
        group = QButtonGroup(self)
        layout = FlowLayout(self, gap=2) if wraps else fill(QHBoxLayout(self), margins=0, spacing=2)
        for value, text in choices:
            button = named(QPushButton(text), f"{name}.{value}", text, role="tab")
            button.setCheckable(True)
            group.addButton(button)
            layout.addWidget(button)
            self._buttons[value] = button
        self.value: object = next(iter(self._buttons))
        self._buttons[self.value].setChecked(True)
        group.buttonClicked.connect(self._on_clicked)

    def choose(self, value: object) -> None:
        """Check the button of a value without emitting `chosen`."""
        self.value = value
        self._buttons[value].setChecked(True)

    def show_choice(self, value: object, *, shown: bool) -> None:
        """Show or hide the button of a value."""
        self._buttons[value].setVisible(shown)

    @Slot(object)
    def _on_clicked(self, button: QPushButton) -> None:
        self.value = next(value for value, own in self._buttons.items() if own is button)
        self.chosen.emit(self.value)
