"""Convert values to table rows and back, with one `Table` for each kind of row."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from sys import intern
from typing import Any, Generic, NamedTuple, TypeAlias, TypeVar

from annotator.model.json_records import SPAN_LINE, origin_line
from annotator.model.json_rows import (
    draft_relation_from,
    draft_relation_to,
    object_from,
    origin_from,
    origin_to,
    parts_from,
    quoted,
    row_to,
)
from annotator.model.talk import Comment, Review
from annotator.model.values import (
    Assignment,
    Document,
    DocumentLabel,
    DocumentSplit,
    DocumentState,
    Identity,
    Origin,
    Package,
    Relation,
    Row,
    SentenceMark,
    Setting,
    Settled,
    Span,
    State,
    Suggestion,
    SuggestionState,
    quote,
)
from annotator.store.row_json import dump, dump_parts, load

Columns: TypeAlias = dict[str, Any]
TextOf: TypeAlias = Callable[[str], str]  # a document's text, by its id
Found: TypeAlias = Sequence[Any]

_NONE = "{}"
RowT = TypeVar("RowT", bound=Row)

REPLACED = "document.id IN (SELECT document FROM replaced)"
"""The SQL condition that a newer version replaces ``document``."""
CURRENT = "document.id NOT IN (SELECT document FROM replaced)"
"""The SQL condition that no newer version replaces ``document``, for queries that list or count articles."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)  # there is one per kind, so they are compared by identity
class Table(Generic[RowT]):
    """The table of one kind of row.

    ``key`` names the columns of the primary key, ``read`` the columns to read. ``write`` converts a value to columns,
    ``value`` converts the columns ``read`` to a value.
    """

    name: str
    key: tuple[str, ...]
    read: tuple[str, ...]
    write: Callable[[Any, TextOf], Columns]
    value: Callable[[Found, TextOf], RowT]

    @property
    def select(self) -> str:
        """The SQL statement that reads a row by its key."""
        return f"SELECT {', '.join(self.read)} FROM {self.name} WHERE {self.where}"  # noqa: S608  # names of ours

    @property
    def where(self) -> str:
        """The SQL condition that selects a row by its key."""
        return " AND ".join([f"{column} = :{column}" for column in self.key])


class Form(NamedTuple):
    """The functions that write and read the values of a column."""

    write: Callable[[Any], Any]
    read: Callable[[Any], Any]


def check_words(*values: Any) -> None:
    """Raise TypeError for a value that is not text: another program may have made the table hold anything."""
    for value in values:
        if type(value) is not str:
            raise TypeError(f"text is wanted, not {type(value).__name__}")


def _document_columns(row: Document, _: TextOf) -> Columns:
    columns = {column: getattr(row, column) for column in DOCUMENT.read}
    return {**columns, "meta": dump(dict(row.meta)), "excluded": dump(row.excluded)}


def _document(row: Found, text: TextOf) -> Document:
    id_, title, sha256, language, publisher, author, url, published, meta, excluded = row
    words = text(id_)
    check_words(id_, title, words, sha256, language)
    for known in (publisher, author, url, published):
        if known is not None:
            check_words(known)
    return Document(
        id=id_,
        title=title,
        text=words,
        sha256=sha256,
        language=language,
        publisher=publisher,
        author=author,
        url=url,
        published=published,
        meta=object_from(load(meta)) if meta != _NONE else {},
        excluded=parts_from(load(excluded)) if excluded != "[]" else (),
    )


def _span_columns(row: Span, text: TextOf) -> Columns:
    return {
        "id": row.id,
        "document": row.document,
        "layer": row.layer,
        "label": row.label,
        "parts": dump_parts(row.parts),
        "attributes": dump(dict(row.attributes)),
        "note": row.note,
        "doubt": int(row.doubt),
        "annotator": row.annotator,
        "origin": _origin_text(row.origin),
        "start": row.start,
        "end": row.end,
        "quote": quote(text(row.document), row.parts),
    }


def _span(row: Found, _: TextOf) -> Span:
    id_, document, layer, label, parts, attributes, note, doubt, annotator, origin = row
    if type(id_) is not str or type(note) is not str:  # `intern` checks the others
        check_words(id_, note)
    return Span(
        id=id_,
        document=intern(document),
        layer=intern(layer),  # shared by the 20,000 rows that an article may have
        label=intern(label),
        parts=parts_from(load(parts)),
        attributes=object_from(load(attributes)) if attributes != _NONE else {},
        note=note,
        doubt=bool(doubt),
        annotator=intern(annotator),
        origin=_origin(origin),
    )


@lru_cache(maxsize=1 << 10)
def _origin(text: str) -> Origin:
    """Return an origin from JSON. It is cached, as most rows share a few origins."""
    return origin_from(load(text))


@lru_cache(maxsize=1 << 10)
def _around(annotator: str, doubt: int, label: str, layer: str, origin: str) -> tuple[str, ...]:
    """Return the pieces of `SPAN_LINE` that similar spans share; each span's own values go between the pieces."""
    own = "\0"  # a character that JSON never contains
    who, made = quoted(annotator), origin_line(_origin(origin))
    about = (own, own, quoted(label), quoted(layer), own, made, own, own, own)
    return tuple((SPAN_LINE % (who, _NONE, "true" if doubt else "false", *about)).split(own))


def plain_span_line(found: Found, text: str) -> str | None:
    """Return a span as `json_records.span_line` does, from ``start``, ``end`` and the columns that `SPAN` reads.

    None if it has gaps or attributes, or its place is wrong: then the caller must build the `Span`.
    """
    start, end, id_, _, layer, label, parts, attributes, note, doubt, annotator, origin = found
    if attributes != _NONE or parts != f"[[{start},{end}]]" or not 0 <= start < end:
        return None
    a, b, c, d, e, f, g = _around(annotator, doubt, label, layer, origin)
    note_ = '""' if note == "" else quoted(note)
    quote_ = quoted(text[start:end])
    return f"{a}{end}{b}{quoted(id_)}{c}{note_}{d}[[{start}, {end}]]{e}{quote_}{f}{start}{g}"


@lru_cache(maxsize=1 << 10)
def _origin_text(origin: Origin) -> str:
    return dump(origin_to(origin))


@lru_cache(maxsize=1 << 10)
def _shared(annotator: str, doubt: bool, label: str, layer: str, note: str, origin: Origin) -> tuple[str, ...]:  # noqa: FBT001
    """Return the pieces of the log's JSON that similar new spans share; each span's own values go between them."""
    own = "\ud800own"  # with half a character, which no row contains
    span = Span(
        id="",
        document="",
        layer=layer,
        label=label,
        parts=((0, 1),),
        note=note,
        doubt=doubt,
        annotator=annotator,
        origin=origin,
    )
    about = {**row_to(span), "document": own, "end": own, "id": own, "parts": own, "start": own}
    return tuple(dump({"before": None, "after": about}).split(f'"{own}"'))


def added_span_line(span: Span) -> str:
    """Return the log's JSON for a new span; a span of one part without attributes needs no encoder."""
    if span.attributes or len(span.parts) != 1:
        return dump({"before": None, "after": row_to(span)})
    ((start, end),) = span.parts
    a, b, c, d, e, f = _shared(span.annotator, span.doubt, span.label, span.layer, span.note, span.origin)
    return f"{a}{quoted(span.document)}{b}{end}{c}{quoted(span.id)}{d}[[{start},{end}]]{e}{start}{f}"


def _suggestion_columns(row: Suggestion, text: TextOf) -> Columns:
    return {
        "id": row.id,
        "document": row.document,
        "layer": row.layer,
        "label": row.label,
        "parts": dump_parts(row.parts),
        "attributes": dump(dict(row.attributes)),
        "relations": dump([draft_relation_to(draft) for draft in row.relations]),
        "score": row.score,
        "source": row.source,
        "version": row.version,
        "rule": row.rule,
        "state": str(row.state),
        "start": row.start,
        "end": row.end,
        "quote": quote(text(row.document), row.parts),
    }


def _suggestion(row: Found, _: TextOf) -> Suggestion:
    id_, document, layer, label, parts, attributes, relations, score, source, version, rule, state = row
    return Suggestion(
        id=id_,
        document=intern(document),
        layer=intern(layer),
        label=intern(label),
        parts=parts_from(load(parts)),
        attributes=object_from(load(attributes)),
        relations=tuple(draft_relation_from(draft) for draft in load(relations)),
        score=score,
        source=intern(source),
        version=intern(version),
        rule=rule,
        state=SuggestionState(state),
    )


def _split_columns(row: DocumentSplit, _: TextOf) -> Columns:
    return {"id": row.document, "split": row.split}


def _split(row: Found, _: TextOf) -> DocumentSplit:
    document, split = row
    return DocumentSplit(document=document, split=split)


_WORDS = Form(dump, lambda stored: tuple(map(str, load(stored))))
_OBJECT = Form(lambda value: dump(dict(value)), lambda stored: object_from(load(stored)))
_ORIGIN = Form(lambda origin: dump(origin_to(origin)), _origin)


def _table(
    kind: Callable[..., RowT], name: str, key: str, rest: str, *, checked: str = "", **forms: Form
) -> Table[RowT]:
    """Return a table whose columns, ``key`` and ``rest``, have the names and values of the row's fields.

    The values of the columns in ``forms`` are converted. The columns ``checked`` must hold text.
    """
    columns, words = (*key.split(), *rest.split()), checked.split()

    def write(row: RowT, _: TextOf) -> Columns:
        values = {column: getattr(row, column) for column in columns}
        for column, form in forms.items():
            values[column] = form.write(values[column])
        return values

    def value(found: Found, _: TextOf) -> RowT:
        values = dict(zip(columns, found, strict=True))
        check_words(*(values[column] for column in words))
        for column, form in forms.items():
            values[column] = form.read(values[column])
        return kind(**values)

    return Table(name=name, key=tuple(key.split()), read=columns, write=write, value=value)


DOCUMENT: Table[Document] = Table(
    name="document",
    key=("id",),
    read=("id", "title", "sha256", "language", "publisher", "author", "url", "published", "meta", "excluded"),
    write=_document_columns,
    value=_document,
)
SPAN: Table[Span] = Table(
    name="span",
    key=("id",),
    read=("id", "document", "layer", "label", "parts", "attributes", "note", "doubt", "annotator", "origin"),
    write=_span_columns,
    value=_span,
)
SUGGESTION: Table[Suggestion] = Table(
    name="suggestion",
    key=("id",),
    read=(
        *("id", "document", "layer", "label", "parts", "attributes", "relations"),
        *("score", "source", "version", "rule", "state"),
    ),
    write=_suggestion_columns,
    value=_suggestion,
)
RELATION = _table(
    Relation, "relation", "id", "label head tail attributes annotator origin", attributes=_OBJECT, origin=_ORIGIN
)
IDENTITY = _table(Identity, "identity", "id", "name label aliases kb_id", aliases=_WORDS)
DOCUMENT_LABEL = _table(DocumentLabel, "document_label", "document annotator label value", "")
SENTENCE_MARK = _table(SentenceMark, "sentence_mark", "document annotator start end", "state")
DOCUMENT_STATE = _table(DocumentState, "document_state", "document annotator", "state note", state=Form(str, State))
SETTLED = _table(
    Settled,
    "settled",
    "id",
    "document layer start end annotator asked taken rule",
    checked="id document layer annotator asked rule",
    taken=_WORDS,
)
DOCUMENT_SPLIT: Table[DocumentSplit] = Table(
    name="document", key=("id",), read=("id", "split"), write=_split_columns, value=_split
)
SETTING = _table(Setting, "setting", "name", "value")
ASSIGNMENT = _table(Assignment, "assignment", "document annotator", "purpose")
REVIEW = _table(Review, "review", "document annotator", "made")
COMMENT = _table(Comment, "comment", "id", "document span start end text annotator made reply_to")
PACKAGE = _table(
    Package, "package", "id", "annotator purpose made options", checked="id annotator purpose made", options=_OBJECT
)

TABLES: Mapping[type, Table[Any]] = {
    Document: DOCUMENT,
    Span: SPAN,
    Relation: RELATION,
    Suggestion: SUGGESTION,
    Identity: IDENTITY,
    DocumentLabel: DOCUMENT_LABEL,
    SentenceMark: SENTENCE_MARK,
    DocumentState: DOCUMENT_STATE,
    Settled: SETTLED,
    Setting: SETTING,
    DocumentSplit: DOCUMENT_SPLIT,
    Assignment: ASSIGNMENT,
    Package: PACKAGE,
    Review: REVIEW,
    Comment: COMMENT,
}
