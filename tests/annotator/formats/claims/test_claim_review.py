"""ClaimReview, compared with the rules of schema.org and search engines."""

import json
from datetime import date

from annotator.formats.fit import Options
from annotator.formats.registry import exporter
from tests.annotator.formats.checked import checked
from tests.annotator.formats.reading import SCHEMA

PROPERTIES = {  # of schema.org, for each type; those that search engines require come first
    "ClaimReview": {
        *("claimReviewed", "reviewRating", "author", "itemReviewed", "datePublished", "inLanguage", "citation"),
    },
    "Rating": {"alternateName", "ratingValue", "bestRating", "worstRating", "ratingExplanation"},
    "Claim": {"author", "datePublished", "appearance"},
    "NewsArticle": {"headline", "url", "datePublished", "publisher", "text", "description"},
    "WebPage": {"url", "text", "description"},
    "Person": {"name", "sameAs"},
    "Organization": {"name", "sameAs"},
}


def reviews(path, *stream):
    exporter("claim-review").write(stream, path, Options(schema=SCHEMA))
    page = json.loads(path.read_text("utf-8"))
    assert page["@context"] == "https://schema.org"
    return page["@graph"]


def nodes(value):
    for inner in value.values():
        for node in inner if isinstance(inner, list) else [inner]:
            if isinstance(node, dict):
                yield node
                yield from nodes(node)


def test_properties_fit_their_type_and_are_not_empty(tmp_path):
    for review in reviews(tmp_path / "a.jsonld", checked()):
        for node in (review, *nodes(review)):
            assert set(node) - {"@type", "@id"} <= PROPERTIES[node["@type"]]
            assert all(value not in ("", None) for value in node.values())
        assert {"claimReviewed", "reviewRating"} <= set(review)
        rating = review["reviewRating"]
        assert rating["alternateName"]
        if "ratingValue" in rating:
            assert rating["worstRating"] <= rating["ratingValue"] <= rating["bestRating"]
        if "datePublished" in review:
            date.fromisoformat(review["datePublished"])


def test_verdict_has_schema_name_and_rating(tmp_path):
    supported, refuted, undecided = (r["reviewRating"] for r in reviews(tmp_path / "a.jsonld", checked()))
    assert (supported["alternateName"], supported["ratingValue"]) == ("belegt", 5)
    assert (refuted["alternateName"], refuted["ratingValue"]) == ("widerlegt", 1)
    assert undecided == {"@type": "Rating", "alternateName": "zu wenig Belege"}


def test_evidence_is_cited_with_its_role(tmp_path):
    cited = reviews(tmp_path / "a.jsonld", checked())[1]["citation"]
    assert [node["text"] for node in cited][-4:] == [
        *("Der Satz stieg.", "Er fiel, sagt man.", "Ein Buch, Seite 4", "„Nie“ fiel er.")
    ]
    assert cited[-3] == {
        "@type": "WebPage",
        "url": "https://example.org/b",
        "text": "Er fiel, sagt man.",
        "description": "stützt",
    }
    assert {"NewsArticle", "WebPage"} == {node["@type"] for node in cited}


def test_no_review_gives_empty_graph(tmp_path):
    assert reviews(tmp_path / "a.jsonld") == []
