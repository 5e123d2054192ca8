import pytest
from PySide6.QtGui import QAccessible

from tests.ui.articles import TEXT, document, span, suggestion, tokens_of
from ui.article.view import ArticleView

MOEWENORT = span("Möwenort")
RAT = suggestion("Küstenrat", "ORG", nth=2)


@pytest.fixture
def view(qtbot):
    view = ArticleView()
    qtbot.addWidget(view)
    view.resize(800, 700)
    view.show_document(document(), [MOEWENORT], [RAT], tokens_of(TEXT))
    view.show()
    qtbot.waitExposed(view)
    return view


def name(interface):
    return interface.text(QAccessible.Text.Name)


def children(interface):
    return [interface.child(index) for index in range(interface.childCount())]


def test_article_exposes_text_and_paragraphs(view):
    article = QAccessible.queryAccessibleInterface(view)
    text, *paragraphs = children(article)

    assert name(article) == view.accessibleName()
    assert text.object() is view.accessible.editor
    assert [name(paragraph) for paragraph in paragraphs] == [line for line in TEXT.split("\n") if line]
    assert paragraphs[0].role() == QAccessible.Role.Heading
    assert [article.indexOfChild(child) for child in (text, *paragraphs)] == [0, 1, 2, 3]


def test_paragraph_exposes_spans_and_suggestions(view):
    paragraph = view.accessible.interface.child(2)

    assert [name(row) for row in children(paragraph)] == ["Küstenrat, ORG, suggestion, 97%", "Möwenort, LOC"]
    assert paragraph.child(5) is None
    view.set_active(MOEWENORT.id)
    assert [row.state().selected for row in children(paragraph)] == [0, 1]
    rect = paragraph.child(1).rect()
    assert view.span_rects(MOEWENORT.id)[0].contains(view.viewport().mapFromGlobal(rect.center()))
    assert paragraph.rect().contains(rect.center())


def test_interfaces_of_previous_article_are_invalid(view):
    paragraph = view.accessible.interface.child(3)
    row = view.accessible.interface.child(2).child(1)
    view.show_document(document("Möwe", id="short"), [], [], tokens_of("Möwe"))

    assert not paragraph.isValid()
    assert not row.isValid()
    assert name(paragraph) == name(row) == ""
    assert paragraph.rect().isEmpty()
    assert paragraph.childCount() == 0


def test_text_and_caret_for_active_screen_reader(view, qtbot):
    QAccessible.setActive(True)
    try:
        view.select(*MOEWENORT.parts[0])
        qtbot.waitUntil(lambda: view.accessible.editor.textCursor().selectedText() == "Möwenort")
        view.activated.emit(RAT.id)
        view.show_document(document("😀 Möwe", id="short"), [], [], tokens_of("😀 Möwe"))
        view.select(2, 6)
        qtbot.waitUntil(lambda: view.accessible.editor.textCursor().selectedText() == "Möwe")
    finally:
        QAccessible.setActive(False)


def test_editor_stays_empty_without_screen_reader(view):
    QAccessible.setActive(False)
    assert not QAccessible.isActive()
    view.select(*MOEWENORT.parts[0])
    assert view.accessible.editor.toPlainText() == ""


def test_describe_is_replaceable(qtbot):
    view = ArticleView(describe=lambda row, text: f"{row.quote(text)}: Ort")
    qtbot.addWidget(view)
    view.show_document(document(), [MOEWENORT], [], tokens_of(TEXT))

    assert name(children(view.accessible.interface.child(2))[0]) == "Möwenort: Ort"
