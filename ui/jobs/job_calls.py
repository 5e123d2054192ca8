"""What dialogs are given to have work done elsewhere: they never know the process that does it."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol, TypeAlias

from annotator.corpus.article import Article
from annotator.errors import AnnotatorError
from annotator.exchange import Incoming

Cancel: TypeAlias = Callable[[], None]
Failed: TypeAlias = Callable[[AnnotatorError], None]
Advanced: TypeAlias = Callable[[int, int], None]


class Parse(Protocol):
    """Makes an article of pasted text."""

    def __call__(self, text: str, *, done: Callable[[Article], None], failed: Failed) -> Cancel: ...


class Read(Protocol):
    """Reads files and folders; with an encoding, one file anew."""

    def __call__(
        self,
        paths: Sequence[Path],
        encoding: str | None,
        *,
        done: Callable[[Incoming], None],
        failed: Failed,
        advanced: Advanced,
    ) -> Cancel: ...
