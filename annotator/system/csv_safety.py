"""A guard against formula injection: cells that every spreadsheet reads as text."""

import re

_FORMULA = re.compile(r"'*[=+\-@\t\r]")  # the start of a formula, behind our apostrophes


def defused(cell: str) -> str:
    """Return a cell with an apostrophe before what a spreadsheet would take for a formula."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def restored(cell: str) -> str:
    """Return the cell that `defused` was given."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell[1:]) else cell
