"""The measured times of commits."""

import pytest

from annotator.editing import edits
from annotator.store.commit_times import FRAME, Commits
from annotator.system.errors import StoreError
from tests.annotator.made import span


def test_commit_times_are_zero_at_first():
    commits = Commits()
    assert (commits.count, commits.slow, commits.slowest, commits.median) == (0, 0, 0.0, 0.0)


def test_slow_commits_are_counted():
    commits = Commits()
    for seconds in (0.001, FRAME * 2, 0.003):
        commits.add(seconds)
    assert (commits.count, commits.slow, commits.slowest, commits.median) == (3, 1, FRAME * 2, 0.003)


def test_each_durable_edit_is_one_commit(project, document):
    before = project.commits.count
    row = span(document, "Köln")
    project.do(edits.add(row))
    assert project.commits.count == before + 1
    assert project.commits.slowest > 0
    with pytest.raises(StoreError):
        project.do(edits.add(row))
    assert project.commits.count == before + 1
