"""Caret and selection of an article as values: their positions, and moves over text and tokens. No geometry."""

from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from annotator.model.compounds import piece_at, pieces, stretch_of, without_joints
from annotator.model.values import Part
from annotator.text import sentences
from annotator.text.tokens import Tokens, trim
from ui.article.layout.blocks import Block, BlockKind, grapheme_step


class Snapping(StrEnum):
    """The unit that a selection widens to."""

    TOKEN = "token"  # noqa: S105  # a word, nothing secret
    SENTENCE = "sentence"
    CHARACTER = "character"


class Caret(NamedTuple):
    """Caret position and selection anchor.

    ``exact`` turns off snapping; ``x`` is the column in pixels that Up and Down keep to.

    ``by_parts`` selects a part of a hyphenated word, if the selection touches no other part.
    """

    position: int = 0
    anchor: int = 0
    exact: bool = False
    x: float | None = None
    by_parts: bool = False

    @property
    def selected(self) -> Part:
        """The selection before it is widened to whole units, start first."""
        return min(self.anchor, self.position), max(self.anchor, self.position)

    @property
    def empty(self) -> bool:
        """Whether nothing is selected."""
        return self.anchor == self.position

    def to(self, position: int, *, extend: bool = False, x: float | None = None) -> "Caret":
        """Return a caret at another position; ``extend`` keeps the anchor, so that the selection grows."""
        return Caret(position, self.anchor if extend else position, self.exact and extend, x)


@dataclass(frozen=True)
class Words:
    """The text that a caret moves in, with its tokens and blocks."""

    text: str
    tokens: Tokens
    blocks: tuple[Block, ...]

    @cached_property
    def _sentences(self) -> dict[int, list[Part]]:
        return {}

    def taken(self, caret: Caret, snapping: Snapping = Snapping.TOKEN) -> Part:
        """Return the selection widened to whole units and trimmed of white space; an empty part if there is none."""
        start, end = trim(self.text, *caret.selected)
        if start == end:
            return caret.position, caret.position
        if caret.exact or snapping is Snapping.CHARACTER:
            return start, end
        if snapping is Snapping.SENTENCE:
            return self._around(start, end, self._block_at(start)) or (start, end)
        if not caret.by_parts:
            return self.tokens.snap(start, end) or (start, end)
        part = self._part_of_word(start, end) or self.tokens.snap(start, end) or (start, end)
        return without_joints(self.text, *part)

    def character(self, offset: int, step: int) -> int:
        """Return the next (``step`` 1) or previous (-1) grapheme boundary."""
        return grapheme_step(self.text, offset, step)

    def token(self, offset: int, step: int) -> int:
        """Return the start of the next (``step`` 1) or previous (-1) token, or the text's end in that direction."""
        found = self.tokens.next_start(offset) if step > 0 else self.tokens.previous_start(offset)
        return found if found is not None else (len(self.text) if step > 0 else 0)

    def sentence(self, offset: int, step: int, block: int) -> int:
        """Return the start of the next (``step`` 1) or previous (-1) sentence, or the text's end in that direction.

        ``block`` is the index of a block near the offset.
        """
        index = self._block_of(offset, block)
        while 0 <= index < len(self.blocks):
            starts = [start for start, _ in self._sentences_of(index) if (start - offset) * step > 0]
            if starts:
                return min(starts) if step > 0 else max(starts)
            index += step
        return len(self.text) if step > 0 else 0

    def paragraph(self, offset: int, step: int, block: int) -> int:
        """Return the start of the next (``step`` 1) or previous (-1) paragraph, or the text's end in that direction.

        ``block`` is the index of a block near the offset.
        """
        index = self._block_of(offset, block)
        while 0 <= index < len(self.blocks):
            found = self.blocks[index]
            if found.opens and found.kind is not BlockKind.BLANK and (found.start - offset) * step > 0:
                return found.start
            index += step
        return len(self.text) if step > 0 else 0

    def word_part_at(self, offset: int, after: Part | None = None) -> Part | None:
        """Return the part of a compound at an offset, or with ``after`` the part that follows it, wrapping around."""
        word = self.tokens.at(offset)
        if word is None:
            return None
        start, end = word
        found = [(start + low, start + high) for low, high in pieces(self.text[start:end])]
        if after in found:
            return found[(found.index(after) + 1) % len(found)]
        piece = piece_at(self.text[start:end], offset - start)
        return (start + piece[0], start + piece[1]) if piece is not None else word

    def sentence_at(self, block: int, offset: int) -> Part | None:
        """Return the sentence of a block at an offset; in white space, the last sentence before it.

        On a blank line, return the first sentence after it.
        """
        if self.blocks[block].kind is BlockKind.BLANK:
            below = (
                index for index in range(block, len(self.blocks)) if self.blocks[index].kind is not BlockKind.BLANK
            )
            return next(iter(self._sentences_of(next(below, block))), None)
        found = self._sentences_of(block)
        return sentences.at(found, offset) or next((part for part in reversed(found) if part[0] <= offset), None)

    def by_token(self, caret: Caret, step: int) -> Caret:
        """Return the selection with its end moved one token later (1) or earlier (-1).

        Without a selection, the token at the caret is selected.
        """
        if caret.empty:
            found = self.tokens.at(caret.position) or self.tokens.snap(caret.position, len(self.text))
            return Caret(found[1], found[0]) if found else caret
        start, end = self.taken(caret)
        moved = self.tokens.next_end(end) if step > 0 else self.tokens.previous_end(end)
        return Caret(end if moved is None or moved <= start else moved, start)

    def by_sentence(self, caret: Caret, step: int, block: int) -> Caret:
        """Widen the selection to whole sentences; if it is that already, add one to the right (1) or left (-1).

        ``block`` is the index of the caret's block.
        """
        start, end = self.taken(caret)
        whole = self._around(start, end, block)
        if whole is None:
            return caret
        if whole != (start, end):
            return _directed(*whole, step)
        beyond = self._neighbour(end, 1, block) if step > 0 else self._neighbour(start, -1, block)
        return _directed(min(start, beyond[0]), max(end, beyond[1]), step) if beyond else _directed(start, end, step)

    def to_sentence_end(self, caret: Caret, step: int, block: int) -> Caret:
        """Return the selection with its end moved one sentence later (1) or earlier (-1).

        Without a selection, the sentence at the caret is selected.
        """
        if caret.empty:
            found = self.sentence_at(self._block_of(caret.position, block), caret.position)
            return Caret(found[1], found[0], exact=True) if found else caret
        start, end = self.taken(caret)
        index = self._block_of(end, block)
        while 0 <= index < len(self.blocks):
            ends = [stop for _, stop in self._sentences_of(index) if (stop - end) * step > 0 and stop > start]
            if ends:
                return Caret(min(ends) if step > 0 else max(ends), start, exact=True)
            index += step
            if step < 0 and index >= 0 and self.blocks[index].end <= start:
                break
        return Caret(end, start, exact=True)

    def _sentences_of(self, block: int) -> list[Part]:
        found = self._sentences.get(block)
        if found is None:
            low = self.blocks[block].start
            parts = sentences.split(self.text[low : self.blocks[block].end])
            found = self._sentences[block] = [(low + start, low + end) for start, end in parts]
        return found

    def _part_of_word(self, start: int, end: int) -> Part | None:
        """Return the part of a hyphenated word that a selection within the word touches; None if it touches all."""
        word = self.tokens.snap(start, end)
        if word is None or self.tokens.at(word[0]) != word:
            return None
        found = stretch_of(self.text[slice(*word)], start - word[0], end - word[0])
        return (word[0] + found[0], word[0] + found[1]) if found is not None else None

    def _around(self, start: int, end: int, block: int) -> Part | None:
        first, last = self.sentence_at(self._block_of(start, block), start), None
        if end > start:
            last = self.sentence_at(self._block_of(end, block), max(start, end - 1))
        return (first[0], max(first[1], (last or first)[1])) if first else None

    def _block_at(self, offset: int) -> int:
        return max(0, bisect_right(self.blocks, offset, key=lambda block: block.start) - 1)

    def _block_of(self, offset: int, near: int) -> int:
        block = near
        while block > 0 and self.blocks[block].start > offset:
            block -= 1
        while block + 1 < len(self.blocks) and self.blocks[block + 1].start <= offset:
            block += 1
        return block

    def _neighbour(self, edge: int, step: int, near: int) -> Part | None:
        block = self._block_of(edge, near)
        while 0 <= block < len(self.blocks):
            found = self._sentences_of(block)
            beyond = [part for part in found if (part[0] >= edge if step > 0 else part[1] <= edge)]
            if beyond:
                return beyond[0] if step > 0 else beyond[-1]
            block += step
        return None


def _directed(start: int, end: int, step: int) -> Caret:
    return Caret(end, start, exact=True) if step > 0 else Caret(start, end, exact=True)
