"""The order of the answers in all proposal lines of a window, for undo and redo."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from ui.actions.actions import When, why_not
from ui.board.proposal_line import ProposalLine
from ui.bridge.session import Session


class AnswerTrail(QObject):
    """Walks back through the answers of several lines, the last one first, and forward again."""

    told = Signal(str)  # why nothing can be undone or redone

    def __init__(self, session: Session, lines: Sequence[ProposalLine[Any, Any]], parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._lines = lines
        self._done: list[ProposalLine[Any, Any]] = []  # the line of each answer
        self._undone: list[ProposalLine[Any, Any]] = []
        for line in lines:
            line.chosen.connect(self._forget_undone)
            line.answered.connect(partial(self._done.append, line))
            line.repeated.connect(self._on_repeated)
            line.restored.connect(partial(self._on_restored, line))

    @property
    def busy(self) -> bool:
        """Whether an answer is being stored or undone."""
        return any(line.busy for line in self._lines)

    @Slot()
    def undo(self) -> None:
        """Undo the last answer, or say that there is none."""
        if self._done and not self.busy:
            self._done[-1].take_back()
        elif not self._done:
            self.told.emit(f"{why_not(When.UNDO, self._session)}.")

    @Slot()
    def redo(self) -> None:
        """Repeat the answer that was undone last, or say that there is none."""
        if self._undone and not self.busy:
            self._undone[-1].answer_again()
        elif not self._undone:
            self.told.emit(f"{why_not(When.REDO, self._session)}.")

    @Slot()
    def _on_repeated(self) -> None:
        self._undone.pop()

    def _on_restored(self, line: ProposalLine[Any, Any]) -> None:
        last = max(place for place, each in enumerate(self._done) if each is line)
        del self._done[last]
        self._undone.append(line)

    @Slot()
    def _forget_undone(self) -> None:
        self._undone.clear()
        for line in self._lines:
            line.forget_undone()
