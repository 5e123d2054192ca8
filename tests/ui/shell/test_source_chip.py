"""The chip at the top that says how the suggestions are."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu

from ui.sources.sources_window import SourcesWindow


def test_the_chip_names_model_by_its_language(window, qtbot):
    chip = window.top_bar.sources
    qtbot.waitUntil(lambda: chip.text() in {"◐ German model at work", "● German model ready"}, timeout=20_000)
    assert "de_news" in chip.toolTip()


def test_the_chip_leads_to_the_window_of_the_sources(window, qtbot):
    qtbot.mouseClick(window.top_bar.sources, Qt.MouseButton.LeftButton)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    offered = {action.text(): action for action in menu.actions()}
    offered["Sources of suggestions…"].trigger()
    menu.close()
    qtbot.waitUntil(lambda: window.findChild(SourcesWindow) is not None)
    window.findChild(SourcesWindow).close()
