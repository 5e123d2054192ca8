"""Whether a pipeline forgets the words that it has met.

spaCy keeps each new word for ever: a gigabyte in a million of them. Where it is made to forget them after each document
it looks at the same words again in the next, and keeps nothing that would make that quicker: it takes twice the time.
A process that reads many documents and then ends may keep them.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language

_keeps: ContextVar[bool] = ContextVar("_keeps", default=False)


@contextmanager
def keeping_words() -> Iterator[None]:
    """Let pipelines keep the words that they meet inside: whoever does so bounds how much is read."""
    token = _keeps.set(True)
    try:
        yield
    finally:
        _keeps.reset(token)


@contextmanager
def zone(pipeline: "Language") -> Iterator[None]:
    """Read something with a pipeline; its `Doc`s are of no use outside."""
    if _keeps.get():
        yield
        return
    with pipeline.memory_zone():
        yield
