"""Choosing words for a claim's field: by typing letters, by a label's key, and in another article."""

from functools import partial

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea

from annotator.model.values import CLAIMS
from tests.ui.claims.claimed import suggested
from tests.ui.keyboard import Key, hint_line, press, rows, undo_name
from tests.ui.opened import suggestion

TAILS = "SELECT r.label, s.quote, json_extract(r.attributes, '$.role') FROM relation r JOIN span s ON s.id = r.tail"


def part(window, words):
    start = window.session.opened.document.text.index(words)
    return start, start + len(words)


def suggested_name(window, words):
    document = window.session.opened.document
    row = suggestion(document.id, words, "ORG", text=document.text)
    window.session.required().put_suggestions(document.id, row.source, [row])
    window.session.open_document(document.id)


@pytest.fixture
def card(window, qtbot):
    """The card of a claim, with focus; no suggestions are left."""
    window.decisions.reject([row.id for row in window.session.opened.suggestions])
    claim = window.decisions.label(*part(window, "das Schiff fahre „bald“ ohne Kapitän"), CLAIMS, "CLAIM")
    window.aim.activate(claim.id)
    qtbot.waitUntil(window.isActiveWindow)
    window.panels.open_card(claim.id)
    return window.panels.claim_card


def type_keys(qtbot, window, keys):
    for key in keys:
        qtbot.keyClicks(QApplication.activePopupWidget() or window.focusWidget(), key)
        QApplication.processEvents()


def selected(window):
    return window.session.opened.document.text[slice(*window.view.selection())]


def test_waiting_field_stays_visible(window, qtbot, card):
    """The prompt takes room at the foot of the card, and used to hide the last visible field."""
    window.resize(1440, 760)
    QApplication.processEvents()
    area = card.findChild(QScrollArea, "claimFields")
    field = card.findChild(QAbstractButton, "field.relation.object")
    below = field.mapTo(area.widget(), QPoint(0, field.height())).y()
    area.verticalScrollBar().setValue(below - area.viewport().height())
    qtbot.keyClicks(card, "g")
    assert card.words.want is not None
    qtbot.waitUntil(partial(is_in_sight, field, area))


def is_in_sight(field, area):
    QApplication.processEvents()
    top = field.mapTo(area.viewport(), QPoint(0, 0)).y()
    return top >= 0 and top + field.height() <= area.viewport().height()


def test_letters_select_name_and_tab_steps(window, qtbot, card):
    window.decisions.label(*part(window, "HD Hyundai"), "entities", "ORG")
    window.decisions.label(*part(window, "Ce\u0301line Weiß"), "entities", "PER")
    type_keys(qtbot, window, "ww")
    assert hint_line(window)["next match"] == ("⇥",)
    type_keys(qtbot, window, "hy")
    assert selected(window) == "HD Hyundai"
    for _ in "hy":
        press(qtbot, window, Key.Key_Backspace)
    assert selected(window) == ""
    type_keys(qtbot, window, "w")
    assert selected(window) == "Ce\u0301line Weiß"
    press(qtbot, window, Key.Key_Return)
    assert rows(window, TAILS) == [("claimant", "Ce\u0301line Weiß", None)]
    assert card.hasFocus()


def test_name_may_begin_with_the_key_of_the_field(window, qtbot, card):
    for words, label in (("HD Hyundai", "ORG"), ("Ce\u0301line Weiß", "PER"), ("Weifang", "LOC")):
        window.decisions.label(*part(window, words), "entities", label)
    window.aim.activate(card.claim)
    window.panels.open_card(card.claim)
    type_keys(qtbot, window, "wweiß")
    assert selected(window) == "Ce\u0301line Weiß"
    press(qtbot, window, Key.Key_Return)
    assert rows(window, TAILS) == [("claimant", "Ce\u0301line Weiß", None)]


def test_tab_without_letters_steps(window, qtbot, card):
    for words, label in (("HD Hyundai", "ORG"), ("Ce\u0301line Weiß", "PER")):
        window.decisions.label(*part(window, words), "entities", label)
    type_keys(qtbot, window, "ww")
    found = []
    for key in (Key.Key_Tab, Key.Key_Tab, Key.Key_Backtab):
        press(qtbot, window, key)
        found.append(selected(window))
    assert found == ["HD Hyundai", "Ce\u0301line Weiß", "HD Hyundai"]


def test_no_match_and_return_takes_nothing(window, qtbot, card):
    type_keys(qtbot, window, "s")
    type_keys(qtbot, window, "sagt")
    assert selected(window) == "sagt"
    field = card.findChild(object, "field.relation.cue")
    assert field.waits_for == "sagt"
    type_keys(qtbot, window, "x")
    assert selected(window) == ""
    assert field.waits_for == "sagtx"
    assert "No visible words match “sagtx”" in hint_line(window)
    press(qtbot, window, Key.Key_Return)
    assert rows(window, TAILS) == []
    assert card.words.want is not None
    press(qtbot, window, Key.Key_Backspace)
    press(qtbot, window, Key.Key_Return)
    assert rows(window, TAILS) == [("cue", "sagt", None)]


def test_caret_returns_after_search(window, qtbot, card):
    before = window.view.caret()
    type_keys(qtbot, window, "s")
    type_keys(qtbot, window, "sagt")
    press(qtbot, window, Key.Key_Escape)
    assert (window.view.caret(), selected(window)) == (before, "")


@pytest.fixture
def claims(window, qtbot, card):
    """Add three claims to the article; the best match for the typed words is further away than worse ones."""
    for words in ("sagt, das Schiff", "Firma HD", "Céline Weiß in Weifang ein"):
        window.decisions.label(*part(window, words), CLAIMS, "CLAIM")
    window.aim.activate(card.claim)
    return card


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("weifang ein", "Céline Weiß in Weifang ein"),
        ("celine weiss in w", "Céline Weiß in Weifang ein"),
        ("firma h", "Firma HD"),
        ("schiff sagt", "sagt, das Schiff"),
        ("s", "sagt, das Schiff"),
    ],
)
def test_several_typed_words(window, qtbot, claims, typed, found):
    type_keys(qtbot, window, "l2")
    type_keys(qtbot, window, typed)
    assert selected(window) == found
    assert f"“{typed}”: match 1 of 1" in hint_line(window)
    press(qtbot, window, Key.Key_Return)
    assert rows(window, TAILS) == [("contradicts", found, None)]


def test_name_out_of_sight_is_found(window, qtbot, card):
    name = window.decisions.label(*part(window, "Céline Weiß"), "entities", "PER")
    type_keys(qtbot, window, "ww")
    area = window.view.viewport()
    window.view.resize(window.view.width(), 60)
    window.view.verticalScrollBar().setValue(window.view.verticalScrollBar().maximum())
    assert window.view.offset_at(QPoint(0, 0)) > name.end
    assert area.height() < 100
    type_keys(qtbot, window, "wei")
    assert selected(window) == "Céline Weiß"


def test_name_labelled_meanwhile_is_taken(window, qtbot, card):
    type_keys(qtbot, window, "ww")
    window.view.select(*part(window, "Firma HD Hyundai"), exact=True)
    press(qtbot, window, Key.Key_2)
    qtbot.waitUntil(lambda: rows(window, TAILS) == [("claimant", "Firma HD Hyundai", None)])
    assert card.words.want is None
    window.steps.undo()
    assert rows(window, TAILS) == []
    assert ("ORG",) in rows(window, "SELECT label FROM span")


def test_evidence_role_can_be_changed(window, qtbot, card):
    for role in ("1", "2"):
        type_keys(qtbot, window, "e" + role)
        window.view.select(*part(window, "in\u00a0Weifang ein"), exact=True)
        press(qtbot, window, Key.Key_Return)
    assert rows(window, TAILS) == [("evidence", "in\u00a0Weifang ein", "refutes")]
    field = card.findChild(object, "field.citations")
    qtbot.waitUntil(lambda: field.text() == "refutes: in Weifang ein")
    assert rows(window, "SELECT label FROM span WHERE layer = 'attribution'") == [("EVIDENCE",)]


def test_evidence_in_another_article_returns_to_claim(window, qtbot, card):
    claim, document = card.claim, window.session.opened.document.id
    other = next(id_ for (id_,) in rows(window, "SELECT id FROM document WHERE title = 'Zweiter Zug'"))
    type_keys(qtbot, window, "e3")
    window.session.open_document(other)
    assert card.words.want is not None
    window.view.select(*part(window, "Am Montag kam"), exact=True)
    press(qtbot, window, Key.Key_Return)
    assert window.session.opened.document.id == document
    assert card.claim == claim
    assert rows(window, TAILS) == [("evidence", "Am Montag kam", "context")]
    field = card.findChild(object, "field.citations")
    qtbot.waitUntil(lambda: field.text() == "context: Am Montag kam (Zweiter Zug)")
    window.steps.undo()
    assert rows(window, TAILS) == []
    assert rows(window, "SELECT count(*) FROM span") == [(1,)]


def test_other_article_ends_waiting_for_claimant(window, qtbot, card):
    other = next(id_ for (id_,) in rows(window, "SELECT id FROM document WHERE title = 'Zweiter Zug'"))
    type_keys(qtbot, window, "ww")
    window.session.open_document(other)
    assert card.words.want is None
    assert card.claim is None


def test_claim_repeats_only_another_claim(window, qtbot, card):
    other = window.decisions.label(*part(window, "traf Ce\u0301line Weiß"), CLAIMS, "CLAIM")
    window.aim.activate(card.claim)
    type_keys(qtbot, window, "l1")
    window.view.select(*[part(window, "ohne Kapitän")[0]] * 2, exact=True)
    press(qtbot, window, Key.Key_Return)
    assert rows(window, TAILS) == []
    type_keys(qtbot, window, "t")
    press(qtbot, window, Key.Key_Return)
    assert rows(window, TAILS) == [("repeats", other.quote(window.session.opened.document.text), None)]
    field = card.findChild(object, "field.relation.repeats")
    qtbot.waitUntil(lambda: field.text().startswith("Repeats: traf"))


def test_suggested_claim_is_linked_and_accepted(window, qtbot, card):
    claim = card.claim
    suggested(window, "traf Ce\u0301line Weiß in\u00a0Weifang", who="HD Hyundai")
    before = window.session.opened
    window.aim.activate(claim)
    window.panels.open_card(claim)
    type_keys(qtbot, window, "l2")
    type_keys(qtbot, window, "traf")
    press(qtbot, window, Key.Key_Return)
    assert sorted(label for label, _, _ in rows(window, TAILS)) == ["claimant", "contradicts"]
    assert window.messages.words == "The suggested claim was accepted, too."
    assert undo_name(window) == "&Undo: relation to Claim “traf Céline Weiß in Weifang”".replace("é", "e\u0301")
    window.steps.undo()
    assert window.session.opened.spans == before.spans
    assert window.session.opened.suggestions == before.suggestions
    assert rows(window, TAILS) == []
    window.steps.redo()
    assert sorted(label for label, _, _ in rows(window, TAILS)) == ["claimant", "contradicts"]


def test_suggested_name_becomes_claimant(window, qtbot, card):
    claim = card.claim
    suggested_name(window, "Firma HD Hyundai")
    window.panels.open_card(claim)
    type_keys(qtbot, window, "ww")
    type_keys(qtbot, window, "hyun")
    press(qtbot, window, Key.Key_Return)
    assert rows(window, TAILS) == [("claimant", "Firma HD Hyundai", None)]
    assert window.messages.words == "The suggested name was accepted, too."
    window.steps.undo()
    assert [span.id for span in window.session.opened.spans] == [claim]
    assert window.session.opened.span(claim).attributes == {}


def test_typed_evidence_beats_suggested_claim_around_it(window, qtbot, card):
    suggested(window, "in\u00a0Weifang ein", who="HD Hyundai")
    decided = window.decisions.label(*part(window, "traf Ce\u0301line"), CLAIMS, "CLAIM")
    window.aim.activate(card.claim)
    window.panels.open_card(card.claim)
    found = []
    for typed in ("weif", "in weifang", "traf"):
        type_keys(qtbot, window, "e1")
        type_keys(qtbot, window, typed)
        found.append(selected(window))
        press(qtbot, window, Key.Key_Escape)
    assert found == ["Weifang", "in\u00a0Weifang", decided.quote(window.session.opened.document.text)]


def test_letters_typed_among_the_claimants_kinds_name_one(window, qtbot, card):
    window.decisions.label(*part(window, "HD Hyundai"), "entities", "ORG")
    type_keys(qtbot, window, "w")
    qtbot.waitUntil(lambda: "Press a value’s key, or type a name" in hint_line(window))
    type_keys(qtbot, window, "hy")
    assert selected(window) == "HD Hyundai"
    press(qtbot, window, Key.Key_Return)
    assert rows(window, TAILS) == [("claimant", "HD Hyundai", None)]


def test_alt_with_a_letter_names_no_claimant(window, qtbot, card):
    type_keys(qtbot, window, "w")
    popup = QApplication.activePopupWidget()
    assert popup is not None
    qtbot.keyClick(popup, Key.Key_H, Qt.KeyboardModifier.AltModifier)
    assert popup.isVisible()
    assert card.words.want is None


def test_shift_and_arrows_add_whole_words_to_match(window, qtbot, card):
    first, second = "HD", "Hyundai"
    window.decisions.label(*part(window, first), "entities", "ORG")
    type_keys(qtbot, window, "gh")
    assert selected(window) == first
    for _ in " H":
        press(qtbot, window, Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert selected(window) == f"{first} {second}"
