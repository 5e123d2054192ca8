"""Steps of a package that refer to left-out steps of others, and wait until those are merged."""

import sqlite3
from contextlib import closing

import pytest

from annotator.editing import edits
from annotator.jobs.merging.report import Trouble
from tests.annotator.jobs.merging.test_merge_cases import become_package, labelled, merged, told
from tests.annotator.jobs.merging.test_uniting import Team, done, rows_of


@pytest.fixture
def team(tmp_path):
    return Team(tmp_path)


def test_relation_of_label_left_out_waits_for_it(team):
    a, b, _ = team.paths
    labelled(b, "spare", "MISC", "cleo")
    done(b, "ben", lambda _, here: edits.relate(here.spans[0], "claimant", here.spans[-1], annotator="ben"))
    labelled(b)
    become_package(b, "ben")
    found = merged(a, b)
    assert (told(found), found.edits, found.refused) == ([(Trouble.OTHERS, "cleo", 1)], 1, [])
    assert not rows_of(a, "relation")
    assert merged(a, b, also=frozenset(["cleo"])).edits == 2
    assert [row.annotator for row in rows_of(a, "relation")] == ["ben"]


def test_undo_of_a_step_left_out_refuses_the_package(team):
    ours, theirs, _ = team.paths
    labelled(theirs, name="cleo")
    labelled(theirs)
    become_package(theirs, "ben")
    with closing(sqlite3.connect(theirs)) as connection, connection:
        connection.execute(
            "UPDATE edit SET undoes = (SELECT id FROM edit WHERE annotator = 'cleo') WHERE annotator = 'ben'"
        )
    ((_, error),) = merged(ours, theirs).refused
    assert error.code == "store.unfit"
