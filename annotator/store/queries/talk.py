"""Queries of comments and reviews, and of each person's progress with an article."""

from typing import NamedTuple

from annotator.model.talk import Comment, Review, in_order
from annotator.model.values import GOLD, State
from annotator.store.queries.assigned import ROUNDS
from annotator.store.queries.base import Queries
from annotator.store.rows import COMMENT, REVIEW

_KNOWN = frozenset(State)  # another program may have written another state
_STATES = """
SELECT annotator, state FROM document_state WHERE document = :document
UNION
SELECT DISTINCT annotator, 'open' FROM span WHERE document = :document
    AND annotator NOT IN (SELECT annotator FROM document_state WHERE document = :document)
UNION
SELECT annotator, 'open' FROM assignment WHERE document = :document
    AND annotator NOT IN (SELECT annotator FROM document_state WHERE document = :document)
    AND annotator NOT IN (SELECT annotator FROM span WHERE document = :document)
ORDER BY annotator
"""
_ADJUDICATED = """
SELECT edit.annotator, edit.at FROM edit_document JOIN edit ON edit.number = edit_document.edit
WHERE edit_document.document = :document AND edit.kind = 'adjudicate'
    AND EXISTS (SELECT 1 FROM document_state AS gold
        WHERE gold.document = :document AND gold.annotator = 'gold' AND gold.state = 'done')
ORDER BY edit.number DESC LIMIT 1
"""
OPEN_COMMENT = "comment.text != '' AND NOT EXISTS (SELECT 1 FROM comment AS answer WHERE answer.reply_to = comment.id)"
"""The condition that a comment is the last one of an open thread."""
_STAGES = f"""
SELECT (SELECT count(DISTINCT document) FROM review),
    (SELECT count(*) FROM document_state WHERE annotator = 'gold' AND state = 'done'),
    (SELECT count(*) FROM comment WHERE {OPEN_COMMENT})
"""  # noqa: S608  # a condition of ours
_PEOPLE = """
SELECT annotator, sum(state = 'done'), sum(state = 'skipped') FROM document_state GROUP BY annotator ORDER BY annotator
"""


class ReviewStep(NamedTuple):
    """A person who reviewed or adjudicated an article, and when (ISO 8601, UTC)."""

    annotator: str
    when: str


class ArticleProgress(NamedTuple):
    """The progress of an article: each person's state, who reviewed it, and who adjudicated it last."""

    states: tuple[tuple[str, State], ...]
    reviewed: tuple[ReviewStep, ...]
    adjudicated: ReviewStep | None


class Stages(NamedTuple):
    """The numbers of reviewed articles, adjudicated articles and open threads."""

    reviewed: int
    adjudicated: int
    open_threads: int


class Talk(Queries):
    """Queries about several people's work in one project."""

    def comments(self, document: str) -> list[Comment]:
        """Return the comments of an article in text order, answers after what they answer."""
        return in_order(self._rows(COMMENT, "document = :document", {"document": document}, str))

    def every_comment(self) -> list[Comment]:
        """Return the comments of all articles, in the order the articles were added."""
        order = "(SELECT rowid FROM document WHERE id = comment.document)"
        return self._rows(COMMENT, f"1 ORDER BY {order}, start, end, made, id", {}, str)

    def review(self, document: str, annotator: str) -> Review | None:
        """Return a person's review of an article, or None."""
        values = {"document": document, "annotator": annotator}
        found = self._rows(REVIEW, "document = :document AND annotator = :annotator", values, str)
        return found[0] if found else None

    def standing(self, document: str) -> ArticleProgress:
        """Return the progress of an article, without gold and rounds of re-tests and practice."""
        reviews = self._rows(REVIEW, "document = :document ORDER BY made, annotator", {"document": document}, str)
        states = self._all(_STATES, {"document": document})
        hidden = {GOLD, *self._column(ROUNDS)}
        adjudicated = self._one(_ADJUDICATED, {"document": document})
        return ArticleProgress(
            states=tuple((name, State(state)) for name, state in states if name not in hidden and state in _KNOWN),
            reviewed=tuple(ReviewStep(each.annotator, each.made) for each in reviews),
            adjudicated=None if adjudicated is None else ReviewStep(*adjudicated),
        )

    def stages(self) -> Stages:
        """Count reviewed and adjudicated articles, and open threads."""
        return Stages(*self._one(_STAGES))

    def finished(self) -> dict[str, tuple[int, int]]:
        """Return how many articles each person has finished and skipped: name → (finished, skipped)."""
        hidden = {GOLD, *self._column(ROUNDS)}
        return {name: (done, skipped) for name, done, skipped in self._all(_PEOPLE) if name not in hidden}
