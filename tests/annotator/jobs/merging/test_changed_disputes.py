"""Disputes that another program changed in the project file: none is settled with a value of another type."""

import sqlite3
from contextlib import closing

import pytest

from annotator.jobs.merging.conflicts import Conflict, Side, conflicts, settling
from annotator.project.project import Project
from annotator.system.errors import StoreError
from tests.annotator.jobs.merging.test_uniting import Team
from tests.annotator.store.replays import in_tables


@pytest.fixture
def team(tmp_path):
    return Team(tmp_path)


@pytest.mark.parametrize(("field", "value"), [("label", 5), ("parts", "x"), ("note", None)])
def test_dispute_with_a_wrong_type_is_not_settled(team, field, value):
    with closing(Project.open(team.paths[0])) as project:
        own = next(span for id_ in Team.documents(project) for span in project.read.annotated(id_, "anna").spans)
        before = in_tables(project._store)
        side = Side(annotator="ben", edit="e", values=(value,))
        hostile = Conflict(kind="span", row=own.id, fields=(field,), sides=(side,), shown=True)
        with pytest.raises(StoreError) as failure:
            settling(project.read, hostile, 0, annotator="anna")
        assert failure.value.code == "store.damaged"
        assert in_tables(project._store) == before


def test_dispute_about_an_unreadable_row_is_damage(team):
    with closing(sqlite3.connect(team.paths[0])) as connection, connection:
        said = '[{"edit": "e", "annotator": "ben", "value": 1}]'
        connection.execute("INSERT INTO dispute VALUES ('document_label', 'no list', 'value', ?)", [said])
    with closing(Project.open(team.paths[0])) as project, pytest.raises(StoreError) as failure:
        conflicts(project)
    assert failure.value.code == "store.damaged"
