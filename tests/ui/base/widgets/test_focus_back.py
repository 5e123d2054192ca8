import pytest
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from ui.base.widgets.focus_back import FocusBack


@pytest.fixture
def row(qtbot):
    window = QWidget()
    layout = QHBoxLayout(window)
    for name in ("ask", "other", "close"):
        button = QPushButton(name)
        button.setObjectName(name)
        layout.addWidget(button)
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.mark.parametrize(("goes_to", "ends_at"), [(None, "ask"), ("other", "other")])
def test_focus_returns_unless_the_user_moved_it(row, goes_to, ends_at):
    button = {each.objectName(): each for each in row.findChildren(QPushButton)}
    button["ask"].setFocus()
    focus = FocusBack(row)
    focus.hold()
    button["ask"].setEnabled(False)
    (button[goes_to] if goes_to else button["close"]).setFocus()
    focus.hold()  # a second job of the same run
    button["ask"].setEnabled(True)
    focus.give_back(button["close"])
    assert row.focusWidget() is button[ends_at]
