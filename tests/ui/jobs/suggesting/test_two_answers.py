"""The fast answer comes at once; later the thorough answer replaces it without disturbing the user."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel

from annotator.model.values import State
from annotator.store.reader import DocumentQuery
from annotator.suggest.sources.source import EncoderFolder
from tests.ui import worked
from tests.ui.keyboard import Key, press, rows, spans
from ui.jobs.suggesting.source_finder import Work
from ui.jobs.suggesting.suggestion_queue import Mood
from ui.sources.source_list import encoder_words
from ui.sources.sources_window import SourcesWindow

FAST = ["Weifang", "HD Hyundai", "HD Hyundai", "Köln"]


@pytest.fixture
def gate(tmp_path):
    """The folder of a stand-in for an encoder. The thorough answer comes once the file `go` is in this folder."""
    made = tmp_path / "encoder 🚦"
    made.mkdir()
    return made


@pytest.fixture
def slow_window(make_window, project_path, qtbot, gate):
    """A window that shows the fast answer while the thorough answer is still being computed."""
    sources = tuple(replace(info, encoder=EncoderFolder(gate)) for info in worked.SOURCES)
    made = make_window(project_path, work=Work(worked.draw, worked.prepare_in_two, sources))
    qtbot.waitUntil(lambda: len(made.session.opened.suggestions) == len(FAST), timeout=20_000)
    qtbot.waitUntil(lambda: any(gate.glob("asked*")), timeout=20_000)
    return made


def quotes(window):
    opened = window.session.opened
    return [suggestion.quote(opened.document.text) for suggestion in opened.suggestions]


def idle(window):
    return window.desk.suggesting.progress.mood is Mood.IDLE


def test_fast_answer_is_replaced(slow_window, qtbot, gate):
    assert quotes(slow_window) == FAST
    assert slow_window.desk.suggesting.is_asking_about(slow_window.session.opened.document.id)
    (gate / "go").touch()
    qtbot.waitUntil(lambda: idle(slow_window), timeout=20_000)
    assert quotes(slow_window) == ["Weifang", "ndai", "ndai", "Köln"]
    assert not slow_window.desk.suggesting.is_asking_about(slow_window.session.opened.document.id)
    assert rows(slow_window, "SELECT source, version, count(*) FROM document_source GROUP BY 1, 2") == [
        ("fake", "2", 3)
    ]


def test_decisions_between_both_answers_stay(slow_window, qtbot, gate):
    press(qtbot, slow_window, Key.Key_Tab)
    press(qtbot, slow_window, Key.Key_Return)  # Weifang
    press(qtbot, slow_window, Key.Key_Return)  # HD Hyundai
    decided = spans(slow_window)
    assert [quote for *_, quote in decided] == ["Weifang", "HD Hyundai"]
    (gate / "go").touch()
    qtbot.waitUntil(lambda: idle(slow_window), timeout=20_000)
    assert spans(slow_window) == decided
    assert "Weifang" not in quotes(slow_window)
    for _ in decided:
        slow_window.session.undo()
    assert spans(slow_window) == []


def test_ring_and_place_stay_when_second_answer_comes(slow_window, qtbot, gate):
    view = slow_window.view
    press(qtbot, slow_window, Key.Key_Tab)
    ringed = view.active()
    assert slow_window.session.opened.suggestion(ringed).quote(slow_window.session.opened.document.text) == "Weifang"
    boxes, top, caret = view.span_rects(ringed), view.verticalScrollBar().value(), slow_window.aim.selected
    (gate / "go").touch()
    qtbot.waitUntil(lambda: idle(slow_window), timeout=20_000)
    assert view.active() == ringed
    assert slow_window.session.opened.suggestion(ringed).score == 0.99
    assert (view.span_rects(ringed), view.verticalScrollBar().value(), slow_window.aim.selected) == (boxes, top, caret)


def test_selected_words_stay_when_second_answer_comes(slow_window, qtbot, gate):
    text = slow_window.session.opened.document.text
    slow_window.view.select(text.index("Schiff"), text.index("Schiff") + len("Schiff"))
    (gate / "go").touch()
    qtbot.waitUntil(lambda: idle(slow_window), timeout=20_000)
    assert slow_window.aim.selected
    qtbot.keyClicks(slow_window.view, "3")
    assert [quote for *_, quote in spans(slow_window)] == ["Schiff"]


def test_finished_article_gets_no_second_answer(slow_window, qtbot, gate):
    slow_window.session.set_state(State.DONE)
    (gate / "go").touch()
    qtbot.waitUntil(lambda: idle(slow_window), timeout=20_000)
    assert quotes(slow_window) == FAST


def test_reopened_article_keeps_its_answer(slow_window, qtbot, gate):
    (gate / "go").touch()
    qtbot.waitUntil(lambda: idle(slow_window), timeout=20_000)
    seen = []
    slow_window.session.suggestions_changed.connect(lambda *_: seen.append(quotes(slow_window)))
    slow_window.desk.suggesting.ask_about_open()
    qtbot.waitUntil(lambda: idle(slow_window), timeout=20_000)
    assert quotes(slow_window) == ["Weifang", "ndai", "ndai", "Köln"]
    assert FAST not in seen


def test_crash_leaves_fast_answer(slow_window, qtbot, gate):
    (gate / "die").touch()
    (gate / "go").touch()
    qtbot.waitUntil(lambda: "crashed" in slow_window.messages.words, timeout=20_000)
    (gate / "die").unlink()
    qtbot.waitUntil(lambda: idle(slow_window), timeout=30_000)
    assert quotes(slow_window) == FAST


def test_long_article_does_not_keep_opened_one_waiting(slow_window, qtbot, gate, monkeypatch):
    monkeypatch.setattr("ui.jobs.suggesting.two_answers._LONG", 0)  # every article is long
    session = slow_window.session
    first = session.opened.document.id
    other = next(id_ for id_ in session.required().read.document_ids(DocumentQuery(annotator=None)) if id_ != first)
    session.open_document(other)
    qtbot.waitUntil(lambda: len(session.opened.suggestions) > 0, timeout=30_000)
    assert session.opened.document.id == other
    assert slow_window.desk.suggesting.is_asking_about(first)
    (gate / "go").touch()
    qtbot.waitUntil(lambda: idle(slow_window), timeout=30_000)
    assert rows(slow_window, "SELECT count(*) FROM suggestion WHERE score = 0.99") == [(7,)]


def test_closing_between_both_answers(slow_window, project_path, qtbot, gate):
    slow_window.session.close_project()
    assert idle(slow_window)
    (gate / "go").touch()
    slow_window.projects.open_path(project_path)
    qtbot.waitUntil(lambda: idle(slow_window), timeout=20_000)
    assert quotes(slow_window) == ["Weifang", "ndai", "ndai", "Köln"]


def test_sources_window_shows_size_and_speed(slow_window, qtbot, gate):
    (gate / "weights").write_bytes(b"0" * 23_200_000)
    (source,) = slow_window.desk.suggesting.models
    assert encoder_words(source, None) == "Reads each article a second time with a larger model (22.1 MiB)."
    assert encoder_words(source, 2_160).endswith("(22.1 MiB, about 2,160 words per second).")
    assert encoder_words(worked.SOURCES[0], 2_160) == ""
    slow_window.actions_by_id["suggestion.sources"].trigger()
    window = slow_window.findChild(SourcesWindow)
    qtbot.waitUntil(window.isVisible)
    facts = [label.text() for label in window.findChildren(QLabel) if "larger model" in label.text()]
    assert len(facts) == 1
