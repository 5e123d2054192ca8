"""The list of all rows, beside its article."""

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QComboBox, QLabel

from tests.ui.conftest import TEXT
from ui.panels.articles.row_list import quote_with_claimant


@pytest.fixture
def page(window, qtbot):
    label(window, "Kürzlich", "MISC")
    window.left.show_page("rows")
    qtbot.waitUntil(lambda: len(shown(window)) == 5)
    return window.left.rows


def label(window, words, name="LOC"):
    start = TEXT.index(words)
    return window.decisions.label(start, start + len(words), "entities", name)


def shown(window):
    model = window.left.rows.model
    return [model.data(model.index(row)) for row in range(model.rowCount())]


def chosen(page):
    index = page.list.currentIndex()
    return page.model.row(index.row()).id if index.isValid() else None


def test_row_activates_span_and_keeps_focus(qtbot, window, page):
    page.list.setFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    last = page.model.row(4)
    assert window.view.active() == last.id
    assert window.view.caret() == last.start
    assert page.list.hasFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    assert window.view.hasFocus()
    assert window.view.active() == last.id


def test_empty_list_says_what_will_be_there(window, page, qtbot):
    words = page.list.findChild(QLabel, "rowListEmpty")
    assert not words.isVisible()
    page.words.setText("Zeppelin")
    qtbot.waitUntil(words.isVisible)
    assert words.text() == "Nothing in this article matches."
    page.words.clear()
    assert not words.isVisible()
    window.decisions.reject([row.id for row in window.session.opened.suggestions])
    window.decisions.remove([row.id for row in window.session.opened.spans])
    qtbot.waitUntil(words.isVisible)
    assert words.text() == "Labels and suggestions of the article are listed here."


def test_active_row_is_current(qtbot, window, page):
    window.view.setFocus()
    qtbot.keyClick(window.view, Qt.Key.Key_Tab)
    active = window.view.active()
    qtbot.waitUntil(lambda: chosen(page) == active)
    qtbot.keyClick(window.view, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: chosen(page) == window.view.active() != active)
    assert window.view.hasFocus()


def test_list_follows_edits_and_undo(qtbot, window, page):
    label(window, "Kapitän", "PER")
    qtbot.waitUntil(lambda: "Kapitän" in shown(window))
    window.steps.undo()
    qtbot.waitUntil(lambda: "Kapitän" not in shown(window))
    window.decisions.reject([window.session.opened.suggestions[0].id])
    qtbot.waitUntil(lambda: len(shown(window)) == 4)


def test_hidden_list_catches_up(qtbot, window, page):
    window.left.show_page("articles")
    label(window, "Kapitän", "PER")
    window.left.show_page("rows")
    qtbot.waitUntil(lambda: "Kapitän" in shown(window))


def test_text_and_kind_filter(qtbot, window, page):
    page.words.setText("hyun")
    assert shown(window) == ["HD Hyundai"] * 2
    assert page.findChild(QLabel, "rowCount").text() == "2 of 5 entries"
    qtbot.keyClick(page.words, Qt.Key.Key_Escape)
    assert len(shown(window)) == 5
    kinds = page.findChild(QComboBox, "rowKind")
    kinds.setCurrentIndex(kinds.findText("suggestions"))
    assert "Kürzlich" not in shown(window)
    orders = page.findChild(QComboBox, "rowOrder")
    kinds.setCurrentIndex(0)
    orders.setCurrentIndex(orders.findText("alphabetically"))
    assert shown(window) == sorted(shown(window), key=str.casefold)


def test_rows_of_hidden_layer_can_be_selected(qtbot, window, page):
    window.appearance.turn_layer("entities")
    page.list.setFocus()
    for row in range(4):
        page.list.setCurrentIndex(page.model.index(row))
        QCoreApplication.processEvents()
        assert page.list.currentIndex().row() == row
        assert window.view.caret() == page.model.row(row).start


def test_new_article_replaces_rows(qtbot, window, page):
    window.articles.go_next()
    qtbot.waitUntil(lambda: "Kürzlich" not in shown(window))
    assert window.left.page == "rows"


def test_quote_without_score_has_whole_row(window, page, qtbot):
    claim = "Die Firma HD Hyundai sagt, das Schiff fahre"
    label(window, claim)
    qtbot.waitUntil(lambda: claim in shown(window))
    row = page.list.visualRect(page.model.index(shown(window).index(claim), 0))
    picture = page.list.viewport().grab(row).toImage()
    ratio = picture.devicePixelRatio()
    ground = picture.pixelColor(picture.width() - 2, 2)
    inked = [x for x in range(picture.width()) for y in range(picture.height()) if picture.pixelColor(x, y) != ground]
    assert max(inked) / ratio > row.width() - 30


def claims_of(qtbot, window):
    """Return two claims, the later one with claimant and worthiness."""
    first = label_as(window, "traf Ce\u0301line Weiß", "claims", "CLAIM")
    second = label_as(window, "das Schiff fahre", "claims", "CLAIM")
    window.decisions.change(first.id, attributes={"worthiness": "NFS", "claimant_kind": "unnamed"})
    window.decisions.change(second.id, attributes={"worthiness": "CFS", "claimant_kind": "entity"})
    claimant = label_as(window, "HD Hyundai", "entities", "ORG")
    window.decisions.relate(second, "claimant", claimant)
    qtbot.waitUntil(lambda: {"das Schiff fahre", "HD Hyundai"} <= set(shown(window)))
    return first, second, claimant


def label_as(window, words, layer, name):
    start = TEXT.index(words)
    return window.decisions.label(start, start + len(words), layer, name)


def test_claims_key_lists_claims_by_claimant(qtbot, window, page):
    claims_of(qtbot, window)
    window.actions_by_id["left.claims"].trigger()
    assert page.list.hasFocus()
    assert shown(window) == ["traf Ce\u0301line Weiß", "das Schiff fahre"]
    page.words.setText("hyundai")
    assert shown(window) == ["das Schiff fahre"]
    page.words.setText("no fact")
    assert shown(window) == ["traf Ce\u0301line Weiß"]
    window.actions_by_id["left.claims"].trigger()
    assert len(shown(window)) == 2


@pytest.mark.parametrize("order", ["claimant", "worthiness"])
def test_claims_sorted_by_claimant_and_worthiness(qtbot, window, page, order):
    first, second, _ = claims_of(qtbot, window)
    window.actions_by_id["left.claims"].trigger()
    orders = page.findChild(QComboBox, "rowOrder")
    orders.setCurrentIndex(orders.findData(order))
    assert shown(window) == ["das Schiff fahre", "traf Ce\u0301line Weiß"]
    window.decisions.change(first.id, attributes={"worthiness": "CFS"})
    window.decisions.unrelate(second, window.session.opened.relations.of_head(second.id, "claimant"))
    qtbot.waitUntil(lambda: shown(window) == ["traf Ce\u0301line Weiß", "das Schiff fahre"])
    assert page.model.index_of(second.id) == 1
    window.steps.undo()
    window.steps.undo()
    qtbot.waitUntil(lambda: shown(window) == ["das Schiff fahre", "traf Ce\u0301line Weiß"])
    assert [page.model.index_of(claim.id) for claim in (first, second)] == [1, 0]


def test_claim_is_found_by_changed_claimant(qtbot, window, page):
    _, _, claimant = claims_of(qtbot, window)
    window.actions_by_id["left.claims"].trigger()
    page.words.setText("firma hd")
    assert shown(window) == []
    window.decisions.move(claimant.id, ((claimant.start - len("Firma "), claimant.end),))
    qtbot.waitUntil(lambda: shown(window) == ["das Schiff fahre"])


def test_claim_rows_have_two_lines(qtbot, window, page):
    claims_of(qtbot, window)
    height = page.list.rowHeight(0)
    window.actions_by_id["left.claims"].trigger()
    assert page.list.rowHeight(0) > height
    assert not page.list.grab().isNull()
    kinds = page.findChild(QComboBox, "rowKind")
    kinds.setCurrentIndex(0)
    assert page.list.rowHeight(0) == height


def test_claim_stays_current_on_its_claimant(qtbot, window, page):
    first, second, claimant = claims_of(qtbot, window)
    window.actions_by_id["left.claims"].trigger()
    window.view.setFocus()
    current = lambda: [page.model.row(index.row()).id for index in page.list.selectionModel().selectedIndexes()]  # noqa: E731
    window.aim.activate(first.id)
    qtbot.waitUntil(lambda: current() == [first.id])
    window.aim.activate(second.id)
    window.aim.activate(claimant.id)
    qtbot.waitUntil(lambda: current() == [second.id])
    window.aim.activate(None)
    qtbot.waitUntil(lambda: current() == [])


def test_claims_among_all_entries_name_their_claimant(qtbot, window, page):
    first, second, claimant = claims_of(qtbot, window)
    texts = [quote_with_claimant(row, row.quote(TEXT), page.claims) for row in (second, claimant)]
    assert texts == ["HD Hyundai: das Schiff fahre", "HD Hyundai"]
    window.decisions.change(first.id, attributes={"claimant_kind": None})
    assert quote_with_claimant(window.session.opened.span(first.id), "traf", page.claims) == "traf"
    row = page.list.visualRect(page.model.index(shown(window).index("das Schiff fahre"), 0))
    with_claimant = page.list.viewport().grab(row).toImage()
    window.decisions.unrelate(second, window.session.opened.relations.of_head(second.id, "claimant"))
    qtbot.waitUntil(lambda: page.list.viewport().grab(row).toImage() != with_claimant)
