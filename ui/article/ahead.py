"""Lays out, while nothing else is to be done, what the next decision will leap to."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from annotator.model.values import Suggestion

if TYPE_CHECKING:
    from ui.article.view import ArticleView

_PAUSE = 60  # milliseconds without another step
_NEAR = 200  # rows among which the next suggestion is looked for


class Ahead(QObject):
    """Who accepts the last suggestion in sight is led to the next one: half of what that takes is laying words out."""

    def __init__(self, view: "ArticleView") -> None:
        super().__init__(view)
        self._view = view
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._timer.timeout.connect(self._prepare)
        view.caret_moved.connect(self._timer.start)

    @Slot()
    def _prepare(self) -> None:
        """Lay out a view's height from where the next suggestion is; that moves nothing, see `ArticleLayout.laid`."""
        page, height = self._view.page, self._view.viewport().height()
        rows = page.rows.starting(self._view.caret() + 1, len(page.document.text), _NEAR)
        following = min((row.start for row in rows if isinstance(row, Suggestion)), default=None)
        if following is None:
            return
        index = page.layout.block_at(following)
        while height > 0 and index < len(page.layout.blocks):
            height -= page.layout.laid(index).height
            index += 1
