"""Memory zones, at whose end a pipeline drops the words that were new to it.

spaCy keeps each new word forever, which takes a gigabyte for a million words. Dropping them after each document makes
reading take twice the time, because nothing stays cached. A process that ends after many documents may keep them.
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
    """Let pipelines keep new words inside this context. The caller must limit how much they read."""
    token = _keeps.set(True)
    try:
        yield
    finally:
        _keeps.reset(token)


@contextmanager
def zone(pipeline: "Language") -> Iterator[None]:
    """Drop a pipeline's new words at the end, unless inside `keeping_words`. Do not use its `Doc`s outside."""
    if _keeps.get():
        yield
        return
    with pipeline.memory_zone():
        yield
