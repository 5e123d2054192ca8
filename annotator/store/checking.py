"""Proof that nothing is out of step: hashes, quotes, boundaries, links, log."""

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from annotator.model import quote
from annotator.record import parts_from
from annotator.text import fingerprint
from annotator.tokens import from_bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """Something that is not as it was stored: ``what`` in words, in which row of which table."""

    table: str
    row: str
    what: str


def faults(connection: sqlite3.Connection) -> list[Fault]:
    """Re-verify every document with its words, span and suggestion, and the file itself. No fault, empty list."""
    found: list[Fault] = []
    try:
        for look in (_of_file, _of_texts, _of_tokens, _of_spans, _of_suggestions, _of_claims, _of_log):
            found.extend(look(connection))
    except sqlite3.DatabaseError as error:  # what lies behind a damaged page cannot be looked at
        found.append(Fault(table="file", row="", what=str(error)))
    return found


def _of_file(connection: sqlite3.Connection) -> Iterator[Fault]:
    for (said,) in connection.execute("PRAGMA integrity_check"):
        if said != "ok":
            yield Fault(table="file", row="", what=said)
    for table, row, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        yield Fault(table=table, row=str(row), what=f"names a row that is not in {parent}")


def _of_texts(connection: sqlite3.Connection) -> Iterator[Fault]:
    rows = connection.execute(
        "SELECT id, sha256, text FROM document LEFT JOIN document_text ON document_text.document = document.id"
    )
    for id_, sha256, text in rows:
        if text is None:
            yield Fault(table="document", row=id_, what="has no text")
        elif fingerprint(text) != sha256:
            yield Fault(table="document", row=id_, what="its text is not what was imported")
    for (id_,) in connection.execute("SELECT id FROM document WHERE id NOT IN (SELECT document FROM document_number)"):
        yield Fault(table="document", row=id_, what="cannot be found by its words")


def _of_tokens(connection: sqlite3.Connection) -> Iterator[Fault]:
    rows = connection.execute(
        "SELECT document, tokenizer, version, starts, ends, text"
        " FROM document_tokens JOIN document_text USING (document)"
    )
    for id_, *drawn in rows:
        try:
            from_bytes(*drawn)
        except ValueError:
            what = "its word boundaries are damaged; they are drawn anew when the article is opened"
            yield Fault(table="document_tokens", row=id_, what=what)


def _of_spans(connection: sqlite3.Connection) -> Iterator[Fault]:
    return _of_quotes(connection, "span")


def _of_suggestions(connection: sqlite3.Connection) -> Iterator[Fault]:
    return _of_quotes(connection, "suggestion")


def _of_quotes(connection: sqlite3.Connection, table: str) -> Iterator[Fault]:
    documents = connection.execute("SELECT document, text FROM document_text")
    for document, text in documents:
        statement = f"SELECT id, start, end, parts, quote FROM {table} WHERE document = ?"  # noqa: S608  # ours
        for id_, start, end, written, words in connection.execute(statement, [document]):
            what = _wrong(text, start, end, written, words)
            if what:
                yield Fault(table=table, row=id_, what=what)


def _wrong(text: str, start: int, end: int, written: str, words: str) -> str | None:
    try:
        parts = parts_from(json.loads(written))
    except (ValueError, TypeError):
        return "its parts cannot be read"
    if not parts or parts[0][0] != start or parts[-1][1] != end:
        return "its boundaries do not fit its parts"
    if any(s >= e for s, e in parts) or any(a[1] >= b[0] for a, b in pairwise(parts)) or end > len(text) or start < 0:
        return "its parts are not in order inside the text"
    if quote(text, parts) != words:
        return f"reads {quote(text, parts)!r}, was labelled as {words!r}"
    return None


def _of_claims(connection: sqlite3.Connection) -> Iterator[Fault]:
    kept, true = "SELECT * FROM claim_index", "SELECT * FROM claim_now"
    differing = f"SELECT claim FROM ({kept} EXCEPT {true}) UNION SELECT claim FROM ({true} EXCEPT {kept})"  # noqa: S608
    for (id_,) in connection.execute(differing):
        yield Fault(table="claim_index", row=id_, what="is not what the claim and its claimant say")


def _of_log(connection: sqlite3.Connection) -> Iterator[Fault]:
    for id_, changes in connection.execute("SELECT id, changes FROM edit"):
        try:
            json.loads(changes)
        except ValueError:
            yield Fault(table="edit", row=id_, what="its changes cannot be read")
