"""Edits of reviews and comments."""

from annotator.editing.edits import Change, Edit, EditKind, now
from annotator.model.talk import LONGEST, Comment, Review, Thread
from annotator.model.values import Part, new_id
from annotator.system.errors import AnnotatorError


def review(document: str, before: Review | None, *, annotator: str) -> Edit:
    """Return the edit that records an annotator's review of an article, or removes the review ``before``."""
    after = Review(document=document, annotator=annotator, made=now()) if before is None else None
    return Edit(kind=EditKind.REVIEW, annotator=annotator, changes=(Change(before=before, after=after),))


def comment(document: str, place: Part, text: str, *, annotator: str, span: str | None = None) -> Edit:
    """Return the edit that begins a thread at a place, or at the span there.

    Raises:
        AnnotatorError: ``comment.empty`` or ``comment.long``.
    """
    made = Comment(
        id=new_id(),
        document=document,
        span=span,
        start=place[0],
        end=place[1],
        text=_checked(text),
        annotator=annotator,
        made=now(),
    )
    return Edit(kind=EditKind.COMMENT, annotator=annotator, changes=(Change(after=made),))


def answer(thread: Thread, text: str, *, annotator: str) -> Edit:
    """Return the edit that answers the last comment of a thread; a closed thread becomes open again.

    Raises:
        AnnotatorError: ``comment.empty`` or ``comment.long``.
    """
    change = Change(after=_answering(thread.last, _checked(text), annotator))
    return Edit(kind=EditKind.COMMENT, annotator=annotator, changes=(change,))


def close(thread: Thread, *, annotator: str) -> Edit:
    """Return the edit that closes a thread, by an answer without text to each unanswered comment."""
    answered = {each.reply_to for each in thread.comments}
    last = [each for each in thread.comments if each.id not in answered and not each.closes]
    changes = tuple(Change(after=_answering(each, "", annotator)) for each in last)
    return Edit(kind=EditKind.COMMENT, annotator=annotator, changes=changes)


def _answering(last: Comment, text: str, annotator: str) -> Comment:
    return Comment(
        id=new_id(),
        document=last.document,
        span=last.span,
        start=last.start,
        end=last.end,
        text=text,
        annotator=annotator,
        made=now(),
        reply_to=last.id,
    )


def _checked(text: str) -> str:
    text = text.strip()
    if not text:
        raise AnnotatorError("comment.empty")
    if len(text) > LONGEST:
        raise AnnotatorError("comment.long", longest=LONGEST)
    return text
