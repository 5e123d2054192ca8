"""Key hints in the article."""

from dataclasses import replace

from annotator.editing.schema_editing.changes import SchemaChange, put_label
from annotator.jobs.schema_change import remodel
from tests.ui.keyboard import CONTROL, SHIFT, Key, hint_line, press, select
from ui.choosing.palette import Palette
from ui.shell.action_table import ACTIONS


def test_hints_without_selection(window, qtbot):
    found = hint_line(window)
    assert found["next suggestion"] == ("⇥",)
    assert found["next unlabelled name"] == ("U",)
    assert found["done, next article"] == ("Ctrl+⏎",)
    assert found["accept the sure ones, go on"] == ("A",)
    assert found["all commands"] == ("Ctrl+K",)


def test_hints_finish_at_second_press_without_suggestions(window, qtbot):
    press(qtbot, window, Key.Key_Return, SHIFT)
    window.aim.activate(None)
    qtbot.waitUntil(lambda: hint_line(window)["done, next article"] == ("A", "A"))


def test_hints_distinguish_left_and_right_edge(window, qtbot):
    select(window, "Kapitän")
    press(qtbot, window, Key.Key_1)
    found = hint_line(window)
    assert found["right boundary"] == ("Alt+←", "Alt+→")
    assert found["left boundary"] == ("Alt+Shift+←", "Alt+Shift+→")


def test_hints_for_a_selection(window, qtbot):
    select(window, "Kapitän")
    found = hint_line(window)
    assert found["label as name"] == ("1–4",)
    assert found["choose a label"] == ("L",)
    assert not any(words.startswith("again") for words in found)
    press(qtbot, window, Key.Key_3)
    select(window, "Schiff")
    found = hint_line(window)
    assert found["again: Place"] == ("R",)
    assert found["a word less, more"] == ("Alt+←", "Alt+→")
    assert found["a character"] == ("Alt+,", "Alt+.")


def test_hints_for_an_active_label(window, qtbot):
    select(window, "das Schiff fahre")
    press(qtbot, window, Key.Key_C)
    qtbot.keyClick(window.panels.claim_card, Key.Key_Escape)
    assert "other label here" not in hint_line(window)
    select(window, "Schiff")
    press(qtbot, window, Key.Key_3)
    found = hint_line(window)
    assert found["note"] == ("N",)
    assert found["doubtful"] == ("D",)
    assert found["join, split"] == ("J", "Shift+J")
    assert found["other label here"] == ("␣",)
    press(qtbot, window, Key.Key_D)
    assert hint_line(window)["no longer doubtful"] == ("D",)


def test_picker_and_note_hint_their_own_keys(window, qtbot):
    select(window, "Kapitän")
    press(qtbot, window, Key.Key_L)
    assert hint_line(window)["choose"] == ("⏎",)
    qtbot.keyClick(window.asking.picker.field, Key.Key_Return)
    assert "choose" not in hint_line(window)
    press(qtbot, window, Key.Key_N)
    assert set(hint_line(window)) == {"save the note", "new line", "cancel"}
    qtbot.keyClick(window.asking.note.field, Key.Key_Escape)
    assert "save the note" not in hint_line(window)


def test_done_article_hints_reopening(window, qtbot):
    window.steps.finish()
    press(qtbot, window, Key.Key_PageUp, CONTROL)
    window.aim.activate(None)
    assert hint_line(window)["reopen the article"] == ("Ctrl+R",)
    press(qtbot, window, Key.Key_R, CONTROL)
    assert "done, next article" in hint_line(window)


def test_hints_show_custom_keys(window, qtbot):
    spec = next(spec for spec in ACTIONS if spec.id == "suggestion.next")
    window.menus.keymap.choose(spec, ["Ctrl+F12"])
    window.menus.apply_keys()
    assert hint_line(window)["next suggestion"] == ("Ctrl+F12",)
    window.menus.keymap.choose(spec, [])
    window.menus.apply_keys()
    assert "next suggestion" not in hint_line(window)


def test_read_only_project_hints_it(make_window, project_path):
    window = make_window(project_path)
    span = window.decisions.label(0, 3, "entities", "PER")
    assert window.projects.open_for_reading(project_path)
    select(window, "Kapitän")
    window.aim.activate(span.id)
    assert set(hint_line(window)) == {"Read only: nothing can be changed.", "all commands"}


def test_popup_hints_take_precedence_over_finishing(window, qtbot):
    press(qtbot, window, Key.Key_A)
    press(qtbot, window, Key.Key_A)
    assert "do it" not in hint_line(window)
    press(qtbot, window, Key.Key_K, CONTROL)
    assert set(hint_line(window)) == {"Type a few letters", "do it", "previous, next", "back to the article"}
    palette = window.findChild(Palette)
    qtbot.keyClick(palette.field, Key.Key_Escape)
    assert "do it" not in hint_line(window)


def test_label_keys_are_merged_into_runs(window, qtbot):
    schema = window.session.required().schema
    keys = dict(zip(("PER", "ORG", "LOC", "MISC"), "1823", strict=True))
    change = SchemaChange(before=schema, after=schema)
    for label in schema.layers[0].labels:
        change = put_label(change, label.id, replace(label, key=keys.get(label.id)))
    remodel(window.session.required(), change)
    select(window, "Kapitän")
    assert hint_line(window)["label as name"] == ("1–3", "8")


def test_hints_pending_suggestions(window, qtbot, monkeypatch):
    suggesting = window.desk.suggesting
    monkeypatch.setattr(suggesting, "is_asking_about", lambda _document: True)
    press(qtbot, window, Key.Key_Return, SHIFT)
    window.aim.activate(None)
    window.going_on.relent()
    suggesting.progressed.emit(suggesting.progress)
    assert window.panels.suggestions._count.text() == "still coming"
    found = hint_line(window)
    assert "Suggestions for this article are not ready yet." in found
    assert found["done, next article"] == ("Ctrl+⏎",)
    monkeypatch.setattr(suggesting, "is_asking_about", lambda _document: False)
    suggesting.progressed.emit(suggesting.progress)
    assert window.panels.suggestions._count.text() == "none open"
    assert hint_line(window)["done, next article"] == ("A", "A")


def test_narrow_window_says_what_brings_claim_cards_back(window, qtbot):
    select(window, "das Schiff fahre")
    press(qtbot, window, Key.Key_C)
    qtbot.keyClick(window.panels.claim_card, Key.Key_Escape)
    assert window.view.page.layout.measures.cards is not None
    assert "make room for the claim cards" not in hint_line(window)
    window.resize(1280, 700)
    qtbot.waitUntil(lambda: hint_line(window).get("make room for the claim cards") == ("F9",))
    window.aim.activate(None)
    assert hint_line(window)["make room for the claim cards"] == ("F9",)
    window.actions_by_id["view.articles"].trigger()
    qtbot.waitUntil(lambda: window.view.page.layout.measures.cards is not None)
    assert "make room for the claim cards" not in hint_line(window)
