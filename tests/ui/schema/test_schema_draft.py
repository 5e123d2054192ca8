"""The draft finds parts by place and counts them under their earlier names."""

from dataclasses import replace

import pytest

from annotator.editing.schema_editing import changes
from annotator.editing.schema_editing.effects import Usage
from annotator.model.schema_file import load
from annotator.model.values import CLAIMS, ENTITIES
from ui.schema.schema_draft import Draft, PartKind, PartPlace, called, called_at, place_of

NEWS = load("news")


@pytest.fixture
def draft(qapp):
    made = Draft(NEWS)
    made.count(
        Usage(
            labels={(ENTITIES, "LOC"): 4, (ENTITIES, "ORG"): 2, (CLAIMS, "CLAIM"): 3},
            fields={(CLAIMS, "kind"): 3},
            values={(CLAIMS, "kind", "opinion"): 2},
            relations={("cue", (CLAIMS, "CLAIM"), ("attribution", "CUE")): 5},
        )
    )
    return made


def test_finds_and_names_every_part(draft):
    assert called(draft.part(PartPlace(PartKind.LAYER, (CLAIMS,)))) == "Claims"
    assert called(draft.part(PartPlace(PartKind.LABEL, (ENTITIES, "LOC")))) == "Place"
    assert called(draft.part(PartPlace(PartKind.FIELD, (CLAIMS, "kind")))) == "Kind"
    assert called(draft.part(PartPlace(PartKind.VALUE, (CLAIMS, "kind", "opinion")))) == "opinion"
    assert called(draft.part(PartPlace(PartKind.RELATION, ("cue",)))) == "Cue"
    assert draft.part(PartPlace(PartKind.RULE, (NEWS.rules[0].id,))) == NEWS.rules[0]
    assert draft.part(PartPlace(PartKind.RULES)) is None
    assert draft.part(PartPlace(PartKind.VALUE, (CLAIMS, "weg", "x"))) is None
    assert called_at(NEWS, PartPlace(PartKind.LABEL, (ENTITIES, "FREMD"))) == "FREMD"


def test_place_of_ids():
    assert place_of(("cue",), NEWS).kind is PartKind.RELATION
    assert place_of((CLAIMS,), NEWS).kind is PartKind.LAYER
    assert place_of((ENTITIES, "LOC"), NEWS).kind is PartKind.LABEL
    assert place_of((CLAIMS, "kind"), NEWS).kind is PartKind.FIELD
    assert place_of((CLAIMS, "kind", "opinion"), NEWS).kind is PartKind.VALUE


def test_uses_follow_renames_and_merges(draft):
    made = changes.put_label(draft.change, "LOC", replace(NEWS.require_label(ENTITIES, "LOC"), id="GPE"))
    made = changes.remove_label(made, (ENTITIES, "ORG"), "GPE")
    kind = NEWS.attribute(CLAIMS, "kind")
    assert kind is not None
    made = changes.put_attribute(made, "kind", replace(kind, id="sort"))
    made = changes.put_value(made, (CLAIMS, "sort"), "opinion", replace(kind.values[1], id="view"))
    made = changes.put_relation(made, "cue", replace(NEWS.require_relation("cue"), id="signal"))
    draft.put(made)
    assert draft.uses(PartPlace(PartKind.LABEL, (ENTITIES, "GPE"))) == 6
    assert draft.uses(PartPlace(PartKind.FIELD, (CLAIMS, "sort"))) == 3
    assert draft.uses(PartPlace(PartKind.VALUE, (CLAIMS, "sort", "view"))) == 2
    assert draft.uses(PartPlace(PartKind.RELATION, ("signal",))) == 5
    assert draft.uses(PartPlace(PartKind.LAYER, (CLAIMS,))) == 0


def test_changed_only_on_change(draft, qtbot):
    with qtbot.assertNotEmitted(draft.changed):
        draft.put(draft.change)
    with qtbot.waitSignal(draft.changed):
        draft.begin(replace(NEWS, id="mine"))
