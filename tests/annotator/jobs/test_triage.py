"""What is still to be decided about in a whole project, as the job lists it."""

from annotator import edits
from annotator.jobs import triage
from annotator.jobs.triage import waiting
from annotator.model import CLAIMS, Suggestion, new_id
from tests.annotator.made import OTHER, TEXT, add_article, suggestion


def suggest(project, document, *suggestions, source="de_news"):
    project.put_suggestions(document, source, suggestions)


def test_what_is_pending_is_listed_in_order_with_the_words_around(project):
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
    found = waiting(project.path, progress=lambda done, total: heard.append((done, total)))
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
    assert not found.more


def test_what_was_decided_is_not_listed(project):
    document = add_article(project)
    taken, refused, left = (suggestion(document, words) for words in ("Köln", "Ce\u0301line", "EU-Kommission"))
    suggest(project, document, taken, refused, left)
    project.do(edits.accept([taken], [], annotator="anna"))
    project.do(edits.reject([refused], annotator="anna"))
    assert [row.id for row in waiting(project.path).rows] == [left.id]


def test_a_claim_in_two_parts_shows_both(project):
    document = add_article(project)
    parts = (TEXT.index("sie"), TEXT.index("sie") + 3), (TEXT.index("viel"), TEXT.index("viel") + 4)
    claim = Suggestion(
        id=new_id(), document=document, layer=CLAIMS, label="CLAIM", parts=parts, source="claims", version="1"
    )
    suggest(project, document, claim, source="claims")
    (row,) = waiting(project.path).rows
    assert row.words == "sie viel"
    assert (row.before, row.after) == ("Die EU-Kommission sagt, ", ".")


def test_where_there_are_too_many_it_is_said(project, monkeypatch):
    monkeypatch.setattr(triage, "MOST", 1)
    document = add_article(project)
    suggest(project, document, suggestion(document, "Köln"), suggestion(document, "EU-Kommission"))
    found = waiting(project.path)
    assert [row.words for row in found.rows] == ["Köln"]
    assert found.more
