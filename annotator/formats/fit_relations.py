"""Selects the relations of a document that a format can hold."""

from collections.abc import Iterable, Mapping

from annotator.formats.capabilities import WITHIN, Capabilities
from annotator.formats.claims.lacking import holds_claim_relation
from annotator.formats.loss import LossKind, LossLog
from annotator.model.schema import ROLE
from annotator.model.values import Annotated, Part, Relation, Span


class RelationFitter:
    """Selects the relations of a document that a format can hold."""

    def __init__(self, annotated: Annotated, holds: Capabilities, log: LossLog) -> None:
        self._relations = annotated.relations
        self._holds = holds
        self._log = log
        self._spans = {span.id: span for span in annotated.spans}
        self._elsewhere = {far.id: far.document for far in annotated.elsewhere}
        self._document = annotated.document.id

    def fit(self, chosen: Iterable[Span], written: Iterable[Span]) -> tuple[Relation, ...]:
        """Return the relations to write, whose head is ``chosen`` for the export and ``written`` in the file."""
        heads = {span.id: span for span in chosen}
        ids = {span.id for span in written}
        kept: list[Relation] = []
        for relation in self._relations:
            if relation.head not in self._spans:
                self._log.add("relation", relation.id, relation.label, "relation_annotators")
            head = heads.get(relation.head)
            if head is None:
                continue
            lost = self._why_not if self._holds.claims is None else self._why_not_of_claim
            if reason := lost(relation, head, ids):
                self._log.add_relation(relation, head, reason, missing=self._missing(relation, ids, reason))
                continue
            if self._lacks_attributes(relation):
                self._log.add_relation(relation, head, "relation_attributes", LossKind.CHANGED)
            if relation.annotator != head.annotator and not self._holds.relation_annotators:
                self._log.add_relation(relation, head, "relation_annotator", LossKind.CHANGED)
            kept.append(relation)
        return tuple(kept)

    def _missing(self, relation: Relation, written: set[str], reason: str) -> Span | None:
        """Return the head or tail with which a relation is lost, None if it is lost for another reason."""
        if reason != "relation_end":
            return None
        return self._spans[relation.tail if relation.head in written else relation.head]

    def _why_not(self, relation: Relation, head: Span, written: set[str]) -> str | None:
        here = relation.tail in self._spans
        if not self._holds.relations:
            return "relation"
        if relation.head not in written or (here and relation.tail not in written):
            return "relation_end"
        if not here and not self._holds.across:
            return self._why_far(relation)
        tail = self._spans[relation.tail].annotator if here else relation.annotator
        differ = len({relation.annotator, head.annotator, tail}) > 1
        return "relation_annotators" if self._holds.apart and differ else None

    def _why_not_of_claim(self, relation: Relation, head: Span, written: set[str]) -> str | None:
        if relation.head not in written:
            return "relation_claim"
        if not holds_claim_relation(relation, head, self._holds):
            return "relation_kind"
        reachable = relation.label not in WITHIN and relation.tail in self._elsewhere
        return None if relation.tail in self._spans or reachable else self._why_far(relation)

    def _why_far(self, relation: Relation) -> str:
        same = self._elsewhere.get(relation.tail) == self._document
        return "relation_annotators" if same else "relation_across"

    def _lacks_attributes(self, relation: Relation) -> bool:
        if not self._holds.relation_attributes:
            return bool(relation.attributes)
        return self._holds.claims is not None and bool(relation.attributes.keys() - {ROLE})


def within_pieces(
    relations: Iterable[Relation], spans: Mapping[str, Span], pieces: tuple[Part, ...], log: LossLog
) -> tuple[Relation, ...]:
    """Return the relations whose ends are in the same piece of text, and log the others."""
    kept: list[Relation] = []
    for relation in relations:
        head, tail = spans[relation.head], spans[relation.tail]
        start, end = min(head.start, tail.start), max(head.end, tail.end)
        if any(first <= start and end <= after for first, after in pieces):
            kept.append(relation)
        else:
            log.add_relation(relation, head, "relation_piece")
    return tuple(kept)
