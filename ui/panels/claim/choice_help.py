"""A choice of a field, and the help below the list of choices: definition and examples."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QSize, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from ui.base.look.plain_text import plain

_WIDTH = 300  # width of the text in pixels
_MARGIN = 8


class Choice(NamedTuple):
    """One choice. ``id`` is None for clearing the field; a ``removable`` one can be removed by itself."""

    id: str | None
    name: str
    key: str = ""
    help: str = ""
    examples: tuple[str, ...] = ()
    light: str = ""
    dark: str = ""
    removable: bool = False


class ChoiceHelp(QFrame):
    """Help for one choice at a time; as high as the longest needs, so that nothing moves."""

    def __init__(self, choices: Sequence[Choice], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("choiceHelp")
        self._meaning = self._line(QPalette.ColorRole.Text)
        self._cases = self._line(QPalette.ColorRole.PlaceholderText)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_MARGIN, 8, _MARGIN, 8)
        layout.setSpacing(4)
        layout.addWidget(self._meaning)
        layout.addWidget(self._cases)
        layout.addStretch(1)
        self._height = max((self._height_of(choice) for choice in choices), default=0)

    @property
    def says_anything(self) -> bool:
        """Whether any choice has help."""
        return self._height > 0

    @Slot(object)
    def show_choice(self, choice: Choice) -> None:
        """Show definition and examples of a choice."""
        self._meaning.setText(choice.help)
        self._cases.setText("\n".join(choice.examples))
        self.setAccessibleName(" ".join((choice.help, *choice.examples)))

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH + 2 * _MARGIN, self._height + 20)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.Mid))
        painter.drawLine(_MARGIN, 0, self.width() - _MARGIN, 0)

    def _line(self, role: QPalette.ColorRole) -> QLabel:
        line = plain()
        line.setWordWrap(True)
        line.setForegroundRole(role)
        return line

    def _height_of(self, choice: Choice) -> int:
        if not choice.help and not choice.examples:
            return 0
        self.show_choice(choice)
        height = self._meaning.heightForWidth(_WIDTH) + self._cases.heightForWidth(_WIDTH)
        self.show_choice(Choice(id=None, name=""))
        return height
