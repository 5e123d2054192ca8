"""On a screen of 1280 × 720 pixels at 200%, windows fit; on one that is lower still, what they hold scrolls."""

import subprocess
import sys

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ui.base.log_dialog import resize_within_screen

WINDOWS = """file.export file.paste occurrences.open project.board project.identities project.comments project.numbers
project.schema suggestion.ask_model team.practice model.train help.manual""".split()


def test_windows_fit_a_small_screen_at_200_percent(project_path, tmp_path):
    command = [sys.executable, "-m", "tests.ui.window_pictures", tmp_path / "pictures", project_path]
    options = ["--size", "640x360", "--language", "de", "--patience", "300", "--only", *WINDOWS]
    told = subprocess.run([*command, *options], capture_output=True, text=True, timeout=300, check=True)
    assert "larger than" not in told.stdout
    assert "is cut" not in told.stdout
    assert len(list((tmp_path / "pictures").glob("*.png"))) > len(WINDOWS)


def test_dialog_scrolls_if_wrapped_texts_are_too_high(qtbot):
    dialog = QDialog()
    qtbot.addWidget(dialog)
    column, words = QVBoxLayout(dialog), QLabel("Wort " * 2000, wordWrap=True)
    column.addWidget(words)
    column.addWidget(QDialogButtonBox(QDialogButtonBox.StandardButton.Close))
    resize_within_screen(dialog, 400, 300)
    dialog.show()
    qtbot.waitUntil(lambda: words.height() >= words.heightForWidth(words.width()))
    assert dialog.height() <= dialog.screen().availableGeometry().height()


def test_contents_scroll_and_buttons_stay_in_sight(qtbot):
    dialog = QDialog()
    qtbot.addWidget(dialog)
    column, field = QVBoxLayout(dialog), QLineEdit("last")
    texts = [QPlainTextEdit(tabChangesFocus=True) for _ in range(20)]
    for text in texts:
        text.setFixedHeight(100)
        column.addWidget(text)
    column.addWidget(field)
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    column.addWidget(buttons)
    QWidget.setTabOrder(texts[0], texts[2])
    resize_within_screen(dialog, 400, 2000)
    dialog.show()
    room = dialog.screen().availableGeometry()
    qtbot.waitUntil(lambda: dialog.height() <= room.height())
    assert dialog.rect().contains(buttons.geometry())
    assert dialog.focusWidget() is texts[0]
    assert buttons.button(QDialogButtonBox.StandardButton.Close).isDefault()
    area = dialog.findChild(QScrollArea)
    assert area is not None
    for wanted in (texts[2], texts[1], *texts[3:], field):
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        assert dialog.focusWidget() is wanted
    assert area.geometry().contains(field.mapTo(dialog, field.rect().center()))
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert dialog.focusWidget() is buttons.buttons()[0]
