from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton

from annotator.corpus.article import Article
from annotator.model import schema_file


def test_empty_project_explains_import(make_window, tmp_path):
    window = make_window()
    window.session.create_project(tmp_path / "Neu", schema_file.load("news"), "auto")
    assert window.blank.isVisible()
    assert not window.view.isVisible()
    window.blank.findChild(QPushButton, "blankPaste").click()
    assert any(dialog.isVisible() for dialog in window.findChildren(QDialog))


def test_return_starts_import_in_new_project(make_window, tmp_path, qtbot):
    window = make_window()
    window.session.create_project(tmp_path / "Neu", schema_file.load("news"), "auto")
    qtbot.waitUntil(lambda: QApplication.focusWidget() is window.blank.findChild(QPushButton, "blankImport"))
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert any(dialog.objectName() == "importDialog" for dialog in window.findChildren(QDialog))


def test_blank_page_gives_way_to_article(make_window, tmp_path):
    window = make_window()
    session = window.session
    session.create_project(tmp_path / "Neu", schema_file.load("news"), "auto")
    (made,) = session.add_articles(
        [Article(name="a", title="Köln", text="Köln 😀 ist groß.")], exclude_furniture=False
    ).ids
    session.open_document(made)
    assert window.view.isVisible()
    assert not window.blank.isVisible()
    session.close_document()
    assert window.blank.isVisible()
    assert "Choose one" in window.blank.findChild(QLabel, "blankWords").text()


def test_blank_page_fills_column(make_window, tmp_path, qtbot):
    window = make_window()
    window.session.create_project(tmp_path / "Neu", schema_file.load("news"), "auto")
    assert not window.overview.isVisible()
    qtbot.waitUntil(lambda: window.blank.height() == window.columns.splitter.height())
