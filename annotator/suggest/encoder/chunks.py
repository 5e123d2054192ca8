"""Splitting sentences into chunks of word pieces, which the encoder reads."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from annotator.suggest.encoder.encoder import FIRST, LAST
from annotator.suggest.encoder.unigram import Unigram

_ROOM = 96  # the most pieces of a chunk of several sentences; longer chunks give worse results
_LONGEST = 128  # the most pieces of a chunk with one long sentence
MOST_PIECES = 6  # of a word; the rest of a long web address tells nothing
LONGEST_WORD = 64  # characters

#: A word, and whether a space precedes it.
Word = tuple[str, bool]


@dataclass(slots=True)
class Chunk:
    """Pieces that are read together.

    For each word, ``first`` has the index of its first piece, and ``words`` its number among all words.
    """

    pieces: list[int] = field(default_factory=lambda: [FIRST])
    first: list[int] = field(default_factory=list)
    words: list[int] = field(default_factory=list)


def cut(sentences: Iterable[Sequence[Word]], unigram: Unigram) -> Iterator[Chunk]:
    """Yield chunks of whole sentences; a sentence that is too long for a chunk is cut between words.

    Words are numbered from 0 across all sentences.
    """
    chunk, number = Chunk(), 0
    for sentence in sentences:
        cuts = [unigram.word(word[:LONGEST_WORD], after_space=space)[:MOST_PIECES] for word, space in sentence]
        if chunk.first and len(chunk.pieces) + sum(map(len, cuts)) > _ROOM:
            yield _closed(chunk)
            chunk = Chunk()
        for pieces in cuts:
            if len(chunk.pieces) + len(pieces) > _LONGEST:
                yield _closed(chunk)
                chunk = Chunk()
            chunk.first.append(len(chunk.pieces))
            chunk.pieces.extend(pieces)
            chunk.words.append(number)
            number += 1
    if chunk.first:
        yield _closed(chunk)


def _closed(chunk: Chunk) -> Chunk:
    chunk.pieces.append(LAST)
    return chunk
