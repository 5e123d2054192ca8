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
    assert set(database.view_names()) == {"annotation", "claim_card", "claim_now", "document_words", "progress"}
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
    loose = [t.name for t in database.tables if not t.strict and not t.name.startswith(("_", "document_search"))]
    assert loose == []
    database.close()
