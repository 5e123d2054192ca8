"""Fields with values that no version of ours writes: another program has put them into the project."""

import json
import sqlite3
from contextlib import closing

import pytest

from annotator.editing import edits
from annotator.model.compounds import FORM
from annotator.model.values import ENTITIES, Span, new_id
from annotator.project.project import Project
from annotator.store.reader import DocumentQuery
from tests.ui.conftest import TEXT


@pytest.fixture
def name(project_path):
    """A name in the open article, and the id of its label."""
    with closing(Project.open(project_path)) as project:
        document = project.read.document_ids(DocumentQuery(annotator="anna"))[0]
        start = TEXT.index("Hyundai")
        parts = ((start, start + len("Hyundai")),)
        span = Span(id=new_id(), document=document, layer=ENTITIES, label="ORG", parts=parts, annotator="anna")
        project.do(edits.add(span))
    return span.id


def give(path, values):
    """Write values into the fields of all labels, as another program would."""
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.create_function("casefold", 1, str.casefold, deterministic=True)
        connection.execute("UPDATE span SET attributes = ?", [json.dumps(values)])


@pytest.mark.parametrize("value", [["part"], {"part": 1}, 7], ids=["list", "object", "number"])
def test_name_with_foreign_form_is_painted_and_moved(make_window, project_path, name, value):
    give(project_path, {FORM: value})
    window = make_window(project_path)
    assert not window.view.grab().isNull()
    window.aim.activate(name)
    start = TEXT.index("Hyundai")
    window.decisions.move(name, ((start, start + 3),))
    moved = window.session.opened.span(name).quote(TEXT) == "Hyu"
    assert moved or "part_of_word" in window.messages.words
    assert window.desk.crashes.dialog is None
