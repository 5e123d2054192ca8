"""The text scrolls only to a place that is out of sight or at the edge, in one step, to a third of the height."""

import pytest
from PySide6.QtCore import Qt

from annotator.text.tokens import provisional
from tests.ui.articles import document, span, suggestion
from ui.article.view import ArticleView

NAMES = [f"Ort{number:03}" for number in range(200)]
TEXT = "\n".join(f"In {name} wird am Hafen weiter gebaut." for name in NAMES) + "\n\n"
EDGE = 60  # pixels: about two lines


@pytest.fixture
def view(qtbot):
    view = ArticleView()
    qtbot.addWidget(view)
    view.resize(700, 600)
    view.show()
    qtbot.waitExposed(view)
    return view


def show(view, rows):
    view.show_document(document(TEXT), [], rows, provisional(TEXT))


def below(view, name):
    """Return how many pixels a name is below the upper edge of the view."""
    box = view.page.layout.caret_box(TEXT.index(name))
    return round(box.top()) - view.scrolling.top


def last_in_sight(view, room):
    """Return the last name that stands at least so many pixels above the lower edge."""
    return [name for name in NAMES if 0 <= below(view, name) < view.viewport().height() - room][-1]


def test_next_place_in_sight_does_not_scroll(view):
    show(view, [])
    name = last_in_sight(view, EDGE + 60)
    show(view, [suggestion(name, text=TEXT)])
    assert view.row_steps.next_suggestion() is not None
    assert view.scrolling.top == 0


@pytest.mark.parametrize("room", [20, -40, -900], ids=["at the edge", "just below", "far below"])
def test_next_place_out_of_sight_goes_to_third_of_height(view, room):
    show(view, [])
    name = last_in_sight(view, room)
    show(view, [suggestion(name, text=TEXT)])
    view.row_steps.next_suggestion()
    height = view.viewport().height()
    assert abs(below(view, name) - height // 3) < 20


def test_previous_place_above_goes_to_third_of_height(view):
    show(view, [suggestion("Ort050", text=TEXT)])
    view.select(TEXT.index("Ort120"), TEXT.index("Ort120"))
    view.scrolling.ensure_visible(view.caret(), view.caret())
    view.row_steps.previous_suggestion()
    assert abs(below(view, "Ort050") - view.viewport().height() // 3) < 20


def test_activating_row_at_edge_does_not_scroll(view):
    show(view, [])
    name = last_in_sight(view, 20)
    view.update_rows([span(name, text=TEXT)], [])
    view.set_active(span(name, text=TEXT).id)
    assert view.active() is not None
    assert view.scrolling.top == 0


def test_arrow_keys_scroll_line_by_line(view, qtbot):
    show(view, [])
    moved = set()
    for _ in range(60):
        before = view.scrolling.top
        qtbot.keyClick(view, Qt.Key.Key_Down)
        moved.add(view.scrolling.top - before)
        assert below(view, NAMES[0]) <= 60
    assert view.scrolling.top > 300
    assert max(moved) < 60


def test_page_down_scrolls_at_first_press(view, qtbot):
    show(view, [])
    first = last_in_sight(view, 40)
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    height = view.viewport().height()
    assert height - 60 < view.scrolling.top < height
    assert below(view, first) < 60  # the last line is now the first
    qtbot.keyClick(view, Qt.Key.Key_PageUp)
    assert view.scrolling.top == 0


def test_page_down_keeps_caret_at_its_height(view, qtbot):
    show(view, [])
    view.select(TEXT.index("Ort005"), TEXT.index("Ort005"))
    before = below(view, "Ort005")
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    box = view.page.layout.caret_box(view.caret())
    assert abs(box.top() - view.scrolling.top - before) < 30
    assert view.scrolling.top > 0


def test_page_down_reaches_end_of_text(view, qtbot):
    show(view, [])
    for _ in range(40):
        qtbot.keyClick(view, Qt.Key.Key_PageDown)
    assert view.caret() == len(TEXT.rstrip())


def test_end_of_article_is_behind_last_word(view, qtbot):
    show(view, [])
    qtbot.keyClick(view, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert view.caret() == len(TEXT.rstrip())
    qtbot.keyClick(view, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    assert view.caret() == 0
