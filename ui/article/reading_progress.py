"""Reading progress of an article, sentence by sentence: computed block by block, and again only where rows change."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from time import perf_counter

from annotator.model.sentence_states import SentenceState, Stretches, states
from annotator.model.values import Document, Part
from annotator.text.sentences import split
from ui.article.layout.blocks import Block, Kind
from ui.article.layout.row_index import RowIndex

Sentence = tuple[Part, SentenceState]


class Progress:
    """States of sentences: unread, empty or labelled. Page furniture has none. Offsets are code points."""

    def __init__(self, document: Document, blocks: Sequence[Block], rows: RowIndex, marks: Iterable[Part]) -> None:
        self._text = document.text
        self._blocks = blocks
        self._rows = rows
        self._excluded = Stretches(document.excluded)
        self._starts = [block.start for block in blocks]
        self._marks: defaultdict[int, set[Part]] = defaultdict(set)  # by block
        for mark in marks:
            self._toggle(mark)
        self._sentences: dict[int, list[Part]] = {}
        self._found: dict[int, list[Sentence]] = {}
        self._before: dict[int, list[Sentence]] = {}  # results of dropped blocks
        self._next = 0  # blocks before this index were computed at least once
        self._changed: set[int] = set()  # indices of dropped blocks
        self.read = self.total = 0  # sentences in the computed blocks

    def of(self, index: int) -> list[Sentence]:
        """Return the sentences of a block with their states, in order."""
        found = self._found.get(index)
        if found is None:
            found = self._found[index] = self._states_of(index)
            self._count(found, 1)
        return found

    def drop(self, indices: Iterable[int]) -> None:
        """Drop the states of blocks whose rows or marks changed."""
        for index in indices:
            found = self._found.pop(index, None)
            if found is not None:
                self._count(found, -1)
                self._changed.add(index)
                self._before[index] = found

    def differs(self, index: int) -> bool:
        """Return whether the sentences or states of a dropped block differ from before."""
        return self._before.get(index) != self.of(index)

    def toggle(self, marks: Iterable[Part]) -> set[int]:
        """Toggle marks; return the blocks that look different."""
        blocks = {block for mark in marks for block in self._toggle(mark)}
        self.drop(blocks)
        return blocks

    def compute_for(self, seconds: float) -> bool:
        """Compute more blocks for some seconds; return whether all are done."""
        until = perf_counter() + seconds
        while perf_counter() < until:
            if self._changed:
                self.of(self._changed.pop())
            elif self._next < len(self._blocks):
                self.of(self._next)
                self._next += 1
            else:
                return True
        return False

    def touched(self, start: int, end: int, first: int) -> list[Sentence]:
        """Return the sentences that a stretch overlaps or touches; ``first`` is the block of its start."""
        found: list[Sentence] = []
        index = first
        while index < len(self._blocks) and self._blocks[index].start <= end:
            found += [entry for entry in self.of(index) if entry[0][0] <= end and start <= entry[0][1]]
            index += 1
        return found

    def beside(self, offset: int, step: int, block: int) -> Part | None:
        """Return the next (``step`` 1) or previous (-1) sentence, seen from an offset; ``block`` is its block."""
        index = block
        while 0 <= index < len(self._blocks):
            found = [part for part, _ in self.of(index) if (part[0] - offset) * step > 0]
            if found:
                return found[0] if step > 0 else found[-1]
            index += step
        return None

    def _states_of(self, index: int) -> list[Sentence]:
        block = self._blocks[index]
        sentences = self._sentences.get(index)
        if sentences is None:
            sentences = self._sentences[index] = self._split(block)
        if not sentences:
            return []
        labelled = (part for row in self._rows.spans_within(block.start, block.end) for part in row.parts)
        return list(zip(sentences, states(sentences, labelled, self._marks.get(index, ())), strict=True))

    def _toggle(self, mark: Part) -> range:
        start, end = mark
        blocks = range(max(0, bisect_right(self._starts, start) - 1), bisect_right(self._starts, end - 1))
        for block in blocks:
            self._marks[block] ^= {mark}
        return blocks

    def _split(self, block: Block) -> list[Part]:
        if block.kind is Kind.BLANK:
            return []
        found = ((block.start + s, block.start + e) for s, e in split(self._text[block.start : block.end]))
        return [(start, end) for start, end in found if not self._excluded.touch(start, end)]

    def _count(self, found: Sequence[Sentence], step: int) -> None:
        self.total += step * len(found)
        self.read += step * sum(state is not SentenceState.UNREAD for _, state in found)
