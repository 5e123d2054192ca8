"""A hint at claimants that may be one person, with a button that joins their names in one step."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from annotator.editing.edits import Edit
from annotator.editing.identities import new_identity
from annotator.jobs.board import Join
from annotator.jobs.identify_mentions import uniting
from annotator.suggestions.namesakes import PERSON
from ui.base.i18n import number
from ui.base.look.plain_text import one_line, plain
from ui.base.widgets.inputs import fill, named
from ui.bridge.session import Session
from ui.jobs.bulk_edits import Asker, Everywhere


class JoinLine(QWidget):
    """One proposal at a time; hidden without one. What a person declines is not offered again while the window is open.

    After a join it offers to take it back.
    """

    failed = Signal(object)  # an AnnotatorError

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("boardJoin")
        self._session = session
        self._offered: tuple[Join, ...] = ()
        self._declined: set[tuple[str, str]] = set()
        self._joined: tuple[Join, Edit] | None = None  # the last step, until another proposal is decided
        self._everywhere = Everywhere(session, self)
        self._everywhere.failed.connect(self.failed)
        self._words = named(plain(wraps=True), "boardJoinWords")
        self._join = self._button("boardJoinTake", self.tr("Join"))
        self._decline = self._button("boardJoinDecline", self.tr("Not the Same"))
        self._undo = self._button("boardJoinUndo", self.tr("Undo"))
        fill(
            QHBoxLayout(self), (self._words, 1), self._join, self._decline, self._undo, margins=(0, 0, 0, 0), spacing=8
        )
        self._join.clicked.connect(self._take)
        self._decline.clicked.connect(self._turn_down)
        self._undo.clicked.connect(self._take_back)
        self._show()

    @property
    def busy(self) -> bool:
        """Return whether a step is being made."""
        return self._everywhere.busy

    def offer(self, joins: Sequence[Join]) -> None:
        """Offer these proposals, except those declined."""
        self._offered = tuple(joins)
        self._show()

    # Inside

    def _button(self, name: str, words: str) -> QPushButton:
        return named(QPushButton(words, autoDefault=False), name, words)

    @property
    def _open(self) -> list[Join]:
        return [each for each in self._offered if (each.short, each.full) not in self._declined]

    def _show(self) -> None:
        waiting = self._open if self._session.writable else []
        for button in (self._join, self._decline):
            button.setVisible(bool(waiting))
        self._undo.setVisible(self._joined is not None)
        self.setVisible(bool(waiting) or self._joined is not None)
        told = []
        if self._joined is not None:
            told.append(_filled(self.tr("“{short}” is now {full}, in all articles."), self._joined[0]))
        if waiting:
            one, more = self.tr("“{short}” may be {full}."), self.tr("“{short}” may be {full} (1 of {count}).")
            told.append(_filled(one if len(waiting) == 1 else more, waiting[0], len(waiting)))
        self._words.setText(" ".join(told))

    @Slot()
    def _take(self) -> None:
        if not self._open or self.busy:
            return
        join, project = self._open[0], self._session.required()
        fresh = None if join.ids else new_identity(join.full, PERSON)
        make = uniting(project.read, join.ids, join.mentions, annotator=project.annotator, fresh=fresh)
        self._everywhere.make(Asker(done=lambda edit: self._on_joined(join, edit)), make, len(join.mentions))

    def _on_joined(self, join: Join, edit: Edit | None) -> None:
        self._declined.add((join.short, join.full))  # the next count no longer has it
        self._joined = (join, edit) if edit is not None else None
        self._show()

    @Slot()
    def _turn_down(self) -> None:
        if self._open:
            self._declined.add((self._open[0].short, self._open[0].full))
        self._show()

    @Slot()
    def _take_back(self) -> None:
        if self._joined is not None and not self.busy:
            join, edit = self._joined
            self._everywhere.take_back(Asker(done=lambda _: self._on_taken_back(join)), edit)

    def _on_taken_back(self, join: Join) -> None:
        self._joined = None
        self._declined.discard((join.short, join.full))
        self._show()


def _filled(text: str, join: Join, count: int = 1) -> str:
    return text.format(short=one_line(join.short), full=one_line(join.full), count=number(count))
