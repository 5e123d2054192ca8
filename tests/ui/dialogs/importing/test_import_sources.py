import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from tests.ui.at_once import reading
from tests.ui.opened import open_article
from ui.base.settings import Settings
from ui.dialogs.importing.import_dialog import ImportDialog
from ui.dialogs.importing.import_sources import AddressDialog, ImportSources


@pytest.fixture
def sources(qtbot, tmp_path):
    made = ImportSources(Settings(), tmp_path / "Städte.spanwright")
    qtbot.addWidget(made)
    made.show()
    return made


def test_shows_address_before_fetching(qtbot, sources):
    qtbot.mouseClick(sources.address, Qt.MouseButton.LeftButton)
    dialog = sources.findChild(AddressDialog)
    assert not dialog.fetch.isEnabled()
    qtbot.keyClicks(dialog.line, "bote.example/rathaus")
    assert dialog.told.text() == "Page to fetch: https://bote.example/rathaus"
    with qtbot.waitSignal(sources.address_given) as given:
        qtbot.keyClick(dialog.line, Qt.Key.Key_Return)
    assert given.args == ["https://bote.example/rathaus"]
    assert not dialog.isVisible()


def test_invalid_address_cannot_be_fetched(qtbot, sources):
    qtbot.mouseClick(sources.address, Qt.MouseButton.LeftButton)
    dialog = sources.findChild(AddressDialog)
    qtbot.keyClicks(dialog.line, "file:///etc/passwd")
    assert dialog.told.text() == "This is not a web address."
    qtbot.keyClick(dialog.line, Qt.Key.Key_Return)
    assert dialog.isVisible()
    dialog.reject()


def ask(qtbot, button):
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Return)
    return button.parent().findChild(QFileDialog)


def test_return_on_files_button_opens_file_dialog(qtbot, sources, tmp_path):
    dialog = ask(qtbot, sources.files)
    assert dialog.directory().absolutePath() == str(tmp_path)
    usual, every = dialog.nameFilters()
    assert {"*.txt", "*.html", "*.docx", "*.pdf", "*.csv", "*.conll", "*.spacy"} <= set(
        usual[:-1].split("(")[1].split()
    )
    assert every == "All files (*)"
    dialog.reject()


def test_remembers_import_folder(qtbot, sources, tmp_path):
    (tmp_path / "Eingang").mkdir()
    file = tmp_path / "Eingang" / "eins.txt"
    file.write_text("Köln", "utf-8")
    dialog = ask(qtbot, sources.files)
    with qtbot.waitSignal(sources.chosen) as said:
        dialog.filesSelected.emit([str(file)])
    assert said.args == [[file]]
    dialog.reject()
    again = ImportSources(Settings(), tmp_path / "Andere.spanwright")
    qtbot.addWidget(again)
    again.show()
    other = ask(qtbot, again.files)
    assert other.directory().absolutePath() == str(file.parent)
    other.reject()


def test_return_adds_articles_after_files_button(qtbot, tmp_path):
    session, _ = open_article(tmp_path)
    dialog = ImportDialog(session, reading(session), Settings())
    qtbot.addWidget(dialog)
    dialog.open()
    dialog.sources.files.setFocus()
    (tmp_path / "eins.txt").write_text("Eins 🎈 über Köln\n\nEin Satz über Köln.", "utf-8")
    dialog.read_paths([tmp_path / "eins.txt"])
    qtbot.waitUntil(dialog.progress.isHidden)
    assert dialog.table.hasFocus()
    assert (dialog.add.isDefault(), dialog.sources.files.isDefault()) == (True, False)
    with qtbot.waitSignal(dialog.added):
        qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
    session.close_project()
