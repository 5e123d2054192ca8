"""What was painted piece by piece, edit after edit, is the picture that one painting of all would give."""

import random

import pytest
from PySide6.QtWidgets import QApplication

from annotator.edits import Change
from annotator.tokens import provisional
from tests.benchmarks._corpus import article, span
from tests.ui.articles import document
from tests.ui.pictures import SEAMS, different
from ui.article.view import ArticleView


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
    QApplication.processEvents()
    shown = view.screen().grabWindow(view.winId()).toImage()
    whole = view.grab().toImage().convertToFormat(shown.format())
    return shown == whole or different(shown, whole) <= SEAMS


def test_rows_come_go_and_move(play):
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


def test_caret_and_selection_move(play):
    view, _, chance = play
    for number in range(60):
        at = view.page.layout.offset_at(chance.randint(0, 690), view.scrolling.top + chance.randint(0, 640))
        view.select(at, at + chance.choice((0, 0, 20, 400)), exact=number % 2 == 0)
        if number % 5 == 0:
            view.verticalScrollBar().setValue(chance.randint(0, view.verticalScrollBar().maximum()))
        assert is_whole(view), number


def test_the_ring_goes_on_beyond_what_is_in_sight(play):
    view, made, chance = play
    for number in range(60):
        (view.next_suggestion if number % 3 else view.next_span)()
        if number % 7 == 0:
            gone = view.page.rows.get(view.active())
            view.apply([Change(before=gone)])
        if number % 20 == 19:
            view.set_active(chance.choice(made.spans).id)
        assert is_whole(view), number


def test_the_caret_moves_through_empty_lines(play):
    view, *_ = play
    text = "\n\nErste Zeile.\n\n\nZweite Zeile.\n"
    view.show_document(document(text, title=""), [], [], provisional(text), byline="")
    for at in (0, 1, 3, 15, 2, 16, len(text), 14, len(text) - 1):
        view.select(at, at)
        assert is_whole(view), at
