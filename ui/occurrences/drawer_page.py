"""Parts shared by the drawer's pages: the close button, a list with an empty message, the layout."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLayout, QPushButton, QVBoxLayout, QWidget

from ui.base.look.plain_text import plain

translate = QCoreApplication.translate


class ListOrWords(QWidget):
    """A list with a message over it while it is empty. The list keeps the focus, because its keys still work."""

    def __init__(self, list_: QWidget, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._nothing = plain(role="muted")
        self._nothing.setObjectName(f"{name}Nothing")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._nothing.hide()
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for each in (list_, self._nothing):
            layout.addWidget(each, 0, 0)

    def turn(self, *, there: bool, otherwise: str) -> None:
        """Show the list, or the message ``otherwise`` if nothing is ``there``."""
        self._nothing.setText(otherwise)
        self._nothing.setVisible(not there)


def put_below(grid: QGridLayout, widget: QWidget, column: int, *, below: bool) -> None:
    """Move a widget of the grid's first row to a row of its own below, or back to its column."""
    place = (1, 0, 1, -1) if below else (0, column, 1, 1)
    if grid.getItemPosition(grid.indexOf(widget))[0] != place[0]:  # type: ignore[index]  # the stubs say object
        grid.removeWidget(widget)
        grid.addWidget(widget, *place)


def close_button(name: str) -> QPushButton:
    """Return a button that closes a page."""
    button = QPushButton("✕")
    button.setObjectName(f"{name}Close")
    button.setAccessibleName(translate("DrawerFrame", "Close"))
    button.setProperty("role", "tab")
    return button


def row(left: Iterable[QWidget], right: Iterable[QWidget], *, wide: bool = False) -> QHBoxLayout:
    """Return a row with widgets at both ends. The gap stretches, or with ``wide`` the last widget at the left."""
    made = QHBoxLayout()
    made.setSpacing(12)
    for widget in left:
        made.addWidget(widget)
    if wide:
        made.setStretch(made.count() - 1, 1)
    else:
        made.addStretch(1)
    for widget in right:
        made.addWidget(widget)
    return made


def lay_out_page(page: QWidget, head: QLayout, body: QWidget | QLayout, foot: QWidget) -> None:
    """Lay out head, body and foot on a page."""
    layout = QVBoxLayout(page)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    head.setContentsMargins(12, 6, 8, 6)
    layout.addLayout(head)
    if isinstance(body, QLayout):
        layout.addLayout(body, 1)
    else:
        layout.addWidget(body, 1)
    layout.addWidget(foot)
