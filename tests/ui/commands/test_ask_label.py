"""The label picker and the note at the selection, by key."""

import sqlite3
from contextlib import closing

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.keyboard import (
    CONTROL,
    SHIFT,
    Key,
    active,
    hint_line,
    press,
    rows,
    select,
    spans,
    states,
    undo_name,
)
from tests.ui.panels.span import typing_process
from ui.actions.keymap import sign
from ui.article.layout.captions import Captions
from ui.panels.span import drafts
from ui.schema.forms.part_forms import LabelForm
from ui.schema.schema_draft import PartKind, PartPlace
from ui.schema.schema_window import SchemaWindow


def picker(window):
    return window.asking.picker


def shown(window):
    return [row.name for row in picker(window).model.shown]


def type_in(qtbot, window, words):
    qtbot.keyClicks(picker(window).field, words)


def enter(qtbot, field, key=Key.Key_Return):
    qtbot.keyClick(field, key)


def test_l_opens_picker_and_return_takes_first_label(window, qtbot):
    select(window, "Kapitän")
    press(qtbot, window, Key.Key_L)
    assert shown(window) == ["Person", "Organisation", "Place", "Other name", "Claim", "Cue", "Object"]
    assert window.focusWidget() is picker(window).field
    enter(qtbot, picker(window).field)
    assert spans(window) == [("entities", "PER", "Kapitän")]
    assert window.focusWidget() is window.view
    assert not picker(window).isVisible()


@pytest.mark.parametrize(
    ("typed", "label"), [("pla", "LOC"), ("Ort", "LOC"), ("org", "ORG"), ("3", "LOC"), ("MISC", "MISC"), ("ot", "MISC")]
)
def test_picker_filters_by_name_id_and_key(window, qtbot, typed, label):
    select(window, "Kapitän")
    press(qtbot, window, Key.Key_L)
    type_in(qtbot, window, typed)
    enter(qtbot, picker(window).field)
    assert spans(window) == [("entities", label, "Kapitän")]


def test_picker_arrows_and_escape(window, qtbot):
    select(window, "Kapitän")
    press(qtbot, window, Key.Key_L)
    enter(qtbot, picker(window).field, Key.Key_Escape)
    assert spans(window) == []
    assert window.focusWidget() is window.view
    press(qtbot, window, Key.Key_L)
    for key in (Key.Key_Down, Key.Key_Down, Key.Key_Up, Key.Key_Return):
        enter(qtbot, picker(window).field, key)
    assert spans(window) == [("entities", "ORG", "Kapitän")]


def test_picker_offers_new_label_where_nothing_fits(window, qtbot):
    select(window, "Schiff")
    press(qtbot, window, Key.Key_L)
    type_in(qtbot, window, "Vehicle")
    assert shown(window) == ["New label “Vehicle”…"]
    enter(qtbot, picker(window).field)
    assert spans(window) == []
    qtbot.waitUntil(lambda: window.findChild(SchemaWindow) is not None)
    schema = window.findChild(SchemaWindow)
    label = schema.draft.schema.label("entities", "Vehicle")
    assert (label.name, label.key) == ({"de": "Vehicle", "en": "Vehicle"}, "5")
    assert schema.tree.place.path == ("entities", "Vehicle")
    window.asking.label_wanted.emit("entities", "Vehicle")
    assert [label.id for label in schema.draft.schema.labels].count("Vehicle") == 1
    schema.foot.apply_wanted.emit()
    qtbot.waitUntil(lambda: window.session.required().schema.label("entities", "Vehicle") is not None, timeout=20_000)
    schema.close()
    qtbot.waitUntil(lambda: spans(window) == [("entities", "Vehicle", "Schiff")])
    window.actions_by_id["edit.undo"].trigger()
    assert spans(window) == []
    window.actions_by_id["edit.undo"].trigger()
    qtbot.waitUntil(lambda: window.session.required().schema.label("entities", "Vehicle") is None, timeout=20_000)


def draft_new_label(window, qtbot, name):
    select(window, "Schiff")
    press(qtbot, window, Key.Key_L)
    type_in(qtbot, window, name)
    enter(qtbot, picker(window).field)
    qtbot.waitUntil(lambda: window.findChild(SchemaWindow) is not None)
    return window.findChild(SchemaWindow)


def apply(qtbot, schema):
    schema.foot.apply_wanted.emit()
    qtbot.waitUntil(lambda: not schema.applying.busy, timeout=20_000)


def rename(qtbot, schema, name):
    for line in schema.page.form(LabelForm).names.lines.values():
        line.selectAll()
        qtbot.keyClicks(line, name)
    apply(qtbot, schema)


def test_words_get_new_label_renamed_before_apply(window, qtbot):
    schema = draft_new_label(window, qtbot, "Vehicel")
    rename(qtbot, schema, "Vehicle")
    qtbot.waitUntil(lambda: spans(window) == [("entities", schema.tree.place.path[1], "Schiff")])


def test_label_added_later_leaves_words_alone(window, qtbot):
    schema = draft_new_label(window, qtbot, "Vehicle")
    schema.foot.over_wanted.emit()
    schema.tree.choose(PartPlace(PartKind.LABEL, ("entities", "LOC")))
    rename(qtbot, schema, "Area")
    assert window.session.required().schema.label("entities", "LOC").name["en"] == "Area"
    schema.editing.add_named("entities", "Vehicle")
    apply(qtbot, schema)
    assert window.session.required().schema.label("entities", "Vehicle") is not None
    qtbot.wait(1)
    assert spans(window) == []


def test_escape_leaves_picker_without_match(window, qtbot):
    select(window, "Kapitän")
    press(qtbot, window, Key.Key_L)
    type_in(qtbot, window, "qqq")
    enter(qtbot, picker(window).field, Key.Key_Escape)
    assert not picker(window).isVisible()
    assert spans(window) == []


def test_picker_labels_word_at_caret(window, qtbot):
    at = window.session.opened.document.text.index("Kapitän")
    window.view.select(at + 2, at + 2)
    press(qtbot, window, Key.Key_L)
    type_in(qtbot, window, "person")
    enter(qtbot, picker(window).field)
    assert spans(window) == [("entities", "PER", "Kapitän")]


def test_picker_corrects_suggestion_within_layer(window, qtbot):
    press(qtbot, window, Key.Key_Tab)
    press(qtbot, window, Key.Key_L)
    assert shown(window) == ["Person", "Organisation", "Place", "Other name"]
    type_in(qtbot, window, "oth")
    enter(qtbot, picker(window).field)
    assert spans(window) == [("entities", "MISC", "Weifang")]
    assert states(window)["corrected"] == 1


def test_picker_opens_below_words_inside_window(window, qtbot):
    select(window, "Kapitän")
    press(qtbot, window, Key.Key_L)
    box = picker(window).geometry()
    assert window.rect().contains(box)
    words = window.view.span_rects(window.view.active() or "") or [window.asking._place(window.view.selection())]
    assert box.top() >= words[0].bottom() or box.bottom() <= words[0].top()
    press(qtbot, window, Key.Key_PageDown, CONTROL)
    assert window.session.opened.document.title == "Zweiter Zug"
    assert not picker(window).isVisible()


def test_picker_closes_when_focus_leaves(window, qtbot):
    select(window, "Kapitän")
    press(qtbot, window, Key.Key_L)
    window.top_bar.search.setFocus()
    QApplication.sendPostedEvents()
    assert not picker(window).isVisible()
    assert window.focusWidget() is window.top_bar.search


def test_picker_click_takes_row(window, qtbot):
    select(window, "Kapitän")
    press(qtbot, window, Key.Key_L)
    rows_ = picker(window).list
    qtbot.mouseClick(
        rows_.viewport(), Qt.MouseButton.LeftButton, pos=rows_.visualRect(picker(window).model.index(2)).center()
    )
    assert spans(window) == [("entities", "LOC", "Kapitän")]


def test_key_repeats_last_label(window, qtbot):
    select(window, "Kapitän")
    press(qtbot, window, Key.Key_R)
    assert "No label has been given yet" in window.messages.words
    press(qtbot, window, Key.Key_4)
    for words in ("Schiff", "Firma"):
        select(window, words)
        press(qtbot, window, Key.Key_R)
    assert {label for _, label, _ in spans(window)} == {"MISC"}
    assert len(spans(window)) == 3


def test_return_stores_note_in_one_step(window, qtbot):
    select(window, "Kapitän")
    press(qtbot, window, Key.Key_1)
    press(qtbot, window, Key.Key_N)
    field = window.asking.note.field
    assert window.focusWidget() is field
    qtbot.keyClicks(field, "wer? ")
    field.insertPlainText("ö🎈")  # a test can press no such key
    qtbot.keyClicks(field, "x 1")
    qtbot.keyClick(field, Key.Key_Return, SHIFT)
    qtbot.keyClicks(field, "zwei")
    qtbot.keyClick(field, Key.Key_Return)
    assert rows(window, "SELECT note FROM span") == [("wer? ö🎈x 1\nzwei",)]
    assert window.focusWidget() is window.view
    assert undo_name(window) == "&Undo: “Note” of Person “Kapitän”"
    press(qtbot, window, Key.Key_N)
    qtbot.keyClicks(field, "anders")
    qtbot.keyClick(field, Key.Key_Escape)
    assert rows(window, "SELECT note FROM span") == [("wer? ö🎈x 1\nzwei",)]
    press(qtbot, window, Key.Key_Z, CONTROL)
    assert rows(window, "SELECT note FROM span") == [("",)]


def test_window_keys_keep_unfinished_note(window, qtbot):
    select(window, "Kapitän")
    press(qtbot, window, Key.Key_1)
    press(qtbot, window, Key.Key_N)
    field = window.asking.note.field
    qtbot.keyClicks(field, "wer")
    qtbot.keyClick(field, Key.Key_PageDown, CONTROL)
    assert window.session.opened.document.title == "Weifang wird Metaverse"
    window.articles.list.setFocus()
    assert rows(window, "SELECT note FROM span") == [("wer",)]


def test_closing_window_keeps_unfinished_note(window, qtbot):
    window.asking.write_article_note()
    qtbot.keyClicks(window.asking.note.field, "nachfragen")
    path = window.session.required().path
    window.close()
    window.session.close_project()
    with closing(sqlite3.connect(path)) as project:
        assert project.execute("SELECT note FROM document_state").fetchall() == [("nachfragen",)]


def test_other_annotator_gets_no_unfinished_note(window, qtbot):
    before = window.session.opened.annotator
    window.asking.write_article_note()
    qtbot.keyClicks(window.asking.note.field, "nachfragen")
    window.session.set_annotator("Eva")
    assert rows(window, "SELECT note FROM document_state WHERE note != ''") == []
    window.session.set_annotator(before)
    window.asking.write_article_note()
    assert window.asking.note.field.toPlainText() == "nachfragen"


def test_d_toggles_doubt(window, qtbot):
    select(window, "Kapitän")
    press(qtbot, window, Key.Key_1)
    press(qtbot, window, Key.Key_D)
    assert rows(window, "SELECT doubt FROM span") == [(1,)]
    row = window.session.opened.span(window.view.active())
    assert Captions(window.session)(row).full == "Person ?"
    press(qtbot, window, Key.Key_D)
    assert rows(window, "SELECT doubt FROM span") == [(0,)]
    assert active(window) == "Kapitän"


def test_note_and_doubt_need_a_label(window, qtbot):
    for key in (Key.Key_N, Key.Key_D):
        press(qtbot, window, key)
        assert window.messages.words == "Place the caret in a label first."
    press(qtbot, window, Key.Key_Tab)
    for key in (Key.Key_N, Key.Key_D):
        press(qtbot, window, key)
        assert window.messages.words == "Accept the suggestion first."
    assert not window.asking.note.isVisible()


def test_shift_l_adds_second_label(window, qtbot):
    select(window, "Weifang")
    press(qtbot, window, Key.Key_3)
    assert hint_line(window)["one more label"] == (sign("Shift+L"),)
    press(qtbot, window, Key.Key_L, SHIFT)
    assert "Place" not in shown(window)
    type_in(qtbot, window, "2")
    enter(qtbot, picker(window).field)
    assert sorted(spans(window)) == [("entities", "LOC", "Weifang"), ("entities", "ORG", "Weifang")]
    assert window.session.opened.span(window.view.active()).label == "ORG"
    press(qtbot, window, Key.Key_Space)
    press(qtbot, window, Key.Key_1)
    assert {label for _, label, _ in spans(window)} == {"ORG", "PER"}
    press(qtbot, window, Key.Key_2)
    assert {label for _, label, _ in spans(window)} == {"ORG", "PER"}, "no words have a label twice"
    window.steps.undo()
    window.steps.undo()
    assert spans(window) == [("entities", "LOC", "Weifang")]


def test_shift_l_adds_to_selected_words(window, qtbot):
    for typed in ("per", "ot"):
        select(window, "Kapitän")
        press(qtbot, window, Key.Key_L, SHIFT)
        type_in(qtbot, window, typed)
        enter(qtbot, picker(window).field)
    assert {label for _, label, _ in spans(window)} == {"PER", "MISC"}


def test_shift_l_needs_label_or_selection(window, qtbot):
    window.view.select(0, 0)
    window.aim.activate(None)
    press(qtbot, window, Key.Key_L, SHIFT)
    assert window.messages.words == "Place the caret in a label first."


def test_notes_typed_before_a_kill_are_stored(window, qtbot):
    path, document = window.session.required().path, window.session.opened.document.id
    select(window, "HD Hyundai")
    press(qtbot, window, "2")
    for write in (window.asking.write_note, window.asking.write_article_note):
        write()
        qtbot.keyClicks(window.asking.note.field, "nachfragen")
        qtbot.waitUntil(lambda: [typed.words for typed in typing_process.kept().values()] == ["nachfragen"])
        before = typing_process.kept()
        enter(qtbot, window.asking.note.field, Key.Key_Escape)
        qtbot.waitUntil(lambda: typing_process.kept() == {})
        drafts.DRAFTS.put(path, before[str(path)]._replace(annotator="otto"))
        window.session.open_document(document)
        qtbot.wait(50)
        drafts.DRAFTS.put(path, before[str(path)])  # as after a kill
        assert ("nachfragen",) not in rows(window, "SELECT note FROM span UNION SELECT note FROM document_state")
        window.session.open_document(document)
        statement = "SELECT note FROM span" if write == window.asking.write_note else "SELECT note FROM document_state"
        qtbot.waitUntil(lambda statement=statement: ("nachfragen",) in rows(window, statement))
        qtbot.waitUntil(lambda: typing_process.kept() == {})
        assert window.session.undo()


def test_menu_left_by_keys_returns_keyboard_to_note(window, qtbot):
    window.asking.write_article_note()
    note, bar = window.asking.note, window.menuBar()
    qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.actionGeometry(bar.actions()[0]).center())
    qtbot.keyClick(QApplication.activePopupWidget(), Key.Key_Escape)
    assert note.isVisible()
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_Escape)
    assert note.field.hasFocus()
    qtbot.keyClick(note.field, Key.Key_Escape)
    assert window.view.hasFocus()
