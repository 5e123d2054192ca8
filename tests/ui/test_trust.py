"""The window on full disks, on files with hard links, and with lock files that lead elsewhere."""

import shutil
from contextlib import suppress
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from annotator.model.citations import citations_of
from annotator.project.project import Project
from tests.annotator.mounts import disk_of
from tests.ui.keyboard import Key, press, rows, select
from ui.base.crashes import LOG, Crashes
from ui.base.look.look import Theme
from ui.base.settings import Settings
from ui.panels.span.field_grid import FieldGrid

__all__ = ["disk_of"]  # a fixture


@pytest.fixture
def small_home(disk_of, monkeypatch):
    """Return a function that puts the user's folder on a disk of a number of kilobytes."""

    def make(kilobytes):
        folder = disk_of(kilobytes)
        for name in ("CONFIG", "DATA", "CACHE", "STATE"):
            monkeypatch.setenv(f"XDG_{name}_HOME", str(folder / name.lower()))
        return folder

    return make


def test_second_name_is_said_once_and_stays(make_window, project_path, tmp_path):
    other = tmp_path / "Dorf.spanwright"
    other.hardlink_to(project_path)
    window = make_window(other)
    assert "hard link" in window.messages.words
    assert "Dorf.spanwright" in window.messages.words
    assert not window.messages._timer.isActive()
    window.messages.dismiss()
    window.articles.go_next()
    assert "hard link" not in window.messages.words


def test_project_with_one_name_is_opened_in_silence(make_window, project_path):
    assert make_window(project_path).messages.words == ""


def test_lock_file_that_leads_elsewhere_is_said(make_window, project_path, tmp_path):
    lock = project_path.with_name(project_path.name + ".lock")
    lock.unlink(missing_ok=True)
    lock.symlink_to(tmp_path / "elsewhere")
    window = make_window()
    assert not window.projects.open_path(project_path)
    assert "Remove it, then open the project again" in window.messages.words
    assert not (tmp_path / "elsewhere").exists()


@pytest.mark.parametrize("kilobytes", [4, 300, 560])
def test_sample_on_full_disk_is_whole_or_not_there(make_window, small_home, kilobytes):
    home = small_home(kilobytes)
    window = make_window()
    window.projects.sample()
    assert "the disk is full" in window.messages.words.lower()
    assert "Sample.spanwright" in window.messages.words
    assert window.session.project is None
    assert list(home.rglob("Sample.spanwright")) == []
    small_home(20_000)
    window.projects.sample()
    assert window.session.opened is not None


def test_settings_on_full_disk_stay_as_they_were(small_home, monkeypatch):
    home = small_home(16)
    for form in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
        QSettings.setPath(form, QSettings.Scope.UserScope, str(home))
    settings = Settings()
    settings.theme = Theme.DARK
    settings.sync()
    (kept,) = [path for path in home.rglob("*") if path.is_file()]
    before = kept.read_bytes()
    filler = home / "filler"
    with filler.open("wb", buffering=0) as file:
        file.write(bytes(1 << 16))
    for number in range(100):
        settings.remember_document(Path(f"/a/{number}.spanwright"), "x" * 100)
    settings.sync()
    assert kept.read_bytes() == before
    filler.unlink()
    settings.sync()
    assert Settings().document(Path("/a/99.spanwright")) == "x" * 100
    assert Settings().theme is Theme.DARK


def test_log_on_full_disk_loses_lines_without_a_trace(disk_of, capfd):
    folder = disk_of(16)
    crashes = Crashes(folder / "log")
    crashes.install()
    try:
        for _ in range(100):
            LOG.error("x" * 1_000)
    finally:
        crashes.uninstall()
    assert capfd.readouterr().err == ""
    assert (folder / "log" / "spanwright.log").stat().st_size > 1_000


def test_project_open_under_another_name_is_offered_for_reading(make_window, project_path, tmp_path):
    other = tmp_path / "Dorf.spanwright"
    other.hardlink_to(project_path)
    project = Project.open(project_path)
    try:
        window = make_window()
        assert not window.projects.open_path(other)
        question = window.findChild(object, "readOnlyQuestion")
        assert "Dorf.spanwright is open in another window" in question.text()
        question.close()
    finally:
        project.close()


@pytest.fixture
def filled(make_window, project_path, disk_of, qtbot):
    """Return a window with a label and a claim on a disk that is full, and a function that makes room."""
    folder = disk_of(20_000)
    window = make_window(Path(shutil.copy(project_path, folder)))
    qtbot.waitUntil(lambda: len(window.session.opened.suggestions) == 4, timeout=60_000)
    select(window, "Kapitän")
    press(qtbot, window, Key.Key_1)
    select(window, "das Schiff fahre")
    press(qtbot, window, Key.Key_C)
    filler = folder / "filler"
    with suppress(OSError), filler.open("wb", buffering=0) as file:
        while True:
            file.write(bytes(4096))
    return window, filler.unlink


def test_note_that_finds_the_disk_full_is_offered_again(filled, qtbot):
    window, make_room = filled
    window.view.setFocus()
    window.aim.activate(next(span.id for span in window.session.opened.spans if span.label == "PER"))
    field = window.asking.note.field
    press(qtbot, window, Key.Key_N)
    qtbot.keyClicks(field, "wer?")
    qtbot.keyClick(field, Key.Key_Return)
    assert "disk is full" in window.messages.words
    make_room()
    press(qtbot, window, Key.Key_N)
    assert field.toPlainText() == "wer?"
    qtbot.keyClick(field, Key.Key_Return)
    assert rows(window, "SELECT note FROM span WHERE label = 'PER'") == [("wer?",)]


def test_unstored_article_note_stays_with_its_writer(filled, qtbot):
    window, make_room = filled
    field = window.asking.note.field
    window.asking.write_article_note()
    qtbot.keyClicks(field, "fragen")
    qtbot.keyClick(field, Key.Key_Return)
    assert "disk is full" in window.messages.words
    make_room()
    for annotator, shown in ("Bea", ""), ("anna", "fragen"):
        window.session.set_annotator(annotator)
        window.asking.write_article_note()
        assert field.toPlainText() == shown
        qtbot.keyClick(field, Key.Key_Escape)


def test_text_of_claim_that_finds_the_disk_full_is_offered_again(filled, qtbot):
    window, make_room = filled
    claim = next(span for span in window.session.opened.spans if span.label == "CLAIM")
    window.panels.open_card(claim.id)
    card = window.panels.claim_card
    line = open_line(card, "claim_text")
    line.setText("Schiff fährt")
    qtbot.keyClick(line, Key.Key_Return)
    assert "disk is full" in window.messages.words
    fault = card.findChild(QLabel, "fault.claim_text")
    qtbot.waitUntil(lambda: fault.text() == "Not saved yet: “Schiff fährt”")
    make_room()
    line = open_line(card, "claim_text")
    assert line.text() == "Schiff fährt"
    qtbot.keyClick(line, Key.Key_Return)
    assert window.session.opened.span(claim.id).attributes["claim_text"] == "Schiff fährt"
    qtbot.waitUntil(lambda: fault.text() == "")


def test_citation_that_finds_the_disk_full_is_offered_again(filled, qtbot):
    window, make_room = filled
    claim = next(span for span in window.session.opened.spans if span.label == "CLAIM")
    window.panels.open_card(claim.id)
    card = window.panels.claim_card
    line = open_citation(window, qtbot)
    line.setText("https://example.org/a Es faehrt")
    qtbot.keyClick(line, Key.Key_Return)
    assert "disk is full" in window.messages.words
    fault = card.findChild(QLabel, "fault.citations")
    qtbot.waitUntil(lambda: fault.text() == "Not saved yet: “https://example.org/a Es faehrt”")
    make_room()
    line = open_citation(window, qtbot)
    assert line.text() == "https://example.org/a Es faehrt"
    qtbot.keyClick(line, Key.Key_Return)
    (citation,) = citations_of(window.session.opened.span(claim.id).attributes)
    assert (citation.url, citation.quote) == ("https://example.org/a", "Es faehrt")
    qtbot.waitUntil(lambda: fault.text() == "")


def test_text_in_inspector_that_finds_the_disk_full_is_offered_again(filled, qtbot):
    window, make_room = filled
    person = next(span for span in window.session.opened.spans if span.label == "PER")
    window.aim.activate(person.id)
    inspector = window.panels.inspector
    qtbot.waitUntil(lambda: inspector.active == person.id)
    inspector.open_keyboard()
    line = open_line(inspector, "own.note")
    line.setText("wer?")
    qtbot.keyClick(line, Key.Key_Return)
    assert "disk is full" in window.messages.words
    fault = inspector.findChild(QLabel, "fault.own.note")
    qtbot.waitUntil(lambda: fault.text() == "Not saved yet: “wer?”")
    make_room()
    line = open_line(inspector, "own.note")
    assert line.text() == "wer?"
    qtbot.keyClick(line, Key.Key_Return)
    assert window.session.opened.span(person.id).note == "wer?"
    qtbot.waitUntil(lambda: fault.text() == "")


def open_citation(window, qtbot):
    for key in (Key.Key_Y, Key.Key_1):
        qtbot.keyClick(QApplication.activePopupWidget() or window.panels.claim_card, key)
    return shown_line(window.panels.claim_card, "citations")


def open_line(card, field):
    grid = next(grid for grid in card.findChildren(FieldGrid) if grid.field(field) is not None)
    grid.open(field)
    return shown_line(card, field)


def shown_line(card, field):
    return next(line for line in card.findChildren(QLineEdit, f"line.{field}") if line.isVisible())
