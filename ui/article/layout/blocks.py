"""An article cut into blocks that can be laid out one by one, and the running sum of their heights."""

from collections.abc import Sequence
from enum import Enum, auto
from typing import NamedTuple

from PySide6.QtCore import QTextBoundaryFinder

from annotator.text.offsets import OffsetMap

LONGEST = 5000  # laying out 100,000 characters in one QTextLayout costs several frames
_PIECE = (1800, 3000)  # about two screens: a jump lays out a whole piece
_BEGINNING = 1000  # characters in which a title is looked for
_LOST = ("\ufeff", "\ufffe")


class BlockKind(Enum):
    """Kind of a block, which decides its style."""

    HEADLINE = auto()
    BODY = auto()
    BLANK = auto()


class Block(NamedTuple):
    """A paragraph, or a piece of a very long one, in code points without the line feed.

    ``opens`` and ``closes`` are whether the paragraph begins and ends in this block.
    """

    start: int
    end: int
    kind: BlockKind
    opens: bool = True
    closes: bool = True


def cut(text: str, title: str) -> list[Block]:
    """Cut a text at line feeds, and very long paragraphs at pauses; the paragraph that is the title is the headline."""
    blocks: list[Block] = []
    title, start, headline_found = title.strip(), 0, False
    for paragraph in text.split("\n"):
        end = start + len(paragraph)
        if len(paragraph) > LONGEST:
            blocks.extend(_pieces(text, start, end))
        elif not paragraph or paragraph.isspace():
            blocks.append(Block(start, end, BlockKind.BLANK))
        else:
            is_headline = not headline_found and bool(title) and paragraph.strip() == title
            headline_found = headline_found or is_headline
            blocks.append(Block(start, end, BlockKind.HEADLINE if is_headline else BlockKind.BODY))
        start = end + 1
    return blocks


def heading_of(text: str, title: str, blocks: Sequence[Block]) -> str:
    """Return the title if it is to be shown above the text, which does not have it; else ""."""
    title = " ".join(title.split())
    if any(block.kind is BlockKind.HEADLINE for block in blocks):
        return ""
    begins = " ".join(text[:_BEGINNING].split()).casefold()
    return "" if begins.startswith(title.rstrip("….").casefold()) else title


def for_qt(text: str) -> str:
    """Return a text of the same length that survives conversion into a QString.

    The conversion (Qt 6.11) drops a leading U+FEFF, and a leading U+FFFE swaps all bytes.
    """
    return "\u2060" + text[1:] if text[:1] in _LOST else text


def grapheme_step(text: str, offset: int, step: int) -> int:
    """Return the next (``step`` 1) or previous (-1) grapheme boundary."""
    reach = 64 if text[max(0, offset - 64) : offset + 64].isascii() else 512
    low, high = max(0, offset - reach), min(len(text), offset + reach)
    part = text[low:high]
    offsets = OffsetMap(part)
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Grapheme, for_qt(part))
    finder.setPosition(offsets.to_utf16(offset - low))
    found = finder.toNextBoundary() if step > 0 else finder.toPreviousBoundary()
    if found < 0:
        return high if step > 0 else low
    return low + offsets.to_code_point(found)


class Heights:
    """Heights of many blocks as a Fenwick tree: any sum, any change and the block at a height in O(log n)."""

    def __init__(self, heights: list[int]) -> None:
        self._heights = heights
        self._tree = [0, *heights]
        for i in range(1, len(self._tree)):
            parent = i + (i & -i)
            if parent < len(self._tree):
                self._tree[parent] += self._tree[i]

    def copy(self) -> "Heights":
        """Return an independent copy."""
        return Heights(list(self._heights))

    def __getitem__(self, index: int) -> int:
        return self._heights[index]

    def top(self, index: int) -> int:
        """Return the sum of all heights before a block."""
        total = 0
        while index > 0:
            total += self._tree[index]
            index -= index & -index
        return total

    def total(self) -> int:
        """Return the sum of all heights."""
        return self.top(len(self._heights))

    def change(self, index: int, height: int) -> int:
        """Set the height of a block; return the difference from its previous height."""
        difference = height - self._heights[index]
        if difference:
            self._heights[index] = height
            place = index + 1
            while place < len(self._tree):
                self._tree[place] += difference
                place += place & -place
        return difference

    def find(self, height: int) -> int:
        """Return the index of the block at a height; heights outside give the first or the last block."""
        index, bit = 0, 1 << len(self._heights).bit_length()
        while bit:
            step = index + bit
            if step < len(self._tree) and self._tree[step] <= height:
                index = step
                height -= self._tree[step]
            bit >>= 1
        return min(index, len(self._heights) - 1)


def _pieces(text: str, start: int, end: int) -> list[Block]:
    pieces: list[Block] = []
    place = start
    shortest, longest = _PIECE
    while end - place > longest:
        stop = _pause(text, place + shortest, place + longest)
        pieces.append(Block(place, stop, BlockKind.BODY, opens=place == start, closes=False))
        place = stop
    pieces.append(Block(place, end, BlockKind.BODY, opens=place == start))
    return pieces


def _pause(text: str, low: int, high: int) -> int:
    for pause in (". ", "! ", "? ", "\u2028", " "):
        found = text.rfind(pause, low, high)
        if found >= 0:
            return found + len(pause)
    return grapheme_step(text, high, -1)
