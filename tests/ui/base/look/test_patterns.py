from itertools import combinations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from ui.base.look.look import PATTERNS, pattern_of
from ui.base.look.painting import draw_pattern


def drawn(pattern, pitch=4):
    image = QImage(60, 30, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    with QPainter(image) as painter:
        draw_pattern(painter, QRectF(5, 5, 50, 20), QColor("black"), pattern, pitch)
    return image


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("pitch", [3, 4, 8])
def test_patterns_differ_and_are_clipped(pitch):
    images = [drawn(pattern, pitch) for pattern in range(PATTERNS)]
    assert all(first != second for first, second in combinations(images, 2))
    for image in images:
        assert {image.pixelColor(x, y).name() for x in range(60) for y in (0, 2, 27, 29)} == {"#ffffff"}


def test_labels_of_layer_get_patterns_in_order():
    labels = [("a", "X"), ("a", "Y"), ("b", "X"), ("a", "Z")]
    assert [pattern_of(labels, *label) for label in labels] == [0, 1, 0, 2]
    assert pattern_of(labels, "a", "unknown") == 0
