"""The full check of a project file: schema, hashes, quotes, boundaries, links, values, log and full text indexes."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from annotator.model.json_rows import parts_from
from annotator.model.values import quote
from annotator.store.checks import row_checks, schema_guard
from annotator.store.checks.row_checks import Fault, faults_in
from annotator.store.checks.schema_guard import Alteration
from annotator.store.connection import Connection, Error
from annotator.store.row_json import UNREADABLE, load
from annotator.text.normalization import fingerprint
from annotator.text.tokens import from_bytes


def faults(connection: Connection, altered: Iterable[Alteration] = ()) -> list[Fault]:
    """Return the faults of the file and of all documents with their annotations, and a fault for each alteration."""
    found = alteration_faults(altered)
    in_search = not row_checks.are_altered(altered)
    looks = (_of_pages, _of_links, _of_texts, _of_tokens, _of_spans, _of_suggestions, _of_claims, *row_checks.LOOKS)
    for look in (*looks, row_checks.look) if in_search else looks:
        try:
            found.extend(look(connection))
        except Error as error:  # rows after a damaged page cannot be read
            found.append(Fault(table="file", row="", what=str(error)))
        except UNREADABLE as error:
            found.append(Fault(table="file", row="", what=f"holds what cannot be read ({error})"))
    return list(dict.fromkeys(found))


def alteration_faults(altered: Iterable[Alteration]) -> list[Fault]:
    """Return a fault for each object of the SQLite schema that another program added, changed or removed."""
    return [
        Fault(table=each.kind, row=each.name, what=f"{each.change} by another program; repair makes a cleaned copy")
        for each in altered
    ]


def _of_pages(connection: Connection) -> Iterator[Fault]:
    """Check the pages of the whole file, or only of our tables if the file has other tables.

    The check evaluates generated columns and indexed expressions. In tables of other programs these may run for ever.
    """
    ours = schema_guard.own_tables(connection)
    for table in (None,) if ours is None else ours:
        where = "" if table is None else f"({table})"
        for (message,) in connection.execute(f"PRAGMA integrity_check{where}"):
            if message != "ok":
                yield Fault(table="file", row="", what=message)


def _of_links(connection: Connection) -> Iterator[Fault]:
    for ours in schema_guard.own_tables(connection) or (None,):
        where = "" if ours is None else f"({ours})"
        for table, row, parent, _ in connection.execute(f"PRAGMA foreign_key_check{where}"):
            yield Fault(table=table, row=str(row), what=f"names a row that is not in {parent}")


def _of_texts(connection: Connection) -> Iterator[Fault]:
    rows = connection.execute(
        "SELECT id, sha256, characters, document_text.text FROM document"
        " LEFT JOIN document_text ON document_text.document = document.id"
    )
    yield from faults_in("document", rows, _wrong_text)
    for (id_,) in connection.execute("SELECT id FROM document WHERE id NOT IN (SELECT document FROM document_number)"):
        yield Fault(table="document", row=str(id_), what="cannot be found by its words")


def _wrong_text(sha256: str, characters: int, text: str | None) -> str | None:
    if text is None:
        return "has no text"
    if fingerprint(text) != sha256:
        return "its text is not what was imported"
    return None if len(text) == characters else "its length is not that of its text"


def _of_tokens(connection: Connection) -> Iterator[Fault]:
    rows = connection.execute(
        "SELECT document_tokens.document, tokenizer, version, starts, ends, document_text.text"
        " FROM document_tokens JOIN document_text ON document_text.document = document_tokens.document"
    )
    yield from faults_in("document_tokens", rows, _wrong_tokens)


def _wrong_tokens(tokenizer: str, version: str, starts: bytes, ends: bytes, text: str) -> str | None:
    try:
        from_bytes(tokenizer, version, starts, ends, text)
    except (ValueError, TypeError):
        return "its word boundaries are damaged; they are drawn anew when the article is opened"
    return None


def _of_spans(connection: Connection) -> Iterator[Fault]:
    return _of_quotes(connection, "span")


def _of_suggestions(connection: Connection) -> Iterator[Fault]:
    return _of_quotes(connection, "suggestion")


def _of_quotes(connection: Connection, table: str) -> Iterator[Fault]:
    for document, text in connection.execute("SELECT document, text FROM document_text"):
        statement = f"SELECT id, start, end, parts, quote FROM {table} WHERE document = ?"  # noqa: S608  # ours
        for id_, *written in connection.execute(statement, [document]):
            yield from faults_in(table, [(id_, text, *written)], _wrong_quote)


def _wrong_quote(text: str, start: int, end: int, written: str, words: str) -> str | None:
    try:
        parts = parts_from(load(written))
    except (ValueError, TypeError):
        return "its parts cannot be read"
    if not parts or parts[0][0] != start or parts[-1][1] != end:
        return "its boundaries do not fit its parts"
    if any(s >= e for s, e in parts) or any(a[1] >= b[0] for a, b in pairwise(parts)) or end > len(text) or start < 0:
        return "its parts are not in order inside the text"
    if quote(text, parts) != words:
        return f"reads {quote(text, parts)!r}, was labelled as {words!r}"
    return None


def _of_claims(connection: Connection) -> Iterator[Fault]:
    columns = [column for _, column, *_ in connection.execute("PRAGMA table_info(claim_now)")]
    if not columns:
        return
    kept, true = (f"SELECT {', '.join(columns)} FROM {name}" for name in ("claim_index", "claim_now"))  # noqa: S608
    differing = f"SELECT claim FROM ({kept} EXCEPT {true}) UNION SELECT claim FROM ({true} EXCEPT {kept})"  # noqa: S608
    for (id_,) in connection.execute(differing):
        yield Fault(table="claim_index", row=str(id_), what="is not what the claim and its claimant say")
