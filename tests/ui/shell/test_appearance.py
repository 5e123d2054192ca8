import pytest
from PySide6.QtCore import Qt

from tests.ui.articles import whole
from tests.ui.conftest import TEXT
from tests.ui.keyboard import SHIFT, press
from ui.base.look.reading_style import Face, Leading, Measure
from ui.base.settings import Settings


@pytest.fixture
def window(make_window, project_path):
    return make_window(project_path)


def trigger(window, *ids):
    for id_ in ids:
        window.actions_by_id[id_].trigger()


def test_font_height_and_width_of_lines_are_chosen_and_remembered(make_window, window):
    width = window.view.page.layout.measures.width
    trigger(window, "face.sans", "leading.higher", "measure.narrow", "view.patterns")
    look = window.view.display.look
    assert "Inter" in look.reading
    assert window.view.page.layout.measures.width < width
    assert look.leading > 1
    assert look.patterns
    kept = Settings().reading
    assert (kept.face, kept.leading, kept.measure, kept.patterns) == (Face.SANS, Leading.HIGHER, Measure.NARROW, True)
    window.session.close_project()
    again = make_window()
    checked = [id_ for id_, action in again.actions_by_id.items() if action.isChecked()]
    assert {"face.sans", "leading.higher", "measure.narrow", "view.patterns"} <= set(checked)


def test_names_of_labels_can_be_left_out(window):
    start = TEXT.index("Weifang")
    window.decisions.label(start, start + 7, "entities", "LOC")

    def names():
        return whole(window.view.page.layout.laid(0)).names

    assert names()
    trigger(window, "view.names")
    assert not names()
    assert not Settings().reading.names
    trigger(window, "view.names")
    assert names()


def test_claim_cards_without_room_are_explained(qtbot, window):
    window.resize(1100, 700)
    qtbot.waitUntil(lambda: window.width() == 1100 and window.view.page.layout.measures.cards is None)
    press(qtbot, window, Qt.Key.Key_F7, SHIFT)
    off = "Claim cards are off now. There was no room for them beside the text."
    qtbot.waitUntil(lambda: window.messages.words == off)
    press(qtbot, window, Qt.Key.Key_F7, SHIFT)
    qtbot.waitUntil(lambda: window.messages.words.startswith("No room for claim cards beside the text: hide a panel"))
    trigger(window, "view.articles", "view.panels")
    qtbot.waitUntil(lambda: window.view.page.layout.measures.cards is not None)


def test_clean_reading_hides_names_and_suggestions_then_restores_them(qtbot, window):
    qtbot.waitUntil(lambda: len(window.session.opened.suggestions) == 4, timeout=20_000)
    suggestion = window.session.opened.suggestions[0].id
    trigger(window, "view.clean")
    assert not window.view.span_rects(suggestion)
    trigger(window, "view.names", "view.clean")
    assert window.view.span_rects(suggestion)
    assert not whole(window.view.page.layout.laid(0)).names


def test_a_change_of_theme_keeps_how_the_article_is_set(window):
    trigger(window, "measure.wide", "theme.dark")
    assert window.view.display.look.dark
    assert window.view.display.look.column > 690


@pytest.mark.parametrize(("theme", "dark"), [("dark", True), ("light", False)])
def test_first_paint_has_the_chosen_theme(make_window, theme, dark):
    window = make_window(theme=theme, equip=False)
    assert (window.view.display.look.dark, window.desk.themes.tones.dark) == (dark, dark)
