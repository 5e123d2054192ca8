"""The rows of the picker; how it is used by key stands in `test_asking`."""

from dataclasses import replace

from annotator.model import schema_file
from annotator.model.schema import Label, Layer
from ui.choosing.picker import best, label_rows

NEWS = schema_file.load("news")


def label(id_, parent=None, *, active=True):
    names = {"de": f"{id_} ü", "en": id_}
    return Label(
        id=id_, layer="l", name=names, help={}, key=None, light="#000000", dark="#ffffff", parent=parent, active=active
    )


def found(*labels):
    made = replace(NEWS, layers=(Layer(id="l", name={"en": "Things"}, labels=labels),))
    return label_rows(made, {"l"})


def test_labels_stand_in_the_schemas_order_those_switched_off_are_left_out(qapp):
    rows = label_rows(NEWS, {"entities", "claims"})
    assert [row.id for row in rows] == [
        "entities PER",
        "entities ORG",
        "entities LOC",
        "entities MISC",
        "claims CLAIM",
    ]
    assert {row.depth for row in rows} == {0}


def test_a_label_stands_below_the_one_it_is_a_kind_of(qapp):
    rows = found(label("Firm", "Org"), label("Person"), label("Org"), label("Bank", "Firm"), label("Club", "Org"))
    assert [(row.name, row.depth) for row in rows] == [
        ("Person", 0),
        ("Org", 0),
        ("Firm", 1),
        ("Bank", 2),
        ("Club", 1),
    ]
    assert rows[3].detail == "Things › Org › Firm"


def test_what_stands_above_is_searched_too_and_found_rows_stand_at_the_edge(qapp):
    rows = found(label("Org"), label("Firm", "Org"), label("Person"))
    assert [(row.name, row.depth) for row in best(rows, "org")] == [("Org", 0), ("Firm", 0)]


def test_a_parent_that_is_switched_off_leaves_its_children(qapp):
    rows = found(label("Org", active=False), label("Firm", "Org"))
    assert [(row.name, row.depth, row.detail) for row in rows] == [("Firm", 0, "Things › Org")]


def test_a_great_many_labels_are_filtered_at_once(qapp):
    rows = found(*(label(f"L{number}") for number in range(3000)))
    assert [row.name for row in best(rows, "l2999")] == ["L2999"]
