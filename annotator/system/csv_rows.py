"""The rows of a table separated by commas or similar characters."""

import csv
import io
from collections.abc import Iterator

from annotator.system.whole_files import Broken

LONGEST_CELL = 1 << 26  # characters


def csv_rows(text: str, delimiter: str, *, whole: bool = True) -> Iterator[tuple[int, list[str]]]:
    """Yield each row with the line on which it begins, from 1; a row may have several lines.

    Raises:
        Broken: `csv` refuses a row, or a quotation mark is never closed in a ``whole`` text.
    """
    csv.field_size_limit(LONGEST_CELL)
    ended = False

    def lines() -> Iterator[str]:
        nonlocal ended
        yield from io.StringIO(text, newline="")
        ended = True

    rows = csv.reader(lines(), delimiter=delimiter)
    line = 1
    try:
        for cells in rows:
            if ended and whole:  # `csv.reader` says nothing, and takes all that follows the mark for one cell
                raise Broken(f"line {line}: a quotation mark is never closed")
            yield line, cells
            line = rows.line_num + 1
    except csv.Error as error:
        raise Broken(f"line {line}: {error}") from None
