"""A line that proposes to join two things that may be the same, with buttons to join, decline and undo."""

from collections.abc import Sequence
from typing import Generic, TypeAlias, TypeVar

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from annotator.editing.edits import Edit
from annotator.system.errors import AnnotatorError
from ui.base.look.plain_text import plain
from ui.base.widgets.inputs import fill, named
from ui.bridge.session import Session
from ui.jobs.bulk_edits import Asker, Everywhere

_Pair = TypeVar("_Pair")
_Key = TypeVar("_Key")
_Answer: TypeAlias = tuple[tuple[_Pair, ...], Edit | None]  # proposals answered in one step, the edit that joined them


class ProposalLine(QWidget, Generic[_Pair, _Key]):
    """A line that shows one proposal at a time; it is hidden if there is none.

    A declined proposal stays away until the window is closed. After an answer the line says what it was and offers to
    undo it, then the answer before it, and so on. Subclasses list the proposals, put each into words, and join the two
    things.
    """

    failed = Signal(object)  # an AnnotatorError
    shown = Signal()  # other proposals may be waiting than before
    chosen = Signal()  # a button was pressed that accepts or declines a proposal
    answered = Signal()  # a proposal was accepted or declined, maybe again
    repeated = Signal()  # an answer that was undone was given again, or there was nothing left to join
    restored = Signal()  # an answer was undone; the proposals have to be found again

    def __init__(self, session: Session, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._session = session
        self._offered: tuple[_Pair, ...] = ()
        self.declined: set[_Key] = set()  # keys of the proposals declined or joined
        self._answers: list[_Answer[_Pair]] = []
        self._undone: list[_Answer[_Pair]] = []  # the last one last
        self._everywhere = Everywhere(session, self)
        self._everywhere.failed.connect(self.failed)
        self._words = plain(wraps=True, name=f"{name}Words")
        self._join, self._decline, self._undo = (
            named(QPushButton(words, autoDefault=False), f"{name}{part}", words)
            for part, words in zip(("Take", "Decline", "Undo"), self.button_words(), strict=True)
        )
        self.row = QHBoxLayout(self)
        # Undo stands last and always there: a second click at one place must not meet another button.
        buttons = (self._join, self._decline, self._undo)
        fill(self.row, (self._words, 1), *buttons, margins=0, spacing=8)
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

    def joined_words(self, pairs: tuple[_Pair, ...]) -> str:
        """Return the text that says what was joined in one step."""
        raise NotImplementedError

    def declined_words(self, pair: _Pair) -> str:
        """Return the text that says what was declined."""
        raise NotImplementedError

    def can_join(self) -> bool:
        """Return whether proposals can be accepted in this project."""
        return self._session.writable

    def join(self, pairs: tuple[_Pair, ...]) -> None:
        """Join the two things of each proposal in one step, then call `end_join`, unless that failed."""
        raise NotImplementedError

    # Inside

    @property
    def waiting(self) -> list[_Pair]:
        """The proposals that nobody has answered yet."""
        if not self.can_join():
            return []
        return [each for each in self._offered if self.key(each) not in self.declined]

    def _show(self) -> None:
        waiting = self.waiting
        for button in (self._join, self._decline):
            button.setVisible(bool(waiting))
        self._undo.setEnabled(bool(self._answers))
        self.setVisible(bool(waiting or self._answers))
        told = [self._answer_words(*answer) for answer in self._answers[-1:]]
        if waiting:
            told.append(self.proposed_words(waiting[0], len(waiting)))
        self._words.setText(" ".join(told))
        self.shown.emit()

    def _answer_words(self, pairs: tuple[_Pair, ...], edit: Edit | None) -> str:
        return self.declined_words(pairs[0]) if edit is None else self.joined_words(pairs)

    @Slot()
    def _take(self) -> None:
        self.take(tuple(self.waiting[:1]))

    def take(self, pairs: tuple[_Pair, ...]) -> None:
        """Join the two things of each proposal in one step, because a person wants it."""
        if pairs and not self.busy:
            self.chosen.emit()
            self.join(pairs)

    def end_join(self, pairs: tuple[_Pair, ...], edit: Edit | None) -> None:
        """Stop proposing ``pairs``; ``edit`` is what Undo reverts, None if there was nothing to join."""
        self._settle(pairs)
        if edit is not None:
            self._add_answer(pairs, edit)
        self._show()

    @Slot()
    def _turn_down(self) -> None:
        if self.waiting and not self.busy:
            self.chosen.emit()
            self._keep_apart(tuple(self.waiting[:1]))

    def _keep_apart(self, pairs: tuple[_Pair, ...]) -> None:
        self._settle(pairs)
        self._add_answer(pairs, None)
        self._show()

    def _settle(self, pairs: tuple[_Pair, ...]) -> None:
        self.declined.update(map(self.key, pairs))
        if self._undone:  # a button would have cleared it
            self._undone.pop()
            self.repeated.emit()

    def _add_answer(self, pairs: tuple[_Pair, ...], edit: Edit | None) -> None:
        self._answers.append((pairs, edit))
        self.answered.emit()

    @Slot()
    def take_back(self) -> None:
        """Undo the last answer that is left; nothing happens if there is none."""
        if not self._answers or self.busy:
            return
        _, edit = self._answers[-1]
        if edit is None:
            self._on_taken_back()
        else:
            self._everywhere.take_back(Asker(done=lambda _: self._on_taken_back(), failed=self._on_refused), edit)

    def answer_again(self) -> None:
        """Repeat the answer that was undone last; nothing happens if there is none."""
        if self._undone and not self.busy:
            pairs, edit = self._undone[-1]
            (self._keep_apart if edit is None else self.join)(pairs)

    def forget_undone(self) -> None:
        """Forget the answers that were undone, because another answer followed."""
        self._undone.clear()

    def _on_refused(self, error: AnnotatorError) -> None:
        if error.code == "undo.changed_since":  # such as undone in the article: go on with the answer before
            self._on_taken_back()

    def _on_taken_back(self) -> None:
        pairs, edit = self._answers.pop()
        self._undone.append((pairs, edit))
        self.declined.difference_update(map(self.key, pairs))
        self._show()
        self.restored.emit()
