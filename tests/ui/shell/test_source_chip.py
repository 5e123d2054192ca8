"""The chip at the top that shows the state of the suggestions."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu

from ui.jobs.suggesting.suggestion_queue import Mood, SuggestionProgress
from ui.sources.sources_window import SourcesWindow


def test_the_chip_names_model_by_its_language(window):
    suggesting, chip = window.desk.suggesting, window.top_bar.sources
    suggesting.progressed.emit(SuggestionProgress(mood=Mood.IDLE, source="de_news 0.4.0"))
    assert chip.text() == "● German model ready"
    assert "de_news 0.4.0" in chip.toolTip()


def test_chip_misses_no_model_before_looking_for_one(window):
    suggesting, chip = window.desk.suggesting, window.top_bar.sources
    suggesting.finder.find_again()
    suggesting.progressed.emit(SuggestionProgress(mood=Mood.IDLE, source=""))
    assert chip.text() == "○ no suggestions yet"


def test_line_counts_articles_that_still_get_suggestions(window):
    working = SuggestionProgress(mood=Mood.WORKING, done=1, total=5, source="de_news 0.4.0")
    window.desk.suggesting.progressed.emit(working)
    assert window.key_line._progress.text() == "articles waiting for suggestions: 4"


def test_the_chip_leads_to_the_window_of_the_sources(window, qtbot):
    qtbot.mouseClick(window.top_bar.sources, Qt.MouseButton.LeftButton)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    offered = {action.text(): action for action in menu.actions()}
    offered["Sources of suggestions…"].trigger()
    menu.close()
    qtbot.waitUntil(lambda: window.findChild(SourcesWindow) is not None)
    window.findChild(SourcesWindow).close()
