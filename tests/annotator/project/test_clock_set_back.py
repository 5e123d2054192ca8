"""The computer's clock is set back in the middle of a session: steps keep their order."""

import itertools
from contextlib import closing
from datetime import datetime, timedelta

import pytest

from annotator.editing import edits
from annotator.model.values import ENTITIES, new_id
from annotator.project.project import Project, back_up
from annotator.store import copies
from annotator.store.sqlite_errors import backups
from tests.annotator.jobs.merging.test_uniting import Team, copied, done, merged, picture, rows_of
from tests.annotator.made import add_article, make_project, span


class Clock(datetime):
    """A clock whose offset can be changed."""

    offset = timedelta()

    @classmethod
    def now(cls, tz=None):
        return datetime.now(tz) + cls.offset


@pytest.fixture
def set_back(monkeypatch):
    """Return a function that sets the clock back by some days."""
    monkeypatch.setattr(edits, "datetime", Clock)
    monkeypatch.setattr(copies, "datetime", Clock)
    monkeypatch.setattr(Clock, "offset", timedelta())
    return lambda days: monkeypatch.setattr(Clock, "offset", timedelta(days=-days))


def labels(project, document):
    return [row.label for row in project.read.annotated(document, None).spans]


def test_undo_takes_the_last_step_whatever_its_time(tmp_path, set_back):
    with closing(make_project(tmp_path)) as project:
        document = add_article(project)
        project.do(edits.add(span(document, "Köln", "LOC")))
        set_back(400)
        project.do(edits.add(span(document, "traf", "ORG")))
        path = project.path
    with closing(Project.open(path)) as project:  # the history is read from the log
        project.set_annotator("anna")
        project.undo(document)
        assert labels(project, document) == ["LOC"]
        project.redo(document)
        assert sorted(labels(project, document)) == ["LOC", "ORG"]
        times = [edit.when for edit in project.read.log.whole()]
    assert times != sorted(times)


def test_later_step_wins_a_merge_whatever_its_time(tmp_path, set_back):
    a, b, c = Team(tmp_path).paths
    done(a, "anna", lambda _, here: edits.change(here.spans[0], note=new_id(), annotator="anna"))
    set_back(400)
    merged(b, a)
    done(b, "ben", lambda _, here: edits.relabel(here.spans[0], ENTITIES, "PER", annotator="ben"))
    done(c, "cleo", lambda _, here: edits.change(here.spans[1], note="c", annotator="cleo"))
    pictures = []
    for number, order in enumerate(itertools.permutations((a, b, c))):
        made = copied(order[0], tmp_path / f"union{number}.spanwright")
        merged(made, *order[1:])
        pictures.append(picture(made))
    assert all(each == pictures[0] for each in pictures)
    assert "PER" in {row.label for row in rows_of(tmp_path / "union0.spanwright", "span")}


def test_new_backup_stays_and_a_daily_one_is_made(tmp_path, set_back):
    with closing(make_project(tmp_path)) as project:
        document = add_article(project)
        path = project.path
    kept = [back_up(path, "daily") for _ in range(copies.KEPT_DAILY)]
    set_back(400)
    assert not copies.backed_up_today(path)
    with closing(Project.open(path)) as project:
        project.do(edits.add(span(document, "Köln", "LOC")))
    new = [back_up(path, "daily") for _ in range(2)]
    assert copies.backed_up_today(path)
    there = set(backups(path).glob("*-daily*"))
    assert len(there) == copies.KEPT_DAILY
    assert set(new) <= there
    assert len(there & set(kept)) == copies.KEPT_DAILY - 2
