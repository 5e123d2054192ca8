"""Dialogs for files and folders."""

import os
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog, QLineEdit, QMessageBox, QTreeView, QWidget

from annotator.model import schema_file
from annotator.project.project import Project
from ui.base.file_dialogs import ask_file, ask_files, ask_folder, ask_target

Mode = QFileDialog.FileMode


@pytest.fixture
def parent(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    return made


def answer(dialog, path):
    """Emit what Qt emits for one chosen path."""
    dialog.filesSelected.emit([str(path)])
    dialog.fileSelected.emit(str(path))
    dialog.reject()


def folder_of(dialog):
    return Path(dialog.directory().absolutePath())


def test_last_folder_is_remembered_for_each_dialog(parent, tmp_path):
    (tmp_path / "Listen").mkdir()
    took: list[str] = []
    answer(ask_file(parent, "one", "Wählen", took.append, start=tmp_path), tmp_path / "Listen" / "Orte 🎈.tsv")
    assert took == [str(tmp_path / "Listen" / "Orte 🎈.tsv")]
    assert folder_of(ask_file(parent, "one", "Wählen", print, start=tmp_path)) == tmp_path / "Listen"
    assert folder_of(ask_file(parent, "other", "Wählen", print, start=tmp_path)) == tmp_path


def test_folder_that_is_gone_is_forgotten(parent, tmp_path):
    gone = tmp_path / "Weg"
    gone.mkdir()
    answer(ask_folder(parent, "folders", "Wählen", print, start=tmp_path), gone)
    assert folder_of(ask_folder(parent, "folders", "Wählen", print, start=tmp_path)) == gone
    gone.rmdir()
    assert folder_of(ask_folder(parent, "folders", "Wählen", print, start=tmp_path)) == tmp_path


def test_folder_to_write_to_is_proposed_and_made(parent, qtbot, tmp_path):
    taken: list[str] = []
    dialog = ask_folder(parent, "out", "Export", taken.append, start=tmp_path, remembers=False, new="Hafen-docbin")
    line, buttons = dialog.findChild(QLineEdit, "fileNameEdit"), dialog.findChild(QDialogButtonBox)
    assert line is not None
    assert buttons is not None
    assert line.text() == "Hafen-docbin"
    choose = buttons.button(QDialogButtonBox.StandardButton.Open)
    qtbot.waitUntil(choose.isEnabled)
    choose.click()
    assert taken == [str(tmp_path / "Hafen-docbin")]
    assert (tmp_path / "Hafen-docbin").is_dir()


def test_folder_to_read_is_never_made(parent, tmp_path):
    dialog = ask_folder(parent, "in", "Import", print, start=tmp_path, remembers=False)
    line = dialog.findChild(QLineEdit, "fileNameEdit")
    assert line is not None
    line.setText("Fehlt")
    buttons = dialog.findChild(QDialogButtonBox)
    assert buttons is not None
    assert not buttons.button(QDialogButtonBox.StandardButton.Open).isEnabled()


def test_chosen_place_wins_over_remembered_one(parent, tmp_path):
    (tmp_path / "Anderswo").mkdir()
    answer(ask_folder(parent, "places", "Wählen", print, start=tmp_path, remembers=False), tmp_path / "Anderswo")
    assert folder_of(ask_folder(parent, "places", "Wählen", print, start=tmp_path)) == tmp_path


def test_target_proposes_name_and_suffix(parent, tmp_path):
    dialog = ask_target(
        parent, "target", "Sichern", print, start=tmp_path / "Wer sagt was.svg", filters=["SVG (*.svg)"]
    )
    assert dialog.acceptMode() is QFileDialog.AcceptMode.AcceptSave
    assert dialog.defaultSuffix() == "svg"
    assert [Path(name).name for name in dialog.selectedFiles()] == ["Wer sagt was.svg"]
    assert folder_of(dialog) == tmp_path


def test_each_way_of_asking_has_its_mode(parent, tmp_path):
    assert ask_file(parent, "file", "Wählen", print, start=tmp_path).fileMode() is Mode.ExistingFile
    assert ask_files(parent, "files", "Wählen", print, start=tmp_path).fileMode() is Mode.ExistingFiles
    folders = ask_folder(parent, "folder", "Wählen", print, start=tmp_path)
    assert folders.fileMode() is Mode.Directory
    assert folders.testOption(QFileDialog.Option.ShowDirsOnly)


def locked(folder):
    """Return the names of the files in a folder that this process has locked."""
    rows = [line.split() for line in Path("/proc/locks").read_text().splitlines()]
    ours = {int(row[5].split(":")[2]) for row in rows if row[4] == str(os.getpid())}
    return {path.name for path in folder.iterdir() if path.stat().st_ino in ours}


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc/locks")
def test_dialog_beside_an_open_project_keeps_its_locks(qtbot, parent, tmp_path):
    project = Project.create(tmp_path / "Stadt.spanwright", schema=schema_file.load("news"), annotator="anna")
    before = locked(tmp_path)
    assert {"Stadt.spanwright", "Stadt.spanwright-shm"} <= before
    for ask in (ask_file, ask_files, ask_folder, ask_target):
        dialog = ask(parent, ask.__name__, "Wählen", print, start=tmp_path / "liste.tsv")
        dialog.setDirectory(str(tmp_path))
        (shown,) = (view.model() for view in dialog.findChildren(QTreeView))
        qtbot.waitUntil(lambda shown=shown: shown.type(shown.index(str(project.path))) != "")
        assert locked(tmp_path) == before, ask.__name__
        dialog.reject()
    project.close()


def test_list_shows_names_and_dates_without_scrolling_sideways(qtbot, parent, tmp_path):
    (tmp_path / "Zehn.backups").mkdir()
    dialog = ask_target(parent, "wide", "Wählen", print, start=tmp_path / "Zehn.jsonl")
    (files,) = dialog.findChildren(QTreeView)
    qtbot.waitUntil(lambda: files.model().rowCount(files.rootIndex()) == 1)
    assert files.horizontalScrollBar().maximum() == 0
    texts = [files.model().headerData(column, Qt.Orientation.Horizontal) for column in range(4)]
    widths = [files.header().sectionSize(column) for column in range(4)]
    for text, width in zip(texts, widths, strict=True):
        assert width == 0 or width >= files.fontMetrics().horizontalAdvance(text), text
    dialog.reject()


def question_of(dialog):
    return dialog.findChild(QMessageBox, "overwriteQuestion")


def test_existing_file_is_kept_unless_overwriting_is_chosen(parent, qtbot, tmp_path):
    taken: list[str] = []
    there = tmp_path / "Hafen 🎈.csv"
    there.write_text("alt")
    dialog = ask_target(parent, "out", "Export", taken.append, start=there, remembers=False)
    dialog.accept()
    question = question_of(dialog)
    assert "“Hafen 🎈.csv” already exists" in question.text()
    assert question.defaultButton().text() == "Keep the File"
    qtbot.keyClick(question, Qt.Key.Key_Return)
    assert taken == []
    assert dialog.isVisible()
    qtbot.waitUntil(lambda: question_of(dialog) is None)
    dialog.accept()
    overwrite = next(b for b in question_of(dialog).buttons() if b.text() == "Overwrite")
    qtbot.mouseClick(overwrite, Qt.MouseButton.LeftButton)
    assert taken == [str(there)]


def test_new_file_is_taken_without_a_question(parent, tmp_path):
    taken: list[str] = []
    dialog = ask_target(parent, "out", "Export", taken.append, start=tmp_path / "Neu.csv", remembers=False)
    dialog.accept()
    assert question_of(dialog) is None
    assert taken == [str(tmp_path / "Neu.csv")]


def test_name_that_no_file_can_have_is_not_taken(parent, tmp_path):
    taken: list[str] = []
    dialog = ask_target(parent, "out", "Export", taken.append, start=tmp_path / "Neu.csv", remembers=False)
    edit = dialog.findChild(QLineEdit, "fileNameEdit")
    assert edit is not None
    edit.setText("ä" * 300)
    dialog.accept()
    assert taken == []
    assert dialog.isVisible()
    dialog.reject()
