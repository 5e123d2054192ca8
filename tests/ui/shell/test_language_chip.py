"""The chip with the language of the open article."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu

from annotator.project.project import LANGUAGE_SET
from tests.ui import worked
from tests.ui.keyboard import rows
from ui.dialogs.document_dialog import DocumentDialog
from ui.jobs.suggesting.source_finder import Work


def offered(window, qtbot):
    qtbot.mouseClick(window.top_bar.language, Qt.MouseButton.LeftButton)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu, {action.text(): action for action in menu.actions() if action.text()}


def choose(window, qtbot, name):
    menu, actions = offered(window, qtbot)
    actions[name].trigger()
    menu.close()


def stored(window):
    return rows(window, "SELECT language FROM document ORDER BY rowid LIMIT 1")[0][0]


def pending(window):
    document = window.session.opened.document.id
    return rows(window, f"SELECT count(*) FROM suggestion WHERE document = '{document}' AND state = 'pending'")[0][0]


def test_menu_checks_language_of_article(window, qtbot):
    menu, actions = offered(window, qtbot)
    assert [name for name, action in actions.items() if action.isChecked()] == ["German"]
    assert list(actions) == ["English", "German", "Other language", "Details of the article…"]
    menu.close()


def test_chosen_language_renews_suggestions_and_is_undone(make_window, project_path, qtbot):
    work = Work(draw_tokens=worked.draw, prepare=worked.prepare_german_only, sources=worked.SOURCES)
    window = make_window(project_path, work=work)
    qtbot.waitUntil(lambda: pending(window) == 4, timeout=20_000)
    choose(window, qtbot, "English")
    assert stored(window) == "en"
    qtbot.waitUntil(lambda: window.top_bar.language.text() == "EN")
    assert window.session.opened.document.meta[LANGUAGE_SET] is True
    qtbot.waitUntil(lambda: pending(window) == 0, timeout=20_000)
    window.actions_by_id["edit.undo"].trigger()
    assert stored(window) == "de"
    qtbot.waitUntil(lambda: pending(window) == 4, timeout=20_000)


def test_detected_language_is_confirmed(window, qtbot):
    choose(window, qtbot, "German")
    assert window.session.opened.document.meta[LANGUAGE_SET] is True


def test_other_language_is_named(window, qtbot):
    choose(window, qtbot, "Other language")
    assert stored(window) == "other"
    qtbot.waitUntil(lambda: window.top_bar.language.text() == "Other language")


def test_details_lead_to_the_dialog(window, qtbot):
    choose(window, qtbot, "Details of the article…")
    qtbot.waitUntil(lambda: window.findChild(DocumentDialog) is not None)
    window.findChild(DocumentDialog).close()
