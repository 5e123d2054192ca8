"""Backups opened like projects: their copies are opened, so that they stay as they are and no rotation deletes work."""

from contextlib import closing

import pytest

from annotator.project.project import Project
from annotator.store.copies import backed_up


@pytest.fixture
def backup(project_path):
    with closing(Project.open(project_path)) as project:
        return project._store.back_up(reason="daily")


def test_opened_backup_stays_and_copy_takes_labels(make_window, project_path, backup, qtbot):
    before = backup.read_bytes()
    window = make_window()
    assert not window.projects.open_path(backup)
    copy = project_path.with_name(f"{project_path.stem} (backup).spanwright")
    qtbot.waitUntil(lambda: window.session.project is not None and window.session.opened is not None, timeout=20_000)
    assert window.session.required().path == copy
    assert window.session.writable
    assert "stays as it is" in window.messages.words
    assert backup.read_bytes() == before
    assert list(backup.parent.iterdir()) == [backup]


def test_backup_opened_twice_is_copied_once(make_window, project_path, backup, qtbot):
    window = make_window()
    failures: list[object] = []
    window.projects.failed.connect(failures.append)
    for _ in range(2):  # copying a large backup takes seconds
        assert not window.projects.open_path(backup)
    qtbot.waitUntil(lambda: window.session.opened is not None, timeout=20_000)
    qtbot.waitUntil(lambda: not window.desk.files.busy, timeout=20_000)
    assert not failures
    assert len(list(project_path.parent.glob("* (backup*.spanwright"))) == 1


def test_only_files_named_like_backups_are_backups(project_path, backup, tmp_path):
    assert backed_up(backup) == project_path
    assert backed_up(project_path) is None
    assert backed_up(backup.with_name("mine.spanwright")) is None
    assert backed_up(tmp_path / backup.name) is None
