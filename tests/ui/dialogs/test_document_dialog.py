import sys

import pytest
from PySide6.QtCore import Qt

from annotator.project.project import LANGUAGE_SET
from tests.ui.opened import open_article
from ui.dialogs.document_dialog import DocumentDialog


@pytest.fixture
def opened(tmp_path, qtbot):
    session, _ = open_article(tmp_path)
    dialog = DocumentDialog(session)
    qtbot.addWidget(dialog)
    dialog.open()
    yield session, dialog
    dialog.close()
    session.close_project()


def test_metadata_is_corrected_in_one_step(qtbot, opened):
    session, dialog = opened
    dialog.form.lines["title"].setText("Zum Bahnhof 🚆")
    dialog.form.lines["published"].setText("2026-03-09")
    dialog._store()
    stored = session.required().read.document(session.opened.document.id)
    assert (stored.title, stored.published, stored.publisher) == ("Zum Bahnhof 🚆", "2026-03-09", None)
    assert LANGUAGE_SET not in stored.meta
    session.undo()
    assert session.opened.document.title == "Kürzlich 🎈"


def test_chosen_language_is_marked_as_set(opened):
    session, dialog = opened
    dialog.form.language.setCurrentIndex(dialog.form.language.findData("en"))
    dialog._store()
    assert session.opened.document.language == "en"
    assert session.opened.document.meta[LANGUAGE_SET] is True


def test_unchanged_form_stores_nothing(opened):
    session, dialog = opened
    dialog._store()
    assert session.next_undo() is None


def test_an_article_needs_a_title(qtbot, opened):
    _, dialog = opened
    dialog.form.lines["title"].clear()
    qtbot.keyClicks(dialog.form.lines["title"], " ")
    assert not dialog.buttons.button(dialog.buttons.StandardButton.Save).isEnabled()


@pytest.mark.parametrize(("language", "shown"), [("de", "09.03.2026"), ("en", "9 Mar 2026")])
def test_date_uses_window_format(qtbot, opened, qapp, language, shown):
    session, dialog = opened
    qapp.setProperty("language", language)
    line = dialog.form.lines["published"]
    line.setFocus()
    qtbot.keyClicks(line, "9.3.2026")
    dialog.form.lines["title"].setFocus()
    line.editingFinished.emit()
    assert line.text() == shown
    dialog._store()
    assert session.opened.document.published == "2026-03-09"
    again = DocumentDialog(session)
    qtbot.addWidget(again)
    assert again.form.lines["published"].text() == shown
    assert again.form.values()["published"] == "2026-03-09"


def test_invalid_date_moves_nothing(qtbot, opened):
    _, dialog = opened
    dialog.show()
    before = dialog.form.language.mapTo(dialog, dialog.form.language.pos())
    qtbot.keyClicks(dialog.form.lines["published"], "gestern")
    dialog.form.layout().activate()
    assert not dialog.form.valid
    assert dialog.form.language.mapTo(dialog, dialog.form.language.pos()) == before


@pytest.mark.skipif(sys.platform == "darwin", reason="Alt writes letters there")
def test_button_letter_is_not_typed_into_field(qtbot, opened):
    _, dialog = opened
    line = dialog.form.lines["published"]
    qtbot.keyClick(line, Qt.Key.Key_H, Qt.KeyboardModifier.AltModifier)
    assert line.text() == ""
