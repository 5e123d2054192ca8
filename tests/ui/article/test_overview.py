from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QMouseEvent
from PySide6.QtWidgets import QApplication

from annotator.editing.edits import Change
from annotator.model.schema_file import load
from tests.ui.articles import claim, document, span, suggestion, tokens_of
from ui.article.layout.row_index import ShownRows
from ui.article.overview import Overview
from ui.article.view import ArticleView
from ui.base.look.look import label_colours, light

TEXT = "\n".join(f"{number} Möwenort zahlt, sagt Änne Petersen; das koste nichts." for number in range(400))
NONE = Qt.KeyboardModifier.NoModifier
LOOK = light(label_colours(load("news"), dark=False))


def far(words, label="LOC", **more):
    return span(words, label, text=TEXT, **more)


@pytest.fixture
def strip(qtbot):
    view = ArticleView()
    view.set_look(LOOK)
    strip = Overview(view)
    for widget in (view, strip):
        qtbot.addWidget(widget)
        widget.resize(800 if widget is view else 14, 600)
    view.show_document(document(TEXT, title=""), [], [], tokens_of(TEXT))
    view.show()
    strip.show()
    qtbot.waitExposed(strip)
    strip._view = view
    yield strip
    strip.close()
    view.close()


def colours(strip):
    """Return for each colour of the strip the heights at which the colour appears."""
    image = strip.grab().toImage()
    found: dict[str, list[int]] = {}
    for y in range(image.height()):
        for x in range(image.width()):
            heights = found.setdefault(QColor(image.pixel(x, y)).name(), [])
            if y not in heights:
                heights.append(y)
    return found


def test_rows_are_drawn_at_their_height(qtbot, strip):
    assert set(colours(strip)) == {LOOK.ground.name()}
    name = far("Möwenort", nth=100)
    said = claim("das koste nichts", nth=200, text=TEXT)
    proposed = suggestion("Änne Petersen", "PER", nth=300, text=TEXT)
    strip._view.update_rows([name, said], [proposed])
    loc, claimed = LOOK.colour("entities", "LOC").name(), LOOK.colour("claims", "CLAIM").name()
    qtbot.waitUntil(lambda: {loc, claimed, LOOK.muted.name()} < set(colours(strip)))
    found = colours(strip)
    for colour, share in ((loc, 0.25), (claimed, 0.5), (LOOK.muted.name(), 0.75)):
        assert all(abs(y / strip.height() - share) < 0.02 for y in found[colour])


def test_removed_or_hidden_row_is_not_drawn(qtbot, strip):
    name = far("Möwenort", nth=100)
    loc = LOOK.colour("entities", "LOC").name()
    strip._view.apply([Change(after=name)])
    qtbot.waitUntil(lambda: loc in colours(strip))
    strip._view.set_shown(ShownRows(hidden=frozenset({"entities"})))
    qtbot.waitUntil(lambda: loc not in colours(strip))
    strip._view.set_shown(ShownRows())
    qtbot.waitUntil(lambda: loc in colours(strip))
    strip._view.apply([Change(before=name)])
    qtbot.waitUntil(lambda: loc not in colours(strip))


def test_hits_have_whole_width(qtbot, strip):
    start = TEXT.index("200 Möwenort")
    strip._view.show_hits([(start, start + 3)])
    hit = LOOK.hit.darker(145).name()
    qtbot.waitUntil(lambda: hit in colours(strip))
    image, height = strip.grab().toImage(), colours(strip)[hit][0]
    assert {QColor(image.pixel(x, height)).name() for x in range(image.width())} == {hit}
    assert abs(height / strip.height() - 0.5) < 0.02


def test_click_and_drag_scroll(qtbot, strip):
    view = strip._view
    qtbot.mousePress(strip, Qt.MouseButton.LeftButton, pos=QPoint(7, 300))
    first = view.offset_at(QPoint(400, 300))
    assert abs(first / len(TEXT) - 0.5) < 0.03
    place, left = QPointF(7, 450), Qt.MouseButton.LeftButton
    move = QMouseEvent(QEvent.Type.MouseMove, place, strip.mapToGlobal(place), Qt.MouseButton.NoButton, left, NONE)
    QApplication.sendEvent(strip, move)
    assert abs(view.offset_at(QPoint(400, 300)) / len(TEXT) - 0.75) < 0.03


def test_scrolling_does_not_redraw_overview(qtbot, strip):
    strip._view.update_rows([far("Möwenort", nth=50)], [])
    qtbot.waitUntil(lambda: len(colours(strip)) > 1)
    drawn = strip._drawn
    for value in range(0, 1500, 300):
        strip._view.verticalScrollBar().setValue(value)
    assert strip._drawn is drawn


def test_resized_strip_is_drawn_a_moment_later(qtbot, strip):
    strip._view.update_rows([far("Möwenort", nth=399)], [])
    loc = LOOK.colour("entities", "LOC").name()
    qtbot.waitUntil(lambda: loc in colours(strip))
    drawn = strip._drawn
    strip.resize(14, 300)
    strip.grab()
    assert strip._drawn is drawn
    qtbot.waitUntil(lambda: colours(strip).get(loc, [999])[0] < 300)


def test_higher_strip_has_the_articles_ground_at_once(qtbot, strip):
    strip.grab()
    drawn = strip._drawn
    strip.resize(14, 900)
    assert set(colours(strip)) == {LOOK.ground.name()}
    assert strip._drawn is drawn


def test_short_article_ticks_stand_beside_lines(qtbot, strip):
    view = strip._view
    row = span("Möwenort", text="Eins Möwenort")
    view.show_document(document("Eins Möwenort", id="kurz", title=""), [], [], tokens_of("Eins Möwenort"))
    view.apply([Change(after=replace(row, document="kurz"))])
    loc = LOOK.colour("entities", "LOC").name()
    qtbot.waitUntil(lambda: loc in colours(strip))
    assert colours(strip)[loc][0] < 80
