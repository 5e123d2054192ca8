"""Days as people type them."""

import pytest

from annotator.corpus.dates import day_from


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("2026", "2026-01-01", "2026-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2026-3-9", "2026-03-09", "2026-03-09"),
        ("9. März 2026", "2026-03-09", "2026-03-09"),
        ("March 9, 2026", "2026-03-09", "2026-03-09"),
        ("9.3.2026", "2026-03-09", "2026-03-09"),
        ("02. 2025", "2025-02-01", "2025-02-28"),
        ("  ", None, None),
    ],
)
def test_reads_day_month_and_year(words, first, last):
    assert (day_from(words, last=False), day_from(words, last=True)) == (first, last)


@pytest.mark.parametrize("words", ["gestern", "2026-13", "31.2.2026", "2026-02-30", "2026-0", "26", "0.2026"])
def test_refuses_invalid_day(words):
    with pytest.raises(ValueError):  # noqa: PT011  # whatever the calendar says of it
        day_from(words, last=False)
