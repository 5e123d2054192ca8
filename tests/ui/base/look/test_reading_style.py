import pytest

from ui.base.look.look import SANS, SERIF, light
from ui.base.look.reading_style import Face, Leading, Measure, Reading


@pytest.mark.usefixtures("qapp")
def test_chosen_style_is_applied():
    look = light({})
    assert Reading().applied(look) == look
    assert Reading(face=Face.SANS).applied(look).reading == SANS
    assert Reading(face=Face.SERIF).applied(look).reading == SERIF
    assert Reading(face=Face.SYSTEM).applied(look).reading[1:] == SANS
    assert Reading(patterns=True).applied(look).patterns


def test_leading_grows_in_steps():
    look = light({})
    assert [Reading(leading=leading).applied(look).leading for leading in Leading] == [1.0, 1.2, 1.45]
    columns = [Reading(measure=measure).applied(look).column for measure in Measure]
    assert columns == sorted(columns)
