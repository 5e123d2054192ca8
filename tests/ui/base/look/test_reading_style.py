import pytest

from ui.base.look.look import SANS, SERIF, light
from ui.base.look.reading_style import Face, Leading, Measure, ReadingStyle


@pytest.mark.usefixtures("qapp")
def test_chosen_style_is_applied():
    look = light({})
    assert ReadingStyle().applied(look) == look
    assert ReadingStyle(face=Face.SANS).applied(look).reading == SANS
    assert ReadingStyle(face=Face.SERIF).applied(look).reading == SERIF
    assert ReadingStyle(face=Face.SYSTEM).applied(look).reading[1:] == SANS
    assert ReadingStyle(patterns=True).applied(look).patterns


def test_leading_grows_in_steps():
    look = light({})
    assert [ReadingStyle(leading=leading).applied(look).leading for leading in Leading] == [1.0, 1.2, 1.45]
    columns = [ReadingStyle(measure=measure).applied(look).column for measure in Measure]
    assert columns == sorted(columns)
