"""Colours have enough contrast in both themes, by the formula of WCAG 2."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QStyle,
    QStyleOptionButton,
    QStyleOptionComboBox,
    QStyleOptionFrame,
    QTableWidget,
    QTableWidgetItem,
)

from annotator.model import schema_file
from ui.base.look import look as looks
from ui.base.look.look import Theme
from ui.base.look.theme import DARK, LIGHT, Themes, sheet

SCHEMES = pytest.mark.parametrize("tones", [LIGHT, DARK], ids=["light", "dark"])
WORDS = [
    ("ink", "ground"), ("ink", "panel"), ("ink", "paper"), ("ink", "accent_ground"),
    ("muted", "ground"), ("muted", "panel"), ("muted", "paper"),
    ("accent", "panel"), ("accent", "paper"), ("accent", "ground"), ("accent", "accent_ground"),
    ("on_accent", "accent"), ("warning", "warning_ground"), ("warning", "panel"),
]  # fmt: skip


def luminance(colour):
    def linear(part):
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    colour = QColor(colour)
    red, green, blue = colour.redF(), colour.greenF(), colour.blueF()
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)


def contrast(one, other):
    brighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


@SCHEMES
@pytest.mark.parametrize(("words", "ground"), WORDS)
def test_text_is_readable(tones, words, ground):
    assert contrast(getattr(tones, words), getattr(tones, ground)) >= 4.5


@SCHEMES
@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit])
def test_placeholders_are_readable(tones, kind, qtbot):
    field = kind()
    qtbot.addWidget(field)
    field.setStyleSheet(sheet(tones))
    field.ensurePolished()
    shown = field.palette().color(QPalette.ColorRole.PlaceholderText)
    assert shown.alpha() == 255
    assert contrast(shown, tones.paper) >= 4.5


@SCHEMES
@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit, QComboBox, QSpinBox])
def test_disabled_fields_look_disabled(tones, kind, qtbot):
    field = kind()
    qtbot.addWidget(field)
    field.setStyleSheet(sheet(tones))
    enabled = field.grab().toImage().pixelColor(40, 6)
    field.setEnabled(False)
    assert field.grab().toImage().pixelColor(40, 6).name() == tones.panel != enabled.name()
    shown = field.palette().color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
    assert shown == QColor(tones.faint)


@SCHEMES
def test_signs_stand_out(tones):
    look = (looks.dark if tones.dark else looks.light)({})
    assert look.faint == QColor(tones.faint)
    assert min(contrast(tones.faint, ground) for ground in (tones.paper, tones.panel, look.ground)) >= 3


@SCHEMES
def test_lanes_stand_out_and_label_names_are_readable(tones):
    for label in schema_file.load("news").labels:
        colour = label.dark if tones.dark else label.light
        assert contrast(colour, tones.ground) >= 4.5, label.id


def test_headers_align_with_cells(qtbot):
    table = QTableWidget(1, 1)
    qtbot.addWidget(table)
    table.setStyleSheet(sheet(LIGHT))
    table.setShowGrid(False)
    table.verticalHeader().hide()
    table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    table.setHorizontalHeaderLabels(["H"])
    table.setItem(0, 0, QTableWidgetItem("H"))
    picture, head = table.grab().toImage(), table.horizontalHeader().height()
    dark = [
        (x, y < head)
        for x in range(4, table.columnWidth(0) - 4)
        for y in range(4, head + table.rowHeight(0) - 4)
        if abs(y - head) > 4 and picture.pixelColor(x, y).lightness() < 150
    ]
    assert min(x for x, above in dark if above) == min(x for x, above in dark if not above)


@SCHEMES
def test_style_sheet_is_filled(tones):
    assert "$" not in sheet(tones)
    assert tones.accent in sheet(tones)


def test_chosen_theme_wins_over_system(qapp, qtbot):
    before = qapp.palette(), qapp.styleSheet(), qapp.font()
    themes = Themes(qapp, Theme.LIGHT)
    try:
        with qtbot.waitSignal(themes.changed):
            themes.choose(Theme.DARK)
        assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(DARK.panel)
        assert themes.look(schema_file.load("news")).dark
        themes.choose(Theme.LIGHT)
        assert not themes.look(schema_file.load("news")).dark
    finally:
        themes.deleteLater()
        qapp.setPalette(before[0])
        qapp.setStyleSheet(before[1])
        qapp.setFont(before[2])


@pytest.mark.parametrize("role", ["tab", "link", "chip", "page", "pointer", "offer", "primary", ""])
def test_focus_keeps_button_size(role, qtbot, qapp):
    qapp.setStyleSheet(sheet(LIGHT))
    dialog = QDialog()
    qtbot.addWidget(dialog)
    row, button = QHBoxLayout(dialog), QPushButton("Zuverlässigkeit 🎈")
    if role:
        button.setProperty("role", role)
    for each in (QPushButton("Schließen"), button):
        row.addWidget(each)
    dialog.show()
    qtbot.waitExposed(dialog)
    before = style_margins(button)
    button.setFocus()
    qtbot.waitUntil(button.isDefault)
    assert style_margins(button) == before


def style_margins(button):
    """Return the area for a button's text."""
    option = QStyleOptionButton()
    button.initStyleOption(option)
    return button.style().subElementRect(QStyle.SubElement.SE_PushButtonContents, option, button)


def test_words_of_fields_and_choices_begin_below_each_other(qtbot):
    form = QDialog()
    qtbot.addWidget(form)
    form.setStyleSheet(sheet(LIGHT))
    line, choice = QLineEdit("Rat", form), QComboBox(form)
    choice.addItem("Rat")
    for field in (line, choice):
        field.resize(200, 30)
        field.ensurePolished()
    in_line, in_choice = QStyleOptionFrame(), QStyleOptionComboBox()
    line.initStyleOption(in_line)
    choice.initStyleOption(in_choice)
    room = line.style().subElementRect(QStyle.SubElement.SE_LineEditContents, in_line, line)
    part = QStyle.ComplexControl.CC_ComboBox, in_choice, QStyle.SubControl.SC_ComboBoxEditField, choice
    beside_words = 2  # QLineEdit's own margin
    assert choice.style().subControlRect(*part).left() == room.left() + beside_words
