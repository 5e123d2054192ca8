"""Undoing a merge restores every kind of row that the merge changed."""

import itertools
from contextlib import closing
from dataclasses import replace
from random import Random

import pytest

from annotator.editing import edits
from annotator.jobs.merging.copies_merged import merge
from annotator.jobs.merging.merge_undone import take_back
from annotator.project.project import Project
from tests.annotator.jobs.merging.test_uniting import Team, copied, dissolved, done, identified, merged, picture
from tests.annotator.store.replays import differences, in_tables

STEPS = (
    "add relabel move note field remove relate state see classify describe accept reject identify dissolve"
    " article delete suggest undo"
).split()


def rows_after_undo(ours, theirs):
    """Merge a copy and undo that; return the rows before and after."""
    with closing(Project.open(ours)) as project:
        before = in_tables(project._store)
        merge(project, [theirs])
        take_back(project)
        assert differences(project._store) == {}
        return before, in_tables(project._store)


@pytest.mark.parametrize(
    "change",
    [
        lambda document: edits.exclude(document, ((0, 4),), annotator="ben"),
        lambda document: edits.describe(document, replace(document, title="Neu"), annotator="ben"),
    ],
    ids=["excluded", "described"],
)
def test_undo_restores_details_of_an_article(tmp_path, change):
    a, b, _ = Team(tmp_path).paths
    done(b, "ben", lambda _, here: change(here.document))
    before, after = rows_after_undo(a, b)
    assert after == before


def test_identity_of_a_deleted_article_stays_dissolved(tmp_path):
    a, *_ = Team(tmp_path).paths
    done(a, "anna", lambda _, here: identified(here.spans[0], "anna"))
    with closing(Project.open(a)) as project:
        project.delete_documents(Team.documents(project)[:1])
        project.do(dissolved(project, "anna"))
        assert differences(project._store) == {}


def test_copies_agree_on_an_identity_of_a_deleted_article(tmp_path):
    a, b, c = Team(tmp_path).paths
    done(a, "anna", lambda _, here: identified(here.spans[0], "anna"))
    copied(a, b)
    copied(a, c)
    done(
        a,
        "anna",
        lambda _, here: edits.change(here.spans[1], attributes=dict(here.spans[0].attributes), annotator="anna"),
    )
    done(b, "ben", lambda project, _: dissolved(project, "ben"))
    with closing(Project.open(c)) as project:
        project.delete_documents(Team.documents(project)[:1])
    pictures = []
    for number, (first, *others) in enumerate(itertools.permutations((a, b, c))):
        union = copied(first, tmp_path / f"union{number}.spanwright")
        for path in others:
            merged(union, path)
        pictures.append(picture(union))
    assert all(each == pictures[0] for each in pictures)


@pytest.mark.parametrize("seed", range(8))
def test_undo_restores_all_rows_after_random_steps(tmp_path, seed):
    team = Team(tmp_path)
    a, b, _ = team.paths
    chosen = Random(seed).choices(STEPS, k=12)
    team.play([(1, name, seed * 100 + number) for number, name in enumerate(["add", *chosen])])
    before, after = rows_after_undo(a, b)
    assert after == before
