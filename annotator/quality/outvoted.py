"""Answers of adjudication that had the majority when they were given, but have lost it since."""

from collections.abc import Collection, Mapping
from dataclasses import replace

from annotator.editing.edits import Change
from annotator.quality.article_labels import gold_values
from annotator.quality.asked_article import place
from annotator.quality.questions import (
    AnyQuestion,
    FieldQuestion,
    LabelQuestion,
    Question,
    RelationQuestion,
    fingerprint,
)
from annotator.quality.settling import Adjudication
from annotator.quality.strategies import BY_HAND, proposed


def outvoted(one: Adjudication, newcomers: Mapping[str, Collection[str]]) -> list[AnyQuestion]:
    """Return the settled questions whose answer has lost its majority, in text order.

    They include relations that became gold by majority, without a question. ``newcomers`` maps the ``asked`` of a
    settled question to the people whose labels came after its answer. A question is left out if its answer was
    confirmed under the present votes.
    """
    if not newcomers:
        return []
    found: list[AnyQuestion] = [each for each in one.asked() if _lost(one, each, newcomers)]
    for question, majority in one.relations():
        answered = one.answer_to(question) is not None
        if _lost(one, question, newcomers) if answered else majority not in {None, choice_taken(one, question)}:
            found.append(question)
    return sorted(found, key=place)


def confirmed(one: Adjudication, question: AnyQuestion, *, by: str) -> list[Change]:
    """Keep an answer against the present votes; return the change, already applied to ``one``, or [] without an answer.

    It adds the answer once more, under the fingerprint of the votes, so that only other votes reopen the question.
    """
    answer = one.answer_to(question)
    if answer is None or _is_confirmed(one, question):
        return []
    made = [Change(after=replace(answer, id=_id(question), asked=question.counted, annotator=by, rule=BY_HAND))]
    one.take(made)
    return made


def withdrawn(one: Adjudication, question: FieldQuestion | RelationQuestion) -> list[Change]:
    """Withdraw the answers to a question; return the changes, already applied to ``one``. Gold stays as it is."""
    rows = (one.settled.get(name) for name in (question.asked, question.counted))
    made = [Change(before=row) for row in rows if row is not None]
    one.take(made)
    return made


def _lost(one: Adjudication, question: AnyQuestion, newcomers: Mapping[str, Collection[str]]) -> bool:
    answer = one.answer_to(question)
    late = newcomers.get(answer.asked, ()) if answer is not None else ()
    if not late or _is_confirmed(one, question):
        return False
    taken = choice_taken(one, question)
    if taken is None or proposed(question.ballots) in {None, taken}:
        return False
    earlier = tuple(tuple(name for name in voters if name not in late) for voters in question.ballots)
    return proposed(earlier) == taken


def _id(question: AnyQuestion) -> str:
    """Return the id of the row that confirms the answer to a question."""
    return fingerprint(question.document, question.layer, question.counted)


def _is_confirmed(one: Adjudication, question: AnyQuestion) -> bool:
    """Return whether an answer was given or confirmed under the present votes; labels may have equal ``counted``."""
    return ("settled", _id(question)) in one.rows


def choice_taken(one: Adjudication, question: AnyQuestion) -> int | None:
    """Return the index of the ballot that gold follows, or None if gold follows several ballots or none."""
    match question:
        case Question():
            return _of_words(one, question)
        case FieldQuestion():
            value = one.spans[question.span].attributes.get(question.field)
            return question.values.index(value) if value in question.values else None
        case RelationQuestion():
            tails = [row.tail for row in one.drawn(question)]
            if not tails:
                return len(question.tails)
            return question.tails.index(tails[0]) if len(tails) == 1 and tails[0] in question.tails else None
        case LabelQuestion():
            values = tuple(gold_values(question, one.rows.values()))
            return question.values.index(values) if values in question.values else None


def _of_words(one: Adjudication, question: Question) -> int | None:
    answer = one.answer_to(question)
    if answer is None or len(answer.taken) > 1:
        return None
    if not answer.taken:
        return len(question.variants)
    gold = one.spans.get(answer.taken[0])
    if gold is None:
        return None
    same = (at for at, each in enumerate(question.variants) if (each.label, each.parts) == (gold.label, gold.parts))
    return next(same, None)
