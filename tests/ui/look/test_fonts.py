"""The shipped fonts."""

from PySide6.QtGui import QFont, QFontInfo

from ui.look.fonts import load_fonts
from ui.look.look import SANS, SERIF


def test_article_and_panels_are_set_in_the_shipped_fonts(qapp):
    load_fonts()
    for families, weight in ((SANS, QFont.Weight.Normal), (SANS, QFont.Weight.DemiBold), (SERIF, QFont.Weight.Normal)):
        font = QFont()
        font.setFamilies(list(families))
        font.setWeight(weight)
        assert QFontInfo(font).family() == families[0]
        assert QFontInfo(font).weight() == weight
