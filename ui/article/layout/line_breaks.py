"""The text of one block broken into lines by Qt. Labels around it change nothing here, so the result is cached."""

import re
import unicodedata
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextLayout, QTextLine, QTextOption

from annotator.text.offsets import OffsetMap
from ui.article.layout.blocks import for_qt
from ui.article.layout.span_picture import Style

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]")

Bounds = tuple[int, int, int]  # start and end of a line, and start of the white space at its wrap


class Broken(NamedTuple):
    """Text broken into lines. Offsets are code points from the block's start; ``offsets`` maps them to Qt's."""

    text: str
    offsets: OffsetMap
    layout: QTextLayout
    qt_lines: tuple[QTextLine, ...]
    bounds: tuple[Bounds, ...]
    mixed: bool  # some or all text runs from right to left
    right_to_left: bool  # the paragraph runs from right to left


def break_lines(text: str, style: Style, formats: list[QTextLayout.FormatRange]) -> Broken:
    """Break the text of a block into lines of the style's width."""
    mixed = _RIGHT_TO_LEFT.search(text) is not None
    right_to_left = mixed and _is_right_to_left(text)
    layout, qt_lines = _break(text, style, formats, right=right_to_left)
    offsets = OffsetMap(text)
    bounds = tuple(_bounds(line, offsets, text) for line in qt_lines)
    return Broken(text, offsets, layout, tuple(qt_lines), bounds, mixed, right_to_left)


def _break(
    text: str, style: Style, formats: list[QTextLayout.FormatRange], *, right: bool
) -> tuple[QTextLayout, list[QTextLine]]:
    layout = QTextLayout(for_qt(text), style.font)
    layout.setCacheEnabled(True)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    if right:
        option.setAlignment(Qt.AlignmentFlag.AlignRight)
    layout.setTextOption(option)
    if formats:
        layout.setFormats(formats)
    lines: list[QTextLine] = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(style.width)
        lines.append(line)
    layout.endLayout()
    return layout, lines


def _is_right_to_left(text: str) -> bool:
    strong = (unicodedata.bidirectional(character) for character in text)
    return next((direction != "L" for direction in strong if direction in {"L", "R", "AL"}), False)


def _bounds(line: QTextLine, offsets: OffsetMap, text: str) -> Bounds:
    start = offsets.to_code_point(line.textStart())
    end = offsets.to_code_point(line.textStart() + line.textLength())
    return start, end, start + len(text[start:end].rstrip())
