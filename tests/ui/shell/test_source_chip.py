"""The chip at the top that says how the suggestions are."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu

from ui.sources.sources_window import SourcesWindow


def test_the_chip_leads_to_the_window_of_the_sources(window, qtbot):
    qtbot.mouseClick(window.top_bar.sources, Qt.MouseButton.LeftButton)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    offered = {action.text(): action for action in menu.actions()}
    offered["Sources of suggestions…"].trigger()
    menu.close()
    qtbot.waitUntil(lambda: window.findChild(SourcesWindow) is not None)
    window.findChild(SourcesWindow).close()
