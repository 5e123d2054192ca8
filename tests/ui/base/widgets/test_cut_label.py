"""A label that elides its text."""

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from ui.base.widgets.chips import CutLabel


def test_text_is_elided_to_fit(qtbot):
    held, label, button = QWidget(), CutLabel("muted"), QPushButton("Wörter markieren 🎈")
    qtbot.addWidget(held)
    row = QHBoxLayout(held)
    row.addWidget(label)
    row.addWidget(button)
    label.setText("15 Stellen in 5 Artikeln über Öl")
    held.show()
    held.resize(button.sizeHint().width() + 100, 40)
    assert label.text() == "15 Stellen in 5 Artikeln über Öl"
    assert label.shown.endswith("…")
    assert "Artikeln" in label.toolTip()
    assert button.width() >= button.sizeHint().width()
    held.resize(900, 40)
    assert label.shown == label.text()
    assert label.toolTip() == ""
