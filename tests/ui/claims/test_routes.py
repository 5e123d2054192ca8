"""Routes avoid the text: checked on real text, laid out as in the window."""

from dataclasses import replace
from itertools import combinations, pairwise, product

import pytest
from PySide6.QtCore import QPointF, QRectF

from annotator.model.schema_file import load
from tests.ui.articles import document, span, tokens_of
from ui.article.view import ArticleView
from ui.base.look.look import label_colours, light
from ui.claims.links import End, Linked, Links, Reach, far_route, pieces, route

SENTENCE = "Laut Küstenrat spart das 4,2\u00a0Millionen Euro, sagt Änne Petersen 😀 in Möwenort. "
TEXT = "Lotsin bestellt\n\n" + "\n\n".join(SENTENCE * 5 for _ in range(3))


@pytest.fixture
def view(qtbot):
    view = ArticleView()
    qtbot.addWidget(view)
    view.set_look(light(label_colours(load("news"), dark=False)))
    view.resize(800, 900)
    view.show_document(document(TEXT), [], [], tokens_of(TEXT))
    view.show()
    qtbot.waitExposed(view)
    return view


def words(nth, what):
    return span(what, "PER", nth=nth, text=TEXT)


def word_boxes(view):
    layout = view.page.layout
    found = []
    for index, block in enumerate(layout.blocks):
        laid, top = layout.laid(index), layout.top(index)
        for line in laid.lines:
            boxes = laid.boxes(line.start, line.seen) if line.seen > line.start else []
            found += [box.translated(0, top) for box in boxes if block.end > block.start]
    return found


def crossing(boxes, points):
    """Return how many pixels of a box, at most, the line through ``points`` crosses."""
    deepest = 0.0
    for a, b in pairwise(points):
        line = QRectF(a, b).normalized().adjusted(-0.1, -0.1, 0.1, 0.1)
        for box in boxes:
            inside = box.adjusted(2, 2, -2, -2).intersected(line)
            if not inside.isEmpty():
                deepest = max(deepest, inside.height(), inside.width())
    return deepest


@pytest.mark.parametrize("end", ["Küstenrat", "sagt", "Änne Petersen", "Möwenort"])
def test_routes_avoid_text(view, end):
    layout, boxes = view.page.layout, word_boxes(view)
    for claim, nth in product(range(1, 16, 2), (1, 4, 7, 12, 15)):
        head, tail = words(claim, "spart das 4,2\u00a0Millionen Euro"), words(nth, end)
        found = route(pieces(layout, head.parts, head.id), pieces(layout, tail.parts, tail.id), 60.0, layout)
        assert crossing(boxes, found.points) == 0
        assert found.boxes == tuple(layout.boxes(tail.start, tail.end))
        target = found.boxes[0] if tail.start > head.start or len(found.boxes) == 1 else found.boxes[-1]
        assert target.adjusted(-1, -1, 30, 1).contains(found.points[-1])
        assert all(a.x() == b.x() or a.y() == b.y() for a, b in pairwise(found.points))


def test_crossing_detects_line_over_text(view):
    box = word_boxes(view)[3]
    assert crossing([box], (box.topLeft() + QPointF(20, -5), box.bottomLeft() + QPointF(20, 5))) > 5


def test_far_route_runs_beside_text(view):
    layout = view.page.layout
    head = words(7, "spart das 4,2\u00a0Millionen Euro")
    for y in (0.0, float(layout.total())):
        points = far_route(pieces(layout, head.parts, head.id), y, layout)
        assert crossing(word_boxes(view), points) == 0
        assert points[-1].y() == y
        assert -layout.measures.left < points[-1].x() < 0


def test_end_within_claim_has_no_line(view):
    layout = view.page.layout
    head, tail = words(2, "spart das 4,2\u00a0Millionen Euro"), words(2, "das 4,2")
    found = route(pieces(layout, head.parts, head.id), pieces(layout, tail.parts, tail.id), 60.0, layout)
    assert found.points == ()
    assert found.name.y() <= found.boxes[0].top()


def test_name_at_line_end_stays_in_column(view):
    layout = view.page.layout
    for nth in range(1, 16):
        tail = words(nth, "Möwenort")
        head = words(nth, "spart das 4,2\u00a0Millionen Euro")
        found = route(pieces(layout, head.parts, head.id), pieces(layout, tail.parts, tail.id), 60.0, layout)
        assert found.name.x() + 60 <= layout.measures.width + 6


@pytest.mark.parametrize("nth", range(1, 16))
def test_link_names_do_not_overlap(view, nth):
    whole = words(nth, "spart das 4,2\u00a0Millionen Euro")
    claim = replace(whole, layer="claims", label="CLAIM")
    found = {"Claimant": "Änne", "Position": "Petersen", "Cue": "sagt", "Object": "in", "Place": "Möwenort"}
    ends = tuple(End(role, words(nth, f" {what}" if what == "in" else what)) for role, what in found.items())
    view.show_document(document(TEXT), [claim, *(end.span for end in ends)], [], tokens_of(TEXT))
    links = Links(view)
    linked = Linked(claim, ends)
    links.show_links(linked)

    near = links._ways_of(linked).near
    assert [way.end.role for way in near] == list(found)
    names = [way.name for way in near]
    assert not any(one.intersects(other) for one, other in combinations(names, 2))


def test_names_stand_in_the_order_of_their_spans(view):
    for width in range(420, 900, 12):
        view.resize(width, 900)
        layout, head = view.page.layout, words(1, "spart das 4,2\u00a0Millionen Euro")
        for nth in range(1, 6):
            ends = End("Claimant", words(nth, "Änne Petersen")), End("Cue", words(nth, "Möwenort"))
            near = Reach(layout, 0, len(TEXT)).near(Linked(head, ends))
            a, b = (found.name for _, found in sorted(near, key=lambda way: way[0].span.parts))
            assert a.y() != b.y() or a.x() < b.x()
