"""One key that goes on: what is in sight is right, then the next screen, then the next article."""

from PySide6.QtCore import QObject

from ui.article.view import ArticleView
from ui.hand.aim import Aim
from ui.hand.review import Review
from ui.hand.steps import Steps
from ui.jobs.suggesting import Suggesting


class GoingOn(QObject):
    """Never takes what was not seen, and never finishes an article that holds a suggestion or still waits for some."""

    def __init__(
        self,
        view: ArticleView,
        aim: Aim,
        review: Review,
        steps: Steps,
        suggesting: Suggesting,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._view = view
        self._aim = aim
        self._review = review
        self._steps = steps
        self._suggesting = suggesting

    def go_on(self) -> None:
        """Accept what is in sight and go to the next suggestion; with none left, say that the article is done."""
        opened = self._aim.opened
        if opened is None:
            return
        shown = any(self._view.page.rows.get(suggestion.id) for suggestion in opened.suggestions)
        if self._review.seen():
            self._review.accept_visible()
            self._view.next_suggestion()
        elif opened.suggestions and not shown:
            self._aim.told.emit(self.tr("Suggestions are hidden: show them, or finish with Article → Done."), False)
        elif shown or self._suggesting.is_asking_about(opened.document.id):
            self._review.go_next()  # which says that they are still coming
        else:
            self._steps.done()
