"""A walk yields every row once and in order, and counts correctly."""

import pytest

from annotator.editing import edits
from annotator.model.values import CLAIMS, ENTITIES, Relation, Span, SuggestionState
from tests.annotator.made import OTHER, add_article, claim, make_project, span, suggestion


@pytest.fixture
def project(tmp_path):
    made = make_project(tmp_path)
    yield made
    made.close()


@pytest.fixture
def walk(project):
    """Two articles: a claim with a claimant, a place with two labels, a refused suggestion."""
    first, second = add_article(project), add_article(project, "Andere", OTHER)
    said, who = claim(first, "spare viel", attributes={"kind": "opinion", "topic": "x"}), span(first, "EU", "ORG")
    project.do(edits.add([said, who, span(second, "EU", "ORG", text=OTHER), span(second, "EU", "MISC", text=OTHER)]))
    project.do(edits.relate(said, "claimant", who, annotator="anna"))
    project.put_suggestions(first, "de_news", [suggestion(first, "Köln"), suggestion(first, "Kürzlich")])
    refused = project.read.suggestions(first)[:1]
    project.do(edits.reject(refused, annotator="anna"))
    return project.read.walk


def test_walk_yields_rows_by_place_with_words(walk):
    spans = list(walk.spans(ENTITIES))
    assert [words for _, words in spans] == ["EU"] * 3
    assert [(s.document, s.start, s.id) for s, _ in spans] == sorted((s.document, s.start, s.id) for s, _ in spans)
    assert [(words, s.state) for s, words in walk.suggestions(ENTITIES)] == [
        ("Kürzlich", SuggestionState.REJECTED),
        ("Köln", SuggestionState.PENDING),
    ]
    assert [r.label for r in walk.relations(["claimant", "cue"])] == ["claimant"]
    assert list(walk.relations([])) == []
    assert list(walk.identities(["ORG"])) == []


def test_present_returns_existing_rows(walk):
    (relation,) = walk.relations(["claimant"])
    assert walk.present(Relation, [relation.id, "weg"]) == [relation]
    assert {s.id for s in walk.present(Span, [relation.head, relation.tail])} == {relation.head, relation.tail}


def test_walk_counts_uses_of_the_schema(walk):
    assert walk.labels() == {(ENTITIES, "ORG"): 2, (ENTITIES, "MISC"): 1, (CLAIMS, "CLAIM"): 1}
    assert walk.pending() == {(ENTITIES, "LOC"): 1}
    assert walk.fields() == {(CLAIMS, "kind"): 1, (CLAIMS, "topic"): 1}
    assert walk.values(["kind", "stance"]) == {(CLAIMS, "kind", "opinion"): 1}
    assert walk.joined() == {("claimant", (CLAIMS, "CLAIM"), (ENTITIES, "ORG")): 1}
    assert walk.doubles() == {(ENTITIES, "MISC", "ORG"): 1}
    assert walk.words(ENTITIES, "ORG") == {"EU": 2}


def test_heads_count_relations_of_a_span(project, walk):
    assert walk.heads() == {}, "one link alone is none too many"
    first = next(iter(walk.relations(["claimant"])))
    (said,) = project.read.spans_of([first.head])
    place, firm = span(said.document, "Köln"), span(said.document, "EU-Kommission", "ORG")
    project.do(edits.add([place, firm]))
    project.do(edits.relate(said, "object", place, annotator="anna"))
    assert walk.heads() == {(("claimant", 1), ("object", 1)): 1}
    for tail in (place, firm):
        project.do(edits.relate(said, "evidence", tail, annotator="anna"))
    assert walk.heads() == {(("claimant", 1), ("evidence", 2), ("object", 1)): 1}


def test_schema_edits_lists_those_in_force(walk):
    assert walk.schema_edits() == []
