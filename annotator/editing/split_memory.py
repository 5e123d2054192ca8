"""Remembering who went where in a split, so that later exports keep it."""

from collections.abc import Mapping

from annotator.editing.edits import Change, Edit, EditKind
from annotator.model.values import DocumentSplit


def remember(before: Mapping[str, str | None], dealt: Mapping[str, str], *, annotator: str) -> Edit | None:
    """Let documents belong to the parts that they were dealt to; None where they do already.

    Args:
        before: The part of each document so far, by id; of a document that is not there nothing is remembered.
        dealt: The part of each from now on.
        annotator: Who says so.
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
