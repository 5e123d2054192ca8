"""Doing with the export dialog what hands do."""

from PySide6.QtWidgets import QComboBox, QPushButton

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
