"""`check` finds every fault, and continues to the end."""

from array import array

import pytest

from annotator.editing import edits
from annotator.processes.worker import no_progress
from annotator.project.project import check
from annotator.text.tokens import from_pairs
from tests.annotator.made import add_article, make_project, span, suggestion


@pytest.fixture
def labelled(project, document):
    first, second = span(document, "Köln"), span(document, "EU", "ORG")
    project.do(edits.add([first, second]))
    project.do(edits.relate(first, "cue", second, annotator="anna"))
    project.put_suggestions(document, "de_news", [suggestion(document, "Kommission", "ORG")])
    assert project._store.check() == []
    return project


@pytest.mark.parametrize(
    ("statement", "table", "says"),
    [
        ("UPDATE document_text SET text = text || '!'", "document", "not what was imported"),
        ("DELETE FROM document_text", "document", "has no text"),
        ("UPDATE span SET quote = 'Bonn' WHERE label = 'LOC'", "span", "reads 'Köln', was labelled as 'Bonn'"),
        ("UPDATE span SET start = 0 WHERE label = 'LOC'", "span", "do not fit"),
        ("UPDATE span SET parts = '[]' WHERE label = 'LOC'", "span", "do not fit"),
        ("UPDATE span SET parts = 'x' WHERE label = 'LOC'", "span", "cannot be read"),
        ("UPDATE span SET parts = '[1]' WHERE label = 'LOC'", "span", "cannot be read"),
        ("UPDATE span SET parts = '[[9,5]]', start = 9, end = 5 WHERE label = 'LOC'", "span", "not in order"),
        ("UPDATE span SET parts = '[[0,5],[3,9]]', start = 0, end = 9 WHERE label = 'LOC'", "span", "not in order"),
        ("UPDATE span SET parts = '[[0,9999]]', start = 0, end = 9999 WHERE label = 'LOC'", "span", "not in order"),
        ("UPDATE suggestion SET quote = '?'", "suggestion", "was labelled as '?'"),
        (
            "INSERT INTO claim_index (claim, document, annotator) SELECT id, document, annotator FROM span LIMIT 1",
            "claim_index",
            "not what the claim and its claimant say",
        ),
        ("UPDATE edit SET changes = '[{' WHERE kind = 'add'", "edit", "changes cannot be read"),
        ("UPDATE span SET annotator = 'nobody' WHERE label = 'LOC'", "span", "not in annotator"),
    ],
)
def test_check_names_each_fault_and_its_row(labelled, statement, table, says):
    connection = labelled._store._connection
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute(statement)
    found = check(labelled.path, progress=no_progress)
    assert any(where == table and says in what for where, _, what in found), found


TORN = [
    ("starts", b"abc"),  # no whole number
    ("starts", array("I", [0])),  # fewer than ends
    ("ends", array("I", [8, 10, 12])),
    ("starts", array("I", [9, 0])),  # out of order
    ("ends", array("I", [9, 9])),  # without a character
    ("ends", array("I", [8, 100_000])),  # behind the text
    ("ends", array("I", [10, 10])),  # one within the other
]


@pytest.mark.parametrize(("column", "torn"), TORN)
def test_damaged_tokens_are_reported_and_read_as_missing(project, document, column, torn):
    project.put_tokens(document, from_pairs("de", "1", [(0, 8), (9, 10)]))
    assert check(project.path, progress=no_progress) == []
    connection = project._store._connection
    connection.execute(f"UPDATE document_tokens SET {column} = ?", [bytes(torn)])
    ((table, row, what),) = check(project.path, progress=no_progress)
    assert (table, row) == ("document_tokens", document)
    assert "drawn anew" in what
    assert project.read.tokens(document) is None
    project.put_tokens(document, from_pairs("de", "1", []))
    assert check(project.path, progress=no_progress) == []


def test_check_finds_relation_without_span(labelled):
    connection = labelled._store._connection
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("DELETE FROM span WHERE label = 'ORG'")
    assert ("relation", "names a row that is not in span") in [
        (where, what) for where, _, what in check(labelled.path, progress=no_progress)
    ]


def test_check_reports_damaged_page(tmp_path):
    project = make_project(tmp_path)
    for number in range(40):
        add_article(project, str(number), f"{number} " + "wörter " * 2000)
    project.close()
    content = bytearray(project.path.read_bytes())
    content[len(content) // 2 :] = b"\x5a" * (len(content) - len(content) // 2)
    project.path.write_bytes(content)
    found = check(project.path, progress=no_progress)
    assert found
    assert {where for where, _, _ in found} <= {"file", "document", "document_search"}
