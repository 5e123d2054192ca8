"""Searching sentences by their meaning, in a real window with the real model in a process of its own."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from annotator.corpus.article import Article
from annotator.jobs.searching.concordance import FoundPlace
from annotator.jobs.searching.sentence_search import NearSentences
from annotator.model.query import Query
from tests.ui.opened import new_project
from ui.search.place_list import PlaceModel, similar_words

Key = Qt.Key
TEXTS = {
    "Stadtrat": "Die alte Rheinbrücke wird im Frühjahr für den Verkehr gesperrt. Danach gab es Kaffee für alle Gäste.",
    "Council": "From spring on, no cars may cross the old bridge over the Rhine. A choir sang in the town hall.",
    "Wald": "Im Wald hinter dem Dorf lebt seit Herbst wieder ein Wolf. Die Schäferei hat einen Zaun gebaut.",
}


@pytest.fixture
def window(make_window, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    project = new_project(tmp_path / "Brücke")
    project.add_articles(
        [Article(title=t, text=text, language="en" if t == "Council" else "de") for t, text in TEXTS.items()]
    )
    project.close()
    return make_window(project.path)


def shown(page):
    return [place.title for place in page.model.shown]


def wait(qtbot, page):
    qtbot.waitUntil(lambda: not page.meaning.busy, timeout=60_000)


def test_sentence_at_caret_is_found_in_other_language(window, qtbot):
    window.view.select(10, 10, exact=True)
    window.actions_by_id["search.meaning"].trigger()
    page = window.drawer.search
    assert page.line.text() == "Die alte Rheinbrücke wird im Frühjahr für den Verkehr gesperrt."
    assert page.findChild(QToolButton, "searchMeaning").isChecked()
    wait(qtbot, page)
    assert shown(page) == ["Council"], "the sentence itself is left out"
    assert page._foot._count.text() == "1 sentence in 1 article"
    assert page.label.isHidden()
    qtbot.keyClick(page.line, Key.Key_Down)
    qtbot.keyClick(page.list, Key.Key_Return)
    assert window.session.opened.document.title == "Council"
    assert window.view.caret() == 0


def test_typed_words_are_compared_after_a_pause(window, qtbot):
    qtbot.keyClick(window.view, Key.Key_F3)
    page = window.drawer.search
    page.findChild(QToolButton, "searchMeaning").click()
    qtbot.keyClicks(page.line, "A wolf is back in the forest near the village")
    wait(qtbot, page)
    assert shown(page) == ["Wald"]
    page.findChild(QToolButton, "searchMeaning").click()
    qtbot.waitUntil(lambda: not page.looking.busy)
    assert shown(page) == [], "by words again"


def test_f3_returns_to_search_by_words(window, qtbot):
    window.actions_by_id["search.meaning"].trigger()
    page = window.drawer.search
    words = page.line.text()
    window.actions_by_id["search.open"].trigger()
    assert not page.findChild(QToolButton, "searchMeaning").isChecked()
    assert (page.query.words, page.query.meaning) == (words, False)


def test_stop_keeps_what_is_found_by_now(window, qtbot):
    window.actions_by_id["search.meaning"].trigger()
    page = window.drawer.search
    assert page.meaning.busy
    page.stop()
    assert not page.meaning.busy
    assert page._foot._stop.isHidden()


def test_saved_search_remembers_that_it_is_by_meaning(window, qtbot):
    qtbot.keyClick(window.view, Key.Key_F3)
    page = window.drawer.search
    query = Query(words="Brücke gesperrt", meaning=True, language="en")
    page.saved.keep(query, "Brücke")
    assert page.saved.searches == {"Brücke": query}
    page.saved.chosen.emit(query)
    assert page.query == query
    wait(qtbot, page)
    assert shown(page) == ["Council"]


def test_best_place_is_chosen_when_all_are_compared(window, qtbot):
    found = window.session.project.read.find_document
    weak = FoundPlace(found("Wald"), "Wald", 0, 5, "", "Im Wald", "", likeness=0.3)
    best = FoundPlace(found("Council"), "Council", 0, 5, "", "From", "", likeness=0.8)
    window.actions_by_id["search.meaning"].trigger()
    page = window.drawer.search
    wait(qtbot, page)
    page.list.setFocus()
    page._rest.stop()
    page._on_near(NearSentences(places=(weak,), done=1, total=2))
    page._rest.stop()
    page._on_near(NearSentences(places=(best, weak), done=2, total=2))
    assert page.current() == best
    qtbot.waitUntil(lambda: window.session.opened.document.title == "Council")


def test_row_shows_how_near_it_is(qtbot):
    model = PlaceModel()
    place = FoundPlace("d", "Title", 0, 5, "", "Words said.", "", likeness=0.824)
    model.show_places([place])
    assert similar_words(place) == "similar in meaning, 82%"
    assert model.spoken(0).startswith("similar in meaning, 82%, Words said.")
