"""Lay out the place of the next suggestion while the program is idle."""

from PySide6.QtCore import QObject, QTimer, Slot

from annotator.model.values import Suggestion
from ui.article.canvas import ArticleCanvas

_PAUSE = 60  # milliseconds without a move of the caret
_NEAR = 200  # rows searched for the next suggestion


class LayoutPrefetcher(QObject):
    """Timer that prepares the jump to the next suggestion: half the cost of that jump is laying out text."""

    def __init__(self, view: ArticleCanvas) -> None:
        super().__init__(view)
        self._view = view
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._timer.timeout.connect(self._prepare)
        view.caret_moved.connect(self._timer.start)

    @Slot()
    def _prepare(self) -> None:
        """Lay out one view height from the next suggestion on; nothing moves, see `ArticleLayout.laid`."""
        page, height = self._view.page, self._view.viewport().height()
        rows = page.rows.starting(self._view.caret() + 1, len(page.document.text), _NEAR)
        following = min((row.start for row in rows if isinstance(row, Suggestion)), default=None)
        if following is None:
            return
        index = page.layout.block_at(following)
        while height > 0 and index < len(page.layout.blocks):
            height -= page.layout.laid(index).height
            index += 1
