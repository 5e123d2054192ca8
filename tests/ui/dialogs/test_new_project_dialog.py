from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextLayout
from PySide6.QtWidgets import QComboBox, QFileDialog, QLabel, QLineEdit, QPushButton

from annotator.model import schema_file
from ui.dialogs.new_project_dialog import NewProjectDialog


@pytest.fixture
def dialog(tmp_path, qtbot):
    shown = NewProjectDialog(tmp_path)
    qtbot.addWidget(shown)
    shown.show()
    return shown


def line(dialog, name):
    return dialog.findChild(QLineEdit, name)


def told(dialog):
    return dialog.findChild(QLabel, "newProjectTold").text()


def button(dialog):
    return dialog.findChild(QPushButton, "newProjectDialogOk")


def test_enter_creates_project_with_default_labels(make_window, tmp_path, qtbot):
    window = make_window()
    window.projects.new()
    (dialog,) = window.findChildren(NewProjectDialog)
    line(dialog, "newProjectFolder").setText(str(tmp_path))
    line(dialog, "newProjectName").setText("Zürich 😀")
    dialog.findChild(QComboBox, "newProjectLanguage").setCurrentIndex(1)
    qtbot.keyClick(line(dialog, "newProjectName"), Qt.Key.Key_Return)
    assert (tmp_path / "Zürich 😀.spanwright").is_file()
    project = window.session.required()
    assert project.schema == schema_file.load("news")
    assert project.language == "de"


def test_next_project_begins_with_the_chosen_name(make_window, project_path, tmp_path):
    window = make_window(project_path)
    window.session.set_annotator("Lena")
    assert window.session.create_project(tmp_path / "Neu", schema_file.load("news"), "auto")
    assert window.session.required().annotator == "Lena"


def test_taken_name_is_reported_and_another_proposed(tmp_path, qtbot, dialog):
    (tmp_path / "Articles.spanwright").touch()
    line(dialog, "newProjectName").setText(" Articles.spanwright ")
    assert "Articles.spanwright already exists" in told(dialog)
    assert button(dialog).text() == "Open Project"
    line(dialog, "newProjectName").setText("Anders")
    assert button(dialog).text() == "Create Project"
    again = NewProjectDialog(tmp_path)
    qtbot.addWidget(again)
    assert line(again, "newProjectName").text() == "Articles 2"


@pytest.mark.parametrize("name", ["", "  ", "a/b", "wo?"])
def test_rejects_invalid_file_name(dialog, name):
    line(dialog, "newProjectName").setText(name)
    assert "needs a name" in told(dialog)
    assert not button(dialog).isEnabled()


def test_file_is_refused_as_folder(tmp_path, dialog):
    (tmp_path / "Datei").touch()
    line(dialog, "newProjectFolder").setText(str(tmp_path / "Datei"))
    assert "is a file" in told(dialog)
    assert not button(dialog).isEnabled()


@pytest.mark.parametrize("folder", ["~niemand-heißt-so", "x" * 300, "a/" * 3_000, "\0"])
def test_any_folder_can_be_typed(dialog, folder):
    line(dialog, "newProjectFolder").setText(folder)
    assert told(dialog)


def test_long_path_is_elided_in_the_middle_on_one_line(dialog):
    folder = Path.home() / "Daten" / "/".join(f"Ordner mit Namen {number}" for number in range(12))
    line(dialog, "newProjectFolder").setText(str(folder))
    notice = dialog.findChild(QLabel, "newProjectTold")
    shown = notice.text().replace("\u2060", "").replace("\u00a0", " ").partition(": ")[2].split(" The folder")[0]
    assert shown.startswith("~/Daten/")
    assert shown.endswith("Articles.spanwright")
    assert "…" in shown
    assert str(folder / "Articles.spanwright") in notice.toolTip()
    assert sum("/" in each for each in lines_of(notice)) == 1
    line(dialog, "newProjectName").setText("")
    assert notice.toolTip() == ""


def lines_of(notice):
    """Return the lines of a label as it shows them."""
    layout = QTextLayout(notice.text(), notice.font())
    layout.beginLayout()
    found = []
    while (each := layout.createLine()).isValid():
        each.setLineWidth(notice.contentsRect().width())
        found.append(notice.text()[each.textStart() : each.textStart() + each.textLength()])
    layout.endLayout()
    return found


def test_name_too_long_for_a_file_is_reported(dialog):
    line(dialog, "newProjectName").setText("x" * 300)
    assert "too long" in told(dialog)
    assert not button(dialog).isEnabled()


def test_folder_that_cannot_be_created_is_reported(dialog, tmp_path):
    line(dialog, "newProjectFolder").setText(str(tmp_path / ("x" * 300)))
    button(dialog).click()
    assert "cannot be created" in told(dialog)
    assert dialog.isVisible()


@pytest.mark.parametrize("missing", ["Neu 🎈", "Neu/tiefer"])
def test_missing_folder_is_created(make_window, tmp_path, missing):
    window = make_window()
    window.projects.new()
    (dialog,) = window.findChildren(NewProjectDialog)
    line(dialog, "newProjectFolder").setText(str(tmp_path / missing))
    assert "backups and models in folders beside it" in told(dialog)
    assert "The folder is created, too." in told(dialog)
    assert not (tmp_path / missing).exists()
    button(dialog).click()
    assert window.session.required().path.parent == tmp_path / missing


def test_existing_project_is_opened(make_window, project_path):
    window = make_window()
    window.projects.new()
    (dialog,) = window.findChildren(NewProjectDialog)
    line(dialog, "newProjectFolder").setText(str(project_path.parent))
    line(dialog, "newProjectName").setText(project_path.stem)
    assert not dialog.findChild(QComboBox, "newProjectSchema").isEnabled()
    button(dialog).click()
    assert window.session.required().path == project_path


def test_name_is_free_in_chosen_folder_until_typed(tmp_path, qtbot, dialog):
    other = tmp_path / "Anderswo"
    other.mkdir()
    (other / "Articles.spanwright").touch()
    line(dialog, "newProjectFolder").setText(str(other))
    assert line(dialog, "newProjectName").text() == "Articles 2"
    qtbot.keyClicks(line(dialog, "newProjectName"), "0")
    line(dialog, "newProjectFolder").setText(str(tmp_path))
    assert line(dialog, "newProjectName").text() == "Articles 20"


def test_labels_from_file_and_broken_file_is_reported(tmp_path, dialog):
    broken = tmp_path / "kaputt.schema.json"
    broken.write_text("{", "utf-8")
    own = tmp_path / "eigene.schema.json"
    own.write_text(schema_file.ready_schemas()["news"].read_text("utf-8"), "utf-8")
    labels = dialog.findChild(QComboBox, "newProjectSchema")
    labels.setCurrentIndex(labels.count() - 1)
    dialog.findChild(QFileDialog, "newProjectSchemaFile").fileSelected.emit(str(broken))
    assert "kaputt.schema.json" in told(dialog)
    assert not button(dialog).isEnabled()
    labels.setCurrentIndex(labels.count() - 1)
    dialog.findChildren(QFileDialog, "newProjectSchemaFile")[-1].fileSelected.emit(str(own))
    assert labels.currentText() == "eigene.schema.json"
    assert button(dialog).isEnabled()


def test_typing_at_labels_opens_no_file_dialog_before_return(dialog, qtbot):
    labels = dialog.findChild(QComboBox, "newProjectSchema")
    qtbot.keyClicks(labels, "from")
    assert labels.currentText() == "From a file…"
    assert dialog.findChild(QFileDialog) is None
    assert button(dialog).isEnabled()
    qtbot.keyClick(labels, Qt.Key.Key_Return)
    assert dialog.findChild(QFileDialog, "newProjectSchemaFile").isVisible()


def test_typing_over_file_choice_reaches_other_labels(dialog, qtbot):
    labels = dialog.findChild(QComboBox, "newProjectSchema")
    qtbot.keyClicks(labels, "f")
    labels.setCurrentIndex(labels.count() - 2)
    qtbot.keyClick(labels, Qt.Key.Key_Down)
    assert labels.currentText() == "From a file…"
    qtbot.keyClick(labels, Qt.Key.Key_Home)
    assert labels.currentIndex() == 0
    assert dialog.findChild(QFileDialog) is None


def test_new_project_is_not_in_sample_folder(qtbot, make_window, tmp_path, project_path):
    window = make_window(project_path)
    window.projects.sample()
    window.projects.new()
    dialog = window.findChild(NewProjectDialog)
    assert dialog.path.parent == project_path.parent


def test_labels_stand_closer_to_their_schema_than_to_the_language(dialog, qtbot):
    qtbot.waitExposed(dialog)
    schema, language = (dialog.findChild(QComboBox, f"newProject{name}") for name in ("Schema", "Language"))
    names = next(each for each in dialog.findChildren(QLabel) if each.text().startswith("Person, "))
    above = names.geometry().top() - schema.geometry().bottom()
    below = language.geometry().top() - names.geometry().bottom()
    assert 0 < above < below
