"""Combo boxes in the cells of tables."""

import pytest
from PySide6.QtWidgets import QComboBox

from annotator.jobs.merging.report import MergeProblem, MergeResult, Trouble
from annotator.model import schema_file
from ui.dialogs.importing.label_table import HERE, LabelTable
from ui.dialogs.merging.merge_tables import Column, ProblemTable

PADDING = 16  # pixels at both sides of a cell, from the style sheet
LONG = "auslassen, weil hier kein Label passt 🎈"


def test_choice_of_imported_label_is_not_cut(qtbot):
    table = LabelTable()
    qtbot.addWidget(table)
    table.setRowCount(2)
    for row, words in enumerate((LONG, "Ort")):
        choice = table.put(row, "ORGANISATION", 12, f"choice.{row}")
        choice.addItem(words)
        table.place(row, choice)
    table.resize(700, 300)
    table.show()
    wide = table.cellWidget(0, HERE)
    assert table.columnWidth(HERE) >= wide.sizeHint().width() + PADDING


@pytest.fixture
def problems(qtbot):
    table = ProblemTable(schema_file.load("news"), ["Ada", "Bo mit einem Namen"])
    qtbot.addWidget(table)
    table.resize(700, 300)
    found = [MergeProblem(trouble=Trouble.OTHERS, key="x", name="Cara", file="c.spanwright", count=3)]
    table.show_found(MergeResult(problems=found))
    table.show()
    return table


def test_answer_to_merge_problem_is_neither_cut_nor_stretched(qtbot, problems):
    box = problems.findChild(QComboBox)
    assert box is not None
    needed = min(300, box.sizeHint().width() + PADDING)
    assert problems.columnWidth(Column.ANSWER) >= needed
    qtbot.waitUntil(lambda: box.height() == box.sizeHint().height())
