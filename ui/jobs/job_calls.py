"""What dialogs are given to have work done elsewhere: they never know the process that does it."""

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
    """Makes an article of pasted text."""

    def __call__(self, text: str, *, done: Callable[[Article], None], failed: Failed) -> Cancel: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Files and folders to be read; with ``address``, one page of the web instead.

    With ``asked``, one file of articles is read anew, in an encoding or by columns chosen.

    ``renamed`` says what labels are called in the project, ``schema`` has those that it is to get, ``utf16`` says
    that offsets count UTF-16 units. ``longer`` are files that get more time and memory than others.
    """

    paths: Sequence[Path]
    asked: Asked | None = None
    address: str | None = None
    renamed: Mapping[str, str] = field(default_factory=dict)
    schema: Schema | None = None
    utf16: bool | None = None
    longer: frozenset[Path] = frozenset()


class Read(Protocol):
    """Reads what is wanted: ``given`` hears portions, and ``done`` is called after the last of them."""

    def __call__(
        self,
        wanted: Wanted,
        *,
        given: Callable[[Incoming], None],
        done: Callable[[object], None],
        failed: Failed,
        advanced: Advanced,
    ) -> Cancel: ...
