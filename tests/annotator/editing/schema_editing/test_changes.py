from dataclasses import replace

import pytest

from annotator.editing.schema_editing import changes
from annotator.editing.schema_editing.changes import Fates, SchemaChange, reshaped, reshaped_suggestion
from annotator.model.schema import Attribute, AttributeKind, Layer, RelationType, Value
from annotator.model.schema_file import dumps, load, loads
from annotator.model.values import CLAIMS, ENTITIES, SuggestionState
from tests.annotator.made import claim, span, suggestion

NEWS = load("news")
PLACE = NEWS.require_label(ENTITIES, "LOC")
STATE = replace(PLACE, id="GPE", key="8", name={"de": "Staat", "en": "State"})


@pytest.fixture
def change():
    return SchemaChange(before=NEWS, after=NEWS)


def labels(change, layer=ENTITIES):
    return [label.id for label in change.after.labels if label.layer == layer]


def becomes(change, label, words="Köln"):
    return change.fates.label(ENTITIES, label, words)


def test_nothing_is_changed_at_first(change):
    assert not change.changes_anything
    assert changes.put_label(change, "LOC", STATE).changes_anything


def test_renamed_label_updates_spans_and_references(change):
    object_of = RelationType(
        id="seat", name={}, help={}, head=(f"{ENTITIES}.ORG",), tail=(f"{ENTITIES}.LOC", f"{ENTITIES}.PER")
    )
    made = changes.add_relation(change, object_of)
    made = changes.put_label(made, "PER", replace(NEWS.require_label(ENTITIES, "PER"), parent="LOC"))
    made = changes.put_label(made, "LOC", STATE)
    assert becomes(made, "LOC") == "GPE"
    assert made.after.require_label(ENTITIES, "PER").parent == "GPE"
    assert made.after.require_relation("seat").tail == (f"{ENTITIES}.GPE", f"{ENTITIES}.PER")
    back = changes.put_label(made, "GPE", PLACE)
    assert back.fates == Fates()
    assert loads(dumps(made.after), name="again") == made.after


def test_names_may_be_exchanged_without_mixing_the_spans_up(change):
    person, place = NEWS.require_label(ENTITIES, "PER"), PLACE
    made = changes.put_label(change, "PER", replace(person, id="X"))
    made = changes.put_label(made, "LOC", replace(place, id="PER"))
    made = changes.put_label(made, "X", replace(person, id="LOC"))
    assert (becomes(made, "PER"), becomes(made, "LOC")) == ("LOC", "PER")


def test_merged_label_follows_later_renames(change):
    made = changes.remove_label(change, (ENTITIES, "ORG"), "MISC")
    assert becomes(made, "ORG") == "MISC"
    assert "ORG" not in labels(made)
    made = changes.put_label(made, "MISC", replace(NEWS.require_label(ENTITIES, "MISC"), id="REST"))
    assert (becomes(made, "ORG"), becomes(made, "MISC")) == ("REST", "REST")
    made = changes.remove_label(made, (ENTITIES, "REST"), None)
    assert (becomes(made, "ORG"), becomes(made, "MISC")) == (None, None)


def test_children_of_a_removed_label_move_to_its_replacement(change):
    person = NEWS.require_label(ENTITIES, "PER")
    made = changes.put_label(change, "PER", replace(person, parent="LOC"))
    assert changes.remove_label(made, (ENTITIES, "LOC"), "MISC").after.require_label(ENTITIES, "PER").parent == "MISC"
    assert changes.remove_label(made, (ENTITIES, "LOC"), "PER").after.require_label(ENTITIES, "PER").parent is None
    assert changes.remove_label(made, (ENTITIES, "LOC"), None).after.require_label(ENTITIES, "PER").parent is None


def test_new_label_with_an_old_name_gets_no_old_spans(change):
    made = changes.remove_label(change, (ENTITIES, "LOC"), "MISC")
    made = changes.add_label(made, PLACE)
    made = changes.put_label(made, "LOC", STATE)
    assert becomes(made, "LOC") == "MISC"


def test_label_is_split_by_words_of_spans(change):
    made = changes.split_label(change, (ENTITIES, "LOC"), STATE, ["Köln", "Brüssel"])
    assert labels(made)[labels(made).index("LOC") + 1] == "GPE"
    assert [becomes(made, "LOC", words) for words in ("Köln", "Elbe")] == ["GPE", "LOC"]
    called = changes.put_label(made, "GPE", replace(STATE, id="CITY"))
    assert [becomes(called, "LOC", words) for words in ("Köln", "Elbe")] == ["CITY", "LOC"]
    given_up = changes.remove_label(made, (ENTITIES, "GPE"), None)
    assert [becomes(given_up, "LOC", words) for words in ("Köln", "Elbe")] == ["LOC", "LOC"]
    assert not given_up.changes_anything


def test_labels_fields_values_and_relations_are_moved_in_their_order(change):
    order = labels(change)
    made = changes.move_label(change, (ENTITIES, order[1]), -1)
    assert labels(made)[:2] == [order[1], order[0]]
    assert changes.move_label(change, (ENTITIES, order[0]), -1).after == NEWS
    fields = [field.id for field in NEWS.attributes_of(CLAIMS)]
    moved = changes.move_attribute(change, (CLAIMS, fields[0]), 1)
    assert [field.id for field in moved.after.attributes_of(CLAIMS)][:2] == [fields[1], fields[0]]
    assert moved.after.attributes_of(ENTITIES) == NEWS.attributes_of(ENTITIES)
    values = [value.id for value in NEWS.attributes_of(CLAIMS)[0].values]
    moved = changes.move_value(change, (CLAIMS, fields[0]), values[0], 2)
    assert [value.id for value in moved.after.attributes_of(CLAIMS)[0].values][:3] == [values[1], values[2], values[0]]
    relations = [relation.id for relation in NEWS.relations]
    moved = changes.move_relation(change, relations[1], -1)
    assert [relation.id for relation in moved.after.relations][:2] == [relations[1], relations[0]]


def test_renamed_fields_and_values_update_spans(change):
    kind = NEWS.attribute(CLAIMS, "kind")
    assert kind is not None
    made = changes.put_attribute(change, "kind", replace(kind, id="sort"))
    made = changes.put_value(made, (CLAIMS, "sort"), "opinion", replace(kind.values[1], id="view"))
    made = changes.remove_value(made, (CLAIMS, "sort"), "question", "view")
    made = changes.remove_value(made, (CLAIMS, "sort"), "demand", None)
    made = changes.add_value(made, (CLAIMS, "sort"), Value(id="doubt", name={}, help={}), after="fact_claim")
    found = made.after.attribute(CLAIMS, "sort")
    assert found is not None
    assert [value.id for value in found.values] == ["fact_claim", "doubt", "view", "prediction", "none"]
    said = [
        reshaped(claim("d", "spare", attributes={"kind": value, "topic": "x"}), "spare", made.fates)
        for value in ("opinion", "question", "demand", "prediction")
    ]
    assert [s.attributes for s in said if s is not None] == [
        {"sort": "view", "topic": "x"},
        {"sort": "view", "topic": "x"},
        {"topic": "x"},
        {"sort": "prediction", "topic": "x"},
    ]


def test_removed_field_removes_its_values(change):
    made = changes.remove_attribute(change, (CLAIMS, "topic"))
    said = reshaped(claim("d", "spare", attributes={"topic": "x", "kind": "opinion"}), "spare", made.fates)
    assert said is not None
    assert said.attributes == {"kind": "opinion"}
    assert made.after.attribute(CLAIMS, "topic") is None


def test_what_is_new_is_put_where_it_belongs(change):
    made = changes.add_layer(change, Layer(id="places", name={"en": "Places"}, labels=()))
    made = changes.add_label(made, replace(PLACE, layer="places", key=None))
    made = changes.put_layer(made, replace(made.after.layers[-1], name={"en": "Where"}))
    field = Attribute(id="since", layer="places", kind=AttributeKind.DATE, name={}, help={})
    made = changes.add_attribute(made, field)
    assert [label.id for label in made.after.layers[-1].labels] == ["LOC"]
    assert made.after.layers[-1].name == {"en": "Where"}
    assert made.after.attributes[-1] == field
    assert made.fates == Fates()
    assert loads(dumps(made.after), name="again") == made.after


def test_relations_are_renamed_or_removed(change):
    cue = NEWS.require_relation("cue")
    made = changes.put_relation(change, "cue", replace(cue, id="signal"))
    assert made.fates.relations == {"cue": "signal"}
    assert changes.remove_relation(made, "signal", None).fates.relations == {"cue": None}
    assert changes.put_relation(made, "signal", cue).fates == Fates()


def test_a_rule_is_taken_away_without_touching_what_was_said(change):
    first, *others = NEWS.rules
    made = changes.remove_rule(change, first.id)
    assert made.after.rules == tuple(others)
    assert made.fates == Fates()


def test_rejection_survives_rename_and_removed_label_is_superseded(change):
    renamed = changes.put_label(change, "LOC", STATE).fates
    refused = suggestion("d", "Köln", state=SuggestionState.REJECTED)
    assert reshaped_suggestion(refused, "Köln", renamed) == replace(refused, label="GPE")
    gone = changes.remove_label(change, (ENTITIES, "LOC"), None).fates
    assert reshaped_suggestion(suggestion("d", "Köln"), "Köln", gone).state is SuggestionState.SUPERSEDED
    assert reshaped_suggestion(refused, "Köln", gone) == refused
    assert reshaped(span("d", "Köln"), "Köln", gone) is None


def test_rules_follow_renames_but_not_merges(change):
    kind, claimant = NEWS.attribute(CLAIMS, "kind"), NEWS.relation("claimant")
    assert kind is not None
    assert claimant is not None
    made = changes.put_label(change, "PER", replace(NEWS.require_label(ENTITIES, "PER"), id="HUMAN"))
    made = changes.put_value(made, (CLAIMS, "kind"), "opinion", replace(kind.values[1], id="view"))
    called = made.after.attribute(CLAIMS, "kind")
    assert called is not None
    made = changes.put_attribute(made, "kind", replace(called, id="sort"))
    made = changes.put_relation(made, "claimant", replace(claimant, id="said_by"))
    assert made.after.rules != NEWS.rules
    assert changes.rules_renamed(made) == made.after.rules
    merged = changes.remove_value(change, (CLAIMS, "kind"), "opinion", "fact_claim")
    assert changes.rules_renamed(merged) == NEWS.rules
    assert merged.after.rules != NEWS.rules
