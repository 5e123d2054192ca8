"""Memory zones, after which a pipeline drops the new words it has met.

spaCy keeps each new word for ever: a gigabyte for a million. Dropping them after each document takes twice the time,
because nothing stays cached. A process that ends after many documents may keep them.
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
    """Keep new words in pipelines inside this context. The caller limits how much is read."""
    token = _keeps.set(True)
    try:
        yield
    finally:
        _keeps.reset(token)


@contextmanager
def zone(pipeline: "Language") -> Iterator[None]:
    """Drop a pipeline's new words on exit, unless `keeping_words`. Its `Doc`s are invalid outside."""
    if _keeps.get():
        yield
        return
    with pipeline.memory_zone():
        yield
