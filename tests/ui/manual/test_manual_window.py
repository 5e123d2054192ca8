"""The window of the manual, with real keys."""

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QColor, QFontMetricsF, QPalette, QTextDocument
from PySide6.QtWidgets import QApplication, QDialog

from ui.manual.manual_window import ManualWindow

Key = Qt.Key


def open_manual(window, qtbot):
    window.actions_by_id["help.manual"].trigger()
    manual = window.findChild(ManualWindow)
    qtbot.waitExposed(manual)
    return manual


@pytest.fixture
def manual(window, qtbot):
    window.view.setFocus()
    return open_manual(window, qtbot)


def search(manual, qtbot, words):
    qtbot.keyClicks(manual.search, words)
    qtbot.keyClick(manual.search, Key.Key_Return)  # searches at once


def press_in_dialog(window, qtbot, action, name):
    window.actions_by_id[action].trigger()
    dialog = window.findChild(QDialog, name)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    qtbot.keyClick(dialog.focusWidget() or dialog, Key.Key_F1, Qt.KeyboardModifier.ControlModifier)
    return dialog


def shown_words(manual):
    return [each.cursor.selectedText() for each in manual.text.extraSelections()]


def test_opens_at_the_chapter_of_the_focused_panel(window, qtbot):
    for widget, chapter in ((window.view, "suggestions"), (window.articles.list, "project")):
        widget.setFocus()
        assert open_manual(window, qtbot).chapter == chapter
    text = window.session.opened.document.text
    window.view.select(text.index("das Schiff"), text.index("ohne"))
    window.actions_by_id["label.claims.CLAIM"].trigger()
    qtbot.waitUntil(lambda: window.panels.claim_card.isAncestorOf(QApplication.focusWidget()))
    assert open_manual(window, qtbot).chapter == "claims"


@pytest.mark.parametrize(
    ("action", "name", "chapter"),
    [("file.export", "exportDialog", "export"), ("project.schema", "schemaWindow", "schema")],
)
def test_key_works_in_other_windows(window, qtbot, action, name, chapter):
    press_in_dialog(window, qtbot, action, name)
    assert window.findChild(ManualWindow).chapter == chapter


def test_can_be_used_above_a_modal_dialog(window, qtbot):
    dialog = press_in_dialog(window, qtbot, "file.import", "importDialog")
    manual = window.findChild(ManualWindow)
    assert manual.chapter == "import"
    assert manual.parentWidget() is dialog
    search(manual, qtbot, "backup")
    assert manual.chapter == "project"


def test_opens_without_project(make_window, qtbot):
    manual = open_manual(make_window(), qtbot)
    assert manual.chapter == "start"
    assert manual.list.count() == 11


def test_search_lists_places_and_return_goes_on(manual, qtbot):
    search(manual, qtbot, "overlap")
    assert manual.hits.isVisible()
    assert manual.hits.count() > 1
    assert manual.count.text() == f"{manual.hits.count()} places"
    assert manual.chapter == "labels"
    assert "Overlaps" in shown_words(manual)
    qtbot.keyClick(manual.search, Key.Key_Return)
    assert manual.hits.currentRow() == 1
    qtbot.keyClick(manual.search, Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert manual.hits.currentRow() == 0


def test_escape_clears_the_search_then_closes(manual, qtbot):
    search(manual, qtbot, "overlap")
    qtbot.keyClick(manual.search, Key.Key_Escape)
    qtbot.waitUntil(manual.list.isVisible)
    assert shown_words(manual) == []
    qtbot.keyClick(manual.search, Key.Key_Escape)
    assert not manual.isVisible()


def test_what_is_not_there_is_said(manual, qtbot):
    search(manual, qtbot, "xylophone")
    assert manual.count.text() == "Nothing found"


def test_link_leads_to_chapter_and_back_returns(manual, qtbot):
    manual.text.verticalScrollBar().setValue(120)
    manual.text.anchorClicked.emit(QUrl("06-questions.md"))
    assert manual.chapter == "questions"
    qtbot.keyClick(manual, Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert (manual.chapter, manual.text.verticalScrollBar().value()) == ("suggestions", 120)
    qtbot.keyClick(manual, Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert manual.chapter == "questions"
    assert not manual.forward.isEnabled()


def test_back_returns_to_the_end_of_a_chapter(manual, qtbot):
    manual.open_chapter("claims")
    bar = manual.text.verticalScrollBar()
    end = bar.maximum()
    bar.setValue(end)
    manual.text.anchorClicked.emit(QUrl("06-questions.md"))
    qtbot.keyClick(manual, Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert (manual.chapter, bar.value(), bar.maximum()) == ("claims", end, end)


def test_links_outside_open_nothing(manual):
    for address in ("https://example.org/x.md", "file:///etc/passwd", "../../../README.md", "mailto:a@example.org"):
        manual.text.anchorClicked.emit(QUrl(address))
        assert manual.chapter == "suggestions"


def test_pictures_come_from_the_folder_only(manual):
    image = QTextDocument.ResourceType.ImageResource.value
    assert manual.text.loadResource(image, QUrl("pictures/suggestions.png")) is not None
    assert manual.text.loadResource(image, QUrl("../../../resources/pictures/window.png")) is None
    assert manual.text.loadResource(image, QUrl("https://example.org/a.png")) is None


def test_shows_the_keys_in_force(window, qtbot):
    window.menus.keymap.choose(window.menus.defaults["suggestion.reject"], ["Ctrl+Backspace"])
    window.menus.apply_keys()
    window.view.setFocus()
    assert "Ctrl+Backspace" in open_manual(window, qtbot).text.toPlainText()


def test_chapters_are_chosen_by_keyboard(manual, qtbot):
    qtbot.keyClick(manual.search, Key.Key_Down)
    assert manual.list.hasFocus()
    qtbot.keyClick(manual.list, Key.Key_Down)
    assert manual.chapter == "labels"
    qtbot.keyClick(manual, Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert manual.search.hasFocus()


def test_dark_colours_follow_the_palette(manual):
    dark = QPalette(manual.text.palette())
    dark.setColor(QPalette.ColorRole.Base, QColor("#202329"))
    manual.text.setPalette(dark)
    block = manual.text.document().begin()
    grounds = set()
    while block.isValid():
        grounds |= {f.format.background().color().name() for f in block.textFormats() if f.format.hasProperty(0x820)}
        block = block.next()
    assert grounds
    assert all(QColor(name).lightness() < 100 for name in grounds)


def test_pictures_are_dark_in_the_dark_theme(manual):
    image = QTextDocument.ResourceType.ImageResource.value

    def middle():
        picture = manual.text.loadResource(image, QUrl("pictures/export.png"))
        return picture.pixelColor(picture.width() // 2, picture.height() - 20).lightness()

    assert middle() > 200
    dark = QPalette(manual.text.palette())
    dark.setColor(QPalette.ColorRole.Window, QColor("#1c1f24"))
    manual.text.setPalette(dark)
    assert middle() < 60


def test_german_window_shows_german_text(make_window, project_path, qtbot):
    manual = open_manual(make_window(project_path, language="de"), qtbot)
    assert manual.windowTitle() == "Handbuch"
    assert manual.text.toPlainText().startswith("Lesen und über Vorschläge entscheiden")


def test_pictures_fit_a_narrow_window(manual, qtbot):
    manual.resize(640, 500)
    qtbot.waitUntil(lambda: manual.text.document().idealWidth() <= manual.text.viewport().width() + 1)


def test_titles_of_all_chapters_begin_below_each_other(manual):
    words = [manual.list.item(row).text() for row in range(manual.list.count())]
    assert words[9].startswith("10")
    metrics = QFontMetricsF(manual.list.font())
    titles = [next(at for at, letter in enumerate(each) if letter.isalpha()) for each in words]
    begins = {metrics.horizontalAdvance(each[:at]) for each, at in zip(words, titles, strict=True)}
    assert len(begins) == 1
