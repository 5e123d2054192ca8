from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ui.base.widgets.scrolled import scrolled


def test_scrolls_only_if_needed(qtbot):
    held = QWidget()
    column = QVBoxLayout(held)
    for _ in range(10):
        column.addWidget(QLineEdit())
    area = scrolled(held, "area", "Fields")
    qtbot.addWidget(area)
    assert area.accessibleName() == "Fields"
    area.resize(200, 100)
    area.show()
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0)
    area.resize(200, 2000)
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() == 0)
