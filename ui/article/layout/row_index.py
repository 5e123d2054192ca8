"""The rows of one article by place: it finds the spans and suggestions that touch a stretch of text."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import NamedTuple, TypeAlias

from annotator.model.values import Span, Suggestion, SuggestionState
from annotator.suggest.tiers import SuggestionFilter

Drawn: TypeAlias = Span | Suggestion

MANY = 200  # from this many rows on, sorting all of them again is quicker
LONG = 2000  # code points; longer rows are kept apart, so that the others are found near their starts


class ShownRows(NamedTuple):
    """The choice of rows to show. ``names`` shows the label names above the text.

    ``cards`` makes room beside the text for a card of each claim. ``worth`` marks sentences worth checking. ``wanted``
    is the filter of the suggestion list; None lets all suggestions through.
    """

    hidden: frozenset[str] = frozenset()  # layers
    suggestions: bool = True
    names: bool = True
    cards: bool = False
    worth: bool = False
    wanted: SuggestionFilter | None = None

    def holds(self, row: Drawn, text: str) -> bool:
        """Return whether a row is shown; ``text`` is the text of its article."""
        if row.layer in self.hidden or isinstance(row, Span):
            return row.layer not in self.hidden
        return self.suggestions and (self.wanted is None or self.wanted.admits_in(row, text))


EVERYTHING = ShownRows()


class RowIndex:
    """Spans and pending suggestions, found by id and by place. Offsets are code points.

    Rows that are not ``shown`` are kept, but only `held` and `spans_within` return them.
    """

    def __init__(self, rows: Iterable[Drawn] = (), shown: ShownRows = EVERYTHING, text: str = "") -> None:
        self.shown = shown
        self._text = text
        drawn = [row for row in rows if is_drawn(row)]
        self._by_id = {row.id: row for row in drawn}
        self._rows, self._long = _by_place(drawn)
        self._starts = [row.parts[0][0] for row in self._rows]

    def __len__(self) -> int:
        return len(self._by_id)

    def shows(self, row: Drawn) -> bool:
        """Return whether a row is shown."""
        return self.shown.holds(row, self._text)

    def get(self, row_id: str) -> Drawn | None:
        """Return the shown row with this id, or None."""
        row = self._by_id.get(row_id)
        return row if row is not None and self.shown.holds(row, self._text) else None

    def held(self, row_id: str) -> Drawn | None:
        """Return the row with this id, shown or not, or None."""
        return self._by_id.get(row_id)

    def within(self, start: int, end: int) -> list[Drawn]:
        """Return the shown rows that share a character with a stretch, by start, the longer ones first."""
        found = [row for row in self._touching(start, end) if self.shown.holds(row, self._text)]
        found.sort(key=lambda row: (row.parts[0][0], -row.parts[-1][1], row.id))
        return found

    def starting(self, start: int, end: int, most: int) -> list[Drawn]:
        """Return shown rows that start in a stretch: the first ``most`` of them, and all long ones."""
        low, high = bisect_left(self._starts, start), bisect_left(self._starts, end)
        rows = self._rows[low : min(high, low + most)]
        rows += [row for row in self._long if start <= row.start < end]
        return [row for row in rows if self.shows(row)]

    def spans_within(self, start: int, end: int) -> list[Span]:
        """Return the spans that share a character with a stretch, shown or not."""
        return [row for row in self._touching(start, end) if isinstance(row, Span)]

    def _touching(self, start: int, end: int) -> list[Drawn]:
        low, high = bisect_left(self._starts, start - LONG), bisect_left(self._starts, end)
        found = [row for row in self._rows[low:high] if row.parts[-1][1] > start]
        return found + [row for row in self._long if row.start < end and row.end > start] if self._long else found

    def at(self, offset: int) -> list[Drawn]:
        """Return the shown rows that contain an offset or end there, the shortest first."""
        near = self.within(max(0, offset - 1), offset + 1)
        found = [row for row in near if any(start <= offset <= end for start, end in row.parts)]
        return sorted(found, key=lambda row: (row.parts[-1][1] - row.parts[0][0], row.parts[0][0], row.id))

    def add(self, row: Drawn) -> None:
        """Insert a row."""
        self._by_id[row.id] = row
        start = row.parts[0][0]
        if row.parts[-1][1] - start > LONG:
            self._long.append(row)
            return
        place = bisect_left(self._rows, row.parts, key=attrgetter("parts"))
        self._rows.insert(place, row)
        self._starts.insert(place, start)

    def remove(self, row_id: str) -> Drawn | None:
        """Remove a row and return it; None if it is not there."""
        row = self._by_id.pop(row_id, None)
        if row is None:
            return None
        if row.end - row.start > LONG:
            self._long.remove(row)
            return row
        place = bisect_left(self._rows, row.parts, key=attrgetter("parts"))
        while self._rows[place].id != row_id:
            place += 1
        del self._rows[place], self._starts[place]
        return row

    def exchange(self, gone: Sequence[Drawn], new: Sequence[Drawn]) -> None:
        """Remove rows and insert others; if there are more than `MANY`, all rows are sorted again."""
        if len(gone) + len(new) > MANY:
            for row in gone:
                self._by_id.pop(row.id, None)
            self._by_id.update((row.id, row) for row in new)
            self._rows, self._long = _by_place(tuple(self._by_id.values()))
            self._starts = [row.parts[0][0] for row in self._rows]
            return
        for row in gone:
            self.remove(row.id)
        for row in new:
            self.add(row)

    def next(self, kind: type[Drawn], key: tuple[int, int, str], step: int) -> Drawn | None:
        """Return the next (``step`` 1) or previous (-1) row of a kind, seen from the place ``key`` (start, end, id)."""
        near = self._nearest(kind, key, step)
        rows = [row for row in self._long if self._is_wanted(row, kind, key, step)]
        return (min if step > 0 else max)([*near, *rows], key=place_of, default=None)

    def _nearest(self, kind: type[Drawn], key: tuple[int, int, str], step: int) -> list[Drawn]:
        places = (
            range(bisect_left(self._starts, key[0]), len(self._rows))
            if step > 0
            else range(bisect_left(self._starts, key[0] + 1) - 1, -1, -1)
        )
        found: list[Drawn] = []
        for place in places:
            if found and self._starts[place] != found[0].start:
                break
            row = self._rows[place]
            if self._is_wanted(row, kind, key, step):
                found.append(row)
        return found

    def _is_wanted(self, row: Drawn, kind: type[Drawn], key: tuple[int, int, str], step: int) -> bool:
        beyond = place_of(row) > key if step > 0 else place_of(row) < key
        return beyond and isinstance(row, kind) and self.shows(row)

    def replaced_by(self, rows: Sequence[Drawn]) -> tuple[list[Drawn], list[Drawn]]:
        """Return the rows to remove and the rows to insert, so that the index has exactly ``rows``.

        Identical objects are skipped, so that one new row among thousands costs little.
        """
        shown = set(map(id, self._by_id.values()))
        wanted = set(map(id, rows))
        gone = {row.id: row for row in self._by_id.values() if id(row) not in wanted}
        new = {row.id: row for row in rows if id(row) not in shown and is_drawn(row)}
        same = {row_id for row_id, row in new.items() if gone.get(row_id) == row}
        return (
            [row for row_id, row in gone.items() if row_id not in same],
            [row for row_id, row in new.items() if row_id not in same],
        )


def _by_place(drawn: Sequence[Drawn]) -> tuple[list[Drawn], list[Drawn]]:
    """Return the short rows sorted by their parts, and the rows longer than `LONG`."""
    long = [row for row in drawn if row.parts[-1][1] - row.parts[0][0] > LONG]
    apart = {row.id for row in long}
    return sorted((row for row in drawn if row.id not in apart), key=attrgetter("parts")), long


def is_drawn(row: Drawn) -> bool:
    """Return whether a row is drawn at all; decided suggestions are not drawn."""
    return isinstance(row, Span) or row.state is SuggestionState.PENDING


def place_of(row: Drawn) -> tuple[int, int, str]:
    """Return the key (start, end, id) that gives rows their order."""
    return row.start, row.end, row.id
