"""The columns of a CoNLL file that hold the token and the labels."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from annotator.formats.base import ReadOptions
from annotator.formats.shared.tokens.token_columns import NONE
from annotator.system.errors import FormatError

SEEN = 5_000
"""The number of rows that are read to find the columns."""

START = "-DOCSTART-"

_SHOWN = 3  # rows shown when the user is asked
_WIDEST = 60  # characters of a shown row
_NUMBER = re.compile(r"(\d+)(?:[-.]\d+)?", re.ASCII)
_PREFIXED = re.compile(r"[BILUESM][-_]\S.*", re.DOTALL)
_PHRASES = frozenset(
    "NP VP PP ADVP ADJP SBAR PRT CONJP INTJ LST UCP NC VC PC ADVC ADJC CONJC NX VX PX NML QP WHNP WHPP X".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnLayout:
    """The columns of a file, from 0: its token, and its labels, outer before inner."""

    token: int
    labels: tuple[int, ...]
    index: bool = False


def layout(rows: Sequence[Sequence[str]], options: ReadOptions, file: str) -> ColumnLayout:
    """Return the columns that the user chose, else those that the first rows show.

    Args:
        rows: The cells of the first tokens; a blank line is an empty row.
        options: The user's choice of columns.
        file: The file's name, for errors.

    Raises:
        FormatError: ``format.columns`` if the columns are not clear.
    """
    if options.columns:
        return _chosen(options.columns)
    tokens = [row for row in rows if row]
    wide = Counter(map(len, tokens)).most_common(1)[0][0] if tokens else 2
    token = 1 if wide > 2 and _counts(rows) else 0
    columns = {at: {row[at] for row in tokens if len(row) > at} for at in range(token + 1, wide)}
    labels = tuple(at for at, cells in columns.items() if _is_chunked(cells))
    labels = tuple(at for at in labels if columns[at] - NONE) or labels[-1:]
    if labels:
        labels += tuple(at for at in range(labels[-1] + 1, wide) if columns[at] == {"O"})
        return ColumnLayout(token=token, labels=labels, index=token > 0)
    last = wide - 1
    if last > token and (wide - token == 2 or columns[last] & NONE):
        return ColumnLayout(token=token, labels=(last,), index=token > 0)
    if options.unclear:
        return _chosen(options.unclear)
    cells = [[cell[:_WIDEST] for cell in row] for row in tokens[:_SHOWN]]
    raise FormatError("format.columns", file=file, rows=_quoted(tokens), cells=json.dumps(cells))


def _chosen(columns: Sequence[tuple[int, str]]) -> ColumnLayout:
    token = next((at for at, role in columns if role == "token"), 0)
    return ColumnLayout(token=token, labels=tuple(at for at, role in columns if role == "label"), index=token > 0)


def _counts(rows: Sequence[Sequence[str]]) -> bool:
    """Return whether the first column numbers the tokens of each sentence from 1."""
    before = 0
    for row in rows:
        if not row:
            before = 0
            continue
        found = _NUMBER.fullmatch(row[0])
        if found is None or not before <= int(found[1][:9]) <= before + 1:
            return False
        before = int(found[1][:9])
    return True


def _is_chunked(cells: Iterable[str]) -> bool:
    """Return whether cells are tags of names such as B-PER, not of phrases such as B-NP."""
    tags = [cell for cell in cells if cell not in NONE]
    if not all(map(_PREFIXED.fullmatch, tags)):
        return False
    return not (tags and all(tag[2:] in _PHRASES for tag in tags)) and (bool(tags) or "O" in cells)


def _quoted(rows: Sequence[Sequence[str]]) -> str:
    shown = (" | ".join(f"{at} {cell}" for at, cell in enumerate(row, 1)) for row in rows[:_SHOWN])
    return "; ".join(f"“{line if len(line) <= _WIDEST else line[: _WIDEST - 1] + '…'}”" for line in shown)
