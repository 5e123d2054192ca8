"""Adjudicating in a real window over a real project file, by real keys."""

import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from annotator.editing import edits, talking
from annotator.editing.edits import Change, Edit, EditKind
from annotator.jobs.team import adjudicating
from annotator.model.values import (
    ATTRIBUTION,
    CLAIMS,
    ENTITIES,
    Assignment,
    DocumentLabel,
    Relation,
    Span,
    State,
    new_id,
)
from annotator.project.project import Project
from annotator.quality.strategies import parse
from tests.ui import worked
from tests.ui.conftest import TEXT
from ui.adjudicating.articles_dialog import AdjudicationArticles
from ui.base.look.look import label_name
from ui.jobs.suggesting.source_finder import Work
from ui.panels.claim.choice_popup import ChoicePopup

SHIFT, ALT = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier


def named(document, who, words, label):
    start = TEXT.index(words)
    parts = ((start, start + len(words)),)
    return Span(id=new_id(), document=document, layer=ENTITIES, label=label, parts=parts, annotator=who)


@pytest.fixture
def team_path(project_path):
    """An article that anna, ben and eva finished: they agree on one name and differ on four; chris adjudicates."""
    project = Project.open(project_path)
    document = project.read.find_document("Weifang wird Metaverse")
    said = {
        "anna": [("Céline Weiß", "PER"), ("Weifang", "LOC"), ("HD Hyundai", "ORG"), ("Kapitän", "PER")],
        "ben": [("Céline Weiß", "PER"), ("Weifang", "ORG"), ("Firma HD Hyundai", "ORG")],
        "eva": [("Céline Weiß", "PER"), ("Weifang", "ORG"), ("HD Hyundai", "ORG"), ("Köln", "LOC")],
    }
    for who, rows in said.items():
        project.set_annotator(who)
        fitting = [(words if words in TEXT else "Ce\u0301line Weiß", label) for words, label in rows]
        project.do(edits.add([named(document, who, words, label) for words, label in fitting]))
        project.do(edits.set_state(None, document, State.DONE, annotator=who))
    project.set_annotator("chris")
    project.close()
    return project_path


@pytest.fixture
def window(qtbot, make_window, team_path):
    """A window without sources, in which the article is adjudicated."""
    made = make_window(team_path, work=Work(draw_tokens=worked.draw, prepare=worked.prepare, sources=()))
    document = made.session.project.read.find_document("Weifang wird Metaverse")
    with qtbot.waitSignal(made.adjudication.mode.begun, timeout=30_000):
        made.adjudication.adjudicate(document)
    return made


def gold(window):
    with closing(sqlite3.connect(window.session.project.path)) as connection:
        rows = connection.execute("SELECT quote, label FROM span WHERE annotator = 'gold' ORDER BY start, end")
        return rows.fetchall()


def state(window):
    with closing(sqlite3.connect(window.session.project.path)) as connection:
        return connection.execute("SELECT state FROM document_state WHERE annotator = 'gold'").fetchall()


def asked(window):
    question = window.adjudication.mode.question
    return None if question is None else TEXT[question.start : question.end]


def letter_of(window, label, words=None):
    question = window.adjudication.mode.question
    from ui.adjudicating.variants import order

    for at, choice in enumerate(order(question)):
        variant = question.variants[choice]
        quoted = TEXT[variant.parts[0][0] : variant.parts[-1][1]]
        if variant.label == label and words in {None, quoted}:
            return Qt.Key(Qt.Key.Key_A + at)
    raise AssertionError(label)


def test_agreed_labels_are_gold_at_once_and_first_question_asked(window):
    assert gold(window) == [("Ce\u0301line Weiß", "PER")]
    assert asked(window) == "Weifang"
    assert {
        row.label
        for row in window.session.opened.suggestions_at(*window.adjudication.mode.question.variants[0].parts[0])
    } == {
        "LOC",
        "ORG",
    }


def test_keys_answer_and_go_on_to_the_end(qtbot, window):
    view = window.view
    qtbot.keyClick(view, letter_of(window, "LOC"))
    assert asked(window) == "Firma HD Hyundai"
    qtbot.keyClick(view, letter_of(window, "ORG", "HD Hyundai"))
    assert asked(window) == "Kapitän"
    qtbot.keyClick(view, Qt.Key.Key_Backspace)
    assert asked(window) == "Köln"
    qtbot.keyClick(view, letter_of(window, "LOC"))
    assert asked(window) is None
    assert gold(window) == [*[("Ce\u0301line Weiß", "PER"), ("Weifang", "LOC"), ("HD Hyundai", "ORG"), ("Köln", "LOC")]]
    assert state(window) == [("done",)]
    assert window.session.opened.suggestions.count_of(ENTITIES) == 0


def test_dealing_and_its_undo_leave_adjudication_alone(window):
    project, question = window.session.project, window.adjudication.mode.question
    other = next(id_ for id_, _ in project.read.texts() if id_ != question.document)
    dealt = Change(after=Assignment(document=other, annotator="Lea"))
    window.session.do(Edit(kind=EditKind.ASSIGN, annotator="chris", changes=(dealt,)))
    assert project.read.edit(project.read.log.ids()[-1]).kind is EditKind.ASSIGN
    window.actions_by_id["edit.undo"].trigger()
    assert project.read.assigned.given() == {}
    assert window.adjudication.mode.is_on
    assert window.adjudication.mode.question == question
    assert window.view.active() is not None


def settle_all(qtbot, window):
    while asked(window) is not None:
        qtbot.keyClick(window.view, Qt.Key.Key_Backspace)


def hinted(window):
    return [hint.words for hint in window.adjudication.hints()]


def test_ctrl_return_stays_in_adjudication(qtbot, window):
    qtbot.keyClick(window.view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert window.adjudication.mode.is_on
    assert state(window) == []


def shown_answers(window):
    bar = window.findChild(QLabel, "adjudicationProgress").parent()
    return [each.text() for each in bar.findChildren(QPushButton, "adjudicationAnswer") if each.isVisible()]


def test_question_names_labels_and_what_is_asked(qtbot, window):
    bar = window.findChild(QLabel, "adjudicationProgress").parent()
    assert bar.asked.text() == "Which label?"
    assert any("Place  “Weifang”" in text for text in shown_answers(window))
    qtbot.keyClick(window.view, letter_of(window, "LOC"))
    assert bar.asked.text() == "Which words?"
    qtbot.keyClick(window.view, letter_of(window, "ORG", "HD Hyundai"))
    assert bar.asked.text() == "Which label, if any?"


def test_open_comment_is_shown_at_its_question(window):
    question, document = window.adjudication.mode.question, window.session.opened.document.id
    part = (question.start, question.end)
    window.session.do(talking.comment(document, part, "Ort oder Werft?", annotator="chris"))
    bar = window.findChild(QLabel, "adjudicationProgress").parent()
    shown = [each for each in bar.findChildren(QLabel, "adjudicationComment") if each.isVisible()]
    assert [each.text() for each in shown] == ["❞ Ort oder Werft?"]


def test_majority_is_hinted_only_where_there_is_one(qtbot, window):
    from ui.adjudicating.variants import proposal

    while (question := window.adjudication.mode.question) is not None:
        assert ("what most say" in hinted(window)) is (proposal(question) is not None)
        qtbot.keyClick(window.view, Qt.Key.Key_Backspace)


def test_return_in_the_list_begins(qtbot, window):
    window.adjudication.mode.leave()
    window.actions_by_id["project.adjudicate"].trigger()
    dialog = window.findChild(AdjudicationArticles)
    qtbot.waitUntil(lambda: bool(dialog.articles.shown), timeout=30_000)
    with qtbot.waitSignal(window.adjudication.mode.begun, timeout=30_000):
        qtbot.keyClick(dialog.table, Qt.Key.Key_Return)


def test_undo_asks_again(qtbot, window):
    qtbot.keyClick(window.view, letter_of(window, "ORG"))
    assert ("Weifang", "ORG") in gold(window)
    window.actions_by_id["edit.undo"].trigger()
    qtbot.waitUntil(lambda: asked(window) == "Weifang")
    assert gold(window) == [("Ce\u0301line Weiß", "PER")]


def test_shift_takes_both(qtbot, window):
    qtbot.keyClick(window.view, letter_of(window, "LOC"), SHIFT)
    assert asked(window) == "Weifang"
    qtbot.keyClick(window.view, letter_of(window, "ORG"))
    assert {label for words, label in gold(window) if words == "Weifang"} == {"LOC", "ORG"}
    assert asked(window) == "Firma HD Hyundai"


def test_label_key_gives_own_label_on_these_words(qtbot, window):
    key = window.actions_by_id["label.entities.PER"].shortcut().toString()
    qtbot.keyClick(window.view, key.lower())
    qtbot.waitUntil(lambda: asked(window) == "Firma HD Hyundai")
    assert ("Weifang", "PER") in gold(window)


def test_boundary_key_takes_words_and_stays_on_them(qtbot, window):
    qtbot.keyClick(window.view, Qt.Key.Key_Right, ALT)
    label = window.aim.row()
    assert isinstance(label, Span)
    assert label.annotator == "gold"
    assert label.quote(TEXT) == "Weifang ein"
    qtbot.keyClick(window.view, Qt.Key.Key_Left, ALT)
    assert ("Weifang", label.label) in gold(window)
    qtbot.keyClick(window.view, Qt.Key.Key_Return)
    assert asked(window) == "Firma HD Hyundai"


def test_return_takes_what_most_say(qtbot, window):
    from ui.adjudicating.variants import proposal

    proposed = proposal(window.adjudication.mode.question)
    qtbot.keyClick(window.view, Qt.Key.Key_Return)
    if proposed is None:
        assert asked(window) == "Weifang"
    else:
        assert ("Weifang", "ORG") in gold(window)


def test_names_are_hidden_until_asked_for(qtbot, window):
    bar = window.findChild(QLabel, "adjudicationProgress").parent()
    words = [button.text() for button in bar.findChildren(QPushButton, "adjudicationAnswer")]
    assert not any(name in text for text in words for name in ("anna", "ben", "eva"))
    qtbot.mouseClick(bar.findChild(QPushButton, "adjudicationNames"), Qt.MouseButton.LeftButton)
    words = [button.text() for button in bar.findChildren(QPushButton, "adjudicationAnswer") if button.isVisible()]
    assert any("ben, eva" in text for text in words)
    assert {row.source for row in window.session.opened.suggestions} & {"anna", "ben, eva"}


def test_everybodys_lanes_show_agreed_labels_too(qtbot, window):
    before = len(window.session.opened.suggestions)
    qtbot.keyClick(window.view, Qt.Key.Key_Y)
    assert len(window.session.opened.suggestions) == 3 + 3 + 3 + 1 + 1
    qtbot.keyClick(window.view, Qt.Key.Key_Y)
    assert len(window.session.opened.suggestions) == before
    qtbot.keyClick(window.view, letter_of(window, "ORG"))
    assert ("Weifang", "ORG") in gold(window)


def test_own_label_elsewhere_becomes_gold(qtbot, window):
    start = TEXT.index("Schiff")
    window.view.select(start, start + 6, exact=True)
    qtbot.keyClick(window.view, window.actions_by_id["label.entities.ORG"].shortcut().toString().lower())
    assert ("Schiff", "ORG") in gold(window)


def test_leaving_shows_own_rows_again_and_resumes_later(qtbot, window):
    document = window.session.opened.document.id
    qtbot.keyClick(window.view, letter_of(window, "LOC"))
    window.adjudication.mode.leave()
    assert window.session.opened.annotator == "chris"
    assert window.session.intercept is None
    assert not window.adjudication.mode.is_on
    with qtbot.waitSignal(window.adjudication.mode.begun, timeout=30_000):
        window.adjudication.adjudicate(document)
    assert asked(window) == "Firma HD Hyundai"


def test_article_still_open_to_oneself_is_refused(qtbot, window):
    document = window.session.opened.document.id
    window.adjudication.mode.leave()
    project = window.session.project
    project.do(edits.add([replace(named(document, "chris", "Köln", "LOC"))]))
    with qtbot.waitSignal(window.session.failed, timeout=30_000):
        window.adjudication.adjudicate(document)
    assert not window.adjudication.mode.is_on
    assert "not done" in window.messages.findChild(QLabel, "messageWords").text()


def test_panel_accepts_a_variant(qtbot, window):
    row = next(each for each in window.session.opened.suggestions if each.label == "LOC")
    assert window.decisions.accept([row.id])
    qtbot.waitUntil(lambda: asked(window) == "Firma HD Hyundai")
    assert ("Weifang", "LOC") in gold(window)


def test_answers_are_not_shown_as_sure_or_doubtful(qtbot, window):
    row = window.session.opened.suggestion(window.view.active())
    name = label_name(window.session.project.schema, ENTITIES, row.label)
    qtbot.waitUntil(lambda: window.panels.inspector.title.text() == name)
    assert window.panels.suggestions.list.isVisible()
    assert not window.panels.suggestions.sure.isVisible()
    window.adjudication.mode.leave()
    qtbot.waitUntil(lambda: not window.panels.suggestions.sure.isHidden())


def test_last_answer_becomes_an_example_of_its_label(qtbot, window):
    qtbot.keyClick(window.view, Qt.Key.Key_G)
    qtbot.keyClick(window.view, letter_of(window, "LOC"))
    qtbot.keyClick(window.view, Qt.Key.Key_G)
    example = window.session.project.schema.label(ENTITIES, "LOC").examples["de"][-1]
    assert "→ Weifang: " in example
    assert "≠" in example
    assert window.adjudication.mode.is_on
    assert asked(window) == "Firma HD Hyundai"


def article_labels(window):
    with closing(sqlite3.connect(window.session.project.path)) as connection:
        rows = connection.execute("SELECT label, value FROM document_label WHERE annotator = 'gold' ORDER BY label")
        return rows.fetchall()


@pytest.fixture
def labelled_window(qtbot, make_window, team_path):
    """A window in which people differ only about labels of the whole article."""
    with closing(Project.open(team_path)) as project:
        document = project.read.find_document("Weifang wird Metaverse")
        adjudicating.adjudicate(project, parse("person:ben"))
        for who, value in (("anna", "economy"), ("ben", "society"), ("eva", "economy")):
            project.set_annotator(who)
            row = DocumentLabel(document=document, annotator=who, label="topic", value=value)
            project.do(Edit(kind=EditKind.CLASSIFY, annotator=who, changes=(Change(after=row),)))
        project.set_annotator("chris")
    made = make_window(team_path, work=Work(draw_tokens=worked.draw, prepare=worked.prepare, sources=()))
    with qtbot.waitSignal(made.adjudication.mode.begun, timeout=30_000):
        made.adjudication.adjudicate(document)
    return made


def test_label_of_the_whole_article_is_settled_by_a_key(qtbot, labelled_window):
    window = labelled_window
    bar = window.findChild(QLabel, "adjudicationQuestion")
    assert bar.text() == "Which Topic?"
    assert [said for said, _ in window.adjudication.mode.choices()] == ["economy", "society"]
    assert state(window) == [("open",)]
    qtbot.keyClick(window.view, Qt.Key.Key_B)
    assert (article_labels(window), state(window)) == ([("topic", "society")], [("done",)])
    assert bar.text() == "All settled."
    window.actions_by_id["edit.undo"].trigger()
    qtbot.waitUntil(lambda: bar.text() == "Which Topic?")
    assert article_labels(window) == []


def test_own_label_of_the_whole_article_settles_it(qtbot, labelled_window):
    window = labelled_window
    qtbot.keyClick(window.view, Qt.Key.Key_T, SHIFT)
    (popup,) = (each for each in window.findChildren(ChoicePopup) if each.isVisible())
    qtbot.keyClick(popup, Qt.Key.Key_1)
    assert (article_labels(window), state(window)) == ([("topic", "politics")], [("done",)])
    qtbot.waitUntil(lambda: window.adjudication.mode.question is None)


def test_letter_without_answer_says_so(qtbot, window):
    qtbot.keyClick(window.view, Qt.Key.Key_D)
    assert asked(window) == "Weifang"
    assert window.messages.words == "There is no answer D here."


@pytest.fixture
def claimant_window(qtbot, make_window, project_path):
    """A window in which two people agree on all labels, but name different labels on the same words as claimant."""
    project = Project.open(project_path)
    document = project.read.find_document("Weifang wird Metaverse")
    for who in ("anna", "ben"):
        project.set_annotator(who)
        firm = named(document, who, "HD Hyundai", "ORG")
        speaker = replace(firm, id=new_id(), layer=ATTRIBUTION, label="SPEAKER")
        claim = replace(named(document, who, "das Schiff fahre", "CLAIM"), layer=CLAIMS)
        tail = firm if who == "anna" else speaker
        said = Relation(id=new_id(), label="claimant", head=claim.id, tail=tail.id, annotator=who)
        project.do(edits.add([firm, speaker, claim], [said]))
        project.do(edits.set_state(None, document, State.DONE, annotator=who))
    project.set_annotator("chris")
    project.close()
    made = make_window(project_path, work=Work(draw_tokens=worked.draw, prepare=worked.prepare, sources=()))
    with qtbot.waitSignal(made.adjudication.mode.begun, timeout=30_000):
        made.adjudication.adjudicate(document)
    return made


def test_claimants_with_same_words_are_told_apart(claimant_window):
    said = [words for words, _ in claimant_window.adjudication.mode.choices()]
    assert sorted(said) == ["Organisation  “HD Hyundai”", "Unnamed claimant  “HD Hyundai”"]


def test_answer_that_breaks_a_rule_says_so(qtbot, make_window, project_path):
    project = Project.open(project_path)
    document = project.read.find_document("Weifang wird Metaverse")
    for who, kind in (("anna", "author"), ("ben", "entity")):
        project.set_annotator(who)
        firm = named(document, who, "HD Hyundai", "ORG")
        claim = replace(named(document, who, "das Schiff fahre", "CLAIM"), layer=CLAIMS)
        claim = replace(claim, attributes={"claimant_kind": kind})
        said = Relation(id=new_id(), label="claimant", head=claim.id, tail=firm.id, annotator=who)
        project.do(edits.add([firm, claim], [said] if who == "ben" else []))
        project.do(edits.set_state(None, document, State.DONE, annotator=who))
    project.set_annotator("chris")
    project.close()
    made = make_window(project_path, work=Work(draw_tokens=worked.draw, prepare=worked.prepare, sources=()))
    with qtbot.waitSignal(made.adjudication.mode.begun, timeout=30_000):
        made.adjudication.adjudicate(document)
    field = made.adjudication.mode.question
    qtbot.keyClick(made.view, Qt.Key(Qt.Key.Key_A + field.values.index("author")))
    assert "claimant" not in made.messages.words
    qtbot.keyClick(made.view, Qt.Key.Key_A)
    assert made.messages.words == "What the article says itself has no other claimant."
