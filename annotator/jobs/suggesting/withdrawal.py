"""Withdrawing the suggestions of a source: only on request, as one undoable edit."""

from collections.abc import Generator
from dataclasses import replace
from typing import TYPE_CHECKING

from annotator.editing.edits import Change, Edit, EditKind
from annotator.model.values import SuggestionState

if TYPE_CHECKING:
    from annotator.store.reader import Reader


def withdrawing(read: "Reader", source: str, annotator: str) -> Generator[None, None, Edit | None]:
    """Build the edit that removes a source's pending suggestions, pausing after each article; None if there are none.

    Decided suggestions stay as they are.

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
