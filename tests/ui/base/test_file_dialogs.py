"""Dialogs for files and folders."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog, QLineEdit, QWidget

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
