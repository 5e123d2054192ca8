"""The `agreement` command."""

import json

import pytest

from annotator.editing import edits
from annotator.model.values import State
from annotator.project.project import Project
from tests.annotator.made import span


@pytest.fixture
def team(path):
    """Return a project whose first article anna and ben finished."""
    project = Project.open(path)
    document = project.read.find_document("Kürzlich")
    project.set_annotator("ben")
    project.do(edits.add([span(document, "EU", "ORG", annotator="ben"), span(document, "Köln", annotator="ben")]))
    project.do(edits.set_state(None, document, State.DONE, annotator="ben"))
    project.close()
    return path


def test_json_has_the_figures_of_each_layer(team, ask):
    found = json.loads(ask("agreement", team, "--json").out)
    layer = found["layers"]["entities"]
    assert {"f_exact", "f_overlap", "alpha_u", "gamma", "gamma_cat", "articles", "pairs", "interval"} <= layer.keys()
    assert (layer["articles"], layer["pairs"], layer["interval"], layer["kappa"]) == (1, 1, None, None)
    assert layer["f_exact"] == pytest.approx(2 / 3)
    assert found["people"] == ["anna", "ben"]


def test_table_names_layers_and_people(team, ask):
    said = ask("agreement", team).out
    assert "1 article finished by at least two people (anna, ben)" in said
    assert "0.667" in said
    assert "entities" in said
    assert "claims" in said


def test_one_layer_and_two_people(team, ask):
    found = json.loads(
        ask("agreement", team, "--layer", "claims", "--between", "anna,ben", "--measure", "all", "--json").out
    )
    assert list(found["layers"]) == ["claims"]
    assert found["layers"]["claims"]["f_exact"] == 0
    assert found["layers"]["claims"]["kappa"] is not None


def test_missing_figures_have_a_sentence(path, ask):
    assert json.loads(ask("agreement", path, "--layer", "claims", "--json").out)["layers"]["claims"]["lacks"]
    assert "No article is marked as done by two people." in ask("agreement", path, "--layer", "claims").out


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("--between", "anna"), 2, "two different annotators"),
        (("--between", "anna,anna"), 2, "two different annotators"),
        (("--between", "anna,zoe"), 1, "zoe"),
        (("--layer", "stances"), 2, "stances"),
        (("--measure", "some"), 2, "some"),
    ],
)
def test_odd_requests_are_refused(path, ask, arguments, code, said):
    assert said in ask("agreement", path, *arguments, code=code).err
