"""The job functions that dialogs receive, so that they need not know the process."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol, TypeAlias

from annotator.corpus.article import Article
from annotator.corpus.draft import Asked
from annotator.jobs.importing.import_read import Incoming
from annotator.model.schema import Schema
from annotator.system.errors import AnnotatorError

Cancel: TypeAlias = Callable[[], None]
Failed: TypeAlias = Callable[[AnnotatorError], None]
Advanced: TypeAlias = Callable[[int, int], None]


class Parse(Protocol):
    """A function that turns pasted text into an article."""

    def __call__(self, text: str, *, done: Callable[[Article], None], failed: Failed) -> Cancel: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Files and folders to read, or with ``address`` one page of the web.

    With ``asked``, one file of articles is read again in a chosen encoding or with chosen columns. ``renamed``
    maps labels
    to those of the project, ``schema`` has the labels to add, ``utf16`` is whether offsets count UTF-16 units.
    The files
    ``longer`` get more time and memory.
    """

    paths: Sequence[Path]
    asked: Asked | None = None
    address: str | None = None
    renamed: Mapping[str, str] = field(default_factory=dict)
    schema: Schema | None = None
    utf16: bool | None = None
    longer: frozenset[Path] = frozenset()


class Read(Protocol):
    """A function that reads files: ``given`` receives each portion, then ``done`` is called."""

    def __call__(
        self,
        wanted: Wanted,
        *,
        given: Callable[[Incoming], None],
        done: Callable[[object], None],
        failed: Failed,
        advanced: Advanced,
    ) -> Cancel: ...
