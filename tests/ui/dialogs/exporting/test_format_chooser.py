"""The list of export formats finds a format by words that are typed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox

from ui.dialogs.exporting.format_chooser import FormatChooser


@pytest.fixture
def chooser(qtbot):
    made = FormatChooser()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def combo(chooser):
    return chooser.findChild(QComboBox, "exportFormat")


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("spaCy D", "spaCy DocBin"),
        ("parquet", "Hugging Face token classification (Parquet)"),
        ("d", "doccano JSONL"),
        ("dd", "doccano JSONL with relations"),
        ("do", "doccano JSONL"),
        ("§", "Spanwright JSONL"),
        (" ", "Spanwright JSONL"),
    ],
)
def test_typed_words_choose_format(combo, qtbot, typed, name):
    qtbot.keyClicks(combo, typed)
    assert combo.currentText() == name
    combo.hidePopup()


def test_arrows_go_on_from_found_format(combo, qtbot):
    qtbot.keyClicks(combo, "spaCy D")
    qtbot.keyClick(combo, Qt.Key.Key_Down)
    assert combo.currentText() == "Hugging Face token classification"


def test_typing_starts_anew_after_a_pause(combo, qtbot):
    qtbot.keyClicks(combo, "con")
    combo._last_key.invalidate()
    qtbot.keyClick(combo, "b")
    assert combo.currentText() == "brat standoff"
