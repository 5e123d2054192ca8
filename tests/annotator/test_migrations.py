"""The file's schema, as others see it."""

import sqlite3

from sqlite_utils import Database

from annotator.migrations import MIGRATIONS


def made():
    database = Database(sqlite3.connect(":memory:", isolation_level=None))
    MIGRATIONS.apply(database)
    return database


def test_the_tables_and_views_that_others_rely_on_are_there():
    database = made()
    assert {"document", "document_text", "span", "relation", "suggestion", "edit"} <= set(database.table_names())
    assert set(database.view_names()) == {
        "annotation",
        "claim_card",
        "claim_now",
        "document_words",
        "progress",
        "replaced",
    }
    for view in database.view_names():
        assert list(database[view].rows) == []
    database.close()


def test_migrating_twice_changes_nothing():
    database = made()
    before = database.schema
    MIGRATIONS.apply(database)
    assert database.schema == before
    database.close()


def test_every_table_is_strict_about_what_it_holds():
    database = made()
    indexes = "_", "document_search", "claim_search"  # SQLite's own
    loose = [t.name for t in database.tables if not t.strict and not t.name.startswith(indexes)]
    assert loose == []
    database.close()


def test_claims_that_were_there_before_their_index_are_found():
    database = Database(sqlite3.connect(":memory:", isolation_level=None))
    MIGRATIONS.apply(database, stop_before="m003_claim_search")
    database.execute("INSERT INTO annotator VALUES ('anna', '')")
    database.execute("INSERT INTO document VALUES ('d', '', '', 'de', '', '', '', '', '', '', 0, '', '')")
    saying = "Straßen"
    said = [("a", "claims", '{"claim_text": "Züge"}'), ("b", "claims", "damaged"), ("c", "entities", "{}")]
    for id_, layer, attributes in said:
        database.execute(
            "INSERT INTO span VALUES (?, 'd', ?, '', 0, 1, '', ?, ?, '', 0, 'anna', '')",
            [id_, layer, saying, attributes],
        )
    MIGRATIONS.apply(database)
    found = database.query(
        "SELECT claim FROM claim_words WHERE number IN (SELECT rowid FROM claim_search(?))", ["strass*"]
    )
    assert [row["claim"] for row in found] == ["a", "b"]
    assert [row["term"] for row in database.query("SELECT term FROM claim_search_word")] == ["strassen", "zuge"]
    database.close()
