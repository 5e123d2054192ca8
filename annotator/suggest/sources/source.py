"""The interface of a source, which reads a document and proposes spans. It never sees the store."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple, Protocol, TypeAlias

from annotator.model.source_choices import SHARE, THRESHOLD
from annotator.model.values import Document, Part, Suggestion, new_id

Cancelled: TypeAlias = Callable[[], bool]
REASONED = "language model"  # how the rule of a language model's suggestion begins; its reason follows


def never() -> bool:
    """Return False, for callers that cancel by ending the process."""
    return False


class SourceKind(StrEnum):
    """The method of a source."""

    MODEL = "model"
    SEEN = "seen"
    RULES = "rules"
    ASKED = "asked"  # a language model: it suggests only when a person asks it
    PATTERNS = "patterns"
    ZERO_SHOT = "zero_shot"


class Speed(StrEnum):
    """The speeds of a source: with its encoder, or without."""

    THOROUGH = "thorough"
    FAST = "fast"


class EncoderFolder(NamedTuple):
    """The folder of an encoder, and its `checksums.seal` if known."""

    folder: Path
    seal: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceInfo:
    """The facts about a source that are known without loading it.

    ``language`` is that of the texts it can read, None for any. ``labels`` are the default schema's labels that it can
    suggest, sorted; empty if they are the user's own. ``folder`` contains a model's files, ``correctors`` those of its
    correctors, in order of application, ``seals`` their hashes if known (see `checksums.seal`). ``own_labels`` are a
    model's own names for labels, ``categories`` its categories of sentences. ``labels_as`` maps both to the project's
    labels; "" leaves one out. ``share`` is the percentage of an article's sentences that a source of claims suggests as
    worth checking. ``encoder`` reads a text again after the model and its shipped correctors; ``speed`` says whether it
    does. Answers of both speeds have the same version, as either is the source's answer. ``lists`` are the project's
    word lists, as `annotator.model.patterns.dumps` writes them; the version stands for them. ``python`` is the Python
    in which a zero-shot model runs, ``model`` its folder, ``stamp`` the fingerprint of its files, ``threshold`` its
    least score in percent.
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
    encoder: EncoderFolder | None = None
    speed: Speed = Speed.THOROUGH
    lists: tuple[str, ...] = field(default=(), compare=False, repr=False)
    python: str | None = None
    threshold: int = THRESHOLD
    model: str = ""
    stamp: str = ""

    @property
    def thorough(self) -> bool:
        """Whether the source reads with an encoder."""
        return self.encoder is not None and self.speed is Speed.THOROUGH

    @property
    def called(self) -> tuple[str, ...]:
        """The labels that the source can suggest, by the project's names, sorted."""
        return tuple(sorted({label for _, label in self.labels_as if label})) if self.labels_as else self.labels

    @property
    def left_out(self) -> tuple[str, ...]:
        """The source's own labels that the project leaves out."""
        return tuple(own for own, label in self.labels_as if not label)

    def reads(self, language: str) -> bool:
        """Return whether the source can read texts in a language."""
        return self.language is None or self.language == language


def at_speed(sources: Iterable[SourceInfo], speed: Speed) -> tuple[SourceInfo, ...]:
    """Return sources that read at a speed; it changes only those with an encoder."""
    return tuple(info if info.encoder is None else replace(info, speed=speed) for info in sources)


class Source(Protocol):
    """A source of suggestions."""

    @property
    def name(self) -> str:
        """The source's name in files, on the command line and in suggestions."""

    @property
    def version(self) -> str:
        """Changes whenever the same text may get other suggestions."""

    def suggest(self, document: Document, cancelled: Cancelled) -> list[Suggestion]:
        """Return suggestions for a document, sorted by place; if cancelled, those found so far.

        Raises:
            ModelError: ``source.missing`` or ``source.broken``.
        """


@dataclass(frozen=True, slots=True, kw_only=True)
class DescribedSource:
    """A source with the name and version of its description."""

    info: SourceInfo

    @property
    def name(self) -> str:
        """The source's name."""
        return self.info.name

    @property
    def version(self) -> str:
        """The source's version."""
        return self.info.version

    def suggestion(
        self,
        document: Document,
        kind: tuple[str, str],
        *parts: Part,
        score: float | None = None,
        rule: str | None = None,
    ) -> Suggestion:
        """Return a new suggestion of this source; ``kind`` is layer and label."""
        return Suggestion(
            id=new_id(),
            document=document.id,
            layer=kind[0],
            label=kind[1],
            parts=parts,
            score=score,
            source=self.name,
            version=self.version,
            rule=rule,
        )
