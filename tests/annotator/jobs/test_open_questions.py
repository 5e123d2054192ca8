"""Open questions of a project: what is listed, and what counts as looked at."""

import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest

from annotator.editing import edits
from annotator.editing.open_questions import QuestionKind
from annotator.jobs import open_questions, rule_breaches
from annotator.jobs.open_questions import Scope
from annotator.model.values import ATTRIBUTION, CLAIMS, Acceptance, DraftRelation, State
from annotator.processes import slices
from tests.annotator.made import OTHER, TEXT, add_article, claim, make_project, span, suggestion

KIND = QuestionKind
FIELDS = {"kind": "fact_claim", "speech": "direct"}


@pytest.fixture
def project(tmp_path):
    made = make_project(tmp_path)
    yield made
    made.close()


def put(project, *suggestions, acceptance=Acceptance.SIGHT):
    document = suggestions[0].document
    project.put_suggestions(document, suggestions[0].source, suggestions)
    project.do(edits.accept(project.read.suggestions(document), (), annotator="anna", acceptance=acceptance))


def found(project, kind=None, **scope):
    asked = open_questions.find(project.path, Scope(annotator="anna", **scope))
    return [row for row in asked.rows if kind in (None, row.kind)]


def look(project, rows, *, by_sight=False):
    make = open_questions.looking(project.read, rows, annotator="anna", by_sight=by_sight)
    return slices.finish(project.timeline.doing(make))


def acceptances(project, rows):
    return [one.origin.acceptance for one in project.read.spans_of([row.span for row in rows])]


def test_unsure_labels_accepted_by_sight_are_doubtful(project):
    document = add_article(project)
    put(project, suggestion(document, "Köln", score=0.35), suggestion(document, "Ce\u0301line", "PER", score=0.95))
    [row] = found(project, KIND.DOUBTFUL)
    assert (row.quote, row.score, row.marked) == ("Köln", 0.35, False)
    assert TEXT[row.start : row.end] == "Köln"


def test_kind_of_claimant_that_is_no_text_asks_for_claimant(project):
    document = add_article(project)
    said = claim(document, "sie spare viel", attributes={**FIELDS, "claimant_kind": "author"})
    project.do(edits.add(said))
    assert not found(project, KIND.CLAIMANTS)
    with closing(sqlite3.connect(project.path)) as other, other:  # as another program may have written it
        other.create_function("casefold", 1, str.casefold, deterministic=True)
        other.execute("UPDATE span SET attributes = json_set(attributes, '$.claimant_kind', json_array('author'))")
    assert [row.quote for row in found(project, KIND.CLAIMANTS)] == ["sie spare viel"]


def test_cue_of_unsure_claim_is_not_asked_about_separately(project):
    document = add_article(project)
    start = TEXT.index("sagt")
    cue = DraftRelation(label="cue", layer=ATTRIBUTION, tail_label="CUE", parts=((start, start + 4),))
    unsure = suggestion(document, "sie spare viel", "CLAIM", score=0.35, relations=(cue,))
    put(project, replace(unsure, layer=CLAIMS))
    assert [row.quote for row in found(project, KIND.DOUBTFUL)] == ["sie spare viel"]


def test_labels_looked_at_one_by_one_are_not_doubtful(project):
    document = add_article(project)
    put(project, suggestion(document, "Köln", score=0.35), acceptance=Acceptance.LOOKED)
    assert found(project) == []


def test_mark_of_doubt_stays_when_looked_at(project):
    document = add_article(project)
    project.do(edits.add(span(document, "Köln", doubt=True)))
    [row] = found(project)
    assert (row.kind, row.marked) == (KIND.DOUBTFUL, True)
    look(project, [row])
    assert found(project) == []
    [kept] = project.read.spans_of([row.span])
    assert kept.doubt


def test_one_look_is_recorded_as_look_and_undone(project):
    document = add_article(project)
    put(project, suggestion(document, "Köln", score=0.35))
    rows = found(project)
    look(project, rows)
    assert found(project) == []
    assert acceptances(project, rows) == [Acceptance.LOOKED]
    project.undo(document)
    assert found(project) == rows
    assert acceptances(project, rows) == [Acceptance.SIGHT]


def test_look_at_all_stays_recorded_as_by_sight(project):
    document = add_article(project)
    put(project, suggestion(document, "Köln", score=0.35), suggestion(document, "Ce\u0301line", "PER", score=0.4))
    rows = found(project)
    edit = look(project, rows, by_sight=True)
    assert len(edit.changes) == 2
    assert found(project) == []
    assert acceptances(project, rows) == [Acceptance.SIGHT] * 2


def test_name_left_out_elsewhere_leads_to_that_place(project):
    first, second = add_article(project), add_article(project, "Brüssel", OTHER)
    project.do(edits.add(span(first, "EU-Kommission", "ORG")))
    project.do(edits.add(span(second, "Brüssel", text=OTHER)))
    [row] = found(project, KIND.NAMES)
    assert (row.quote, row.document, row.documents) == ("EU-Kommission", second, (first,))
    assert OTHER[row.start : row.end] == "EU-Kommission"
    assert row.name.left_out == 1


def test_name_inside_longer_suggestion_is_not_left_out(project):
    texts = "Kiel feiert.", "Die Messe Kiel wächst."
    first, second = (add_article(project, text, text) for text in texts)
    project.do(edits.add(span(first, "Kiel", text=texts[0])))
    project.do(edits.set_state(None, second, State.DONE, annotator="anna"))
    assert [row.quote for row in found(project, KIND.NAMES)] == ["Kiel"]
    longer = suggestion(second, "Messe Kiel", "ORG", text=texts[1])
    project.put_suggestions(second, longer.source, [longer])
    assert found(project, KIND.NAMES) == []


def test_names_are_left_out_only_in_started_articles(project):
    texts = [f"Köln {number} 🎈 Köln" for number in range(4)]
    first, second, third, _untouched = (add_article(project, f"A{i}", text) for i, text in enumerate(texts))
    project.do(edits.add(span(first, "Köln", text=texts[0])))
    project.do(edits.add(span(second, "Köln", "ORG", text=texts[1])))
    project.do(edits.set_state(None, third, State.DONE, annotator="anna"))
    [row] = found(project)
    assert (row.quote, row.name.labels, row.name.left_out) == ("Köln", (("LOC", 1), ("ORG", 1)), 4)


def test_name_labelled_twice_leads_to_rarer_label(project):
    text = "Köln spielt. Köln gewinnt. Köln feiert."
    document = add_article(project, "Köln", text)
    for label, at in (("LOC", 0), ("ORG", 13), ("LOC", 27)):
        project.do(edits.add(replace(span(document, "Köln", label, text=text), parts=((at, at + 4),))))
    [row] = found(project)
    assert (row.start, row.label, row.name.labels) == (13, "LOC", (("LOC", 2), ("ORG", 1)))


def test_name_looked_at_returns_with_another_label(project):
    text = "Köln spielt. Köln gewinnt."
    document = add_article(project, "Köln", text)
    project.do(edits.add(span(document, "Köln", text=text)))
    look(project, found(project))
    assert found(project) == []
    project.do(edits.add(replace(span(document, "Köln", "ORG", text=text), parts=((13, 17),))))
    assert [row.quote for row in found(project)] == ["Köln"]


def test_fields_and_rules_are_two_numbers(project):
    document = add_article(project)
    wrong = {"kind": "opinion", "verdict": "refuted", "claimant_kind": "author"}
    project.do(edits.add(claim(document, "sie spare viel", attributes=wrong)))
    proposed = suggestion(document, "Die EU-Kommission", "CLAIM", attributes={**FIELDS, "claimant_kind": "author"})
    put(project, replace(proposed, layer="claims", score=0.99))
    assert open_questions.count(project.path) == {KIND.FIELDS: 1, KIND.RULES: 1}
    [fields], [rule] = found(project, KIND.FIELDS), found(project, KIND.RULES)
    assert set(fields.about) == {"kind", "speech", "claimant_kind"}
    assert rule.words["en"] == "Only facts and predictions get a verdict."
    look(project, [fields])
    assert open_questions.count(project.path) == {KIND.RULES: 1}
    look(project, [rule])
    assert open_questions.count(project.path) == {}
    assert rule_breaches.find(project.path) == ()


def test_only_claims_that_need_a_claimant_lack_one(project):
    document = add_article(project)
    bare = claim(document, "sie spare viel")
    author = claim(document, "traf Ce\u0301line", attributes={"claimant_kind": "author"})
    said, speaker = claim(document, "Köln ein"), span(document, "EU-Kommission", "ORG")
    project.do(edits.add([bare, author, said, speaker]))
    project.do(edits.relate(said, "claimant", speaker, annotator="anna"))
    [row] = found(project, KIND.CLAIMANTS)
    assert row.span == bare.id
    look(project, [row])
    assert found(project, KIND.CLAIMANTS) == []


def test_scope_leaves_out_open_articles_and_other_annotators(project):
    document = add_article(project)
    project.do(edits.add(span(document, "Köln", doubt=True)))
    assert found(project, done_only=True) == []
    project.do(edits.set_state(None, document, State.DONE, annotator="anna"))
    assert len(found(project, done_only=True)) == 1
    project.set_annotator("ben")
    assert open_questions.find(project.path).rows == ()
    assert len(open_questions.find(project.path, Scope(annotator=None)).rows) == 1


def test_labels_of_others_stay_when_looked_at(project):
    document = add_article(project)
    project.do(edits.add(span(document, "Köln", doubt=True)))
    rows = found(project)
    make = open_questions.looking(project.read, rows, annotator="ben", by_sight=False)
    assert slices.finish(make) is None


def test_all_are_counted_and_few_are_listed(project):
    document = add_article(project)
    project.do(edits.add([span(document, words, doubt=True) for words in ("Köln", "Ce\u0301line", "EU-Kommission")]))
    seen = []
    asked = open_questions.find(project.path, most=2, progress=lambda done, total: seen.append(done / total))
    assert (len(asked.rows), asked.counts) == (2, {KIND.DOUBTFUL: 3})
    assert seen == sorted(seen)
