"""Open questions before an article is done, by real keys; read back with plain SQLite."""

import json
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from annotator.editing.open_questions import OpenQuestion, QuestionKind
from annotator.jobs.suggesting.triage import Pending
from annotator.model.values import CLAIMS, ENTITIES, State
from tests.annotator.suggest.test_merge import suggestion
from tests.ui.keyboard import CONTROL, SHIFT, Key, hint_line, press, rows, select, undo_name
from ui.occurrences.question_list import FEW, MOST, Heading, More, QuestionModel

PATIENCE = 30_000
CONTROL_SHIFT = CONTROL | SHIFT


def told(page):
    return page.findChild(QLabel, "questionsCount").text()


def listed(page):
    return [line.quote if isinstance(line, OpenQuestion) else line.kind.value for line in page.model.shown]


def state(window):
    return rows(window, "SELECT state FROM document_state")


def origins(window, quote):
    return [json.loads(one) for (one,) in rows(window, f"SELECT origin FROM span WHERE quote = '{quote}'")]


def done(qtbot, window):
    """Press the key that finishes the article, and wait until its open questions are known."""
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: not window.finishing.busy)


def key(qtbot, page, code, modifier=Qt.KeyboardModifier.NoModifier):
    """Press a key of the list, and wait until the step is stored and the article was searched again."""
    assert page.list.hasFocus()
    qtbot.keyClick(page.list, code, modifier)
    settle(qtbot, page)


def settle(qtbot, page):
    qtbot.waitUntil(lambda: not page.busy and not page.seeking.looks, timeout=PATIENCE)


def open_names(qtbot, window):
    """Open the list by its key, and list only the names of the open article."""
    qtbot.keyClick(window.view, Key.Key_C, CONTROL_SHIFT)
    settle(qtbot, window.drawer.questions)
    key(qtbot, window.drawer.questions, Key.Key_P)
    return window.drawer.questions


@pytest.fixture
def by_sight(window, qtbot):
    """A window in which all four suggestions were accepted at once; two of them were not sure."""
    press(qtbot, window, Key.Key_Return, SHIFT)
    assert not window.session.opened.suggestions
    return window


@pytest.fixture
def page(by_sight, qtbot):
    """The list, opened by the key that finishes the article."""
    done(qtbot, by_sight)
    made = by_sight.drawer.questions
    assert made.isVisible()
    return made


def test_article_without_questions_is_done_at_once(window, qtbot):
    window.decisions.reject([suggestion.id for suggestion in window.session.opened.suggestions])
    first = window.session.opened.document.id
    done(qtbot, window)
    assert window.session.opened.document.id != first
    assert state(window) == [("done",)]
    assert window.drawer.isHidden()


def test_untouched_suggestions_are_told_before_article_is_done(window, qtbot):
    first = window.session.opened.document.id
    done(qtbot, window)
    assert window.messages.words == "4 suggestions are not decided yet. Press the same key again to finish anyway."
    assert state(window) == []
    done(qtbot, window)
    assert state(window) == [("done",)]
    assert window.session.opened.document.id != first
    window.session.open_document(first)
    done(qtbot, window)  # done already
    assert window.session.opened.document.id != first


def test_each_decision_asks_anew_about_suggestions_left(window, qtbot):
    done(qtbot, window)
    for left in ("3 suggestions are", "2 suggestions are", "1 suggestion is"):
        window.decisions.reject([window.session.opened.suggestions[0].id])
        done(qtbot, window)
        assert window.messages.words.startswith(f"{left} not decided yet.")
        assert state(window) == []
    done(qtbot, window)
    assert state(window) == [("done",)]


def test_suggestions_of_hidden_layers_are_not_asked_about(window, qtbot):
    window.view.set_shown(window.view.display.shown._replace(hidden=frozenset({ENTITIES, CLAIMS})))
    done(qtbot, window)
    assert state(window) == [("done",)]


def test_doubtful_labels_are_listed_before_article_is_done(window, page):
    assert listed(page) == ["doubtful", "HD Hyundai", "HD Hyundai"]
    assert page.list.hasFocus()
    assert state(window) == []
    assert told(page) == "2 open"
    assert "accepted by sight at 0.81" in page.model.spoken(1)
    assert "done anyway" in hint_line(window)


def test_list_counts_undecided_suggestions_beside_title(window, qtbot):
    window.decisions.accept([window.session.opened.suggestions[0].id])
    window.decisions.change(window.session.opened.spans[0].id, doubt=True)
    done(qtbot, window)
    count = window.drawer.questions.findChild(QLabel, "questionsUndecided")
    left = len(window.session.opened.suggestions)
    assert count.text() == f"{left} suggestions not decided"
    window.decisions.reject([suggestion.id for suggestion in window.session.opened.suggestions[1:]])
    qtbot.waitUntil(lambda: count.text() == "1 suggestion not decided")
    window.drawer.questions.open(in_project=True)
    qtbot.waitUntil(lambda: not count.text(), timeout=PATIENCE)


def with_a_doubt(window):
    """Accept the first suggestion and mark its label as doubtful; return the ids of the suggestions left."""
    window.decisions.accept([window.session.opened.suggestions[0].id])
    window.decisions.change(window.session.opened.spans[0].id, doubt=True)
    window.view.setFocus()
    return [suggestion.id for suggestion in window.session.opened.suggestions]


def undecided(page):
    return [line.id for line in page.model.shown if isinstance(line, Pending)]


def test_undecided_suggestions_are_rows_that_lead_there(window, qtbot):
    left = with_a_doubt(window)
    done(qtbot, window)
    page = window.drawer.questions
    assert undecided(page) == left
    assert page.model.shown[-len(left) - 1] == Heading(None, len(left))
    assert page.model.text(len(page.model.shown) - len(left) - 1) == f"Suggestions not decided: {len(left)}"
    assert told(page) == f"{1 + len(left)} open"
    row = len(page.model.shown) - 1
    page.list.setCurrentIndex(page.model.index(row))
    qtbot.waitUntil(lambda: window.view.active() == left[-1])
    assert page.list.hasFocus()
    key(qtbot, page, Key.Key_Space)
    assert told(page) == "Suggestions are decided in the article: Return leads there."
    assert undecided(page) == left
    key(qtbot, page, Key.Key_Return)
    assert window.view.hasFocus()
    assert window.view.active() == left[-1]
    done(qtbot, window)
    assert state(window) == [("done",)], "the same key again finishes anyway"


def test_decided_suggestion_leaves_the_list(window, qtbot):
    left = with_a_doubt(window)
    done(qtbot, window)
    page = window.drawer.questions
    window.decisions.reject([left[0]])
    qtbot.waitUntil(lambda: undecided(page) == left[1:])
    window.actions_by_id["edit.undo"].trigger()
    qtbot.waitUntil(lambda: undecided(page) == left)
    page.open(in_project=True)
    settle(qtbot, page)
    assert undecided(page) == []


def test_last_look_does_not_pass_over_listed_suggestions(window, qtbot):
    left = with_a_doubt(window)
    done(qtbot, window)
    page = window.drawer.questions
    key(qtbot, page, Key.Key_Space)
    assert state(window) == []
    assert undecided(page) == left
    assert isinstance(page.current(), Pending)


def test_suggestions_of_hidden_layers_are_no_rows(window, qtbot):
    with_a_doubt(window)
    window.view.set_shown(window.view.display.shown._replace(hidden=frozenset({ENTITIES, CLAIMS})))
    done(qtbot, window)
    assert undecided(window.drawer.questions) == []


def test_many_suggestions_are_folded_and_never_a_wall():
    model = QuestionModel()
    text = "Rat " * (MOST + 30)
    every = [suggestion(4 * at, 4 * at + 3, "PER", score=0.7) for at in range(MOST + 30)]
    model.show_undecided(every, text)
    assert len(model.shown) == FEW + 2
    assert model.text(FEW + 1) == f"and {MOST + 30 - FEW} more"
    model.turn(None)
    assert len(model.shown) == MOST + 2
    assert model.text(MOST + 1) == "30 more, listed once these are decided"
    model.turn(None)
    assert len(model.shown) == FEW + 2


def test_second_press_finishes_anyway(window, qtbot, page):
    first = window.session.opened.document.id
    done(qtbot, window)
    assert state(window) == [("done",)]
    assert window.session.opened.document.id != first
    assert window.drawer.isHidden()
    assert window.view.hasFocus()


def test_button_finishes_anyway(window, qtbot, page):
    button = page.findChild(QPushButton, "questionsDo")
    assert button.text() == "Done Anyway"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert state(window) == [("done",)]


def test_article_follows_rows_and_return_goes_there(window, qtbot, page):
    text = window.session.opened.document.text
    key(qtbot, page, Key.Key_Down)
    qtbot.waitUntil(lambda: window.view.caret() == text.index("HD Hyundai", text.index("HD Hyundai") + 1))
    assert page.list.hasFocus()
    key(qtbot, page, Key.Key_Return)
    assert window.view.hasFocus()
    assert window.view.active() == page.current().span


def test_space_looks_at_one_and_undo_brings_it_back(window, qtbot, page):
    key(qtbot, page, Key.Key_Space)
    assert listed(page) == ["doubtful", "HD Hyundai"]
    acceptances = [origin["acceptance"] for origin in origins(window, "HD Hyundai")]
    assert sorted(acceptances) == ["looked", "sight"]
    assert "looked at" in undo_name(window)
    window.actions_by_id["edit.undo"].trigger()
    qtbot.waitUntil(lambda: len(listed(page)) == 3)
    assert [origin["acceptance"] for origin in origins(window, "HD Hyundai")] == ["sight"] * 2


def test_last_look_finishes_the_article(window, qtbot, page):
    for _ in range(2):
        key(qtbot, page, Key.Key_Space)
    assert state(window) == [("done",)]
    assert window.drawer.isHidden()
    for _ in range(2):
        window.actions_by_id["edit.undo"].trigger()
    assert state(window) == []


def test_all_of_a_kind_need_a_second_press(window, qtbot, page):
    key(qtbot, page, Key.Key_Space, SHIFT)
    assert told(page) == "Press again: all 2 will count as looked at, by sight."
    assert len(listed(page)) == 3
    key(qtbot, page, Key.Key_Down)
    assert told(page) == "2 open", "another key takes it back"
    for _ in range(2):
        key(qtbot, page, Key.Key_Space, SHIFT)
    assert state(window) == [("done",)]
    assert [origin["acceptance"] for origin in origins(window, "HD Hyundai")] == ["sight"] * 2
    window.actions_by_id["edit.undo"].trigger()
    window.actions_by_id["edit.undo"].trigger()
    assert all("confirmed" not in origin for origin in origins(window, "HD Hyundai"))


def test_mouse_looks_at_all_with_two_clicks(window, qtbot, page):
    every = page.findChild(QPushButton, "questionsAll")
    qtbot.mouseClick(every, Qt.MouseButton.LeftButton)
    assert every.text() == "Yes, all 2"
    qtbot.mouseClick(every, Qt.MouseButton.LeftButton)
    settle(qtbot, page)
    assert state(window) == [("done",)]


def test_corrected_label_leaves_the_list_but_article_stays(window, qtbot, page):
    for question in page.model.of_kind(QuestionKind.DOUBTFUL):
        window.decisions.relabel(question.span, ENTITIES, "PER")
    qtbot.waitUntil(lambda: listed(page) == [])
    assert page.findChild(QLabel, "questionsNothing").text() == "No question is open."
    assert state(window) == []
    done(qtbot, window)
    assert state(window) == [("done",)]


def test_escape_returns_and_next_press_finishes(window, qtbot, page):
    key(qtbot, page, Key.Key_Escape)
    assert window.drawer.isHidden()
    assert window.view.hasFocus()
    done(qtbot, window)
    assert state(window) == [("done",)]


def test_decision_after_escape_lists_questions_again(window, qtbot, page):
    key(qtbot, page, Key.Key_Escape)
    window.decisions.relabel(page.model.of_kind(QuestionKind.DOUBTFUL)[0].span, ENTITIES, "PER")
    done(qtbot, window)
    assert page.isVisible()
    assert state(window) == []
    window.decisions.relabel(page.model.of_kind(QuestionKind.DOUBTFUL)[0].span, ENTITIES, "PER")  # beside the list
    done(qtbot, window)
    assert state(window) == [("done",)]


def test_article_that_is_done_already_is_not_asked_about(window, qtbot, by_sight):
    window.session.set_state(State.DONE)
    done(qtbot, window)
    assert window.drawer.isHidden()


def test_many_of_a_kind_are_folded(window, qtbot):
    text = window.session.opened.document.text
    window.decisions.reject([suggestion.id for suggestion in window.session.opened.suggestions])
    for at in range(16):
        made = window.decisions.label(at, at + 1, ENTITIES, "PER") if text[at].isalpha() else None
        if made is not None:
            window.decisions.change(made.id, doubt=True)
    window.view.setFocus()
    done(qtbot, window)
    page = window.drawer.questions
    more = page.model.shown[-1]
    count = len(page.model.of_kind(QuestionKind.DOUBTFUL))
    assert len(page.model.shown) == FEW + 2
    assert more == More(QuestionKind.DOUBTFUL, count - FEW)
    assert page.model.text(FEW + 1) == f"and {count - FEW} more"
    page.list.setCurrentIndex(page.model.index(FEW + 1))
    key(qtbot, page, Key.Key_Return)
    assert len(page.model.shown) == count + 1


def test_inconsistent_name_leads_to_occurrences_and_back(window, qtbot):
    select(window, "HD Hyundai")
    window.labelling.label("entities ORG")
    page = open_names(qtbot, window)
    assert listed(page) == ["names", "HD Hyundai"]
    assert "unlabelled 1" in page.model.spoken(1)
    qtbot.waitUntil(lambda: window.view.caret() > window.session.opened.document.text.index("Bild"))
    key(qtbot, page, Key.Key_Return)
    found = window.drawer.page
    qtbot.waitUntil(lambda: len(found.model.shown) == 2)
    assert found.model.kept == 1
    with qtbot.waitSignal(window.everywhere.ended, timeout=PATIENCE):
        qtbot.keyClick(found.list, Key.Key_Return)
    qtbot.waitUntil(lambda: page.isVisible() and not page.model.shown)
    key(qtbot, page, Key.Key_Escape)
    assert window.drawer.isHidden()


def test_finishing_beside_occurrences_closes_them(window, qtbot):
    select(window, "HD Hyundai")
    window.labelling.label("entities ORG")
    first = window.session.opened.document.id
    done(qtbot, window)
    page = window.drawer.questions
    settle(qtbot, page)
    key(qtbot, page, Key.Key_Return)
    found = window.drawer.page
    qtbot.waitUntil(lambda: len(found.model.shown) == 2)
    done(qtbot, window)
    assert window.session.opened.document.id != first
    assert window.drawer.isHidden()
    assert window.view.hasFocus()


def test_label_key_opens_occurrences_with_that_label(window, qtbot):
    select(window, "HD Hyundai")
    window.labelling.label("entities ORG")
    key(qtbot, open_names(qtbot, window), Key.Key_2)
    qtbot.waitUntil(lambda: len(window.drawer.page.model.shown) == 2)
    assert window.drawer.page.head.aim[1] == window.session.project.schema.labels[1].id


def test_name_looked_at_is_not_asked_about_again(window, qtbot):
    select(window, "HD Hyundai")
    window.labelling.label("entities ORG")
    page = open_names(qtbot, window)
    key(qtbot, page, Key.Key_Space)
    assert listed(page) == []
    assert state(window) == [], "nobody wanted the article to be done"
    page.seek()
    settle(qtbot, page)
    assert listed(page) == []


def test_project_lists_questions_of_all_articles(window, qtbot, by_sight):
    window.actions_by_id["project.rules"].trigger()
    page = window.drawer.questions
    qtbot.waitUntil(lambda: "doubtful" in listed(page), timeout=PATIENCE)
    assert {heading.kind for heading in page.model.shown if isinstance(heading, Heading)} == {QuestionKind.DOUBTFUL}
    key(qtbot, page, Key.Key_Space)
    qtbot.waitUntil(lambda: listed(page) == ["doubtful", "HD Hyundai"])
    key(qtbot, page, Key.Key_P)
    qtbot.waitUntil(lambda: not page.seeking.in_project and listed(page) == ["doubtful", "HD Hyundai"])


def test_broken_rule_and_lacking_claimant_are_told_apart(window, qtbot):
    words = "das Schiff fahre „bald“ ohne Kapitän"
    window.decisions.reject([suggestion.id for suggestion in window.session.opened.suggestions])
    start = select(window, words)
    made = window.decisions.label(start, start + len(words), CLAIMS, "CLAIM")
    window.decisions.change(made.id, attributes={"kind": "question", "verdict": "refuted"})
    window.view.setFocus()
    done(qtbot, window)
    page = window.drawer.questions
    assert listed(page) == ["rules", words, "claimants", words]
    assert page.model.reason(page.model.shown[1]) == "Only facts and predictions get a verdict."


def test_read_only_project_lists_but_records_nothing(make_window, project_path, qtbot):
    window = make_window(project_path)
    made = window.decisions.label(0, 8, ENTITIES, "PER")
    window.decisions.change(made.id, doubt=True)
    window.projects.close()
    window.projects.open_for_reading(project_path)
    window.actions_by_id["project.rules"].trigger()
    page = window.drawer.questions
    qtbot.waitUntil(lambda: len(page.model.shown) == 2, timeout=PATIENCE)
    key(qtbot, page, Key.Key_Space)
    assert len(page.model.shown) == 2
    assert not page.findChild(QPushButton, "questionsLooked").isEnabled()


def test_row_knows_questions_apart():
    one = OpenQuestion(
        kind=QuestionKind.RULES, document="d", title="", start=0, end=1, quote="x", span="s", about=("a",)
    )
    assert one.key != replace(one, about=("b",)).key
