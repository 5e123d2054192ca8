import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QApplication, QMessageBox

from annotator.jobs.suggesting.wanted_sources import known_language
from annotator.project.project import LANGUAGE_SET
from tests.ui.at_once import parse
from tests.ui.opened import TEXT, open_article
from ui.dialogs.importing.paste_dialog import PasteDialog

PASTED = (
    "Köln baut\u00a0das Stadion um 🎈\n\nVon Jörg Süß\n\n"
    "Die Stadt Köln baut das Stadion um, sagte Ce\u0301line Dahl.\n\n"
    "Foto: Jörg Süß/Agentur"
)


@pytest.fixture
def opened(tmp_path, qtbot):
    session, _ = open_article(tmp_path)
    dialog = PasteDialog(session, parse)
    qtbot.addWidget(dialog)
    dialog.open()
    yield session, dialog
    dialog.close()
    session.close_project()


def paste(qtbot, dialog, text):
    dialog.text.setPlainText(text)
    qtbot.waitUntil(dialog.form.isEnabled)


def test_adds_pasted_article_with_metadata(qtbot, opened):
    session, dialog = opened
    paste(qtbot, dialog, PASTED)
    assert dialog.form.lines["title"].text() == "Köln baut\u00a0das Stadion um 🎈"
    with qtbot.waitSignal(dialog.added) as said:
        qtbot.mouseClick(dialog.add, Qt.MouseButton.LeftButton)
    document = session.required().read.document(said.args[0])
    assert document.text == PASTED
    assert [document.text[start:end] for start, end in document.excluded] == ["Von Jörg Süß", "Foto: Jörg Süß/Agentur"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_ctrl_return_adds_article_from_the_text(qtbot, opened, key):
    session, dialog = opened
    qtbot.keyClick(dialog.text, key, Qt.KeyboardModifier.ControlModifier)
    assert dialog.isVisible()
    paste(qtbot, dialog, PASTED)
    dialog.text.setFocus()
    with qtbot.waitSignal(dialog.added) as said:
        qtbot.keyClick(dialog.text, key, Qt.KeyboardModifier.ControlModifier)
    assert session.required().read.document(said.args[0]).text == PASTED


def test_unticked_paragraph_is_not_excluded(qtbot, opened):
    session, dialog = opened
    paste(qtbot, dialog, PASTED)
    for row in range(dialog.furniture.count()):
        dialog.furniture.item(row).setCheckState(Qt.CheckState.Unchecked)
    with qtbot.waitSignal(dialog.added) as said:
        dialog.add.click()
    document = session.required().read.document(said.args[0])
    assert document.excluded == ()


def test_edited_fields_stay_when_text_changes(qtbot, opened):
    session, dialog = opened
    paste(qtbot, dialog, PASTED)
    line = dialog.form.lines["publisher"]
    qtbot.keyClicks(line, "Nordkurier")
    dialog.text.appendPlainText("\nNoch ein Absatz.")
    qtbot.waitUntil(dialog.add.isEnabled)
    assert line.text() == "Nordkurier"
    with qtbot.waitSignal(dialog.added) as said:
        dialog.add.click()
    assert session.required().read.document(said.args[0]).publisher == "Nordkurier"


def test_existing_text_is_named_and_not_added(qtbot, opened):
    _, dialog = opened
    paste(qtbot, dialog, TEXT)
    qtbot.waitUntil(lambda: "Kürzlich 🎈" in dialog.findChild(object, "pasteNotice").text())
    assert not dialog.add.isEnabled()


@pytest.mark.parametrize("in_the_field", [False, True])
def test_endless_word_from_the_clipboard_is_wrapped_anywhere(opened, in_the_field):
    _, dialog = opened  # a picture copied as "data:image/png;base64,…"
    QApplication.clipboard().setText("iVBORw0KGgo" * 50_000)
    if in_the_field:
        dialog.text.paste()
    else:
        dialog.paste_clipboard()
    assert dialog.text.wordWrapMode() is QTextOption.WrapMode.WrapAnywhere
    assert len(dialog.text.words()) == 550_000


BROKEN = (
    "Die Stadt Köln baut das Stadion um und rechnet dafür mit\n"
    "Kosten von zwei Millionen Euro, sagte Ce\u0301line Dahl in der\n"
    "Sitzung, die bis in den Abend gedauert hat.\n\n"
    "Im Rat ist der Umbau umstritten, weil die Stadt zugleich bei\n"
    "den Schulen spart und dort seit Jahren nichts mehr saniert\n"
    "wird."
)


def test_joined_lines_are_announced(qtbot, opened):
    session, dialog = opened
    paste(qtbot, dialog, PASTED)
    assert dialog.joined.isHidden()
    paste(qtbot, dialog, BROKEN)
    told = "Lines that end in the middle of a sentence will be joined into 2 paragraphs."
    qtbot.waitUntil(lambda: not dialog.joined.isHidden() and dialog.joined.text() == told)
    with qtbot.waitSignal(dialog.added) as said:
        dialog.add.click()
    assert len(session.required().read.document(said.args[0]).text.split("\n\n")) == 2


def test_unreadable_line_of_front_matter_is_named(qtbot, opened):
    _, dialog = opened
    body = "Die Stadt Wiesenau baut eine Brücke über die Lohe."
    paste(qtbot, dialog, f"---\ntitle: Brücke kommt\nauthor: Ole\n== <b>Wiesenau\n---\n{body}")
    assert "“== <b>Wiesenau”" in dialog.unread.text()
    assert dialog.unread.isVisibleTo(dialog)
    assert dialog.add.isEnabled()
    paste(qtbot, dialog, f"---\ntitle: Brücke kommt\nauthor: Ole\n---\n{body}")
    qtbot.waitUntil(lambda: not dialog.unread.isVisibleTo(dialog))
    assert dialog.add.isEnabled()


def test_reports_invalid_date(qtbot, opened):
    _, dialog = opened
    paste(qtbot, dialog, PASTED)
    qtbot.waitUntil(dialog.add.isEnabled)
    dialog.form.lines["published"].clear()
    qtbot.keyClicks(dialog.form.lines["published"], "9.13.2026")
    assert not dialog.add.isEnabled()


def test_article_may_have_another_language_than_its_project(qtbot, opened):
    session, dialog = opened
    paste(qtbot, dialog, PASTED)
    assert dialog.form.language.currentData() == "de" == session.required().language
    qtbot.keyClick(dialog.form.language, Qt.Key.Key_E)  # Englisch
    with qtbot.waitSignal(dialog.added) as added:
        qtbot.mouseClick(dialog.add, Qt.MouseButton.LeftButton)
    document = session.required().read.document(added.args[0])
    assert document.language == "en"
    assert known_language(session.required(), document) == "en"


def test_tab_goes_down_the_details(qtbot, opened):
    _, dialog = opened
    paste(qtbot, dialog, PASTED)
    dialog.activateWindow()
    dialog.text.setFocus()
    passed = []
    for _ in range(6):
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        passed.append(dialog.focusWidget().objectName().removeprefix("paste."))
    assert passed == ["title", "published", "language", "publisher", "author", "url"]


def test_unchanged_language_is_that_of_the_project(qtbot, opened):
    session, dialog = opened
    paste(qtbot, dialog, PASTED)
    with qtbot.waitSignal(dialog.added) as added:
        qtbot.mouseClick(dialog.add, Qt.MouseButton.LeftButton)
    document = session.required().read.document(added.args[0])
    assert document.language == "de"
    assert LANGUAGE_SET not in document.meta


def test_fits_small_screen(opened):
    _, dialog = opened
    assert dialog.height() <= dialog.screen().availableSize().height() - 56  # the frame around it


@pytest.mark.skipif(sys.platform == "darwin", reason="Alt writes letters there")
def test_button_key_never_types_into_article(qtbot, opened):
    _, dialog = opened
    dialog.text.setPlainText(PASTED)
    qtbot.keyClick(dialog.text, Qt.Key.Key_A, Qt.KeyboardModifier.AltModifier)
    assert dialog.text.document().toRawText().replace("\u2029", "\n") == PASTED
    qtbot.keyClick(dialog.text, Qt.Key.Key_A)
    assert dialog.text.document().toRawText().startswith("aKöln")


def test_parsing_message_is_not_a_warning(qtbot, opened):
    session, _ = opened
    dialog = PasteDialog(session, lambda *_args, **_kwargs: lambda: None)
    qtbot.addWidget(dialog)
    dialog.text.setPlainText(PASTED)
    notice = dialog._notice
    qtbot.waitUntil(lambda: notice.text() == "Checking the text…")
    assert notice.property("role") == "muted"


def test_escape_asks_before_discarding_edited_article(qtbot, opened):
    _, dialog = opened
    qtbot.keyClicks(dialog.text, "Ein langer Artikel")
    qtbot.keyClick(dialog.text, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    qtbot.keyClick(dialog.findChild(QMessageBox, "pasteDiscardQuestion"), Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert dialog.text.toPlainText() == "Ein langer Artikel"
    qtbot.keyClick(dialog.text, Qt.Key.Key_Escape)
    question = dialog.findChildren(QMessageBox, "pasteDiscardQuestion")[-1]
    next(b for b in question.buttons() if question.buttonRole(b) == QMessageBox.ButtonRole.DestructiveRole).click()
    assert not dialog.isVisible()


def test_escape_closes_at_once_with_clipboard_text(qtbot, opened):
    _, dialog = opened
    QApplication.clipboard().setText(PASTED)
    dialog.paste_clipboard()
    qtbot.keyClick(dialog.text, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_pasting_again_does_not_double_article(qtbot, opened):
    _, dialog = opened
    QApplication.clipboard().setText(PASTED.replace("\n", "\r\n"))
    dialog.paste_clipboard()
    qtbot.keyClick(dialog.text, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert dialog.text.words() == PASTED
    QApplication.clipboard().setText("Davor. ")
    qtbot.keyClick(dialog.text, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert dialog.text.words() == f"Davor. {PASTED}"
