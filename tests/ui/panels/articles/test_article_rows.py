from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics

from ui.panels.articles.article_rows import facts_within

FACTS = ("Wendelsbrucker Tageblatt für Stadt und Land", "9 Mar 2026", "DE")


def test_where_a_row_is_too_narrow_the_publisher_gives_way_and_date_and_language_stay(qapp):
    font = QFont()
    line = facts_within("✓  ", FACTS, font, 240)
    assert line.startswith("✓  Wendels")
    assert line.endswith("… · 9 Mar 2026 · DE")
    assert QFontMetrics(font).horizontalAdvance(line) <= 240


def test_where_there_is_room_all_facts_are_told_and_those_unknown_leave_no_dots(qapp):
    assert facts_within("", FACTS, QFont(), 2000) == " · ".join(FACTS)
    assert facts_within("", ("", "9 Mar 2026", ""), QFont(), 2000) == "9 Mar 2026"


def test_a_line_says_what_its_bar_shows_and_that_this_is_not_what_was_read(window, qtbot):
    model = window.articles.model

    def said(role):
        return model.data(model.index(0), role)

    assert "Decided: 0 of 4 (open suggestions: 4)" in said(Qt.ItemDataRole.ToolTipRole)
    assert said(Qt.ItemDataRole.AccessibleTextRole).endswith("Decided: 0 of 4 (open suggestions: 4)")
    assert "how much of what is suggested is decided" in window.top_bar._read.toolTip()
    window.actions_by_id["article.done"].trigger()
    qtbot.waitUntil(lambda: "Done" in said(Qt.ItemDataRole.ToolTipRole))
