"""AVeriTeC's JSON: a list of claims, each with questions; the answers are the evidence.

A project records evidence without questions, so all evidence of a claim answers one empty question. Fields about the
making of a fact-checking article (strategies, location, archived addresses) are null or empty.
Source: https://github.com/MichSchli/AVeriTeC, and https://arxiv.org/abs/2305.13117
"""

from dataclasses import replace
from typing import Any

from annotator.formats.base import Exporter
from annotator.formats.capabilities import ANY_SPANS, CLAIMANT, EVIDENCE, ClaimsOnly
from annotator.formats.claims.claim_facts import (
    CITED,
    CONFLICTING,
    REFUTED,
    SUPPORTED,
    UNDECIDED,
    Claim,
    Evidence,
    Gatherer,
)
from annotator.formats.shared.json_records import list_writer

_LABELS = {
    SUPPORTED: "Supported",
    REFUTED: "Refuted",
    UNDECIDED: "Not Enough Evidence",
    CONFLICTING: "Conflicting Evidence/Cherrypicking",
}
_TYPES = {
    "event_property": "Event/Property Claim",
    "causal": "Causal Claim",
    "numerical": "Numerical Claim",
    "quote_verification": "Quote Verification",
    "position": "Position Statement",
}


def _record(claim: Claim) -> dict[str, Any]:
    document, kind = claim.document, _TYPES.get(claim.value("claim_type"))
    answers = [_answer(evidence) for evidence in claim.evidence]
    return {
        "claim": claim.text,
        "required_reannotation": False,
        "label": _LABELS[claim.value("verdict")],
        "justification": claim.value("verdict_reason"),
        "claim_date": _day(document.published),
        "speaker": claim.claimant.name if claim.claimant is not None else None,
        "original_claim_url": document.url,
        "cached_original_claim_url": None,
        "fact_checking_article": None,
        "reporting_source": document.publisher,
        "location_ISO_code": None,
        "claim_types": [kind] if kind is not None else [],
        "fact_checking_strategies": [],
        "questions": [{"question": "", "answers": answers}] if answers else [],
    }


def _answer(evidence: Evidence) -> dict[str, Any]:
    return {
        "answer": evidence.quote,
        "answer_type": "Extractive",
        "source_url": evidence.url,
        "cached_source_url": None,
        "source_medium": "Web text",
    }


def _day(published: str | None) -> str | None:
    """Return an ISO date in the data set's form: day, month, year, without leading zeros."""
    year, month, day = (published or "").split("T")[0].split("-") if (published or "").count("-") >= 2 else ("",) * 3
    return f"{int(day)}-{int(month)}-{year}" if day.isdigit() and month.isdigit() else None


AVERITEC_OUT = Exporter(
    name="averitec",
    title="AVeriTeC JSON",
    suffix=".json",
    holds=replace(
        ANY_SPANS,
        relations=True,
        identities=True,
        claims=ClaimsOnly(
            fields=frozenset({"claim_text", "claim_type", "claimant_kind", "verdict", "verdict_reason", *CITED}),
            relations=frozenset({CLAIMANT, EVIDENCE}),
            needs=("verdict", frozenset(_LABELS)),
            partly={"claim_type": frozenset(_TYPES), "claimant_kind": frozenset({"entity"})},
        ),
        details=frozenset({"publisher", "url", "published"}),
        bare=False,
    ),
    open=list_writer(lambda fitted, _: map(_record, Gatherer(fitted).claims())),
)
