"""A hint at two claims that may be the same, with a button that joins them."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from annotator.editing import edits
from annotator.editing.edits import Edit
from annotator.jobs.claim_copies import Copies
from annotator.store.queries.claim_search import REPEATS, ClaimLine
from ui.base.i18n import number
from ui.base.look.plain_text import one_line, plain
from ui.base.widgets.inputs import fill, named
from ui.bridge.session import Session
from ui.jobs.bulk_edits import Asker, Everywhere

_LONGEST = 90  # characters of a claim


class CopiesLine(QWidget):
    """One proposal at a time; hidden without one. What a person declines is not offered again while the window is open.

    After a join it offers to take it back.
    """

    failed = Signal(object)  # an AnnotatorError

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("boardCopies")
        self._session = session
        self._offered: tuple[Copies, ...] = ()
        self.declined: set[frozenset[str]] = set()
        self._joined: tuple[Copies, Edit] | None = None  # the last step, until another pair is joined
        self._everywhere = Everywhere(session, self)
        self._everywhere.failed.connect(self.failed)
        self._words = named(plain(wraps=True), "boardCopiesWords")
        self._join = self._button("boardCopiesTake", self.tr("The Same Claim"))
        self._decline = self._button("boardCopiesDecline", self.tr("Not the Same"))
        self._undo = self._button("boardCopiesUndo", self.tr("Undo"))
        buttons = (self._join, self._decline, self._undo)
        fill(QHBoxLayout(self), (self._words, 1), *buttons, margins=(0, 0, 0, 0), spacing=8)
        self._join.clicked.connect(self._take)
        self._decline.clicked.connect(self._turn_down)
        self._undo.clicked.connect(self._take_back)
        self._show()

    @property
    def busy(self) -> bool:
        """Return whether a step is being made."""
        return self._everywhere.busy

    def offer(self, copies: Sequence[Copies]) -> None:
        """Offer these pairs, except those declined."""
        self._offered = tuple(copies)
        self._show()

    # Inside

    def _button(self, name: str, words: str) -> QPushButton:
        return named(QPushButton(words, autoDefault=False), name, words)

    @property
    def _open(self) -> list[Copies]:
        schema = self._session.required().schema if self._session.project is not None else None
        if schema is None or not self._session.writable or schema.relation(REPEATS) is None:
            return []
        return [each for each in self._offered if each.ids not in self.declined]

    def _show(self) -> None:
        waiting = self._open
        for button in (self._join, self._decline):
            button.setVisible(bool(waiting))
        self._undo.setVisible(self._joined is not None)
        self.setVisible(bool(waiting) or self._joined is not None)
        told = [self.tr("Joined as the same claim.")] if self._joined is not None else []
        if waiting:
            one = self.tr("{one} and {other} may be the same claim.")
            more = self.tr("{one} and {other} may be the same claim (1 of {count}).")
            pattern, pair = one if len(waiting) == 1 else more, waiting[0]
            first, second = self._claim_words(pair.one), self._claim_words(pair.other)
            told.append(pattern.format(one=first, other=second, count=number(len(waiting))))
        self._words.setText(" ".join(told))

    def _claim_words(self, claim: ClaimLine) -> str:
        words = self.tr("“{claim}” ({title})")
        return words.format(claim=one_line(claim.quote, _LONGEST), title=one_line(claim.title, _LONGEST // 2))

    @Slot()
    def _take(self) -> None:
        if not self._open or self.busy:
            return
        copies, project = self._open[0], self._session.required()
        there = {span.id: span for span in project.read.spans_of(list(copies.ids))}
        self.declined.add(copies.ids)  # decided
        if len(there) == len(copies.ids):
            one, other = there[copies.one.id], there[copies.other.id]
            edit = edits.relate(other, REPEATS, one, annotator=project.annotator)
            if self._session.do(edit):
                self._joined = (copies, edit)
        self._show()

    @Slot()
    def _turn_down(self) -> None:
        if self._open:
            self.declined.add(self._open[0].ids)
        self._show()

    @Slot()
    def _take_back(self) -> None:
        if self._joined is not None and not self.busy:
            copies, edit = self._joined
            self._everywhere.take_back(Asker(done=lambda _: self._on_taken_back(copies)), edit)

    def _on_taken_back(self, copies: Copies) -> None:
        self._joined = None
        self.declined.discard(copies.ids)
        self._show()
