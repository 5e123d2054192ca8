"""The context menu of the article: the actions that apply there, with their keys."""

from PySide6.QtCore import QPoint
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu

from tests.ui.keyboard import Key, active, press, quote, select


def right_click(window, words):
    """Open the context menu at words; return its entries and those of its submenu."""
    view = window.view
    at = window.session.opened.document.text.index(words)
    layout = view.page.layout
    box = layout.boxes(at, at + len(words))[0]
    place = QPoint(int(box.center().x()) + layout.measures.left, int(box.center().y()) - view.scrolling.top)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, view.viewport().mapToGlobal(place))
    QApplication.sendEvent(view.viewport(), event)
    menu = window.findChild(QMenu, "contextMenu")
    inner = [action.menu() for action in menu.actions() if action.menu() is not None]
    found = [action.objectName() for action in menu.actions() if action.objectName()]
    labels = [action.objectName() for each in inner for action in each.actions()]
    assert all(action.isEnabled() for action in menu.actions())
    menu.close()
    menu.deleteLater()
    return found, labels


def test_context_menu_targets_the_suggestion_under_the_pointer(window):
    found, labels = right_click(window, "Weifang")
    assert active(window) == "Weifang"
    assert found[:2] == ["suggestion.accept", "suggestion.reject"]
    assert labels == ["label.entities.PER", "label.entities.ORG", "label.entities.MISC"]
    assert not {"span.note", "span.delete", "claim.card"} & set(found)


def test_a_name_offers_what_can_be_said_about_names(window, qtbot):
    select(window, "Kapitän")
    press(qtbot, window, Key.Key_1)
    window.aim.activate(None)
    window.view.select(0, 0)
    found, labels = right_click(window, "Kapitän")
    assert active(window) == "Kapitän"
    assert {"span.who", "span.note", "span.doubt", "span.delete", "occurrences.open", "span.guidelines"} <= set(found)
    assert not {"suggestion.accept", "claim.card", "claim.said_before", "go.to_claim"} & set(found)
    assert "label.entities.PER" not in labels
    assert "label.entities.ORG" in labels


def test_a_claim_offers_its_card(window, qtbot):
    claim = select(window, "das Schiff fahre")
    press(qtbot, window, Key.Key_C)
    found, labels = right_click(window, "das Schiff")
    assert found[:3] == ["claim.card", "claim.another", "claim.said_before"]
    assert labels == []
    assert window.session.opened.spans[0].start == claim


def test_context_menu_on_a_selection_offers_every_label(window):
    at = select(window, "das Schiff fahre")
    found, labels = right_click(window, "Schiff")
    assert window.view.selection() == (at, at + len("das Schiff fahre"))
    assert {"label.entities.LOC", "label.claims.CLAIM", "span.pick", "occurrences.open", "edit.copy"} <= set(found)
    assert labels == []


def test_context_menu_on_unlabelled_text_moves_the_caret_there(window, qtbot):
    press(qtbot, window, Key.Key_Tab)
    found, _ = right_click(window, "fahre")
    assert window.view.active() is None
    assert quote(window, window.view.active()) is None
    assert "article.exclude_paragraph" in found
    assert not {"suggestion.accept", "span.delete", "edit.copy"} & set(found)
