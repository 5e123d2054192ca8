"""Words of any origin are shown as they are."""

from PySide6.QtGui import QTextDocument

from ui.look.plain_text import tooltip


def test_a_tooltip_has_the_lines_of_its_words_and_no_markup_of_theirs(qapp):
    shown = QTextDocument()
    shown.setHtml(tooltip("eins <b>Ökostrom</b>\nzwei 🎈"))
    assert shown.toPlainText() == "eins <b>Ökostrom</b>\nzwei 🎈"
    assert tooltip("") == ""
