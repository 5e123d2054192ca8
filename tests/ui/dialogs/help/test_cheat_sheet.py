"""The sheet of all keys over the window."""

from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QLabel, QPushButton

from tests.ui.keyboard import CONTROL, Key, press
from ui.dialogs.help.cheat_sheet import CheatSheet, SheetLine, SheetPage, columns, fitting
from ui.dialogs.help.keys_dialog import KeysDialog


def open_sheet(window, qtbot):
    press(qtbot, window, Key.Key_Question)
    return window.findChild(CheatSheet)


def test_question_mark_shows_all_keys(window, qtbot):
    sheet = open_sheet(window, qtbot)
    assert sheet.isVisible()
    assert sheet.geometry() == window.rect()
    found = {line.words: line.keys for line in sheet.page.lines}
    assert found["Accept Suggestion"] == ("⏎", "Enter")
    assert found["Place"] == ("3",)
    assert found["Accept the proposed value"] == ("⏎",)
    with_keys = [spec for spec in window.menus.specs if spec.shortcuts]
    assert len([line for line in sheet.page.lines if line.keys]) == len(with_keys) + 12
    assert "Place: 3" in sheet._scroll.accessibleDescription()


def test_lines_are_painted_soon_after_opening(window, qtbot):
    sheet = open_sheet(window, qtbot)
    place = QRect(sheet.page.mapTo(window, QPoint()), QPoint(200, 100) + sheet.page.mapTo(window, QPoint()))

    def colours():
        shown = window.screen().grabWindow(window.winId()).toImage().copy(place)
        return {shown.pixel(x, y) for x in range(shown.width()) for y in range(shown.height())}

    qtbot.waitUntil(lambda: sheet.page.palette().accent().color().rgb() in colours())
    assert len(colours()) > 10


@pytest.mark.parametrize("key", [Key.Key_Escape, Key.Key_Question, Key.Key_F1])
def test_escape_or_own_key_closes_sheet_and_restores_focus(window, qtbot, key):
    sheet = open_sheet(window, qtbot)
    qtbot.keyClick(window.focusWidget(), key)
    assert not sheet.isVisible()
    assert window.focusWidget() is window.view


def test_click_beside_or_window_key_closes_sheet(window, qtbot):
    sheet = open_sheet(window, qtbot)
    qtbot.mouseClick(sheet, Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
    assert not sheet.isVisible()
    open_sheet(window, qtbot)
    qtbot.keyClick(window.focusWidget(), Key.Key_K, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert not sheet.isVisible()
    assert window.focusWidget() is window.top_bar.search


def test_sheet_follows_window_and_leads_to_editor(window, qtbot):
    sheet = open_sheet(window, qtbot)
    window.resize(900, 600)
    assert sheet.geometry() == window.rect()
    assert window.rect().contains(sheet._panel.geometry())
    change = sheet.findChild(type(window.panels.inspector._remove), "cheatSheetChange")
    qtbot.mouseClick(change, Qt.MouseButton.LeftButton)
    assert not sheet.isVisible()
    editor = window.findChild(KeysDialog)
    assert editor.isVisible()
    editor.close()


@pytest.mark.parametrize("language", ["en", "de"])
def test_head_fits_small_window(make_window, project_path, language):
    window = make_window(project_path, language=language)
    window.resize(640, 400)
    window.show()
    window.actions_by_id["help.keyboard"].trigger()
    sheet = window.findChild(CheatSheet)
    change = sheet.findChild(QPushButton, "cheatSheetChange")
    shown = [each.geometry() for each in (*sheet._panel.findChildren(QLabel), sheet.field, change)]
    assert not any(one.intersects(other) for one, other in combinations(shown, 2))
    assert all(sheet._panel.rect().contains(each) for each in shown)
    assert sheet.field.width() >= sheet.field.fontMetrics().horizontalAdvance(sheet.field.placeholderText()) + 20


@pytest.mark.parametrize("count", [1, 2, 3, 4])
def test_columns_keep_every_line_and_end_without_heading(count):
    lines = [
        SheetLine("A"),
        SheetLine("a", ("1",)),
        SheetLine("ä", ("2",)),
        SheetLine(""),
        SheetLine("B"),
        SheetLine("b", ("3",)),
        SheetLine(""),
        SheetLine("C"),
        SheetLine("🎈", ("4",)),
    ]
    found = columns(lines, count)
    assert [line for column in found for line in column if line.words] == [line for line in lines if line.words]
    assert len(found) <= count
    assert all(column[0].words and not column[-1].is_heading for column in found)


def test_continued_section_repeats_heading():
    lines = [SheetLine("A"), *(SheetLine(f"a{number}", ("1",)) for number in range(5))]
    first, second = columns(lines, 2)
    assert [line.words for line in first] == ["A", "a0", "a1", "a2"]
    assert [line.words for line in second] == ["A", "a3", "a4"]


def test_search_lists_keys_below_headings(window, qtbot):
    sheet = open_sheet(window, qtbot)
    size = sheet._panel.geometry()
    qtbot.keyClicks(window.focusWidget(), "suggestion next")
    words = [line.words for line in sheet.page.lines]
    assert "Next Suggestion" in words
    assert "Place" not in words
    assert sheet.page.lines[0].is_heading
    assert sheet._panel.geometry() == size
    qtbot.keyClicks(window.focusWidget(), " xyz")
    assert [line.words for line in sheet.page.lines] == ["No matches."]
    qtbot.keyClick(window.focusWidget(), Key.Key_Escape)
    assert not sheet.isVisible()
    assert len(open_sheet(window, qtbot).page.lines) > len(words)


def test_search_matches_keys_and_menus():
    lines = [
        SheetLine("View"),
        SheetLine("Larger", ("Ctrl++",)),
        SheetLine(""),
        SheetLine("Go"),
        SheetLine("x", ("F6",)),
    ]
    assert [line.words for line in fitting(lines, "f6")] == ["Go", "x"]
    assert [line.words for line in fitting(lines, "view")] == ["View", "Larger"]
    assert fitting(lines, "") == lines


def test_tooltip_shows_elided_text(qtbot):
    page = SheetPage()
    qtbot.addWidget(page)
    page.resize(300, 200)
    long = "Labels whose words are the same as those of the old version 🎈"
    page.show_lines([SheetLine("Article"), SheetLine(long, ("Ctrl+Shift+A",)), SheetLine("Details", ("F2",))])
    line = page.heightForWidth(300) // 3
    assert page.cut_at(QPoint(20, line + line // 2)) == long
    assert page.cut_at(QPoint(20, 2 * line + line // 2)) == ""
    assert page.cut_at(QPoint(20, line // 2)) == ""
