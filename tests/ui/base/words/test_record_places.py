import pytest

from ui.base.words.record_places import record_words


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("wire.csv, 5", "wire.csv, row 5"),
        ("Wire.XLSX, 12", "Wire.XLSX, row 12"),
        ("a, b.tsv.gz, 7", "a, b.tsv.gz, row 7"),
        ("feed.jsonl, 3", "feed.jsonl, line 3"),
        ("feed.xml, 2", "feed.xml, entry 2"),
        ("Bericht, 2024", "Bericht, 2024"),
        ("wire.csv", "wire.csv"),
    ],
)
def test_number_in_file_is_named(name, shown):
    assert record_words(name) == shown
