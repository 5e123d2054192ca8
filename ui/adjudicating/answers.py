"""The changes that an answer in adjudication makes, even if the question was settled before."""

from collections.abc import Collection

from annotator.editing.edits import Change
from annotator.quality.outvoted import choice_taken, confirmed, withdrawn
from annotator.quality.questions import AnyQuestion, FieldQuestion, LabelQuestion, Question
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
