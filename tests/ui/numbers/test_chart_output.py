"""Charts in files: tables for spreadsheets, and pictures."""

import csv
from dataclasses import replace

import pytest
from PySide6.QtGui import QColor, QFont, QImage
from PySide6.QtSvg import QSvgRenderer

from annotator.system.errors import FormatError
from ui.base.look.theme import DARK, LIGHT
from ui.numbers.chart import SHADES, Bar, Chart, ChartKind, Series
from ui.numbers.charts import month_name, month_tick
from ui.numbers.drawing import save
from ui.numbers.scales import HOUR, MINUTE, ChartUnit, amount_words, scale, tick_words


@pytest.fixture
def chart(qapp):
    bars = (Bar(name="=Küstenbote 🎈", amounts=(3, 1)), Bar(name="Anzeiger <b>", amounts=(0, 2)))
    series = (Series(name="Person"), Series(name="Ort & Stelle"))
    return Chart(title="Medien", series=series, bars=bars, empty="")


def test_csv_has_column_per_series_without_formulas(chart, tmp_path):
    save(chart, QFont(), tmp_path / "c.csv")
    with (tmp_path / "c.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [*csv.reader(file)] == [
            ["Medien", "Person", "Ort & Stelle", "Total"],
            ["'=Küstenbote 🎈", "3", "1", "4"],
            ["Anzeiger <b>", "0", "2", "2"],
        ]


def test_pictures_have_names_and_are_sharp(chart, tmp_path):
    save(chart, QFont(), tmp_path / "c.svg")
    written = (tmp_path / "c.svg").read_text("utf-8")
    assert "Medien" in written
    assert "Anzeiger &lt;b&gt;" in written
    assert ", sans-serif" in written
    save(chart, QFont(), tmp_path / "c.png")
    assert QImage(str(tmp_path / "c.png")).width() == 1800


def test_unwritable_file_is_reported(chart, tmp_path):
    with pytest.raises(FormatError) as raised:
        save(chart, QFont(), tmp_path / "no" / "c.svg")
    assert raised.value.code == "format.target"
    (tmp_path / "c.svg").mkdir()
    with pytest.raises(FormatError):
        save(chart, QFont(), tmp_path / "c.svg")
    assert [path.name for path in tmp_path.iterdir()] == ["c.svg"]


def test_similar_file_is_kept(chart, tmp_path):
    (tmp_path / "c.svg.tmp").write_text("mine")
    save(chart, QFont(), tmp_path / "c.svg")
    assert (tmp_path / "c.svg.tmp").read_text() == "mine"


@pytest.fixture
def lines(qapp):
    bars = (
        Bar(name="Woche 1", amounts=(50.0, None), counted=(4, 0), tick=("2.3.", "2026")),
        Bar(name="Woche 2", amounts=(75.0, 100.0), counted=(8, 1), tick=("9.3.", "2026")),
    )
    series = (Series(name="Namen", shade=0), Series(name="Behauptungen", shade=1))
    return Chart(
        title="Anteil",
        series=series,
        bars=bars,
        empty="",
        axis="Achse",
        across="Quer",
        kind=ChartKind.LINES,
        unit=ChartUnit.PERCENT,
    )


@pytest.mark.parametrize("kind", [ChartKind.LINES, ChartKind.COLUMNS])
def test_pictures_over_time_have_axes(lines, tmp_path, kind):
    save(replace(lines, kind=kind), QFont(), tmp_path / "c.svg")
    written = (tmp_path / "c.svg").read_text("utf-8")
    assert all(f">{word}" in written for word in ("Achse", "Quer", "Namen", "2.3.", "2026", "0%", "50%", "100%"))
    assert QSvgRenderer(str(tmp_path / "c.svg")).isValid()
    save(lines, QFont(), tmp_path / "c.png")
    image = QImage(str(tmp_path / "c.png"))
    assert image.width() == 1800
    assert len({image.pixel(x, y) for x in range(0, 1800, 7) for y in range(0, image.height(), 7)}) > 3


def test_lines_say_what_shares_are_of(lines, tmp_path):
    assert lines.words(lines.bars[0]) == "Woche 1: Namen 50% of 4"
    assert lines.words(lines.bars[1]) == "Woche 2: Namen 75% of 8; Behauptungen 100% of 1"
    assert lines.table() == (
        ["Quer", "Namen", "Behauptungen", "Looked at"],
        [["Woche 1", "50%", "–", "4"], ["Woche 2", "75%", "100%", "9"]],
    )
    save(lines, QFont(), tmp_path / "c.csv")
    assert (tmp_path / "c.csv").read_text("utf-8-sig").splitlines() == [
        "Anteil,Namen %,Namen: Looked at,Behauptungen %,Behauptungen: Looked at",
        "Woche 1,50.0,4,,0",
        "Woche 2,75.0,8,100.0,1",
    ]


@pytest.mark.parametrize(
    ("most", "unit", "intervals", "ticks"),
    [
        (0, ChartUnit.COUNT, 5, ["0", "1"]),
        (3, ChartUnit.COUNT, 5, ["0", "1", "2", "3"]),
        (184, ChartUnit.COUNT, 4, ["0", "50", "100", "150", "200"]),
        (10_001, ChartUnit.COUNT, 3, ["0", "5,000", "10,000", "15,000"]),
        (12, ChartUnit.PERCENT, 4, ["0%", "25%", "50%", "75%", "100%"]),
        (3 * MINUTE, ChartUnit.TIME, 6, ["0 s", "30 s", "1 min", "1.5 min", "2 min", "2.5 min", "3 min"]),
        (30 * HOUR, ChartUnit.TIME, 3, ["0 s", "10 h", "20 h", "30 h"]),
    ],
)
def test_ticks_are_round(qapp, most, unit, intervals, ticks):
    assert [tick_words(tick, unit) for tick in scale(most, unit, intervals).ticks] == ticks


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (0, "0 s"),
        (40, "under 0.1 s"),
        (280, "0.3 s"),
        (970, "1 s"),
        (1_400, "1.5 s"),
        (38_400, "40 s"),
        (58_000, "1 min"),
        (1.6 * MINUTE, "1.5 min"),
        (10.9 * MINUTE, "11 min"),
        (59.7 * MINUTE, "1 h"),
        (2.3 * HOUR, "2.5 h"),
        (41.2 * HOUR, "41 h"),
    ],
)
def test_durations_are_rough(qapp, amount, words):
    assert amount_words(amount, ChartUnit.TIME) == words


@pytest.mark.parametrize(("tones", "dark"), [(LIGHT, 0), (DARK, 1)])
def test_shades_stand_out_from_paper(tones, dark):
    assert all(contrast(shade[dark], tones.paper) >= 3 for shade in SHADES)


def contrast(one, other):
    def luminance(name):
        parts = (value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in rgb(name))
        return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True))

    def rgb(name):
        return QColor(name).redF(), QColor(name).greenF(), QColor(name).blueF()

    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("when", ["", "gestern", "2026-13"])
def test_time_that_is_no_month_is_shown_as_it_is(qapp, when):
    assert (month_name(when), month_tick(when)) == (when, (when, ""))
    assert (month_name("2026-03"), month_tick("2026-03")) == ("Mar 2026", ("Mar", "2026"))
