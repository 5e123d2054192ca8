"""The rows of the label picker; its keys are tested in `test_ask_label`."""

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


def test_active_labels_in_schema_order(qapp):
    rows = label_rows(NEWS, {"entities", "claims"})
    assert [row.id for row in rows] == [
        "entities PER",
        "entities ORG",
        "entities LOC",
        "entities MISC",
        "claims CLAIM",
    ]
    assert {row.depth for row in rows} == {0}


def test_label_stands_below_its_parent(qapp):
    rows = found(label("Firm", "Org"), label("Person"), label("Org"), label("Bank", "Firm"), label("Club", "Org"))
    assert [(row.name, row.depth) for row in rows] == [
        ("Person", 0),
        ("Org", 0),
        ("Firm", 1),
        ("Bank", 2),
        ("Club", 1),
    ]
    assert rows[3].detail == "Things › Org › Firm"


def test_ancestors_are_searched_and_matches_not_indented(qapp):
    rows = found(label("Org"), label("Firm", "Org"), label("Person"))
    assert [(row.name, row.depth) for row in best(rows, "org")] == [("Org", 0), ("Firm", 0)]


def test_inactive_parent_keeps_its_children(qapp):
    rows = found(label("Org", active=False), label("Firm", "Org"))
    assert [(row.name, row.depth, row.detail) for row in rows] == [("Firm", 0, "Things › Org")]


def test_many_labels_are_filtered_fast(qapp):
    rows = found(*(label(f"L{number}") for number in range(3000)))
    assert [row.name for row in best(rows, "l2999")] == ["L2999"]
