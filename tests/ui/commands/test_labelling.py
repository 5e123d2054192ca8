"""Keys in the article, pressed in a real window, read back with SQLite."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QPushButton

from annotator.project.furniture import FURNITURE
from tests.ui.keyboard import ALT, CONTROL, SHIFT, Key, active, press, quote, rows, select, spans, states
from ui.commands.keys.hints import Situation, hints


def test_label_key_labels_and_clears_selection(window, qtbot):
    at = select(window, "Ce\u0301line Weiß")
    press(qtbot, window, Key.Key_1)
    assert spans(window) == [("entities", "PER", "Ce\u0301line Weiß")]
    assert window.view.selection() == (at + 12, at + 12)
    assert active(window) == "Ce\u0301line Weiß"


def test_selection_snaps_to_whole_words(window, qtbot):
    at = window.session.opened.document.text.index("Kapitän")
    window.view.select(at + 1, at + 3)
    press(qtbot, window, Key.Key_4)
    assert spans(window) == [("entities", "MISC", "Kapitän")]


def test_label_key_relabels_active_span(window, qtbot):
    select(window, "Kapitän")
    press(qtbot, window, Key.Key_1)
    press(qtbot, window, Key.Key_2)
    assert spans(window) == [("entities", "ORG", "Kapitän")]


def test_same_words_are_relabelled_not_doubled(window, qtbot):
    for key in (Key.Key_1, Key.Key_3):
        select(window, "Kapitän")
        press(qtbot, window, key)
    assert spans(window) == [("entities", "LOC", "Kapitän")]


def test_same_label_again_changes_nothing(window, qtbot):
    for _ in range(2):
        select(window, "Kapitän")
        press(qtbot, window, Key.Key_1)
    assert len(spans(window)) == 1
    assert "already have that label" in window.messages.words


def test_claim_of_whole_sentence_leaves_out_full_stop(window, qtbot):
    select(window, "Die Firma HD Hyundai sagt")
    window.view.keys.select_sentence()
    press(qtbot, window, Key.Key_C)
    assert spans(window) == [("claims", "CLAIM", "Die Firma HD Hyundai sagt, das Schiff fahre „bald“ ohne Kapitän")]


def test_tab_goes_to_suggestion_and_return_accepts(window, qtbot):
    press(qtbot, window, Key.Key_Tab)
    assert active(window) == "Weifang"
    press(qtbot, window, Key.Key_Return)
    assert spans(window) == [("entities", "LOC", "Weifang")]
    assert active(window) == "HD Hyundai"
    assert states(window)["accepted"] == 1


def test_backspace_rejects_and_goes_on(window, qtbot):
    press(qtbot, window, Key.Key_Tab)
    press(qtbot, window, Key.Key_Backspace)
    assert states(window)["rejected"] == 1
    assert spans(window) == []
    assert active(window) == "HD Hyundai"


def test_label_key_corrects_or_accepts_suggestion(window, qtbot):
    press(qtbot, window, Key.Key_Tab)
    press(qtbot, window, Key.Key_4)
    press(qtbot, window, Key.Key_2)
    assert spans(window) == [("entities", "MISC", "Weifang"), ("entities", "ORG", "HD Hyundai")]
    assert (states(window)["corrected"], states(window)["accepted"]) == (1, 1)


def test_c_opens_card_around_suggested_name(window, qtbot):
    press(qtbot, window, Key.Key_Tab)
    name = window.session.opened.suggestion(window.view.active())
    claim = window.decisions.label(name.start, name.end + 40, "claims", "CLAIM")
    window.aim.activate(name.id)
    press(qtbot, window, Key.Key_C)
    assert window.panels.claim_card.claim == claim.id
    assert window.messages.words == ""


def test_c_at_suggested_name_outside_claims_needs_selection(window, qtbot):
    press(qtbot, window, Key.Key_Tab)
    press(qtbot, window, Key.Key_C)
    assert window.messages.words == "Select the words of the claim first."


def test_shift_tab_goes_back_and_tab_wraps(window, qtbot):
    press(qtbot, window, Key.Key_Tab)
    press(qtbot, window, Key.Key_Backtab, SHIFT)
    assert active(window) == "Köln"
    press(qtbot, window, Key.Key_Tab)
    assert active(window) == "Weifang"


def test_nothing_is_active_after_last_suggestion(window, qtbot):
    press(qtbot, window, Key.Key_Tab)
    for _ in range(4):
        press(qtbot, window, Key.Key_Return)
    assert len(spans(window)) == 4
    assert window.view.active() is None


def test_accept_visible_is_one_step_undone_from_message(window, qtbot):
    press(qtbot, window, Key.Key_Return, SHIFT)
    assert len(spans(window)) == 4
    assert "4 suggestions accepted" in window.messages.words
    window.actions_by_id["edit.undo"].trigger()
    assert spans(window) == []
    assert len(window.session.opened.suggestions) == 4


def test_delete_removes_span_and_undo_restores_it(window, qtbot):
    select(window, "Kapitän")
    press(qtbot, window, Key.Key_1)
    press(qtbot, window, Key.Key_Delete)
    assert spans(window) == []
    press(qtbot, window, Key.Key_Z, CONTROL)
    assert spans(window) == [("entities", "PER", "Kapitän")]
    assert active(window) == "Kapitän"


def test_undo_and_redo_name_their_step(window, qtbot):
    select(window, "Kapitän")
    press(qtbot, window, Key.Key_3)
    qtbot.waitUntil(lambda: window.actions_by_id["edit.undo"].text() == "&Undo: Place “Kapitän”")
    press(qtbot, window, Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: not window.actions_by_id["edit.undo"].isEnabled())
    qtbot.waitUntil(lambda: window.actions_by_id["edit.redo"].text() == "&Redo: Place “Kapitän”")
    press(qtbot, window, Key.Key_Z, CONTROL | SHIFT)
    assert spans(window) == [("entities", "LOC", "Kapitän")]


def test_c_makes_claim_of_selection(window, qtbot):
    select(window, "das Schiff fahre „bald“ ohne Kapitän")
    press(qtbot, window, Key.Key_C)
    assert spans(window) == [("claims", "CLAIM", "das Schiff fahre „bald“ ohne Kapitän")]


def test_c_focuses_card_of_new_claim(window, qtbot):
    select(window, "das Schiff fahre „bald“ ohne Kapitän")
    press(qtbot, window, Key.Key_C)
    card = window.panels.claim_card
    assert card.hasFocus()
    assert card.claim == window.session.opened.spans[0].id
    qtbot.keyClick(card, Key.Key_Escape)
    assert window.view.hasFocus()
    assert window.view.active() == card.claim


def test_c_opens_card_of_claim_around_caret(window, qtbot):
    at = select(window, "das Schiff fahre „bald“ ohne Kapitän")
    press(qtbot, window, Key.Key_C)
    qtbot.keyClick(window.panels.claim_card, Key.Key_Escape)
    window.aim.activate(None)
    window.view.select(at + 4, at + 4)
    with qtbot.waitSignal(window.labelling.card_wanted) as wanted:
        press(qtbot, window, Key.Key_C)
    assert quote(window, wanted.args[0]).startswith("das Schiff")


@pytest.mark.parametrize(
    ("key", "modifiers", "expected"),
    [
        (Key.Key_Right, ALT, "HD Hyundai sagt"),
        (Key.Key_Left, ALT, "HD"),
        (Key.Key_Right, ALT | SHIFT, "Hyundai"),
        (Key.Key_Left, ALT | SHIFT, "Firma HD Hyundai"),
    ],
)
def test_boundaries_move_by_a_token(window, qtbot, key, modifiers, expected):
    press(qtbot, window, Key.Key_Tab)
    press(qtbot, window, Key.Key_Tab)
    press(qtbot, window, Key.Key_Return)
    at = window.session.opened.document.text.index("HD Hyundai")
    span = next(span for span in window.session.opened.spans if span.start == at)
    window.aim.activate(span.id)
    press(qtbot, window, key, modifiers)
    assert spans(window)[0][2] == expected


def test_moving_boundary_accepts_suggestion(window, qtbot):
    press(qtbot, window, Key.Key_Tab)
    press(qtbot, window, Key.Key_Right, ALT)
    assert spans(window) == [("entities", "LOC", "Weifang ein")]
    assert states(window)["corrected"] == 1


def test_boundary_keys_widen_selection(window, qtbot):
    at = select(window, "Schiff")
    press(qtbot, window, Key.Key_Right, ALT)
    assert window.view.selection() == (at, at + len("Schiff fahre"))


def test_x_excludes_and_includes_paragraph(window, qtbot):
    text = window.session.opened.document.text
    at = text.index("Bild:")
    window.view.select(at, at)
    press(qtbot, window, Key.Key_X)
    assert rows(window, "SELECT excluded FROM document LIMIT 1") == [(f"[[{at},{len(text)}]]",)]
    press(qtbot, window, Key.Key_X)
    assert rows(window, "SELECT excluded FROM document LIMIT 1") == [("[]",)]


def test_excluded_paragraph_is_reported_with_undo(window, qtbot):
    at = window.session.opened.document.text.index("Bild:")
    window.view.select(at, at)
    press(qtbot, window, Key.Key_X)
    assert window.messages.words == "One paragraph excluded: nothing is suggested there any more."
    window.findChild(QPushButton, "noticeAction").click()
    assert rows(window, "SELECT excluded FROM document LIMIT 1") == [("[]",)]
    window.view.select(at - 1, at - 1)
    press(qtbot, window, Key.Key_X)
    assert window.messages.words == "Place the caret in a paragraph first."


def test_shift_x_excludes_proposed_furniture(window, qtbot):
    session = window.session
    text = session.opened.document.text
    at = text.index("Bild:")
    proposed = replace(session.opened.document, meta={FURNITURE: [[at, len(text)]]})
    assert session.describe(proposed)
    window.view.select(0, 0)
    window.aim.activate(None)
    assert "exclude likely page furniture" in [
        hint.words for hint in hints(session, Situation(), window.menus.shortcuts)
    ]
    press(qtbot, window, Key.Key_X, SHIFT)
    assert rows(window, "SELECT excluded FROM document LIMIT 1") == [(f"[[{at},{len(text)}]]",)]
    assert "exclude likely page furniture" not in [h.words for h in hints(session, Situation(), window.menus.shortcuts)]


def test_done_opens_next_open_article(window, qtbot):
    window.decisions.reject([suggestion.id for suggestion in window.session.opened.suggestions])
    press(qtbot, window, Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: window.session.opened.document.title == "Zweiter Zug")
    assert rows(window, "SELECT state FROM document_state") == [("done",)]


def test_key_of_other_layer_reports_what_to_do(window, qtbot):
    press(qtbot, window, Key.Key_Tab)
    press(qtbot, window, Key.Key_S)
    assert spans(window) == []
    assert window.messages.words.endswith("select the words first.")


def test_label_keys_typed_into_a_field_are_text(window, qtbot):
    select(window, "Kapitän")
    field = window.top_bar.search
    field.setFocus()
    qtbot.keyClicks(field, "1c x?")
    assert field.text() == "1c x?"
    assert spans(window) == []


def test_inactive_labels_have_no_key(window, qtbot):
    assert "label.entities.DATE" not in window.actions_by_id
    select(window, "Kapitän")
    press(qtbot, window, Key.Key_5)
    assert spans(window) == []


def test_alt_c_adds_claim_on_same_words(window, qtbot):
    press(qtbot, window, Key.Key_C, ALT)
    assert spans(window) == []
    at = select(window, "das Schiff fahre „bald“ ohne Kapitän")
    press(qtbot, window, Key.Key_C)
    qtbot.keyClick(window.panels.claim_card, Key.Key_Escape)
    window.aim.activate(None)
    window.view.select(at + 5, at + 5, exact=True)
    press(qtbot, window, Key.Key_C, ALT)
    assert spans(window) == [("claims", "CLAIM", "das Schiff fahre „bald“ ohne Kapitän")] * 2
    assert window.panels.claim_card.holds_keyboard
    assert window.panels.claim_card.claim == window.view.active()


def test_label_overrules_suggestions_inside_in_one_step(window, qtbot):
    """Otherwise "accept all" would put them inside the new label."""
    before = states(window)
    select(window, "Ce\u0301line Weiß in\u00a0Weifang")
    press(qtbot, window, Key.Key_2)
    assert spans(window) == [("entities", "ORG", "Ce\u0301line Weiß in\u00a0Weifang")]
    assert not [
        s for s in window.session.opened.suggestions if s.quote(window.session.opened.document.text) == "Weifang"
    ]
    press(qtbot, window, Key.Key_Z, CONTROL)
    assert spans(window) == []
    assert states(window) == before


def test_label_overrules_longer_suggestion_only_with_same_label(window, qtbot):
    text = window.session.opened.document.text
    select(window, "Hyundai")
    press(qtbot, window, Key.Key_1)
    assert [s.label for s in window.session.opened.suggestions if s.quote(text) == "HD Hyundai"] == ["ORG", "ORG"]
    select(window, "Hyundai", 1)
    press(qtbot, window, Key.Key_2)
    assert [s.label for s in window.session.opened.suggestions if s.quote(text) == "HD Hyundai"] == ["ORG"]
    assert spans(window) == [("entities", "PER", "Hyundai"), ("entities", "ORG", "Hyundai")]


def test_press_on_title_above_text_names_remedy(window):
    window.view.heading_pressed.emit()
    assert window.messages.words.endswith("import the article with its title as the first paragraph.")


def test_longer_stretch_with_same_label_corrects_label(window, qtbot):
    for words in ("Hyundai", "HD Hyundai"):
        select(window, words)
        press(qtbot, window, Key.Key_2)
    assert spans(window) == [("entities", "ORG", "HD Hyundai")]
    assert active(window) == "HD Hyundai"
    press(qtbot, window, Key.Key_Z, CONTROL)
    assert spans(window) == [("entities", "ORG", "Hyundai")]


def test_shorter_stretch_keeps_relations_of_label(window, qtbot):
    window.decisions.accept([row.id for row in window.session.opened.suggestions])
    at = select(window, "das Schiff fahre „bald“ ohne Kapitän")
    claim = window.decisions.label(at, at + 36, "claims", "CLAIM")
    start = window.session.opened.document.text.index("HD Hyundai")
    (name,) = window.session.opened.spans_at(start, start + len("HD Hyundai"))
    window.decisions.relate(claim, "claimant", name)
    select(window, "Hyundai")
    press(qtbot, window, Key.Key_2)
    ends = "SELECT relation.label, quote FROM relation JOIN span ON span.id = tail"
    assert rows(window, ends) == [("claimant", "Hyundai")]


def test_stretch_over_two_labels_of_a_kind_joins_them(window, qtbot):
    for words in ("Ce\u0301line", "Weiß", "Ce\u0301line Weiß"):
        select(window, words)
        press(qtbot, window, Key.Key_1)
    assert spans(window) == [("entities", "PER", "Ce\u0301line Weiß")]


def test_stretch_with_suggested_words_accepts_suggestion(window, qtbot):
    select(window, "in\u00a0Weifang")
    window.labelling.label_besides("entities LOC")
    select(window, "Weifang")
    press(qtbot, window, Key.Key_3)
    assert spans(window) == [("entities", "LOC", "Weifang")]
    assert (states(window)["accepted"], states(window).get("rejected")) == (1, None)


def test_shift_l_puts_same_label_inside_another(window, qtbot):
    select(window, "HD Hyundai")
    press(qtbot, window, Key.Key_2)
    select(window, "Hyundai")
    window.labelling.label_besides("entities ORG")
    assert spans(window) == [("entities", "ORG", "HD Hyundai"), ("entities", "ORG", "Hyundai")]
