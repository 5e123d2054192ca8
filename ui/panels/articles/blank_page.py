"""The page that is shown while no article is open."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.base.look.plain_text import plain
from ui.base.widgets.inputs import fill, named
from ui.bridge.session import Session

_WIDTH = 520


class BlankPage(QWidget):
    """Buttons to import and paste articles, or, if the project has articles, the advice to choose one."""

    import_wanted = Signal()
    paste_wanted = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setObjectName("blankPage")
        self._session = session
        self._title = plain(role="title")
        self._words = plain(role="muted", name="blankWords", wraps=True)
        self._import = named(QPushButton(self.tr("Import Articles…")), "blankImport")
        self._paste = named(QPushButton(self.tr("Paste an Article…")), "blankPaste")
        self._import.setDefault(True)
        self.setFocusProxy(self._import)
        self._import.clicked.connect(self.import_wanted)
        self._paste.clicked.connect(self.paste_wanted)
        self._lay_out()
        session.documents_changed.connect(self.refresh)

    @Slot()
    def refresh(self) -> None:
        """Show the advice that fits the project."""
        project = self._session.project
        if project is None:
            return
        documents, _ = project.read.counts.sizes()
        empty = documents == 0
        self._title.setText(self.tr("No article yet") if empty else self.tr("No article is open"))
        self._words.setText(
            self.tr("Drop files or a folder on the window, import them, or paste the text of an article.")
            if empty
            else self.tr("Choose one from the list, or import more.")
        )
        for button in (self._import, self._paste):
            button.setEnabled(self._session.writable)

    def _lay_out(self) -> None:
        buttons = fill(QHBoxLayout(), self._import, self._paste, 1, spacing=8)
        column = QWidget()
        column.setMaximumWidth(_WIDTH)
        fill(QVBoxLayout(column), self._title, self._words, buttons, spacing=12)
        across = fill(QHBoxLayout(), 1, (column, 4), 1)
        fill(QVBoxLayout(self), 2, across, 3)
