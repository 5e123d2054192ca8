"""The rows of one article by place: which spans and suggestions touch a stretch of it."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import TypeAlias

from annotator.model import Span, Suggestion, SuggestionState

Drawn: TypeAlias = Span | Suggestion

LONG = 2000  # a row longer than this is looked up apart, so that the others can be found in a window


class RowIndex:
    """Spans and pending suggestions, found by id and by place. Offsets are code points."""

    def __init__(self, rows: Iterable[Drawn] = ()) -> None:
        drawn = [row for row in rows if is_drawn(row)]
        self._by_id = {row.id: row for row in drawn}
        self._long = [row for row in drawn if row.parts[-1][1] - row.parts[0][0] > LONG]
        far = {row.id for row in self._long}
        short = [row for row in drawn if row.id not in far] if far else drawn
        self._rows = sorted(short, key=attrgetter("parts"))
        self._starts = [row.parts[0][0] for row in self._rows]

    def __len__(self) -> int:
        return len(self._by_id)

    def get(self, row_id: str) -> Drawn | None:
        """Find a row by its id."""
        return self._by_id.get(row_id)

    def within(self, start: int, end: int) -> list[Drawn]:
        """Give the rows that share a character with the stretch, by start, the longer first."""
        low, high = bisect_left(self._starts, start - LONG), bisect_left(self._starts, end)
        found = [row for row in self._rows[low:high] if row.parts[-1][1] > start]
        found += [row for row in self._long if row.start < end and row.end > start]
        found.sort(key=lambda row: (row.start, -row.end, row.id))
        return found

    def at(self, offset: int) -> list[Drawn]:
        """Give the rows that hold the character at the offset or end there, the shortest first."""
        found = [row for row in self.within(max(0, offset - 1), offset + 1) if row.start <= offset <= row.end]
        return sorted(found, key=lambda row: (row.end - row.start, row.start, row.id))

    def add(self, row: Drawn) -> None:
        """Take a row in."""
        self._by_id[row.id] = row
        if row.end - row.start > LONG:
            self._long.append(row)
            return
        place = bisect_left(self._rows, row.parts, key=attrgetter("parts"))
        self._rows.insert(place, row)
        self._starts.insert(place, row.start)

    def remove(self, row_id: str) -> Drawn | None:
        """Take a row out and give it."""
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

    def next(self, kind: type[Drawn], key: tuple[int, int, str], step: int) -> Drawn | None:
        """Give the next (``step`` 1) or previous (-1) row of a kind, by (start, end, id), seen from ``key``."""
        near = self._nearest(kind, key, step)
        rows = [row for row in self._long if isinstance(row, kind) and _is_beyond(row, key, step)]
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
            if isinstance(row, kind) and _is_beyond(row, key, step):
                found.append(row)
        return found

    def replaced_by(self, rows: Sequence[Drawn]) -> tuple[list[Drawn], list[Drawn]]:
        """Compare with what shall be there: give the rows to take out and those to take in.

        Rows that are the same object are not looked at, so that one new row among thousands costs little.
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


def is_drawn(row: Drawn) -> bool:
    """Tell whether a row is on show: decided suggestions are not."""
    return isinstance(row, Span) or row.state is SuggestionState.PENDING


def place_of(row: Drawn) -> tuple[int, int, str]:
    """Give what rows are walked by."""
    return row.start, row.end, row.id


def _is_beyond(row: Drawn, key: tuple[int, int, str], step: int) -> bool:
    return place_of(row) > key if step > 0 else place_of(row) < key
