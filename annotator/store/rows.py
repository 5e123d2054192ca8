"""Values ↔ table rows: one `Table` for each kind of row."""

import json
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from sys import intern
from typing import Any, Generic, TypeAlias, TypeVar

from annotator.model.json_rows import (
    SPAN_LINE,
    draft_relation_from,
    draft_relation_to,
    object_from,
    origin_from,
    origin_line,
    origin_to,
    parts_from,
    quoted,
)
from annotator.model.values import (
    Document,
    DocumentLabel,
    DocumentSplit,
    DocumentState,
    Identity,
    Origin,
    Part,
    Relation,
    Row,
    SentenceMark,
    Setting,
    Span,
    State,
    Suggestion,
    SuggestionState,
    quote,
)
from annotator.store.sqlite_errors import damaged, sqlite_errors
from annotator.system.errors import AnnotatorError, StoreError

Columns: TypeAlias = dict[str, Any]
TextOf: TypeAlias = Callable[[str], str]  # a document's text, by its id
Found: TypeAlias = Sequence[Any]
_scan: Callable[[str, int], tuple[Any, int]] = json.JSONDecoder().scan_once  # type: ignore[attr-defined]  # not in the stubs
_NONE = "{}"
_EMPTY: Mapping[type, str] = {dict: _NONE, list: "[]", tuple: "[]"}  # what is in most columns needs no encoder
_write = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
UNREADABLE = (ValueError, LookupError, TypeError, AttributeError, OverflowError, RecursionError, AnnotatorError)
"""What comes of a row that somebody else's hand changed; that it is a bug of ours is told apart by nobody."""
RowT = TypeVar("RowT", bound=Row)

REPLACED = "document.id IN (SELECT document FROM replaced)"
"""That a newer version stands for ``document``."""
CURRENT = "document.id NOT IN (SELECT document FROM replaced)"
"""That none does: whatever lists or counts articles asks for it."""


def dump(value: Any) -> str:
    """Write JSON the short way."""
    return _write(value) if value else _EMPTY.get(type(value)) or _write(value)


def dump_parts(parts: Sequence[Part]) -> str:
    """Write parts as `dump` does; one part, as most rows have, needs no encoder."""
    if len(parts) == 1:
        ((start, end),) = parts
        return f"[[{start},{end}]]"
    return dump(parts)


def load(text: str) -> Any:
    """Read JSON, that of `dump` without the detours that `json.loads` takes: an article may have 20,000 rows of it.

    Raises:
        ValueError: It is none, is nested too deep, or an escape in it stands for half a character.
    """
    try:
        value, end = _scan(text, 0)
        if end != len(text):
            value = json.loads(text)
    except StopIteration:
        value = json.loads(text)
    except RecursionError as error:
        raise ValueError("it is nested too deep") from error
    if "\\u" in text:  # ours has such only for control characters
        _write(value).encode()
    return value


@contextmanager
def readable(path: Path, table: str, row: Callable[[], object]) -> Iterator[None]:
    """Turn what is wrong with a row that somebody else's hand changed into a sentence.

    Raises:
        StoreError: ``store.damaged``.
    """
    try:
        yield
    except StoreError:
        raise
    except UNREADABLE as error:
        raise damaged(path, f"{table} {row()}") from error


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)  # there is one of a kind
class Table(Generic[RowT]):
    """Where rows of one kind stand: the columns that are read, and the columns that name a row."""

    name: str
    key: tuple[str, ...]
    read: tuple[str, ...]
    write: Callable[[Any, TextOf], Columns]
    value: Callable[[Found, TextOf], RowT]

    @property
    def select(self) -> str:
        """The statement that reads a row by its key."""
        return f"SELECT {', '.join(self.read)} FROM {self.name} WHERE {self.where}"  # noqa: S608  # names of ours

    @property
    def where(self) -> str:
        """The condition that names a row."""
        return " AND ".join(f"{column} = :{column}" for column in self.key)


def fetched(
    connection: sqlite3.Connection, path: Path, table: Table[RowT], rest: str, values: Mapping[str, Any], text: TextOf
) -> list[RowT]:
    """Read the rows of a table for which the rest of a statement, after its WHERE, holds.

    Raises:
        StoreError: The file cannot be read, or ``store.damaged``.
    """
    statement = f"SELECT {', '.join(table.read)} FROM {table.name} WHERE {rest}"  # noqa: S608  # names of ours
    rows, key = [], None
    with readable(path, table.name, lambda: key):
        with sqlite_errors(path):
            each = connection.execute(statement, values).fetchall()
        for found in each:
            key = found[0]
            rows.append(table.value(found, text))
    return rows


def check_words(*values: Any) -> None:
    """Refuse what is no text: a table that was not always strict may hold anything."""
    for value in values:
        if type(value) is not str:
            raise TypeError(f"text is wanted, not {type(value).__name__}")


def _document_columns(row: Document, text: TextOf) -> Columns:
    del text
    return {
        "id": row.id,
        "title": row.title,
        "sha256": row.sha256,
        "language": row.language,
        "publisher": row.publisher,
        "author": row.author,
        "url": row.url,
        "published": row.published,
        "meta": dump(dict(row.meta)),
        "excluded": dump(row.excluded),
    }


def _document(row: Found, text: TextOf) -> Document:
    id_, title, sha256, language, publisher, author, url, published, meta, excluded = row
    words = text(id_)
    check_words(id_, title, words, sha256, language, *(v for v in (publisher, author, url, published) if v is not None))
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
        meta=object_from(load(meta)),
        excluded=parts_from(load(excluded)),
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
        "origin": dump(origin_to(row.origin)),
        "start": row.start,
        "end": row.end,
        "quote": quote(text(row.document), row.parts),
    }


def _span(row: Found, text: TextOf) -> Span:
    del text
    id_, document, layer, label, parts, attributes, note, doubt, annotator, origin = row
    if type(id_) is not str or type(note) is not str:  # `intern` looks at the others
        check_words(id_, note)
    return Span(
        id=id_,
        document=intern(document),
        layer=intern(layer),  # one string for what 20,000 rows of an article have in common
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
    """Read an origin; most rows have one of few."""
    return origin_from(load(text))


@lru_cache(maxsize=1 << 10)
def _around(annotator: str, doubt: int, label: str, layer: str, origin: str) -> tuple[str, ...]:
    """Write what spans without attributes share with others: the pieces of `SPAN_LINE` around what is a span's own."""
    own = "\0"  # which no JSON holds
    said, made = quoted(annotator), origin_line(_origin(origin))
    about = (own, own, quoted(label), quoted(layer), own, made, own, own, own)
    return tuple((SPAN_LINE % (said, _NONE, "true" if doubt else "false", *about)).split(own))


def plain_span_line(found: Found, text: str) -> str | None:
    """Write a span as `record.span_line` does, from ``start, end`` and the columns that `SPAN` reads.

    None if it has gaps or attributes, or anything is wrong with its place: then the span itself has to be made.
    """
    start, end, id_, _, layer, label, parts, attributes, note, doubt, annotator, origin = found
    if attributes != _NONE or parts != f"[[{start},{end}]]" or not 0 <= start < end:
        return None
    a, b, c, d, e, f, g = _around(annotator, doubt, label, layer, origin)
    quote_ = quoted(text[start:end])
    return f"{a}{end}{b}{quoted(id_)}{c}{quoted(note)}{d}[[{start}, {end}]]{e}{quote_}{f}{start}{g}"


def _relation_columns(row: Relation, text: TextOf) -> Columns:
    del text
    return {
        "id": row.id,
        "label": row.label,
        "head": row.head,
        "tail": row.tail,
        "attributes": dump(dict(row.attributes)),
        "annotator": row.annotator,
        "origin": dump(origin_to(row.origin)),
    }


def _relation(row: Found, text: TextOf) -> Relation:
    del text
    id_, label, head, tail, attributes, annotator, origin = row
    return Relation(
        id=id_,
        label=label,
        head=head,
        tail=tail,
        attributes=object_from(load(attributes)),
        annotator=annotator,
        origin=origin_from(load(origin)),
    )


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


def _suggestion(row: Found, text: TextOf) -> Suggestion:
    del text
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


def _identity_columns(row: Identity, text: TextOf) -> Columns:
    del text
    return {"id": row.id, "name": row.name, "label": row.label, "aliases": dump(row.aliases), "kb_id": row.kb_id}


def _identity(row: Found, text: TextOf) -> Identity:
    del text
    id_, name, label, aliases, kb_id = row
    return Identity(id=id_, name=name, label=label, aliases=tuple(map(str, load(aliases))), kb_id=kb_id)


def _label_columns(row: DocumentLabel, text: TextOf) -> Columns:
    del text
    return {"document": row.document, "annotator": row.annotator, "label": row.label, "value": row.value}


def _label(row: Found, text: TextOf) -> DocumentLabel:
    del text
    document, annotator, label, value = row
    return DocumentLabel(document=document, annotator=annotator, label=label, value=value)


def _sentence_columns(row: SentenceMark, text: TextOf) -> Columns:
    del text
    return {
        "document": row.document,
        "annotator": row.annotator,
        "start": row.start,
        "end": row.end,
        "state": row.state,
    }


def _sentence(row: Found, text: TextOf) -> SentenceMark:
    del text
    document, annotator, start, end, state = row
    return SentenceMark(document=document, annotator=annotator, start=start, end=end, state=state)


def _state_columns(row: DocumentState, text: TextOf) -> Columns:
    del text
    return {"document": row.document, "annotator": row.annotator, "state": str(row.state), "note": row.note}


def _state(row: Found, text: TextOf) -> DocumentState:
    del text
    document, annotator, state, note = row
    return DocumentState(document=document, annotator=annotator, state=State(state), note=note)


def _split_columns(row: DocumentSplit, text: TextOf) -> Columns:
    del text
    return {"id": row.document, "split": row.split}


def _split(row: Found, text: TextOf) -> DocumentSplit:
    del text
    document, split = row
    return DocumentSplit(document=document, split=split)


def _setting_columns(row: Setting, text: TextOf) -> Columns:
    del text
    return {"name": row.name, "value": row.value}


def _setting(row: Found, text: TextOf) -> Setting:
    del text
    name, value = row
    return Setting(name=name, value=value)


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
RELATION: Table[Relation] = Table(
    name="relation",
    key=("id",),
    read=("id", "label", "head", "tail", "attributes", "annotator", "origin"),
    write=_relation_columns,
    value=_relation,
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
IDENTITY: Table[Identity] = Table(
    name="identity",
    key=("id",),
    read=("id", "name", "label", "aliases", "kb_id"),
    write=_identity_columns,
    value=_identity,
)
DOCUMENT_LABEL: Table[DocumentLabel] = Table(
    name="document_label",
    key=("document", "annotator", "label", "value"),
    read=("document", "annotator", "label", "value"),
    write=_label_columns,
    value=_label,
)
SENTENCE_MARK: Table[SentenceMark] = Table(
    name="sentence_mark",
    key=("document", "annotator", "start", "end"),
    read=("document", "annotator", "start", "end", "state"),
    write=_sentence_columns,
    value=_sentence,
)
DOCUMENT_STATE: Table[DocumentState] = Table(
    name="document_state",
    key=("document", "annotator"),
    read=("document", "annotator", "state", "note"),
    write=_state_columns,
    value=_state,
)
DOCUMENT_SPLIT: Table[DocumentSplit] = Table(
    name="document", key=("id",), read=("id", "split"), write=_split_columns, value=_split
)
SETTING: Table[Setting] = Table(
    name="setting", key=("name",), read=("name", "value"), write=_setting_columns, value=_setting
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
    Setting: SETTING,
    DocumentSplit: DOCUMENT_SPLIT,
}
