"""The rows of the label picker; its keys are tested in `test_ask_label`."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from annotator.model import schema_file
from annotator.model.schema import Label, Layer
from ui.choosing.picker import LabelPicker, best, label_rows

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


@pytest.fixture
def picker(qtbot):
    window = QWidget()
    window.resize(800, 600)
    qtbot.addWidget(window)
    yield LabelPicker(window)
    window.close()


def shown(picker, typed):
    return [(row.name, row.reason) for row in picker.rows_for(typed)]


def test_key_of_label_that_is_not_offered_says_why(picker):
    picker.offer(NEWS, {"entities"}, QRect(), had={"entities PER"})
    assert shown(picker, "5") == [("Date", "not offered in this project")]
    assert shown(picker, "c")[-1] == ("Claim", "of another layer")
    assert shown(picker, "1") == [("Person", "already there")]
    assert shown(picker, "2") == [("Organisation", "")]
    assert shown(picker, "9") == []


def test_many_labels_are_filtered_fast(qapp):
    rows = found(*(label(f"L{number}") for number in range(3000)))
    assert [row.name for row in best(rows, "l2999")] == ["L2999"]
