"""Words of any origin are shown as they are."""

from PySide6.QtGui import QTextDocument

from ui.base.look.plain_text import tooltip, unbroken


def test_a_tooltip_has_the_lines_of_its_words_and_no_markup_of_theirs(qapp):
    shown = QTextDocument()
    shown.setHtml(tooltip("eins <b>Ökostrom</b>\nzwei 🎈"))
    assert shown.toPlainText() == "eins <b>Ökostrom</b>\nzwei 🎈"
    assert tooltip("") == ""


def test_a_number_and_its_per_cent_sign_stay_in_one_line():
    assert unbroken("davon 10 % oder 5 % der Ära") == "davon 10\u00a0% oder 5\u00a0% der Ära"
