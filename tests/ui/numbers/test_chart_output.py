"""Charts in files: tables for spreadsheets, and pictures."""

import csv

import pytest
from PySide6.QtGui import QFont, QImage

from annotator.system.errors import FormatError
from ui.numbers.chart import Bar, Chart, Series
from ui.numbers.drawing import save


@pytest.fixture
def chart(qapp):
    bars = (Bar(name="=Küstenbote 🎈", amounts=(3, 1)), Bar(name="Anzeiger <b>", amounts=(0, 2)))
    series = (Series(name="Person"), Series(name="Ort & Stelle"))
    return Chart(title="Medien", series=series, bars=bars, empty="")


def test_csv_has_column_per_series_without_formulas(chart, tmp_path):
    save(chart, QFont(), tmp_path / "c.csv")
    with (tmp_path / "c.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [*csv.reader(file)] == [
            ["Medien", "Person", "Ort & Stelle", "total"],
            ["'=Küstenbote 🎈", "3", "1", "4"],
            ["Anzeiger <b>", "0", "2", "2"],
        ]


def test_pictures_have_names_and_are_sharp(chart, tmp_path):
    save(chart, QFont(), tmp_path / "c.svg")
    written = (tmp_path / "c.svg").read_text("utf-8")
    assert "Medien" in written
    assert "Anzeiger &lt;b&gt;" in written
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
