"""The context menu of a label's chip."""

from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu

from tests.ui.keyboard import spans
from ui.schema.schema_window import SchemaWindow


def chip_menu(window, chip):
    """Right-click on a chip; return the entries of its menu in order."""
    widget = window.panels.labels.findChild(object, f"chip.{chip}")
    place = widget.rect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, widget.mapToGlobal(place))
    QApplication.sendEvent(widget, event)
    menu = window.findChild(QMenu, "labelMenu")
    return [action for action in menu.actions() if not action.isSeparator()]


def test_chip_menu_labels_the_selection(window):
    at = window.session.opened.document.text.index("Kapitän")
    window.view.select(at, at + 7)
    chip_menu(window, "entities.PER")[0].trigger()
    assert ("entities", "PER", "Kapitän") in spans(window)


def test_chip_menu_lists_all_labels_of_project(window, qtbot):
    chip_menu(window, "entities.ORG")[1].trigger()
    page = window.drawer.search
    qtbot.waitUntil(page.isVisible)
    assert page.query.label == "ORG"


def test_chip_menu_shows_only_suggestions_of_label(window, qtbot):
    chip_menu(window, "entities.PER")[2].trigger()
    assert window.panels.suggestions.filters.isVisible()
    assert window.panels.suggestions.filters.wanted.label == ("entities", "PER")


def test_chip_menu_edits_label(window, qtbot):
    chip_menu(window, "entities.ORG")[-1].trigger()
    dialog = window.findChild(SchemaWindow)
    qtbot.waitUntil(dialog.isVisible)
    assert dialog.tree.place.path == ("entities", "ORG")
    dialog.close()


def test_chip_menu_of_cue_offers_no_suggestions(window):
    assert len(chip_menu(window, "attribution.CUE")) == 3
