"""The numbers of a project (labels, names, time), from a real project file."""

from dataclasses import replace

import pytest

from annotator.corpus.article import Article
from annotator.editing import edits
from annotator.editing.identities import identify, new_identity
from annotator.jobs.numbers import Forecast, Spread, as_mapping, forecast, months_of, numbers, spread
from annotator.model import schema_file
from annotator.model.values import Acceptance, Relation, State, new_id
from annotator.project.project import Project
from annotator.suggestions.reliability import Decision, Verdict, by_week
from tests.annotator import made
from tests.annotator.made import OTHER, TEXT, add_article, make_project, span

MINUTE = 60_000


def dated(project, title, publisher, published):
    made = Article(
        name=title, title=title, text=f"{title}: {TEXT}", language="de", publisher=publisher, published=published
    )
    return project.add_articles([made]).ids[0]


def labelled_as(project, document, words, label="LOC", layer="entities"):
    """Label words of an article that `dated` made."""
    return made.span(document, words, label, layer, text=project.read.text(document))


def decide(project, edit, minutes):
    project.do(replace(edit, milliseconds=int(minutes * MINUTE)))


def finish(project, document, minutes):
    decide(project, edits.set_state(None, document, State.DONE, annotator="anna"), minutes)


def test_an_empty_project_has_no_numbers(tmp_path):
    project = make_project(tmp_path)
    project.close()
    found = numbers(project.path, None)
    assert (found.documents, found.spans, found.left, found.spent) == (0, 0, 0, 0)
    assert (found.names, found.claimants, found.pairs, found.kinds) == ((), (), (), {})
    assert found.article is None
    assert found.forecast is None
    assert (found.publishers, found.months) == ({}, {})


def test_labels_are_counted_by_kind_publisher_and_month(project):
    first, second = dated(project, "Eins", "Bote 🎈", "2026-01-31"), dated(project, "Zwei", None, "2026-03-01T08:00")
    third = dated(project, "Drei", "Anzeiger", "gestern")
    for document in (first, second, third):
        project.do(
            edits.add([labelled_as(project, document, "Köln"), labelled_as(project, document, "EU-Kommission", "ORG")])
        )
    project.do(edits.add(labelled_as(project, first, "sie spare viel", "CLAIM", "claims")))
    found = numbers(project.path, "anna")
    assert found.labels == {("claims", "CLAIM"): 1, ("entities", "LOC"): 3, ("entities", "ORG"): 3}
    assert [(name, sum(counts.values())) for name, counts in found.publishers.items()] == [
        ("Bote 🎈", 3),
        ("Anzeiger", 2),
        (None, 2),
    ]
    assert [(month, sum(counts.values())) for month, counts in found.months.items()] == [
        ("2026-01", 3),
        ("2026-02", 0),
        ("2026-03", 2),
    ]
    assert {month: dict(counts) for month, counts in months_of(project.path, "anna", "Bote 🎈").items()} == {
        "2026-01": {("claims", "CLAIM"): 1, ("entities", "LOC"): 1, ("entities", "ORG"): 1}
    }
    assert numbers(project.path, "bert").labels == {}


def test_labels_by_week_and_publisher_have_no_gap(project):
    sunday, monday = dated(project, "Eins", "Bote 🎈", "2025-12-28"), dated(project, "Zwei", None, "2026-01-05T23:59")
    month_only, text_only = dated(project, "Drei", "Bote", "2026-01"), dated(project, "Vier", "Bote", "gestern abend")
    for document in (sunday, monday, month_only, text_only):
        project.do(edits.add([labelled_as(project, document, "Köln")]))
    assert numbers(project.path, "anna").weeks == {
        "2025-12-22": {"Bote 🎈": 1},
        "2025-12-29": {},
        "2026-01-05": {None: 1},
    }
    assert numbers(project.path, "bert").weeks == {}


def test_claims_with_verdict_are_checked(tmp_path):
    project = Project.create(tmp_path / "Prüfung", schema=schema_file.load("fact_checking"), annotator="anna")
    document = add_article(project)
    who = span(document, "EU-Kommission", "ORG")
    checked = made.claim(document, "sie spare viel", attributes={"verdict": "supported"})
    open_one = made.claim(document, "spare viel")
    project.do(
        edits.add(
            [who, checked, open_one],
            [
                Relation(id=new_id(), label="claimant", head=claim.id, tail=who.id, annotator="anna")
                for claim in (checked, open_one)
            ],
        )
    )
    assert [(each.name, each.number, each.checked) for each in numbers(project.path, None).claimants] == [
        ("EU-Kommission", 2, 1)
    ]
    project.close()


def test_agreement_counts_only_suggestions_looked_at(project, document):
    place, group = made.suggestion(document, "Köln"), made.suggestion(document, "EU-Kommission", "ORG", source="other")
    person = made.suggestion(document, "Ce\u0301line", "PER")
    project.put_suggestions(document, "de_news", [place, person])
    project.put_suggestions(document, "other", [group])
    project.do(edits.accept([place], [], annotator="anna", acceptance=Acceptance.LOOKED))
    project.do(edits.reject([group], annotator="anna"))
    project.do(edits.accept([person], [], annotator="anna", acceptance=Acceptance.SIGHT))
    (layers,) = numbers(project.path, None).agreement.values()
    assert (layers["entities"].accepted, layers["entities"].rejected) == (1, 1)


@pytest.mark.parametrize("published", ["9999-12-31", "2999-01-01", "0001-01-01"])
def test_publication_in_another_age_has_no_week(project, published):
    for title, day in (("Eins", "2026-01-05"), ("Zwei", published)):
        project.do(edits.add([labelled_as(project, dated(project, title, None, day), "Köln")]))
    assert numbers(project.path, None).weeks == {"2026-01-05": {None: 1}}


@pytest.mark.parametrize("day", ["", "gestern", "2026-13-01"])
def test_decision_without_a_day_is_in_no_week(day):
    assert by_week([Decision(layer="claims", label="CLAIM", score=None, fate=Verdict.CORRECTED, day=day)]) == {}


def test_week_begins_on_monday():
    days = ("2026-03-01", "2026-03-02", "2026-03-08")
    decided = [Decision(layer="claims", label="CLAIM", score=None, fate=Verdict.CORRECTED, day=day) for day in days]
    assert {week: layers["claims"].corrected for week, layers in by_week(decided).items()} == {
        "2026-02-23": 1,
        "2026-03-02": 2,
    }


def test_progress_is_counted_by_annotator_and_batch(project, document):
    add_article(project, "Zweiter", OTHER)
    project.do(edits.set_state(None, document, State.DONE, annotator="anna"))
    project.set_annotator("bert")  # who has done nothing yet
    states = numbers(project.path, None).states
    assert sorted(tuple(count) for count in states) == [
        ("anna", None, "done", 1),
        ("anna", None, "open", 1),
    ]
    assert numbers(project.path, None).left == 1
    assert numbers(project.path, "bert").left == 2


def test_names_are_one_by_spelling_and_by_who_is_meant(project, document):
    other = add_article(project, "Zweiter", OTHER)
    here, there = (
        span(document, "EU-Kommission", "ORG"),
        span(other, "EU-Kommission", "ORG", text=OTHER),
    )
    place, traveller = span(document, "Köln"), span(document, "Ce\u0301line", "PER")
    project.do(edits.add([here, there, place, traveller]))
    assert numbers(project.path, "anna").names[0][:2] == ("EU-Kommission", "EU-Kommission")
    commission = new_identity("Europäische Kommission", "ORG")
    project.do(identify([here, there, traveller], commission, annotator="anna", new=True))
    names = numbers(project.path, "anna").names
    assert [(each.name, each.words, each.number) for each in names] == [
        ("Europäische Kommission", "EU-Kommission", 3),
        ("Köln", "Köln", 1),
    ]


def test_claimants_are_counted_and_those_without_a_name_are_not(labelled):
    assert [(each.name, each.number) for each in numbers(labelled.path, None).claimants] == [("EU-Kommission", 1)]


def test_known_claimant_has_the_most_frequent_spelling(labelled, document):
    mention = next(each for each in labelled.read.annotated(document, "anna").spans if each.label == "ORG")
    commission = new_identity("Europäische Kommission", "ORG")
    labelled.do(identify([mention], commission, annotator="anna", new=True))
    assert [each[:2] for each in numbers(labelled.path, None).claimants] == [
        ("Europäische Kommission", "EU-Kommission")
    ]


def test_labels_in_one_article_are_together_once(project):
    first, second = dated(project, "Eins", None, None), dated(project, "Zwei", None, None)
    project.do(
        edits.add(
            [
                labelled_as(project, first, "Köln"),
                labelled_as(project, first, "Die"),
                labelled_as(project, first, "EU-Kommission", "ORG"),
            ]
        )
    )
    project.do(
        edits.add(
            [
                labelled_as(project, second, "Köln"),
                labelled_as(project, second, "EU", "ORG"),
                labelled_as(project, second, "sie spare viel", "CLAIM", "claims"),
            ]
        )
    )
    place, body, said = ("entities", "LOC"), ("entities", "ORG"), ("claims", "CLAIM")
    assert [tuple(pair) for pair in numbers(project.path, None).pairs] == [
        (place, body, 2),
        (said, place, 1),
        (said, body, 1),
    ]


def test_what_is_left_takes_as_long_as_what_is_done(project):
    for number, minutes in enumerate((2, 4, 6, 8, 10)):
        document = dated(project, f"Nummer {number}", None, None)
        decide(project, edits.add(labelled_as(project, document, "Köln")), minutes / 2)
        finish(project, document, minutes / 2)
    for number in range(30):
        dated(project, f"Offen {number}", None, None)
    found = numbers(project.path, "anna")
    assert found.article == Spread(5, 4 * MINUTE, 6 * MINUTE, 8 * MINUTE)
    assert found.forecast == Forecast(documents=30, low=2.0, middle=3.0, high=4.0)
    assert found.spent == 30 * MINUTE
    assert {kind: times.number for kind, times in found.kinds.items()} == {"add": 5, "state": 5}


def test_breaks_are_capped_and_shared_steps_divided(project):
    first, second = dated(project, "Eins", None, None), dated(project, "Zwei", None, None)
    decide(project, edits.add([labelled_as(project, first, "Köln"), labelled_as(project, second, "Köln")]), 4)
    finish(project, first, 600)
    finish(project, second, 1)
    slowest = numbers(project.path, "anna").slowest
    assert [(each.title, each.milliseconds) for each in slowest] == [("Eins", 7 * MINUTE), ("Zwei", 3 * MINUTE)]


def test_from_two_articles_nothing_is_foretold():
    assert forecast(10, spread([MINUTE, MINUTE])) is None
    assert forecast(10, None) is None
    assert forecast(60, spread([MINUTE] * 3)) == Forecast(documents=60, low=1.0, middle=1.0, high=1.0)


def test_numbers_report_progress(labelled):
    heard = []
    numbers(labelled.path, None, progress=lambda done, total: heard.append(done / total))
    assert heard == sorted(heard)
    assert 0 < heard[0] < heard[-1] <= 1


@pytest.mark.parametrize("annotator", [None, "anna"])
def test_mapping_holds_all_figures(labelled, annotator):
    found = numbers(labelled.path, annotator)
    told = as_mapping(found)
    assert told["left"] == found.left
    assert sum(row["spans"] for row in told["labels"]) == found.spans
    assert {"name": "Köln", "words": "Köln", "label": "LOC", "number": 1} in told["names"]
    assert told["together"][0].keys() == {"labels", "documents"}
