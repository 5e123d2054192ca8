"""Excel workbooks, written row by row: a sheet is never held in memory.

Cells that begin like a formula are marked as text, and content that no cell can hold is replaced or cut.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from annotator.formats.shared.control_characters import replace_controls

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.worksheet._write_only import WriteOnlyWorksheet

LONGEST = 32_767
"""The UTF-16 units that a cell holds."""

_MOST_ROWS = 1_048_576  # of a sheet, with its heading
_NOT_PLAIN = re.compile(r"[=+\-@\t\r#']")  # the first character of formulas, error values and hidden apostrophes
_WIDTHS = {"text": 60, "claim": 60, "quote": 60, "sentence": 60, "title": 40, "evidence": 40, "url": 30}
_NARROW = 14  # characters


def too_long(words: str) -> bool:
    """Return whether a text does not fit a cell."""
    return len(words) > LONGEST // 2 and len(words.encode("utf-16-le", "surrogatepass")) // 2 > LONGEST


class WorkbookTable:
    """A table; when its sheet is full, it continues on another sheet."""

    def __init__(self, workbook: "Workbook", name: str, columns: Iterable[str]) -> None:
        self._workbook, self._name, self._columns = workbook, name, [*columns]
        self._number, self._rows = 0, _MOST_ROWS
        self._sheet: WriteOnlyWorksheet
        self._begin()

    def add(self, row: Mapping[str, Any]) -> None:
        """Add a row; columns that it lacks stay empty."""
        if self._rows >= _MOST_ROWS:
            self._begin()
        self._rows += 1
        self._sheet.append([self._cell(row.get(name)) for name in self._columns])

    def _begin(self) -> None:
        from openpyxl.utils import get_column_letter

        self._number += 1
        self._rows = 1
        self._sheet = self._workbook.create_sheet(self._name + f" {self._number}" * (self._number > 1))
        self._sheet.freeze_panes = "A2"
        for at, name in enumerate(self._columns, 1):
            self._sheet.column_dimensions[get_column_letter(at)].width = _WIDTHS.get(name, _NARROW)
        self._sheet.append([self._heading(name) for name in self._columns])

    def _heading(self, name: str) -> "WriteOnlyCell":
        from openpyxl.cell import WriteOnlyCell
        from openpyxl.styles import Font

        cell = WriteOnlyCell(self._sheet, name)
        cell.font = Font(bold=True)
        return cell

    def _cell(self, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        words = replace_controls(value)
        if too_long(words):
            words = words.encode("utf-16-le", "surrogatepass")[: 2 * LONGEST].decode("utf-16-le", "ignore")
        return self._text(words) if _NOT_PLAIN.match(words) else words or None

    def _text(self, words: str) -> "WriteOnlyCell":
        """Return a cell that no program takes for a formula, an error or a number."""
        from openpyxl.cell import WriteOnlyCell

        cell = WriteOnlyCell(self._sheet, words)
        cell.data_type = "s"
        cell.number_format = "@"
        cell.quotePrefix = True
        return cell


@contextmanager
def workbook(path: Path) -> Iterator["Workbook"]:
    """Yield an empty workbook, and save it at the end."""
    from openpyxl import Workbook

    made = Workbook(write_only=True)
    made.properties.creator = "Spanwright"
    yield made
    made.save(path)
