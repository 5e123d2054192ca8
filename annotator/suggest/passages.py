"""Splitting a document into the passages that a model reads: paragraphs without page furniture.

The credit of a picture is never read, even in a project that keeps page furniture.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate

from annotator.model.values import Document, Part
from annotator.text import sentences
from annotator.text.parts import Cover
from annotator.text.tokens import trim

LONGEST = 5_000  # characters of a paragraph that are read together
_BREAK = re.compile("[\n\u2028\u2029]")  # what ends a paragraph
_JOINT = "\n"
_CREDIT = re.compile(  # "Foto: Anna Berg/dpa"
    r"(?:symbol|titel|archiv)?(?:bild(?:er)?|fotos?|photos?|images?|pictures?)\s?:\s*[^.!?]{1,50}", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Paragraphs of a document that are read together.

    ``text`` is the paragraphs joined with line breaks. ``parts`` are their ranges in the document, ``starts`` their
    offsets in ``text``.
    """

    text: str
    parts: tuple[Part, ...]
    starts: tuple[int, ...]

    def place(self, start: int, end: int) -> Part | None:
        """Return the range in the document of a range of ``text``, or None if only white space is left.

        The range is trimmed, and cut at the end of the paragraph in which it starts, since no name crosses paragraphs.
        """
        index = bisect_right(self.starts, start) - 1
        first, last = self.parts[index]
        shift = first - self.starts[index]
        start, end = trim(self.text, start, min(end, last - shift))
        return (start + shift, end + shift) if start < end else None


def passages(document: Document, *, together: int = 0) -> list[Passage]:
    """Return the passages of a document, in text order.

    Args:
        document: The document; its excluded parts are left out.
        together: The most characters of a passage with several paragraphs; 0 for one paragraph per passage.
    """
    text = document.text
    found: list[Passage] = []
    group: list[Part] = []
    size = 0
    for part in paragraphs(text, document.excluded):
        length = part[1] - part[0]
        if group and size + length > together:
            found.append(_joined(text, group))
            group, size = [], 0
        group.append(part)
        size += length + len(_JOINT)
    if group:
        found.append(_joined(text, group))
    return found


def paragraphs(text: str, excluded: Iterable[Part] = ()) -> Iterator[Part]:
    """Yield the trimmed paragraphs outside the excluded parts, in text order, without credits of pictures.

    Long ones are cut at sentence ends.
    """
    for gap, gap_end in Cover(excluded).gaps(len(text)):
        start = gap
        while start < gap_end:
            line_break = _BREAK.search(text, start, gap_end)
            end = line_break.start() if line_break else gap_end
            first, last = trim(text, start, end)
            if not _CREDIT.fullmatch(text, first, last):
                yield from _cut(text, first, last)
            start = end + 1


def _cut(text: str, start: int, end: int) -> Iterator[Part]:
    while end - start > LONGEST:
        stop = start + _best_cut(text[start : start + LONGEST])
        yield trim(text, start, stop)
        start, end = trim(text, stop, end)
    if start < end:
        yield start, end


def _best_cut(text: str) -> int:
    whole = sentences.split(text)[:-1]  # the last sentence may go on after the cut
    if whole:
        return whole[-1][1]
    space = max(text.rfind(" "), text.rfind("\u00a0"))
    return space if space > 0 else len(text)


def _joined(text: str, parts: list[Part]) -> Passage:
    lengths = (end - start + len(_JOINT) for start, end in parts[:-1])
    return Passage(
        text=_JOINT.join(text[start:end] for start, end in parts),
        parts=tuple(parts),
        starts=tuple(accumulate(lengths, initial=0)),
    )
