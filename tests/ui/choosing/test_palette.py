"""The command palette by key, also with many articles."""

import time
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from annotator.corpus.article import Article
from annotator.editing.schema_editing.changes import SchemaChange, put_label
from annotator.formats.registry import EXPORTERS
from annotator.jobs.schema_change import remodel
from annotator.model.values import ENTITIES
from tests.ui.articles import CLEAN
from tests.ui.keyboard import CONTROL, Key, hint_line, press, select, spans
from ui.choosing.palette import Palette

QUESTIONS = [
    tuple(line.split("\t")) for line in Path(__file__).with_name("questions.tsv").read_text("utf-8").splitlines()
]


MEANT = {
    "de": {
        "Sprachmodell": "suggestion.ask_model",
        "API-Schlüssel": "suggestion.ask_model",
        "DocBin": "file.export",
        "Dunkelmodus": "theme.dark",
        "Artikel sortieren": "left.articles",
        "ohne Urheber": "project.rules",
        "drucken": "file.export",
    },
    "en": {
        "language model settings": "suggestion.ask_model",
        "openai": "suggestion.ask_model",
        "light mode": "theme.light",
        "stats": "project.numbers",
        "set aside": "file.repair",
    },
}


def open_palette(window, qtbot):
    press(qtbot, window, Key.Key_K, CONTROL)
    return window.findChild(Palette)


def shown(palette):
    return [row.name for row in palette.model.shown]


def test_palette_lists_actions_and_labels_with_keys(window, qtbot):
    palette = open_palette(window, qtbot)
    assert {row.id for row in palette.model.shown} == set(window.actions_by_id) - {"edit.palette"}
    keys = {row.id: row.keys for row in palette.model.shown}
    assert keys["suggestion.accept"] == ("⏎", "Enter")
    assert keys["label.entities.LOC"] == ("3",)


@pytest.mark.parametrize("language", MEANT)
def test_first_action_is_the_one_meant(make_window, project_path, language):
    window = make_window(project_path, language=language)
    window.actions_by_id["edit.palette"].trigger()
    palette, first = window.findChild(Palette), {}
    for typed in MEANT[language]:
        palette.field.setText(typed)
        first[typed] = next((row.id for row in palette.model.shown), None)
    assert first == MEANT[language]


@pytest.mark.parametrize(("typed", "first"), [("acc sug", "Accept Suggestion"), ("zoom i", "Zoom In"), ("x", "X")])
def test_typing_filters_best_first(window, qtbot, typed, first):
    palette = open_palette(window, qtbot)
    qtbot.keyClicks(palette.field, typed)
    found = palette.model.shown[0]
    assert first in {found.name, *found.keys}


@pytest.mark.parametrize("language", ["en", "de"])
def test_questions_lead_to_the_wanted_action(make_window, project_path, language):
    window = make_window(project_path, language=language)
    window.actions_by_id["edit.palette"].trigger()
    palette = window.findChild(Palette)
    missed = []
    for typed, wanted in QUESTIONS:
        palette.field.setText(typed)
        first = [row.id for row in palette.model.shown[:3]]
        if not set(wanted.split()) & set(first):
            missed.append((typed, wanted, first))
    assert missed == []


def test_every_export_format_leads_to_export(window):
    window.actions_by_id["edit.palette"].trigger()
    palette = window.findChild(Palette)
    for exporter in EXPORTERS.values():
        palette.field.setText(f"export {exporter.title}")
        assert palette.model.shown[0].id == "file.export", exporter.title


def test_row_says_why_it_matches(window, qtbot):
    palette = open_palette(window, qtbot)
    qtbot.keyClicks(palette.field, "backup")
    row = palette.model.shown[0]
    assert (row.id, row.why) == ("file.copy", "backup")
    assert "backup" in palette.field.accessibleDescription()
    palette.field.setText("save")
    assert [row.why for row in palette.model.shown if row.id == "file.copy"] == [""]


def test_submenu_is_named_beside_its_actions(window, qtbot):
    palette = open_palette(window, qtbot)
    assert {row.detail for row in palette.model.shown if row.id.startswith("theme.")} == {"View › Colours"}


def test_return_runs_action_on_selection(window, qtbot):
    select(window, "Kapitän")
    palette = open_palette(window, qtbot)
    qtbot.keyClicks(palette.field, "Ort")
    qtbot.keyClick(palette.field, Key.Key_Return)
    assert spans(window) == [("entities", "LOC", "Kapitän")]
    assert window.focusWidget() is window.view
    assert not palette.isVisible()


def test_opening_picker_from_palette_updates_key_line(window, qtbot):
    select(window, "Kapitän")
    palette = open_palette(window, qtbot)
    qtbot.keyClicks(palette.field, "choose a label")
    qtbot.keyClick(palette.field, Key.Key_Return)
    assert window.focusWidget() is window.asking.picker.field
    assert "choose" in hint_line(window)
    qtbot.keyClick(window.asking.picker.field, Key.Key_Return)
    assert spans(window) == [("entities", "PER", "Kapitän")]
    assert window.focusWidget() is window.view


def test_recent_actions_come_first(window, qtbot):
    palette = open_palette(window, qtbot)
    assert "do it" in hint_line(window)
    qtbot.keyClicks(palette.field, "clean reading")
    qtbot.keyClick(palette.field, Key.Key_Return)
    assert window.view.display.shown == CLEAN
    assert "do it" not in hint_line(window)
    open_palette(window, qtbot)
    assert shown(palette)[0] == "Clean Reading"
    qtbot.keyClick(palette.field, Key.Key_K, CONTROL)
    assert not palette.isVisible()
    assert window.focusWidget() is window.view


def test_meaning_is_found_whatever_was_recent(window, qtbot):
    for recent in ("view.zoom_in", "file.export", "project.schema"):
        window.desk.settings.remember_action(recent)
        palette = open_palette(window, qtbot)
        assert palette.model.shown[0].id == recent
        qtbot.keyClicks(palette.field, "stats")
        assert palette.model.shown[0].id == "project.numbers"
        palette.leave()


def test_renamed_label_is_found_by_its_new_name(window, qtbot):
    project = window.session.project
    for name, mistyped in (("Wasserweg", "Wasserwge"), ("Inselreich", "Inselriech")):  # only the index finds these
        palette = open_palette(window, qtbot)
        qtbot.keyClicks(palette.field, mistyped)
        assert palette.model.shown == []
        palette.leave()
        label = replace(project.schema.require_label(ENTITIES, "LOC"), name={"en": name, "de": name})
        remodel(project, put_label(SchemaChange(before=project.schema, after=project.schema), "LOC", label))
        palette = open_palette(window, qtbot)
        qtbot.keyClicks(palette.field, mistyped)
        assert palette.model.shown[0].id == "label.entities.LOC"
        palette.leave()


def test_unavailable_action_shows_reason(window, make_window, qtbot):
    palette = open_palette(window, qtbot)
    qtbot.keyClicks(palette.field, "redo")
    assert (shown(palette)[0], palette.model.shown[0].reason) == ("Redo", "Nothing to redo")
    qtbot.keyClick(palette.field, Key.Key_Return)
    assert palette.isVisible()
    assert "Nothing to redo" in palette.field.accessibleDescription()
    qtbot.keyClick(palette.field, Key.Key_Escape)
    window.session.close_document()
    open_palette(window, qtbot)
    reasons = {row.id: row.reason for row in palette.model.shown}
    assert reasons["article.done"] == "Open an article first"
    window.session.close_project()
    qtbot.keyClick(window, Key.Key_K, CONTROL)
    reasons = {row.id: row.reason for row in palette.model.shown}
    assert (reasons["file.export"], reasons["file.new"]) == ("Open a project first", "")


def test_article_is_found_by_title(window, qtbot):
    palette = open_palette(window, qtbot)
    qtbot.keyClicks(palette.field, "ZUG zwei")
    qtbot.waitUntil(lambda: "Zweiter Zug" in shown(palette))
    place = shown(palette).index("Zweiter Zug")
    for _ in range(place):
        qtbot.keyClick(palette.field, Key.Key_Down)
    qtbot.keyClick(palette.field, Key.Key_Return)
    assert window.session.opened.document.title == "Zweiter Zug"
    assert window.focusWidget() is window.view


def add_titles(window, *titles):
    window.session.required().add_articles(
        [Article(name=title, title=title, text=f"{title}.", language="de") for title in titles]
    )


@pytest.mark.parametrize("typed", ["das m", "rain in", "leeds ra"])
def test_title_begun_stands_above_loose_commands(window, qtbot, typed):
    add_titles(window, "Trainer Vukovic: Das Maß ist voll", "Das Märchen vom Norden", "Rain in Leeds", "Training")
    palette = open_palette(window, qtbot)
    palette.field.setText(typed)
    assert palette.model.shown[0].id in window.actions_by_id
    wanted = "Das Märchen vom Norden" if typed == "das m" else "Rain in Leeds"
    qtbot.waitUntil(lambda: shown(palette)[0] == wanted)
    qtbot.keyClick(palette.field, Key.Key_Return)
    assert window.session.opened.document.title == wanted


def test_quick_return_opens_the_title_begun(window, qtbot):
    add_titles(window, "Rain in Leeds")
    palette = open_palette(window, qtbot)
    palette.field.setText("rain in")
    qtbot.keyClick(palette.field, Key.Key_Return)
    assert window.session.opened.document.title == "Rain in Leeds"


def test_row_chosen_by_arrow_stays_when_titles_come(window, qtbot):
    add_titles(window, "Rain in Leeds")
    palette = open_palette(window, qtbot)
    palette.field.setText("rain")
    qtbot.keyClick(palette.field, Key.Key_Down)
    chosen = palette.current()
    qtbot.waitUntil(lambda: shown(palette)[0] == "Rain in Leeds")
    assert palette.current() == chosen


@pytest.mark.parametrize("typed", ["backup", "Export", "zoom i"])
def test_command_typed_exactly_stays_above_titles(window, qtbot, typed):
    title = f"{typed} ist ein Titel"
    add_titles(window, title)
    palette = open_palette(window, qtbot)
    palette.field.setText(typed)
    first = palette.model.shown[0]
    qtbot.waitUntil(lambda: title in shown(palette))
    assert palette.model.shown[0] == first == palette.current()


def test_title_with_the_letters_inside_comes_last(window, qtbot):
    add_titles(window, "Trainer Vukovic", *(f"Der Trainer {i}" for i in range(30)), "Viel Rain", "Rain in Leeds")
    palette = open_palette(window, qtbot)
    palette.field.setText("rain")
    qtbot.waitUntil(lambda: "Trainer Vukovic" in shown(palette))
    assert shown(palette)[:2] == ["Rain in Leeds", "Viel Rain"]
    commands = [place for place, row in enumerate(palette.model.shown) if row.id in window.actions_by_id]
    assert max(commands) < shown(palette).index("Trainer Vukovic")


def test_click_on_row_runs_action(window, qtbot):
    palette = open_palette(window, qtbot)
    qtbot.keyClicks(palette.field, "next article")
    place = palette.list.visualRect(palette.model.index(0)).center()
    qtbot.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert window.session.opened.document.title == "Zweiter Zug"


def test_small_window_keeps_key_line_visible(window, qtbot):
    window.resize(700, 460)
    palette = open_palette(window, qtbot)
    foot = window.key_line.mapTo(window, window.key_line.rect().topLeft()).y()
    assert palette.geometry().bottom() < foot
    assert palette.geometry().left() >= 0
    for _ in range(30):
        qtbot.keyClick(palette.field, Key.Key_Down)
    assert palette.list.visualRect(palette.list.currentIndex()).bottom() <= palette.list.viewport().height()


def test_search_in_many_articles_is_sliced(window, qtbot):
    articles = [Article(name=str(i), title=f"Nachricht {i} 🎈", text=f"Text {i}", language="de") for i in range(20_000)]
    window.session.required().add_articles(articles)
    palette = open_palette(window, qtbot)
    looks = []

    def look():
        before = time.thread_time()
        palette._look_for_articles()
        looks.append(time.thread_time() - before)

    palette._timer.timeout.disconnect()
    palette._timer.timeout.connect(look)
    keys = []
    for letter in "nachricht 19999":
        before = time.thread_time()
        qtbot.keyClick(palette.field, letter)
        keys.append(time.thread_time() - before)
    qtbot.waitUntil(lambda: "Nachricht 19999 🎈" in shown(palette), timeout=20_000)
    qtbot.waitUntil(lambda: not palette._timer.isActive())
    assert sorted(keys)[len(keys) // 2] < 0.016
    assert sorted(looks)[len(looks) // 2] < 0.016
    assert len(looks) >= 10


def test_letters_after_palette_key_stay_in_palette(window, qtbot):
    """After a claim is removed, the window gives the focus to the article a moment later."""
    start = select(window, "das Schiff fahre")
    press(qtbot, window, Key.Key_C)
    qtbot.keyClick(window.panels.claim_card, Key.Key_Escape)
    before = spans(window)
    window.aim.activate(window.session.opened.spans_at(start, start + len("das Schiff fahre"))[0].id)
    window.decisions.remove([window.view.active()])
    palette = open_palette(window, qtbot)
    for letter in "light":
        qtbot.keyClicks(window.focusWidget(), letter)
        QApplication.processEvents()
        window.view.setFocus()
    assert palette.isVisible()
    assert palette.field.text() == "light"
    assert palette.field.hasFocus()
    assert len(spans(window)) == len(before) - 1
    qtbot.keyClick(window.focusWidget(), Key.Key_Escape)
    assert window.view.hasFocus()


def test_article_opened_meanwhile_leaves_palette_open(window, qtbot):
    palette = open_palette(window, qtbot)
    qtbot.keyClicks(window.focusWidget(), "li")
    window.articles.go_next()
    QApplication.processEvents()
    qtbot.keyClicks(window.focusWidget(), "ght")
    assert palette.isVisible()
    assert palette.field.text() == "light"
    assert "Light" in shown(palette)


def test_key_of_another_action_closes_palette(window, qtbot):
    palette = open_palette(window, qtbot)
    window.actions_by_id["edit.find"].trigger()
    assert not palette.isVisible()
    assert window.find_bar.isVisible()
    assert window.focusWidget().objectName() == "findField"
