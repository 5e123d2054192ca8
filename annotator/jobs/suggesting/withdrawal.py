"""Withdrawing all pending suggestions of a source, and holding back some suggestions."""

from collections.abc import Generator
from dataclasses import replace
from typing import TYPE_CHECKING

from annotator.editing.edits import Change, EditKind, SlicedEdit, edit_of
from annotator.model.values import SuggestionState
from annotator.project.project import Project

if TYPE_CHECKING:
    from annotator.store.reader import Reader


def withdrawing(read: "Reader", source: str, annotator: str) -> SlicedEdit:
    """Build the edit that withdraws a source's pending suggestions, pausing often; None if there are none.

    Decided suggestions stay as they are.
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
    """Apply the project's setting for holding back suggestions to all its documents, pausing after each.

    Each document is stored separately. If the generator is closed early, the remaining documents follow the next time
    they are given to a source.

    Raises:
        StoreError: A document could not be stored.
    """
    for document in project.read.decided.documents_to_hold():
        project.hold_back(document)
        yield
