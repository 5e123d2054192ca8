"""Check-worthy sentences, marked in a real window and reached by key."""

import json
import sqlite3
from contextlib import closing

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

from annotator.corpus.article import Article
from annotator.suggest.claims.frame_values import INFO
from tests.ui import worked
from tests.ui.keyboard import SHIFT, Key, press
from tests.ui.opened import new_project
from ui.base.look.plain_text import tooltip
from ui.base.settings import Settings
from ui.jobs.suggesting.source_finder import Work

DULL = "Es war ein schöner Tag am Fluss, finde ich. "
FIRST = "Die Zahl der Unfälle stieg 2023 um 14 Prozent auf 2.300 Fälle 🎈."
SECOND = "Die Stadt gab 2022 rund 30 Millionen Euro mehr als im Jahr davor aus."
TEXT = f"{DULL * 3}{FIRST}\n\n{DULL * 2}Kurz.\n\n{SECOND} {DULL.strip()}"
BOTH = [FIRST, SECOND]


@pytest.fixture
def make(make_window, tmp_path):
    """Return a maker of windows over an article of eight ranked sentences, two with figures, without suggestions."""

    def made(text=TEXT, language="de"):
        project = new_project(tmp_path / "Unfälle")
        project.add_articles([Article(title="Unfälle", text=text, language=language)])
        project.close()
        return make_window(project.path, work=Work(draw_tokens=worked.draw, prepare=worked.prepare, sources=()))

    return made


@pytest.fixture
def window(make, qtbot):
    found = make()
    qtbot.waitUntil(lambda: marked(found) == BOTH)
    return found


def marked(window):
    text = window.session.opened.document.text
    return [text[mark.start : mark.end] for mark in window.worth.corners.beginning(0, len(text))]


def corner(window, sentence):
    """Return the colours around the start of a sentence."""
    QApplication.processEvents()
    start = window.session.opened.document.text.index(sentence)
    mark = window.worth.corners.beside(start - 1, 1)
    picture = window.view.viewport().grab(window.worth.corners.rect(mark)).toImage()
    return {picture.pixel(x, y) for x in range(picture.width()) for y in range(picture.height())}


def tip_at(window, place):
    QToolTip.hideText()
    viewport = window.view.viewport()
    QApplication.sendEvent(viewport, QHelpEvent(QEvent.Type.ToolTip, place, viewport.mapToGlobal(place)))
    return QToolTip.text()


def test_marks_a_quarter_of_sentences_with_rank(window):
    first, second = window.worth.corners.beginning(0, len(TEXT))
    assert sorted([first.rank, second.rank]) == [1, 2]
    assert (first.of, second.of) == (8, 8)
    words = f"Worth checking: rank {first.rank} of 8 sentences"
    place = window.worth.corners.rect(first).center()
    assert tip_at(window, place) == tooltip(words)
    assert window.worth.corners.at(place + QPoint(200, 0)) is None
    besides = [beside.name for index in range(5) for beside in window.worth.corners.besides(index)]
    assert len(besides) == 2
    assert words in besides


def test_key_goes_through_marked_sentences_and_wraps(qtbot, window):
    for sentence in (FIRST, SECOND, FIRST):
        press(qtbot, window, Key.Key_P)
        assert window.view.caret() == TEXT.index(sentence)
        assert window.messages.words.startswith("Worth checking: rank ")
    press(qtbot, window, Key.Key_P, SHIFT)
    assert window.view.caret() == TEXT.index(SECOND)


def test_decided_sentences_lose_mark_until_undo(qtbot, window):
    start = TEXT.index("Zahl der")
    window.decisions.label(start, start + 8, "entities", "MISC")
    assert marked(window) == BOTH, "a name decides nothing about the sentence"
    claim = window.decisions.label(TEXT.index("14 Prozent"), TEXT.index("14 Prozent") + 10, "claims", "CLAIM")
    assert claim is not None
    assert marked(window) == [SECOND]
    window.view.select(TEXT.index(SECOND), TEXT.index(SECOND), exact=True)
    window.view.setFocus()
    press(qtbot, window, Key.Key_E)
    assert marked(window) == []
    press(qtbot, window, Key.Key_P)
    assert window.messages.words == "No check-worthy sentence is left in this article."
    window.steps.undo()
    window.steps.undo()
    assert marked(window) == BOTH


def test_corner_is_painted_at_sentence_start_until_decided(qtbot, window):
    assert window.view.display.shown.worth
    before = corner(window, SECOND)
    window.actions_by_id["view.worth"].trigger()
    plain = corner(window, SECOND)
    assert len(before) > len(plain)
    assert not Settings().reading.worth
    window.actions_by_id["view.worth"].trigger()
    assert corner(window, SECOND) == before
    window.actions_by_id["view.clean"].trigger()
    assert corner(window, SECOND) == plain


def test_decision_repaints_corner(qtbot, window):
    mark = window.worth.corners.beside(TEXT.index(SECOND) - 1, 1)
    rect = window.worth.corners.rect(mark)
    drawn = window.view.viewport().grab(rect).toImage()
    start = TEXT.index("mehr als")
    painted = []
    window.worth.corners.paint, real = lambda painter, clip: painted.append(clip), window.worth.corners.paint
    window.decisions.label(start, start + 8, "claims", "CLAIM")
    qtbot.waitUntil(lambda: any(clip.intersects(rect) for clip in painted))
    window.worth.corners.paint = real
    assert window.view.viewport().grab(rect).toImage() != drawn


def test_share_is_stored_in_project(qtbot, window):
    assert window.actions_by_id["worth.25"].isChecked()
    window.actions_by_id["worth.10"].trigger()
    assert len(marked(window)) == 1
    window.actions_by_id["worth.50"].trigger()
    assert len(marked(window)) == 4
    with closing(sqlite3.connect(window.session.project.path)) as connection:
        ((written,),) = connection.execute("SELECT value FROM setting WHERE name = 'sources'").fetchall()
    assert json.loads(written)["share"] == 50
    path = window.session.project.path
    window.session.close_project()
    assert window.projects.open_path(path)
    checked = [id_ for id_, action in window.actions_by_id.items() if id_.startswith("worth.") and action.isChecked()]
    assert checked == ["worth.50"]
    qtbot.waitUntil(lambda: len(marked(window)) == 4)


def test_new_share_requests_claims_again(make_window, project_path, qtbot):
    window = make_window(project_path, work=Work(draw_tokens=worked.draw, prepare=worked.prepare, sources=(INFO,)))
    assert window.desk.suggesting.sources == (INFO,)
    window.actions_by_id["worth.40"].trigger()
    assert [info.share for info in window.desk.suggesting.sources] == [40]


def test_ranks_english_sentences(make, qtbot):
    dull = "I think it was a wonderful day by the river. "
    sentence = "The number of crashes rose by 14 percent to 2,300 in 2023."
    window = make(f"{dull * 3}{sentence}", "en")
    qtbot.waitUntil(lambda: marked(window) == [sentence])


def test_reports_why_other_languages_are_not_ranked(make, qtbot):
    window = make(TEXT, "other")
    qtbot.waitUntil(lambda: not window.worth._clock.isActive())
    press(qtbot, window, Key.Key_P)
    assert window.messages.words == "Sentences are ranked in German and English articles only."


def test_corners_follow_article_language(qtbot, window):
    session = window.session
    opened = session.opened.document
    session.tokens_arrived.emit("another")
    assert marked(window) == BOTH
    session.answers.take_tokens(opened.id, opened.sha256, session.opened.tokens, "other")
    qtbot.waitUntil(lambda: marked(window) == [])
    session.answers.take_tokens(opened.id, opened.sha256, session.opened.tokens, "de")
    qtbot.waitUntil(lambda: marked(window) == BOTH)


def test_excluded_paragraph_is_not_ranked(qtbot, window):
    start = TEXT.index(SECOND)
    window.session.exclude(((start, len(TEXT)),))
    qtbot.waitUntil(lambda: SECOND not in marked(window) and FIRST in marked(window))
    assert window.worth.corners.beside(0, 1).of == 6
