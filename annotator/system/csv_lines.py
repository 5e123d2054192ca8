"""The lines of a table as text, for `csv.reader`."""

import io
from collections.abc import Iterator

from annotator.system.whole_files import Broken


class EndingLines:
    """Yields the lines of a text, and knows whether they have ended.

    If a quotation mark is never closed, `csv.reader` takes all that follows for one cell, and says nothing.
    """

    def __init__(self, text: str) -> None:
        self._lines = io.StringIO(text, newline="")
        self._ended = False

    def __iter__(self) -> Iterator[str]:
        yield from self._lines
        self._ended = True

    def refuse_open_quote(self, line: int) -> None:
        """Raise if the row that was just read, which begins on this line, ended only because the text did.

        Raises:
            Broken: A quotation mark is never closed.
        """
        if self._ended:
            raise Broken(f"line {line}: a quotation mark is never closed")
