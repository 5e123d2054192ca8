"""Spans that break rules of the schema, in a project and before an export."""

from dataclasses import replace

import pytest

from annotator.editing import edits
from annotator.editing.schema_editing import changes
from annotator.editing.schema_editing.changes import SchemaChange
from annotator.formats.fit import Options
from annotator.jobs import rule_breaches
from annotator.jobs.exporting import export_preflight
from annotator.jobs.exporting.export_files import Request
from annotator.model.values import CLAIMS
from annotator.store.reader import DocumentQuery
from tests.annotator.made import add_article, claim, make_project, span, suggestion

OPINION = {"kind": "opinion", "verdict": "refuted", "fact_type": "quantity"}


@pytest.fixture
def project(tmp_path):
    made = make_project(tmp_path)
    document = add_article(made)
    right = claim(document, "traf Ce\u0301line", attributes={"kind": "fact_claim", "verdict": "supported"})
    wrong = claim(document, "sie spare viel", attributes=OPINION)
    work = span(document, "EU-Kommission", "MISC")
    made.do(edits.add([right, wrong, work]))
    made.do(edits.relate(right, "claimant", work, annotator="anna"))
    yield made
    made.close()


def test_breaches_come_by_place_with_the_words_of_the_rule(project):
    seen = []
    found = rule_breaches.find(project.path, progress=lambda done, total: seen.append((done, total)))
    assert [(breach.quote, breach.rule) for breach in found] == [
        ("traf Ce\u0301line", "claimant_can_speak"),
        ("sie spare viel", "fact_type_of_facts"),
        ("sie spare viel", "verdict_of_facts"),
    ]
    assert found[1].words["de"] == "Nur Tatsachen und Vorhersagen haben eine Tatsachenart."
    text = project.read.document(found[1].document).text
    assert text[found[1].start : found[1].end] == "sie spare viel"
    assert found[1].title == "Kürzlich"
    assert seen == [(0, 1), (1, 1)]


def test_only_the_current_annotator_is_looked_at_unless_everyone_is(project):
    project.set_annotator("ben")
    assert rule_breaches.find(project.path) == ()
    assert {breach.annotator for breach in rule_breaches.find(project.path, everyone=True)} == {"anna"}


def test_preflight_counts_each_breaking_span_once(project):
    for options in (Options(), Options(split="50/25/25")):
        checked = export_preflight.check(project.path, Request(format="jsonl", options=options))
        assert checked.breaking == 2
        assert checked.report.lost == 0


def test_suggested_fields_are_listed_until_reviewed(project):
    document = project.read.document_ids(DocumentQuery(annotator="anna"))[0]
    fields = {"kind": "fact_claim", "speech": "direct"}
    proposed = replace(suggestion(document, "Die EU-Kommission", "CLAIM", attributes=fields), layer="claims")
    project.put_suggestions(document, proposed.source, [proposed])
    project.do(edits.accept(project.read.suggestions(document), (), annotator="anna"))
    [told] = [breach for breach in rule_breaches.find(project.path) if breach.rule == rule_breaches.UNSEEN]
    assert told.words["de"] == "Vorgeschlagen und noch nicht geprüft: Art, Rede."
    [accepted] = project.read.spans_of([told.span])
    project.do(edits.confirm(accepted, ["kind"], (), annotator="anna"))
    [told] = [breach for breach in rule_breaches.find(project.path) if breach.rule == rule_breaches.UNSEEN]
    assert told.words["de"] == "Vorgeschlagen und noch nicht geprüft: Rede."
    [accepted] = project.read.spans_of([told.span])
    project.do(edits.change(accepted, annotator="anna", attributes={"speech": "indirect"}))
    assert rule_breaches.UNSEEN not in {breach.rule for breach in rule_breaches.find(project.path)}


def test_counts_breaches_of_a_new_schema(project):
    change = SchemaChange(before=project.schema, after=project.schema)
    made = changes.remove_value(change, (CLAIMS, "kind"), "opinion", "fact_claim")
    found = rule_breaches.count(project.path, made)
    assert found["claimant_can_speak"] == 1
    assert found["verdict_of_facts"] == 2  # the rule about opinions would be one about facts
    assert found.keys() == {rule.id for rule in made.after.rules}
    assert (
        rule_breaches.count(project.path, changes.remove_label(change, (CLAIMS, "CLAIM"), None))["verdict_of_facts"]
        == 0
    )
