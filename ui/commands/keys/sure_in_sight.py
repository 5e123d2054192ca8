"""The count on the "accept sure" button while a filter hides suggestions."""

from PySide6.QtCore import QObject, QTimer, Slot

from ui.article.view import ArticleView
from ui.commands.review import Review
from ui.panels.suggestions.suggestion_panel import SuggestionPanel

_RESTS = 60  # milliseconds without a change; no count while scrolling


class SureInSight(QObject):
    """Counts the sure visible suggestions whenever the view or the filter changes."""

    def __init__(self, view: ArticleView, review: Review, panel: SuggestionPanel) -> None:
        super().__init__(panel)
        self._review = review
        self._panel = panel
        self._rest = QTimer(self, singleShot=True, interval=_RESTS)
        self._rest.timeout.connect(self._count)
        for signal in (view.shown_changed, view.verticalScrollBar().valueChanged, panel.narrowed):
            signal.connect(self._rest.start)

    @Slot()
    def _count(self) -> None:
        everything = self._panel.filters.wanted.everything
        self._panel.sure.show_count(None if everything else len(self._review.sure()))
