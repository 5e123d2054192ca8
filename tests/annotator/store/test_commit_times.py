"""What is known about the disk."""

import pytest

from annotator.editing import edits
from annotator.store.commit_times import FRAME, Commits
from annotator.system.errors import StoreError
from tests.annotator.made import span


def test_there_is_nothing_to_say_before_the_first_commit():
    commits = Commits()
    assert (commits.count, commits.slow, commits.slowest, commits.median) == (0, 0, 0.0, 0.0)


def test_slow_commits_are_counted_and_the_slowest_is_kept():
    commits = Commits()
    for seconds in (0.001, FRAME * 2, 0.003):
        commits.add(seconds)
    assert (commits.count, commits.slow, commits.slowest, commits.median) == (3, 1, FRAME * 2, 0.003)


def test_each_durable_step_is_one_commit_and_a_refused_one_is_none(project, document):
    before = project.commits.count
    row = span(document, "Köln")
    project.do(edits.add(row))
    assert project.commits.count == before + 1
    assert project.commits.slowest > 0
    with pytest.raises(StoreError):
        project.do(edits.add(row))
    assert project.commits.count == before + 1
