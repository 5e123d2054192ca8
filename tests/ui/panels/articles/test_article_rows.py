from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics

from ui.panels.articles.article_rows import _title_lines, facts_within

FACTS = ("Wendelsbrucker Tageblatt für Stadt und Land", "9 Mar 2026", "DE")


def test_narrow_row_elides_publisher_only(qapp):
    font = QFont()
    line = facts_within("✓  ", FACTS, font, 240)
    assert line.startswith("✓  Wendels")
    assert line.endswith("… · 9 Mar 2026 · DE")
    assert QFontMetrics(font).horizontalAdvance(line) <= 240


def test_wide_row_shows_known_facts(qapp):
    assert facts_within("", FACTS, QFont(), 2000) == " · ".join(FACTS)
    assert facts_within("", ("", "9 Mar 2026", ""), QFont(), 2000) == "9 Mar 2026"


def test_row_describes_its_bar(window, qtbot):
    model = window.articles.model

    def said(role):
        return model.data(model.index(0), role)

    assert "Decided: 0 of 4 (open suggestions: 4)" in said(Qt.ItemDataRole.ToolTipRole)
    assert said(Qt.ItemDataRole.AccessibleTextRole).endswith("Decided: 0 of 4 (open suggestions: 4)")
    assert "the share of suggestions already decided" in window.top_bar._read.toolTip()
    window.actions_by_id["article.done"].trigger()
    qtbot.waitUntil(lambda: "Done" in said(Qt.ItemDataRole.ToolTipRole))


def test_long_word_is_cut_with_ellipsis(qapp):
    font = QFont()
    lines = _title_lines("Donaudampfschifffahrtsgesellschaftskapitän" * 3, font, 200)
    assert len(lines) == 2
    assert lines[1].endswith("…")
    assert all(QFontMetrics(font).horizontalAdvance(line) <= 201 for line in lines)


def test_row_shows_whole_title_on_hover(window):
    model = window.articles.model
    assert "Weifang wird Metaverse" in model.data(model.index(0), Qt.ItemDataRole.ToolTipRole)
