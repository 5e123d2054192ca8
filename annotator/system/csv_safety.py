"""Cells of tables that a spreadsheet takes for words, whatever they begin with."""

import re

_FORMULA = re.compile(r"'*[=+\-@\t\r]")  # what a spreadsheet begins a formula with, behind apostrophes of ours


def defused(cell: str) -> str:
    """Give words as a spreadsheet takes them for words: an apostrophe goes before what looks like a formula."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def restored(cell: str) -> str:
    """Give the words that `defused` was given."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell[1:]) else cell
