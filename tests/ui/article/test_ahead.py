"""The text at the next suggestion is laid out in advance."""

import pytest

from annotator.text.tokens import provisional
from tests.ui.articles import document, span, suggestion
from ui.article.view import ArticleView

NAMES = [f"Ort{number:03}" for number in range(300)]
TEXT = "\n".join(f"In {name} wird gebaut." for name in NAMES)


@pytest.fixture
def show(qtbot):
    def made(spans, suggestions):
        view = ArticleView()
        qtbot.addWidget(view)
        view.resize(700, 400)
        view.show()
        view.show_document(document(TEXT), spans, suggestions, provisional(TEXT))
        return view

    return made


def laid_out(view, name):
    return bool(view.page.layout.pictured([NAMES.index(name)]))


def test_next_suggestion_is_laid_out_without_moving(show, qtbot):
    view = show([], [suggestion(name, text=TEXT) for name in ("Ort010", "Ort200")])
    view.row_steps.next_suggestion()
    before = view.scrolling.top, view.page.layout.total()
    assert not laid_out(view, "Ort200")
    qtbot.waitUntil(lambda: laid_out(view, "Ort200"))
    assert laid_out(view, "Ort201")
    assert not laid_out(view, "Ort150")
    assert (view.scrolling.top, view.page.layout.total()) == before


def test_spans_are_not_laid_out_ahead(show, qtbot):
    view = show([span("Ort100", text=TEXT)], [suggestion("Ort200", text=TEXT)])
    view.select(3, 3)
    qtbot.waitUntil(lambda: laid_out(view, "Ort200"))
    assert not laid_out(view, "Ort100")


def test_jump_is_prepared_as_soon_far_down(show, qtbot):
    view = show([], [suggestion("Ort290", text=TEXT)])
    view.select(6_000, 6_000)
    qtbot.waitUntil(lambda: laid_out(view, "Ort290"), timeout=3_000)
