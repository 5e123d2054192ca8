"""The place where the popup list of a field's values opens."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QWidget

from ui.panels.claim.choice_popup import ChoicePopup, PopupChoice


def test_popup_stays_in_window(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.setGeometry(20, 20, 360, 200)
    field = QWidget(window)
    field.setGeometry(280, 20, 70, 24)
    window.show()
    popup = ChoicePopup([PopupChoice("fact", "Tatsache", help="Lässt sich im Grundsatz nachprüfen.")], None, "", field)
    popup.open_at(field)
    assert popup.width() > 80, "there is something to move"
    assert popup.frameGeometry().right() <= window.geometry().right()
    popup.close()


@pytest.fixture
def asked(qtbot):
    """A window with the command Ctrl+E, which counts its runs, and an open list of values in it."""
    window, runs = QWidget(), []
    qtbot.addWidget(window)
    command = QAction("Export", window)
    command.setShortcut("Ctrl+E")
    command.triggered.connect(lambda: runs.append(QApplication.activePopupWidget()))
    window.addAction(command)
    window.show()
    popup = ChoicePopup([PopupChoice("enough", "Enough", key="e")], None, "w", window)
    chosen: list[str] = []
    popup.chosen.connect(chosen.append)
    popup.open_at(window)
    yield popup, runs, chosen
    window.close()


def test_command_key_closes_list_and_runs(qtbot, asked):
    popup, runs, chosen = asked
    qtbot.keyClick(popup, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert runs == [None], "once, after the list closed"
    assert chosen == []


def test_plain_key_of_value_runs_no_command(qtbot, asked):
    popup, runs, chosen = asked
    qtbot.keyClick(popup, Qt.Key.Key_E)
    assert (runs, chosen) == ([], ["enough"])
