"""The main window as a whole: opening a project, the look, closing."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAccessible, QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QDialog,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QWidget,
)

from annotator.model import schema_file
from annotator.project.project import Project
from annotator.system.lock import Lock
from tests.ui import worked
from ui.base import i18n
from ui.base.crashes import Crashes
from ui.base.settings import Settings
from ui.shell.app import Application


def test_without_a_project_there_is_the_welcome_page(make_window):
    window = make_window()
    assert window.welcome.isVisible()
    assert not window.key_line.isVisible()
    assert window.windowTitle() == "Spanwright"


@pytest.mark.parametrize("project", [False, True])
def test_equipping_the_window_changes_nothing_visible(make_window, project):
    window = make_window(equip=False)
    window.show_page(project=project)
    before = window.grab().toImage()
    assert not window.blank.isVisible()
    window.equip()
    assert window.grab().toImage() == before
    assert window.actions_by_id["file.new"].isEnabled()


def test_an_opened_project_shows_its_first_article(window):
    assert window.windowTitle() == "Städte 🌆 – Spanwright"
    assert window.view.document_id() == window.session.opened.document.id
    assert window.key_line.stored == "all stored · 0 names · 0 claims"
    assert window.top_bar.language.text() == "DE"
    assert window.view.hasFocus()


def test_the_document_open_last_is_open_again(make_window, project_path):
    window = make_window(project_path)
    window.articles.go_next()
    assert window.session.opened.document.title == "Zweiter Zug"
    window.session.close_project()
    window.projects.open_path(project_path)
    assert window.session.opened.document.title == "Zweiter Zug"


def test_recent_projects_are_offered_newest_first(make_window, project_path, tmp_path):
    window = make_window(project_path)

    def names():
        return [action.text() for action in window.menus.recent.actions()]

    assert names() == [], "the open project is not listed"
    assert not window.menus.recent.isEnabled()
    window.session.create_project(tmp_path / "Neu", schema_file.load("news"), "auto")
    assert names() == ["Städte 🌆"]
    for folder in ("Anderswo", "Nirgends"):
        (tmp_path / folder).mkdir()
        window.session.create_project(tmp_path / folder / "Neu", schema_file.load("news"), "auto")
    assert names() == [f"Neu ({tmp_path / 'Anderswo'})", f"Neu ({tmp_path})", "Städte 🌆"]
    window.session.close_project()
    assert len(names()) == 4


def test_a_second_window_asks_and_opens_for_reading(make_window, project_path):
    lock = Lock(project_path)
    try:
        window = make_window()
        assert not window.projects.open_path(project_path)
        question = window.findChild(QMessageBox, "readOnlyQuestion")
        assert "Städte 🌆.spanwright is open in another window" in question.text()
        question.accept()
        assert window.session.project.read_only
        question.close()
    finally:
        lock.release()


def test_open_project_is_shown_without_a_question(make_window, project_path, monkeypatch):
    window = make_window(project_path)
    window.articles.go_next()
    article = window.session.opened.document.id
    monkeypatch.chdir(project_path.parent)
    for path in (project_path, Path(project_path.name)):
        assert window.projects.open_path(path)
        assert window.findChild(QMessageBox, "readOnlyQuestion") is None
        assert (window.session.opened.document.id, window.session.project.read_only) == (article, False)


def test_file_other_than_a_project_is_refused_with_a_message(make_window, tmp_path):
    path = tmp_path / "Brief.spanwright"
    path.write_text("Kein Projekt 🎈", "utf-8")
    window = make_window()
    assert not window.projects.open_path(path)
    assert window.messages.words == "Brief.spanwright is not a Spanwright project."
    window.messages.dismiss()
    assert window.messages.words == ""


def test_dropped_project_is_opened_and_never_moved(make_window, project_path):
    window = make_window()
    urls = QMimeData()
    urls.setUrls([QUrl.fromLocalFile(str(project_path))])
    asked = Qt.DropAction.MoveAction | Qt.DropAction.CopyAction
    with_shift = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier)
    entering = QDragEnterEvent(QPoint(9, 9), asked, urls, *with_shift)
    dropped = QDropEvent(QPointF(9, 9), asked, urls, *with_shift)
    window.dragEnterEvent(entering)
    window.dropEvent(dropped)
    assert window.session.project.path == project_path
    for event in (entering, dropped):
        assert (event.isAccepted(), event.dropAction()) == (True, Qt.DropAction.CopyAction)


@pytest.mark.parametrize("address", ["file:///tmp/a%00.spanwright", "file:///tmp/a%00.txt", "file:", "file:a.txt"])
def test_dropped_address_that_no_file_can_have_does_nothing(make_window, project_path, address):
    window = make_window(project_path)
    asked: list[object] = []
    window.projects.files_wanted.connect(asked.append)
    urls = QMimeData()
    urls.setUrls([QUrl(address)])
    by_mouse = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    window.dropEvent(QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, urls, *by_mouse))
    assert (asked, window.session.project.path) == ([], project_path)


def test_frame_says_what_a_drop_does(make_window, project_path, tmp_path, qtbot):
    window = make_window(project_path)
    frame = window.findChild(QWidget, "dropFrame")
    seen = []
    for name in ("artikel.txt", "Projekt.spanwright"):
        urls = QMimeData()
        urls.setUrls([QUrl.fromLocalFile(str(tmp_path / name))])
        left = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(window, QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, urls, *left))
        seen.append((frame.isVisible(), frame.words, frame.size() == window.size()))
        QApplication.sendEvent(window, QDragLeaveEvent())
        assert not frame.isVisible()
    assert seen == [(True, "Drop to import the articles", True), (True, "Drop to open the project", True)]


def test_narrow_windows_fold_the_articles_then_the_panels(make_window, project_path, qtbot):
    window = make_window(project_path)
    shown = lambda: (window.articles.isVisible(), window.panels.isVisible())  # noqa: E731
    for width, expected in ((1300, (True, True)), (1000, (False, True)), (860, (False, False)), (1300, (True, True))):
        window.resize(width, 800)
        qtbot.waitUntil(lambda expected=expected: shown() == expected)
    window.resize(860, 800)
    qtbot.waitUntil(lambda: shown() == (False, False))
    window.actions_by_id["view.panels"].trigger()
    assert shown() == (False, True)


def test_c_brings_the_claim_card_into_a_narrow_window(make_window, project_path, qtbot):
    window = make_window(project_path)
    at = window.session.opened.document.text.index("das Schiff")
    claim = window.decisions.label(at, at + 10, "claims", "CLAIM")
    window.resize(860, 800)
    qtbot.waitUntil(lambda: not window.panels.isVisible())
    window.aim.activate(claim.id)
    window.labelling.open_card()
    assert window.panels.claim_card.isVisible()
    assert window.panels.claim_card.holds_keyboard


@pytest.fixture
def application(qtbot, project_path, tmp_path, qapp):
    """The program in English with a project open."""
    settings = Settings()
    settings.language = "en"
    made = Application(qapp, settings, Crashes(tmp_path / "log"))
    made.window.equip()
    qtbot.addWidget(made.window)
    made.window.projects.open_path(project_path)
    made.window.show()
    yield made
    made.window.closed.disconnect()
    made.window.close()
    made.desk.close()
    made.deleteLater()
    i18n.install("en")


def test_the_window_speaks_german_at_once_and_keeps_the_document(application, qtbot):
    first, session = application.window, application.desk.session
    first.articles.go_next()
    here = session.required_opened().document.id
    first.view.select(3, 7, exact=True)
    shown = []
    session.document_opened.connect(lambda: shown.append(session.opened))
    with qtbot.assertNotEmitted(session.project_opened), qtbot.waitSignal(first.language_chosen):
        first.actions_by_id["language.de"].trigger()
    second = application.window
    qtbot.addWidget(second)
    assert second is not first
    assert [opened.document.id for opened in shown] == [here]
    assert second.view.document_id() == session.required_opened().document.id == here
    assert second.view.selection() == (3, 7)
    assert second.articles.model.shown == first.articles.model.shown
    assert any(button.text() == "Alle 3" for button in second.articles.findChildren(QPushButton))
    assert second.panels.layers.findChild(QPushButton, "layerButton.claims") is not None
    assert second.actions_by_id[f"worth.{second.worth.share}"].isChecked()
    second.articles.go_next()
    assert second.view.document_id() != here
    assert second.actions_by_id["label.entities.LOC"].text() == "Ort"
    assert Settings().language == "de"


def refused_to_speak(application):
    """Choose German, and return the message that says why the window was not replaced."""
    window = application.window
    window.actions_by_id["language.de"].trigger()
    assert application.window is window
    assert window.actions_by_id["language.en"].isChecked()
    assert not window.actions_by_id["language.de"].isChecked()
    assert Settings().language == "en"
    return window.messages.words


def test_the_language_stays_during_a_long_step(application):
    step = application.desk.session.project.timeline.doing(None for _ in range(2))
    next(step)
    assert "still being stored" in refused_to_speak(application)
    step.close()


def test_the_language_stays_while_another_window_is_open(application):
    application.window.actions_by_id["suggestion.sources"].trigger()
    assert "Close the other windows first" in refused_to_speak(application)
    application.window.findChild(QDialog, "sourcesWindow").close()


def test_language_stays_while_a_hidden_training_runs(application):
    application.window.actions_by_id["model.train"].trigger()
    training = application.window.findChild(QDialog, "trainingWindow")
    training.put_away = True
    training.hide()
    assert "Training is still running" in refused_to_speak(application)
    training.close()


def test_the_language_stays_until_the_files_process_has_answered(application, qtbot):
    files = application.desk.files
    files.start(worked.double, 2, done=print, failed=print)
    assert "in a moment" in refused_to_speak(application)
    qtbot.waitUntil(lambda: not files.busy, timeout=20_000)
    application.window.actions_by_id["language.de"].trigger()
    assert Settings().language == "de"


def test_zoom_and_hidden_suggestions(window, qtbot):
    window.actions_by_id["view.zoom_in"].trigger()
    assert window.view.display.zoom == 1.1
    assert Settings().zoom == 1.1
    window.actions_by_id["view.zoom_reset"].trigger()
    assert window.view.display.zoom == 1.0
    suggestion = window.session.opened.suggestions[0]
    assert window.view.span_rects(suggestion.id)
    window.actions_by_id["view.hide_suggestions"].trigger()
    assert not window.view.span_rects(suggestion.id)
    window.actions_by_id["view.hide_suggestions"].trigger()
    assert window.view.span_rects(suggestion.id)


def test_another_annotator_sees_own_decisions_only(window):
    at = window.session.opened.document.text.index("Kapitän")
    window.decisions.label(at, at + 7, "entities", "PER")
    window.session.set_annotator("bert")
    assert window.session.opened.spans == ()
    assert window.top_bar.annotator.text() == "bert"
    window.session.set_annotator("anna")
    assert len(window.session.opened.spans) == 1


def test_closing_checkpoints_the_log_and_releases_the_lock(make_window, project_path):
    window = make_window(project_path)
    at = window.session.opened.document.text.index("Kapitän")
    window.decisions.label(at, at + 7, "entities", "PER")
    window.close()
    window.desk.close()
    with closing(sqlite3.connect(f"{project_path.as_uri()}?immutable=1", uri=True)) as connection:
        assert connection.execute("SELECT quote FROM span").fetchall() == [("Kapitän",)]
    Project.open(project_path).close()


def test_edit_that_cannot_be_stored_is_reported_not_shown(window):
    path = window.session.project.path
    path.rename(path.with_suffix(".weg"))
    at = window.session.opened.document.text.index("Kapitän")
    assert window.decisions.label(at, at + 7, "entities", "PER") is None
    assert window.session.opened.spans == ()
    assert "The last step was not stored. " in window.messages.words
    path.with_suffix(".weg").rename(path)


def test_everything_that_can_be_used_has_a_name(window):
    kinds = (QAbstractButton, QLineEdit, QAbstractItemView, QAbstractScrollArea)
    named = [
        w for kind in kinds for w in window.findChildren(kind) if w.isVisible() and not w.objectName().startswith("qt_")
    ]
    nameless = [
        w
        for w in named
        if not QAccessible.queryAccessibleInterface(w).text(QAccessible.Text.Name) or not w.objectName()
    ]
    assert [(type(w).__name__, w.objectName()) for w in nameless] == []
