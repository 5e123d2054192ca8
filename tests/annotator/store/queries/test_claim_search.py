"""The index of claims: what it finds, and that it stays correct after edits."""

import sqlite3
from contextlib import closing

import pytest

from annotator.corpus.article import Article
from annotator.editing import edits
from annotator.model.values import ENTITIES
from annotator.store.queries.claim_search import query
from annotator.system.errors import StoreError
from annotator.text.sentences import split
from annotator.text.stems import stems
from tests.annotator.made import add_article, claim, span

SAYING = "Die Stadt 🎈 senkt die Steuern. Der Bau koste 4,2 Millionen Euro. Züge fahren auf der Straße nicht."


@pytest.fixture
def article(project):
    return add_article(project, "Rat", SAYING)


@pytest.fixture
def tax(project, article):
    made = claim(article, "Die Stadt 🎈 senkt die Steuern", text=SAYING)
    project.do(edits.add(made))
    return made


def near(project, words):
    return project.read.claims.near(stems(words))


def test_claim_is_found_by_other_endings_and_participles(project, tax):
    assert near(project, "Steuern werden gesenkt") == [tax.id]
    assert near(project, "STEUER SENKEN") == [tax.id]
    assert near(project, "Steuern") == [tax.id]
    assert near(project, "Steuern steigen überall") == [], "one word of several is too little"
    assert near(project, "der die das") == []


def test_claim_is_found_by_umlauts_sharp_s_and_numbers(project, article):
    trains = claim(article, "Züge fahren auf der Straße nicht", text=SAYING)
    cost = claim(article, "Der Bau koste 4,2 Millionen Euro", text=SAYING)
    project.do(edits.add([trains, cost]))
    assert near(project, "ein Zug auf den Strassen") == [trains.id]
    assert near(project, "4.2 Millionen") == [cost.id]


def test_only_claims_are_found(project, article, tax):
    project.do(edits.relabel(tax, ENTITIES, "ORG", annotator="anna"))
    assert near(project, "Steuern senken") == []
    project.undo(article)
    assert near(project, "Steuern senken") == [tax.id]


def test_claim_index_follows_edits_and_undo(project, article, tax):
    project.do(edits.change(tax, annotator="anna", attributes={"claim_text": "Weifang spart"}))
    assert near(project, "Weifang sparte") == [tax.id]
    project.undo(article)
    assert near(project, "Weifang sparte") == []
    project.do(edits.remove([tax], (), annotator="anna"))
    assert near(project, "Steuern senken") == []
    project.undo(article)
    assert near(project, "Steuern senken") == [tax.id]
    project.delete_documents([article])
    assert near(project, "Steuern senken") == []


def test_claim_index_follows_writes_of_other_programs(project, article, tax):
    with closing(sqlite3.connect(project.path)) as connection, connection:
        connection.execute("UPDATE span SET quote = 'Die Brücke ist gesperrt' WHERE id = ?", [tax.id])
        connection.execute("INSERT INTO claim_search (claim_search, rank) VALUES ('integrity-check', 1)")
    assert near(project, "gesperrte Brücken") == [tax.id]


def test_line_names_the_claimants_identity(project, article, tax):
    city = span(article, "Stadt", "ORG", text=SAYING)
    project.do(edits.relate(tax, "claimant", city, annotator="anna", adding=True))
    (line,) = project.read.claims.lines([tax.id], "anna")
    assert (line.title, line.claimant, SAYING[line.start : line.end]) == ("Rat", "Stadt", line.quote)
    assert project.read.claims.lines([tax.id], "ben") == []
    assert [line.id for line in project.read.claims.lines([tax.id, "nobody"], None)] == [tax.id]


def test_same_claims_are_found_through_others(project, article):
    made = [claim(article, words, text=SAYING) for words in ("Die Stadt", "Der Bau", "Züge", "Euro")]
    project.do(edits.add(made))
    project.do(edits.relate(made[0], "repeats", made[1], annotator="anna"))
    project.do(edits.relate(made[2], "repeats", made[1], annotator="anna"))
    project.do(edits.relate(made[3], "contradicts", made[1], annotator="anna"))
    assert project.read.claims.same_as(made[0].id) == {made[1].id, made[2].id}


def test_tail_in_another_article_is_quoted_with_its_sentences(project, article, tax):
    text = "Kurz 🎈. Der Rat senkte\nsie. Ende."
    other = project.add_articles([Article(name="B", title="B", text=text, url="https://b.example", language="de")]).ids[
        0
    ]
    shows = claim(other, "senkte\nsie", text=text)
    project.do(edits.add(shows))
    project.do(edits.relate(tax, "evidence", shows, annotator="anna"))
    (far,) = project.read.claims.with_elsewhere(project.read.annotated(article, "anna")).elsewhere
    assert (far.id, far.document, far.title, far.url, far.quote) == (
        shows.id,
        other,
        "B",
        "https://b.example",
        "senkte\nsie",
    )
    assert [text[slice(*each)] for each in split(text)[slice(*far.sentences)]] == ["Der Rat senkte", "sie."]
    assert project.read.claims.with_elsewhere(project.read.annotated(other, "anna")).elsewhere == ()


def test_very_long_claim_is_searched_by_its_longest_words(project, tax):
    many = "".join(f" {chr(97 + n % 26)}{chr(97 + n // 26 % 26)}{chr(97 + n // 676)}k" for n in range(5000))
    assert near(project, f"{many} Steuersenkungsgesetzesvorlage Stadt senkt") == []
    assert near(project, f"{many[:100]} Steuern senken") == [tax.id]


def test_damaged_claim_is_reported(project, tax):
    with closing(sqlite3.connect(project.path)) as connection, connection:
        connection.execute("UPDATE span SET attributes = '{' WHERE id = ?", [tax.id])
    with pytest.raises(StoreError) as caught:
        project.read.claims.lines([tax.id], None)
    assert caught.value.code == "store.damaged"
    assert near(project, "Steuern senken") == [tax.id]


def test_query_matches_any_two_stems_and_quotes_them():
    assert query([]) == ""
    assert query(["steu"]) == '("steu"* OR "gesteu"*)'
    assert query(["4.2", "eu"]) == '(("4" AND "2") AND ("eu"))'
    assert query(["ab", "cd", "ef"]) == '("ab" AND ("cd" OR "ef")) OR ("cd" AND ("ef"))'
