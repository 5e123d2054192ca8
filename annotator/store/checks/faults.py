"""Faults in a project file, row by row."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from annotator.store.json_columns import UNREADABLE


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """A row that is not as it was stored: ``what`` says in words what is wrong."""

    table: str
    row: str
    what: str


def faults_in(
    table: str, rows: Iterable[Sequence[Any]], wrong: Callable[..., str | None], *, key: int = 1
) -> Iterator[Fault]:
    """Yield a fault for each row whose values ``wrong`` complains about.

    The first ``key`` columns name the row and are not passed to it. No row raises an error, whatever it holds.
    """
    for row in rows:
        try:
            what = wrong(*row[key:])
        except UNREADABLE as error:
            what = f"holds what cannot be read ({error})"
        if what:
            yield Fault(table=table, row=" ".join(map(str, row[:key])), what=what)
