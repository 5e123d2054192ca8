"""Edits are read from the log in pieces, and correctly wherever a piece ends."""

import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest

from annotator.editing import edits
from annotator.editing.log.history import size_of
from annotator.jobs import article_steps
from annotator.model.values import Document
from annotator.processes import slices
from annotator.project.project import Project
from annotator.store.log import edit_log
from annotator.system.errors import StoreError
from tests.annotator.made import TEXT, add_article, make_project, span


@pytest.fixture
def long(tmp_path, monkeypatch):
    """A closed project with an edit of 300 labels with emoji in their notes, read in pieces of 7 bytes."""
    with closing(make_project(tmp_path)) as project:
        document = add_article(project)
        spans = [replace(span(document, "Köln"), note=f'ü🎈\\"]{number}') for number in range(300)]
        edit = edits.add(spans)
        project.do(edit)
        path = project.path
    monkeypatch.setattr(edit_log, "_PIECE", 7)
    monkeypatch.setattr(edit_log, "_LARGEST_PIECE", 1 << 12)
    return path, document, edit


def test_edit_read_in_pieces_is_equal(long):
    path, document, edit = long
    with closing(Project.open(path, read_only=True)) as project:
        assert project.read.edit(edit.id) == replace(edit, about=frozenset({document}))


def test_step_of_deleted_article_can_be_read(tmp_path):
    """Its other articles list it; undoing it is refused with a reason."""
    with closing(make_project(tmp_path)) as project:
        both = [add_article(project, title, TEXT + title) for title in ("eins", "zwei")]
        step = slices.finish(project.timeline.doing(article_steps.batching(project.read, both, "Mai", "anna")))
        assert step is not None
        project.delete_documents(both[1:])
    with closing(Project.open(project.path)) as project:  # no text is kept in memory
        found = project.read.edit(step.id)
        rows = [change.after for change in found.changes]
        assert [row.meta for row in rows if isinstance(row, Document)] == [{"batch": "Mai"}] * 2
        with pytest.raises(StoreError) as refused:
            project.undo(both[0])
        assert refused.value.code == "undo.changed_since"


def test_beginning_of_long_edit_estimates_its_length(long, monkeypatch):
    path, document, edit = long
    monkeypatch.setattr(edit_log, "_LONG", 1_000)
    monkeypatch.setattr(edit_log, "_PIECE", 4_000)
    with closing(Project.open(path)) as project:
        found = project.next_undo(document)
        assert found is not None
        assert found.id == edit.id
        assert found.changes == edit.changes[: len(found.changes)]
        assert 0 < len(found.changes) < 20
        assert 0.9 < size_of(found) / 300 < 1.1
        with pytest.raises(ValueError, match="only the beginning"):
            found.inverse(annotator="anna")
        undoing = slices.finish(project.timeline.inverting(found))
        assert undoing is not None
        assert undoing.undoes == edit.id
        assert project.read.annotated(document, "anna").spans == ()
        again = project.redo(document)
        assert again is not None
        assert len(again.changes) == 300
        assert len(project.read.annotated(document, "anna").spans) == 300


@pytest.mark.parametrize("changes", ["", "[", "[{}", "x", '[{"before": null, "after": null}', "[1]", "[],"])
def test_damaged_edit_is_reported(long, changes):
    path, _, edit = long
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE edit SET changes = ? WHERE id = ?", [changes, edit.id])
    with closing(Project.open(path)) as project, pytest.raises(StoreError) as told:
        project.read.edit(edit.id)
    assert told.value.code == "store.damaged"


def test_edit_without_changes_is_read(long):
    path, document, edit = long
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE edit SET changes = '[]' WHERE id = ?", [edit.id])
    with closing(Project.open(path, read_only=True)) as project:
        assert project.read.edit(edit.id).changes == ()
        assert project.read.text(document) == TEXT
