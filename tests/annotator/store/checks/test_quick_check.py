"""Damage is reported soon after a project was opened."""

import sqlite3
from contextlib import closing

import pytest

from annotator.editing import edits
from annotator.project.project import Project
from annotator.store.checks.quick_check import quick_faults
from tests.annotator.made import add_article, claim, make_project, span


@pytest.fixture
def path(tmp_path):
    project = make_project(tmp_path)
    document = add_article(project)
    made = [span(document, "Köln"), span(document, "EU", "ORG"), claim(document, "sie spare viel")]
    project.do(edits.add(made))
    project.do(edits.relate(made[2], "claimant", made[1], annotator="anna"))
    project.close()
    return project.path


def faults(path):
    with closing(Project.open(path, read_only=True)) as project:
        return [(fault.table, fault.what) for fault in project._store.quick_check()]


def test_whole_project_has_no_fault(path):
    assert faults(path) == []


@pytest.mark.parametrize(
    ("statement", "table", "says"),
    [
        ("DELETE FROM document", "document_text", "names a row that is not in document"),
        ("UPDATE span SET label = 'LOK' WHERE label = 'LOC'", "span", "no label of the schema"),
        ("UPDATE span SET annotator = 'nobody'", "span", "not in annotator"),
        ("DELETE FROM edit WHERE number = 2", "edit", "the last has number"),
        ("UPDATE document_text SET text = 'kurz'", "document", "not as long"),
        ("DELETE FROM setting WHERE name = 'schema'", "setting", "is no schema"),
    ],
)
def test_each_damage_is_named(path, statement, table, says):
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        for trigger in ("document_search_delete", "document_search_text"):
            connection.execute(f"DROP TRIGGER {trigger}")
        connection.execute(statement)
        found = [(fault.table, fault.what) for fault in quick_faults(connection)]
    assert any(where == table and says in what for where, what in found), found


def test_row_missing_in_its_index_is_named(path):
    content = path.read_bytes()
    with closing(sqlite3.connect(path)) as connection:
        (id_,) = connection.execute("SELECT id FROM span WHERE label = 'LOC'").fetchone()
    places = [at for at in range(len(content)) if content.startswith(id_.encode() + b"", at)]
    changed = bytearray(content)
    with closing(sqlite3.connect(path)) as connection:
        (root,) = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'span'").fetchone()
    at = next(at for at in places if at // 4096 == root - 1)
    changed[at] = ord("f") if changed[at] != ord("f") else ord("e")
    path.write_bytes(changed)
    assert ("span", "is not in its index") in faults(path)


def test_quick_check_reports_damaged_page(path):
    with closing(sqlite3.connect(path)) as connection:
        (root,) = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'span'").fetchone()
    content = bytearray(path.read_bytes())
    content[(root - 1) * 4096 : root * 4096] = bytes(4096)
    path.write_bytes(content)
    assert faults(path)
