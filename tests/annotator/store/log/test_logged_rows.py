"""A log that another program changed: steps with values of a wrong type are neither undone nor replayed."""

import json
import sqlite3
from contextlib import closing

import pytest

from annotator.editing import edits
from annotator.project.project import Project
from annotator.system.errors import StoreError
from tests.annotator.made import add_article, make_project, span


@pytest.fixture
def logged(tmp_path):
    """A closed project whose last step removed a label, with the article's id."""
    with closing(make_project(tmp_path)) as project:
        document = add_article(project)
        label = span(document, "Köln")
        project.do(edits.add(label))
        project.do(edits.remove([label], [], annotator="anna"))
    return project.path, document


@pytest.mark.parametrize(
    ("field", "value"),
    [("label", 5), ("note", None), ("document", ["a"]), ("annotator", {}), ("layer", 10**30), ("id", True)],
)
def test_step_with_a_wrong_type_is_damage(logged, field, value):
    path, document = logged
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(
            "UPDATE edit SET changes = json_set(changes, ?, json(?)) WHERE kind = 'remove'",
            [f"$[0].before.{field}", json.dumps(value)],
        )
    with closing(Project.open(path)) as project:
        for read in (lambda: project.undo(document), lambda: list(project.read.log.whole())):
            with pytest.raises(StoreError) as failure:
                read()
            assert failure.value.code == "store.damaged"
        assert [fault.what for fault in project._store.check()] == ["its changes cannot be read"]
