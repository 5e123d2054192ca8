"""The guidelines of the current label: the active row's, or the picker's."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from annotator.model.values import Span, Suggestion
from ui.article.view import ArticleView
from ui.bridge.session import Session
from ui.choosing.lay_aside import place_of
from ui.choosing.picker import LabelPicker
from ui.deciding import refusals
from ui.deciding.aim import Aim

if TYPE_CHECKING:
    from ui.choosing.guide_popup import GuidePopup

_GAP = 6
_WIDTH = 404  # width in pixels in a corner
KEY = "Shift+F1"


class Guides(QObject):
    """Opens and closes on a key; while open, shows the label of the active row or the picker."""

    edit_wanted = Signal(str, str)  # layer, label

    def __init__(self, session: Session, aim: Aim, picker: LabelPicker, view: ArticleView, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._aim = aim
        self._picker = picker
        self._view = view
        self._window = window
        self._is_made = False
        key = QShortcut(QKeySequence(KEY), picker, self._on_picker)
        key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        aim.active_changed.connect(self.follow)
        picker.list.selectionModel().currentChanged.connect(self.follow)
        for over in (session.document_opened, picker.closed):
            over.connect(self.close_guide)

    @cached_property
    def popup(self) -> "GuidePopup":
        """The popup, built on first use."""
        from ui.choosing.guide_popup import GuidePopup

        made = GuidePopup(self._window)
        made.edit_wanted.connect(self.edit_wanted)
        self._is_made = True
        return made

    @property
    def is_open(self) -> bool:
        """Return whether guidelines are shown."""
        return self._is_made and self.popup.isVisible()

    def turn(self) -> None:
        """Show the guidelines of the active row's label, or close them."""
        if self.is_open:
            self.close_guide()
        elif not self._show():
            self._aim.told.emit(refusals.no_label(None), False)

    @Slot()
    def follow(self) -> None:
        """Show the current label if the popup is open."""
        if self.is_open:
            self._show()

    @Slot()
    def close_guide(self) -> None:
        """Close the popup."""
        if self.is_open:
            self.popup.leave()

    @Slot()
    def _on_picker(self) -> None:
        if self.is_open:
            self.close_guide()
        else:
            self._show()

    def _show(self) -> bool:
        project, wanted = self._session.project, self._wanted()
        label = project.schema.label(*wanted) if project is not None and wanted is not None else None
        if label is None:
            return False
        self.popup.show_label(label, self._place())
        return True

    def _wanted(self) -> tuple[str, str] | None:
        if self._picker.isVisible():
            chosen = self._picker.current()
            layer, _, label = chosen.id.partition(" ") if chosen is not None else ("", "", "")
            return layer, label
        row = self._aim.row()
        return (row.layer, row.label) if row is not None else None

    def _place(self) -> QRect:
        """Return the place beside the picker, else a corner of the article."""
        if self._picker.isVisible():
            beside = self._picker.geometry()
            return QRect(beside.right() + _GAP, beside.top() - 2 * _GAP, 1, 1)
        return self._corner(self._aim.row())

    def _corner(self, row: Span | Suggestion | None) -> QRect:
        """Return the right corner of the article that is farther from the row's words."""
        view = self._view
        found = place_of(view, row.start, row.end) if row is not None else QRect()
        above = view.mapFromGlobal(found.topLeft()).y() < view.height() // 2
        corner = view.mapTo(self._window, QPoint(view.width(), view.height() if above else 0))
        return QRect(corner.x() - _WIDTH, corner.y(), 1, 1)
