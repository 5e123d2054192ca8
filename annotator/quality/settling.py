"""Adjudicating one article: the changes that an answer to a question makes. The caller stores them."""

import json
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from annotator.editing.edits import Change, Edit, EditKind
from annotator.editing.log.row_keys import key_of
from annotator.model.values import (
    ATTRIBUTION,
    GOLD,
    DocumentLabel,
    DocumentState,
    Origin,
    OriginKind,
    Relation,
    Settled,
    Span,
    State,
    new_id,
)
from annotator.quality.article_labels import gold_values, label_changes
from annotator.quality.asked_article import AskedArticle, by_value, plain
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
)
from annotator.quality.strategies import BY_HAND, ChosenStrategy, Strategy, decide

UNANIMOUS = ChosenStrategy(strategy=Strategy.UNANIMOUS)


class Adjudication(AskedArticle):
    """An article whose questions are answered.

    Each answer returns a list of changes, which this object has already applied to itself.
    """

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
        if rule == BY_HAND:
            back = bool(taken) and any(not row.taken for row in outdated)
            related += self._settle_cues(question, back=back, by=by)
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
        single = self._facts.single
        asked = [each for each, _ in self.relations() if any(is_about(row, each, single) for row in rows)]
        answers = [_settled(each, [each.head], by, BY_HAND) for each in asked if self.answer_to(each) is None]
        changes = [*changes, *(Change(after=row) for row in answers)]
        self.take(changes)
        labels = {row.label for row in rows if isinstance(row, DocumentLabel)}
        for question in (each for each in self.labels if each.label in labels):
            changes = [*changes, *self.set_labels(question, gold_values(question, self.rows.values()), by=by)]
        return [*changes, *self.finished()]

    def automatic(self, rule: ChosenStrategy, *, by: str) -> list[Change]:
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

    def _removed(self, span: Span) -> Iterator[Change]:
        for row in self.rows.values():
            is_related = isinstance(row, Relation) and span.id in {row.head, row.tail}
            if is_related or (isinstance(row, Settled) and row.taken == (span.id,) and "." in row.layer):
                yield Change(before=row)
        yield Change(before=span)

    def _settle_cues(self, question: Question, *, back: bool, by: str) -> list[Change]:
        """Settle cues that no claim uses any more, as none; with ``back``, ask again about cues settled so."""
        made: list[Change] = []
        meant, heads = self._meant(), {span.id for span in question.spans}
        for cue in (each for each in self.questions if each.layer == ATTRIBUTION):
            tails = {span.id for span in cue.spans}
            used = [row for row in self._theirs if row.tail in tails]
            if {row.tail for row in used} != tails or heads.isdisjoint(row.head for row in used):
                continue
            idle = all(meant.get(row.head, row.head) is None for row in used)
            answer = self.answer_to(cue)
            if answer is None and idle:
                made.append(Change(after=_settled(cue, (), by, BY_HAND)))
            elif answer is not None and back and answer.rule == BY_HAND and not answer.taken:
                made.append(Change(before=answer))
        self.take(made)
        return made

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
        """Return a gold span's attributes: those that all agree on, and the commonest values of other attributes."""
        asked = self._facts.fields.get(layer, ())
        found: dict[str, Any] = {}
        for name in sorted({name for span in every for name in span.attributes}):
            values = by_value(every, name)
            if len(values) == 1:
                found[name] = json.loads(next(iter(values)))
            elif name not in asked and chosen:
                most = Counter(plain(span.attributes.get(name)) for span in chosen).most_common(1)[0][0]
                found[name] = json.loads(most)
        return {name: value for name, value in found.items() if value is not None}

    def _following(self, by: str, rule: str) -> Iterator[Relation]:
        """Yield the missing gold relations that most of the people who labelled both ends drew."""
        for question, majority in self.relations():
            if majority is None or majority >= len(question.tails) or self.answer_to(question) is not None:
                continue
            if not self.drawn(question) and not self._was_by_hand(question):
                who, tail = question.ballots[majority], question.tails[majority]
                yield self._relation(question.label, question.head, tail, who, by, rule)

    def _relation(self, label: str, head: str, tail: str, who: Voters, by: str, rule: str) -> Relation:
        gold = self._meant()
        drawn = (r for r in self._theirs if (r.label, gold.get(r.head), gold.get(r.tail)) == (label, head, tail))
        twin = next(drawn, None)
        attributes = twin.attributes if twin is not None else {}
        origin = _origin(who, by, rule)
        return Relation(
            id=new_id(), label=label, head=head, tail=tail, attributes=attributes, annotator=GOLD, origin=origin
        )


def as_edit(changes: Sequence[Change], *, by: str) -> Edit:
    """Build one edit from the changes of one or more answers; several changes of a row become one."""
    made: dict[tuple[str, str], Change] = {}
    for change in changes:
        key = key_of(change.after or change.before)  # type: ignore[arg-type]  # one of them is there
        first = made.get(key)
        made[key] = change if first is None else Change(before=first.before, after=change.after)
    kept = tuple(change for change in made.values() if change.before != change.after)
    return Edit(kind=EditKind.ADJUDICATE, annotator=by, changes=_ordered(kept))


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
