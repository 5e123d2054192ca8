import pytest
from PySide6.QtWidgets import QToolButton

from ui.base.widgets.chips import CutLabel


@pytest.mark.parametrize("width", [900, 1280, 1440])
def test_search_field_stays_when_words_beside_it_change(window, qtbot, width):
    window.resize(width, 720)
    qtbot.wait(10)
    before = window.top_bar.search.geometry()
    for words in ("○", "● de_core_news_lg with a very long name 3.8.0 ready"):
        window.top_bar.show_sources(words, words)
        window.top_bar.show_read(10, 10 if words == "○" else 1000)
        window.top_bar.annotator.setText("bert" if words == "○" else "Annegret von der Mühlenbeck-Schönwald")
        qtbot.wait(10)
        assert window.top_bar.search.geometry() == before


def test_cut_chip_shows_its_words_on_hover(window, qtbot):
    window.resize(900, 720)
    words = "● de_core_news_lg with a very long name 3.8.0 ready"
    window.top_bar.show_sources(words, words)
    chip = window.top_bar.sources
    qtbot.waitUntil(lambda: words in chip.toolTip())
    assert chip.text() == words
    assert chip.geometry().right() < window.top_bar.right_switch.mapTo(chip.parentWidget(), chip.rect().topLeft()).x()


def test_narrow_bar_shows_whole_short_words(window, qtbot):
    window.resize(640, 400)
    window.top_bar.show_sources("● German model ready", "de_news 0.4.0", ("● German model", "●"))
    share = window.top_bar.findChild(CutLabel, "readShare")
    share.setText("19% decided", "19%")
    qtbot.waitUntil(lambda: share.shown == "19%")
    assert QToolButton.text(window.top_bar.sources) == "●"
    assert "German model ready" in window.top_bar.sources.toolTip()


def test_read_only_is_elided_on_narrow_windows(make_window, project_path, qtbot):
    window = make_window()
    window.projects.open_for_reading(project_path)
    window.resize(640, 400)
    chip = window.top_bar.findChild(CutLabel, "readOnlyChip")
    qtbot.waitUntil(lambda: chip.fontMetrics().horizontalAdvance(chip.shown) <= chip.width() < 100)
    assert chip.shown == "read only" or "read only" in chip.toolTip()
    assert chip.geometry().right() < chip.parentWidget().width()


def test_share_is_elided_on_narrow_windows(window, qtbot):
    share = window.top_bar.findChild(CutLabel, "readShare")
    words = "100% decided, said at length in another language"
    share.setText(words)
    window.resize(640, 400)
    qtbot.waitUntil(lambda: share.shown.endswith("…"))
    assert words in share.toolTip()
    assert "suggestions decided" in share.toolTip()
    assert share.geometry().right() < window.top_bar.language.geometry().left()
