"""The kinds of rows in a project, as values, and their invariants.

They are frozen and keyword-only. Offsets are Unicode code points into the document's text, end exclusive. All ids are
random UUIDs in hex, made here, and never reused.
"""

import os
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

PRIORITY = "priority"  # in a document's meta: its `Priority`, if not NORMAL
BATCH = "batch"  # in a document's meta: the name of the batch it is in
OWN_TOKENS = "own_tokens"  # in a document's meta: the tokens of its file, see `own_tokens`
REPLACED_BY = "replaced_by"  # in a document's meta: the id of the newer version that replaces it

SCHEMA = "schema"  # the setting that holds the project's schema

LABELLING = "labelling"  # the usual purpose of a package or an assignment
RETEST = "retest"  # the purpose of a package that annotators label again, to compare with themselves
PRACTICE = "practice"  # the purpose of a package of articles with known answers

GOLD = "gold"  # the annotator of the results of adjudication
IMPORTED = "import"  # the annotator of imported data that names none
NOBODY = frozenset({GOLD, IMPORTED})  # annotators that are not people

_VERSION_4 = 4 << 76 | 2 << 62  # version and variant, in the places that RFC 9562 gives them
_RANDOM_BITS = (1 << 128) - 1 ^ (15 << 76 | 3 << 62)


def new_id() -> str:
    """Return a new id: a random UUID, made four times as fast as by `uuid.uuid4`."""
    number = int.from_bytes(os.urandom(16), "big")
    return f"{number & _RANDOM_BITS | _VERSION_4:032x}"


class OriginKind(StrEnum):
    """The origin of a row: a person, a suggestion, an import or adjudication."""

    HUMAN = "human"
    SUGGESTION = "suggestion"
    IMPORT = "import"
    ADJUDICATION = "adjudication"


class Acceptance(StrEnum):
    """The way a suggestion was accepted: looked at alone, or together with all others in sight."""

    LOOKED = "looked"
    SIGHT = "sight"


class State(StrEnum):
    """An annotator's progress on a document."""

    OPEN = "open"
    DONE = "done"
    SKIPPED = "skipped"


class Priority(StrEnum):
    """The priorities of a document, the most urgent first."""

    HIGH = "high"
    NORMAL = "normal"
    LOW = "low"


class SuggestionState(StrEnum):
    """The states of a suggestion; held ones are not shown (see `annotator.suggestions.renewal`)."""

    PENDING = "pending"
    HELD = "held"
    ACCEPTED = "accepted"
    CORRECTED = "corrected"
    REJECTED = "rejected"
    SUPERSEDED = "superseded"


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """The origin of a row; ``source``, ``version``, ``score`` and ``rule`` come from the suggestion or the import.

    In a gold row, ``source`` is whose row was chosen, ``rule`` how it was decided, and ``version`` who decided.

    ``confirmed`` are the ids of suggested attributes that a person has reviewed, and of open questions that a person
    has looked at (see `annotator.editing.open_questions`). ``acceptance`` is None for rows made by hand or imported,
    and for rows accepted before version 0.8. ``changed`` says whether a person changed the label or boundaries.
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
    """An article. Its text never changes; ``sha256`` is the hash of the text in UTF-8.

    ``published`` is an ISO date. ``excluded`` is page furniture: it is shown faintly and never gets suggestions.
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
    """Words at a place in a document. ``parts`` are in order, do not touch and are not empty; most have one part."""

    __slots__ = ()
    parts: tuple[Part, ...]

    def __post_init__(self) -> None:
        check_parts(self.parts)

    @property
    def start(self) -> int:
        """The first code point of the hull."""
        return self.parts[0][0]

    @property
    def end(self) -> int:
        """The code point after the hull."""
        return self.parts[-1][1]

    def quote(self, text: str) -> str:
        """Return the words in the document's text; several parts are joined by spaces."""
        return quote(text, self.parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Span(Placed):
    """Labelled words: an entity, a claim (layer `CLAIMS`), or words that serve a claim (layer `ATTRIBUTION`)."""

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
    """A person or body that mentions mean; a mention has its id in ``attributes["identity"]``."""

    id: str
    name: str
    label: str
    aliases: tuple[str, ...] = ()
    kb_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentLabel:
    """A label of a whole document, such as its topic."""

    document: str
    annotator: str
    label: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceMark:
    """A sentence that an annotator read and found nothing to label in."""

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
    """A settled question of adjudication: what ``annotator`` decided where other annotators differ.

    ``layer`` is the layer of the words. In a question about a field or relation of a gold span, a dot and the id of the
    field or relation type follow.
    ``asked`` is the fingerprint of the choices. ``taken`` are the ids of the gold spans that the answer made, none if
    no choice was right. ``rule`` is `annotator.quality.strategies.BY_HAND` or the strategy. ``id`` is computed from
    document, layer and ``asked``, so two people who settle the same question make the same row.
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
    """A document that a person was dealt, and for what purpose."""

    document: str
    annotator: str
    purpose: str = LABELLING


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """A package written for a person; ``made`` is when (ISO 8601, UTC), ``options`` are the options of writing it."""

    id: str
    annotator: str
    purpose: str = LABELLING
    made: str
    options: Mapping[str, Any] = field(default_factory=dict)

    @property
    def documents(self) -> list[str]:
        """The ids of its articles; the options are checked, because a merged copy may contain anything."""
        found = self.options.get("documents")
        return [id_ for id_ in found if isinstance(id_, str)] if isinstance(found, list) else []


def _values(row: Any) -> tuple[object, ...]:
    """Return a row's values for pickling, twice as fast as dataclasses do: a corpus has millions of rows."""
    return tuple([getattr(row, name) for name in row.__slots__])


def _take(row: Any, values: tuple[object, ...]) -> None:
    for name, value in zip(row.__slots__, values, strict=True):
        object.__setattr__(row, name, value)


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftRelation(Placed):
    """A relation that a suggestion proposes, with the place, layer and label of its tail."""

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
        """Whether the suggestion is undecided, shown or held back."""
        return self.state in {SuggestionState.PENDING, SuggestionState.HELD}

    @property
    def key(self) -> tuple[str, tuple[Part, ...], str]:
        """The (layer, parts, label) that identifies a suggestion within a document."""
        return self.layer, self.parts, self.label


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """A setting that edits change and undo: the project's schema as JSON (`SCHEMA`), or a word list."""

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
    """A span of another document that is a relation's tail, with the details needed to cite it.

    ``sentences`` is the range of sentences that contain it, counted from 0, end exclusive.
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
    """A document with all its annotations, as exporters write and importers return it.

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
    """Return the priority in a document's ``meta``, normal if it is missing or invalid."""
    named = meta.get(PRIORITY)
    return Priority(named) if isinstance(named, str) and named in set(Priority) else Priority.NORMAL


def quote(text: str, parts: tuple[Part, ...]) -> str:
    """Return the words of the parts, joined by spaces."""
    if len(parts) == 1:
        start, end = parts[0]
        return text[start:end]
    return " ".join(text[start:end] for start, end in parts)


def by_place(rows: Iterable[_Listed]) -> tuple[_Listed, ...]:
    """Return spans or suggestions sorted by start, end and id."""
    return tuple(sorted(rows, key=lambda row: (row.parts[0][0], row.parts[-1][1], row.id)))


def check_parts(parts: tuple[Part, ...]) -> None:
    """Check the invariant of `Span.parts`.

    Raises:
        AnnotatorError: ``value.parts`` if there are no parts, a part is empty or negative, or they are not in order.
    """
    last = -1
    for start, end in parts:
        if start <= last or end <= start:
            raise AnnotatorError("value.parts", parts=parts)
        last = end
    if last < 0:
        raise AnnotatorError("value.parts", parts=parts)
