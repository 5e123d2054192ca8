"""Listing the pending suggestions of a project in a job."""

from dataclasses import replace

import pytest

from annotator.editing import edits
from annotator.jobs.suggesting import triage
from annotator.jobs.suggesting.triage import waiting
from annotator.model.values import CLAIMS, Suggestion, new_id
from annotator.suggest.tiers import EVERYTHING, SuggestionFilter, Tier
from tests.annotator.made import OTHER, TEXT, add_article, suggestion


def suggest(project, document, *suggestions, source="de_news"):
    project.put_suggestions(document, source, suggestions)


def test_pending_suggestions_are_listed_in_order_with_context(project):
    first, second, third = (
        add_article(project),
        add_article(project, "Zweiter", OTHER),
        add_article(project, "Dritter", "Leer 🎈"),
    )
    cologne = suggestion(first, "Köln", score=0.9)
    commission = suggestion(first, "EU-Kommission", "ORG", score=0.5)
    brussels = suggestion(second, "Brüssel", text=OTHER, rule="lexicon")
    suggest(project, first, commission, cologne)
    suggest(project, second, brussels)
    heard = []
    found = waiting(project.path, EVERYTHING, False, progress=lambda done, total: heard.append((done, total)))
    assert [(row.id, row.document, row.words) for row in found.rows] == [
        (cologne.id, first, "Köln"),
        (commission.id, first, "EU-Kommission"),
        (brussels.id, second, "Brüssel"),
    ]
    assert found.rows[0].before == "Kürzlich 🎈 traf Ce\u0301line in\u00a0"
    assert found.rows[0].after == " ein."
    assert (found.rows[2].score, found.rows[2].rule, found.rows[2].source) == (None, "lexicon", "de_news")
    assert found.titles == {first: "Kürzlich", second: "Zweiter"}, "nothing is pending in the third"
    assert third not in found.titles
    assert heard[0] == (0, 2)
    assert found.whole
    assert not found.partial


def test_what_was_decided_is_not_listed(project):
    document = add_article(project)
    taken, refused, left = (suggestion(document, words) for words in ("Köln", "Ce\u0301line", "EU-Kommission"))
    suggest(project, document, taken, refused, left)
    project.do(edits.accept([taken], [], annotator="anna"))
    project.do(edits.reject([refused], annotator="anna"))
    assert [row.id for row in waiting(project.path, EVERYTHING, False).rows] == [left.id]


def test_a_claim_in_two_parts_shows_both(project):
    document = add_article(project)
    parts = (TEXT.index("sie"), TEXT.index("sie") + 3), (TEXT.index("viel"), TEXT.index("viel") + 4)
    claim = Suggestion(
        id=new_id(), document=document, layer=CLAIMS, label="CLAIM", parts=parts, source="claims", version="1"
    )
    suggest(project, document, claim, source="claims")
    (row,) = waiting(project.path, EVERYTHING, False).rows
    assert row.words == "sie viel"
    assert (row.before, row.after) == ("Die EU-Kommission sagt, ", ".")


@pytest.fixture
def crowded(project, monkeypatch):
    """A project with four pending suggestions, of which two can be listed."""
    monkeypatch.setattr(triage, "MOST", 2)
    first, second = add_article(project), add_article(project, "Zweiter", OTHER)
    suggest(
        project,
        first,
        suggestion(first, "Köln", score=0.95),
        suggestion(first, "Ce\u0301line", "PER", score=0.3),
        suggestion(first, "EU-Kommission", "ORG"),
    )
    suggest(project, second, suggestion(second, "EU-Kommission", "ORG", source="seen", text=OTHER), source="seen")
    return project, first, second


def listed(found):
    return [row.words for row in found.rows]


def test_long_list_is_cut_but_counted(crowded):
    project, first, second = crowded
    found = waiting(project.path, EVERYTHING, False)
    assert listed(found) == ["Ce\u0301line", "Köln"]
    assert found.partial
    assert found.matching == {first: 3, second: 1}
    assert found.sources == {"de_news": 3, "seen": 1}
    assert listed(waiting(project.path, EVERYTHING, True)) == ["Ce\u0301line", "EU-Kommission"]


@pytest.mark.parametrize(
    ("wanted", "words", "count"),
    [
        (SuggestionFilter(words="kommission"), ["EU-Kommission"] * 2, 2),
        (SuggestionFilter(source="seen"), ["EU-Kommission"], 1),
        (SuggestionFilter(label=("entities", "PER")), ["Ce\u0301line"], 1),
        (SuggestionFilter(label=("claims", "PER")), [], 0),
        (SuggestionFilter(tier=Tier.SURE), ["Köln"], 1),
        (SuggestionFilter(tier=Tier.LIKELY), ["EU-Kommission"] * 2, 2),
        (SuggestionFilter(tier=Tier.DOUBTFUL), ["Ce\u0301line"], 1),
    ],
)
def test_a_filter_finds_what_lies_behind_the_first_ones(crowded, wanted, words, count):
    found = waiting(crowded[0].path, wanted, False)
    assert (listed(found), sum(found.matching.values())) == (words, count)
    assert found.wanted == wanted
    assert not found.whole


def test_small_and_capital_umlauts_are_one(crowded):
    assert listed(waiting(crowded[0].path, SuggestionFilter(words="KÖLN"), False)) == ["Köln"]


def test_what_a_newer_version_stands_for_is_not_counted(crowded):
    project, first, second = crowded
    old = project.read.document(first)
    project.do(edits.describe(old, replace(old, meta={**old.meta, "replaced_by": second}), annotator="anna"))
    found = waiting(project.path, EVERYTHING, False)
    assert (found.matching, found.sources) == ({second: 1}, {"seen": 1})
