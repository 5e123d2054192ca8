"""Behaviour of PySide6 and of the tests' screen that the program relies on."""

import sys

import pytest
from PySide6.QtWidgets import QLabel


def test_calls_that_return_nothing_keep_the_references_of_none(qtbot):
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for number in range(20_000):
        label.setText(f"Züge 🚆 {number}")
    assert sys.getrefcount(None) > before - 100


@pytest.mark.window
def test_a_window_manager_makes_a_shown_window_active(qtbot):
    label = QLabel("Straße")
    qtbot.addWidget(label)
    label.show()
    label.activateWindow()
    qtbot.waitUntil(label.isActiveWindow)
