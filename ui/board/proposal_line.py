"""A line that proposes to join two things that may be the same, with buttons to join, decline and undo."""

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from annotator.editing.edits import Edit
from ui.base.look.plain_text import plain
from ui.base.widgets.inputs import fill, named
from ui.bridge.session import Session
from ui.jobs.bulk_edits import Asker, Everywhere

_Pair = TypeVar("_Pair")
_Key = TypeVar("_Key")


class ProposalLine(QWidget, Generic[_Pair, _Key]):
    """A line that shows one proposal at a time; it is hidden if there is none.

    A declined proposal stays away until the window is closed. After an answer the line says what it was and offers to
    undo it. Subclasses list the proposals, put each into words, and join the two things.
    """

    failed = Signal(object)  # an AnnotatorError
    answered = Signal()  # a proposal was accepted or declined
    restored = Signal()  # an answer was undone; the proposals have to be found again

    def __init__(self, session: Session, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._session = session
        self._offered: tuple[_Pair, ...] = ()
        self.declined: set[_Key] = set()  # keys of the proposals declined or joined
        self._answer: tuple[_Pair, Edit | None] | None = None  # the last proposal answered, and the edit that joined it
        self._everywhere = Everywhere(session, self)
        self._everywhere.failed.connect(self.failed)
        self._words = plain(wraps=True, name=f"{name}Words")
        self._join, self._decline, self._undo = (
            named(QPushButton(words, autoDefault=False), f"{name}{part}", words)
            for part, words in zip(("Take", "Decline", "Undo"), self.button_words(), strict=True)
        )
        for button in (self._join, self._decline):  # a second click at one place must meet the same button
            kept = button.sizePolicy()
            kept.setRetainSizeWhenHidden(True)
            button.setSizePolicy(kept)
        buttons = (self._undo, self._join, self._decline)
        fill(QHBoxLayout(self), (self._words, 1), *buttons, margins=0, spacing=8)
        self._join.clicked.connect(self._take)
        self._decline.clicked.connect(self._turn_down)
        self._undo.clicked.connect(self.take_back)
        self._show()

    @property
    def busy(self) -> bool:
        """Whether a join, or its undoing, is still running."""
        return self._everywhere.busy

    def offer(self, pairs: Sequence[_Pair]) -> None:
        """Replace the proposals; those already declined or joined are not shown."""
        self._offered = tuple(pairs)
        self._show()

    # Overridden

    def button_words(self) -> tuple[str, str, str]:
        """Return the words on the buttons that join, decline and undo."""
        raise NotImplementedError

    def key(self, pair: _Pair) -> _Key:
        """Return the key that identifies a proposal in ``declined``."""
        raise NotImplementedError

    def proposed_words(self, pair: _Pair, count: int) -> str:
        """Return the text of a proposal; ``count`` proposals are open."""
        raise NotImplementedError

    def joined_words(self, pair: _Pair) -> str:
        """Return the text that says what was joined."""
        raise NotImplementedError

    def declined_words(self, pair: _Pair) -> str:
        """Return the text that says what was declined."""
        raise NotImplementedError

    def can_join(self) -> bool:
        """Return whether proposals can be accepted in this project."""
        return self._session.writable

    def join(self, pair: _Pair) -> None:
        """Join the two things of a proposal, then call `end_join`."""
        raise NotImplementedError

    # Inside

    @property
    def _open(self) -> list[_Pair]:
        if not self.can_join():
            return []
        return [each for each in self._offered if self.key(each) not in self.declined]

    def _show(self) -> None:
        waiting = self._open
        for button in (self._join, self._decline):
            button.setVisible(bool(waiting))
        self._undo.setVisible(self._answer is not None)
        self.setVisible(bool(waiting) or self._answer is not None)
        told = [self._answer_words(*self._answer)] if self._answer is not None else []
        if waiting:
            told.append(self.proposed_words(waiting[0], len(waiting)))
        self._words.setText(" ".join(told))

    def _answer_words(self, pair: _Pair, edit: Edit | None) -> str:
        return self.declined_words(pair) if edit is None else self.joined_words(pair)

    @Slot()
    def _take(self) -> None:
        if self._open and not self.busy:
            self.join(self._open[0])

    def end_join(self, pair: _Pair, edit: Edit | None) -> None:
        """Stop proposing ``pair``; ``edit`` is what Undo reverts, None if nothing was joined."""
        self.declined.add(self.key(pair))
        if edit is not None:
            self._answer = (pair, edit)
            self.answered.emit()
        self._show()

    @Slot()
    def _turn_down(self) -> None:
        if self._open and not self.busy:
            pair = self._open[0]
            self.declined.add(self.key(pair))
            self._answer = (pair, None)
            self.answered.emit()
        self._show()

    @Slot()
    def take_back(self) -> None:
        """Undo the last answer; nothing happens if there is none."""
        if self._answer is None or self.busy:
            return
        pair, edit = self._answer
        if edit is None:
            self._on_taken_back(pair)
        else:
            self._everywhere.take_back(Asker(done=lambda _: self._on_taken_back(pair)), edit)

    def _on_taken_back(self, pair: _Pair) -> None:
        self._answer = None
        self.declined.discard(self.key(pair))
        self._show()
        self.restored.emit()
