"""Reading a project with the package `spanwright`."""

import dataclasses
import gzip
from pathlib import Path

import pytest

import spanwright
from tests.annotator.made import make_project
from tests.spanwright.news import FERRY, SHIPS

GOLDEN = Path(__file__).parents[1] / "golden"


@pytest.fixture
def project(news):
    with spanwright.open(news) as opened:
        yield opened


def test_articles_come_in_order_with_their_facts(project):
    first, second = project.articles()
    assert (first.title, first.text, first.language, first.publisher) == ("Ferry line", FERRY, "en", "Holm Courier")
    assert (first.split, first.state, second.split, second.state) == ("train", "done", "dev", "open")
    assert [each.title for each in project.articles(state="done")] == ["Ferry line"]
    assert [each.title for each in project.articles(title="FÄHR")] == ["Zwei Fähren"]


def test_offsets_are_code_points_end_exclusive(project):
    for span in project.spans():
        text = project.article(span.article_id).text
        assert text[span.start : span.end] == span.quote
    (captain,) = project.spans(article="Zwei Fähren")
    assert captain.start == SHIPS.index("Ole Timm")


def test_spans_are_chosen_by_layer_label_and_annotator(project):
    assert [span.quote for span in project.spans(layer="entities", label="PER")] == ["Ilka Brandt", "Ole Timm"]
    assert {span.layer for span in project.spans(annotator="anna")} == {"entities", "claims"}


def test_claim_names_claimant_and_other_ends(project):
    (claim,) = project.claims()
    assert isinstance(claim, spanwright.Claim)
    assert claim.claimant == "Ilka Brandt"
    (related,) = claim.related
    assert (related.relation, related.label, FERRY[related.start : related.end]) == ("claimant", "PER", "Ilka Brandt")


def test_suggestions_are_chosen_by_state_and_source(project):
    assert [each.quote for each in project.suggestions(source="de_news")] == ["Nordwind", "Kapitän"]
    assert list(project.suggestions(state="rejected")) == []
    assert len(list(project.suggestions(state=None, label="ORG"))) == 1


def test_records_are_frozen_and_outlive_the_file(news):
    with spanwright.open(news) as project:
        span = next(project.spans())
    with pytest.raises(dataclasses.FrozenInstanceError):
        span.label = "ORG"  # type: ignore[misc]
    assert span.quote == "Ilka Brandt"


def test_loop_begins_anew_and_next_goes_on(project):
    spans = project.spans()
    assert len(list(spans)) == len(list(spans)) == 4
    assert next(spans) != next(spans)


@pytest.mark.parametrize(
    ("ask", "words"),
    [
        (lambda p: p.article("Nowhere"), "no article Nowhere"),
        (lambda p: list(p.articles(state="finished")), "open, done, skipped"),
        (lambda p: list(p.spans(layer="names")), "Layers: entities"),
        (lambda p: list(p.spans(label="PERSON")), "PERSON is not one of: PER, ORG"),
        (lambda p: list(p.spans(article=next(p.articles()))), "article.article_id"),
        (lambda p: list(p.spans(annotator="zoe")), "Annotators: anna"),
        (lambda p: list(p.suggestions(state="new")), "pending, held"),
        (lambda p: p.spans(layer=["claims"]), "entities, claims"),
        (lambda p: p.articles(title=None), "title must be a text, not None"),
        (lambda p: p.article("Ferry\ud800"), r"half a character.*'Ferry\\ud800'"),
        (lambda p: list(p.spans(article="\udc00")), "half a character"),
        (lambda p: list(p.articles(title="\ud800")), "half a character"),
        (lambda p: list(p.spans(annotator="\ud800")), "Annotators: anna"),
    ],
)
def test_wrong_word_is_refused_with_the_right_ones(project, ask, words):
    with pytest.raises(spanwright.Error, match=words):
        ask(project)


def test_closed_project_says_so(news):
    with spanwright.open(news) as project:
        spans = project.spans()
    with pytest.raises(spanwright.Error, match=r"news\.spanwright was closed"):
        list(spans)


def test_missing_file_is_named(tmp_path):
    for name in ("Köln.spanwright", "Köln\0.spanwright"):
        with pytest.raises(spanwright.Error, match=r"There is no project at .*Köln"):
            spanwright.open(tmp_path / name)


@pytest.mark.parametrize("packed", sorted((GOLDEN / "projects").glob("*.gz")), ids=lambda path: path.name[:4])
def test_older_file_is_refused_or_migrated(tmp_path, packed):
    path = tmp_path / "alt.spanwright"
    path.write_bytes(gzip.decompress(packed.read_bytes()))
    if packed != max((GOLDEN / "projects").glob("*.gz")):
        with pytest.raises(spanwright.Error, match="migrate=True"):
            spanwright.open(path)
    with spanwright.open(path, migrate=True) as project:
        assert len(list(project.articles())) == 1
        assert len(list(project.spans())) >= 1


def test_project_open_for_writing_elsewhere_can_be_read(tmp_path):
    made = make_project(tmp_path)
    with spanwright.open(made.path) as project:
        assert list(project.articles()) == []
    made.close()


def test_missing_package_says_how_to_install_it(project, monkeypatch):
    monkeypatch.setattr("spanwright.records.find_spec", lambda _name: None)
    for ask in (project.spans().to_pandas, project.spans().to_dataset):
        with pytest.raises(spanwright.Error, match="pip install"):
            ask()


def test_all_names_of_the_package_are_there():
    for name in spanwright.__all__:
        assert getattr(spanwright, name).__doc__
    with pytest.raises(AttributeError):
        spanwright.close  # noqa: B018
