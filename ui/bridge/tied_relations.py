"""Relations of a document as a value, indexed by head and by tail."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import overload

from annotator.model.values import Relation


class TiedRelations(Sequence[Relation]):
    """Relations in order of arrival, found by head and by tail. A changed copy shares what it can."""

    __slots__ = ("_by_head", "_by_tail", "_every")

    def __init__(self, relations: Iterable[Relation] = ()) -> None:
        self._every = {relation.id: relation for relation in relations}
        self._by_head: dict[str, tuple[Relation, ...]] = {}
        self._by_tail: dict[str, tuple[Relation, ...]] = {}
        for relation in self._every.values():
            _tie(self._by_head, relation.head, relation)
            _tie(self._by_tail, relation.tail, relation)

    def of_head(self, span: str, label: str | None = None) -> tuple[Relation, ...]:
        """Return the relations that lead from a span, all or those of a type."""
        return _labelled(self._by_head, span, label)

    def of_tail(self, span: str, label: str | None = None) -> tuple[Relation, ...]:
        """Return the relations that lead to a span, all or those of a type."""
        return _labelled(self._by_tail, span, label)

    def exchanged(self, changes: Sequence[tuple[Relation | None, Relation | None]]) -> "TiedRelations":
        """Return a copy after pairs of (before, after), in order; the relations themselves without any.

        Removing a relation that is absent does nothing.
        """
        if not changes:
            return self
        copy = TiedRelations()
        copy._every, copy._by_head, copy._by_tail = dict(self._every), dict(self._by_head), dict(self._by_tail)
        for before, after in changes:
            known = copy._every.pop(before.id, None) if before is not None else None
            if known is not None:
                _untie(copy._by_head, known.head, known)
                _untie(copy._by_tail, known.tail, known)
            if after is not None:
                copy._every[after.id] = after
                _tie(copy._by_head, after.head, after)
                _tie(copy._by_tail, after.tail, after)
        return copy

    def __len__(self) -> int:
        return len(self._every)

    def __iter__(self) -> Iterator[Relation]:
        return iter(self._every.values())

    @overload
    def __getitem__(self, index: int) -> Relation: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Relation, ...]: ...
    def __getitem__(self, index: int | slice) -> Relation | tuple[Relation, ...]:
        return tuple(self)[index]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    __hash__ = None  # type: ignore[assignment]  # as a list has none


def _labelled(by_end: Mapping[str, tuple[Relation, ...]], span: str, label: str | None) -> tuple[Relation, ...]:
    found = by_end.get(span, ())
    return found if label is None else tuple(relation for relation in found if relation.label == label)


def _tie(by_end: dict[str, tuple[Relation, ...]], span: str, relation: Relation) -> None:
    by_end[span] = (*by_end.get(span, ()), relation)


def _untie(by_end: dict[str, tuple[Relation, ...]], span: str, relation: Relation) -> None:
    kept = tuple(other for other in by_end[span] if other.id != relation.id)
    if kept:
        by_end[span] = kept
    else:
        del by_end[span]
