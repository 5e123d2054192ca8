"""The format chooser: headings, and a description of the chosen format."""

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


def test_headings_are_skipped_by_keyboard(qtbot, chooser):
    combo = chooser.findChild(QComboBox, "exportFormat")
    assert combo.itemText(0) == "To keep and share"
    assert chooser.exporter.name == "jsonl"
    qtbot.keyClick(combo, Qt.Key.Key_Down)
    assert chooser.exporter.name == "spacy-folder"
    assert combo.itemText(combo.currentIndex() - 1) == "For training"


def test_description_follows_format_and_is_as_high_as_its_text(chooser):
    words = chooser.findChild(QLabel, "exportFormatWords")
    line = words.fontMetrics().lineSpacing()
    said = set()
    for name in EXPORTERS:
        chooser.choose(name)
        said.add(words.text())
        assert words.heightForWidth(words.minimumWidth()) <= words.height() + line // 2
        assert words.height() < words.heightForWidth(words.minimumWidth()) + line
    assert len(said) == len(EXPORTERS)


def test_unknown_format_changes_nothing(chooser):
    chooser.choose("docbin")
    chooser.choose("fehlt")
    assert chooser.exporter.name == "docbin"


def test_alt_with_letter_is_left_to_the_buttons(qtbot, chooser):
    combo = chooser.findChild(QComboBox, "exportFormat")
    qtbot.keyClick(combo, Qt.Key.Key_E, Qt.KeyboardModifier.AltModifier)
    assert chooser.exporter.name == "jsonl"
    qtbot.keyClick(combo, Qt.Key.Key_E)
    assert chooser.exporter.name != "jsonl"
