"""Pictures painted piece by piece, edit after edit, equal one full painting."""

import os
import random
import subprocess
import sys
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect
from PySide6.QtGui import QRegion
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.editing.edits import Change
from annotator.text.tokens import provisional
from tests.benchmarks._corpus import article, span
from tests.ui.articles import claim, document, part, suggestion, tokens_of
from tests.ui.articles import span as label
from tests.ui.pictures import SEAMS, different
from ui.article.scroll import joined
from ui.article.view import ArticleView

_TRIES = 5


@pytest.fixture(params=[1, 2, 3])
def play(qtbot, request):
    made = article(9_000, 260, seed=request.param)
    view = ArticleView()
    qtbot.addWidget(view)
    view.resize(820, 640)
    view.show_document(made.document, made.spans, made.suggestions, made.tokens, byline="Küstenbote")
    view.show()
    qtbot.waitExposed(view)
    view.setFocus()
    return view, made, random.Random(request.param)


def is_whole(view):
    for _ in range(_TRIES):  # a screen that is not ours shows it a moment later
        QApplication.processEvents()
        shown = view.screen().grabWindow(view.winId()).toImage()
        whole = view.grab().toImage().convertToFormat(shown.format())
        for picture in (shown, whole):
            picture.setDevicePixelRatio(1)
        if shown == whole or different(shown, whole) <= SEAMS:
            return True
        QTest.qWait(20)
    return False


def test_repaint_rows(play):
    view, made, chance = play
    rows = {row.id: row for row in (*made.spans, *made.suggestions)}
    for number in range(60):
        if number % 12 == 0:
            view.verticalScrollBar().setValue(chance.randint(0, view.verticalScrollBar().maximum()))
        inside = view.page.layout.offset_at(chance.randint(0, 600), view.scrolling.top + chance.randint(0, 600))
        first = (
            chance.randrange(len(made.tokens) - 12)
            if number % 3 == 0
            else made.tokens.ends.index(next(end for end in made.tokens.ends if end >= inside))
        )
        part = made.tokens.starts[first], made.tokens.ends[min(first + chance.choice((0, 1, 11)), len(made.tokens) - 1)]
        new = span(part, layer=chance.choice(("entities", "claims")), label="ORG", number=10_000 + number)
        gone = rows.pop(chance.choice(list(rows)))
        rows[new.id] = new
        view.apply([Change(before=gone), Change(after=new)] if number % 2 else [Change(before=None, after=new)])
        view.set_active(new.id if number % 4 else None)
        assert is_whole(view), number


@pytest.mark.window  # offscreen, a window cannot be grabbed in the screen's pixels
def test_repaint_rows_at_125_percent():
    asked = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-m", "not window", __file__]
    environment = {**os.environ, "QT_QPA_PLATFORM": "xcb", "QT_SCALE_FACTOR": "1.25"}
    done = subprocess.run([*asked, "-k", "repaint_rows"], env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-2000:]


def test_repaint_caret_and_selection(play):
    view, _, chance = play
    for number in range(60):
        at = view.page.layout.offset_at(chance.randint(0, 690), view.scrolling.top + chance.randint(0, 640))
        view.select(at, at + chance.choice((0, 0, 20, 400)), exact=number % 2 == 0)
        if number % 5 == 0:
            view.verticalScrollBar().setValue(chance.randint(0, view.verticalScrollBar().maximum()))
        assert is_whole(view), number


def test_repaint_ring_beyond_viewport(play):
    view, made, chance = play
    for number in range(60):
        (view.row_steps.next_suggestion if number % 3 else view.row_steps.next_span)()
        if number % 7 == 0:
            gone = view.page.rows.get(view.active())
            view.apply([Change(before=gone)])
        if number % 20 == 19:
            view.set_active(chance.choice(made.spans).id)
        assert is_whole(view), number


def test_repaint_caret_in_empty_lines(play):
    view, *_ = play
    text = "\n\nErste Zeile.\n\n\nZweite Zeile.\n"
    view.show_document(document(text, title=""), [], [], provisional(text), byline="")
    for at in (0, 1, 3, 15, 2, 16, len(text), 14, len(text) - 1):
        view.select(at, at)
        assert is_whole(view), at


def test_repaint_names_beyond_column(play):
    view, made, _ = play
    view.apply([Change(before=row) for row in (*made.spans, *made.suggestions)])
    laid, beyond = view.page.layout.laid(0), 0
    for number, line in enumerate(laid.lines):
        start = laid.text.rfind(" ", 0, line.seen - 1) + 1
        row = span((max(start, line.seen - 2), line.seen), layer="entities", label="ORGANISATION", number=number)
        view.apply([Change(after=row)])
        assert is_whole(view), number
        name = next(iter(view.page.layout.laid(0).pictures[number].names))
        beyond += name.rect.right() > view.page.layout.measures.width + 6
        view.apply([Change(before=row)])
        assert is_whole(view), number
    assert beyond


class Paints(QObject):
    """Recorder of the regions that a widget repaints."""

    def __init__(self, widget):
        super().__init__(widget)
        self.painted = QRegion()
        widget.installEventFilter(self)

    def eventFilter(self, _watched, event):  # noqa: N802  # Qt's name
        if event.type() == QEvent.Type.Paint:
            self.painted += event.region()
        return False


@pytest.mark.parametrize("zoom", [1.0, 1.25, 2.0])
def test_five_labels_on_a_line_move_no_text(qtbot, zoom):
    view = ArticleView()
    qtbot.addWidget(view)
    view.resize(820, 640)
    view.set_zoom(zoom)
    text = "Der Küstenrat in Möwenort hat gestern die Lotsin bestellt. " * 20
    after = label("Lotsin", nth=8, text=text)
    guess = suggestion("gestern die Lotsin", "CLAIM", nth=2, layer="claims", text=text)
    view.show_document(document(text, title=""), [after], [guess], tokens_of(text), byline="")
    view.show()
    qtbot.waitExposed(view)
    below = view.span_rects(after.id)
    names = [label(words, nth=2, text=text) for words in ("Möwenort hat gestern", "hat gestern", "gestern")]
    for row in (*names, claim("Möwenort hat gestern die", nth=2, text=text)):
        view.apply([Change(before=None, after=row)])
        assert is_whole(view), row.id
        assert view.span_rects(after.id) == below, row.id
    accepted = claim("gestern die Lotsin", nth=2, text=text)
    for changes in ([Change(before=guess)], [Change(after=accepted)], [Change(before=accepted)]):
        view.apply(changes)
        assert is_whole(view)
        assert view.span_rects(after.id) == below


def test_growing_line_shifts_without_repainting_below(qtbot):
    view = ArticleView()
    qtbot.addWidget(view)
    view.resize(820, 640)
    text = "Der Küstenrat in Möwenort hat gestern die Lotsin bestellt. " * 20
    view.show_document(document(text, title=""), [], [], tokens_of(text), byline="")
    view.show()
    qtbot.waitExposed(view)
    words = part("Möwenort", 9, text)
    rows = [replace(span(words, layer="claims", label="ORG", number=number), document="d1") for number in range(6)]
    QApplication.processEvents()
    laid = view.page.layout.laid(0)
    grown, height = laid.line_of(words[0]), laid.height
    paints = Paints(view.viewport())
    view.apply([Change(before=None, after=row) for row in rows])
    QApplication.processEvents()
    painted = QRegion(paints.painted)
    assert is_whole(view)
    laid, top = view.page.layout.laid(0), view.page.layout.top(0)
    assert laid.height > height
    below = QRect(QPoint(60, top + laid.lines[grown].bottom + 8), QPoint(400, top + laid.lines[-1].bottom - 8))
    assert below.height() > 3 * (laid.lines[-1].bottom - laid.lines[-1].top)
    assert painted.intersects(QRect(60, top + laid.lines[grown].words, 300, 10))
    assert not painted.intersects(below)


def test_joined_regions_of_text_and_cards():
    region = [QRect(0, 0, 40, 10), QRect(50, 0, 20, 10), QRect(34, 10, 10, 5), QRect(0, 30, 100, 10)]
    assert joined(region, 50) == [
        QRect(0, 0, 44, 15),
        QRect(0, 30, 50, 10),
        QRect(50, 0, 20, 10),
        QRect(50, 30, 50, 10),
    ]
