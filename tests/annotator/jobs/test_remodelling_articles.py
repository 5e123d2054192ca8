"""Labels of whole articles follow a change of the schema, are counted before it, and return on undo."""

from dataclasses import replace

import pytest

from annotator.editing import edits
from annotator.editing.schema_editing import changes
from annotator.editing.schema_editing.changes import SchemaChange
from annotator.editing.schema_editing.effects import consequences
from annotator.jobs import schema_change
from annotator.model.schema import Schema, Value
from annotator.model.schema_file import dumps, loads
from annotator.model.values import DOCUMENT, DocumentLabel

TOPIC = (DOCUMENT, "topic")


def plain(project):
    return SchemaChange(before=project.schema, after=project.schema)


def said(project, document):
    return [(row.label, row.value, row.annotator) for row in project.read.annotated(document, None).labels]


def classify(project, document, label, value, annotator="anna"):
    present = project.read.annotated(document, None).labels
    project.do(edits.classify(document, present, label, value, annotator=annotator))


@pytest.fixture
def classified(project, document):
    classify(project, document, "topic", "politics")
    classify(project, document, "relevance", "partly")
    return document


def test_document_labels_are_counted_by_label_and_value(project, classified):
    found = schema_change.usage(project.path)
    assert found.fields == {TOPIC: 1, (DOCUMENT, "relevance"): 1}
    assert found.values[(*TOPIC, "politics")] == 1


def test_renamed_document_label_and_value_can_be_undone(project, classified):
    topic = project.schema.attribute(*TOPIC)
    made = changes.put_attribute(plain(project), "topic", replace(topic, id="subject"))
    made = changes.put_value(made, (DOCUMENT, "subject"), "politics", replace(topic.values[0], id="state"))
    assert [found.count for found in consequences(made, schema_change.usage(project.path))] == [1, 1]
    edit, _ = schema_change.remodel(project, made)
    assert edit is not None
    assert edit.document_ids == {classified}
    assert said(project, classified) == [("relevance", "partly", "anna"), ("subject", "state", "anna")]
    assert [label.id for label in project.schema.document_labels] == ["relevance", "subject"]
    schema_change.take_back(project)
    assert said(project, classified) == [("relevance", "partly", "anna"), ("topic", "politics", "anna")]
    assert project.schema.attribute(*TOPIC) == topic


def test_removed_document_label_returns_with_its_values(project, classified):
    schema_change.remodel(project, changes.remove_attribute(plain(project), TOPIC))
    assert said(project, classified) == [("relevance", "partly", "anna")]
    schema_change.take_back(project)
    assert ("topic", "politics", "anna") in said(project, classified)


def test_later_document_labels_survive_undo(project, classified):
    topic = project.schema.attribute(*TOPIC)
    made = changes.put_value(plain(project), TOPIC, "politics", replace(topic.values[0], id="state"))
    schema_change.remodel(project, made)
    classify(project, classified, "topic", "economy")
    schema_change.take_back(project)
    assert ("topic", "economy", "anna") in said(project, classified)
    assert ("topic", "politics", "anna") not in said(project, classified)


def test_two_values_that_become_one_are_said_once(project, classified):
    rows = [DocumentLabel(document=classified, annotator="anna", label="topic", value="economy")]
    imported = tuple(edits.Change(after=row) for row in rows)
    project.do(edits.Edit(kind=edits.EditKind.CLASSIFY, annotator="anna", changes=imported))
    schema_change.remodel(project, changes.remove_value(plain(project), TOPIC, "economy", "politics"))
    assert said(project, classified).count(("topic", "politics", "anna")) == 1
    schema_change.take_back(project)
    assert ("topic", "politics", "anna") in said(project, classified)


def test_smaller_schema_keeps_used_document_labels(project, classified):
    bare = Schema(id="bare", name={}, layers=project.schema.layers)
    _, kept = schema_change.remodel(project, SchemaChange(before=project.schema, after=bare))
    assert set(kept.fields) == {TOPIC, (DOCUMENT, "relevance")}
    assert [label.shown for label in project.schema.document_labels] == [False, False]
    assert loads(dumps(project.schema), name="x") == project.schema


def test_labels_of_articles_are_added_and_put_in_order(project):
    genre = replace(project.schema.attribute(*TOPIC), id="genre", values=(Value(id="news", name={}, help={}),))
    made = changes.move_attribute(changes.add_attribute(plain(project), genre), (DOCUMENT, "genre"), -2)
    assert [label.id for label in made.after.document_labels] == ["genre", "relevance", "topic"]
    assert made.after.attributes == project.schema.attributes
