"""The page that is there while no project is open."""

from PySide6.QtWidgets import QFrame, QPushButton


def test_nothing_is_ruled_off_where_there_is_no_recent_project(make_window):
    window = make_window()
    rule = window.welcome.findChild(QFrame, "welcomeRule")
    assert not rule.isVisible()


def test_recent_projects_stand_below_a_rule(make_window, project_path):
    window = make_window(project_path)
    window.session.close_project()
    assert window.welcome.findChild(QFrame, "welcomeRule").isVisible()
    assert window.welcome.findChild(QPushButton, "welcomeRecent0").text() == "Städte 🌆"
