"""Return pressed in the claim card before the proposals for its claim have arrived."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from annotator.model.values import Span
from ui.jobs.claim_proposals import ClaimProposals


class EarlyReturn:
    """Remembers that Return was pressed too early for one claim, until the proposals arrive or another key follows."""

    def __init__(self, say: Callable[[str], None]) -> None:
        self._say = say
        self._speaks = False
        self.proposals: ClaimProposals | None = None
        self.claim: str | None = None  # id of the claim whose proposals will be accepted

    def press(self, claim: Span) -> bool:
        """Wait for the proposals of a claim; return False if none are expected."""
        if self.proposals is None or not self.proposals.awaits(claim):
            return False
        self.claim, self._speaks = claim.id, True
        words = "The fields are still being proposed and will be accepted as they arrive. Any other key prevents that."
        self._say(QCoreApplication.translate("ClaimCard", words))
        return True

    def forget(self) -> None:
        """Accept nothing by itself any more, and clear the message."""
        self.claim = None
        if self._speaks:
            self._speaks = False
            self._say("")

    def end(self, *, accepted: bool) -> None:
        """Stop waiting, as the answer is there; say if it proposes nothing."""
        self.forget()
        if not accepted:
            self._speaks = True
            words = "Nothing is proposed for this claim. A field’s key sets its value."
            self._say(QCoreApplication.translate("ClaimCard", words))
