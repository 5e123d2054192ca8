"""ClaimReview of schema.org as JSON-LD: one graph of reviews for each file, for sites that publish fact checks.

A review should name its page (``url``), which only its publisher knows, so it is left out.
Source: https://schema.org/ClaimReview; what search engines require:
https://developers.google.com/search/docs/appearance/structured-data/factcheck
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from uuid import UUID

from annotator.formats.base import Exporter
from annotator.formats.capabilities import CLAIMANT, EVIDENCE, ClaimsOnly
from annotator.formats.claims.claim_facts import (
    CITED,
    CONFLICTING,
    QUOTED_CLAIMS,
    REFUTED,
    SUPPORTED,
    Claim,
    Claimant,
    Evidence,
    Gatherer,
    role_words,
    value_words,
)
from annotator.formats.fit import Fitted, Options
from annotator.formats.shared.json_records import list_writer
from annotator.model.schema import Schema
from annotator.suggestions.label_roles import BODY, PLACE, USUAL, Roles, roles_of

_BEST, _WORST = 5, 1
_RATINGS = {SUPPORTED: _BEST, CONFLICTING: 3, REFUTED: _WORST}  # undecided claims have no rating
_WIKIDATA = "https://www.wikidata.org/wiki/"


def _reviews(fitted: Fitted, options: Options) -> Iterator[dict[str, Any]]:
    roles = roles_of(options.schema) if options.schema is not None else USUAL
    return (_review(claim, options.schema, roles) for claim in Gatherer(fitted).claims())


def _review(claim: Claim, schema: Schema | None, roles: Roles) -> dict[str, Any]:
    return _known(
        {
            "@type": "ClaimReview",
            "@id": UUID(claim.span.id).urn,
            "claimReviewed": claim.text,
            "datePublished": claim.value("verdict_date"),
            "inLanguage": claim.document.language,
            "author": {"@type": "Person", "name": claim.span.annotator},
            "reviewRating": _rating(claim, schema),
            "citation": [_citation(evidence, claim.document.language) for evidence in claim.evidence] or None,
            "itemReviewed": _known(
                {
                    "@type": "Claim",
                    "author": _author(claim.claimant, roles),
                    "datePublished": claim.document.published,
                    "appearance": _known(
                        {
                            "@type": "NewsArticle",
                            "headline": claim.document.title,
                            "url": claim.document.url,
                            "datePublished": claim.document.published,
                        }
                    ),
                }
            ),
        }
    )


def _rating(claim: Claim, schema: Schema | None) -> dict[str, Any]:
    verdict = claim.value("verdict")
    value = _RATINGS.get(verdict)
    scale = {"ratingValue": value, "bestRating": _BEST, "worstRating": _WORST} if value is not None else {}
    name = value_words(schema, "verdict", verdict, claim.document.language)
    return _known(
        {"@type": "Rating", "alternateName": name, **scale, "ratingExplanation": claim.value("verdict_reason")}
    )


def _citation(evidence: Evidence, language: str) -> dict[str, Any]:
    """Return an article or page that a review is based on, with the evidence's role as its description."""
    return _known(
        {
            "@type": "NewsArticle" if evidence.document else "WebPage",
            "headline": evidence.title,
            "publisher": {"@type": "Organization", "name": evidence.publisher} if evidence.publisher else None,
            "url": evidence.url,
            "datePublished": evidence.published,
            "text": evidence.quote,
            "description": role_words(evidence, language),
        }
    )


def _author(claimant: Claimant | None, roles: Roles) -> dict[str, Any] | None:
    if claimant is None:
        return None
    kind = "Organization" if roles.of(claimant.label) in {BODY, PLACE} else "Person"
    return _known(
        {"@type": kind, "name": claimant.name, "sameAs": _WIKIDATA + claimant.kb_id if claimant.kb_id else None}
    )


def _known(properties: dict[str, Any]) -> dict[str, Any]:
    """Return the properties that are neither None nor ""."""
    return {name: value for name, value in properties.items() if value is not None and value != ""}


CLAIM_REVIEW_OUT = Exporter(
    name="claim-review",
    title="ClaimReview (schema.org)",
    suffix=".jsonld",
    holds=replace(
        QUOTED_CLAIMS,
        annotators=True,
        claims=ClaimsOnly(
            fields=frozenset({"claim_text", "claimant_kind", "verdict", "verdict_date", "verdict_reason", *CITED}),
            relations=frozenset({CLAIMANT, EVIDENCE}),
            needs=("verdict", frozenset()),
            partly={"claimant_kind": frozenset({"entity"})},
        ),
        details=frozenset({"title", "url", "published", "language"}),
        bare=False,
    ),
    open=list_writer(_reviews, '{"@context": "https://schema.org", "@graph": [', "]}"),
)
