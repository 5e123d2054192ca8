"""A line that proposes names that may mean the same, one at a time, with a button that lists all of them."""

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QPushButton

from annotator.jobs.board import Join, unions
from annotator.jobs.identify_mentions import uniting, uniting_all
from ui.base.i18n import number
from ui.base.look.plain_text import one_line
from ui.base.widgets.inputs import named
from ui.board.join_dialog import JoinDialog
from ui.board.proposal_line import ProposalLine
from ui.bridge.session import Session
from ui.jobs.bulk_edits import Asker


class JoinLine(ProposalLine[Join, tuple[str, str]]):
    """A line that proposes a short and a full name that may mean the same person."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, "boardJoin")
        words = self.tr("See All…")
        self._all = named(QPushButton(words, autoDefault=False), "boardJoinAll", words)
        self._all.clicked.connect(self._list_all)
        self._all.hide()
        self.row.insertWidget(1, self._all)  # before the others, which must not move when it goes
        self.shown.connect(self._show_all_button)

    def button_words(self) -> tuple[str, str, str]:
        return self.tr("Join"), self.tr("Not the Same"), self.tr("Undo")

    def key(self, pair: Join) -> tuple[str, str]:
        return (pair.short, pair.full)

    def proposed_words(self, pair: Join, count: int) -> str:
        one, more = self.tr("“{short}” may be {full}."), self.tr("“{short}” may be {full} (1 of {count}).")
        return _filled(one if count == 1 else more, pair, count)

    def joined_words(self, pairs: tuple[Join, ...]) -> str:
        if len(pairs) > 1:
            return self.tr("{count} names joined, in all articles.").format(count=number(len(pairs)))
        (pair,) = pairs
        return _filled(self.tr("“{short}” is now {full}, in all articles."), pair)

    def declined_words(self, pair: Join) -> str:
        return _filled(self.tr("“{short}” and {full} stay apart."), pair)

    def join(self, pairs: tuple[Join, ...]) -> None:
        project = self._session.required()
        wanted = unions(pairs)
        if len(wanted) == 1:
            ((ids, mentions, fresh),) = wanted
            make = uniting(project.read, ids, mentions, annotator=project.annotator, fresh=fresh)
        else:
            make = uniting_all(project.read, wanted, annotator=project.annotator)
        done = partial(self.end_join, pairs)  # the next count does not propose them
        self._everywhere.make(Asker(done=done), make, sum(len(union.mentions) for union in wanted))

    @Slot()
    def _show_all_button(self) -> None:
        self._all.setVisible(len(self.waiting) > 1)

    @Slot()
    def _list_all(self) -> None:
        dialog = JoinDialog(self.waiting, self)
        dialog.wanted.connect(self.take)
        dialog.open()


def _filled(text: str, join: Join, count: int = 1) -> str:
    return text.format(short=one_line(join.short), full=one_line(join.full), count=number(count))
