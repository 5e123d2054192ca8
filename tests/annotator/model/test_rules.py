import pytest

from annotator.model.rules import faults, faults_of
from annotator.model.schema_file import load
from annotator.model.values import ATTRIBUTION, ENTITIES, Relation, new_id
from tests.annotator.made import claim, span
from tests.annotator.schemas import small_schema

DOCUMENT = "1" * 32


def related(head, label, tail):
    return Relation(id=new_id(), label=label, head=head.id, tail=tail.id, annotator="anna")


def broken(spans, relations=(), schema=None):
    return [(fault.span.id, fault.rule.id) for fault in faults(schema or load("news"), spans, relations)]


@pytest.mark.parametrize(
    ("attributes", "rules"),
    [
        ({}, []),
        ({"kind": "fact_claim", "fact_type": "quantity", "worthiness": "CFS", "verdict": "supported"}, []),
        ({"kind": "question", "verdict": "refuted"}, ["verdict_of_facts"]),
        ({"kind": "question", "worthiness": "NFS"}, []),
        ({"kind": "opinion", "fact_type": "quantity"}, ["fact_type_of_facts"]),
        (
            {"kind": "demand", "claim_type": "causal", "worthiness": "CFS"},
            ["claim_type_of_facts", "only_facts_are_checked"],
        ),
        ({"kind": "fact_claim", "worthiness": "NFS"}, ["facts_are_worth_something"]),
        ({"claimant_kind": "entity"}, ["name_has_claimant"]),
        ({"verdict_reason": "Das Amt nennt 40 🎈"}, ["reason_has_verdict"]),
        ({"verdict": "refuted", "verdict_reason": "Das Amt nennt 40 🎈"}, []),
        ({"kind": ["question"], "verdict": "refuted"}, []),
    ],
)
def test_rules_about_claim_fields(attributes, rules):
    said = claim(DOCUMENT, "sie spare viel", attributes=attributes)
    assert broken([said]) == [(said.id, rule) for rule in rules]


@pytest.mark.parametrize(
    ("layer", "label", "kind", "rules"),
    [
        (ENTITIES, "ORG", "entity", []),
        (ENTITIES, "LOC", "entity", []),  # "die Stadt will": rules propose places that speak, and agree with this one
        (ENTITIES, "MISC", "entity", ["claimant_can_speak"]),
        (ATTRIBUTION, "SPEAKER", "unnamed", []),
        (ENTITIES, "ORG", "unnamed", ["unnamed_has_no_name"]),
        (ENTITIES, "ORG", "author", ["author_has_no_claimant"]),
    ],
)
def test_rule_about_claimants(layer, label, kind, rules):
    said = claim(DOCUMENT, "sie spare viel", attributes={"claimant_kind": kind})
    speaker = span(DOCUMENT, "EU-Kommission", label, layer)
    assert broken([speaker, said], [related(said, "claimant", speaker)]) == [(said.id, rule) for rule in rules]


def test_tail_in_another_document_breaks_no_rule():
    said = claim(DOCUMENT, "sie spare viel", attributes={"claimant_kind": "entity"})
    elsewhere = span("2" * 32, "Köln")
    assert broken([said], [related(said, "claimant", elsewhere)]) == []
    assert broken([said], [related(said, "claimant", said)]) == [(said.id, "claimant_can_speak")]


def test_faults_are_in_order_and_of_the_rules_spans():
    rules = [
        {"id": "a", "of": ["entities.PER"], "then": {"relation": "claimant", "test": "present"}},
        {"id": "b", "of": ["claims", "entities.PER"], "then": {"relation": "claimant", "test": "present"}},
    ]
    spans = [span(DOCUMENT, "Köln", "ORG"), span(DOCUMENT, "Ce\u0301line", "PER"), claim(DOCUMENT, "sie spare viel")]
    schema = small_schema(rules=rules)
    _, person, said = spans
    assert broken(spans, schema=schema) == [(person.id, "a"), (person.id, "b"), (said.id, "b")]
    assert faults_of(schema, person, [related(person, "claimant", said)], {said.id: said}.get) == []
