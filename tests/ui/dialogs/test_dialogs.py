"""What comes in through dialogs and drops."""

from PySide6.QtWidgets import QDialog, QFileDialog, QLabel, QListWidget, QMessageBox, QPushButton

from tests.ui.keyboard import answer


def test_dropped_files_are_read_by_a_process_and_added(window, qtbot, tmp_path):
    good, bad = tmp_path / "Köln 🎈.txt", tmp_path / "Bild.png"
    good.write_text("Neues aus Weifang\n\nIn Weifang 🎈 regnet es.", "utf-8")
    bad.write_bytes(b"\x89PNG\0")
    window.projects.take([good, bad])
    dialog = window.findChild(QDialog, "importDialog")
    qtbot.waitUntil(dialog.add.isEnabled, timeout=20_000)
    assert "Bild.png is of a kind that cannot be read" in dialog.faults.item(0).text()
    dialog.add.click()
    qtbot.waitUntil(lambda: window.messages.words == "One article added.")
    assert window.articles.model.rowCount() == 4


def test_deleting_asks_first_and_opens_another_article(window):
    gone = window.session.opened.document.id
    window.actions_by_id["article.delete"].trigger()
    question = window.findChild(QMessageBox, "deleteQuestion")
    assert "Weifang wird Metaverse" in question.text()
    next(button for button in question.buttons() if button.text() == "Delete").click()
    assert gone not in window.articles.model.ids
    assert window.session.opened.document.title == "Zweiter Zug"


def test_import_asks_for_files_or_a_folder(window, qtbot, tmp_path):
    folder = tmp_path / "Ordner"
    folder.mkdir()
    (folder / "eins.txt").write_text("Neues aus Köln\n\nIn Köln 🎈 regnet es.", "utf-8")
    window.actions_by_id["file.import"].trigger()
    dialog = window.findChild(QDialog, "importDialog")
    assert dialog.findChild(QLabel, "importSummary").text() == "Choose files or a folder, or drop them here."
    dialog.findChild(QPushButton, "importFolder").click()
    dialog.findChild(QFileDialog, "importSources").filesSelected.emit([str(folder)])
    qtbot.waitUntil(dialog.add.isEnabled, timeout=20_000)
    assert dialog.add.text() == "&Add One Article"
    dialog.reject()


def test_what_happened_to_articles_on_their_way_in_can_be_read(window, qtbot, tmp_path):
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
