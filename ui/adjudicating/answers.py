"""The changes that an answer in adjudication makes, even if the question was settled before."""

from collections.abc import Collection

from annotator.editing.edits import Change
from annotator.model.rules import faults_of
from annotator.model.schema import Rule, Schema
from annotator.model.values import Relation
from annotator.quality.outvoted import choice_taken, confirmed, withdrawn
from annotator.quality.questions import AnyQuestion, FieldQuestion, LabelQuestion, Question, RelationQuestion
from annotator.quality.settling import Adjudication
from ui.adjudicating.variants import count_of


def answered(
    one: Adjudication, asked: AnyQuestion, choice: int | None, *, also: Collection[int] = (), by: str
) -> list[Change]:
    """Answer a question; return the changes, already applied to ``one``.

    A choice of None means none of the variants, or no value. ``also`` are further choices.
    """
    if isinstance(asked, Question):
        taken = [] if choice is None else [asked.variants[each] for each in sorted({choice, *also})]
        return one.label(asked, taken, by=by)
    if isinstance(asked, FieldQuestion):
        return one.set_field(asked, None if choice is None else asked.values[choice], by=by)
    if isinstance(asked, LabelQuestion):
        return one.set_labels(asked, () if choice is None else asked.values[choice], by=by)
    return one.relate(asked, () if choice is None else [asked.tails[choice]], by=by)


def answered_again(
    one: Adjudication, asked: AnyQuestion, choice: int | None, *, also: Collection[int] = (), by: str
) -> list[Change]:
    """Keep or replace an answer that lost its majority; return the changes, already applied to ``one``."""
    if not also and is_taken(one, asked, choice) and one.answer_to(asked) is not None:
        return confirmed(one, asked, by=by)
    if isinstance(asked, Question | LabelQuestion):
        return answered(one, asked, choice, also=also, by=by)
    return [*withdrawn(one, asked), *answered(one, asked, choice, by=by)]


def is_taken(one: Adjudication, asked: AnyQuestion, choice: int | None) -> bool:
    """Return whether gold follows a choice; None stands for “none of them”."""
    if choice is None:
        choice = count_of(asked)
    return choice_taken(one, asked) == choice


def broken_rule(one: Adjudication, asked: AnyQuestion, schema: Schema) -> Rule | None:
    """Return a rule that the asked field's or relation's gold span breaks, once no question about it is open."""
    id_ = _about(asked)
    span = one.spans.get(id_)
    if span is None or any(_about(each) == id_ for each in one.open()):
        return None
    relations = [row for row in one.rows.values() if isinstance(row, Relation) and row.head == id_]
    return next((fault.rule for fault in faults_of(schema, span, relations, one.spans.get)), None)


def _about(asked: AnyQuestion) -> str:
    """Return the id of the gold span that a question is about, "" for other questions."""
    match asked:
        case FieldQuestion():
            return asked.span
        case RelationQuestion():
            return asked.head
        case _:
            return ""
