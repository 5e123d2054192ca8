"""What suggests: a source looks at a document and proposes spans. It never sees the store."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Protocol, TypeAlias

from annotator.model.source_choices import SHARE
from annotator.model.values import Document, Suggestion

Cancelled: TypeAlias = Callable[[], bool]


def never() -> bool:
    """Say that nobody wants to stop: where stopping means to end the process."""
    return False


class SourceKind(StrEnum):
    """How a source comes to its suggestions."""

    MODEL = "model"
    SEEN = "seen"
    RULES = "rules"


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceInfo:
    """What one can know of a source without loading it.

    ``language`` is that of the texts it can read, None for any. ``labels`` are those of the default schema that it
    can suggest, sorted; empty where they are the user's own. ``folder`` holds a model's files; ``correctors`` are
    those of the small models that correct it, one after the other, ``seals`` their hashes as far as they are known (see
    `checksums.seal`). ``own_labels`` are a model's labels by the names
    that it gives them, ``categories`` those into which it sorts sentences, ``labels_as`` what a project calls some of
    both; "" leaves a label out. ``share`` is how many percent of an article's sentences are worth checking to what
    finds claims.
    """

    name: str
    version: str
    language: str | None
    kind: SourceKind
    labels: tuple[str, ...] = ()
    licence: str | None = None
    folder: Path | None = None
    correctors: tuple[Path, ...] = ()
    seals: tuple[tuple[Path, str], ...] = ()
    own_labels: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    labels_as: tuple[tuple[str, str], ...] = ()
    share: int = SHARE

    @property
    def called(self) -> tuple[str, ...]:
        """The labels that it can suggest as the project calls them, sorted."""
        return tuple(sorted({label for _, label in self.labels_as if label})) if self.labels_as else self.labels

    @property
    def left_out(self) -> tuple[str, ...]:
        """Those of its own labels that the project leaves out."""
        return tuple(own for own, label in self.labels_as if not label)

    def reads(self, language: str) -> bool:
        """Tell whether the source can read texts in a language."""
        return self.language is None or self.language == language


class Source(Protocol):
    """Something that suggests."""

    @property
    def name(self) -> str:
        """What it is called in files, on the command line and in a suggestion."""
        ...

    @property
    def version(self) -> str:
        """What changes whenever the same text may get other suggestions."""
        ...

    def suggest(self, document: Document, cancelled: Cancelled) -> list[Suggestion]:
        """Give suggestions for a document, sorted by place; what was found so far when ``cancelled`` says yes.

        Raises:
            ModelError: ``source.missing`` or ``source.broken``.
        """
        ...
