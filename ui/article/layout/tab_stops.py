"""Tab stops that align the columns of a table pasted with tabs."""

from collections.abc import Iterator, Sequence
from itertools import accumulate, takewhile, zip_longest

from PySide6.QtGui import QFontMetricsF

from ui.article.layout.blocks import Block
from ui.article.layout.span_picture import Style

_NEAR = 100  # rows above and below that are measured
_LONGEST = 80  # measured characters of a cell
_GAPS = 12, 24  # pixels between columns, at least and at most
_SHARE = 0.85  # of the width, at most, up to the last column


class TabStops:
    """The tab stops of an article's blocks. Rows of one table share theirs, so that its columns are aligned."""

    def __init__(self, text: str, blocks: Sequence[Block]) -> None:
        self._text = text
        self._blocks = blocks
        self._found: dict[int, Sequence[float]] = {}

    def of(self, index: int, style: Style) -> Sequence[float]:
        """Return the tab stops of a block in pixels; none if it has no tab."""
        if index not in self._found and len(self._cells(index)) > 1:
            beside = self._found.get(index - 1) or self._found.get(index + 1)
            self._found[index] = beside or _stops(list(self._rows(index)), style)
        return self._found.get(index, ())

    def _cells(self, index: int) -> list[str]:
        block = self._blocks[index]
        return self._text[block.start : block.end].split("\t")

    def _rows(self, index: int) -> Iterator[list[str]]:
        """Yield the cells of the rows around a block, up to the nearest blocks without a tab."""
        above = range(index, max(-1, index - _NEAR), -1)
        below = range(index + 1, min(len(self._blocks), index + _NEAR))
        for side in (above, below):
            yield from takewhile(lambda cells: len(cells) > 1, map(self._cells, side))


def _stops(rows: Sequence[list[str]], style: Style) -> list[float]:
    measure = QFontMetricsF(style.font).horizontalAdvance
    columns = zip_longest(*rows, fillvalue="")
    widths = [min(style.width / 2, max(measure(cell[:_LONGEST]) for cell in cells)) for cells in columns]
    least, most = _GAPS
    gap = min(most, max(least, (style.width - sum(widths)) / (len(widths) - 1)))
    stops = list(accumulate(width + gap for width in widths[:-1]))
    fitting = min(1.0, _SHARE * style.width / stops[-1])
    return [stop * fitting for stop in stops]
