"""The shapes of rows in the project's tables, by which rows are recognised anywhere in a damaged file."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import TypeAlias

from annotator.store.repair.pages import Value

Row: TypeAlias = dict[str, Value]
_ID = re.compile(r"[0-9a-f]{32}")
_DIGEST = re.compile(r"[0-9a-f]{64}")
_WHEN = re.compile(r"\d{4}-\d\d-\d\dT[0-9:.+Z-]{5,}")
_STATES = frozenset({"open", "done", "skipped"})
_LONG = 200  # characters of a name
_TYPES: Mapping[str, tuple[type, ...]] = MappingProxyType(
    {
        "number": (int, type(None)),  # None in the record: SQLite keeps it as the row id
        "whole": (int,),
        "score": (float, int, type(None)),
        "bytes": (bytes,),
        "maybe": (str, type(None)),
        "maybe_whole": (int, type(None)),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class TableShape:
    """A table's stored columns, the kind of value in each, and the key.

    Kinds: ``id``, ``digest``, ``when``, ``name`` (a short text), ``text``, ``maybe`` (text or NULL), ``list`` and
    ``object`` (JSON), ``whole`` (an integer), ``maybe_whole``, ``score``, ``bytes``, ``number`` (the row id) and
    ``state``. The last ``later`` columns were added by a migration, so older rows end before them.
    """

    table: str
    columns: Mapping[str, str]
    key: tuple[str, ...]
    by_tree: bool = False  # its rows look too much like others to be recognised outside its tree
    later: int = 0

    def row(self, rowid: int, values: Sequence[Value]) -> tuple[Row, bool] | None:
        """Return the values as a row, and whether each has its column's type, or None if they fit no row of this table.

        A value of another type becomes None. The key must be complete.
        """
        if len(values) not in self.widths:
            return None
        values = [*values, *[None] * (len(self.columns) - len(values))]
        row: Row = {}
        whole = True
        for (column, kind), value in zip(self.columns.items(), values, strict=True):
            found = rowid if kind == "number" and value is None else value
            good = isinstance(found, _TYPES.get(kind, (str,)))
            whole = whole and good
            row[column] = found if good else None
        return None if any(row[column] is None for column in self.key) else (row, whole)

    @property
    def widths(self) -> tuple[int, ...]:
        """The numbers of values that a row may have."""
        return tuple(dict.fromkeys((len(self.columns), len(self.columns) - self.later)))

    def names_well(self, row: Row) -> bool:
        """Return whether each value of the key has the form that its column requires."""
        return all(_is(self.columns[column], row[column]) for column in self.key)

    def knows(self, row: Row) -> bool:
        """Return whether each value of a row has the form that its column requires."""
        return all(_is(kind, row[column]) for column, kind in self.columns.items())


def is_id(value: Value) -> bool:
    """Return whether a value looks like the id of a row, a uuid or a digest in hex."""
    return isinstance(value, str) and (_ID.fullmatch(value) or _DIGEST.fullmatch(value)) is not None


def _is(kind: str, value: Value) -> bool:
    match kind:
        case "id":
            return isinstance(value, str) and _ID.fullmatch(value) is not None
        case "digest":
            return isinstance(value, str) and _DIGEST.fullmatch(value) is not None
        case "when":
            return isinstance(value, str) and _WHEN.fullmatch(value) is not None
        case "name":
            return isinstance(value, str) and 0 < len(value) <= _LONG and not _ID.fullmatch(value)
        case "list":
            return isinstance(value, str) and value[:1] == "[" and value[-1:] == "]"
        case "object":
            return isinstance(value, str) and value[:1] == "{" and value[-1:] == "}"
        case "state":
            return value in _STATES
        case _:
            return isinstance(value, _TYPES.get(kind, (str,)))


def _shape(table: str, columns: str, key: str, *, by_tree: bool = False, later: int = 0) -> TableShape:
    """Build a shape from words such as ``id:id title:text``."""
    pairs = (word.partition(":") for word in columns.split())
    named = {name: kind for name, _, kind in pairs}
    return TableShape(table=table, columns=named, key=tuple(key.split()), by_tree=by_tree, later=later)


_LABELLED = "id:id document:id layer:name label:name start:whole end:whole parts:list quote:text"
_ALL = (  # the most distinctive shapes come first
    _shape(
        "document",
        "id:id title:text sha256:digest language:name publisher:maybe author:maybe url:maybe published:maybe"
        " meta:object excluded:list characters:whole added:when split:maybe",
        "id",
    ),
    _shape("span", f"{_LABELLED} attributes:object note:text doubt:whole annotator:name origin:object", "id"),
    _shape("relation", "id:id label:name head:id tail:id attributes:object annotator:name origin:object", "id"),
    _shape(
        "suggestion",
        f"{_LABELLED} attributes:object relations:list score:score source:name version:text rule:maybe state:name",
        "id",
    ),
    _shape(
        "edit",
        "number:number id:id kind:name annotator:name at:when milliseconds:whole changes:list undoes:maybe"
        " turn:maybe_whole copy:maybe facts:maybe",
        "number",
        later=3,
    ),
    _shape("identity", "id:id name:name label:name aliases:list kb_id:maybe", "id"),
    _shape("document_state", "document:id annotator:name state:state note:text", "document annotator"),
    _shape(
        "sentence_mark", "document:id annotator:name start:whole end:whole state:name", "document annotator start end"
    ),
    _shape(
        "settled",
        "id:digest document:id layer:name start:whole end:whole annotator:name asked:digest taken:list rule:name",
        "id",
    ),
    _shape(
        "comment",
        "id:id document:id span:maybe start:whole end:whole text:text annotator:name made:when reply_to:maybe",
        "id",
    ),
    _shape("document_label", "document:id annotator:name label:name value:name", "document annotator label value"),
    _shape("document_tokens", "document:id tokenizer:name version:text starts:bytes ends:bytes", "document"),
    _shape("held_sentence", "document:id start:whole end:whole", "document start"),
    _shape("document_text", "document:id text:text", "document"),
    _shape("annotator", "name:name created:when", "name"),
    _shape("package", "id:id annotator:name purpose:name made:when options:object", "id"),
    _shape("setting", "name:name value:text", "name"),
    _shape("document_source", "document:id source:name version:text", "document source", by_tree=True),
    _shape("edit_document", "document:id edit:whole", "document edit", by_tree=True),
    _shape("file_read", "digest:digest document:id documents:whole", "digest document", by_tree=True),
    _shape("assignment", "document:id annotator:name purpose:name", "document annotator", by_tree=True),
    _shape("review", "document:id annotator:name made:when", "document annotator", by_tree=True),
    _shape("row_head", "kind:name row:text edit:text", "kind row edit", by_tree=True),
    _shape("dispute", "kind:name row:text field:text said:list", "kind row field", by_tree=True),
    _shape("_sqlite_migrations", "id:number migration_set:name name:name applied_at:text", "id", by_tree=True),
)
SHAPES: Mapping[str, TableShape] = MappingProxyType({shape.table: shape for shape in _ALL})
WITHOUT_ROWID = frozenset(
    {"document_source", "edit_document", "file_read", "assignment", "review", "row_head", "dispute"}
)
SCHEMA = _shape("sqlite_schema", "type:name name:name tbl_name:name rootpage:whole sql:maybe", "name")


def known(rowid: int, values: Sequence[Value]) -> tuple[TableShape, Row] | None:
    """Return the shape that a row's values match, with the row, or None."""
    for shape in _ALL:
        found = None if shape.by_tree else shape.row(rowid, values)
        if found is not None and found[1] and shape.knows(found[0]):
            return shape, found[0]
    return None
