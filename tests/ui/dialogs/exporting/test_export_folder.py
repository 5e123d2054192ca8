"""The folder that an export goes into, the options that a format offers, and the table during a check."""

from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QFileDialog, QLabel, QLineEdit, QMessageBox, QPushButton

from tests.ui.dialogs.export_steps import SOON, checked, choose, open_dialog, press
from ui.base.settings import own_folder


def test_only_training_formats_offer_to_reach_far(qtbot, dialog):
    box = dialog.findChild(QCheckBox, "exportReach")
    for name, offered in (("claim-cards-xlsx", False), ("spacy-folder", True)):
        choose(qtbot, dialog, name)
        assert box.isVisible() is offered


def test_first_folder_export_proposes_new_folder(qtbot, opened, dialog):
    choose(qtbot, dialog, "brat")
    press(dialog, "exportButton")
    chooser = dialog.findChild(QFileDialog, "exportTarget")
    assert chooser.findChild(QLineEdit, "fileNameEdit").text() == f"{opened.session.required().path.stem}-brat"
    chooser.close()


def test_folder_of_an_exported_file_gets_a_new_folder(qtbot, opened, dialog, tmp_path):
    place = tmp_path / "raus"
    place.mkdir()
    dialog.write(place / "a.jsonl")
    qtbot.waitUntil(lambda: opened.findChild(QDialog, "exportDialog") is None, timeout=SOON)
    again = open_dialog(opened, qtbot)
    choose(qtbot, again, "brat")
    press(again, "exportButton")
    chooser = again.findChild(QFileDialog, "exportTarget")
    assert Path(chooser.directory().absolutePath()) == place
    assert chooser.findChild(QLineEdit, "fileNameEdit").text() == f"{opened.session.required().path.stem}-brat"
    chooser.close()


def test_file_after_folder_export_goes_beside_folder(qtbot, opened, dialog, tmp_path):
    (tmp_path / "raus").mkdir()
    choose(qtbot, dialog, "brat")
    dialog.write(tmp_path / "raus" / "brat")
    qtbot.waitUntil(lambda: opened.findChild(QDialog, "exportDialog") is None, timeout=SOON)
    again = open_dialog(opened, qtbot)
    choose(qtbot, again, "jsonl")
    press(again, "exportButton")
    chooser = again.findChild(QFileDialog, "exportTarget")
    assert Path(chooser.directory().absolutePath()) == tmp_path / "raus"
    chooser.close()


def test_losses_of_another_format_are_not_left_standing(qtbot, dialog):
    choose(qtbot, dialog, "docbin")
    assert dialog.losses.model().rowCount() > 0
    combo = dialog.findChild(QComboBox, "exportFormat")
    combo.setCurrentIndex(combo.findData("jsonl"))
    assert dialog.losses.model().rowCount() == 0
    assert not dialog.remedies.findChildren(QPushButton)
    checked(qtbot, dialog)


def test_sample_is_not_exported_into_programs_own_folder(qtbot, make_window, project_path):
    own_folder().mkdir(parents=True, exist_ok=True)
    window = make_window(project_path.rename(own_folder() / "Sample.spanwright"))
    dialog = open_dialog(window, qtbot)
    press(dialog, "exportButton")
    chooser = dialog.findChild(QFileDialog, "exportTarget")
    assert own_folder() != Path(chooser.directory().absolutePath())
    assert chooser.findChild(QLineEdit, "fileNameEdit").text() == "Sample.jsonl"
    chooser.close()


def test_says_nothing_about_losses_while_checking(qtbot, dialog):
    empty, combo = dialog.findChild(QLabel, "lossTableEmpty"), dialog.findChild(QComboBox, "exportFormat")
    combo.setCurrentIndex(combo.findData("docbin"))
    assert (dialog.report, empty.text()) == (None, "")
    checked(qtbot, dialog)


def test_second_export_replaces_message_of_first(qtbot, opened, dialog, tmp_path):
    opened.messages.tell("1 label in 3 articles written to a.spacy.", "Show", print, stays=True)
    target = tmp_path / "Städte.jsonl"
    dialog.write(target)
    qtbot.waitUntil(lambda: "Städte.jsonl" in opened.messages.words, timeout=SOON)
    opened.messages.go_on()
    opened.messages._end_notice()
    assert opened.messages.words == f"2 labels in 3 articles written to {target}."


def test_second_folder_export_proposes_folder_beside_first(qtbot, opened, dialog, tmp_path):
    first = tmp_path / f"{opened.session.required().path.stem}-brat"
    choose(qtbot, dialog, "brat")
    press(dialog, "exportButton")
    dialog.findChild(QFileDialog, "exportTarget").fileSelected.emit(str(first))
    qtbot.waitUntil(lambda: opened.findChild(QDialog, "exportDialog") is None, timeout=SOON)
    again = open_dialog(opened, qtbot)
    press(again, "exportButton")
    again.findChild(QFileDialog, "exportTarget").fileSelected.emit(str(first))
    button = again.findChild(QMessageBox, "exportReplace").defaultButton()
    assert button.text() == f"New Folder “{first.name}-2”"
    button.click()
    qtbot.waitUntil(lambda: opened.findChild(QDialog, "exportDialog") is None, timeout=SOON)
    assert {first, tmp_path / f"{first.name}-2"} <= set(tmp_path.iterdir())
