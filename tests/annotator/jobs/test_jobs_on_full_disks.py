"""Imports and merges on a disk that fills up: nothing half-written, a clear sentence, and once more with room."""

import os
from contextlib import closing

import pytest

from annotator.cli.app import run
from annotator.project.project import Project
from tests.annotator.jobs.merging.test_merge_cases import labelled
from tests.annotator.jobs.merging.test_uniting import Team, copied, picture
from tests.annotator.made import TEXT, make_project
from tests.annotator.store.replays import differences, in_tables


def filled(folder, left):
    """Fill the disk of a folder except for so many kilobytes."""
    free = os.statvfs(folder)
    (folder / "filler").write_bytes(bytes(max(0, free.f_bavail * free.f_frsize - left * 1024)))


def state(path):
    with closing(Project.open(path, read_only=True)) as project:
        assert project._store.check() == []
        assert differences(project._store) == {}
        return in_tables(project._store), project.read.log.ids()


@pytest.mark.parametrize("left", [8, 60, 150, 400])
def test_import_on_a_full_disk_is_whole_or_nothing(disk_of, tmp_path, capsys, left):
    folder = disk_of(6_000)
    make_project(folder).close()
    path = folder / "Stadt.spanwright"
    articles = tmp_path / "articles"
    articles.mkdir()
    for number in range(40):
        (articles / f"{number:02}.txt").write_text(f"Nummer {number}. {TEXT * 120}", "utf-8")
    before = state(path)
    filled(folder, left)
    assert run(["import", str(path), str(articles)]) == 1
    told = capsys.readouterr()
    assert "full" in (told.err + told.out).lower()
    assert "Traceback" not in told.err
    (folder / "filler").unlink()
    assert state(path) == before
    assert run(["import", str(path), str(articles)]) == 0
    assert len(state(path)[0]) > 40


@pytest.mark.parametrize("left", [8, 150, 400, 700])
def test_merge_on_a_full_disk_is_whole_or_nothing(disk_of, tmp_path, capsys, left):
    a, b, _ = Team(tmp_path).paths
    for _ in range(5):
        labelled(b)
    folder = disk_of(6_000)
    path = copied(a, folder / "Stadt.spanwright")
    before = state(path)
    filled(folder, left)
    code = run(["merge", str(path), str(b)])
    told = capsys.readouterr()
    (folder / "filler").unlink()
    if code == 0:
        assert left > 8
    else:
        assert "full" in (told.err + told.out).lower()
        assert state(path) == before
    assert run(["merge", str(path), str(b)]) == 0
    whole = copied(a, tmp_path / "whole.spanwright")
    assert run(["merge", str(whole), str(b)]) == 0
    assert picture(path) == picture(whole)
