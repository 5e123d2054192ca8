"""The last place in each project (article, caret and scroll position), written in pauses.

If the program is killed, the stored place is at most a second or two old.
"""

from pathlib import Path
from typing import Any, NamedTuple

from PySide6.QtCore import QObject, QTimer, Slot

from ui.article.caret import Caret
from ui.article.scroll import Anchor
from ui.article.view import ArticleView
from ui.base.settings import ProjectRows
from ui.bridge.session import Session

_AFTER = 1_500  # milliseconds between the first move and writing; more moves do not delay it
_FAR = 1 << 31
_PLACES = ProjectRows("places.json")


class ReadingPlace(NamedTuple):
    """A place in an article; offsets in code points. ``top`` is the one at the view's upper edge, None at the top."""

    document: str
    caret: int = 0
    top: int | None = None
    below: int = 0


class LastPlace(QObject):
    """Stores the user's place in the open project, and restores it when the project is opened again."""

    def __init__(self, session: Session, view: ArticleView, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._view = view
        self._written: ReadingPlace | None = None
        self._rest = QTimer(self, singleShot=True, interval=_AFTER)
        self._rest.timeout.connect(self.keep)
        for moved in (view.caret_moved, view.verticalScrollBar().valueChanged, session.document_opened):
            moved.connect(self._on_moved)
        session.project_opened.connect(self._go_back)
        session.project_closing.connect(self._end)

    @Slot()
    def keep(self) -> None:
        """Write the current place."""
        project, place = self._session.project, self._here()
        if project is not None and place is not None and place != self._written:
            self._written = place
            _PLACES.put(project.path, place)

    @Slot(object)
    def carry_over(self, path: Path) -> None:
        """Store the current place under ``path``, so that the copy opened next starts there."""
        place = self._here()
        if place is not None:
            _PLACES.put(path, place)

    def wait(self) -> None:
        """Block until everything is written."""
        _PLACES.wait()

    # Inside

    @Slot()
    def _on_moved(self) -> None:
        if not self._rest.isActive():
            self._rest.start()

    @Slot()
    def _go_back(self) -> None:
        project, opened = self._session.required(), self._session.opened
        row = _PLACES.row(project.path)
        if (
            opened is None
            or row is None
            or not _is_place(row)
            or (place := ReadingPlace(*row)).document != opened.document.id
        ):
            return
        self._written = place
        last = len(opened.document.text)
        caret = min(place.caret, last)
        self._view.move_caret(Caret(caret, caret))
        self._view.scrolling.restore(None if place.top is None else Anchor(min(place.top, last), place.below))

    @Slot()
    def _end(self) -> None:
        self._rest.stop()
        self.keep()
        self._written = None

    def _here(self) -> ReadingPlace | None:
        opened = self._session.opened
        if opened is None or self._view.document_id() != opened.document.id:
            return None
        anchor = self._view.scrolling.anchor()
        top, below = (None, 0) if anchor is None else anchor
        return ReadingPlace(opened.document.id, self._view.caret(), top, below)


def _is_place(value: list[Any]) -> bool:
    if len(value) != len(ReadingPlace._fields):
        return False
    document, caret, top, below = value
    numbers = (caret, 0 if top is None else top, below)
    return isinstance(document, str) and all(isinstance(n, int) and abs(n) < _FAR for n in numbers) and caret >= 0
