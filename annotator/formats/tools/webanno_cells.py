"""The cells of WebAnno TSV: stacked values, numbers of spans over several rows, and backslashes."""

import re
from dataclasses import dataclass

NONE, PLAIN = "_", "*"  # no annotation, and an annotation without a value

_STACKED = re.compile(r"(?:\\.|[^|\\])+", re.DOTALL)
_NUMBERED = re.compile(r"((?:\\.|[^\\])*?)(?:\[(\d{1,9})(?:_(\d{1,9}))?\])?", re.DOTALL)
_ESCAPED = re.compile(r"\\(->|.)", re.DOTALL)
_MEANT = {"t": "\t", "n": "\n", "r": "\r", "b": "\b", "f": "\f"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One of the values in a cell.

    ``number`` ties the rows of a span together, 0 if there is none; ``ends`` are the numbers of the spans that a
    relation joins, head and tail.
    """

    value: str
    number: int = 0
    ends: tuple[int, int] = (0, 0)


def cells(written: str) -> list[Cell]:
    """Return the stacked values of a cell. An escaped ``_`` or ``*`` keeps its backslash."""
    return [_cell(part) for part in _STACKED.findall(written)]


def unescaped(written: str) -> str:
    """Resolve backslash escapes."""
    return _ESCAPED.sub(lambda found: _MEANT.get(found[1], found[1]), written)


def _cell(part: str) -> Cell:
    found = _NUMBERED.fullmatch(part)
    if found is None:
        return Cell(value=unescaped(part))
    words = found[1] if found[1] in {"\\_", "\\*"} else unescaped(found[1])
    one, other = int(found[2] or 0), int(found[3] or 0)
    return Cell(value=words, ends=(one, other)) if found[3] else Cell(value=words, number=one)
