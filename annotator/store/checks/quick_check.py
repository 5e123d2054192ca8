"""A quick check for damage, without reading every text: it runs after each opening."""

from collections.abc import Iterator
from itertools import islice

from annotator.model import schema_file
from annotator.model.values import SCHEMA
from annotator.store.checks.faults import Fault
from annotator.store.checks.verifying import flaws
from annotator.store.connection import Connection, DatabaseError
from annotator.store.repair.shapes import SHAPES
from annotator.system.errors import SchemaError

_FEW = 20  # faults of a kind: one is enough to show damage
_LOOKED_AT = (*SHAPES, "document_number", "claim_index", "claim_words", "document_search_data", "claim_search_data")
_COUNTED = {  # the index with one entry per row of a table
    "document": "sqlite_autoindex_document_1",
    "document_text": "sqlite_autoindex_document_text_1",
    "span": "sqlite_autoindex_span_1",
    "relation": "sqlite_autoindex_relation_1",
    "suggestion": "sqlite_autoindex_suggestion_1",
    "identity": "sqlite_autoindex_identity_1",
    "edit": "sqlite_autoindex_edit_1",
}


def quick_faults(connection: Connection) -> list[Fault]:
    """Return the faults in pages, row counts, links, labels and the numbers of the log."""
    found: list[Fault] = []
    try:
        for look in (_of_pages, _of_counts, _of_names, _of_links, _of_labels, _of_log, _of_texts):
            found.extend(look(connection))
    except DatabaseError as error:  # rows behind a damaged page cannot be read
        found.append(Fault(table="file", row="", what=str(error)))
    return found


def _of_pages(connection: Connection) -> Iterator[Fault]:
    for table in _LOOKED_AT:
        for flaw in islice(flaws(connection, table), _FEW):
            yield Fault(table=table, row="", what=flaw)


def _of_counts(connection: Connection) -> Iterator[Fault]:
    for table in _COUNTED:
        (rows,) = connection.execute(f"SELECT count(*) FROM {table} NOT INDEXED").fetchone()  # noqa: S608  # ours
        key = "id" if table != "document_text" else "document"
        statement = f"SELECT count(*) FROM {table} INDEXED BY {_COUNTED[table]} WHERE {key} >= ''"  # noqa: S608
        (named,) = connection.execute(statement).fetchone()
        if rows != named:
            yield Fault(table=table, row="", what=f"has {rows} rows where its index names {named}")


def _of_names(connection: Connection) -> Iterator[Fault]:
    for table in ("span", "relation"):
        statement = (
            f"SELECT id FROM {table} AS each NOT INDEXED WHERE NOT EXISTS"  # noqa: S608  # ours
            f" (SELECT 1 FROM {table} INDEXED BY {_COUNTED[table]} WHERE id = each.id) LIMIT {_FEW}"
        )
        for (id_,) in connection.execute(statement):
            yield Fault(table=table, row=str(id_), what="is not in its index")


def _of_links(connection: Connection) -> Iterator[Fault]:
    rows = connection.execute("SELECT * FROM pragma_foreign_key_check LIMIT ?", [_FEW])
    for table, row, parent, _ in rows:
        yield Fault(table=table, row=str(row), what=f"names a row that is not in {parent}")


def _of_labels(connection: Connection) -> Iterator[Fault]:
    """Compare the labels of rows with the schema: a label with a flipped bit is in no schema."""
    (text,) = connection.execute("SELECT value FROM setting WHERE name = ?", [SCHEMA]).fetchone() or ("",)
    try:
        schema = schema_file.loads(text, name="")
    except (SchemaError, RecursionError):
        yield Fault(table="setting", row=SCHEMA, what="is no schema")
        return
    for layer, label in connection.execute("SELECT DISTINCT layer, label FROM span NOT INDEXED"):
        if schema.label(layer, label) is None:
            yield Fault(table="span", row=f"{layer}.{label}", what="is no label of the schema")


def _of_log(connection: Connection) -> Iterator[Fault]:
    count, last = connection.execute("SELECT count(*), coalesce(max(number), 0) FROM edit").fetchone()
    if count != last:
        yield Fault(table="edit", row="", what=f"has {count} steps where the last has number {last}")


def _of_texts(connection: Connection) -> Iterator[Fault]:
    """Compare lengths only; `check` compares the hash of each text."""
    statement = (
        "SELECT id FROM document LEFT JOIN document_text ON document_text.document = document.id"
        " WHERE text IS NULL OR length(text) != characters LIMIT ?"
    )
    for (id_,) in connection.execute(statement, [_FEW]):
        yield Fault(table="document", row=id_, what="its text is not as long as what was imported")
