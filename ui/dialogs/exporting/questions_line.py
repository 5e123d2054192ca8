"""The line with the number of open questions in the articles to export. Open questions never block an export."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from annotator.editing.open_questions import QuestionKind
from annotator.jobs import open_questions
from annotator.jobs.open_questions import Scope
from ui.base.look.plain_text import plain
from ui.base.widgets.inputs import fill, named
from ui.base.words.question_words import counts_words
from ui.jobs.last_question import LastQuestion
from ui.jobs.workers import JobProcess


class QuestionsLine(QWidget):
    """Counts the open questions in the files process; hidden if there are none.

    The list of questions shows those about the current annotator's labels, so others' questions are only counted.
    """

    wanted = Signal()

    def __init__(self, files: JobProcess, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("breakingLine")
        self._words = plain("", name="breakingWords", wraps=True)
        self._looking = LastQuestion(files, self._on_counted, self)
        self._looking.failed.connect(self.hide)
        self._show = named(
            QPushButton(self.tr("Show"), autoDefault=False),
            "breakingShow",
            self.tr("Show the open questions"),
            role="link",
        )
        self._show.clicked.connect(self.wanted)
        fill(QHBoxLayout(self), (self._words, 1), self._show, margins=0, spacing=12)
        self.hide()

    def look(self, project: Path, scope: Scope, mine: str) -> None:
        """Count the open questions in a scope; ``mine`` is the current annotator."""
        self._show.setVisible(not scope.gold_or_only and scope.annotator in {None, mine})
        self._looking.ask(open_questions.count, project, scope)

    def stop(self, *, kill: bool) -> None:
        """Drop the pending count; ``kill`` also cancels its job, which may take long in a large project."""
        if kill:
            self._looking.cancel()
        else:
            self._looking.stop()

    def _on_counted(self, counts: Mapping[QuestionKind, int]) -> None:
        words = counts_words(counts)
        self._words.setText(self.tr("Open questions: {questions}.").format(questions=words))
        self.setVisible(bool(words))
