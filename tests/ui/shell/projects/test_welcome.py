"""The page that is shown while no project is open."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QFrame, QPushButton

from annotator.model import schema_file


def test_no_rule_without_recent_projects(make_window):
    window = make_window()
    rule = window.welcome.findChild(QFrame, "welcomeRule")
    assert not rule.isVisible()


def test_recent_projects_are_listed(make_window, project_path):
    window = make_window(project_path)
    window.session.close_project()
    assert window.welcome.findChild(QFrame, "welcomeRule").isVisible()
    assert window.welcome.findChild(QPushButton, "welcomeRecent0").text() == "Städte 🌆"


def test_recent_projects_scroll_on_a_low_screen(make_window, tmp_path, qtbot):
    window = make_window()
    window.resize(640, 360)
    window.welcome.show_recent([tmp_path / f"Stadt {number}.spanwright" for number in range(6)])
    last = window.welcome.findChild(QPushButton, "welcomeRecent5")
    qtbot.waitUntil(lambda: last.isVisible() and last.height() >= last.sizeHint().height())
    assert not window.welcome.rect().contains(last.mapTo(window.welcome, last.rect().bottomLeft()))
    window.welcome.take_keyboard()
    for _ in range(8):
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    assert window.focusWidget() is last
    assert window.welcome.rect().contains(last.mapTo(window.welcome, last.rect().bottomLeft()))


def test_long_name_is_shortened_not_cut(make_window, tmp_path):
    window = make_window()
    window.welcome.show_recent([tmp_path / ("folder" * 9) / f"Stadt und Hafen {'und Haff ' * 9}im Herbst.spanwright"])
    button = window.welcome.findChild(QPushButton, "welcomeRecent0")
    assert button.text().endswith("im Herbst")
    assert "…" in button.text()
    QApplication.processEvents()
    assert button.width() >= button.sizeHint().width()


def test_return_opens_focused_project(make_window, project_path, qtbot):
    window = make_window(project_path)
    window.session.close_project()
    qtbot.keyClick(window.welcome.findChild(QPushButton, "welcomeRecent0"), Qt.Key.Key_Return)
    assert window.session.project.name == "Städte 🌆"


def test_return_presses_focused_button(make_window, tmp_path, qtbot):
    window = make_window()
    window.session.create_project(tmp_path / "Neu", schema_file.load("news"), "auto")
    qtbot.keyClick(window.blank.findChild(QPushButton, "blankPaste"), Qt.Key.Key_Return)
    assert any(dialog.isVisible() for dialog in window.findChildren(QDialog))


def test_missing_project_offers_to_open_another(make_window, tmp_path):
    window = make_window()
    window.projects.open_path(tmp_path / "moved.spanwright")
    button = window.messages.findChild(QPushButton, "messageAction")
    assert button.isVisible()
    assert button.text() == "Open…"
    button.click()
    assert window.findChild(QDialog, "projectChoice").isVisible()
