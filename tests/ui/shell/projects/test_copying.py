"""A copy is written while the window runs; it can be stopped, and is complete or absent."""

import threading
from contextlib import closing

import pytest
from PySide6.QtWidgets import QDialog, QProgressDialog, QPushButton

from annotator.project import project as projects
from annotator.project.project import Project
from annotator.store.reader import DocumentQuery
from annotator.system.errors import StoreError


@pytest.fixture
def target(tmp_path):
    return tmp_path / "Kopie Ä.spanwright"


def held_up(monkeypatch):
    """Block copies until the gate is opened."""
    gate = threading.Event()
    copy = projects.copy

    def waiting(*arguments, **named):
        gate.wait(10)
        copy(*arguments, **named)

    monkeypatch.setattr(projects, "copy", waiting)
    return gate


def test_window_runs_while_copying(window, qtbot, target, monkeypatch):
    gate = held_up(monkeypatch)
    window.projects.copying.start(window.session.required(), target)
    qtbot.waitUntil(lambda: window.findChild(QProgressDialog, "copyProgress") is not None)
    window.view.select(10, 20)
    window.actions_by_id["label.entities.PER"].trigger()
    assert not target.exists()
    gate.set()
    qtbot.waitUntil(lambda: str(target) in window.messages.words)
    qtbot.waitUntil(lambda: window.findChild(QProgressDialog, "copyProgress") is None)
    with closing(Project.open(target, read_only=True)) as copy:
        (found,) = copy.read.annotated(window.session.opened.document.id, None).spans
    assert found.label == "PER"


def test_stopped_copy_leaves_nothing(window, qtbot, target, monkeypatch):
    gate = held_up(monkeypatch)
    monkeypatch.setattr("annotator.store.copies._POLL_STEPS", 1)  # a test's project is small
    window.projects.copying.start(window.session.required(), target)
    qtbot.waitUntil(lambda: window.findChild(QProgressDialog, "copyProgress") is not None)
    window.findChild(QProgressDialog, "copyProgress").findChild(QPushButton).click()
    gate.set()
    qtbot.waitUntil(lambda: "stopped" in window.messages.words)
    assert not list(target.parent.glob("Kopie*"))


def test_closing_window_waits_for_copy(window, target):
    window.projects.copying.start(window.session.required(), target)
    window.close()
    with closing(Project.open(target, read_only=True)) as copy:
        assert len(copy.read.document_ids(DocumentQuery(annotator=None))) == 3


def test_second_copy_is_refused(window, qtbot, target, monkeypatch):
    gate = held_up(monkeypatch)
    window.projects.copying.start(window.session.required(), target)
    window.projects.copying.start(window.session.required(), target.with_stem("zweite"))
    assert window.messages.words == "A copy is still being written."
    gate.set()
    qtbot.waitUntil(lambda: str(target) in window.messages.words)
    assert not target.with_stem("zweite").exists()


def test_deleted_project_is_copied(window, qtbot, target):
    project = window.session.required()
    window.view.select(10, 20)
    window.actions_by_id["label.entities.PER"].trigger()
    project.path.unlink()
    window.projects.copying.start(project, target)
    qtbot.waitUntil(lambda: str(target) in window.messages.words)
    with closing(Project.open(target, read_only=True)) as copy:
        assert len(copy.read.annotated(window.session.opened.document.id, None).spans) == 1


def test_copy_never_overwrites(window, qtbot, target):
    target.write_text("Anderes", encoding="utf-8")
    window.projects.copying.start(window.session.required(), target)
    qtbot.waitUntil(lambda: "already exists" in window.messages.words)
    assert target.read_text(encoding="utf-8") == "Anderes"


def test_full_disk_of_another_project_offers_no_copy(window, tmp_path):
    window.session.failed.emit(StoreError("store.disk_full", file="Stadt.spanwright", folder=tmp_path))
    assert not window.messages.findChild(QPushButton, "messageAction").isVisible()


def test_full_disk_offers_to_save_a_copy_elsewhere(window):
    path = window.session.required().path
    window.session.failed.emit(StoreError("store.full", file=path.name, folder=path.parent))
    button = window.messages.findChild(QPushButton, "messageAction")
    assert button.isVisible()
    assert button.text() == "Save a Copy…"
    button.click()
    assert any(dialog.isVisible() for dialog in window.findChildren(QDialog))
