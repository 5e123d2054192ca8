"""A line of buttons drops its heading if the heading would take a second line."""

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from ui.base.widgets.flow import FlowLayout


@pytest.mark.parametrize(("spare", "shown"), [(0, True), (-1, False)])
def test_heading_is_left_out_where_it_costs_a_line(qtbot, spare, shown):
    row = QWidget()
    qtbot.addWidget(row)
    flow = FlowLayout(row, gap=4, heading=True)
    parts = [QLabel("Show:"), QPushButton("Names"), QPushButton("Claims")]
    for part in parts:
        flow.addWidget(part)
    width = sum(part.sizeHint().width() for part in parts) + 8 + spare
    row.resize(width, 60)
    row.show()
    assert (parts[0].width() > 0) is shown
    assert parts[1].y() == parts[2].y() == 0
    assert flow.heightForWidth(width) == max(part.sizeHint().height() for part in parts[not shown :])


def test_words_and_buttons_of_a_line_share_their_middle(qtbot):
    row = QWidget()
    qtbot.addWidget(row)
    flow = FlowLayout(row)
    words, button = QLabel("Evaluate"), QPushButton("Go")
    button.setFixedHeight(40)
    for part in (words, button):
        flow.addWidget(part)
    row.resize(400, 80)
    row.show()
    assert button.y() == 0
    assert abs(words.geometry().center().y() - button.geometry().center().y()) <= 1


@pytest.mark.parametrize(("spare", "gap_left"), [(12, 0), (200, 200)])
def test_flush_line_ends_at_a_near_edge(qtbot, spare, gap_left):
    row = QWidget()
    qtbot.addWidget(row)
    flow = FlowLayout(row, gap=4, flush=True)
    parts = [QPushButton("Names"), QPushButton("Claims")]
    for part in parts:
        flow.addWidget(part)
    row.resize(sum(part.sizeHint().width() for part in parts) + 4 + spare, 60)
    row.show()
    assert row.width() - parts[-1].geometry().right() - 1 == gap_left
