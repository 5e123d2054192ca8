"""Return pressed in the claim card before the proposals for its claim have arrived."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from annotator.model.values import Span
from ui.jobs.claim_proposals import ClaimProposals


class EarlyReturn:
    """Says that Return was pressed too early for one claim. Nothing is accepted that nobody has seen."""

    def __init__(self, say: Callable[[str], None]) -> None:
        self._say = say
        self._speaks = False
        self.proposals: ClaimProposals | None = None
        self.claim: str | None = None  # id of the claim for which Return was pressed

    def press(self, claim: Span) -> bool:
        """Show a message if the proposals of a claim have not arrived yet; return whether any are expected."""
        if self.proposals is None or not self.proposals.awaits(claim):
            return False
        self.claim, self._speaks = claim.id, True
        self._say(
            QCoreApplication.translate(
                "ClaimCard", "The fields are still being proposed. Press Return again once they are shown."
            )
        )
        return True

    def forget(self) -> None:
        """Clear the message."""
        self.claim = None
        if self._speaks:
            self._speaks = False
            self._say("")

    def end(self, *, proposed: bool) -> None:
        """Clear the message, as the answer is there; say if it proposes nothing."""
        self.forget()
        if not proposed:
            self._speaks = True
            self._say(
                QCoreApplication.translate(
                    "ClaimCard", "Nothing is proposed for this claim. A field’s key sets its value."
                )
            )
