"""The people who have worked in a project, known by their labels, states and decisions."""

import pytest

from annotator.editing import edits
from annotator.model.values import State, SuggestionState
from annotator.system.errors import StoreError
from tests.annotator.made import OTHER, add_article, claim, make_project, span, suggestion


@pytest.fixture
def project(tmp_path):
    made = make_project(tmp_path)
    yield made
    made.close()


@pytest.fixture
def document(project):
    return add_article(project)


def join(project, *names):
    for name in names:
        project._store.add_annotator(name)


def test_annotators_without_anything_are_left_out(project, document):
    join(project, "ben")
    assert project.read.annotators() == ["anna", "ben"]
    assert project.read.people.present() == []


def test_labelling_finds_each_annotator_of_each_label(project, document):
    other = add_article(project, "Brüssel", OTHER)
    join(project, "ben", "cleo", "dora")
    rows = [span(document, "Köln", annotator=name) for name in ("ben", "cleo")]
    rows += [span(document, "EU-Kommission", "ORG", annotator=name) for name in ("anna", "cleo")]
    rows += [span(other, "Brüssel", text=OTHER, annotator="ben"), claim(document, "sie spare viel", "dora")]
    project.do(edits.add(rows))
    assert project.read.people.labelling() == ["anna", "ben", "cleo", "dora"]


def test_finished_articles_and_rejections_count_as_present(project, document):
    join(project, "ben", "cleo")
    project.do(edits.set_state(None, document, State.DONE, annotator="ben"))
    project.put_suggestions(document, "de_news", [suggestion(document, "Köln")])
    (pending,) = project.read.suggestions(document, SuggestionState.PENDING)
    project.do(edits.reject([pending], annotator="cleo"))
    people = project.read.people
    assert (people.labelling(), people.present()) == ([], ["ben", "cleo"])


def test_states_count_finished_articles_of_all(project, document):
    join(project, "ben")
    other = add_article(project, "Brüssel", OTHER)
    for name in ("anna", "ben"):
        project.do(edits.set_state(None, document, State.DONE, annotator=name))
    project.do(edits.set_state(None, other, State.SKIPPED, annotator="ben"))
    assert project.read.people.states() == [("anna", "done", 1), ("ben", "done", 1), ("ben", "skipped", 1)]


def test_unknown_name_is_refused_with_the_known_ones(project):
    join(project, "ben")
    project.read.people.require("ben")
    with pytest.raises(StoreError, match=r"No annotator called zoe .* Annotators: anna, ben\."):
        project.read.people.require("zoe")
