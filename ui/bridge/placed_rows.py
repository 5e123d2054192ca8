"""Rows of a document in document order, as an immutable value that is cheap to copy with changes."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from operator import attrgetter
from typing import Generic, TypeVar, overload

from annotator.model.values import Relation, Span, Suggestion

Key = tuple[int, int, str]
_Facts = tuple[Mapping[str, int], int]  # of a chunk: number of rows by layer, largest end
RowT = TypeVar("RowT", bound=Span | Suggestion)
_CHUNK = 256  # rows; a chunk of twice as many is split
_SHARDS = 256
_MANY = 64  # from this many changes on, rebuilding is faster


class PlacedRows(Sequence[RowT], Generic[RowT]):
    """Spans or suggestions in order of (start, end, id), found by place and by id, counted by layer.

    Rows are kept in chunks by place and in shards by id. A changed copy shares all chunks and shards except the few
    that differ.
    """

    __slots__ = ("_chunks", "_facts", "_firsts", "_length", "_shards")

    def __init__(self, rows: Iterable[RowT] = ()) -> None:
        """Store ``rows``, which must be in document order."""
        every = tuple(rows)
        shards: list[dict[str, RowT]] = [{} for _ in range(_SHARDS)]
        for row in every:
            shards[hash(row.id) % _SHARDS][row.id] = row
        self._shards: tuple[Mapping[str, RowT], ...] = tuple(shards)
        self._chunks = tuple([every[at : at + _CHUNK] for at in range(0, len(every), _CHUNK)])
        self._firsts = _firsts_of(self._chunks)
        self._facts = tuple(map(_facts_of, self._chunks))
        self._length = len(every)

    def get(self, id_: str) -> RowT | None:
        """Find a row by its id."""
        return self._shards[hash(id_) % _SHARDS].get(id_)

    def at(self, start: int, end: int) -> tuple[RowT, ...]:
        """Return the rows that start and end exactly here, in code points, end exclusive."""
        first = max(0, bisect_right(self._firsts, (start, end, "")) - 1)
        chunks = self._chunks[first : bisect_left(self._firsts, (start, end + 1, ""))]
        return tuple([row for chunk in chunks for row in chunk if row.parts[0][0] == start and row.parts[-1][1] == end])

    def touching(self, start: int, end: int) -> Iterator[RowT]:
        """Yield the rows whose hull overlaps a range, in document order.

        A row's hull goes from the start of its first part to the end of its last part, in code points, end exclusive.
        """
        last = bisect_left(self._firsts, (end, 0, ""))
        for chunk, (_, reach) in zip(self._chunks[:last], self._facts, strict=False):
            if reach > start:
                yield from [row for row in chunk if row.parts[0][0] < end and start < row.parts[-1][1]]

    def count_of(self, layer: str) -> int:
        """Count the rows of a layer."""
        return sum(counts.get(layer, 0) for counts, _ in self._facts)

    def rank(self, row: RowT) -> int:
        """Return how many rows of the same layer come before a row."""
        where = max(0, bisect_right(self._firsts, _place(row)) - 1)
        before = sum(counts.get(row.layer, 0) for counts, _ in self._facts[:where])
        chunk = self._chunks[where] if self._chunks else ()
        return before + sum(other.layer == row.layer for other in chunk[: bisect_left(chunk, _place(row), key=_place)])

    def beside(self, key: Key, layer: str, step: int) -> RowT | None:
        """Return a layer's next (``step`` 1) or previous (-1) row from a place (start, end, id), or None."""
        if not self._chunks:
            return None
        here = max(0, bisect_right(self._firsts, key) - 1)
        for where in range(here, len(self._chunks)) if step > 0 else range(here, -1, -1):
            if not self._facts[where][0].get(layer):
                continue
            rows = [row for row in self._chunks[where] if row.layer == layer and (_place(row) > key) == (step > 0)]
            found = [row for row in rows if _place(row) != key]
            if found:
                return found[0] if step > 0 else found[-1]
        return None

    def exchanged(self, changes: Sequence[tuple[RowT | None, RowT | None]]) -> "PlacedRows[RowT]":
        """Return a copy with changes applied in order. Each change is a pair (before, after).

        None as before adds a row, None as after removes one. Removing an absent row does nothing. Without changes, this
        object itself is returned.
        """
        if not changes:
            return self
        if len(changes) > _MANY:
            return self._rebuilt(changes)
        copy: PlacedRows[RowT] = PlacedRows.__new__(PlacedRows)
        shards, chunks, firsts = list(self._shards), list(self._chunks), list(self._firsts)
        for before, after in changes:
            if before is not None:
                there = shards[hash(before.id) % _SHARDS].get(before.id)
                if there is not None:
                    _put(shards, before.id, None)
                    _remove(chunks, firsts, there)
            if after is not None:
                _put(shards, after.id, after)
                _insert(chunks, firsts, after)
        known = dict(zip(map(id, self._chunks), self._facts, strict=True))
        copy._shards, copy._chunks, copy._firsts = tuple(shards), tuple(chunks), _firsts_of(chunks)
        copy._facts = tuple([known.get(id(chunk)) or _facts_of(chunk) for chunk in chunks])
        copy._length = sum(map(len, chunks))
        return copy

    def __len__(self) -> int:
        return self._length

    def __iter__(self) -> Iterator[RowT]:
        return chain.from_iterable(self._chunks)

    @overload
    def __getitem__(self, index: int) -> RowT: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[RowT, ...]: ...
    def __getitem__(self, index: int | slice) -> RowT | tuple[RowT, ...]:
        if isinstance(index, slice):
            return tuple(self)[index]
        left = index if index >= 0 else self._length + index
        for chunk in self._chunks if left >= 0 else ():
            if left < len(chunk):
                return chunk[left]
            left -= len(chunk)
        raise IndexError(index)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    __hash__ = None  # type: ignore[assignment]  # as a list has none

    def _rebuilt(self, changes: Iterable[tuple[RowT | None, RowT | None]]) -> "PlacedRows[RowT]":
        rows = {row.id: row for row in self}
        for before, after in changes:
            if before is not None:
                rows.pop(before.id, None)
            if after is not None:
                rows[after.id] = after
        return PlacedRows(sorted(rows.values(), key=_place))


def _firsts_of(chunks: Iterable[Sequence[Span | Suggestion]]) -> tuple[Key, ...]:
    return tuple([_place(chunk[0]) for chunk in chunks])


def _facts_of(chunk: Iterable[Span | Suggestion]) -> _Facts:
    rows = tuple(chunk)
    return Counter(map(attrgetter("layer"), rows)), max([row.parts[-1][1] for row in rows])


def _place(row: Span | Suggestion) -> Key:
    return row.parts[0][0], row.parts[-1][1], row.id


def _put(shards: list[Mapping[str, RowT]], id_: str, row: RowT | None) -> None:
    shard = dict(shards[hash(id_) % _SHARDS])
    shard.pop(id_, None)
    if row is not None:
        shard[id_] = row
    shards[hash(id_) % _SHARDS] = shard


def _remove(chunks: list[tuple[RowT, ...]], firsts: list[Key], row: RowT) -> None:
    where = max(0, bisect_right(firsts, _place(row)) - 1)
    chunk = chunks[where]
    at = bisect_left(chunk, _place(row), key=_place)
    chunks[where] = chunk[:at] + chunk[at + 1 :]
    if not chunks[where]:
        del chunks[where], firsts[where]


def _insert(chunks: list[tuple[RowT, ...]], firsts: list[Key], row: RowT) -> None:
    where = max(0, bisect_right(firsts, _place(row)) - 1)
    chunk = chunks[where] if chunks else ()
    at = bisect_left(chunk, _place(row), key=_place)
    grown = (*chunk[:at], row, *chunk[at:])
    parted = [grown] if len(grown) < 2 * _CHUNK else [grown[:_CHUNK], grown[_CHUNK:]]
    chunks[where : where + 1] = parted
    firsts[where : where + 1] = [_place(part[0]) for part in parted]


class TiedRelations(Sequence[Relation]):
    """Relations in the order of their arrival, found by head and by tail. A changed copy shares what stays the same."""

    __slots__ = ("_by_head", "_by_tail", "_every")

    def __init__(self, relations: Iterable[Relation] = ()) -> None:
        self._every = {relation.id: relation for relation in relations}
        self._by_head: dict[str, tuple[Relation, ...]] = {}
        self._by_tail: dict[str, tuple[Relation, ...]] = {}
        for relation in self._every.values():
            _tie(self._by_head, relation.head, relation)
            _tie(self._by_tail, relation.tail, relation)

    def of_head(self, span: str, label: str | None = None) -> tuple[Relation, ...]:
        """Return the relations that lead from a span: all, or only those of type ``label``."""
        found = self._by_head.get(span, ())
        return found if label is None else tuple(relation for relation in found if relation.label == label)

    def of_tail(self, span: str) -> tuple[Relation, ...]:
        """Return the relations that lead to a span."""
        return self._by_tail.get(span, ())

    def exchanged(self, changes: Sequence[tuple[Relation | None, Relation | None]]) -> "TiedRelations":
        """Return a copy with changes applied in order. Each change is a pair (before, after).

        None as before adds a relation, None as after removes one. Removing an absent relation does nothing. Without
        changes, this object itself is returned.
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


def _tie(by_end: dict[str, tuple[Relation, ...]], span: str, relation: Relation) -> None:
    by_end[span] = (*by_end.get(span, ()), relation)


def _untie(by_end: dict[str, tuple[Relation, ...]], span: str, relation: Relation) -> None:
    kept = tuple(other for other in by_end[span] if other.id != relation.id)
    if kept:
        by_end[span] = kept
    else:
        del by_end[span]
