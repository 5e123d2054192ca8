"""Steps of a user in the export dialog."""

from PySide6.QtWidgets import QComboBox, QDialog, QPushButton

from tests.ui.conftest import TEXT

SOON = 30_000  # milliseconds: the process imports spaCy


def part(words):
    start = TEXT.index(words)
    return start, start + len(words)


def choose(qtbot, dialog, name):
    combo = dialog.findChild(QComboBox, "exportFormat")
    combo.setCurrentIndex(combo.findData(name))
    checked(qtbot, dialog)


def checked(qtbot, dialog):
    assert dialog.report is None
    qtbot.waitUntil(lambda: dialog.report is not None, timeout=SOON)


def press(dialog, name):
    dialog.findChild(QPushButton, name).click()


def labelled(window):
    """Return the window with two overlapping labels, the second inside a token."""
    window.decisions.label(*part("Köln"), "entities", "LOC")
    window.decisions.label(*part("öln"), "entities", "MISC")
    return window


def open_dialog(window, qtbot):
    window.actions_by_id["file.export"].trigger()
    found = window.findChild(QDialog, "exportDialog")
    qtbot.waitUntil(lambda: found.report is not None, timeout=SOON)
    return found
