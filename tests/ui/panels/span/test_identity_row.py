"""Identity of a mention, shown and decided in the inspector."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.commands.test_ask_identity import ask, go, meant
from ui.commands.ask_label import IdentityPicker

TEXT_NAME = "HD Hyundai"


@pytest.fixture
def labelled(window, qtbot):
    """The window with two mentions of a company, the first with an identity."""
    text = window.session.opened.document.text
    for start in (text.index(TEXT_NAME), text.rindex(TEXT_NAME)):
        window.decisions.label(start, start + len(TEXT_NAME), "entities", "ORG")
    go(window)
    qtbot.keyClick(ask(window, qtbot).field, Qt.Key.Key_Return)
    return window


def row(window):
    window.panels.inspector._later.catch_up()
    return window.panels.inspector._who


def field(window):
    return row(window)._grid.field("own.identity")


def test_decided_and_proposed_identity(labelled):
    go(labelled)
    assert (field(labelled).shown.words, field(labelled).shown.proposed) == ("HD Hyundai", False)
    go(labelled, 1)
    assert (field(labelled).shown.words, field(labelled).shown.proposed) == ("the same as HD Hyundai?", True)


def test_key_and_return_take_proposed_identity(labelled, qtbot):
    second = go(labelled, 1)
    inspector = labelled.panels.inspector
    inspector.open_keyboard()
    qtbot.keyClick(inspector, Qt.Key.Key_W)
    qtbot.keyClick(QApplication.activePopupWidget(), Qt.Key.Key_Return)
    assert meant(labelled, second) == "HD Hyundai"
    assert field(labelled).shown.proposed is False
    labelled.actions_by_id["edit.undo"].trigger()
    assert field(labelled).shown.proposed is True


def test_key_twice_opens_identity_picker(labelled, qtbot):
    go(labelled, 1)
    inspector = labelled.panels.inspector
    inspector.open_keyboard()
    qtbot.keyClick(inspector, Qt.Key.Key_W)
    qtbot.keyClick(QApplication.activePopupWidget(), Qt.Key.Key_W)
    assert labelled.findChild(IdentityPicker).isVisible()


def test_key_without_proposal_opens_identity_picker(labelled, qtbot):
    text = labelled.session.opened.document.text
    place = text.index("Weifang")
    span = labelled.decisions.label(place, place + len("Weifang"), "entities", "LOC")
    labelled.aim.activate(span.id)
    assert field(labelled).shown.words == ""
    inspector = labelled.panels.inspector
    inspector.open_keyboard()
    qtbot.keyClick(inspector, Qt.Key.Key_W)
    assert labelled.findChild(IdentityPicker).isVisible()


def test_renamed_identity_is_shown(labelled):
    from dataclasses import replace

    from annotator.editing.identities import describe

    go(labelled)
    project = labelled.session.required()
    (identity,) = project.read.who.identities()
    assert labelled.session.do(describe(identity, replace(identity, name="Hyundai Heavy"), annotator="anna"))
    assert field(labelled).shown.words == "Hyundai Heavy"


def test_no_identity_row_for_claims_or_nothing(labelled):
    labelled.aim.activate(None)
    assert row(labelled).isHidden()
