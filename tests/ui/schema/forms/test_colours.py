"""Warnings about label colours; proposed colours have none."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from annotator.editing.schema_editing.changes import SchemaChange, add_label
from annotator.editing.schema_editing.new_label import DARK_PAPER, LIGHT_PAPER, fresh_colours, new_label
from annotator.model.schema_file import load
from annotator.model.values import ENTITIES
from ui.base import i18n
from ui.base.look.look import dark, light
from ui.schema.forms.colours import ColourFields, Sample, troubles

NEWS = load("news")
PLACE = NEWS.require_label(ENTITIES, "LOC")


def with_place(**changed):
    label = replace(PLACE, **changed)
    layer = replace(NEWS.layers[0], labels=tuple(label if v.id == "LOC" else v for v in NEWS.layers[0].labels))
    return label, replace(NEWS, layers=(layer, *NEWS.layers[1:]))


def test_default_schema_colours_are_fine(qapp):
    assert [troubles(label, NEWS) for label in NEWS.labels if label.active] == [[]] * 7


def test_unreadable_colour_is_warned_of(qapp):
    assert troubles(*with_place(light="#eedddd")) == [
        "The light colour is too faint on paper: contrast 1.3, at least 4.5 is needed."
    ]
    assert "too dim on dark paper" in troubles(*with_place(dark="#333344"))[0]


def test_contrast_has_comma_in_german(qapp):
    i18n.install("de")
    try:
        (told,) = troubles(*with_place(light="#eedddd"))
    finally:
        i18n.install("en")
    assert "1,3" in told
    assert "4,5" in told


def test_similar_colours_are_warned_of(qapp):
    person = NEWS.require_label(ENTITIES, "PER")
    assert troubles(*with_place(light=person.light)) == ["Hard to tell apart from “Person” for everyone."]
    red_green = troubles(*with_place(light="#8a6f4a", dark="#caa66a"))
    assert any("with red–green colour blindness" in words or "for everyone" in words for words in red_green)
    hidden, schema = with_place(light=person.light, active=False)
    assert troubles(hidden, schema) == []


def test_papers_match_window():
    assert (light({}).paper.name(), dark({}).paper.name()) == (LIGHT_PAPER, DARK_PAPER)


def test_new_label_gets_fresh_colours(qapp):
    taken = {label.light for label in NEWS.labels}
    offered = fresh_colours(NEWS)
    assert offered[0] not in taken
    label, schema = with_place(light=offered[0], dark=offered[1])
    assert fresh_colours(schema) != offered
    assert not any("for everyone" in words for words in troubles(label, schema))


def test_incomplete_colour_is_ignored(qtbot):
    fields = ColourFields()
    qtbot.addWidget(fields)
    fields.show_label(PLACE, NEWS)
    given = []
    fields.edited.connect(lambda: given.append(fields.colours(PLACE)))
    line = fields.lines[0]
    line.selectAll()
    qtbot.keyClicks(line, "#12345")
    assert given == []
    qtbot.keyClicks(line, "6")
    assert [light for light, _ in given] == ["#123456"]


def test_invalid_colour_keeps_previous(qtbot):
    fields = ColourFields()
    qtbot.addWidget(fields)
    fields.show_label(PLACE, NEWS)
    line = fields.lines[0]
    line.selectAll()
    qtbot.keyClicks(line, "#ff00zz")
    assert fields.note.text().startswith("“#ff00zz” is not a colour; the previous one stays")
    assert fields.note.property("role") == "warning"
    assert fields.colours(PLACE) == (PLACE.light, PLACE.dark)
    line.selectAll()
    qtbot.keyClicks(line, "red")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert fields.note.text().startswith("“red” is not a colour")


@pytest.mark.parametrize("name", ["claims", "conll", "fact_checking", "germeval", "news", "ontonotes"])
def test_fresh_colours_have_no_warnings(qapp, name):
    schema = load(name)
    for _ in range(2):
        made = new_label(schema, schema.layers[0].id, "Gruppe")
        assert troubles(made, schema) == []
        schema = add_label(SchemaChange(before=schema, after=schema), made).after


def test_names_three_of_many_similar_labels(qapp):
    person = NEWS.require_label(ENTITIES, "PER")
    layer = NEWS.layers[0]
    twins = tuple(replace(person, id=f"P{number}") for number in range(8))
    schema = replace(NEWS, layers=(replace(layer, labels=(*layer.labels, *twins)), *NEWS.layers[1:]))
    told = troubles(person, schema)
    assert len(told) == 4
    assert told[-1] == "… and from 5 more labels."


def test_dark_colour_follows_light_one_of_same_hue(qtbot):
    fields = ColourFields()
    qtbot.addWidget(fields)
    fields.show_label(PLACE, NEWS)
    light_, dark_ = fields.lines
    light_.selectAll()
    qtbot.keyClicks(light_, "#aa2020")
    assert dark_.text() == "#ea8f8f"
    fields.show_label(*with_place(light="#aa2020", dark="#20a0a0"))
    light_.selectAll()
    qtbot.keyClicks(light_, "#7a5aa6")
    assert dark_.text() == "#20a0a0"


def test_narrow_sample_shortens_its_words(qtbot):
    sample = Sample(is_dark=False)
    qtbot.addWidget(sample)
    sample.show_label("Person with a long name", QColor("#b5477d"))
    sample.resize(82, sample.sizeHint().height())
    picture = sample.grab().toImage()
    edge = {picture.pixelColor(picture.width() - 8, y).name() for y in range(8, picture.height() - 8)}
    assert edge == {picture.pixelColor(8, picture.height() // 2).name()}
