"""A line that proposes two claims that may say the same, with a button that joins the two."""

from annotator.editing import edits
from annotator.jobs.searching.claim_copies import ClaimCopies
from annotator.store.queries.claim_search import REPEATS, ClaimLine
from ui.base.i18n import number
from ui.base.look.plain_text import one_line
from ui.board.proposal_line import ProposalLine
from ui.bridge.session import Session

_LONGEST = 90  # characters of a claim


class CopiesLine(ProposalLine[ClaimCopies, frozenset[str]]):
    """A line that proposes pairs of claims that say nearly the same."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, "boardCopies")

    def button_words(self) -> tuple[str, str, str]:
        return self.tr("The Same Claim"), self.tr("Not the Same"), self.tr("Undo")

    def key(self, pair: ClaimCopies) -> frozenset[str]:
        return pair.ids

    def can_join(self) -> bool:
        project = self._session.project
        return project is not None and self._session.writable and project.schema.relation(REPEATS) is not None

    def proposed_words(self, pair: ClaimCopies, count: int) -> str:
        one = self.tr("{one} and {other} may be the same claim.")
        more = self.tr("{one} and {other} may be the same claim (1 of {count}).")
        first, second = self._claim_words(pair.one), self._claim_words(pair.other)
        return (one if count == 1 else more).format(one=first, other=second, count=number(count))

    def joined_words(self, _pairs: tuple[ClaimCopies, ...]) -> str:
        return self.tr("Joined as the same claim.")

    def declined_words(self, _pair: ClaimCopies) -> str:
        return self.tr("Kept as two claims.")

    def join(self, pairs: tuple[ClaimCopies, ...]) -> None:
        (pair,) = pairs
        project = self._session.required()
        there = {span.id: span for span in project.read.spans_of(list(pair.ids))}
        joined = None
        linked = {frozenset(ends) for ends in project.read.claims.joined()}  # maybe redone in the article meanwhile
        if len(there) == len(pair.ids) and pair.ids not in linked:
            one, other = there[pair.one.id], there[pair.other.id]
            edit = edits.relate(other, REPEATS, one, annotator=project.annotator)
            if not self._session.do(edit):
                return
            joined = edit
        self.end_join(pairs, joined)

    def _claim_words(self, claim: ClaimLine) -> str:
        words = self.tr("“{claim}” ({title})")
        return words.format(claim=one_line(claim.quote, _LONGEST), title=one_line(claim.title, _LONGEST // 2))
