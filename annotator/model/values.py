"""The values that everything else is about, and their invariants.

Frozen and keyword-only. Offsets are Unicode code points into the document's text, end exclusive. Ids are uuid4 hex,
made by us, never reused.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, TypeAlias, TypeVar

from annotator.model.talk import Comment, Review
from annotator.system.errors import AnnotatorError

Part: TypeAlias = tuple[int, int]
_Listed = TypeVar("_Listed", "Span", "Suggestion")

ENTITIES = "entities"
CLAIMS = "claims"
ATTRIBUTION = "attribution"
DOCUMENT = "document"  # the layer of document labels

PRIORITY = "priority"  # in a document's meta: a `Priority` but NORMAL
BATCH = "batch"  # in a document's meta: the name of the batch it is in
OWN_TOKENS = "own_tokens"  # in a document's meta: the tokens of its file, see `own_tokens`
REPLACED_BY = "replaced_by"  # in a document's meta: the id of the newer version that stands for it

SCHEMA = "schema"  # the setting that holds the project's schema

LABELLING = "labelling"  # the purpose of a package or an assignment
RETEST = "retest"  # the purpose of a package to oneself
PRACTICE = "practice"  # the purpose of a package whose answers are known

GOLD = "gold"  # the annotator that adjudication writes
IMPORTED = "import"  # the annotator of data that names none
NOBODY = frozenset({GOLD, IMPORTED})  # annotators that are no person


def new_id() -> str:
    """Return a fresh id."""
    from uuid import uuid4  # slow to import, and not needed before the window is painted

    return uuid4().hex


class OriginKind(StrEnum):
    """The makers of rows."""

    HUMAN = "human"
    SUGGESTION = "suggestion"
    IMPORT = "import"
    ADJUDICATION = "adjudication"


class Acceptance(StrEnum):
    """The two ways to accept a suggestion: looking at it alone, or with all others in sight."""

    LOOKED = "looked"
    SIGHT = "sight"


class State(StrEnum):
    """An annotator's progress on a document."""

    OPEN = "open"
    DONE = "done"
    SKIPPED = "skipped"


class Priority(StrEnum):
    """The priority of a document, the most urgent first."""

    HIGH = "high"
    NORMAL = "normal"
    LOW = "low"


class SuggestionState(StrEnum):
    """The states of a suggestion; a held one is shown to nobody (see `annotator.suggestions.renewal`)."""

    PENDING = "pending"
    HELD = "held"
    ACCEPTED = "accepted"
    CORRECTED = "corrected"
    REJECTED = "rejected"
    SUPERSEDED = "superseded"


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """The origin of a row; source, version, score and rule are those of the suggestion or the import.

    Of a gold row, source names whose it was, rule how it was decided, and version who decided.

    ``confirmed`` are the ids of suggested attributes that a person has reviewed, and of open questions that a person
    has looked at (see `annotator.editing.open_questions`). ``acceptance`` is None for rows made by hand or imported,
    and if unknown: accepted before version 0.8. ``changed``: a person changed the label or boundaries.
    """

    kind: OriginKind = OriginKind.HUMAN
    source: str | None = None
    version: str | None = None
    score: float | None = None
    rule: str | None = None
    confirmed: tuple[str, ...] = ()
    acceptance: Acceptance | None = None
    changed: bool = False


BY_HAND = Origin()


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """An article. Its text never changes; ``sha256`` is that of the text's UTF-8.

    ``published`` is an ISO date. ``excluded`` is page furniture: shown faint, never suggested on.
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


class Placed:
    """Words of a document. ``parts`` are in order, do not touch and are not empty; usually there is one."""

    __slots__ = ()
    parts: tuple[Part, ...]

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
        """Return the words, discontinuous parts joined by a space."""
        return quote(text, self.parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Span(Placed):
    """Labelled words: an entity, a claim (layer `CLAIMS`), or words that serve a claim."""

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
    """An annotator's progress on a document."""

    document: str
    annotator: str
    state: State = State.OPEN
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """A settled question of adjudication: what ``annotator`` decided where others differ.

    ``layer`` is that of the words; for a field or relation of a gold span its id follows after a dot.
    ``asked`` is the fingerprint of the choices, ``taken`` the ids of gold spans that the answer made, none for neither.
    ``rule`` is `annotator.quality.strategies.BY_HAND` or the strategy. ``id`` follows from document, layer and
    ``asked``: two people who settle the same question make the same row.
    """

    id: str
    document: str
    layer: str
    start: int
    end: int
    annotator: str
    asked: str
    taken: tuple[str, ...] = ()
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentSplit:
    """A document's split in all exports: ``train``, ``dev``, ``test``, or None."""

    document: str
    split: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment:
    """A document that a person was dealt; ``purpose`` is what for."""

    document: str
    annotator: str
    purpose: str = LABELLING


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """A package that was written for a person; ``made`` is ISO 8601, UTC, ``options`` say how and of what."""

    id: str
    annotator: str
    purpose: str = LABELLING
    made: str
    options: Mapping[str, Any] = field(default_factory=dict)


def _values(row: Any) -> tuple[object, ...]:
    """Return a row's values for pickling: a corpus has millions, and what dataclasses do takes twice the time."""
    return tuple([getattr(row, name) for name in row.__slots__])


def _take(row: Any, values: tuple[object, ...]) -> None:
    for name, value in zip(row.__slots__, values, strict=True):
        object.__setattr__(row, name, value)


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftRelation(Placed):
    """A relation that a suggestion proposes, with the place of its tail."""

    label: str
    layer: str
    tail_label: str
    parts: tuple[Part, ...]

    __getstate__ = _values
    __setstate__ = _take


UNDECIDED = frozenset({SuggestionState.PENDING, SuggestionState.HELD, SuggestionState.SUPERSEDED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion(Placed):
    """A span that a source proposes. It is not a decision and never counts as one."""

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

    __getstate__ = _values
    __setstate__ = _take

    @property
    def waits(self) -> bool:
        """Whether it is undecided, shown or held back."""
        return self.state in {SuggestionState.PENDING, SuggestionState.HELD}

    @property
    def key(self) -> tuple[str, tuple[Part, ...], str]:
        """The identity of a suggestion within a document: layer, parts, label."""
        return self.layer, self.parts, self.label


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """A setting that edits change and undo: the project's schema (`SCHEMA`), as in its file, or a word list."""

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
    | Settled
    | DocumentSplit
    | Suggestion
    | Setting
    | Assignment
    | Package
    | Review
    | Comment
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Elsewhere:
    """A span of another document at which a relation ends, and how to cite it.

    ``sentences`` is the range of sentences that it is in, counted from 0, end exclusive.
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
    """A document with all its annotations: what exporters write and importers return.

    Spans and suggestions are sorted by (start, end, id). ``suggestions``, ``elsewhere`` and ``comments`` are
    empty unless requested.
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
    comments: tuple[Comment, ...] = ()


def priority_of(meta: Mapping[str, Any]) -> Priority:
    """Return the priority in a document's ``meta``; anything invalid is the normal one."""
    named = meta.get(PRIORITY)
    return Priority(named) if isinstance(named, str) and named in set(Priority) else Priority.NORMAL


def quote(text: str, parts: tuple[Part, ...]) -> str:
    """Return the words of the parts, joined by a space."""
    if len(parts) == 1:
        start, end = parts[0]
        return text[start:end]
    return " ".join(text[start:end] for start, end in parts)


def by_place(rows: Iterable[_Listed]) -> tuple[_Listed, ...]:
    """Return spans or suggestions by start, end and id."""
    return tuple(sorted(rows, key=lambda row: (row.parts[0][0], row.parts[-1][1], row.id)))


def check_parts(parts: tuple[Part, ...]) -> None:
    """Check the invariant of `Span.parts`.

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
