import pytest
from PySide6.QtGui import QColor

from annotator.model.schema_file import load
from ui.base.look.look import dark, label_colours, light


def _luminance(colour):
    channels = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first, second):
    high, low = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("is_dark", [False, True])
def test_text_and_lanes_contrast_with_ground(is_dark):
    labels = label_colours(load("news"), dark=is_dark)
    look = (dark if is_dark else light)(labels)

    assert contrast(look.ink, look.ground) >= 7
    assert contrast(look.muted, look.ground) >= 4.5
    for colour in (*labels.values(), look.accent):
        assert contrast(colour, look.ground) >= 3


def test_unknown_label_is_muted():
    look = light({("entities", "LOC"): QColor("#2c8a5b")})

    assert look.colour("entities", "LOC") == QColor("#2c8a5b")
    assert look.colour("entities", "SHIP") == look.muted
