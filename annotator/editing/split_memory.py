"""Remembering the split, so that later exports keep it."""

from collections.abc import Mapping

from annotator.editing.edits import Change, Edit, EditKind
from annotator.model.values import DocumentSplit


def remember(before: Mapping[str, str | None], dealt: Mapping[str, str], *, annotator: str) -> Edit | None:
    """Store the split of documents; return None if nothing changes.

    Args:
        before: The split of each document so far, by id; documents not listed are skipped.
        dealt: The new split of each document.
        annotator: Who decides.
    """
    changes = tuple(
        Change(
            before=DocumentSplit(document=document, split=before[document]),
            after=DocumentSplit(document=document, split=portion),
        )
        for document, portion in sorted(dealt.items())
        if document in before and before[document] != portion
    )
    return Edit(kind=EditKind.DEAL, annotator=annotator, changes=changes) if changes else None
