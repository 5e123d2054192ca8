"""A line that proposes names that may mean one person, with a button that joins them in one step."""

from functools import partial

from annotator.editing.identities import new_identity
from annotator.jobs.board import Join
from annotator.jobs.identify_mentions import uniting
from ui.base.i18n import number
from ui.base.look.plain_text import one_line
from ui.board.proposal_line import ProposalLine
from ui.bridge.session import Session
from ui.jobs.bulk_edits import Asker


class JoinLine(ProposalLine[Join, tuple[str, str]]):
    """A line that proposes a short and a full name that may mean the same person."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, "boardJoin")

    def button_words(self) -> tuple[str, str, str]:
        return self.tr("Join"), self.tr("Not the Same"), self.tr("Undo")

    def key(self, pair: Join) -> tuple[str, str]:
        return (pair.short, pair.full)

    def proposed_words(self, pair: Join, count: int) -> str:
        one, more = self.tr("“{short}” may be {full}."), self.tr("“{short}” may be {full} (1 of {count}).")
        return _filled(one if count == 1 else more, pair, count)

    def joined_words(self, pair: Join) -> str:
        return _filled(self.tr("“{short}” is now {full}, in all articles."), pair)

    def declined_words(self, pair: Join) -> str:
        return _filled(self.tr("“{short}” and {full} stay apart."), pair)

    def join(self, pair: Join) -> None:
        project = self._session.required()
        fresh = None if pair.ids else new_identity(pair.full, pair.label)
        make = uniting(project.read, pair.ids, pair.mentions, annotator=project.annotator, fresh=fresh)
        done = partial(self.end_join, pair)  # the next count does not propose it
        self._everywhere.make(Asker(done=done), make, len(pair.mentions))


def _filled(text: str, join: Join, count: int = 1) -> str:
    return text.format(short=one_line(join.short), full=one_line(join.full), count=number(count))
