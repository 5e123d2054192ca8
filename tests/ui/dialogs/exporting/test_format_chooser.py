"""The chooser of formats: headings, and a sentence on the chosen one."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel

from annotator.formats.registry import EXPORTERS
from ui.dialogs.exporting.format_chooser import FormatChooser


@pytest.fixture
def chooser(qtbot):
    made = FormatChooser()
    qtbot.addWidget(made)
    made.show()
    return made


def test_headings_are_seen_and_passed_over_by_the_keyboard(qtbot, chooser):
    combo = chooser.findChild(QComboBox, "exportFormat")
    assert combo.itemText(0) == "To keep and share"
    assert chooser.exporter.name == "jsonl"
    qtbot.keyClick(combo, Qt.Key.Key_Down)
    assert chooser.exporter.name == "spacy-folder"
    assert combo.itemText(combo.currentIndex() - 1) == "For training"


def test_the_sentence_is_that_of_the_chosen_format_and_nothing_jumps(chooser):
    words = chooser.findChild(QLabel, "exportFormatWords")
    height = chooser.sizeHint().height()
    said = set()
    for name in EXPORTERS:
        chooser.choose(name)
        said.add(words.text())
        assert chooser.sizeHint().height() == height
        assert words.heightForWidth(words.width()) <= words.height()
    assert len(said) == len(EXPORTERS)


def test_a_format_that_there_is_not_changes_nothing(chooser):
    chooser.choose("docbin")
    chooser.choose("fehlt")
    assert chooser.exporter.name == "docbin"
