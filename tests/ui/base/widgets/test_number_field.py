from ui.base.widgets.number_field import NumberField


def test_a_number_does_not_touch_its_frame_and_can_be_changed(qtbot):
    field = NumberField(minimum=1, maximum=50, value=20)
    qtbot.addWidget(field)
    assert field.value() == 20
    assert field.lineEdit().textMargins().left() > 4
    field.stepUp()
    assert field.text() == "21"
