from dataclasses import replace

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter, QPalette

from tests.ui.claims.claimed import WORDS, add, claimed
from ui.claims.claim_words import ClaimWords
from ui.panels.articles.row_list import HEIGHT, paint_claim

WIDTH = 260


@pytest.fixture
def painted(make_window, project_path):
    window = make_window(project_path)
    words, palette = ClaimWords(window.session), QPalette()

    def paint(claim, quote=WORDS):
        image = QImage(WIDTH + 20, HEIGHT, QImage.Format.Format_RGB32)
        image.fill(palette.base().color())
        with QPainter(image) as painter:
            paint_claim(painter, QRect(0, 0, WIDTH, HEIGHT), palette, claim, words, quote)
        return image

    return window, paint


def inked(image, rect):
    ground = image.pixel(0, 0)
    return sum(
        image.pixel(x, y) != ground for x in range(rect.left(), rect.right()) for y in range(rect.top(), rect.bottom())
    )


def test_claim_row_shows_claimant_and_worthiness(painted):
    window, paint = painted
    claim, twin, *_ = claimed(window)
    image = paint(claim)
    upper, lower = QRect(0, 0, WIDTH, HEIGHT // 2), QRect(0, HEIGHT // 2, WIDTH, HEIGHT // 2)
    assert inked(image, upper) > 50
    assert inked(image, lower) > 50
    assert image.copy(upper) != paint(twin).copy(upper)
    assert image.copy(lower) == paint(twin).copy(lower)


def test_claim_row_with_doubt_and_long_words(painted):
    window, paint = painted
    claim = add(window, WORDS)
    assert paint(claim) != paint(replace(claim, doubt=True))
    image = paint(claim, WORDS * 20)
    assert inked(image, QRect(WIDTH + 1, 0, 19, HEIGHT)) == 0
