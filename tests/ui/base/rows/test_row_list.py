from PySide6.QtGui import QFont, QFontMetrics

from ui.base.rows.row_list import end_of


def test_words_before_a_hit_are_cut_between_words(qapp):
    metrics, words = QFontMetrics(QFont()), "Die Universität erwartet im April ein "
    whole = {words, *(f"… {words.split(' ', at)[-1]}" for at in range(1, 6))}
    for width in range(metrics.horizontalAdvance("… April ein "), metrics.horizontalAdvance(words) + 9):
        shown = end_of(words, metrics, width)
        assert shown in whole
        assert metrics.horizontalAdvance(shown) <= width
    assert end_of("Wettbewerbshüter ", metrics, metrics.horizontalAdvance("…hüter ")).startswith("…")
