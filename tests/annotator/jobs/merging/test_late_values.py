"""Fields and values of a copy made before the schema changed: they change as the schema did."""

from contextlib import closing
from dataclasses import replace

import pytest

from annotator.editing import edits
from annotator.editing.schema_editing.changes import put_attribute, put_value, remove_attribute, remove_value
from annotator.model.values import CLAIMS, DOCUMENT, DocumentLabel, Span, SuggestionState
from annotator.project.project import Project
from tests.annotator.jobs.merging.test_merge_cases import merged, remodelled, team, with_firm
from tests.annotator.jobs.merging.test_uniting import Team, copied, done, picture, rows_of
from tests.annotator.made import claim, suggestion

__all__ = ["team"]
KIND, TOPIC = (CLAIMS, "kind"), (DOCUMENT, "topic")


def renamed_value(key, old, new):
    def change(change):
        values = change.after.attribute(*key).values
        return put_value(change, key, old, replace(next(value for value in values if value.id == old), id=new))

    return change


def renamed_field(key, new):
    return lambda change: put_attribute(change, key[1], replace(change.after.attribute(*key), id=new))


def claimed(path, **attributes):
    def make(_, here):
        return edits.add([claim(here.document.id, "sie spare viel", annotator="ben", attributes=attributes)])

    return done(path, "ben", make)


def fields(path):
    (found,) = [row.attributes for row in rows_of(path, "span") if isinstance(row, Span) and row.layer == CLAIMS]
    return dict(found)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (renamed_value(KIND, "opinion", "view"), {"kind": "view", "speech": "direct"}),
        (renamed_field(KIND, "sort"), {"sort": "opinion", "speech": "direct"}),
        (lambda change: remove_value(change, KIND, "opinion", "question"), {"kind": "question", "speech": "direct"}),
        (lambda change: remove_value(change, KIND, "opinion", None), {"speech": "direct"}),
        (lambda change: remove_attribute(change, KIND), {"kind": "opinion", "speech": "direct"}),  # kept, not shown
    ],
)
@pytest.mark.parametrize("into", ["changed", "other"])
def test_value_set_before_a_schema_change_follows_it(team, change, expected, into):
    a, b, _ = team.paths
    remodelled(a, change)
    claimed(b, kind="opinion", speech="direct")
    ours, theirs = (a, b) if into == "changed" else (b, a)
    merged(ours, theirs)
    assert fields(ours) == expected
    with closing(Project.open(ours)) as project:
        assert project._store.check() == []
    merged(theirs, copied(ours, ours.with_name("again.spanwright")))
    assert picture(theirs) == picture(ours)


def test_topic_set_before_a_schema_change_follows_it(team):
    a, b, c = team.paths
    remodelled(a, renamed_value(TOPIC, "economy", "money"))
    for path, name in ((b, "ben"), (c, "cleo")):
        done(path, name, lambda _, here, n=name: edits.classify(here.document.id, (), "topic", "economy", annotator=n))
    merged(a, b, c)
    topics = [(row.annotator, row.value) for row in rows_of(a, "document_label") if isinstance(row, DocumentLabel)]
    assert sorted(topics) == [("ben", "money"), ("cleo", "money")]
    with closing(Project.open(a)) as project:
        assert project._store.check() == []


def test_rejected_suggestion_follows_a_rename(team):
    a, b, _ = team.paths
    with closing(Project.open(b)) as project:
        document = Team.documents(project)[0]
        project.put_suggestions(document, "x", [suggestion(document, "traf", "ORG", source="x")])
        (found,) = [row for row in project.read.suggestions(document) if row.source == "x"]
    remodelled(a, with_firm)
    done(b, "ben", lambda *_: edits.reject([found], annotator="ben"))
    merged(a, b)
    with closing(Project.open(a)) as project:
        (after,) = [row for row in project.read.suggestions(document) if row.id == found.id]
    assert (after.label, after.state) == ("FIRM", SuggestionState.REJECTED)


def test_value_used_again_after_its_removal_stays(team):
    a, b, _ = team.paths
    remodelled(a, renamed_value(KIND, "opinion", "view"))
    remodelled(a, renamed_value(KIND, "demand", "opinion"))
    merged(b, copied(a, a.with_name("again.spanwright")))
    claimed(b, kind="opinion")
    merged(a, b)
    assert fields(a) == {"kind": "opinion"}
