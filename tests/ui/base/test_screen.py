from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from ui.base.log_dialog import resize_within_screen
from ui.base.widgets.inputs import fill
from ui.base.widgets.low_screen import FRAME


def test_window_fits_screen(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    resize_within_screen(window, 300, 200)
    assert window.size().toTuple() == (300, 200)
    resize_within_screen(window, 100_000, 200)
    assert window.size().toTuple() == (window.screen().availableSize().width() - FRAME.width(), 200)


def test_growing_window_stays_on_screen(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    room = window.screen().availableGeometry()
    window.move(room.right() - 210, room.bottom() - 160)
    window.resize(200, 150)
    window.show()
    resize_within_screen(window, 300, 200)
    qtbot.waitUntil(lambda: room.contains(window.frameGeometry()))
    assert window.size().toTuple() == (300, 200)


def test_dialog_that_grows_with_a_message_stays_on_screen(qtbot):
    dialog = QDialog()
    qtbot.addWidget(dialog)
    words, buttons = QLabel(wordWrap=True), QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    fill(QVBoxLayout(dialog), words, buttons)
    resize_within_screen(dialog, 300, 100)
    room = dialog.screen().availableGeometry()
    dialog.move(room.right() - 310, room.bottom() - 160)
    dialog.show()
    words.setText("\n".join(["Problem"] * 12))
    qtbot.waitUntil(lambda: words.height() >= words.heightForWidth(words.width()))
    qtbot.waitUntil(lambda: room.contains(dialog.frameGeometry()))
