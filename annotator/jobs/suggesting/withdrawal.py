"""Taking back what a source suggests: only when a person says so, as one step that undo takes back."""

from collections.abc import Generator
from dataclasses import replace
from typing import TYPE_CHECKING

from annotator.editing.edits import Change, Edit, EditKind
from annotator.model.values import SuggestionState

if TYPE_CHECKING:
    from annotator.store.reader import Reader


def withdrawing(read: "Reader", source: str, annotator: str) -> Generator[None, None, Edit | None]:
    """Make the edit that takes a source's pending suggestions away; None: there are none. It pauses after each article.

    What was decided about stays as it is.

    Raises:
        StoreError: The project cannot be read.
    """
    changes: list[Change] = []
    for document in read.decided.documents_waiting(source):
        changes += [
            Change(before=suggestion, after=replace(suggestion, state=SuggestionState.SUPERSEDED))
            for suggestion in read.suggestions(document, SuggestionState.PENDING)
            if suggestion.source == source
        ]
        yield
    return Edit(kind=EditKind.WITHDRAW, annotator=annotator, changes=tuple(changes)) if changes else None
