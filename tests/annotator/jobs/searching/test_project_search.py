"""Searching a whole project for the occurrences of words, in a job."""

from hypothesis import given
from hypothesis import strategies as st

from annotator.editing import edits
from annotator.editing.finding import WantedWords, find
from annotator.editing.occurrence_states import OccurrenceState
from annotator.jobs.searching import project_search
from annotator.jobs.searching.project_search import search
from annotator.model.values import ENTITIES
from annotator.text.tokens import from_pairs, provisional
from tests.annotator.made import OTHER, add_article, span


def test_every_document_is_searched_and_told_apart(project):
    first, second = add_article(project), add_article(project, "Zweiter", OTHER)
    project.do(edits.add(span(second, "EU-Kommission", "ORG", text=OTHER)))
    heard = []
    found = search(
        project.path,
        WantedWords(words="EU-Kommission"),
        ENTITIES,
        progress=lambda done, total: heard.append((done, total)),
    )
    assert [(hit.document, hit.words, hit.standing) for hit in found.hits] == [
        (first, "EU-Kommission", OccurrenceState.FREE),
        (second, "EU-Kommission", OccurrenceState.LABELLED),
    ]
    assert found.titles == {first: "Kürzlich", second: "Zweiter"}
    assert heard[-1] == (2, 2)
    assert not found.more


def test_longer_name_of_another_article_is_recognised(project):
    first, second = "Boris Pistorius 🎈 sprach.", "Am Rande sprach Boris Pistorius. Pistorius ging."
    labelled = add_article(project, text=first)
    other = add_article(project, "Zweiter", second)
    project.do(edits.add(span(labelled, "Boris Pistorius", "PER", text=first)))
    hits = search(project.path, WantedWords(words="Pistorius"), ENTITIES).hits
    assert [hit.standing for hit in hits if hit.document == other] == [OccurrenceState.LONGER, OccurrenceState.FREE]


def test_the_stored_tokens_are_the_word_borders(project):
    document = add_article(project, text=OTHER)
    words = WantedWords(words="EU")
    assert search(project.path, words, ENTITIES).hits == ()
    start = OTHER.index("EU-")
    project.put_tokens(document, from_pairs("t", "1", [(start, start + 2), (start + 2, start + 3)]))
    assert [hit.part for hit in search(project.path, words, ENTITIES).hits] == [(start, start + 2)]


@given(st.lists(st.sampled_from(["EU", "EU-Rat", "(EU)", "der", "\n", "EU.", "🎈", "xEU", "EU EU"]), max_size=9))
def test_without_stored_tokens_the_stand_in_finds_the_same(words):
    text, wanted = " ".join(words), WantedWords(words="EU")
    everywhere = list(find(text, provisional(text), wanted, "de"))
    assert list(find(text, project_search._words_near(text, wanted), wanted, "de")) == everywhere


def test_search_stops_at_the_limit(project, monkeypatch):
    monkeypatch.setattr(project_search, "MOST", 3)
    add_article(project, text="Rat " * 5)
    found = search(project.path, WantedWords(words="Rat"), ENTITIES)
    assert (len(found.hits), found.more) == (3, True)
