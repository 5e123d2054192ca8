"""An article in adjudication: its questions, and which of them are open."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from annotator.editing.edits import Change
from annotator.editing.log.row_keys import RowKey, key_of
from annotator.model.schema import Schema
from annotator.model.values import GOLD, DocumentLabel, DocumentState, Relation, Row, Settled, Span
from annotator.quality.article_labels import has_gold, label_answer, label_was_by_hand
from annotator.quality.questions import (
    AnyQuestion,
    FieldQuestion,
    LabelQuestion,
    Question,
    RelationQuestion,
    Voters,
    fingerprint,
    is_about,
    relation_question,
)
from annotator.quality.strategies import BY_HAND, ChosenStrategy, decide


@dataclass(frozen=True, slots=True, kw_only=True)
class SchemaFacts:
    """Facts of a schema: the fields of each layer, and the relation types that a head may have only once."""

    fields: Mapping[str, Collection[str]]
    single: frozenset[str]

    @classmethod
    def of_schema(cls, schema: Schema) -> "SchemaFacts":
        """Return the facts of a schema."""
        fields = {layer.id: tuple(each.id for each in schema.attributes_of(layer.id)) for layer in schema.layers}
        return cls(fields=fields, single=frozenset(each.id for each in schema.relations if each.single))


class AskedArticle:
    """The questions of an article, its gold rows, and the questions settled so far; `open` returns the others.

    Changes of these rows that were made elsewhere, such as by undo, must be passed to `take`.
    """

    def __init__(
        self,
        document: str,
        questions: Sequence[Question],
        relations: Iterable[Relation],
        rows: Iterable[Row],
        facts: SchemaFacts,
        labels: Sequence[LabelQuestion] = (),
    ) -> None:
        self.document = document
        self.questions = tuple(questions)
        self.labels = tuple(labels)
        self.first: tuple[Question | LabelQuestion, ...] = (*self.questions, *self.labels)  # asked before fields
        self._facts = facts
        self._theirs = [row for row in relations if row.annotator != GOLD]
        self.rows: dict[RowKey, Row] = {}
        self.spans: dict[str, Span] = {}
        self.settled: dict[str, Settled] = {}  # by fingerprint
        self._known = {name for each in questions for name in (each.asked, each.counted)}
        self.take(Change(after=row) for row in rows)

    def answer_to(self, question: AnyQuestion) -> Settled | None:
        """Return the row that settled a question, or None if the question is open."""
        if isinstance(question, LabelQuestion):
            return label_answer(question, self.rows.values())
        return self.settled.get(question.asked) or self.settled.get(question.counted)

    def open(self, rule: ChosenStrategy | None = None) -> list[AnyQuestion]:
        """Return the open questions in text order.

        With a rule, return only those that the rule settles, without questions that a person has settled before.
        """
        every = [*self.asked(), *(each for each, majority in self.relations() if majority is None)]
        waiting = [each for each in every if self.answer_to(each) is None]
        if rule is not None:
            waiting = [
                each for each in waiting if decide(each.ballots, rule) is not None and not self._was_by_hand(each)
            ]
        return sorted(waiting, key=place)

    def asked(self) -> list[AnyQuestion]:
        """Return all questions but those about relations; questions about fields come up once their spans are gold."""
        every: list[AnyQuestion] = [*self.questions]
        for question in self.questions:
            if (answer := self.answer_to(question)) is not None:
                for gold, theirs in self._gold_of(question, answer):
                    every += self._field_questions(question, gold, theirs)
        return [*every, *(each for each in self.labels if not has_gold(each, self.rows.values()))]

    def take(self, changes: Iterable[Change]) -> None:
        """Apply changes of gold rows and settled questions that were made elsewhere."""
        for change in changes:
            match change.before:
                case None:
                    pass
                case before:
                    self.rows.pop(key_of(before), None)
                    self.spans.pop(getattr(before, "id", ""), None)
                    self.settled.pop(getattr(before, "asked", ""), None)
            match change.after:
                case Span(annotator=annotator) if annotator == GOLD:
                    self.spans[change.after.id] = change.after
                    self.rows[key_of(change.after)] = change.after
                case Settled():
                    self.settled[change.after.asked] = change.after
                    self.rows[key_of(change.after)] = change.after
                case Relation() | DocumentState() | DocumentLabel() if change.after.annotator == GOLD:
                    self.rows[key_of(change.after)] = change.after
                case _:
                    pass

    def _outdated(self, question: Question) -> list[Settled]:
        """Return the question's present answer, and settled questions about its words that are no longer asked."""
        return [
            row
            for row in self.rows.values()
            if isinstance(row, Settled)
            and row.layer == question.layer
            and row.start < question.end
            and question.start < row.end
            and (row.asked not in self._known or row.asked in {question.asked, question.counted})
        ]

    def _was_by_hand(self, question: AnyQuestion) -> bool:
        if isinstance(question, LabelQuestion):
            return label_was_by_hand(question, self.rows.values())
        if isinstance(question, RelationQuestion):
            about = question.layer, (question.head,)
            rules = [row.rule for row in self.settled.values() if (row.layer, row.taken) == about]
            drawn = [row.origin.rule for row in self.drawn(question)]
            return BY_HAND in [*drawn, *(rules if question.label in self._facts.single else ())]
        return isinstance(question, Question) and any(row.rule == BY_HAND for row in self._outdated(question))

    def _gold_of(self, question: Question, answer: Settled) -> Iterator[tuple[Span, tuple[Span, ...]]]:
        """Yield each gold span of an answer, with the people's spans that it stands for."""
        spans = self.spans
        taken = [spans[id_] for id_ in answer.taken if id_ in spans]
        for gold in taken:
            same = (variant.spans for variant in question.variants if variant.parts == gold.parts)
            yield gold, question.spans if len(taken) == 1 else next(same, ())

    def _field_questions(self, question: Question, gold: Span, theirs: Sequence[Span]) -> Iterator[FieldQuestion]:
        for name in self._facts.fields.get(gold.layer, ()):
            values = by_value(theirs, name)
            if len(values) > 1:
                ordered = sorted(values.items(), key=lambda each: (-len(each[1]), each[0] == "null", each[0]))
                about = (gold.id, name)
                yield FieldQuestion(
                    document=question.document,
                    layer=f"{gold.layer}.{name}",
                    span=gold.id,
                    field=name,
                    values=tuple(json.loads(value) for value, _ in ordered),
                    ballots=tuple(voters for _, voters in ordered),
                    start=gold.start,
                    end=gold.end,
                    asked=fingerprint(*about, sorted(values)),
                    counted=fingerprint(*about, sorted(values.items())),
                )

    def drawn(self, question: RelationQuestion) -> list[Relation]:
        """Return the gold relations that a question is about."""
        return [row for row in self.rows.values() if is_about(row, question, self._facts.single)]

    def _meant(self) -> dict[str, str | None]:
        """Map span ids to the id of their gold span, None if it was not taken; spans of open questions are missing."""
        found: dict[str, str | None] = {}
        for question in self.questions:
            answer = self.answer_to(question)
            if answer is not None:
                found |= dict.fromkeys((span.id for span in question.spans), None)
                for gold, theirs in self._gold_of(question, answer):
                    found |= dict.fromkeys((span.id for span in theirs), gold.id)
        return found

    def relations(self) -> Iterator[tuple[RelationQuestion, int | None]]:
        """Yield each relation that may become gold, with the index of the majority's ballot, None without majority."""
        gold, spans = self._meant(), self.spans
        voters: defaultdict[str, list[str]] = defaultdict(list)  # by gold span
        people = {span.id: span.annotator for question in self.questions for span in question.spans}
        for id_, meant in gold.items():
            if meant is not None:
                voters[meant].append(people[id_])
        said: defaultdict[tuple[str, str], dict[str, list[str]]] = defaultdict(dict)
        waiting: set[tuple[str, str]] = set()
        for row in self._theirs:
            head = gold.get(row.head)
            if head is None:
                continue
            if row.tail in people and row.tail not in gold:
                waiting.add((row.label, head))
            elif (tail := gold.get(row.tail)) is not None:
                said[row.label, head].setdefault(tail, []).append(row.annotator)
        for (label, head), tails in sorted(said.items()):
            if (label, head) not in waiting:
                for some in [tails] if label in self._facts.single else [{tail: who} for tail, who in tails.items()]:
                    question = relation_question(spans, label, head, some, set(voters[head]))
                    able = {name for tail in some for name in voters[tail]} & {*voters[head]}  # could have drawn it
                    votes = (2 * len(able & {*who}) > len(able) for who in question.ballots)
                    yield question, next((at for at, most in enumerate(votes) if most), None)


def place(question: AnyQuestion) -> tuple[bool, int, int, bool]:
    """Return the sort key of a question; questions about the article come last, as they need the whole text."""
    return isinstance(question, LabelQuestion), question.start, question.end, not isinstance(question, Question)


def by_value(spans: Sequence[Span], name: str) -> dict[str, Voters]:
    """Map each value of an attribute, as JSON, to the people who set it."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for span in spans:
        found[plain(span.attributes.get(name))].append(span.annotator)
    return {value: tuple(sorted(voters)) for value, voters in found.items()}


def plain(value: Any) -> str:
    """Return a value as JSON, the same for equal values."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
