"""Visible text must not jump, in any font, width and zoom, although the estimated heights above it are always wrong."""

import random
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.articles import CLEAN, document, span, suggestion, tokens_of
from ui.article.layout.row_index import EVERYTHING
from ui.article.view import ArticleView
from ui.base.look.look import light

PARAGRAPHS = (
    "MÖWENWAHLKAMPF WÄHRT 😀 WEITER. ",
    "illi fiel still, Céline\u00a0lief. ",
    "Der Cafe\u0301-Rat in Möwenort zahlt. ",
)
TEXT = "\n".join(
    f"{number} {words}" + words * (number * 7 % 23) + ("\n" if number % 5 else "")
    for number in range(240)
    for words in (PARAGRAPHS[number % 3],)
)
FACES = [
    pytest.param((family, width, zoom), id=f"{family} {width} {zoom}")
    for family in ("Source Serif 4", "DejaVu Serif")
    for width, zoom in ((800, 1.0), (430, 1.0), (1100, 1.7), (620, 0.6))
]


@pytest.fixture(params=FACES)
def view(qtbot, request):
    family, width, zoom = request.param
    view = ArticleView()
    qtbot.addWidget(view)
    view.set_look(replace(light({}), reading=(family,)))
    view.set_zoom(zoom)
    view.resize(width, 640)
    view.show_document(document(TEXT, title=""), [], [], tokens_of(TEXT))
    view.show()
    qtbot.waitExposed(view)
    return view


def places(view):
    """Return the top of each visible line by the offset at which the line begins."""
    layout, top = view.page.layout, view.scrolling.top
    found: dict[int, float] = {}
    for index in range(layout.find(top), len(layout.blocks)):
        begin = layout.top(index) - top
        if begin > view.viewport().height():
            break
        laid = layout.laid(index)
        found |= {line.start: begin + line.baseline for line in laid.lines if begin + line.top >= 0}
    return found


def assert_moved(before, after, by):
    both = before.keys() & after.keys()
    assert both
    assert {after[offset] - before[offset] for offset in both} == {by}


def crowd(chance, low, high):
    """Return rows that overlap between two offsets, so that lines there need more room."""
    rows = []
    for number in range(12):
        start = chance.randrange(low, high - 90)
        parts = [((start, start + 20 + length),) for length in range(0, 60, 12)]
        base = span("Möwenort", text=TEXT)
        rows += [replace(base, id=f"{number}-{part[0]}", parts=part) for part in parts]
    return rows


def leap(view, chance):
    """Scroll to where nothing is laid out yet."""
    start = chance.randrange(len(TEXT) // 3, len(TEXT) * 2 // 3)
    view.scrolling.ensure_visible(start, start + 1)


@pytest.mark.parametrize("seed", range(3))
def test_wheel_moves_text_by_requested_distance(view, seed):
    chance = random.Random(seed)
    bar = view.verticalScrollBar()
    for _ in range(4):
        leap(view, chance)
        for _ in range(12):
            before, by = places(view), chance.choice((-320, -170, -60, -60, -20, 40, 110))
            bar.setValue(bar.value() + by)
            assert_moved(before, places(view), -by)


@pytest.mark.parametrize("seed", range(3))
def test_changes_above_do_not_move_visible_lines(view, seed):
    chance = random.Random(seed)
    bar = view.verticalScrollBar()
    rows = []
    for _ in range(8):
        leap(view, chance)
        bar.setValue(bar.value() - chance.randrange(200))
        before = places(view)
        rows += crowd(chance, 0, min(before) - 300)
        view.update_rows(rows, [])
        assert_moved(before, places(view), 0)
        bar.setValue(bar.value() - 150)
        assert_moved(before, places(view), 150)


def test_page_up_shows_previous_lines(view):
    leap(view, random.Random(5))
    bar = view.verticalScrollBar()
    for _ in range(5):
        first = min(places(view))
        top = view.page.layout.caret_box(first).top() - view.scrolling.top
        bar.setValue(bar.value() - bar.pageStep())
        assert view.page.layout.caret_box(first).top() - view.scrolling.top == top + bar.pageStep()


def test_scrolling_back_restores_position(view):
    chance = random.Random(3)
    zoom, width = view.display.zoom, view.width()
    for _ in range(3):
        leap(view, chance)
        before = places(view)
        for size in range(width - 1, width - 120, -7):
            view.resize(size, view.height())
        view.resize(width, view.height())
        view.set_zoom(zoom * 1.3)
        view.set_zoom(zoom)
        view.set_shown(CLEAN)
        view.set_shown(EVERYTHING)
        assert places(view) == before


def test_showing_article_again_keeps_scroll_position(view):
    bar = view.verticalScrollBar()
    for value in (bar.maximum() // 3, bar.maximum() // 2, bar.maximum()):
        bar.setValue(value)
        before, at = places(view), bar.value()
        view.show_document(document(TEXT, title=""), [], [], tokens_of(TEXT))
        assert places(view) == before
        assert bar.value() == at


def test_scrolling_reaches_both_ends(view):
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert bar.value() == bar.maximum()
    layout = view.page.layout
    foot = layout.total() - layout.measures.foot - view.scrolling.top
    assert foot < view.viewport().height()
    assert max(places(view)) > len(TEXT) - 400
    bar.setValue(0)
    assert view.scrolling.top == 0
    assert 0 in places(view)


def test_last_line_is_found_despite_wrong_estimate(view):
    rng = random.Random(8)
    blocks = [block for block in view.page.words.blocks if block.end - block.start > 400]
    for block in rng.sample(blocks, 12):
        view.scrolling.ensure_visible(block.end, block.end)
        box = view.page.layout.caret_box(block.end)
        assert view.scrolling.top <= box.top()
        assert box.bottom() <= view.scrolling.top + view.viewport().height()


def test_line_above_edge_is_scrolled_to(view):
    chance = random.Random(9)
    layout = view.page.layout
    for _ in range(12):
        leap(view, chance)
        index = layout.block_at(min(places(view))) - 1
        end = layout.blocks[index].end
        view.scrolling.ensure_visible(end, end)
        assert layout.laid(index).lines[-1].start in places(view)


def test_scrolled_picture_matches_fresh_painting(view):
    """Scrolling shifts the picture; correcting the bar in between must not shift it by the wrong distance."""
    chance = random.Random(11)
    bar, screen = view.verticalScrollBar(), view.screen()
    leap(view, chance)
    QApplication.processEvents()
    for by in (-60, -60, 45, -170, 200, -30):
        bar.setValue(bar.value() + by)
        QApplication.processEvents()
        shown = screen.grabWindow(view.winId()).toImage()
        assert shown == view.grab().toImage().convertToFormat(shown.format())


@pytest.mark.parametrize("ring", [False, True], ids=["caret", "ring"])
def test_more_lanes_do_not_move_active_line(view, ring):
    view.set_shown(EVERYTHING)
    layout, rows = view.page.layout, []
    leap(view, random.Random(1))
    for offset in sorted(places(view))[4:7]:
        view.select(offset, offset)
        if ring:
            rows.append(replace(span("Möwenort", text=TEXT), id=f"ring-{offset}", parts=((offset, offset + 3),)))
            view.update_rows(rows, [])
            view.set_active(rows[-1].id)
        before = layout.caret_box(offset).translated(0, -view.scrolling.top)
        above = sorted(places(view))[2]
        for start in (above, offset):
            for number in range(9):
                base = span("Möwenort", text=TEXT)
                rows.append(replace(base, id=f"{offset}-{start}-{number}", parts=((start, start + 3 + number),)))
                view.update_rows(rows, [])
                assert layout.caret_box(offset).translated(0, -view.scrolling.top) == before


def test_next_suggestion_keeps_lines_below_in_sight(view):
    rows = [suggestion("Möwenort", "LOC", text=TEXT, nth=nth) for nth in range(1, 30)]
    view.show_document(document(TEXT, title=""), [], rows, tokens_of(TEXT))
    for row in rows:
        assert view.row_steps.next_suggestion() == row.id
        below = view.viewport().height() - max(rect.bottom() for rect in view.span_rects(row.id))
        assert below > 100
