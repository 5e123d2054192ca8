"""The interface of a source, which reads a document and suggests spans; it never reads the project file."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple, Protocol, TypeAlias

from annotator.model.compounds import FORM
from annotator.model.source_choices import SHARE, THRESHOLD
from annotator.model.values import Document, Part, Suggestion, new_id
from annotator.suggestions.label_roles import USUAL, Roles

Cancelled: TypeAlias = Callable[[], bool]
REASONED = "language model"  # the beginning of the rule of a language model's suggestion; the model's reason follows
ROLES_MARK = "^"  # in a version, before the fingerprint of a project's `Roles`
WORDS_PER_SECOND = 2_000  # about what a source with the shipped encoder reads on one core, measured on the samples


def never() -> bool:
    """Return False; for callers that cancel by ending the process instead."""
    return False


class SourceKind(StrEnum):
    """The method by which a source finds its suggestions."""

    MODEL = "model"
    SEEN = "seen"
    RULES = "rules"
    ASKED = "asked"  # a language model: it suggests only when a person asks it
    PATTERNS = "patterns"
    ZERO_SHOT = "zero_shot"


class Speed(StrEnum):
    """The speeds of a source: thorough with its encoder, fast without."""

    THOROUGH = "thorough"
    FAST = "fast"


class EncoderFolder(NamedTuple):
    """The folder of an encoder, and its expected `checksums.seal`, None if unknown."""

    folder: Path
    seal: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceInfo:
    """The facts about a source that are known without loading it.

    Attributes:
        language: The language of the texts that it can read, None for any.
        labels: The default schema's labels that it can suggest, sorted; empty if the labels are the user's own.
        folder: The folder of a model's files.
        correctors: The folders of its correctors, in the order of use.
        seals: The hashes of the correctors, if known; see `checksums.seal`.
        own_labels: A model's own labels.
        categories: A model's categories of sentences.
        labels_as: The project's label for each of its own labels and categories; "" leaves one out.
        roles: The roles of the project's labels.
        share: The percentage of an article's sentences that a source of claims suggests as worth checking.
        encoder: Reads a text again after the model and its shipped correctors.
        speed: Whether the encoder is used. It does not change the version.
        lists: The project's word lists, as `annotator.model.patterns.dumps` writes them. They are not compared, since
            the version changes with them.
        python: The Python in which a zero-shot model runs.
        threshold: The lowest score of a zero-shot model's suggestions, in per cent.
        model: The folder of a zero-shot model.
        stamp: The fingerprint of a zero-shot model's files.
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
    roles: Roles = USUAL
    share: int = SHARE
    encoder: EncoderFolder | None = None
    speed: Speed = Speed.THOROUGH
    lists: tuple[str, ...] = field(default=(), compare=False, repr=False)
    python: str | None = None
    threshold: int = THRESHOLD
    model: str = ""
    stamp: str = ""

    @property
    def release(self) -> str:
        """The version without the fingerprint of the project's roles, which change no model."""
        return re.sub(rf"{re.escape(ROLES_MARK)}\w+", "", self.version)

    @property
    def thorough(self) -> bool:
        """Whether the source reads with an encoder."""
        return self.encoder is not None and self.speed is Speed.THOROUGH

    @property
    def encoder_size(self) -> int:
        """The size of the encoder's files in bytes, 0 without an encoder."""
        folder = self.encoder.folder if self.encoder is not None else None
        return sum(path.stat().st_size for path in folder.glob("*") if path.is_file()) if folder is not None else 0

    @property
    def called(self) -> tuple[str, ...]:
        """The labels that the source can suggest, as the project calls them, sorted."""
        return tuple(sorted({label for _, label in self.labels_as if label})) if self.labels_as else self.labels

    @property
    def left_out(self) -> tuple[str, ...]:
        """The source's own labels that the project leaves out."""
        return tuple(own for own, label in self.labels_as if not label)

    def reads(self, language: str) -> bool:
        """Return whether the source can read texts in a language."""
        return self.language is None or self.language == language


def at_speed(sources: Iterable[SourceInfo], speed: Speed) -> tuple[SourceInfo, ...]:
    """Return the sources, set to a speed; only sources with an encoder change."""
    return tuple(info if info.encoder is None else replace(info, speed=speed) for info in sources)


class Source(Protocol):
    """A source of suggestions."""

    @property
    def name(self) -> str:
        """The source's name in files, on the command line and in suggestions."""

    @property
    def version(self) -> str:
        """The source's version, which changes whenever the same text may get other suggestions."""

    def suggest(self, document: Document, cancelled: Cancelled) -> list[Suggestion]:
        """Return suggestions for a document in text order; if cancelled, only those found so far.

        Raises:
            ModelError: ``source.missing`` or ``source.broken``.
        """


@dataclass(frozen=True, slots=True, kw_only=True)
class DescribedSource:
    """A base for sources: name and version come from the `SourceInfo`. A subclass adds `Source.suggest`."""

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
        form: str = "",
    ) -> Suggestion:
        """Build a suggestion by this source; ``kind`` is (layer, label), ``form`` the value of `FORM` if any."""
        return Suggestion(
            id=new_id(),
            document=document.id,
            layer=kind[0],
            label=kind[1],
            parts=parts,
            attributes={FORM: form} if form else {},
            score=score,
            source=self.name,
            version=self.version,
            rule=rule,
        )
