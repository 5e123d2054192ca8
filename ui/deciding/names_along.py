"""The names that are labelled when a claim is accepted."""

from annotator.model.values import ENTITIES, Span, Suggestion
from ui.deciding.decisions import Decisions


def names_along(decisions: Decisions, suggestion: Suggestion) -> tuple[Span, ...]:
    """Return the names that accepting a suggestion of the open article would label besides its own words."""
    if not suggestion.relations:
        return ()
    made = (change.after for change in decisions.accepting([suggestion]).changes if change.before is None)
    return tuple(row for row in made if isinstance(row, Span) and row.layer == ENTITIES)
