"""Named searches, stored in the project."""

from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QInputDialog, QMenu, QToolButton, QWidget

from annotator.model.query import Question, saved_from, saved_to
from annotator.system.errors import AnnotatorError
from ui.base.keys.own_keys import OwnKeys
from ui.base.widgets.button_names import name_buttons
from ui.bridge.session import Session
from ui.filtering.filter_words import question_words

_SETTING = "searches"
_LONGEST = 60  # characters of a name


class SavedSearches(QToolButton):
    """A button with a menu of saved searches that can also save the current one."""

    chosen = Signal(object)  # a Question
    wanted = Signal()  # save the current query
    failed = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setObjectName("searchSaved")
        self.setText(self.tr("Saved"))
        self.setAccessibleName(self.tr("Saved searches"))
        self.setProperty("role", "chip")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(self.offer)

    @property
    def searches(self) -> dict[str, Question]:
        """The saved searches by name."""
        return saved_from(self._session.required().read.setting(_SETTING) or "")

    @Slot()
    def offer(self) -> None:
        """Open the menu."""
        menu = QMenu(self)
        OwnKeys(menu)
        menu.setObjectName("searchSavedMenu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        searches = self.searches
        for name, question in searches.items():
            menu.addAction(name.replace("&", "&&"), partial(self.chosen.emit, question))
        if searches:
            menu.addSeparator()
        keep = menu.addAction(self.tr("&Save This Search…"), self.wanted.emit)
        keep.setEnabled(self._session.writable)
        gone = menu.addMenu(self.tr("&Delete"))
        gone.setEnabled(bool(searches) and self._session.writable)
        for name in searches:
            gone.addAction(name.replace("&", "&&"), partial(self.forget, name))
        menu.popup(self.mapToGlobal(QPoint(0, self.height() + 2)))

    def save(self, question: Question) -> None:
        """Ask for a name and save a search."""
        dialog = QInputDialog(self.window())
        dialog.setObjectName("saveSearchDialog")
        dialog.setWindowTitle(self.tr("Save Search"))
        dialog.setLabelText(self.tr("Name of the search:"))
        dialog.setTextValue(question_words(question, self._session.required().schema)[:_LONGEST])
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.textValueSelected.connect(partial(self.keep, question))
        dialog.open()
        name_buttons(dialog)

    def keep(self, question: Question, name: str) -> None:
        """Save a search; one of the same name is replaced."""
        if name.strip():
            self._write({**self.searches, name.strip()[:_LONGEST]: question})

    def forget(self, name: str) -> None:
        """Delete a search."""
        self._write({known: question for known, question in self.searches.items() if known != name})

    def _write(self, searches: dict[str, Question]) -> None:
        try:
            self._session.required().keep(_SETTING, saved_to(searches))
        except AnnotatorError as error:
            self.failed.emit(error)
