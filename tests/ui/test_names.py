"""Every widget that takes the keyboard or a click has a name for tests and a name for screen readers."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QHeaderView,
    QLineEdit,
    QMenu,
    QMessageBox,
    QPushButton,
    QScrollBar,
    QSplitterHandle,
    QWidget,
)

OWN_PARTS = (QAbstractSpinBox, QComboBox, QLineEdit, QAbstractItemView, QFileDialog)  # Qt makes what is in them


def is_interactive(widget):
    if isinstance(widget, QScrollBar | QHeaderView | QSplitterHandle | QMenu) or widget.isWindow():
        return False
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, OWN_PARTS):
            return False
        parent = parent.parentWidget()
    return isinstance(widget, QAbstractButton) or widget.focusPolicy() != Qt.FocusPolicy.NoFocus


def nameless(window):
    """Return the widgets without a name, each as its class and its path from the window."""
    found = []
    for widget in window.findChildren(QWidget):
        if not widget.isVisibleTo(window) or not is_interactive(widget):
            continue
        interface = QAccessible.queryAccessibleInterface(widget)
        spoken = interface.text(QAccessible.Text.Name)
        lacks = [kind for kind, name in (("objectName", widget.objectName()), ("accessible name", spoken)) if not name]
        if widget.objectName().startswith("qt_"):
            continue  # a part that Qt made
        if lacks:
            way = [type(w).__name__ + "#" + w.objectName() for w in ancestors(widget)]
            found.append(f"{' > '.join(way)} lacks {' and '.join(lacks)}")
    return found


def told(missing):
    return "\n".join(missing)


def ancestors(widget):
    way: list[QWidget] = []
    while widget is not None and not widget.isWindow():
        way.insert(0, widget)
        widget = widget.parentWidget()
    return way


def test_everything_in_the_window_has_names(window):
    text = window.session.opened.document.text
    at = text.index("das Schiff")
    window.aim.activate(window.session.opened.suggestions[0].id)
    assert not nameless(window), told(nameless(window))
    window.view.select(at, at + 10)
    window.labelling.label("claims CLAIM")
    window.actions_by_id["claim.card"].trigger()
    window.actions_by_id["edit.find"].trigger()
    assert not nameless(window), told(nameless(window))
    window.view.setFocus()
    window.view.select(at, at + 10)
    for action in (
        "span.pick",
        "span.note",
        "edit.palette",
        "help.keyboard",
        "occurrences.consistency",
        "occurrences.open",
    ):
        window.actions_by_id[action].trigger()
        assert not nameless(window), told(nameless(window))


@pytest.mark.parametrize(
    "name", ["mainWindow", "articleView", "articleList", "labelPanel", "suggestionPanel", "claimCard", "inspector"]
)
def test_parts_that_scripts_rely_on_are_there_and_speak(window, name):
    part = window if name == "mainWindow" else window.findChild(QWidget, name)
    assert part is not None
    interface = QAccessible.queryAccessibleInterface(part)
    assert interface.text(QAccessible.Text.Name)


DIALOGS = [
    "file.import",
    "file.paste",
    "file.export",
    "article.describe",
    "help.about",
    "help.diagnostics",
    "edit.keys",
]


@pytest.mark.parametrize("action", [*DIALOGS, "article.delete", "project.annotator"])
def test_everything_in_a_dialog_has_names(window, qtbot, action):
    window.actions_by_id[action].trigger()
    dialogs = [d for d in window.findChildren(QDialog) if not isinstance(d, QFileDialog) and d.isVisible()]
    assert dialogs or window.findChildren(QFileDialog), action
    missing = []
    for dialog in dialogs:
        missing += [] if dialog.objectName() or isinstance(dialog, QMessageBox) else [f"{action}: the dialog itself"]
        missing += [] if isinstance(dialog, QMessageBox) else nameless(dialog)
    for dialog in window.findChildren(QDialog):
        dialog.close()
    assert not missing, told(missing)


SMALL = frozenset("a an and as at by for from in of on or the to with".split())


def in_title_case(words):
    return all(word in SMALL or not word[0].islower() for word in words.replace("&", "").split())


@pytest.mark.parametrize(
    "action", ["search.open", "suggestion.triage", "occurrences.consistency", "help.keyboard", *DIALOGS]
)
def test_buttons_are_in_title_case(window, action):
    window.actions_by_id[action].trigger()
    buttons = [b for b in window.findChildren(QPushButton) if b.property("role") in {None, "", "link", "primary"}]
    wrong = {b.text() for b in buttons if not in_title_case(b.text())}
    for dialog in window.findChildren(QDialog):
        dialog.close()
    assert not wrong
