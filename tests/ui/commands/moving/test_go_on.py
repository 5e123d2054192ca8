"""The go-on key: it accepts what is sure and visible, then shows what is left, the next screen, the next article."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from annotator.corpus.article import Article
from annotator.model.values import Acceptance, State
from annotator.store.reader import DocumentQuery
from tests.ui.keyboard import ALT, SHIFT, Key, active, hint_line, press, rows, spans, states
from tests.ui.opened import new_project
from tests.ui.worked import SOURCES, draw, prepare, prepare_what_follows, work_for_ever
from ui.jobs import slice_runner
from ui.jobs.suggesting.source_finder import Work

AGAIN = "article done, next one"
LEFT_OPEN = "leave open, go on"
ACCEPTANCES = "SELECT origin ->> '$.acceptance' FROM span ORDER BY start"
DECIDED = "SELECT count(*) FROM edit WHERE kind <> 'suggest'"
LONG = "Nach Köln 🚆 fährt Änne mit HD Hyundai.\n\n" * 60


def prepare_sure(*asked, progress):
    """Find the same words as `prepare`, all of them sure."""
    prepared = prepare(*asked, progress=progress)
    (found,) = prepared.results
    sure = tuple(replace(suggestion, score=0.95) for suggestion in found.suggestions)
    return replace(prepared, results=(replace(found, suggestions=sure),))


@pytest.fixture
def sure_window(make_window, project_path, qtbot):
    """A window whose suggestions are all sure."""
    made = make_window(project_path, work=Work(draw_tokens=draw, prepare=prepare_sure, sources=SOURCES))
    qtbot.waitUntil(lambda: len(made.session.opened.suggestions) == 4)
    return made


@pytest.fixture
def long_window(make_window, tmp_path, qtbot):
    """A window with an article of several screens, with sure and unsure suggestions in each line."""
    project = new_project(tmp_path / "lang")
    project.add_articles([Article(title="Lang", text=LONG, language="de")])
    project.close()
    made = make_window(project.path)
    qtbot.waitUntil(lambda: len(made.session.opened.suggestions) == 120)
    waits(made, qtbot)
    return made


def waits(window, qtbot):
    qtbot.waitUntil(lambda: not window.desk.suggesting.is_asking_about(window.session.opened.document.id))


def finish(window, qtbot):
    """Press the go-on key until the next press would finish the article; wait for follow-up suggestions."""
    press(qtbot, window, Key.Key_A)
    qtbot.waitUntil(lambda: AGAIN in hint_line(window))
    document = window.session.opened.document.id
    press(qtbot, window, Key.Key_A)
    qtbot.waitUntil(lambda: window.session.opened.document.id != document)


def test_key_accepts_sure_and_shows_the_rest(window, qtbot):
    waits(window, qtbot)
    press(qtbot, window, Key.Key_A)
    assert spans(window) == [("entities", "LOC", "Weifang"), ("entities", "LOC", "Köln")]
    assert active(window) == "HD Hyundai"
    assert window.aim.row() == window.session.opened.suggestions[0]
    shown = hint_line(window)
    assert "2 suggestions to look at" in shown
    assert (shown["accept"], shown["reject"], shown["accept all visible, confirm before finishing"]) == (
        ("⏎",),
        ("⌫",),
        ("Shift+⏎",),
    )
    assert window.messages.words == "2 suggestions accepted."


@pytest.mark.parametrize("presses", [2, 3, 5])
def test_pressing_again_never_accepts_or_leaves_unsure(window, qtbot, presses):
    waits(window, qtbot)
    document = window.session.opened.document.id
    for _ in range(presses):
        press(qtbot, window, Key.Key_A)
    assert states(window) == {"accepted": 2, "pending": 2}
    assert window.session.opened.document.id == document
    assert "2 suggestions to look at" in hint_line(window)
    assert LEFT_OPEN not in hint_line(window)  # all are in sight: there is nowhere to go
    assert window.messages.words.startswith("Nothing else is open")


def test_each_unsure_one_is_decided_by_a_key(window, qtbot):
    waits(window, qtbot)
    press(qtbot, window, Key.Key_A)
    press(qtbot, window, Key.Key_Return)
    assert window.aim.row() == window.session.opened.suggestions[0]
    press(qtbot, window, Key.Key_Backspace)
    assert states(window) == {"accepted": 3, "rejected": 1}
    assert rows(window, ACCEPTANCES) == [(Acceptance.SIGHT,), (Acceptance.LOOKED,), (Acceptance.SIGHT,)]
    qtbot.waitUntil(lambda: AGAIN in hint_line(window))
    document = window.session.opened.document.id
    press(qtbot, window, Key.Key_A)
    qtbot.waitUntil(lambda: window.session.opened.document.id != document)


@pytest.mark.parametrize(("key", "modifier", "accepted"), [(Key.Key_Return, SHIFT, 4), (Key.Key_Return, ALT, 2)])
def test_accepting_together_is_recorded_as_by_sight(window, qtbot, key, modifier, accepted):
    press(qtbot, window, key, modifier)
    assert rows(window, ACCEPTANCES) == accepted * [(Acceptance.SIGHT,)]


def test_press_with_unsure_only_points_out_then_passes(long_window, qtbot):
    press(qtbot, long_window, Key.Key_A)
    seen = long_window.review.seen()
    assert {row.label for row in seen} == {"ORG"}
    assert hint_line(long_window)[LEFT_OPEN] == ("A",)
    press(qtbot, long_window, Key.Key_Down)
    press(qtbot, long_window, Key.Key_A)
    assert long_window.aim.row() == seen[0]
    accepted = states(long_window)["accepted"]
    press(qtbot, long_window, Key.Key_A)
    assert states(long_window)["accepted"] == accepted
    assert long_window.aim.row().start > seen[-1].start
    press(qtbot, long_window, Key.Key_A)
    assert states(long_window)["accepted"] > accepted


def test_passed_over_suggestions_come_again_and_block_finishing(long_window, qtbot):
    document, again = long_window.session.opened.document.id, False
    for _ in range(60):
        before = long_window.view.caret()
        press(qtbot, long_window, Key.Key_A)
        again |= long_window.view.caret() < before
    assert again
    assert states(long_window) == {"accepted": 60, "pending": 60}
    assert long_window.session.opened.document.id == document


def test_accept_sure_then_again_finishes_article(sure_window, qtbot):
    window = sure_window
    waits(window, qtbot)
    session = window.session
    first, pending = session.opened.document.id, len(session.opened.suggestions)
    press(qtbot, window, Key.Key_A)
    assert (len(session.opened.spans), len(session.opened.suggestions)) == (pending, 0)
    assert session.opened.document.id == first
    qtbot.waitUntil(lambda: hint_line(window).get(AGAIN) == ("A",))
    press(qtbot, window, Key.Key_A)
    qtbot.waitUntil(lambda: session.opened.document.id != first)
    session.open_document(first)
    assert session.opened.state.state is State.DONE
    session.undo()
    assert session.opened.state is None
    session.undo()
    assert len(session.opened.suggestions) == pending


def test_first_press_reports_sentences_not_read(window, qtbot):
    text = window.session.opened.document.text
    window.decisions.reject(s.id for s in window.session.opened.suggestions if s.quote(text) == "HD Hyundai")
    press(qtbot, window, Key.Key_A)
    press(qtbot, window, Key.Key_A)
    qtbot.waitUntil(lambda: "No suggestions left, 1 sentence not read." in hint_line(window))


@pytest.mark.parametrize("slice_", [slice_runner.SLICE, 0])  # in milliseconds; with 0, questions come later
def test_next_article_opens_at_its_first_suggestion(sure_window, qtbot, monkeypatch, slice_):
    monkeypatch.setattr(slice_runner, "SLICE", slice_)
    window = sure_window
    first = window.session.opened.document.id
    window.articles.go_next()
    qtbot.waitUntil(lambda: len(window.session.opened.suggestions) == 2)
    window.session.open_document(first)
    finish(window, qtbot)
    assert active(window) == "HD Hyundai"
    assert window.aim.row() == window.session.opened.suggestions[0]
    assert states(window)["accepted"] == 4  # what was learnt from them may still come


@pytest.mark.parametrize("other", [Key.Key_Right, Key.Key_U, Key.Key_F8])
def test_other_action_cancels_first_press(sure_window, qtbot, other):
    window = sure_window
    document = window.session.opened.document.id
    press(qtbot, window, Key.Key_A)
    qtbot.waitUntil(lambda: AGAIN in hint_line(window))
    press(qtbot, window, other)
    assert AGAIN not in hint_line(window)
    press(qtbot, window, Key.Key_A)
    assert window.session.opened.document.id == document


def test_finished_article_is_named_and_reopened_by_click(sure_window, qtbot):
    window = sure_window
    first = window.session.opened.document
    finish(window, qtbot)
    assert window.session.opened.document.id != first.id
    assert window.messages.words == f"“{first.title}” is done."
    qtbot.mouseClick(window.key_line.findChild(QPushButton, "noticeAction"), Qt.MouseButton.LeftButton)
    assert window.session.opened.document.id == first.id
    assert window.session.opened.state is None


def test_finishing_done_article_again_leads_on_without_edit(sure_window, qtbot):
    window = sure_window
    first = window.session.opened.document
    finish(window, qtbot)
    window.session.open_document(first.id)
    edits = rows(window, DECIDED)
    press(qtbot, window, Key.Key_A)
    qtbot.waitUntil(lambda: hint_line(window).get("next open article") == ("A",))
    assert AGAIN not in hint_line(window)
    press(qtbot, window, Key.Key_A)
    qtbot.waitUntil(lambda: window.session.opened.document.id != first.id)
    assert rows(window, DECIDED) == edits
    assert window.messages.words == f"“{first.title}” is done."


@pytest.mark.parametrize(("look", "accepted"), [(60_000, 4), (0, 6)])  # in milliseconds
def test_fast_taps_accept_nothing_in_next_article(sure_window, qtbot, monkeypatch, look, accepted):
    monkeypatch.setattr("ui.commands.moving.go_on.LOOK", look)
    window = sure_window
    finish(window, qtbot)
    qtbot.waitUntil(lambda: len(window.session.opened.suggestions) == 2)
    waits(window, qtbot)
    press(qtbot, window, Key.Key_A)
    assert states(window)["accepted"] == accepted
    assert ("look at it" in window.messages.words) == (look > 0)


def test_last_finished_article_leads_to_export(sure_window):
    window, left = sure_window, "No open article is left. File → Export… writes what you labelled."
    project = window.session.required()
    ids = list(project.read.iter_document_ids(DocumentQuery(annotator=project.annotator)))
    for id_ in ids:
        assert left not in window.messages.words
        window.session.open_document(id_)
        window.steps.finish()
    assert window.messages.words.endswith(left)


def test_follow_up_suggestions_come_before_finishing(make_window, project_path, qtbot):
    window = make_window(project_path, work=Work(draw_tokens=draw, prepare=prepare_what_follows, sources=SOURCES))
    session = window.session
    document = session.opened.document
    qtbot.waitUntil(lambda: len(session.opened.suggestions) == 1)
    waits(window, qtbot)
    press(qtbot, window, Key.Key_A)
    assert len(session.opened.suggestions) == 0
    for _ in range(2):
        press(qtbot, window, Key.Key_A)
    assert session.opened.document.id == document.id
    qtbot.waitUntil(lambda: [s.quote(document.text) for s in session.opened.suggestions] == ["Köln"])
    assert AGAIN not in hint_line(window)


def test_goes_to_invisible_suggestions_instead_of_accepting(make_window, tmp_path, qtbot):
    project = new_project(tmp_path / "lang")
    project.add_articles([Article(title="Lang", text="Nach Köln 🚆 fährt Änne.\n\n" * 60, language="de")])
    project.close()
    window = make_window(project.path)
    qtbot.waitUntil(lambda: len(window.session.opened.suggestions) == 60)
    waits(window, qtbot)
    seen = window.review.seen()
    assert 0 < len(seen) < 60
    press(qtbot, window, Key.Key_A)
    assert {span.start for span in window.session.opened.spans} == {row.start for row in seen}
    ring = window.aim.row()
    assert ring is not None
    assert ring.start > max(row.start for row in seen)
    assert window.view.span_rects(ring.id)


def test_pending_suggestions_block_finishing(make_window, project_path, qtbot):
    window = make_window(project_path, work=Work(draw_tokens=draw, prepare=work_for_ever, sources=SOURCES))
    document = window.session.opened.document.id
    qtbot.waitUntil(lambda: window.view.hasFocus() and window.actions_by_id["suggestion.go_on"].isEnabled())
    press(qtbot, window, Key.Key_A)
    assert window.session.opened.document.id == document
    found = hint_line(window)
    assert "Suggestions for this article are not ready yet." in found
    assert found["done, next article"] == ("Ctrl+⏎",)


def test_hidden_suggestions_block_finishing(window, qtbot):
    waits(window, qtbot)
    document, pending = window.session.opened.document.id, len(window.session.opened.suggestions)
    window.actions_by_id["view.hide_suggestions"].trigger()
    press(qtbot, window, Key.Key_A)
    assert window.session.opened.document.id == document
    assert len(window.session.opened.suggestions) == pending
    assert "hidden" in window.messages.words
