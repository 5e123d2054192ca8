from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QPushButton, QWidget

from ui.occurrences.drawer_page import ListOrWords, close_button, lay_out_page, row


def test_empty_list_shows_message(qtbot):
    pages = ListOrWords(list_ := QListWidget(), "towns")
    qtbot.addWidget(pages)
    pages.show()
    pages.turn(there=False, otherwise="No town is like that.")
    (nothing,) = pages.findChildren(QLabel)
    assert nothing.isVisible()
    assert nothing.text() == "No town is like that."
    pages.turn(there=True, otherwise="No town is like that.")
    assert list_.isVisible()
    assert not nothing.isVisible()


def test_wide_row_gives_last_widget_the_room(qtbot):
    page, line, other = QWidget(), QLineEdit(), QPushButton()
    close = close_button("towns", other.clicked)
    lay_out_page(page, row((line,), (close,), wide=True), body := QListWidget(), foot := QLabel("2 towns"))
    qtbot.addWidget(page)
    page.resize(600, 300)
    page.show()
    assert 0 < close.x() - line.geometry().right() < 20
    assert close.accessibleName() == "Close"
    assert line.y() < body.y() < foot.y()
