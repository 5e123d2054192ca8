import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit

from annotator.model.values import CLAIMS
from annotator.project.project import Project
from tests.ui.keyboard import press_in
from tests.ui.opened import part, suggest_claim
from ui.panels.claim.choice_popup import ChoiceHelp

CLAIM = "die Stadt spare jährlich viel"


def attributes(session, claim):
    return dict(session.required().read.spans_of([claim])[0].attributes)


def tails(session, claim, label):
    return [span.quote(session.opened.document.text) for span in session.opened.tails(claim, label)]


def test_field_key_and_value_key_set_value(qtbot, opened, claim):
    session, _, card = opened
    card.open_keyboard()
    press_in(qtbot, card, "a3p1")
    assert attributes(session, claim) == {"kind": "prediction", "worthiness": "CFS"}
    other = Project.open(session.required().path, read_only=True)
    assert other.read.spans_of([claim])[0].attributes["worthiness"] == "CFS"
    other.close()
    session.undo()
    assert attributes(session, claim) == {"kind": "prediction"}
    assert card.findChild(object, "field.worthiness").text() == "—"


def test_empty_field_has_no_remove_choice(qtbot, opened, claim):
    session, _, card = opened
    card.open_keyboard()
    press_in(qtbot, card, "a")
    popup = QApplication.activePopupWidget()
    assert popup is not None
    assert popup.findChild(QAbstractButton, "choiceTakeAway") is None
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    first = session.required().schema.attribute(CLAIMS, "kind").values[0].id
    assert attributes(session, claim) == {"kind": first}


def test_set_field_offers_other_words_first(qtbot, opened, claim):
    session, decisions, card = opened
    head, cue = session.opened.span(claim), decisions.labelled(part("sagt"), "attribution", "CUE")
    decisions.relate(head, "cue", cue)
    card.open_keyboard()
    press_in(qtbot, card, "s")
    with qtbot.waitSignal(card.words.started):
        qtbot.keyClick(QApplication.activePopupWidget(), Qt.Key.Key_Return)


def test_remove_key_clears_field(qtbot, opened, claim):
    session, _, card = opened
    card.open_keyboard()
    press_in(qtbot, card, "a1a0")
    assert attributes(session, claim) == {}


def test_escape_closes_list_then_leaves_card(qtbot, opened, claim):
    session, _, card = opened
    card.open_keyboard()
    press_in(qtbot, card, "a")
    qtbot.keyClick(QApplication.activePopupWidget(), Qt.Key.Key_Escape)
    assert QApplication.activePopupWidget() is None
    with qtbot.waitSignal(card.left):
        qtbot.keyClick(card, Qt.Key.Key_Escape)
    assert attributes(session, claim) == {}


def test_pointing_at_name_sets_claimant(qtbot, opened, claim):
    session, decisions, card = opened
    name = decisions.label(*part("EU-Kommission"), "entities", "ORG")
    card.open_keyboard()
    with qtbot.waitSignal(card.words.started) as wanted:
        press_in(qtbot, card, "ww")
    assert wanted.args == ["claimant"]
    with qtbot.waitSignal(card.words.ended):
        assert card.words.take(name.id)
    assert tails(session, claim, "claimant") == ["EU-Kommission"]
    assert attributes(session, claim) == {"claimant_kind": "entity"}
    qtbot.waitUntil(lambda: card.findChild(object, "field.claimant_kind").text() == "EU-Kommission")
    session.undo()
    assert tails(session, claim, "claimant") == []
    assert attributes(session, claim) == {}
    session.redo()
    assert tails(session, claim, "claimant") == ["EU-Kommission"]


def test_enter_takes_candidate_name(qtbot, opened, claim):
    session, decisions, card = opened
    name = decisions.label(*part("EU-Kommission"), "entities", "ORG")
    card.open_keyboard()
    press_in(qtbot, card, "w1")
    card.set_active(name.id)
    assert card.claim == claim
    qtbot.keyClick(card, Qt.Key.Key_Return)
    assert tails(session, claim, "claimant") == ["EU-Kommission"]


def test_claimant_kind_replaces_name(qtbot, opened, claim):
    session, decisions, card = opened
    name = decisions.label(*part("EU-Kommission"), "entities", "ORG")
    card.open_keyboard()
    press_in(qtbot, card, "ww")
    card.words.take(name.id)
    press_in(qtbot, card, "w2")
    assert tails(session, claim, "claimant") == []
    assert attributes(session, claim) == {"claimant_kind": "author"}
    session.undo()
    assert tails(session, claim, "claimant") == ["EU-Kommission"]


def test_claim_cannot_be_its_claimant(qtbot, opened, claim):
    session, decisions, card = opened
    other = decisions.label(*part("Greifsund wächst"), CLAIMS, "CLAIM")
    card.open_keyboard()
    press_in(qtbot, card, "ww")
    assert not card.words.take(other.id)
    assert card.words.want.relation.id == "claimant"
    qtbot.keyClick(card, Qt.Key.Key_Escape)
    assert card.words.want is None
    assert tails(session, claim, "claimant") == []


def test_cue_words_are_labelled_in_same_step(qtbot, opened, claim):
    session, _, card = opened
    card.open_keyboard()
    press_in(qtbot, card, "s")
    assert card.words.want.relation.id == "cue"
    assert card.words.take_words(*part("sagt"))
    assert tails(session, claim, "cue") == ["sagt"]
    session.undo()
    assert len(session.opened.spans) == 1


def test_loose_words_are_unnamed_claimant(qtbot, opened, claim):
    session, _, card = opened
    card.open_keyboard()
    press_in(qtbot, card, "ww")
    assert card.words.take_words(*part("Greifsund"))
    assert tails(session, claim, "claimant") == ["Greifsund"]
    assert attributes(session, claim) == {"claimant_kind": "unnamed"}
    session.undo()
    assert attributes(session, claim) == {}
    assert len(session.opened.spans) == 1


def test_enter_stores_text_and_escape_discards(qtbot, opened, claim):
    session, _, card = opened
    card.open_keyboard()
    press_in(qtbot, card, "k")
    line = card.findChild(QLineEdit, "line.topic")
    line.insert("Müll 🎈")  # QTest types Latin letters only
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert attributes(session, claim) == {"topic": "Müll 🎈"}
    press_in(qtbot, card, "k")
    line = next(w for w in card.findChildren(QLineEdit, "line.topic") if w.isVisible())
    qtbot.keyClicks(line, "anderes")
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert attributes(session, claim) == {"topic": "Müll 🎈"}


def test_topic_is_completed_from_other_claims(qtbot, opened, claim):
    session, decisions, card = opened
    other = decisions.label(*part("Greifsund wächst"), CLAIMS, "CLAIM")
    decisions.change(other.id, attributes={"topic": "Wohnen und Miete"})
    card.open_keyboard()
    press_in(qtbot, card, "k")
    line = card.findChild(QLineEdit, "line.topic")
    qtbot.keyClicks(line, "wohnen")
    assert line.text() == "wohnen und Miete"
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert attributes(session, claim) == {"topic": "Wohnen und Miete"}


def test_claim_text_counts_characters(qtbot, opened, claim):
    _, _, card = opened
    card.open_keyboard()
    press_in(qtbot, card, "x")
    line = card.findChild(QLineEdit, "line.claim_text")
    assert line is not None
    line.insert("ü" * 76)
    names = [label.text() for label in card.findChildren(QLabel)]
    assert "Claim in short: 76 of 75" in names
    qtbot.keyClick(line, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert "Claim in short: 76 of 75" in [label.text() for label in card.findChildren(QLabel)]


def test_proposal_is_dashed_until_confirmed(qtbot, opened):
    session, decisions, card = opened
    row = suggest_claim(session, CLAIM, {"speech": "indirect"}, "sagt")
    made = decisions.correct(row.id, CLAIMS, "CLAIM")
    card.set_active(made.id)
    speech, cue = card.findChild(object, "field.speech"), card.findChild(object, "field.relation.cue")
    qtbot.waitUntil(lambda: speech.shown.proposed)
    assert cue.shown.proposed
    card.open_keyboard()
    press_in(qtbot, card, "r2s1")
    card.words.take(session.opened.tails(made.id, "cue")[0].id)
    qtbot.waitUntil(lambda: not speech.shown.proposed and not cue.shown.proposed)
    assert tails(session, made.id, "cue") == ["sagt"]


def test_card_numbers_claims_by_place(qtbot, opened, claim):
    _, decisions, card = opened
    decisions.label(*part("Kürzlich 🎈 traf"), CLAIMS, "CLAIM")
    qtbot.waitUntil(lambda: card.findChild(object, "claimBadge").words == "2 of 2")


def test_focus_returns_when_claim_is_removed(qtbot, opened, claim):
    _, _, card = opened
    with qtbot.waitSignal(card.left):
        qtbot.mouseClick(card.findChild(object, "claimRemove"), Qt.MouseButton.LeftButton)
    assert card.claim is None


def test_read_only_card(qtbot, opened, claim):
    session, _, card = opened
    path, document = session.required().path, session.opened.document.id
    session.close_project()
    session.open_project(path, read_only=True)
    session.open_document(document)
    card.set_active(claim)
    assert not card.press("a")
    assert not card.findChild(object, "claimRemove").isEnabled()


PROPOSED = {"kind": "fact_claim", "worthiness": "CFS", "speech": "indirect"}


@pytest.fixture
def proposed(opened, qtbot):
    """A claim accepted with the rules' proposals; the card has the focus."""
    session, decisions, card = opened
    row = suggest_claim(session, CLAIM, PROPOSED, "sagt")
    made = decisions.correct(row.id, CLAIMS, "CLAIM")
    card.set_active(made.id)
    card.open_keyboard()
    return made.id


def dashed(card):
    QApplication.processEvents()
    names = ("kind", "worthiness", "relation.cue", "speech")
    return [name for name in names if card.findChild(object, f"field.{name}").shown.proposed]


def test_return_confirms_proposals_one_by_one(qtbot, opened, proposed):
    session, _, card = opened
    assert card.aimed == "Kind"
    qtbot.keyClick(card, Qt.Key.Key_Return)
    assert dashed(card) == ["worthiness", "relation.cue", "speech"]
    assert card.aimed == "Check-worthiness"
    qtbot.keyClick(card, Qt.Key.Key_Down)
    qtbot.keyClick(card, Qt.Key.Key_Return)
    assert dashed(card) == ["worthiness", "speech"]
    session.undo()
    session.undo()
    assert dashed(card) == ["kind", "worthiness", "relation.cue", "speech"]
    assert attributes(session, proposed) == PROPOSED


@pytest.mark.parametrize(
    ("proposed", "keys", "left"),
    [
        ({"kind": "prediction", "fact_type": "prediction"}, "a1", {"kind": "fact_claim", "worthiness": "CFS"}),
        ({"kind": "fact_claim", "fact_type": "quantity"}, "a2", {"kind": "opinion"}),
        (
            {"kind": "fact_claim", "fact_type": "quantity"},
            "a3",
            {"kind": "prediction", "fact_type": "quantity", "worthiness": "CFS"},
        ),
    ],
)
def test_correcting_kind_withdraws_what_fitted_old_kind(qtbot, opened, proposed, keys, left):
    session, decisions, card = opened
    row = suggest_claim(session, CLAIM, {"worthiness": "CFS", "speech": "indirect", **proposed}, "sagt")
    made = decisions.correct(row.id, CLAIMS, "CLAIM")
    card.set_active(made.id)
    card.open_keyboard()
    press_in(qtbot, card, keys)
    assert attributes(session, made.id) == {"speech": "indirect", **left}
    session.undo()
    assert attributes(session, made.id)["fact_type"] == proposed["fact_type"]


def test_confirmed_proposal_survives_reopening(qtbot, opened, proposed):
    session, _, card = opened
    qtbot.keyClick(card, Qt.Key.Key_Return)
    press_in(qtbot, card, "p1")
    path, document = session.required().path, session.opened.document.id
    session.close_project()
    session.open_project(path)
    session.open_document(document)
    card.set_active(proposed)
    assert dashed(card) == ["relation.cue", "speech"]


def test_aimed_field_is_visible(qtbot, opened, proposed):
    _, _, card = opened
    card.resize(300, 240)
    field = card.findChild(QAbstractButton, "field.speech")
    qtbot.waitUntil(lambda: field.visibleRegion().isEmpty())
    qtbot.keyClick(card, Qt.Key.Key_Up)
    assert card.aimed == "Form of speech"
    assert not field.visibleRegion().isEmpty()


def test_opened_note_is_visible_as_a_whole(qtbot, opened, claim):
    _, _, card = opened
    card.open_keyboard()
    for height in (329, 336):
        card.resize(310, height)
        press_in(qtbot, card, "n")
        qtbot.wait(60)
        line = card.findChild(QLineEdit, "line.own.note")
        assert line.visibleRegion().boundingRect() == line.rect(), height
        qtbot.keyClick(line, Qt.Key.Key_Escape)
        qtbot.wait(30)


def test_note_left_fifty_times_does_not_crash(qtbot, opened, claim):
    _, _, card = opened
    card.open_keyboard()
    for _ in range(50):
        press_in(qtbot, card, "n")
        qtbot.wait(20)
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
        qtbot.wait(10)


def test_backspace_rejects_proposal_and_its_cue(qtbot, opened, proposed):
    session, _, card = opened
    qtbot.keyClick(card, Qt.Key.Key_Backspace)
    assert attributes(session, proposed) == {"worthiness": "CFS", "speech": "indirect"}
    qtbot.keyClick(card, Qt.Key.Key_Down)
    qtbot.keyClick(card, Qt.Key.Key_Backspace)
    assert tails(session, proposed, "cue") == []
    assert [span.id for span in session.opened.spans] == [proposed]
    session.undo()
    assert tails(session, proposed, "cue") == ["sagt"]
    assert dashed(card) == ["worthiness", "relation.cue", "speech"]


def test_shift_return_confirms_all(qtbot, opened, proposed):
    session, _, card = opened
    qtbot.keyClick(card, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert dashed(card) == []
    assert card.aimed == ""
    session.undo()
    assert dashed(card) == ["kind", "worthiness", "relation.cue", "speech"]


def test_broken_rule_is_shown_under_field(qtbot, opened, claim):
    _, _, card = opened
    card.open_keyboard()
    press_in(qtbot, card, "a5u2")
    line = card.findChild(QLabel, "fault.verdict")
    qtbot.waitUntil(line.isVisible)
    assert line.text() == "Only facts and predictions get a verdict."
    press_in(qtbot, card, "a1")
    qtbot.waitUntil(lambda: not line.isVisible())


def test_list_explains_values_with_examples(qtbot, opened, claim):
    _, _, card = opened
    card.open_keyboard()
    press_in(qtbot, card, "a")
    popup = QApplication.activePopupWidget()
    assert popup is not None
    told, size = popup.findChild(ChoiceHelp, "choiceHelp"), popup.size()
    assert told is not None
    assert told.accessibleName().startswith("Can be checked in principle. “The ferry")
    assert len([line for line in told.findChildren(QLabel)[1].text().splitlines() if line]) == 2
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    assert told.accessibleName().startswith("A judgement that cannot be checked.")
    assert popup.size() == size
    press_in(qtbot, card, "2")


def test_space_cycles_twins_and_plus_adds_one(qtbot, opened, claim):
    session, _, card = opened
    card.open_keyboard()
    assert card.findChild(QLabel, "claimTwin").text() == ""
    press_in(qtbot, card, "+")
    second = card.claim
    assert second != claim
    assert session.opened.span(second).parts == session.opened.span(claim).parts
    QApplication.processEvents()
    assert card.findChild(QLabel, "claimTwin").text().endswith("of 2 here")
    press_in(qtbot, card, " ")
    assert card.claim == claim
    session.undo()
    assert [twin.id for twin in card.twins] == [claim]


def test_undoing_twin_shows_first_claim(qtbot, opened, claim):
    session, _, card = opened
    card.open_keyboard()
    press_in(qtbot, card, "+")
    assert card.claim != claim
    with qtbot.assertNotEmitted(card.left), qtbot.waitSignal(card.kept) as activated:
        session.undo()
    assert (card.claim, activated.args) == (claim, [claim])
    assert card.hasFocus()
    with qtbot.waitSignal(card.left):
        session.undo()
