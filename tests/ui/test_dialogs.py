"""What comes in through dialogs and drops."""

from PySide6.QtWidgets import QDialog, QMessageBox


def test_dropped_files_are_read_by_a_process_and_added(window, qtbot, tmp_path):
    good, bad = tmp_path / "Köln 🎈.txt", tmp_path / "Bild.png"
    good.write_text("Neues aus Weifang\n\nIn Weifang 🎈 regnet es.", "utf-8")
    bad.write_bytes(b"\x89PNG\0")
    window.projects.take([good, bad])
    dialog = window.findChild(QDialog, "importDialog")
    qtbot.waitUntil(dialog.add.isEnabled, timeout=20_000)
    assert "Bild.png is of a kind that cannot be read" in dialog.faults.item(0).text()
    dialog.add.click()
    assert window.messages.words == "One article added."
    assert window.articles.model.rowCount() == 4


def test_deleting_asks_first_and_opens_another_article(window):
    gone = window.session.opened.document.id
    window.actions_by_id["article.delete"].trigger()
    question = window.findChild(QMessageBox, "deleteQuestion")
    assert "Weifang wird Metaverse" in question.text()
    next(button for button in question.buttons() if button.text() == "Delete").click()
    assert gone not in window.articles.model.ids
    assert window.session.opened.document.title == "Zweiter Zug"
