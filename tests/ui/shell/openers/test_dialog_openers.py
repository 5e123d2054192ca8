"""Articles and labels that come in through dialogs and drops."""

import json

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QLabel, QListWidget, QMessageBox, QPushButton

from annotator.model.query import Order
from tests.ui.keyboard import answer


def test_dropped_files_are_read_by_a_process_and_added(window, qtbot, tmp_path):
    good, bad = tmp_path / "Köln 🎈.txt", tmp_path / "Bild.png"
    good.write_text("Neues aus Weifang\n\nIn Weifang 🎈 regnet es.", "utf-8")
    bad.write_bytes(b"\x89PNG\0")
    window.projects.take([good, bad])
    dialog = window.findChild(QDialog, "importDialog")
    qtbot.waitUntil(dialog.add.isEnabled, timeout=20_000)
    assert "this type cannot be read: Bild.png" in dialog.faults.item(0).text()
    dialog.add.click()
    qtbot.waitUntil(lambda: window.messages.words == "One article added.")
    assert window.articles.model.rowCount() == 4


def test_labels_for_articles_in_the_project_are_counted_alone(window, qtbot, tmp_path):
    text = window.session.opened.document.text
    labelled = tmp_path / "a.jsonl"
    labelled.write_text(json.dumps({"text": text, "label": [[0, 7, "LOC"]]}), "utf-8")
    for words in ("One existing article got labels.", "Nothing new was added."):
        window.projects.take([labelled])
        dialog = window.findChildren(QDialog, "importDialog")[-1]
        qtbot.waitUntil(dialog.add.isEnabled, timeout=20_000)
        dialog.add.click()
        qtbot.waitUntil(lambda words=words: window.messages.words.startswith(words))


def test_suggestions_for_articles_in_the_project_are_counted(window, qtbot, tmp_path):
    text = window.session.opened.document.text
    labelled = tmp_path / "a.jsonl"
    labelled.write_text(json.dumps({"text": text, "label": [[0, 7, "LOC"]]}), "utf-8")
    window.projects.take([labelled])
    dialog = window.findChild(QDialog, "importDialog")
    qtbot.waitUntil(dialog.add.isEnabled, timeout=20_000)
    dialog.labels.suggestions.setChecked(True)
    dialog.add.click()
    qtbot.waitUntil(lambda: window.messages.words.startswith("One suggestion added."))


def test_deleting_asks_first_and_opens_another_article(window):
    gone = window.session.opened.document.id
    window.actions_by_id["article.delete"].trigger()
    question = window.findChild(QMessageBox, "deleteQuestion")
    assert "Weifang wird Metaverse" in question.text()
    next(button for button in question.buttons() if button.text() == "Delete").click()
    assert gone not in window.articles.model.shown
    assert window.session.opened.document.title == "Zweiter Zug"


def test_delete_in_the_list_asks_about_the_article(window, qtbot):
    window.articles.list.setFocus()
    qtbot.keyClick(window.articles.list, Qt.Key.Key_Delete)
    assert "Weifang wird Metaverse" in window.findChild(QMessageBox, "deleteQuestion").text()


def delete_open(window):
    window.actions_by_id["article.delete"].trigger()
    question = window.findChildren(QMessageBox, "deleteQuestion")[-1]
    next(button for button in question.buttons() if button.text() == "Delete").click()


def test_deleting_opens_the_next_article_or_the_previous_one(window):
    window.articles.go_next()
    assert window.session.opened.document.title == "Zweiter Zug"
    delete_open(window)
    assert window.session.opened.document.title == "Third train"
    delete_open(window)
    assert window.session.opened.document.title == "Weifang wird Metaverse"
    delete_open(window)
    assert window.session.opened is None


def test_deleting_follows_the_order_of_the_list(window):
    window.articles.filters.arrange(Order.TITLE)
    assert window.session.opened.document.title == "Weifang wird Metaverse"
    window.articles.go_previous()
    window.articles.search("z")
    assert window.session.opened.document.title == "Third train"
    delete_open(window)
    assert window.session.opened.document.title == "Zweiter Zug", "the list shows no other"


def test_import_asks_for_files_or_a_folder(window, qtbot, tmp_path):
    folder = tmp_path / "Ordner"
    folder.mkdir()
    (folder / "eins.txt").write_text("Neues aus Köln\n\nIn Köln 🎈 regnet es.", "utf-8")
    window.actions_by_id["file.import"].trigger()
    dialog = window.findChild(QDialog, "importDialog")
    assert dialog.findChild(QLabel, "importSummary").text() == "Choose files or a folder, or drop them here."
    dialog.findChild(QPushButton, "importFolder").click()
    asking = dialog.findChild(QFileDialog, "importSources")
    assert asking.windowTitle() == "Import a Folder of Articles"
    asking.fileSelected.emit(str(folder))
    qtbot.waitUntil(dialog.add.isEnabled, timeout=20_000)
    assert dialog.add.text() == "&Add One Article"
    dialog.reject()


def test_import_notes_can_be_read(window, qtbot, tmp_path):
    for name in ("eins.txt", "zwei.txt"):
        (tmp_path / name).write_text("Neues aus Köln\n\nIn Köln 🎈 regnet es.", "utf-8")
    window.projects.take([tmp_path / "eins.txt", tmp_path / "zwei.txt"])
    dialog = window.findChild(QDialog, "importDialog")
    qtbot.waitUntil(dialog.add.isEnabled, timeout=20_000)
    dialog.add.click()
    qtbot.waitUntil(lambda: window.messages.words == "One article added. Notes: 1.")
    answer(window)
    told = window.findChild(QDialog, "toldDialog")
    assert told.findChild(QListWidget).item(0).text().startswith("zwei.txt repeats eins.txt")
    told.close()
