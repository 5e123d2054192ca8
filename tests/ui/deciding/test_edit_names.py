"""After "Undo", at the foot and in the history a step says which field of which words it changed."""

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


def test_a_step_that_changes_one_field_names_it(opened):
    session, decisions, claim = opened
    decisions.change(claim, attributes={"kind": "prediction"})
    assert undo_name(session) == f"“Kind” {OF_CLAIM}"
    decisions.change(claim, attributes={"kind": None})
    assert undo_name(session) == f"“Kind” {OF_CLAIM}"
    decisions.change(claim, note="prüfen 🎈")
    assert undo_name(session) == f"“Note” {OF_CLAIM}"
    decisions.change(claim, doubt=True)
    assert undo_name(session) == f"“Doubt” {OF_CLAIM}"


def test_a_step_that_changes_several_fields_names_none(opened):
    session, decisions, claim = opened
    decisions.change(claim, attributes={"kind": "prediction", "worthiness": "CFS"})
    assert undo_name(session) == f"details {OF_CLAIM}"


def test_who_says_it_is_named_when_it_is_given_and_when_it_is_taken_away(opened):
    session, decisions, claim = opened
    name = decisions.label(*part("Stadt"), ENTITIES, "ORG")
    decisions.relate(session.opened.span(claim), "claimant", name, {"claimant_kind": "entity"})
    assert undo_name(session) == f"“Claimant” {OF_CLAIM}"
    decisions.unrelate(session.opened.span(claim), list(session.opened.relations), {"claimant_kind": None})
    assert undo_name(session) == f"“Claimant” {OF_CLAIM}"
