"""The head of the search page: search field, filters and saved searches."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.model.query import Question
from ui.base.widgets.boxes import fill
from ui.bridge.session import Session
from ui.filtering.filters import FilterBar
from ui.search.saved import SavedSearches
from ui.search.search_line import QuestionLine


class SearchHead(QWidget):
    """The query of the field and the filters; a saved search replaces it."""

    changed = Signal()
    saved_chosen = Signal()
    failed = Signal(object)  # an AnnotatorError

    def __init__(self, session: Session, close: QWidget) -> None:
        super().__init__()
        self.line = QuestionLine()
        self.filters = FilterBar(session, "search")
        self.saved = SavedSearches(session)
        first = fill(QHBoxLayout(), self.line, self.filters.button, self.saved, close, spacing=12)
        fill(QVBoxLayout(self), first, self.filters, margins=(12, 6, 8, 6), spacing=6)
        self.line.textChanged.connect(self.changed)
        self.filters.changed.connect(self.changed)
        self.saved.chosen.connect(self._on_chosen)
        self.saved.wanted.connect(self._on_wanted)
        self.saved.failed.connect(self.failed)

    @property
    def question(self) -> Question:
        """The query."""
        return self.filters.ask_for(self.line.text().strip() and self.line.text())

    def show_question(self, question: Question) -> None:
        """Show a query without emitting `changed`."""
        self.line.show_words(question.words)
        self.filters.show_question(question.without("words"))

    @Slot(object)
    def _on_chosen(self, question: Question) -> None:
        self.show_question(question)
        self.saved_chosen.emit()

    @Slot()
    def _on_wanted(self) -> None:
        self.saved.save(self.question)
