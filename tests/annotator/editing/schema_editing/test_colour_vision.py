"""The default colours as colour-blind people see them, and how differences between colours are measured."""

from itertools import combinations

import pytest

from annotator.editing.schema_editing.new_label import APART, READABLE, Eyes, ciede2000, contrast, difference
from annotator.model.schema_file import load
from annotator.model.values import ATTRIBUTION


@pytest.mark.parametrize(
    ("first", "second", "expected"),  # Source: Sharma, Wu & Dalal 2005, table 1
    [
        ((50, 2.6772, -79.7751), (50, 0, -82.7485), 2.0425),
        ((50, -1.0, 2.0), (50, 0, 0), 2.3669),
        ((50, 2.5, 0), (50, 0, -2.5), 4.3065),
        ((50, 2.5, 0), (73, 25, -18), 27.1492),
        ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
        ((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514), 0.9082),
    ],
)
def test_differences_are_those_of_the_standard(first, second, expected):
    assert ciede2000(first, second) == pytest.approx(expected, abs=1e-4)
    assert ciede2000(second, first) == pytest.approx(expected, abs=1e-4)


@pytest.mark.parametrize("is_dark", [False, True])
@pytest.mark.parametrize("eyes", Eyes)
def test_label_colours_differ_for_all_eyes(eyes, is_dark):
    schema = load("news")
    colours = {(label.layer, label.id): label.dark if is_dark else label.light for label in schema.labels}
    offered = [label for label in schema.labels if label.active and label.layer != ATTRIBUTION]
    least = 20 if eyes is Eyes.EVERYONE else APART
    for first, second in combinations(offered, 2):
        apart = difference(colours[first.layer, first.id], colours[second.layer, second.id], eyes)
        assert apart >= least, (first.id, second.id)


def test_contrast_is_that_of_the_guidelines():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#ffffff", "#777777") == pytest.approx(4.478, abs=1e-3)
    assert contrast("#777777", "#ffffff") < READABLE
