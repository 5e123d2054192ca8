"""Compare a replay of the log with the tables. As a pytest plugin, it compares both for every project that is closed.

``pytest -p tests.annotator.store.replays PATH``: projects that another program wrote to (a test by SQL) differ.
"""

from dataclasses import replace

import pytest

from annotator.editing.log.replaying import replayed
from annotator.editing.log.row_keys import RowKey, key_of
from annotator.model.values import Document, DocumentSplit, Part, Row, Setting, Suggestion
from annotator.store.rows import TABLES
from annotator.store.store import Store

DECIDED = {"accepted", "corrected", "rejected"}


def _counts(row):
    match row:
        case Suggestion():
            return row.state in DECIDED
        case Setting():
            return row.name == "schema"
        case DocumentSplit():
            return row.split is not None
        case _:
            return True


def in_tables(store):
    """Return every row of the tables by its key; documents are without their texts."""
    rows: dict[RowKey, Row] = {}
    for table in TABLES.values():
        for found in store._connection.execute(f"SELECT {', '.join(table.read)} FROM {table.name}"):
            row = table.value(found, lambda _: "")
            if _counts(row):
                rows[key_of(row)] = replace(row, text="") if isinstance(row, Document) else row
    return rows


def in_log(store):
    """Return every row that a replay of the log rebuilds, by its key."""
    return {key: row for key, row in replayed(store.read.log.whole()).rows.items() if _counts(row)}


def heads_in_log(store):
    """Return the heads of rows according to the log, keyed as in the table; rows with an id have one once changed."""
    found = replayed(store.read.log.whole())
    return {key: heads for key, heads in found.heads.items() if key in in_heads(store)}


def in_heads(store):
    """Return the edits in the table of heads by row."""
    rows: dict[RowKey, tuple[str, ...]] = {}
    for kind, row, edit in store._connection.execute("SELECT kind, row, edit FROM row_head ORDER BY 1, 2, 3"):
        rows[kind, row] = (*rows.get((kind, row), ()), edit)
    return rows


def held(store):
    """Return the sentences held back by document, from the table and from the log."""
    found: dict[str, tuple[Part, ...]] = {}
    for document, start, end in store._connection.execute("SELECT * FROM held_sentence ORDER BY document, start"):
        found[document] = (*found.get(document, ()), (start, end))
    return found, replayed(store.read.log.whole()).held


def differences(store):
    """Return the keys of rows that differ, with both sides."""
    tables, log = in_tables(store), in_log(store)
    return {
        key: (tables.get(key), log.get(key)) for key in tables.keys() | log.keys() if tables.get(key) != log.get(key)
    }


_told: list[tuple[str, object]] = []


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_call(item):
    close = Store.close

    def compared(self):
        if not self.read_only and self.in_place:
            try:
                found = differences(self)
                if not found and heads_in_log(self) != in_heads(self):
                    found = {"heads": (in_heads(self), heads_in_log(self))}
            except Exception as error:  # noqa: BLE001
                found = {"error": repr(error)}
            if found:
                _told.append((item.nodeid, found))
            else:
                _told.append((item.nodeid, None))
        close(self)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(Store, "close", compared)
        yield


def pytest_terminal_summary(terminalreporter):
    for name, found in _told:
        if found is not None:
            terminalreporter.write_line(f"REPLAY {name}: {str(found)[:1500]}")
    terminalreporter.write_line(f"compared {len(_told)} projects, {sum(f is not None for _, f in _told)} differ")
