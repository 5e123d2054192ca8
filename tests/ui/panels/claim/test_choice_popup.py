"""The place where the popup list of a field's values opens."""

from PySide6.QtWidgets import QWidget

from ui.panels.claim.choice_popup import Choice, ChoicePopup


def test_popup_stays_in_window(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.setGeometry(20, 20, 360, 200)
    field = QWidget(window)
    field.setGeometry(280, 20, 70, 24)
    window.show()
    popup = ChoicePopup([Choice("fact", "Tatsache", help="Lässt sich im Grundsatz nachprüfen.")], None, "", field)
    popup.open_at(field)
    assert popup.width() > 80, "there is something to move"
    assert popup.frameGeometry().right() <= window.geometry().right()
    popup.close()
