"""Asking who a mention means."""

import pytest
from PySide6.QtCore import Qt

from ui.commands.ask_label import IdentityPicker
from ui.deciding import mention_identity

TEXT_NAME = "HD Hyundai"


@pytest.fixture
def labelled(window):
    """The window with two mentions of a company, the first one active, and one of a place."""
    text = window.session.opened.document.text
    first, second = text.index(TEXT_NAME), text.rindex(TEXT_NAME)
    place = text.index("Weifang")
    window.decisions.label(place, place + len("Weifang"), "entities", "LOC")
    for start in (second, first):
        window.decisions.label(start, start + len(TEXT_NAME), "entities", "ORG")
    return window


def go(window, nth=0):
    """Activate the nth mention of the company."""
    start = [at for at in range(400) if window.session.opened.document.text.startswith(TEXT_NAME, at)][nth]
    (span,) = window.session.opened.spans_at(start, start + len(TEXT_NAME))
    window.view.setFocus()
    window.aim.go(span.start, span.end)
    window.aim.activate(span.id)
    return span


def ask(window, qtbot):
    qtbot.keyClick(window.view, Qt.Key.Key_I)
    return window.findChild(IdentityPicker)


def shown(picker):
    return [(row.name, row.detail.split(" · ")[0]) for row in picker.model.shown]


def meant(window, span):
    """Return the identity of a mention."""
    found = mention_identity.meant(window.session, window.session.opened.span(span.id))
    return found.name if found is not None else None


def test_new_identity_is_proposed_for_next_mention(labelled, qtbot):
    first = go(labelled)
    picker = ask(labelled, qtbot)
    assert shown(picker) == [("New: HD Hyundai", "")]
    qtbot.keyClick(picker.field, Qt.Key.Key_Return)
    assert meant(labelled, first) == "HD Hyundai"
    second = go(labelled, 1)
    assert shown(ask(labelled, qtbot)) == [("HD Hyundai", "the same?"), ("New: HD Hyundai", "")]
    qtbot.keyClick(picker.field, Qt.Key.Key_Return)
    assert meant(labelled, second) == "HD Hyundai"
    assert len(labelled.session.required().read.who.identities()) == 1
    labelled.actions_by_id["edit.undo"].trigger()
    assert meant(labelled, second) is None


def test_types_new_name_and_finds_identity_by_name(labelled, qtbot):
    first = go(labelled)
    picker = ask(labelled, qtbot)
    qtbot.keyClicks(picker.field, "Hyundai Heavy")
    qtbot.keyClick(picker.field, Qt.Key.Key_Return)
    assert meant(labelled, first) == "Hyundai Heavy"
    second = go(labelled, 1)
    ask(labelled, qtbot)
    qtbot.keyClicks(picker.field, "heavy")
    assert shown(picker)[0][0] == "Hyundai Heavy"
    qtbot.keyClick(picker.field, Qt.Key.Key_Return)
    assert meant(labelled, second) == "Hyundai Heavy"


def test_removes_identity_and_escape_changes_nothing(labelled, qtbot):
    first = go(labelled)
    picker = ask(labelled, qtbot)
    qtbot.keyClick(picker.field, Qt.Key.Key_Return)
    go(labelled)
    ask(labelled, qtbot)
    assert shown(picker) == [("HD Hyundai", "as decided"), ("New: HD Hyundai", ""), ("Nobody in particular", "")]
    qtbot.keyClick(picker.field, Qt.Key.Key_Escape)
    assert meant(labelled, first) == "HD Hyundai"
    go(labelled)
    ask(labelled, qtbot)
    qtbot.keyClick(picker.field, Qt.Key.Key_Up)
    qtbot.keyClick(picker.field, Qt.Key.Key_Return)
    assert meant(labelled, first) is None


def test_roles_and_claims_take_identities_of_the_article(labelled, qtbot):
    go(labelled)
    picker = ask(labelled, qtbot)
    qtbot.keyClick(picker.field, Qt.Key.Key_Return)
    text = labelled.session.opened.document.text
    start = text.index("Die Firma")
    role = labelled.decisions.label(start, start + len("Die Firma"), "attribution", "SPEAKER")
    claim = labelled.decisions.label(text.index("das Schiff"), text.index("ohne Kapitän"), "claims", "CLAIM")
    labelled.decisions.relate(claim, "claimant", role)
    labelled.view.setFocus()
    labelled.aim.activate(claim.id)
    ask(labelled, qtbot)
    assert shown(picker) == [("HD Hyundai", "in this article"), ("New: Die Firma", "")]
    qtbot.keyClick(picker.field, Qt.Key.Key_Return)
    assert meant(labelled, role) == "HD Hyundai"
    again = labelled.decisions.label(start + 4, start + len("Die Firma"), "attribution", "SPEAKER")
    assert [identity.name for identity in mention_identity.proposed(labelled.session, again, "die firma")] == [
        "HD Hyundai"
    ]


def test_cue_has_no_identity(labelled, qtbot):
    start = labelled.session.opened.document.text.index("sagt")
    cue = labelled.decisions.label(start, start + 4, "attribution", "CUE")
    labelled.view.setFocus()
    labelled.aim.activate(cue.id)
    qtbot.keyClick(labelled.view, Qt.Key.Key_I)
    assert "labelled name" in labelled.messages.words


def test_identity_needs_a_labelled_name(window, qtbot):
    window.view.setFocus()
    qtbot.keyClick(window.view, Qt.Key.Key_I)
    assert "labelled name" in window.messages.words
    assert window.findChild(IdentityPicker) is None


def test_full_name_of_the_article_is_offered_for_its_short_form(labelled, qtbot):
    first = go(labelled)
    start = labelled.session.opened.document.text.rindex("Hyundai")
    (whole,) = labelled.session.opened.spans_at(start - 3, start + 7)
    labelled.decisions.remove([whole.id])
    short = labelled.decisions.label(start, start + 7, "entities", "ORG")
    labelled.aim.go(short.start, short.end)
    labelled.aim.activate(short.id)
    picker = ask(labelled, qtbot)
    assert shown(picker) == [(TEXT_NAME, "in this article"), ("New: Hyundai", "")]
    qtbot.keyClick(picker.field, Qt.Key.Key_Return)
    assert (meant(labelled, short), meant(labelled, first)) == (TEXT_NAME, TEXT_NAME)
    labelled.actions_by_id["edit.undo"].trigger()
    assert (meant(labelled, short), meant(labelled, first)) == (None, None)
