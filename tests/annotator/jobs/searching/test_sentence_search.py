"""Finding sentences in all articles that mean the same as some words, in two languages."""

import pytest

from annotator.corpus.article import Article
from annotator.editing import edits
from annotator.jobs.searching import meaning, sentence_search
from annotator.jobs.searching.sentence_search import find_sentences
from annotator.model.query import Query
from annotator.system.errors import ModelError

TEXTS = {
    "Stadtrat": "Der Rat tagte am Abend lange.\nDie alte Rheinbrücke wird im Frühjahr für den Verkehr gesperrt."
    " Danach gab es Kaffee für alle Gäste.",
    "Council": "From spring on, no cars may cross the old bridge over the Rhine. A choir sang in the town hall.",
    "Wald": "Im Wald hinter dem Dorf lebt seit Herbst wieder ein Wolf. Die Schäferei hat einen Zaun gebaut.",
}
ASKED = "The bridge will be closed to traffic in spring"


@pytest.fixture(autouse=True)
def nothing_read(own_cache):
    sentence_search._read.clear()


@pytest.fixture
def articles(project):
    made = [
        Article(name=name, title=name, text=text, language="en" if name == "Council" else "de")
        for name, text in TEXTS.items()
    ]
    return dict(zip(TEXTS, project.add_articles(made).ids, strict=True))


def find(project, words=ASKED, besides=None, **filters):
    return find_sentences(project.path, Query(words=words, meaning=True, **filters), besides)


def test_sentences_in_both_languages_are_found(project, articles):
    found = find(project)
    assert {place.title for place in found.places} == {"Stadtrat", "Council"}
    assert found.complete
    best = next(place for place in found.places if place.title == "Stadtrat")
    assert best.words == "Die alte Rheinbrücke wird im Frühjahr für den Verkehr gesperrt."
    assert TEXTS["Stadtrat"][best.start : best.end] == best.words
    assert 0.4 < best.likeness < 1


def test_each_call_makes_some_vectors(project, articles, monkeypatch):
    monkeypatch.setattr(sentence_search, "_A_CALL", 2)
    told: list[tuple[int, int]] = []
    request = Query(words=ASKED, meaning=True)
    calls = [find_sentences(project.path, request, progress=lambda *each: told.append(each)) for _ in range(4)]
    assert [near.done for near in calls] == [2, 4, 6, 7]
    assert {near.total for near in calls} == {7}
    assert [near.complete for near in calls] == [False, False, False, True]
    assert told[-1] == (7, 7)


def test_filters_restrict_the_articles(project, articles):
    found = find(project, language="de")
    assert [place.title for place in found.places] == ["Stadtrat"]
    assert found.total == 5


def test_own_place_and_page_furniture_are_left_out(project, articles):
    start = TEXTS["Stadtrat"].index("Die alte")
    found = find(project, besides=(articles["Stadtrat"], start, start + 20))
    assert [place.title for place in found.places] == ["Council"]
    council = project.read.document(articles["Council"])
    project.do(edits.exclude(council, ((0, 64),), annotator="anna"))
    assert [place.title for place in find(project).places] == ["Stadtrat"]


def test_new_article_is_found_too(project, articles):
    find(project)
    text = "Autos dürfen ab März nicht mehr über die Brücke am Rhein fahren."
    project.add_articles([Article(name="Neu", title="Neu", text=text, language="de")])
    assert "Neu" in {place.title for place in find(project).places}


def test_nothing_near_finds_nothing(project, articles):
    assert find(project, words="Der Aktienkurs der Bank fiel um sieben Prozent").places == ()


@pytest.mark.parametrize("words", ["\x00\ufdd0", "🙂" * 900, " " * 40])
def test_odd_words_do_no_harm(project, articles, words):
    assert find(project, words=words).complete


def test_missing_model_is_an_error_in_words(project, articles, monkeypatch):
    with monkeypatch.context() as patched:
        patched.setattr(meaning, "shipped", lambda: None)
        with pytest.raises(ModelError) as raised:
            find(project)
    assert raised.value.code == "source.meaning"
