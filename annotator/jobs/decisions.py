"""People's decisions about suggestions, as figures count them."""

from annotator.store.queries.decided import DecidedSuggestion
from annotator.suggestions.reliability import Decision, Fate, fate_of


def decision_of(row: DecidedSuggestion) -> Decision:
    """Return a decision as the figures count it."""
    fate = fate_of(row.state, kept=row.kept, touched=row.touched)
    return Decision(
        layer=row.layer,
        label=row.label,
        score=row.score,
        fate=fate,
        day=row.at[: len("2026-11-24")],
        together=row.together,
        milliseconds=row.milliseconds,
        acceptance=row.acceptance,
        overturned=row.state == Fate.ACCEPTED and fate is not Fate.ACCEPTED,
    )
