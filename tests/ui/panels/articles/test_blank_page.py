from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton

from annotator.corpus.article import Article
from annotator.model import schema_file


def test_a_project_without_articles_says_how_they_get_in(make_window, tmp_path):
    window = make_window()
    window.session.create_project(tmp_path / "Neu", schema_file.load("news"), "auto")
    assert window.blank.isVisible()
    assert not window.view.isVisible()
    window.blank.findChild(QPushButton, "blankPaste").click()
    assert any(dialog.isVisible() for dialog in window.findChildren(QDialog))


def test_return_imports_into_a_new_project(make_window, tmp_path, qtbot):
    window = make_window()
    window.session.create_project(tmp_path / "Neu", schema_file.load("news"), "auto")
    qtbot.waitUntil(lambda: QApplication.focusWidget() is window.blank.findChild(QPushButton, "blankImport"))
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert any(dialog.objectName() == "importDialog" for dialog in window.findChildren(QDialog))


def test_it_makes_room_for_the_first_article_and_comes_back(make_window, tmp_path):
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


def test_it_has_the_whole_column_nothing_of_the_article_is_left_above_it(make_window, tmp_path, qtbot):
    window = make_window()
    window.session.create_project(tmp_path / "Neu", schema_file.load("news"), "auto")
    assert not window.overview.isVisible()
    qtbot.waitUntil(lambda: window.blank.height() == window.columns.splitter.height())
