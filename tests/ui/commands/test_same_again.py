"""The same decision for the same words, offered and taken in a real window, read back with SQLite."""

from collections import Counter

import pytest
from PySide6.QtWidgets import QApplication

from annotator.corpus.article import Article
from annotator.model.values import Suggestion, SuggestionState, new_id
from tests.ui import worked
from tests.ui.keyboard import SHIFT, Key, press, rows, select, spans
from tests.ui.opened import new_project
from ui.jobs.suggesting.source_finder import Work

TEXT = (
    "Kranwerk baut 😀 aus. Der Chef von Kranwerk freut sich. Die Lage ist gut, sagt Kranwerk in Lage.\n\n"
    "Bei Kranwerk Nord gilt das nicht. Kranwerks Lage sei ernst."
)


@pytest.fixture
def window(make_window, tmp_path):
    """A window over an article whose names recur; one name is suggested wrongly, one longer."""
    project = new_project(tmp_path / "same")
    (added,) = project.add_articles([Article(title="Ausbau", text=TEXT, language="de")]).ids
    places = [TEXT.index("Kranwerk", TEXT.index("sagt"))]
    made = [_suggestion(added, place, "Kranwerk", "PER") for place in places]
    made.append(_suggestion(added, TEXT.index("Kranwerk Nord"), "Kranwerk Nord", "ORG"))
    project.put_suggestions(added, "de_news", made, version="1")
    path = project.path
    project.close()
    return make_window(path, work=Work(draw_tokens=worked.draw, prepare=worked.prepare, sources=()))


def _suggestion(document, start, words, label):
    parts = ((start, start + len(words)),)
    return Suggestion(
        id=new_id(), document=document, layer="entities", label=label, parts=parts, source="de_news", version="1"
    )


def labelled(window):
    return Counter((label, quote) for _, label, quote in spans(window))


def settled(qtbot, window):
    """Run the body of the ``with`` statement, then wait until the article is painted and offers were made."""
    return qtbot.waitSignal(window.session.settled)


def label(qtbot, window, words, key, occurrence=0):
    select(window, words, occurrence)
    with settled(qtbot, window):
        press(qtbot, window, key)


def test_label_offers_same_words_and_key_takes_them(window, qtbot):
    label(qtbot, window, "Kranwerk", Key.Key_2)
    assert window.messages.words == "The same words occur in 2 other places."
    assert QApplication.focusWidget() is window.view
    with settled(qtbot, window):
        press(qtbot, window, Key.Key_R, SHIFT)
    assert labelled(window) == {("ORG", "Kranwerk"): 3}
    assert window.messages.words == "Labelled in 2 more places."
    window.session.undo()
    assert labelled(window) == {("ORG", "Kranwerk"): 1}
    assert rows(window, "SELECT state FROM suggestion WHERE label = 'PER'") == [("pending",)]


def test_relabelled_word_offers_its_labelled_twins(window, qtbot):
    label(qtbot, window, "Kranwerk", Key.Key_1)
    with settled(qtbot, window):
        press(qtbot, window, Key.Key_R, SHIFT)
    label(qtbot, window, "Kranwerk", Key.Key_2, occurrence=1)
    assert "2 other places" in window.messages.words
    press(qtbot, window, Key.Key_R, SHIFT)
    assert labelled(window) == {("ORG", "Kranwerk"): 3}


def test_corrected_suggestion_offers_the_rest(window, qtbot):
    press(qtbot, window, Key.Key_Tab)
    with settled(qtbot, window):
        press(qtbot, window, Key.Key_2)
    assert "2 other places" in window.messages.words


def test_another_action_drops_the_offer(window, qtbot):
    label(qtbot, window, "Kranwerk", Key.Key_2)
    press(qtbot, window, Key.Key_Tab)
    assert window.messages.words == ""


def test_key_without_offer_labels_like_the_active_name(window, qtbot):
    label(qtbot, window, "Kranwerk", Key.Key_2)
    press(qtbot, window, Key.Key_Tab)
    window.aim.activate(next(iter(window.session.opened.spans)).id)
    press(qtbot, window, Key.Key_R, SHIFT)
    assert labelled(window) == {("ORG", "Kranwerk"): 3}
    press(qtbot, window, Key.Key_R, SHIFT)
    assert "nowhere else" in window.messages.words


def test_ordinary_use_after_an_article_is_not_offered(window, qtbot):
    label(qtbot, window, "Lage", Key.Key_3, occurrence=1)
    assert "one other place" in window.messages.words
    press(qtbot, window, Key.Key_R, SHIFT)
    assert labelled(window) == {("LOC", "Lage"): 2}
    assert rows(window, "SELECT min(start) FROM span") == [(TEXT.index("Lage", TEXT.index("sagt")),)]


def test_lonely_word_and_undo_offer_nothing(window, qtbot):
    label(qtbot, window, "Chef", Key.Key_1)
    assert window.messages.words == ""
    label(qtbot, window, "Kranwerk", Key.Key_2)
    with settled(qtbot, window):
        window.session.undo()
    assert window.messages.words == ""


def test_rejection_offers_the_same_suggestion(window, qtbot):
    opened = window.session.opened
    twin = _suggestion(opened.document.id, TEXT.index("Kranwerk", 30), "Kranwerk", "PER")
    present = window.session.project.read.suggestions(opened.document.id, SuggestionState.PENDING)
    window.session.project.put_suggestions(opened.document.id, "de_news", [*present, twin], version="1")
    window.session.open_document(opened.document.id)
    press(qtbot, window, Key.Key_Tab)
    with settled(qtbot, window):
        press(qtbot, window, Key.Key_Backspace)
    assert window.messages.words == "The same suggestion occurs in one other place."
    press(qtbot, window, Key.Key_R, SHIFT)
    assert rows(window, "SELECT state, count(*) FROM suggestion WHERE label = 'PER' GROUP BY state") == [
        ("rejected", 2)
    ]
