"""The message of the window after an import."""

import json

from tests.ui.dialogs.importing.conftest import add
from tests.ui.keyboard import answer
from ui.dialogs.importing.import_dialog import ImportDialog


def test_imported_labels_of_others_can_be_found(window, qtbot, tmp_path):
    path = tmp_path / "doccano.jsonl"
    record = {"text": "Zweiter Satz über Köln.", "label": [[18, 22, "LOC"]]}
    path.write_text(json.dumps(record) + "\n", "utf-8")
    window.actions_by_id["file.import"].trigger()
    dialog = window.findChild(ImportDialog)
    dialog.read_paths([path])
    qtbot.waitUntil(dialog.add.isEnabled, timeout=60_000)
    dialog.labels.annotator.setEditText("Zoë")
    add(qtbot, dialog)
    assert window.messages.words == "One article added. Shift+Y shows the labels by Zoë."


def test_message_leads_to_first_new_article(window, qtbot, tmp_path):
    before = window.session.opened.document.title
    path = tmp_path / "Hafen.txt"
    path.write_text("Der Hafen wächst.", "utf-8")
    window.actions_by_id["file.import"].trigger()
    dialog = window.findChild(ImportDialog)
    dialog.read_paths([path])
    qtbot.waitUntil(dialog.add.isEnabled, timeout=60_000)
    add(qtbot, dialog)
    assert window.session.opened.document.title == before
    assert window.messages.words == "One article added."
    answer(window)
    assert window.session.opened.document.text == "Der Hafen wächst."
