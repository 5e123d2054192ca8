"""The values that everything else is about, and their invariants.

Frozen and keyword-only. Offsets are Unicode code points into the document's text, end exclusive. Ids are
uuid4 hex, made by us, never reused.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, TypeAlias

from annotator.system.errors import AnnotatorError

Part: TypeAlias = tuple[int, int]

ENTITIES = "entities"
CLAIMS = "claims"
ATTRIBUTION = "attribution"
DOCUMENT = "document"  # what labels of a whole document name as their layer

PRIORITY = "priority"  # in a document's meta: a `Priority` other than the usual one
BATCH = "batch"  # in a document's meta: the name of the batch it is in
REPLACED_BY = "replaced_by"  # in a document's meta: the id of the newer version that stands for it

SCHEMA = "schema"  # the setting that holds the project's schema

GOLD = "gold"  # the annotator that adjudication writes
IMPORTED = "import"  # the annotator of data that names none


def new_id() -> str:
    """Give a fresh id."""
    from uuid import uuid4  # it takes long to import, and the window is painted before anything needs an id

    return uuid4().hex


class OriginKind(StrEnum):
    """Who made a row."""

    HUMAN = "human"
    SUGGESTION = "suggestion"
    IMPORT = "import"


class State(StrEnum):
    """How far an annotator is with a document."""

    OPEN = "open"
    DONE = "done"
    SKIPPED = "skipped"


class Priority(StrEnum):
    """How soon a document is to be looked at, the soonest first."""

    HIGH = "high"
    NORMAL = "normal"
    LOW = "low"


class SuggestionState(StrEnum):
    """What became of a suggestion; one that is held back is shown to nobody (see `annotator.suggestions.held_back`)."""

    PENDING = "pending"
    HELD = "held"
    ACCEPTED = "accepted"
    CORRECTED = "corrected"
    REJECTED = "rejected"
    SUPERSEDED = "superseded"


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where a row came from; source, version, score and rule are those of the suggestion or the import.

    ``confirmed`` are the ids of the attributes that were suggested with the row and that a person has looked at.
    """

    kind: OriginKind = OriginKind.HUMAN
    source: str | None = None
    version: str | None = None
    score: float | None = None
    rule: str | None = None
    confirmed: tuple[str, ...] = ()


BY_HAND = Origin()


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """An article. Its text never changes; ``sha256`` is of the text's UTF-8.

    ``published`` is an ISO date. ``excluded`` are page furniture: shown faint, never suggested on.
    """

    id: str
    title: str
    text: str
    sha256: str
    language: str
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    published: str | None = None
    meta: Mapping[str, Any] = field(default_factory=dict)
    excluded: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Labelled words of a document: an entity, a claim (layer `CLAIMS`), or words that serve a claim.

    ``parts`` are in order, do not touch and are not empty; one part is the usual case.
    """

    id: str
    document: str
    layer: str
    label: str
    parts: tuple[Part, ...]
    attributes: Mapping[str, Any] = field(default_factory=dict)
    note: str = ""
    doubt: bool = False
    annotator: str
    origin: Origin = BY_HAND

    def __post_init__(self) -> None:
        check_parts(self.parts)

    @property
    def start(self) -> int:
        """First code point of the hull."""
        return self.parts[0][0]

    @property
    def end(self) -> int:
        """Code point after the hull."""
        return self.parts[-1][1]

    def quote(self, text: str) -> str:
        """Give the words, discontinuous parts joined by a space."""
        return quote(text, self.parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """A typed, directed link ``head → tail`` between two spans; the tail may lie in another document."""

    id: str
    label: str
    head: str
    tail: str
    attributes: Mapping[str, Any] = field(default_factory=dict)
    annotator: str
    origin: Origin = BY_HAND


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """One person or body behind many mentions; a mention names it in ``attributes["identity"]``."""

    id: str
    name: str
    label: str
    aliases: tuple[str, ...] = ()
    kb_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentLabel:
    """A label of the whole document: topic, relevance."""

    document: str
    annotator: str
    label: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceMark:
    """A sentence that was read and found empty."""

    document: str
    annotator: str
    start: int
    end: int
    state: str = "empty"


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentState:
    """How far an annotator is with a document."""

    document: str
    annotator: str
    state: State = State.OPEN
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentSplit:
    """Which part of a split a document belongs to in all exports: ``train``, ``dev``, ``test``, or none yet."""

    document: str
    split: str | None = None


def _values(row: Any) -> tuple[object, ...]:
    """Give all values of a row to a pickle: a corpus has millions, and what dataclasses do takes twice the time."""
    return tuple([getattr(row, name) for name in row.__slots__])


def _take(row: Any, values: tuple[object, ...]) -> None:
    for name, value in zip(row.__slots__, values, strict=True):
        object.__setattr__(row, name, value)


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftRelation:
    """A relation that a suggestion proposes, with the words its tail would be."""

    label: str
    layer: str
    tail_label: str
    parts: tuple[Part, ...]

    def __post_init__(self) -> None:
        check_parts(self.parts)

    __getstate__ = _values
    __setstate__ = _take


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """A span that a source proposes. It is no decision and never counts as one."""

    id: str
    document: str
    layer: str
    label: str
    parts: tuple[Part, ...]
    attributes: Mapping[str, Any] = field(default_factory=dict)
    relations: tuple[DraftRelation, ...] = ()
    score: float | None = None
    source: str
    version: str
    rule: str | None = None
    state: SuggestionState = SuggestionState.PENDING

    def __post_init__(self) -> None:
        check_parts(self.parts)

    __getstate__ = _values
    __setstate__ = _take

    @property
    def start(self) -> int:
        """First code point of the hull."""
        return self.parts[0][0]

    @property
    def end(self) -> int:
        """Code point after the hull."""
        return self.parts[-1][1]

    @property
    def waits(self) -> bool:
        """Tell whether nobody has decided about it, be it shown or held back."""
        return self.state in {SuggestionState.PENDING, SuggestionState.HELD}

    @property
    def key(self) -> tuple[str, tuple[Part, ...], str]:
        """What makes two suggestions for one document the same one: layer, parts, label."""
        return self.layer, self.parts, self.label

    def quote(self, text: str) -> str:
        """Give the words, discontinuous parts joined by a space."""
        return quote(text, self.parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """A setting of the project that steps change and take back: its schema (`SCHEMA`), written as in its file."""

    name: str
    value: str


Row: TypeAlias = (
    Document
    | Span
    | Relation
    | Identity
    | DocumentLabel
    | SentenceMark
    | DocumentState
    | DocumentSplit
    | Suggestion
    | Setting
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Elsewhere:
    """A span of another document at which a relation ends: its words, and what they are cited by.

    ``sentences`` is the range of the sentences that it stands in, counted from 0, end exclusive.
    """

    id: str
    document: str
    title: str
    publisher: str | None
    url: str | None
    published: str | None
    quote: str
    sentences: Part


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotated:
    """A document with everything that was decided about it: what exporters write and importers give.

    Spans and suggestions are sorted by (start, end, id). ``suggestions`` and ``elsewhere`` are empty unless asked for.
    """

    document: Document
    spans: tuple[Span, ...] = ()
    relations: tuple[Relation, ...] = ()
    identities: tuple[Identity, ...] = ()
    labels: tuple[DocumentLabel, ...] = ()
    sentences: tuple[SentenceMark, ...] = ()
    states: tuple[DocumentState, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    split: str | None = None
    elsewhere: tuple[Elsewhere, ...] = ()


def priority_of(meta: Mapping[str, Any]) -> Priority:
    """Give the priority that a document's ``meta`` names; whatever is none is the usual one."""
    named = meta.get(PRIORITY)
    return Priority(named) if isinstance(named, str) and named in set(Priority) else Priority.NORMAL


def quote(text: str, parts: tuple[Part, ...]) -> str:
    """Give the words of the parts, joined by a space."""
    if len(parts) == 1:
        start, end = parts[0]
        return text[start:end]
    return " ".join(text[start:end] for start, end in parts)


def check_parts(parts: tuple[Part, ...]) -> None:
    """Hold the invariant of `Span.parts`.

    Raises:
        AnnotatorError: ``value.parts`` if there is no part, one is empty or negative, or they are not in order.
    """
    last = -1
    for start, end in parts:
        if start <= last or end <= start:
            raise AnnotatorError("value.parts", parts=parts)
        last = end
    if last < 0:
        raise AnnotatorError("value.parts", parts=parts)
