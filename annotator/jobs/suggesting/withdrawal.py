"""Withdraw suggestions of a source, or hold some of them back."""

from collections.abc import Generator
from dataclasses import replace
from typing import TYPE_CHECKING

from annotator.editing.edits import Change, EditKind, SlicedEdit, edit_of
from annotator.model.values import SuggestionState
from annotator.project.project import Project

if TYPE_CHECKING:
    from annotator.store.reader import Reader


def withdrawing(read: "Reader", source: str, annotator: str) -> SlicedEdit:
    """Build the edit that removes a source's pending suggestions, pausing often; None without any.

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
    return edit_of(EditKind.WITHDRAW, changes, annotator=annotator)


def holding_back(project: Project) -> Generator[None, None, None]:
    """Apply the project's choice of suggestions to hold back to all documents, pausing after each.

    Each document is stored separately; if closed early, the rest follow at their next request to a source.

    Raises:
        StoreError: It could not be stored.
    """
    for document in project.read.decided.documents_to_hold():
        project.hold_back(document)
        yield
