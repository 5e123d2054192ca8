"""Diagnostics for a slow disk or a damaged file."""

import sqlite3
from contextlib import closing

import pytest
from PySide6.QtCore import QRegularExpression
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton

from annotator.store import file
from ui.dialogs.help.diagnostics_dialog import DiagnosticsDialog


@pytest.fixture
def opened(window):
    def show():
        window.actions_by_id["help.diagnostics"].trigger()
        return window.findChild(DiagnosticsDialog)

    return show


def test_shows_time_per_stored_step(window, opened):
    window.view.select(10, 20)
    window.actions_by_id["label.entities.PER"].trigger()
    commits = window.session.project.commits
    commits.add(0.5)
    words = opened().facts["Steps stored"]
    assert words.startswith(f"{commits.count} since the project was opened.")
    assert "the slowest took 500.0 ms" in words


def test_names_sqlite_version_and_bug(opened, monkeypatch):
    monkeypatch.setattr(file, "has_reset_bug", lambda: True)
    dialog = opened()
    assert dialog.facts["SQLite"].startswith(f"{sqlite3.sqlite_version}. Before 3.51.3 it can damage a file")
    monkeypatch.setattr(file, "has_reset_bug", lambda: False)
    assert dict(dialog._facts())["SQLite"] == sqlite3.sqlite_version


def test_no_fact_is_cut(opened, monkeypatch):
    monkeypatch.setattr(file, "has_reset_bug", lambda: True)
    dialog = opened()
    dialog.show()
    for fact in dialog.findChildren(QLabel, QRegularExpression("diagnosticsFact.*")):
        assert fact.height() >= fact.heightForWidth(fact.width()), fact.text()


def test_dialog_grows_with_its_message(opened, qtbot):
    dialog = opened()
    words = dialog.line.findChild(QLabel, "jobWords")
    dialog.line.warn("\n".join(["Problem"] * 12))
    qtbot.waitUntil(lambda: words.height() >= words.heightForWidth(words.width()))
    facts = dialog.findChildren(QLabel, QRegularExpression("^diagnosticsFact"))
    assert all(fact.height() >= fact.heightForWidth(fact.width()) for fact in facts)


def test_message_uses_whole_line_without_bar(opened, qtbot):
    dialog = opened()
    words = dialog.line.findChild(QLabel, "jobWords")
    qtbot.waitUntil(lambda: words.width() == dialog.line.width() > 0)


def test_the_facts_can_be_copied(window, opened):
    dialog = opened()
    next(button for button in dialog.findChildren(QPushButton) if button.text() == "Copy").click()
    assert f"Project: {window.session.project.path}" in QGuiApplication.clipboard().text()


def test_check_finds_intact_project_intact(opened, qtbot):
    dialog = opened()
    dialog.check.click()
    assert not dialog.check.isEnabled()
    qtbot.waitUntil(lambda: dialog.line.words.startswith("Everything is as it was stored"), timeout=30_000)
    assert dialog.check.isEnabled()


def test_check_reports_inconsistencies(window, opened, qtbot):
    with closing(sqlite3.connect(window.session.project.path)) as connection, connection:
        connection.execute("UPDATE document SET sha256 = 'x' WHERE title = 'Zweiter Zug'")
    dialog = opened()
    dialog.check.click()
    qtbot.waitUntil(lambda: "not what was imported" in dialog.line.words, timeout=30_000)


def test_check_needs_a_project(make_window):
    window = make_window()
    window.actions_by_id["help.diagnostics"].trigger()
    dialog = window.findChild(DiagnosticsDialog)
    assert not dialog.check.isEnabled()
    assert "Project" not in dialog.facts
