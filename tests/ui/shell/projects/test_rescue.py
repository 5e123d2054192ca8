"""A project file that is deleted, moved, replaced, truncated or shut off while the window has it open."""

import os
import shutil
import subprocess
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QPushButton

from annotator.project.project import Project
from tests.annotator.made import add_article, make_project
from tests.mounts import no_descriptors, protected


def label(window, words, key="PER"):
    """Label words by a label's action; return whether the label is painted."""
    start = window.session.opened.document.text.index(words)
    before = len(window.session.opened.spans)
    window.view.select(start, start + len(words))
    window.actions_by_id[f"label.entities.{key}"].trigger()
    return len(window.session.opened.spans) > before


def look(window):
    """Simulate the window's activation."""
    window.projects.rescue.look()


def buttons(window):
    found = (window.messages.findChild(QPushButton, name) for name in ("messageAction", "messageOther"))
    return [button.text() for button in found if button.isVisible()]


def press(window, text):
    bars = window.messages, window.key_line
    (found,) = [b for bar in bars for b in bar.findChildren(QPushButton) if b.text() == text and b.isVisible()]
    found.click()


def save(window, qtbot, target):
    """Press Save a Copy, choose a name, and wait for the offer to open the copy."""
    press(window, "Save a Copy…")
    dialog = window.findChild(QFileDialog)
    dialog.fileSelected.emit(str(target))
    dialog.reject()
    qtbot.waitUntil(lambda: "Copy saved" in window.messages.words)


def quotes(window):
    text = window.session.opened.document.text
    return [span.quote(text) for span in window.session.opened.spans]


def replace(path):
    other = path.with_name("other")
    other.write_bytes(b"x" * 300_000)
    other.replace(path)


HAPPENINGS = {
    "deleted": (Path.unlink, "was deleted"),
    "folder moved away": (lambda path: shutil.rmtree(path.parent), "was deleted"),
    "replaced": (replace, "was replaced by another file"),
}


@pytest.fixture
def target(tmp_path):
    return tmp_path / "gerettet 🛟.spanwright"


@pytest.fixture
def away(tmp_path, project_path):
    """The project in a folder of its own."""
    folder = tmp_path / "Projekte"
    folder.mkdir()
    return project_path.rename(folder / project_path.name)


@pytest.fixture
def window(make_window, away, qtbot):
    made = make_window(away)
    qtbot.waitUntil(lambda: len(made.session.opened.suggestions) == 4, timeout=20_000)
    assert label(made, "Kapitän")
    return made


@pytest.mark.parametrize("happens", HAPPENINGS)
def test_lost_file_offers_copy_with_all_labels(window, away, target, qtbot, happens):
    do, words = HAPPENINGS[happens]
    window.articles.go_next()
    assert label(window, "Köln", "LOC")
    do(away)
    look(window)
    assert words in window.messages.words
    assert buttons(window)[0] == "Save a Copy…"
    assert window.projects.rescue.lost
    qtbot.waitUntil(lambda: window.key_line.stored == "your work is no longer saved")
    save(window, qtbot, target)
    press(window, "Open the Copy")
    assert window.session.project.path == target
    assert (window.session.opened.document.title, quotes(window)) == ("Zweiter Zug", ["Köln"])
    assert label(window, "HD Hyundai", "ORG")
    qtbot.waitUntil(lambda: "all stored" in window.key_line.stored)


@pytest.mark.parametrize("happens", HAPPENINGS)
def test_edit_after_loss_is_refused_visibly(window, away, happens):
    HAPPENINGS[happens][0](away)
    assert not label(window, "Bild")
    assert quotes(window) == ["Kapitän"]
    assert "the last step was not stored" in window.messages.words
    assert "Save a Copy…" in buttons(window)


def test_moved_file_is_opened_at_new_path(window, away, qtbot):
    window.articles.go_next()
    assert label(window, "Köln", "LOC")
    moved = away.with_name("Häfen 🚢.spanwright")
    away.rename(moved)  # without its log, in which the last labels stand
    look(window)
    assert "has moved to" in window.messages.words
    window.messages.dismiss()
    assert not label(window, "HD Hyundai", "ORG")
    assert "not stored. " in window.messages.words
    assert "has moved to" in window.messages.words
    assert buttons(window) == ["Open It There", "Save a Copy…"]
    press(window, "Open It There")
    assert window.session.project.path == moved
    assert (window.session.opened.document.title, quotes(window)) == ("Zweiter Zug", ["Köln"])
    assert label(window, "HD Hyundai", "ORG")


def test_restored_file_accepts_edits(window, away, qtbot):
    aside = away.with_name("aside")
    away.rename(aside)
    look(window)
    assert not label(window, "Bild")
    aside.rename(away)
    look(window)
    assert "back in its place" in window.messages.words
    window.messages._timer.timeout.emit()
    assert window.messages.words == ""
    assert label(window, "Bild")


def test_changed_file_that_cannot_be_read_waits(window, away):
    os.utime(away, (1, 1))
    with no_descriptors():
        assert not label(window, "Bild")
        assert "can no longer be reached" in window.messages.words
        assert "the last step was not stored" in window.messages.words
        assert buttons(window) == ["Save a Copy…"]
    look(window)
    assert "back in its place" in window.messages.words
    assert label(window, "Bild")


def test_stale_log_does_not_harm_replacement(window, away, tmp_path, qtbot):
    with closing(Project.open(away, read_only=True)) as read:
        read.copy_to(tmp_path / "Sicherung.spanwright")
    assert label(window, "Bild")
    (tmp_path / "Sicherung.spanwright").replace(away)
    look(window)
    window.projects.rescue.let_go()
    press(window, "Open the Other File")
    assert window.session.project.path == away
    assert quotes(window) == ["Kapitän"]
    assert window.session.project._store.check() == []


def test_foreign_log_is_ignored(window, away, tmp_path):
    log = away.with_name(away.name + "-wal")
    older = shutil.copy(log, tmp_path / "older")
    assert label(window, "Bild")
    Path(older).replace(log)
    look(window)
    assert buttons(window) == ["Open Again", "Save a Copy…"]
    press(window, "Open Again")
    assert sorted(quotes(window)) == ["Bild", "Kapitän"]
    assert window.session.project._store.check() == []
    assert label(window, "Köln", "LOC")


def test_truncated_file_names_backups(window, away):
    window.session.project.checkpoint()
    os.truncate(away, 0)
    assert not label(window, "Bild")
    assert "was truncated by another program" in window.messages.words
    assert str(away.with_suffix(".backups")) in window.messages.words
    assert buttons(window) == ["Save a Copy…"]
    window.articles.go_next()  # what cannot be read any more is a sentence, too
    assert not window.desk.crashes.dialog


def test_overwritten_file_is_noticed_and_left_alone(window, away, tmp_path, target, qtbot):
    with closing(make_project(tmp_path, "Archiv")) as other:
        title = other.read.document(add_article(other)).title
    assert label(window, "Bild")
    subprocess.run(["cp", other.path, away], check=True)  # a copy made here would cost the locks on the file
    qtbot.waitUntil(lambda: "wrote other contents into" in window.messages.words, timeout=10_000)
    assert buttons(window) == ["Save a Copy…", "Open the Other File"]
    assert not label(window, "Köln")
    assert "the last step was not stored" in window.messages.words
    press(window, "Save a Copy…")
    dialog = window.findChild(QFileDialog)
    dialog.fileSelected.emit(str(target))
    dialog.reject()
    qtbot.waitUntil(lambda: "No copy was saved" in window.messages.words)  # a mixture is no copy
    assert not target.exists()
    window.projects.rescue.let_go()
    press(window, "Open the Other File")
    assert window.session.opened.document.title == title
    assert away.read_bytes() == other.path.read_bytes()
    assert window.session.project._store.check() == []
    assert label(window, "Köln", "LOC")
    assert not window.desk.crashes.dialog


def test_removed_disk_keeps_labels(make_window, project_path, tmp_path, target, qtbot):
    stick = tmp_path / "Stick"
    stick.mkdir()
    mount = ["mount", "-t", "tmpfs", "tmpfs", str(stick)]
    if not shutil.which("mount") or subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("only root may mount a disk")
    path = Path(shutil.copy(project_path, stick))
    window = make_window(path)
    assert label(window, "Kapitän")
    subprocess.run(["umount", "-l", str(stick)], check=True)
    look(window)
    assert "was deleted, or moved to another disk" in window.messages.words
    save(window, qtbot, target)
    with closing(Project.open(target, read_only=True)) as copy:
        assert len(copy.read.annotated(window.session.opened.document.id, "anna").spans) == 1


def test_read_only_folder_is_copied_elsewhere(window, away, target, qtbot):
    with protected(away.parent):
        look(window)
        assert "can no longer be opened" in window.messages.words
        save(window, qtbot, target)
    with closing(Project.open(target, read_only=True)) as copy:
        assert len(copy.read.annotated(window.session.opened.document.id, "anna").spans) == 1


def test_closing_window_asks_before_loss(window, away, qtbot):
    away.unlink()
    assert not window.close()
    question = window.findChild(QMessageBox, "leavingQuestion")
    assert "was deleted" in question.text()
    question.button(QMessageBox.StandardButton.Cancel).click()
    assert window.isVisible()
    assert not window.close()
    (leave,) = [b for b in window.findChildren(QPushButton) if b.text() == "Close Without a Copy" and b.isVisible()]
    leave.click()
    assert not window.isVisible()


@pytest.mark.parametrize("action", ["file.close", "file.new"])
def test_leaving_lost_project_asks(window, away, action):
    away.unlink()
    window.actions_by_id[action].trigger()
    assert window.findChild(QMessageBox, "leavingQuestion").isVisible()
    assert window.session.project is not None
    window.projects.rescue.let_go()


@pytest.mark.parametrize("clean", [False, True])
def test_repair_of_replaced_file_asks_before_loss(window, away, clean):
    replace(away)
    assert window.repairs.begin(away, clean=clean) is None
    assert window.findChild(QMessageBox, "leavingQuestion").isVisible()
    assert quotes(window) == ["Kapitän"]
    window.projects.rescue.let_go()


def test_lost_project_stops_suggestions(window, away, qtbot):
    failures: list[object] = []
    window.session.failed.connect(failures.append)
    away.unlink()
    look(window)
    document, text = window.session.opened.document.id, window.session.opened.document.sha256
    assert not window.session.answers.take_suggestions(document, text, [])
    assert failures == []
    window.messages.dismiss()
    look(window)
    assert window.messages.words == ""


def test_activated_window_checks_file(window, away, qapp):
    away.unlink()
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    assert "was deleted" in window.messages.words


def test_read_only_folder_opens_for_reading(make_window, away, target, qtbot):
    with protected(away.parent):
        window = make_window()
        assert window.projects.open_path(away)
        assert window.session.project.read_only
        assert window.findChild(QMessageBox, "readOnlyQuestion") is None
        assert "open for reading only: its" in window.messages.words
        press(window, "Save a Copy…")
        dialog = window.findChild(QFileDialog)
        assert Path(dialog.directory().absolutePath()) != away.parent
        dialog.fileSelected.emit(str(target))
        dialog.reject()
        qtbot.waitUntil(lambda: "Copy saved" in window.messages.words)
        window.session.close_project()
    assert window.projects.open_path(target)
    assert label(window, "Kapitän")


def test_diagnostics_of_lost_project(window, away):
    away.unlink()
    window.actions_by_id["help.diagnostics"].trigger()
    assert window.desk.crashes.dialog is None


def test_window_says_that_the_log_of_other_contents_was_left_out(make_window, tmp_path, qtbot):
    with closing(make_project(tmp_path)) as project:
        older = shutil.copyfile(project.path, tmp_path / "older")
        add_article(project)
        project.checkpoint(truncate=True)
        add_article(project, "Zweiter", "Noch ein Text.")
        path = tmp_path / "crashed.spanwright"
        for kind in ("", "-wal"):
            shutil.copyfile(f"{project.path}{kind}", f"{path}{kind}")
    shutil.copyfile(older, path)
    window = make_window(path)
    qtbot.waitUntil(lambda: "other contents" in window.messages.words)
    assert "crashed.spanwright-wal.unrelated-" in window.messages.words
    assert window.session.writable
