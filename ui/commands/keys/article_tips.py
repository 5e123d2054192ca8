"""Tooltips of the marks in the article: labels, suggestions, notes and the margin's dots."""

from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QToolTip

from annotator.model.sentence_states import SentenceState
from ui.article.layout.captions import remarks
from ui.article.layout.row_index import Drawn
from ui.article.view import ArticleView
from ui.base.look.plain_text import one_line, tooltip

_LONGEST = 160  # characters of a label's words


class ArticleTips(QObject):
    """Shows tooltips for the labels and dots under the pointer: the words that a screen reader says, and the notes."""

    def __init__(self, view: ArticleView) -> None:
        super().__init__(view)
        self._view = view
        view.viewport().installEventFilter(self)

    def words_at(self, place: QPoint) -> str:
        """Return the text of the tooltip at a point of the viewport, or ""."""
        page, top = self._view.page, self._view.scrolling.top
        across, down = place.x() - page.layout.measures.left, place.y() + top
        found = page.states_at(across, down)
        if found is not None:
            return self._of_dot(found)
        return "\n".join(map(self._of_row, page.layout.rows_at(across, down)))

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QHelpEvent) or event.type() != QEvent.Type.ToolTip:
            return False
        words = self.words_at(event.pos())
        if not words:
            return False
        QToolTip.showText(event.globalPos(), tooltip(words), self._view.viewport())
        return True

    def _of_row(self, row: Drawn) -> str:
        spoken = self._view.accessible.describe(row, self._view.page.document.text)
        quote = row.quote(self._view.page.document.text)
        short = spoken.replace(quote, one_line(quote, _LONGEST), 1)
        return "\n".join(filter(None, (short, remarks(row))))

    def _of_dot(self, states: set[SentenceState]) -> str:
        if SentenceState.UNREAD not in states:
            labelled = SentenceState.LABELLED in states
            return self.tr("Read: has labels") if labelled else self.tr("Read: nothing to label")
        if len(states) == 1:
            return self.tr("Not read yet")
        return self.tr("Partly read: the line stands beside what was read")
