"""ClaimReview, held to what schema.org and search engines say."""

import json
from datetime import date

from annotator.formats.fit import Options
from annotator.formats.table import exporter
from tests.annotator.formats.checked import checked
from tests.annotator.formats.reading import SCHEMA

PROPERTIES = {  # of schema.org, for each type; those that search engines require come first
    "ClaimReview": {"claimReviewed", "reviewRating", "author", "itemReviewed", "datePublished", "inLanguage"},
    "Rating": {"alternateName", "ratingValue", "bestRating", "worstRating", "ratingExplanation"},
    "Claim": {"author", "datePublished", "appearance"},
    "NewsArticle": {"headline", "url", "datePublished"},
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
        if isinstance(inner, dict):
            yield inner
            yield from nodes(inner)


def test_every_property_is_one_of_its_type_and_none_is_empty(tmp_path):
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


def test_the_verdict_is_said_in_the_words_of_the_schema_and_on_a_scale(tmp_path):
    supported, refuted, undecided = (r["reviewRating"] for r in reviews(tmp_path / "a.jsonld", checked()))
    assert (supported["alternateName"], supported["ratingValue"]) == ("belegt", 5)
    assert (refuted["alternateName"], refuted["ratingValue"]) == ("widerlegt", 1)
    assert undecided == {"@type": "Rating", "alternateName": "zu wenig Belege"}


def test_nothing_to_review_is_an_empty_graph(tmp_path):
    assert reviews(tmp_path / "a.jsonld") == []
