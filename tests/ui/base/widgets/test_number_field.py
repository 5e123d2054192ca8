from ui.base.widgets.inputs import NumberField


def test_number_has_margin(qtbot):
    field = NumberField(minimum=1, maximum=50, value=20)
    qtbot.addWidget(field)
    assert field.value() == 20
    assert field.lineEdit().textMargins().left() > 4
    field.stepUp()
    assert field.text() == "21"
