"""Tooltips with the notes of labels."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QToolTip

from ui.article.remarks import remarks
from ui.article.view import ArticleView
from ui.base.look.plain_text import tooltip


class NoteTips(QObject):
    """Shows the notes of the labels under the pointer."""

    def __init__(self, view: ArticleView) -> None:
        super().__init__(view)
        self._view = view
        view.viewport().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QHelpEvent) or event.type() != QEvent.Type.ToolTip:
            return False
        layout = self._view.page.layout
        place = event.pos()
        rows = layout.rows_at(place.x() - layout.measures.left, place.y() + self._view.scrolling.top)
        words = "\n".join(filter(None, map(remarks, rows)))
        if not words:
            return False
        QToolTip.showText(event.globalPos(), tooltip(words), self._view.viewport())
        return True
