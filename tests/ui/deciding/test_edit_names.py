"""Names of steps, as after "Undo", at the foot and in the history."""

import pytest

from annotator.model.values import CLAIMS, ENTITIES
from tests.ui.opened import open_article, part
from ui.deciding.edit_names import edit_name

CLAIM = "die Stadt spare jährlich viel"
OF_CLAIM = "of Claim “die Stadt spare jährlich vi…”"


@pytest.fixture
def opened(tmp_path, qapp):
    session, decisions = open_article(tmp_path)
    yield session, decisions, decisions.label(*part(CLAIM), CLAIMS, "CLAIM").id
    session.close_project()


def undo_name(session):
    return edit_name(session.next_undo(), session.required().schema, session.required_opened().document)


def test_edit_name_names_single_field(opened):
    session, decisions, claim = opened
    decisions.change(claim, attributes={"kind": "prediction"})
    assert undo_name(session) == f"“Kind” {OF_CLAIM}"
    decisions.change(claim, attributes={"kind": None})
    assert undo_name(session) == f"“Kind” {OF_CLAIM}"
    decisions.change(claim, note="prüfen 🎈")
    assert undo_name(session) == f"“Note” {OF_CLAIM}"
    decisions.change(claim, doubt=True)
    assert undo_name(session) == f"“Doubt” {OF_CLAIM}"


def test_edit_name_of_several_fields(opened):
    session, decisions, claim = opened
    decisions.change(claim, attributes={"kind": "prediction", "worthiness": "CFS"})
    assert undo_name(session) == f"details {OF_CLAIM}"


def test_edit_name_of_claimant_set_and_removed(opened):
    session, decisions, claim = opened
    name = decisions.label(*part("Stadt"), ENTITIES, "ORG")
    decisions.relate(session.opened.span(claim), "claimant", name, {"claimant_kind": "entity"})
    assert undo_name(session) == f"“Claimant” {OF_CLAIM}"
    decisions.unrelate(session.opened.span(claim), list(session.opened.relations), {"claimant_kind": None})
    assert undo_name(session) == f"“Claimant” {OF_CLAIM}"
