"""The text about what Apply will do."""

from dataclasses import replace

import pytest

from annotator.editing.schema_editing import changes
from annotator.editing.schema_editing.changes import SchemaChange
from annotator.editing.schema_editing.effects import Usage
from annotator.editing.schema_editing.flaws import flaws
from annotator.model.schema_file import load
from annotator.model.values import CLAIMS, ENTITIES
from ui.schema.outlook import flaw_words, outlook

NEWS = load("news")
LOC, PER, CLAIM = (ENTITIES, "LOC"), (ENTITIES, "PER"), (CLAIMS, "CLAIM")
PLACE = NEWS.require_label(*LOC)
USAGE = Usage(
    labels={LOC: 1204, PER: 1, CLAIM: 3},
    pending={LOC: 40},
    fields={(CLAIMS, "kind"): 3, (CLAIMS, "topic"): 1},
    values={(CLAIMS, "kind", "opinion"): 2, (CLAIMS, "kind", "demand"): 1},
    relations={("claimant", CLAIM, PER): 1, ("object", CLAIM, LOC): 5},
    doubles={(ENTITIES, "LOC", "PER"): 1},
    words={LOC: {"Köln": 10}},
)


@pytest.fixture
def change(qapp):
    return SchemaChange(before=NEWS, after=NEWS)


def test_no_change_has_no_outlook(change):
    assert outlook(change, USAGE) == []


def test_new_colour_changes_no_spans(change):
    made = changes.put_label(change, "LOC", replace(PLACE, light="#112233"))
    assert outlook(made, USAGE) == ["Existing labels do not change."]


def test_guidelines_changed_in_one_language_are_reported(change):
    written = {"en": "A harbour is a place."}
    made = changes.put_label(change, "LOC", replace(PLACE, guidelines={**PLACE.guidelines, **written}))
    told, _ = outlook(made, USAGE)
    assert told == "Only the English guidelines change, not the German ones: Place."
    both = replace(PLACE, guidelines={**written, "de": "Ein Hafen ist ein Ort."})
    assert len(outlook(changes.put_label(change, "LOC", both), USAGE)) == 1


def test_renamed_and_unused_labels(change):
    made = changes.put_label(change, "LOC", replace(PLACE, name={"en": "Spot", "de": "Fleck"}))
    made = changes.remove_label(made, (ENTITIES, "MISC"), None)
    assert outlook(made, USAGE) == [
        "“Place” will be called “Spot”.",
        "Removed as unused: Other name.",
        "Existing labels do not change.",
    ]


def test_new_short_name(change):
    made = changes.put_label(change, "LOC", replace(PLACE, id="SPOT"))
    assert outlook(made, USAGE, {"PER", "LOC"}) == [
        "“LOC” becomes “SPOT”: 1,204 labels.",
        "Models know “LOC” but not “SPOT”: they will not suggest it.",
    ]
    assert len(outlook(made, USAGE, {"PER", "LOC", "SPOT"})) == 1


def test_merge_removal_and_split(change):
    assert outlook(changes.remove_label(change, LOC, "PER"), USAGE)[:2] == [
        "“Place” becomes “Person”: 1,204 labels.",
        "Where “Place” and “Person” cover the same words, one stays: one place.",
    ]
    assert outlook(changes.remove_label(change, LOC, None), USAGE)[:3] == [
        "“Place” is removed, and 1,204 labels with it.",
        "“Object” loses 5 relations.",
        "“Place” loses 40 suggestions.",
    ]
    new = replace(PLACE, id="GPE", name={"en": "State"}, key=None)
    assert outlook(changes.split_label(change, LOC, new, ["Köln"]), USAGE) == [
        "“Place” becomes “State”: 10 labels.",
        "New: State.",
    ]


def test_values_fields_relations_and_rules(change):
    made = changes.remove_value(change, (CLAIMS, "kind"), "opinion", "demand")
    made = changes.remove_value(made, (CLAIMS, "kind"), "question", None)
    made = changes.remove_attribute(made, (CLAIMS, "topic"))
    made = changes.remove_relation(made, "claimant", None)
    made = changes.remove_rule(made, made.after.rules[0].id)
    said = outlook(made, USAGE)
    assert "“opinion” becomes “demand” in 2 labels." in said
    assert "The field “Topic” is removed, with its values in one label." in said
    assert "“Claimant” loses one relation." in said
    assert said[-1].endswith("rules are removed.")


def test_excess_relations(change):
    made = changes.remove_relation(change, "object", "claimant")
    usage = replace(USAGE, heads={(("claimant", 1), ("object", 1)): 2})
    assert outlook(made, usage)[:2] == [
        "“Object” becomes “Claimant”: 5 relations.",
        "“Claimant” is allowed once; 2 labels will have more.",
    ]
    once = replace(NEWS.require_relation("evidence"), single=True)
    made = changes.put_relation(change, "evidence", once)
    assert outlook(made, replace(USAGE, heads={(("evidence", 2),): 1}))[0] == (
        "“Evidence” is allowed once; one label will have more."
    )


def test_hidden_and_kept_labels(change):
    made = change
    for label in NEWS.layers[0].labels[:4]:
        made = changes.put_label(made, label.id, replace(label, active=False))
    hidden = "No longer offered: Person, Organisation, Place and 1 more."
    assert hidden in outlook(made, USAGE)
    bare = SchemaChange(before=NEWS, after=replace(NEWS, layers=(), attributes=(), relations=(), rules=()))
    assert outlook(bare, USAGE)[0] == "In use, so kept but no longer offered: LOC, PER, CLAIM and 4 more."


def test_flaws(change):
    made = changes.put_label(change, "LOC", replace(PLACE, key="c"))
    made = changes.put_label(made, "PER", replace(NEWS.require_label(*PER), name={}))
    assert [flaw_words(flaw, made.after) for flaw in flaws(made.after)] == [
        "“PER” has no name yet.",
        "“Claim” and “Place” have the same key: C.",
    ]
