"""Adjudicating one article: its open questions, and the changes that an answer makes. The caller stores them."""

import json
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from annotator.editing.edits import Change, Edit, EditKind
from annotator.editing.log.row_keys import RowKey, key_of
from annotator.model.schema import Schema
from annotator.model.values import (
    GOLD,
    DocumentLabel,
    DocumentState,
    Origin,
    OriginKind,
    Relation,
    Row,
    Settled,
    Span,
    State,
    new_id,
)
from annotator.quality.article_labels import gold_values, has_gold, label_answer, label_changes, label_was_by_hand
from annotator.quality.questions import (
    AnyQuestion,
    FieldQuestion,
    LabelQuestion,
    Question,
    RelationQuestion,
    Variant,
    Voters,
    fingerprint,
    is_about,
    relation_question,
)
from annotator.quality.strategies import BY_HAND, Rule, Strategy, decide

UNANIMOUS = Rule(strategy=Strategy.UNANIMOUS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fields:
    """Facts of a schema: the fields of each layer, and the relation types that a head may have only once."""

    of: Mapping[str, Collection[str]]
    single: frozenset[str]

    @classmethod
    def of_schema(cls, schema: Schema) -> "Fields":
        """Return the facts of a schema."""
        of = {layer.id: tuple(each.id for each in schema.attributes_of(layer.id)) for layer in schema.layers}
        return cls(of=of, single=frozenset(each.id for each in schema.relations if each.single))


class Adjudication:
    """The questions of an article, with its gold rows and settled questions so far.

    Each answer returns a list of changes, which this object has already applied to itself. Tell `take` about all other
    changes, such as undo.
    """

    def __init__(
        self,
        document: str,
        questions: Sequence[Question],
        relations: Iterable[Relation],
        rows: Iterable[Row],
        fields: Fields,
        labels: Sequence[LabelQuestion] = (),
    ) -> None:
        self.document = document
        self.questions = tuple(questions)
        self.labels = tuple(labels)
        self.first: tuple[Question | LabelQuestion, ...] = (*self.questions, *self.labels)  # asked before fields
        self._fields = fields
        self._theirs = [row for row in relations if row.annotator != GOLD]
        self.rows: dict[RowKey, Row] = {}
        self.spans: dict[str, Span] = {}
        self.settled: dict[str, Settled] = {}  # by fingerprint
        self._known = {name for each in questions for name in (each.asked, each.counted)}
        self.take(Change(after=row) for row in rows)

    # State

    def answer_to(self, question: AnyQuestion) -> Settled | None:
        """Return the row that settled a question, or None if the question is open."""
        if isinstance(question, LabelQuestion):
            return label_answer(question, self.rows.values())
        return self.settled.get(question.asked) or self.settled.get(question.counted)

    def open(self, rule: Rule | None = None) -> list[AnyQuestion]:
        """Return the open questions in text order.

        With a rule, return only those that the rule settles, without questions that a person has settled before.
        """
        every = [*self.asked(), *(each for each, majority in self.relations() if majority is None)]
        waiting = [each for each in every if self.answer_to(each) is None]
        if rule is not None:
            waiting = [
                each for each in waiting if decide(each.ballots, rule) is not None and not self._was_by_hand(each)
            ]
        return sorted(waiting, key=_place)

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

    # Answers

    def choose(self, question: AnyQuestion, choice: int, *, by: str, rule: str = BY_HAND) -> list[Change]:
        """Settle a question with one of its ballots; the ballot after the last variant or tail means none."""
        match question:
            case Question():
                return self.label(question, question.variants[choice : choice + 1], by=by, rule=rule)
            case FieldQuestion():
                return self.set_field(question, question.values[choice], by=by, rule=rule)
            case RelationQuestion():
                return self.relate(question, question.tails[choice : choice + 1], by=by, rule=rule)
            case LabelQuestion():
                return self.set_labels(question, question.values[choice], by=by, rule=rule)

    def label(self, question: Question, taken: Sequence[Variant], *, by: str, rule: str = BY_HAND) -> list[Change]:
        """Settle a question with these variants, or with an own answer; an empty sequence means no label."""
        made: list[Change] = []
        wanted = {(variant.layer, variant.label, variant.parts): variant for variant in taken}
        outdated = self._outdated(question)
        others = (row for row in self.settled.values() if "." not in row.layer and row not in outdated)
        kept = {id_ for row in others for id_ in row.taken}
        for row in outdated:
            made.append(Change(before=row))
            for span in [self.spans[id_] for id_ in row.taken if id_ in self.spans and id_ not in kept]:
                if (span.layer, span.label, span.parts) not in wanted:
                    made += self._removed(span)
        self.take(made)
        present = {(span.layer, span.label, span.parts): span for span in self.spans.values()}
        ids = []
        for key, variant in wanted.items():
            gold = present.get(key)
            if gold is None:
                gold = self._gold(question, variant, alone=len(wanted) == 1, by=by, rule=rule)
                made.append(Change(after=gold))
            ids.append(gold.id)
        made.append(Change(after=_settled(question, ids, by, rule)))
        self.take(made)
        related = [Change(after=row) for row in self._following(by, rule)]
        self.take(related)
        return made + related

    def set_field(self, question: FieldQuestion, value: Any, *, by: str, rule: str = BY_HAND) -> list[Change]:
        """Settle a question about a field; None means no value."""
        span = self.spans[question.span]
        values = {**span.attributes, question.field: value}
        after = replace(span, attributes={name: each for name, each in values.items() if each is not None})
        changed = [Change(before=span, after=after)] if after != span else []
        made = [*changed, Change(after=_settled(question, [span.id], by, rule))]
        self.take(made)
        return made

    def relate(self, question: RelationQuestion, tails: Sequence[str], *, by: str, rule: str = BY_HAND) -> list[Change]:
        """Settle a question about a relation with these tails; an empty sequence means no relation."""
        drawn = {row.tail: row for row in self.drawn(question)}
        made = [Change(before=row) for tail, row in drawn.items() if tail not in tails]
        new = [tail for tail in tails if tail not in drawn]
        made += [Change(after=self._relation(question.label, question.head, tail, (), by, rule)) for tail in new]
        made.append(Change(after=_settled(question, [question.head], by, rule)))
        self.take(made)
        return made

    def set_labels(
        self, question: LabelQuestion, values: Collection[str], *, by: str, rule: str = BY_HAND
    ) -> list[Change]:
        """Settle a question about a label of the whole article; no values mean that it has no such label."""
        made = label_changes(question, values, self.rows.values())
        made.append(Change(after=_settled(question, (), by, rule)))
        self.take(made)
        return made

    def set_by_hand(self, changes: Sequence[Change], *, by: str) -> list[Change]:
        """Take a person's changes of gold relations and of gold labels of the whole article.

        Return them with the answers they imply, so that nothing but a person changes them again.
        """
        rows = [change.after or change.before for change in changes]
        single = self._fields.single
        asked = [each for each, _ in self.relations() if any(is_about(row, each, single) for row in rows)]
        answers = [_settled(each, [each.head], by, BY_HAND) for each in asked if self.answer_to(each) is None]
        changes = [*changes, *(Change(after=row) for row in answers)]
        self.take(changes)
        labels = {row.label for row in rows if isinstance(row, DocumentLabel)}
        for question in (each for each in self.labels if each.label in labels):
            changes = [*changes, *self.set_labels(question, gold_values(question, self.rows.values()), by=by)]
        return [*changes, *self.finished()]

    def automatic(self, rule: Rule, *, by: str) -> list[Change]:
        """Settle all open questions that a rule can settle."""
        made: list[Change] = []
        while found := self.open(rule):
            for question in found:
                choice = decide(question.ballots, rule)
                if choice is not None and self.answer_to(question) is None:
                    made += self.choose(question, choice, by=by, rule=rule.words)
        return made

    def finished(self) -> list[Change]:
        """Return the change of the gold state: done if no question is open, else open; empty if it stays the same."""
        state = State.OPEN if self.open() else State.DONE
        before = next((row for row in self.rows.values() if isinstance(row, DocumentState)), None)
        if state is (State.OPEN if before is None else before.state):
            return []
        made = [Change(before=before, after=DocumentState(document=self.document, annotator=GOLD, state=state))]
        self.take(made)
        return made

    # Internal

    def _outdated(self, question: Question) -> list[Settled]:
        """Return settled questions about these words that are no longer asked, and the question's present answer."""
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
            return BY_HAND in [*drawn, *(rules if question.label in self._fields.single else ())]
        return isinstance(question, Question) and any(row.rule == BY_HAND for row in self._outdated(question))

    def _removed(self, span: Span) -> Iterator[Change]:
        for row in self.rows.values():
            is_related = isinstance(row, Relation) and span.id in {row.head, row.tail}
            if is_related or (isinstance(row, Settled) and row.taken == (span.id,) and "." in row.layer):
                yield Change(before=row)
        yield Change(before=span)

    def _gold(self, question: Question, variant: Variant, *, alone: bool, by: str, rule: str) -> Span:
        theirs = question.spans if alone else variant.spans
        origin = _origin(variant.voters, by, rule)
        return Span(
            id=variant.id or new_id(),
            document=question.document,
            layer=variant.layer,
            label=variant.label,
            parts=variant.parts,
            attributes=self._agreed(variant.layer, theirs, variant.spans) if variant.layer == question.layer else {},
            annotator=GOLD,
            origin=origin,
        )

    def _agreed(self, layer: str, every: Sequence[Span], chosen: Sequence[Span]) -> dict[str, Any]:
        """Return a gold span's attributes: values all agree on; for attributes that are no fields, the commonest."""
        asked = self._fields.of.get(layer, ())
        found: dict[str, Any] = {}
        for name in sorted({name for span in every for name in span.attributes}):
            values = _by_value(every, name)
            if len(values) == 1:
                found[name] = json.loads(next(iter(values)))
            elif name not in asked and chosen:
                most = Counter(_plain(span.attributes.get(name)) for span in chosen).most_common(1)[0][0]
                found[name] = json.loads(most)
        return {name: value for name, value in found.items() if value is not None}

    def _gold_of(self, question: Question, answer: Settled) -> Iterator[tuple[Span, tuple[Span, ...]]]:
        """Yield each gold span of an answer, with the people's spans that it stands for."""
        spans = self.spans
        taken = [spans[id_] for id_ in answer.taken if id_ in spans]
        for gold in taken:
            same = (variant.spans for variant in question.variants if variant.parts == gold.parts)
            yield gold, question.spans if len(taken) == 1 else next(same, ())

    def _field_questions(self, question: Question, gold: Span, theirs: Sequence[Span]) -> Iterator[FieldQuestion]:
        for name in self._fields.of.get(gold.layer, ()):
            values = _by_value(theirs, name)
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

    def _following(self, by: str, rule: str) -> Iterator[Relation]:
        """Yield the missing gold relations that most of the people who labelled both ends drew."""
        for question, majority in self.relations():
            if majority is None or majority >= len(question.tails) or self.answer_to(question) is not None:
                continue
            if not self.drawn(question) and not self._was_by_hand(question):
                who, tail = question.ballots[majority], question.tails[majority]
                yield self._relation(question.label, question.head, tail, who, by, rule)

    def drawn(self, question: RelationQuestion) -> list[Relation]:
        """Return the gold relations that a question is about."""
        return [row for row in self.rows.values() if is_about(row, question, self._fields.single)]

    def _relation(self, label: str, head: str, tail: str, who: Voters, by: str, rule: str) -> Relation:
        gold = self._meant()
        drawn = (r for r in self._theirs if (r.label, gold.get(r.head), gold.get(r.tail)) == (label, head, tail))
        twin = next(drawn, None)
        attributes = twin.attributes if twin is not None else {}
        origin = _origin(who, by, rule)
        return Relation(
            id=new_id(), label=label, head=head, tail=tail, attributes=attributes, annotator=GOLD, origin=origin
        )

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
                for some in [tails] if label in self._fields.single else [{tail: who} for tail, who in tails.items()]:
                    question = relation_question(spans, label, head, some, set(voters[head]))
                    able = {name for tail in some for name in voters[tail]} & {*voters[head]}  # could have drawn it
                    votes = (2 * len(able & {*who}) > len(able) for who in question.ballots)
                    yield question, next((at for at, most in enumerate(votes) if most), None)


def _place(question: AnyQuestion) -> tuple[bool, int, int, bool]:
    """Return the sort key of a question; those about the whole article come last, as they need the whole text."""
    return isinstance(question, LabelQuestion), question.start, question.end, not isinstance(question, Question)


def as_edit(changes: Sequence[Change], *, by: str, milliseconds: int = 0) -> Edit:
    """Build one edit from the changes of one or more answers; several changes of a row become one."""
    made: dict[tuple[str, str], Change] = {}
    for change in changes:
        key = key_of(change.after or change.before)  # type: ignore[arg-type]  # one of them is there
        first = made.get(key)
        made[key] = change if first is None else Change(before=first.before, after=change.after)
    kept = tuple(change for change in made.values() if change.before != change.after)
    return Edit(kind=EditKind.ADJUDICATE, annotator=by, changes=_ordered(kept), milliseconds=milliseconds)


def _ordered(changes: Iterable[Change]) -> tuple[Change, ...]:
    """Order changes so that relations are removed first and added last."""

    def place(change: Change) -> int:
        if isinstance(change.before, Relation) and change.after is None:
            return 0
        return 2 if isinstance(change.after, Relation) and change.before is None else 1

    return tuple(sorted(changes, key=place))


def _settled(question: AnyQuestion, taken: Sequence[str], by: str, rule: str) -> Settled:
    asked = question.asked if rule == BY_HAND else question.counted
    return Settled(
        id=fingerprint(question.document, question.layer, asked),
        document=question.document,
        layer=question.layer,
        start=question.start,
        end=question.end,
        annotator=by,
        asked=asked,
        taken=tuple(taken),
        rule=rule,
    )


def _origin(who: Voters, by: str, rule: str) -> Origin:
    return Origin(kind=OriginKind.ADJUDICATION, source=", ".join(who) or None, rule=rule, version=by)


def _by_value(spans: Sequence[Span], name: str) -> dict[str, Voters]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for span in spans:
        found[_plain(span.attributes.get(name))].append(span.annotator)
    return {value: tuple(sorted(voters)) for value, voters in found.items()}


def _plain(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
