"""The cards beside the text, in a real window."""

from itertools import pairwise

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QColor, QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

from tests.ui.claims.claimed import WORDS, add, claimed, name, suggested
from ui.claims.card_picture import CardPicture
from ui.panels.claim.claim_values import ClaimValues
from ui.panels.claim.words_wanted import Want

LEFT = Qt.MouseButton.LeftButton


def margin(window):
    return window.claim_paths.drawn.margin


def block_of(window, span):
    return window.view.page.layout.block_at(span.start)


def cards(window, span):
    """Return the cards beside a span's block, with their rectangles."""
    block = block_of(window, span)
    return [(card, margin(window).rect_of(block, card)) for card in margin(window).cards(block)]


def middle(window, span):
    return next(rect.center() for card, rect in cards(window, span) if span.id in {c.id for c in card.claims})


def test_twin_claims_have_distinct_cards(window):
    claim, twin, *_ = claimed(window)
    found = cards(window, claim)
    assert {card.words.who for card, _ in found} == {"HD Hyundai", "Unnamed"}
    assert [card.joined for card, _ in found] == [False, True]
    assert not found[0][1].intersects(found[1][1])
    column = window.view.page.layout.measures
    assert all(rect.left() > column.left + column.width for _, rect in found)
    line = window.view.span_rects(claim.id)[0]
    assert abs(found[0][1].top() - line.top()) < 6  # both cards end with their paragraph
    assert twin.parts == claim.parts


def test_click_activates_and_double_click_opens_fields(qtbot, window):
    _, twin, *_ = claimed(window)
    window.top_bar.search.setFocus()
    qtbot.mouseClick(window.view.viewport(), LEFT, pos=middle(window, twin))
    assert window.view.active() == twin.id
    assert window.view.hasFocus()
    assert window.view.caret() == twin.start
    qtbot.waitUntil(lambda: window.panels.claim_card.claim == twin.id)
    qtbot.mouseDClick(window.view.viewport(), LEFT, pos=middle(window, twin))
    assert window.panels.claim_card.holds_keyboard


def test_active_card_is_emphasised(qtbot, window):
    claim, twin, *_ = claimed(window)

    def ground(span):
        rect = next(rect for card, rect in cards(window, span) if span in card.claims)
        image = window.view.viewport().grab().toImage()
        ratio = image.devicePixelRatio()
        return QColor(image.pixel(round((rect.right() - 5) * ratio), round((rect.bottom() - 5) * ratio))).name()

    window.aim.activate(claim.id)
    look = window.view.display.look
    assert ground(claim) == look.accent_ground.name()
    assert ground(twin) == look.paper.name()
    window.aim.activate(twin.id)
    assert ground(claim) == look.paper.name()


def test_card_follows_edits_of_claim_and_claimant(qtbot, window):
    claim, _, claimant, _ = claimed(window)
    words = lambda: {card.words for card, _ in cards(window, claim)}  # noqa: E731
    assert any("check" in card.facts for card in words())
    window.decisions.change(claim.id, attributes={"worthiness": "UFS"})
    qtbot.waitUntil(lambda: any("unimportant" in card.facts for card in words()))
    longer = claimant.start - len("Firma "), claimant.end
    window.decisions.move(claimant.id, (longer,))
    qtbot.waitUntil(lambda: "Firma HD Hyundai" in {card.who for card in words()})
    window.decisions.remove([claim.id])
    qtbot.waitUntil(lambda: len(cards(window, claim)) == 1)
    window.steps.undo()
    qtbot.waitUntil(lambda: len(cards(window, claim)) == 2)


def test_clicks_cycle_through_folded_claims(qtbot, window):
    claimed(window)
    line = [add(window, words) for words in ("Schiff fahre", "ohne Kapitän", "„bald“", "fahre", "bald", "Kapitän")]
    found = cards(window, line[0])
    assert all(not before[1].intersects(after[1]) for before, after in pairwise(found))
    block = window.view.page.layout.laid(block_of(window, line[0]))
    last, rect = found[-1]
    assert last.top + last.height <= block.height
    assert len(last.claims) > 1
    reached = set()
    for _ in last.claims:
        qtbot.mouseClick(window.view.viewport(), LEFT, pos=rect.center())
        reached.add(window.view.active())
    assert reached == {claim.id for claim in last.claims}


def test_margin_hides_in_narrow_window(qtbot, window):
    claim, *_ = claimed(window)
    action = window.actions_by_id["view.cards"]
    assert action.isChecked()
    wide = window.view.page.layout.measures
    action.trigger()
    assert window.view.page.layout.measures.cards is None
    assert window.view.page.layout.measures.width >= wide.width
    assert cards(window, claim) == []
    action.trigger()
    assert len(cards(window, claim)) == 2
    window.resize(1000, 800)
    qtbot.waitUntil(lambda: window.view.page.layout.measures.cards is None)
    window.actions_by_id["view.clean"].trigger()
    window.resize(1600, 900)
    qtbot.waitUntil(lambda: window.view.viewport().width() > 800)
    assert window.view.page.layout.measures.cards is None


def test_no_cards_for_other_or_hidden_layers(window):
    name(window, "HD Hyundai")
    claim = add(window, WORDS)
    assert len(cards(window, claim)) == 1
    window.appearance.turn_layer("claims")
    assert cards(window, claim) == []
    assert margin(window).card_at(QPoint(5, 5)) is None


def test_drag_from_text_over_cards_selects(qtbot, window):
    claim, *_ = claimed(window)
    area = window.view.viewport()
    start = window.view.span_rects(claim.id)[0].center()
    qtbot.mousePress(area, LEFT, pos=start)
    qtbot.mouseMove(area, pos=middle(window, claim))
    qtbot.mouseRelease(area, LEFT, pos=middle(window, claim))
    first, last = window.view.selection()
    assert first < last
    assert window.view.active() != claim.id


def test_card_tooltip_and_spoken_text(qtbot, window):
    claim, *_ = claimed(window)
    paragraph = next(
        child
        for child in map(window.view.accessible.interface.child, range(1, 4))
        if WORDS in child.text(QAccessible.Text.Name)
    )
    children = [paragraph.child(index) for index in range(paragraph.childCount())]
    notes = [child for child in children if child.role() == QAccessible.Role.Note]
    assert {child.text(QAccessible.Text.Name).partition(";")[0] for child in notes} == {"HD Hyundai", "Unnamed"}
    assert all(child.text(QAccessible.Text.Name).endswith(WORDS) for child in notes)
    area = window.view.viewport()
    assert {child.rect().center() for child in notes} == {area.mapToGlobal(r.center()) for _, r in cards(window, claim)}
    point = middle(window, claim)
    QApplication.sendEvent(area, QHelpEvent(QEvent.Type.ToolTip, point, area.mapToGlobal(point)))
    qtbot.waitUntil(lambda: WORDS in QToolTip.text())
    QToolTip.hideText()


def test_click_on_card_is_taken_as_evidence(qtbot, window):
    _, twin, *_ = claimed(window)
    other = add(window, "Kürzlich")
    window.aim.activate(other.id)
    words, links = window.panels.claim_card.words, lambda: window.session.opened.relations.of_head(other.id)
    fields = ClaimValues(window.session).fields
    by_relation = {relation.id: (field, relation) for field in fields for relation in field.relations}
    for wanted in ("claimant", "evidence"):
        field, relation = by_relation[wanted]
        words.start(Want(claim=other, field=field, relation=relation))
        qtbot.mouseClick(window.view.viewport(), LEFT, pos=middle(window, twin))
        QApplication.processEvents()
        assert [(link.label, link.tail) for link in links()] == ([] if wanted == "claimant" else [(wanted, twin.id)])


def test_suggested_claim_has_hollow_card(qtbot, window):
    row = suggested(window)
    ((card, rect),) = cards(window, row)
    assert card.suggested
    assert (card.words.who, card.words.facts) == ("HD Hyundai", ("fact",))
    assert margin(window).spoken(row).startswith("suggested; HD Hyundai")
    area = window.view.viewport()
    qtbot.mouseClick(area, LEFT, pos=QPoint(rect.left() + 20, rect.center().y()))
    assert window.view.active() == row.id
    image = area.grab().toImage()
    ground = QColor(image.pixel(QPoint(rect.center().x(), rect.bottom() - 5) * image.devicePixelRatio()))
    assert ground == window.view.display.look.accent_ground


def test_keys_decide_clicked_suggestion(qtbot, window):
    row = suggested(window)
    qtbot.mouseClick(window.view.viewport(), LEFT, pos=middle(window, row))
    qtbot.keyClick(window.view, Qt.Key.Key_Return)
    ((card, _),) = cards(window, row)
    assert not card.suggested
    assert card.words.who == "HD Hyundai"
    window.steps.undo()
    qtbot.mouseClick(window.view.viewport(), LEFT, pos=middle(window, row))
    qtbot.keyClick(window.view, Qt.Key.Key_Backspace)
    assert cards(window, row) == []


def test_hovered_suggestion_card_has_buttons(qtbot, window):
    row, area, caret = suggested(window), window.view.viewport(), window.view.caret()

    def ink(button):
        image = area.grab().toImage()
        ratio = image.devicePixelRatio()
        return {
            image.pixel(round(x * ratio), round(button.center().y() * ratio))
            for x in range(button.left() + 3, button.right() - 2)
        }

    ((card, rect),) = cards(window, row)
    accept, refuse = CardPicture(window.view).buttons(rect)
    assert len(ink(accept)) == 1
    qtbot.mouseMove(area, accept.center())
    qtbot.waitUntil(lambda: len(ink(accept)) > 1)
    qtbot.mouseClick(area, LEFT, pos=refuse.center())
    assert cards(window, row) == []
    window.steps.undo()
    qtbot.mouseClick(area, LEFT, pos=accept.center())
    ((card, _),) = cards(window, row)
    assert not card.suggested
    assert window.view.caret() == caret
    qtbot.mouseMove(area, QPoint(3, 3))


def test_suggestion_in_shared_card_has_no_buttons(qtbot, window):
    claim, _, _, _ = claimed(window)
    row = suggested(window, "ohne Kapitän")
    card, rect = cards(window, claim)[-1]
    assert row.id in {each.id for each in card.claims}
    assert not card.has_buttons
    reached = set()
    for _ in card.claims:
        qtbot.mouseClick(window.view.viewport(), LEFT, pos=rect.center())
        reached.add(window.view.active())
    assert row.id in reached


def test_read_only_suggestion_card_has_no_buttons(window, project_path):
    row = suggested(window)
    assert cards(window, row)[0][0].has_buttons
    assert window.projects.open_for_reading(project_path)
    ((card, _),) = cards(window, row)
    assert card.suggested
    assert not card.has_buttons
