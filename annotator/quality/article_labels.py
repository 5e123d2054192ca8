"""Labels of whole articles in adjudication: what each of several people set, one question for each label."""

from collections import defaultdict
from collections.abc import Collection, Iterable

from annotator.editing.edits import Change
from annotator.model.values import DOCUMENT, GOLD, NOBODY, Annotated, DocumentLabel, Row, Settled, State
from annotator.quality.questions import LabelQuestion, fingerprint
from annotator.quality.strategies import BY_HAND


def label_questions(annotated: Annotated) -> list[LabelQuestion]:
    """Return a question for each label that people who finished the article set, even if all agree."""
    people = sorted({row.annotator for row in annotated.states if row.state is State.DONE} - NOBODY)
    said: defaultdict[str, dict[str, set[str]]] = defaultdict(lambda: {name: set() for name in people})
    for row in annotated.labels:
        if row.annotator in people:
            said[row.label][row.annotator].add(row.value)
    return [_question(annotated.document.id, label, values) for label, values in sorted(said.items())]


def label_answer(question: LabelQuestion, rows: Iterable[Row]) -> Settled | None:
    """Return the row that settled a question, None if it is open; ``rows`` are gold rows and settled questions."""
    return next((row for row in _settled(question, rows) if row.asked in {question.asked, question.counted}), None)


def has_gold(question: LabelQuestion, rows: Collection[Row]) -> bool:
    """Return whether gold has this label though it was never settled, such as after an import."""
    return bool(gold_values(question, rows)) and not _settled(question, rows)


def label_was_by_hand(question: LabelQuestion, rows: Iterable[Row]) -> bool:
    """Return whether a person settled this label before, even if the choices were different then."""
    return any(row.rule == BY_HAND for row in _settled(question, rows))


def gold_values(question: LabelQuestion, rows: Iterable[Row]) -> list[str]:
    """Return the gold values of a question's label, sorted."""
    return sorted(row.value for row in rows if isinstance(row, DocumentLabel) and row.label == question.label)


def label_changes(question: LabelQuestion, values: Collection[str], rows: Collection[Row]) -> list[Change]:
    """Return the changes that give gold these values and drop earlier answers; the caller adds the answer."""
    known = gold_values(question, rows)
    made = [Change(before=row) for row in _settled(question, rows)]
    made += [Change(before=_gold(question, value)) for value in known if value not in values]
    made += [Change(after=_gold(question, value)) for value in sorted(set(values) - set(known))]
    return made


def _gold(question: LabelQuestion, value: str) -> DocumentLabel:
    return DocumentLabel(document=question.document, annotator=GOLD, label=question.label, value=value)


def _settled(question: LabelQuestion, rows: Iterable[Row]) -> list[Settled]:
    return [row for row in rows if isinstance(row, Settled) and row.layer == question.layer]


def _question(document: str, label: str, said: dict[str, set[str]]) -> LabelQuestion:
    voters: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for name, values in said.items():
        voters[tuple(sorted(values))].append(name)
    choices = sorted(voters)
    ordered = sorted(choices, key=lambda each: (-len(voters[each]), not each, each))
    layer = f"{DOCUMENT}.{label}"
    return LabelQuestion(
        document=document,
        layer=layer,
        label=label,
        values=tuple(ordered),
        ballots=tuple(tuple(voters[each]) for each in ordered),
        asked=fingerprint(document, layer, choices),
        counted=fingerprint([(each, voters[each]) for each in choices]),
    )
