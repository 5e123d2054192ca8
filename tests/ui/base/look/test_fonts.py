"""The shipped fonts."""

import re
from pathlib import Path

from PySide6.QtGui import QFont, QFontInfo

import ui
from ui.base.look.look import SANS, SERIF
from ui.base.look.plain_text import strong
from ui.base.look.reading_style import load_fonts


def test_article_and_panels_use_shipped_fonts(qapp):
    load_fonts()
    for families, weight in ((SANS, QFont.Weight.Normal), (SANS, QFont.Weight.DemiBold), (SERIF, QFont.Weight.Normal)):
        font = QFont()
        font.setFamilies(list(families))
        font.setWeight(weight)
        assert QFontInfo(font).family() == families[0]
        assert QFontInfo(font).weight() == weight


def test_no_weight_above_shipped_fonts():
    asking = [
        path
        for path in Path(ui.__path__[0]).rglob("*.py")
        if re.search(r"setBold\(|Weight\.Bold", path.read_text("utf-8"))
    ]
    assert asking == []
    assert QFontInfo(strong(QFont("Inter"))).weight() == QFont.Weight.DemiBold
