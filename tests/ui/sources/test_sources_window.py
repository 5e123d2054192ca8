"""Project → Sources of Suggestions in use, with the article beside it."""

from contextlib import closing
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QTableView

from annotator.editing import edits
from annotator.jobs.suggesting.wanted_sources import seen_here
from annotator.model import schema_file
from annotator.model.values import CLAIMS, Acceptance, State, Suggestion, SuggestionState, new_id
from annotator.project.project import Project
from annotator.store.reader import DocumentQuery
from annotator.suggest.adapter.corrector import Corrector
from annotator.suggest.adapter.memory import Memory, WordCounts
from annotator.suggest.adapter.shelf import AdapterFacts, Attempt, base_of, shelf_of
from annotator.suggest.claims.frame_values import INFO as RULES
from annotator.suggest.sources.categories import CHECKABLE
from annotator.suggest.sources.foreign import with_roles
from annotator.suggest.sources.memory.seen import refused
from annotator.suggest.sources.source import SourceInfo, SourceKind
from annotator.suggestions import renewal
from annotator.suggestions.label_roles import roles_of
from annotator.suggestions.suggestion_effect import Influence, SentenceCounts
from annotator.system.errors import StoreError
from tests.annotator.made import renamed
from tests.ui import worked
from ui.base.widgets.low_screen import FRAME
from ui.jobs import slice_runner
from ui.jobs.bulk_edits import Asker
from ui.jobs.suggesting.source_finder import Work
from ui.jobs.suggesting.suggestion_queue import Mood
from ui.sources.quality_sections import verdict_words
from ui.sources.source_list import facts_words, labels_words, suggested_labels
from ui.sources.sources_window import SourcesWindow


def settle(dialog, qtbot):
    qtbot.waitUntil(lambda: not dialog.busy, timeout=30_000)


@pytest.fixture
def open_window(qtbot):
    def opened(window):
        window.actions_by_id["suggestion.sources"].trigger()
        made = window.findChild(SourcesWindow)
        settle(made, qtbot)
        return made

    return opened


@pytest.fixture
def sources(window, open_window, qtbot):
    qtbot.waitUntil(lambda: window.desk.suggesting.progress.mood is Mood.IDLE, timeout=30_000)
    return open_window(window)


def said(dialog, name):
    return dialog.findChild(QLabel, name).text()


def test_tabs_of_quality_stand_in_one_row(sources):
    found = [button for button in sources.findChildren(QPushButton) if button.objectName().startswith("truthTab.")]
    assert len(found) == 5
    assert len({button.y() for button in found}) == 1


def listed(dialog):
    model = dialog.list.sources
    return [model.index(row).data() for row in range(model.rowCount())]


def checked(dialog, row=0):
    return dialog.list.sources.index(row).data(Qt.ItemDataRole.CheckStateRole)


def rows(table):
    model = table.figures
    columns = range(model.columnCount())
    return [[model.index(row, column).data() for column in columns] for row in range(model.rowCount())]


def pending(window):
    return len(window.session.opened.suggestions)


def test_lists_sources_with_facts(sources):
    assert listed(sources) == ["fake\n7 pending · 0 decided"]
    assert said(sources, "sourceTitle") == "fake"
    assert said(sources, "sourceFacts") == "model · German · version 2"
    assert said(sources, "sourceLabels") == "Labels: Place, Organisation"
    assert said(sources, "sourceVerdict") == "None of its suggestions has been looked at yet."
    assert sources.list.hasFocus()


def test_opens_at_model_of_the_article_s_language(make_window, project_path, open_window, qtbot):
    english = replace(worked.SOURCES[0], name="english", language="en")
    found = Work(draw_tokens=worked.draw, prepare=worked.prepare, sources=(english, *worked.SOURCES))
    window = make_window(project_path, work=found)
    qtbot.waitUntil(lambda: window.desk.suggesting.progress.mood is Mood.IDLE, timeout=30_000)
    dialog = open_window(window)
    assert [row.name for row in dialog.list.sources.shown] == ["english", "fake"]
    assert said(dialog, "sourceTitle") == "fake"


@pytest.mark.parametrize(
    ("tab", "table"), [("scores", "truthScores"), ("times", "truthTimes"), ("course", "truthCourse")]
)
def test_tab_key_leads_from_tabs_to_late_table(sources, qtbot, tab, table):
    sources.findChild(QPushButton, f"truthTab.{tab}").click()
    assert sources.findChild(QTableView, table).isVisible()
    sources.findChild(QPushButton, "truthTab.influence").setFocus()
    qtbot.keyClick(sources.focusWidget(), Qt.Key.Key_Tab)
    assert sources.focusWidget().objectName() == table


def test_decisions_are_counted_later(sources, window, qtbot):
    first, second, *_ = window.session.opened.suggestions
    window.decisions.accept([first.id])
    window.decisions.reject([second.id])
    settle(sources, qtbot)
    assert said(sources, "sourceVerdict") == (
        "2 looked at one by one: 50% accepted as they were, 0% corrected, 50% rejected."
    )
    assert listed(sources) == ["fake\n5 pending · 2 decided"]
    assert [(row[0], row[1], row[3], row[7]) for row in rows(sources.page.by_label)] == [
        ("Place", "1", "0", "3"),
        ("Organisation", "0", "1", "2"),
        ("All", "1", "1", "5"),
    ]
    assert [row[:2] for row in rows(sources.page.by_score)] == [["0.95 – 1.00", "1"], ["0.80 – 0.90", "1"]]
    assert said(sources, "truthNote.scores").endswith("There are too few decisions to tell yet.")
    assert len(rows(sources.page.by_time)) == 1


def test_decisions_by_sight_are_told_apart(sources, window, qtbot):
    first, *others = window.session.opened.suggestions
    window.decisions.accept([other.id for other in others[:2]], Acceptance.SIGHT)
    window.decisions.accept([first.id])
    settle(sources, qtbot)
    assert said(sources, "sourceVerdict").startswith("1 looked at one by one: 100% accepted")
    assert said(sources, "sourceUncounted") == "Decided by sight, several at once, and not counted: 2."
    window.session.undo()
    window.session.undo()
    settle(sources, qtbot)
    assert not sources.findChild(QLabel, "sourceUncounted").isVisible()


def test_space_turns_source_off(sources, window, project_path, qtbot):
    before = pending(window)
    qtbot.keyClick(sources.list, Qt.Key.Key_Space)
    assert checked(sources) == Qt.CheckState.Unchecked
    assert window.desk.suggesting.sources == ()
    assert pending(window) == before
    assert "is off in this project" in sources.line.words
    window.session.close_project()
    project = Project.open(project_path, read_only=True)
    assert '"off": ["fake"]' in (project.read.setting("sources") or "")
    project.close()


def test_withdraw_and_undo(sources, window, qtbot):
    before = pending(window)
    button = sources.findChild(QPushButton, "sourceWithdraw")
    assert button.text() == "Withdraw 7 from “fake”"
    button.click()
    qtbot.waitUntil(lambda: pending(window) == 0, timeout=30_000)
    settle(sources, qtbot)
    assert sources.line.words.startswith("Suggestions from “fake” withdrawn: 7. Undo brings them back")
    assert listed(sources) == ["fake\n0 pending · 0 decided"]
    assert button.isHidden()
    assert window.actions_by_id["edit.undo"].text() == "&Undo: withdraw 7 suggestions"
    window.actions_by_id["edit.undo"].trigger()
    qtbot.waitUntil(lambda: pending(window) == before, timeout=30_000)


def test_source_without_suggestions_says_so(sources, window, qtbot):
    sources.findChild(QPushButton, "sourceWithdraw").click()
    qtbot.waitUntil(lambda: pending(window) == 0, timeout=30_000)
    settle(sources, qtbot)
    assert sources.withdrawing.button.isHidden()
    assert rows(sources.page.by_label) == []
    empty = sources.findChild(QLabel, "truthLabelsEmpty")
    assert empty.isVisible()
    assert empty.text() == "Decisions about its suggestions are counted here, once there are any."


def test_other_failures_are_not_shown(sources, window, qtbot):
    def refused():
        yield
        raise StoreError("store.full", file="Stadt.spanwright", folder="/mnt")

    before = sources.line.words
    window.everywhere.make(Asker(), refused(), 1)
    assert "The disk is full" in window.messages.words
    assert sources.line.words == before


def test_source_turned_on_suggests_again(sources, window, qtbot):
    before = pending(window)
    qtbot.keyClick(sources.list, Qt.Key.Key_Space)
    sources.withdrawing.button.click()
    qtbot.waitUntil(lambda: pending(window) == 0, timeout=30_000)
    settle(sources, qtbot)
    qtbot.keyClick(sources.list, Qt.Key.Key_Space)
    assert checked(sources) == Qt.CheckState.Checked
    qtbot.waitUntil(lambda: pending(window) == before, timeout=30_000)


def test_read_only_project_has_fixed_sources(make_window, project_path, open_window, qtbot):
    window = make_window()
    assert window.projects.open_for_reading(project_path)
    dialog = open_window(window)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Space)
    assert checked(dialog) == Qt.CheckState.Checked
    assert not dialog.withdrawing.button.isEnabled()


def test_missing_source_is_listed(window, open_window, qtbot):
    project = window.session.required()
    opened = window.session.opened
    left = replace(opened.suggestions[0], id="f" * 32, source="old <b>&model</b>", label="MISC")
    project.put_suggestions(opened.document.id, left.source, [left])
    dialog = open_window(window)
    assert listed(dialog)[1] == "old <b>&model</b>\n1 pending · 0 decided"
    dialog.list.setCurrentIndex(dialog.list.sources.index(1))
    settle(dialog, qtbot)
    assert dialog.list.sources.index(1).data(Qt.ItemDataRole.CheckStateRole) is None
    assert said(dialog, "sourceFacts").startswith("No longer among the sources here")
    assert dialog.withdrawing.button.text() == "Withdraw 1 from “old <b>&&model</b>”"


def test_selection_survives_counting(sources, window, qtbot):
    document = window.session.opened.document.id
    gone = Suggestion(
        id=new_id(), document=document, layer="entities", label="LOC", parts=((0, 3),), source="gone", version="1"
    )
    window.session.required().put_suggestions(document, "gone", [gone], version="1")
    sources.count()
    settle(sources, qtbot)
    assert sources.list.chosen().name == "fake"
    withdraw = sources.findChild(QPushButton, "sourceWithdraw")
    assert withdraw.isEnabled()
    assert withdraw.text() == f"Withdraw {sources.list.chosen().standing.pending} from “fake”"


def test_source_labels_use_project_names():
    schema = schema_file.load("news")
    info = SourceInfo(name="x", version="1", language="de", kind=SourceKind.MODEL, labels=("AMT", "STADT"))
    assert labels_words(info, schema) == "Left out, without a label in this project: AMT, STADT"
    named = replace(info, labels_as=(("AMT", ""), ("CLAIM", CHECKABLE), ("STADT", "LOC")))
    assert labels_words(named, schema) == "Labels: Claim, Place\nLeft out, without a label in this project: AMT"
    sorter = replace(info, labels=(), categories=("CLAIM", "OTHER"))
    assert labels_words(sorter, schema) == "Labels: Claim"
    assert labels_words(replace(sorter, labels_as=(("CLAIM", ""),)), schema).startswith("Left out")
    assert labels_words(replace(info, labels=()), schema) == ""


def test_left_out_labels_have_no_counterpart_in_the_schema():
    schema = schema_file.load("ontonotes")
    german = SourceInfo(
        name="x", version="1", language="de", kind=SourceKind.MODEL, own_labels=("LOC", "MISC", "ORG", "PER")
    )
    words = "Labels: Place, Organisation, Person\nLeft out, without a label in this project: MISC"
    assert labels_words(german, schema) == words
    english = replace(german, labels=("DATE", "PER", "QUANTITY"), own_labels=("CARDINAL", "DATE", "PERSON", "TIME"))
    words = "Labels: Date, Person\nLeft out, without a label in this project: CARDINAL"
    assert labels_words(english, schema) == words
    assert labels_words(german, schema_file.load("germeval")) == "Labels: Place, Organisation, Other, Person"


def test_labels_left_out_are_those_without_a_label_of_the_project():
    schema = renamed(schema_file.load("news"), PER="Person", MISC="Wetter")
    info = SourceInfo(
        name="x", version="1", language="de", kind=SourceKind.MODEL, own_labels=("LOC", "MISC", "ORG", "PER")
    )
    german = with_roles(info, roles_of(schema))
    words = "Labels: Place, Organisation, Person\nLeft out, without a label in this project: MISC"
    assert labels_words(german, schema) == words
    assert suggested_labels(german, schema) == ("LOC", "ORG", "Person")
    assert "version 1 " in f"{facts_words(german)} "


def test_learning_course_newest_first(window, project_path, open_window):
    first = Attempt(day="2026-11-23", language="de", articles=10, before=60.0, after=66.5, taken=True)
    second = Attempt(day="2026-11-24", language="de", articles=20, before=66.5, after=66.0, taken=False)
    shelf_of(project_path).add_attempts([first, second])
    dialog = open_window(window)
    dialog.findChild(QPushButton, "truthTab.course").click()
    assert dialog.page.learnt.isVisible()
    assert [row[1:] for row in rows(dialog.page.learnt)] == [
        ["20", "66.5", "66.0", "no"],
        ["10", "60.0", "66.5", "yes"],
    ]


def test_adapter_can_be_reverted(window, project_path, open_window, qtbot):
    (info,) = (info for info in window.desk.suggesting.models if info.name == "fake")
    corrector = Corrector(model=b"m", memory=Memory(WordCounts()), labels=frozenset({"LOC"}))
    facts = AdapterFacts(base=base_of(info), learnt=("a", "b"), held=("b",), before=60.0, after=70.0)
    dialog = open_window(window)
    shelf_of(project_path).add({"de": (corrector, facts)})
    dialog.count()
    settle(dialog, qtbot)
    dialog.findChild(QPushButton, "truthTab.course").click()
    assert said(dialog, "truthNote.course").startswith("In use: what was learnt from 2 articles.")
    dialog.findChild(QPushButton, "truthBack").click()
    qtbot.waitUntil(lambda: said(dialog, "truthNote.course").startswith("It has learnt nothing"), timeout=30_000)
    assert shelf_of(project_path).present() is None
    assert dialog.findChild(QPushButton, "truthBack").isHidden()


def test_adapter_for_another_version_is_reported(window, project_path, open_window):
    (info,) = (info for info in window.desk.suggesting.models if info.name == "fake")
    corrector = Corrector(model=b"m", memory=Memory(WordCounts()), labels=frozenset({"LOC"}))
    facts = AdapterFacts(base=f"{info.name} 1", learnt=("a", "b"), held=("b",), before=60.0, after=70.0)
    shelf_of(project_path).add({"de": (corrector, facts)})
    dialog = open_window(window)
    dialog.findChild(QPushButton, "truthTab.course").click()
    assert said(dialog, "truthNote.course").startswith(
        "In use: the original model. What was learnt from 2 articles was for another version of the model"
    )


def test_hold_back_switch(sources, window, monkeypatch, qtbot):
    monkeypatch.setattr(renewal, "SHARE", 1.0)
    before = pending(window)
    panel = window.panels.suggestions
    told = panel.findChild(QLabel, "suggestionsHeld")
    assert told.isHidden()
    sources.page.influence.switch.click()
    settle(sources, qtbot)
    assert pending(window) == 0
    assert listed(sources) == ["fake\n0 pending · 0 decided"]
    qtbot.waitUntil(lambda: not told.isHidden())
    assert panel.model.rowCount() == 0
    window.actions_by_id["suggestion.sources"].trigger()
    assert sources.page.influence.switch.isChecked()
    sources.page.influence.switch.click()
    settle(sources, qtbot)
    assert pending(window) == before
    qtbot.waitUntil(told.isHidden)


def test_closing_window_updates_open_article(sources, window, monkeypatch, qtbot):
    monkeypatch.setattr(renewal, "SHARE", 1.0)
    monkeypatch.setattr(slice_runner, "SLICE", 0)  # milliseconds: a turn of the event loop for each article
    sources.page.influence.switch.click()
    assert sources.busy
    sources.reject()
    opened = window.session.opened
    left = window.session.project.read.suggestions(opened.document.id, SuggestionState.PENDING)
    assert [each.id for each in opened.suggestions] == [each.id for each in left] == []


def test_effect_needs_enough_data():
    few = Influence(
        shown=SentenceCounts(suggested=300, taken=290, same=280), held=SentenceCounts(suggested=19, taken=10, same=9)
    )
    assert verdict_words(few) == (
        "Not enough data yet: 19 of its suggestions were held back in done articles; 20 are needed."
    )
    enough = replace(few, held=SentenceCounts(suggested=40, taken=20, same=15))
    assert verdict_words(enough) == (
        "Of its suggestions, 97% got a label where they were shown and 50% where they were not; 97% and 75% of"
        " these labels have the suggested boundaries."
    )
    alike = replace(few, held=SentenceCounts(suggested=20, taken=19, same=18))
    assert verdict_words(alike).endswith("So small a difference may be chance.")


def test_effect_table_has_both_sides(sources, window, monkeypatch, qtbot):
    assert rows(sources.page.influence.table)[1] == ["Its suggestions", "0", "0"]
    monkeypatch.setattr(renewal, "SHARE", 1.0)
    before = pending(window)
    sources.page.influence.switch.click()
    settle(sources, qtbot)
    window.session.set_state(State.DONE)
    sources.count()
    settle(sources, qtbot)
    shown = rows(sources.page.influence.table)
    assert shown[1] == ["Its suggestions", "0", str(before)]
    assert shown[2] == ["of these labelled", "–", "0% (0)"]
    assert shown[4] == ["accepted by sight", "0", "0"]
    assert shown[5][1:] == ["–", "0.0"]


def test_fits_small_screen_scaled(sources):
    least = sources.minimumSizeHint()
    assert least.height() <= 450 - FRAME.height()
    assert least.width() <= 720 - FRAME.width()


@pytest.fixture
def with_rules(make_window, project_path, qtbot):
    """A window over a project in which all suggestions of one claim rule were rejected."""
    with closing(Project.open(project_path)) as project:
        document = project.read.document_ids(DocumentQuery(annotator="anna"))[0]
        asked = [
            Suggestion(
                id=new_id(),
                document=document,
                layer=CLAIMS,
                label="CLAIM",
                parts=((at, at + 3),),
                source="claims",
                version="5",
                rule="hearsay",
            )
            for at in range(0, 50, 10)
        ]
        project.put_suggestions(document, "claims", asked)
        project.do(edits.reject(asked, annotator="anna"))
    found = Work(draw_tokens=worked.draw, prepare=worked.prepare, sources=(*worked.SOURCES, RULES))
    window = make_window(project_path, work=found)
    qtbot.waitUntil(lambda: window.desk.suggesting.progress.mood is Mood.IDLE, timeout=30_000)
    return window


def test_refused_rule_can_be_turned_on(with_rules, open_window, qtbot):
    dialog = open_window(with_rules)
    assert not dialog.page.rules.isVisible()
    row = next(at for at, words in enumerate(listed(dialog)) if words.startswith("Claim finder"))
    dialog.list.setCurrentIndex(dialog.list.sources.index(row))
    settle(dialog, qtbot)
    (box,) = dialog.page.rules.boxes
    assert (box.text(), box.isChecked(), box.isVisible()) == ("hearsay: 5 rejected", False, True)
    dialog.names.setFocus()
    dialog.adding.button.setFocus()
    dialog.focusNextChild()
    assert box.hasFocus(), "Tab leads to it before it leads to the figures"
    qtbot.keyClick(box, Qt.Key.Key_Space)
    settle(dialog, qtbot)
    assert dialog.line.words == "The rule “hearsay” is on again."
    assert refused(seen_here(with_rules.session.required())) == frozenset()
    assert dialog.page.rules.boxes == [box]
    assert box.isChecked()
    qtbot.keyClick(box, Qt.Key.Key_Space)
    settle(dialog, qtbot)
    assert dialog.line.words == "The rule “hearsay” is off."
    assert len(refused(seen_here(with_rules.session.required()))) == 1


def test_sections_of_quality_stand_in_one_row(sources, qtbot):
    buttons = [button for button in sources.findChildren(QPushButton) if button.objectName().startswith("truthTab.")]
    assert len(buttons) == 5
    qtbot.waitUntil(lambda: len({button.y() for button in buttons}) == 1)
