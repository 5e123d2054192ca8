"""Marking sentences as read, and the share of the article's sentences that were read."""

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from annotator.editing import edits
from annotator.model.sentence_states import SentenceState
from annotator.model.values import Part, SentenceMark, Suggestion
from ui.article.view import ArticleView
from ui.bridge.session import Session
from ui.deciding.aim import Aim

_SLICE = 0.003  # seconds per slice


class Sentences(QObject):
    """Marks sentences as read: one key marks a sentence and goes to the next, another unmarks it and goes back."""

    share_changed = Signal(int, int)  # sentences read, all sentences; emitted once all are counted

    def __init__(self, session: Session, view: ArticleView, aim: Aim, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._view = view
        self._aim = aim
        self._clock = QTimer(self)
        self._clock.timeout.connect(self._count_on)
        for signal in (session.document_opened, session.edited, session.project_closed):
            signal.connect(self._clock.start)

    def see(self) -> None:
        """Mark the sentences selected or at the caret as read and empty, in one step, and go to the next sentence.

        Sentences with labels already count as read. A visible suggestion in a sentence must be decided first; the caret
        goes to it.
        """
        found = self._sentences()
        unread = [part for part, state in found if state is SentenceState.UNREAD]
        if unread and (pending := next(filter(None, map(self._suggested, unread)), None)) is not None:
            self._aim.go(pending.start, pending.end)
            self._aim.activate(pending.id)
            self._aim.told.emit(self.tr("Accept or reject the suggestions here first."), False)
            return
        if unread and not self._session.do(edits.see(self._rows(unread), annotator=self._annotator)):
            return
        if found:
            self._go_beside(found[-1][0], 1)

    def unsee(self) -> None:
        """Unmark the sentences selected or at the caret; if none is marked, go to the previous sentence."""
        found = self._sentences()
        marks = self._session.required_opened().marks if found else ()
        empty = [part for part, _ in found if part in marks]
        if empty:
            self._session.do(edits.unsee(self._rows(empty), annotator=self._annotator))
        elif found:
            self._go_beside(found[0][0], -1)

    def _sentences(self) -> list[tuple[Part, SentenceState]]:
        """Return the selected sentences, else the sentence at the caret; between two sentences, the next one."""
        view = self._view
        if view.document_id() is None:
            return []
        start, end = view.selection()
        first = view.page.layout.block_at(start)
        found = view.page.progress.touched(start, end, first)
        if start < end:
            return [entry for entry in found if entry[0][0] < end and start < entry[0][1]]
        if not found:
            following = view.page.progress.beside(start, 1, first)
            found = view.page.progress.touched(*following, first) if following else []
        return found[-1:]  # between two sentences, the next one

    def _suggested(self, sentence: Part) -> Suggestion | None:
        rows = self._view.page.rows.within(*sentence)
        return next((row for row in rows if isinstance(row, Suggestion)), None)

    def _go_beside(self, sentence: Part, step: int) -> None:
        view = self._view
        there = view.page.progress.beside(sentence[0], step, view.page.layout.block_at(sentence[0]))
        place = there[0] if there else sentence[1]
        view.select(place, place, exact=True)
        view.scrolling.ensure_visible(*(there or sentence))
        self._aim.activate(None)

    def _rows(self, parts: list[Part]) -> list[SentenceMark]:
        document = self._session.required_opened().document.id
        return [SentenceMark(document=document, annotator=self._annotator, start=s, end=e) for s, e in parts]

    @property
    def _annotator(self) -> str:
        return self._session.required().annotator

    @Slot()
    def _count_on(self) -> None:
        progress = self._view.page.progress
        if progress.compute_for(_SLICE):
            self._clock.stop()
            self.share_changed.emit(progress.read, progress.total)
