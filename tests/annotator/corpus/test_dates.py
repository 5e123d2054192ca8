from datetime import UTC, datetime

import pytest

from annotator.corpus.dates import find_dates, iso_date, whole_date


@pytest.mark.parametrize(
    ("line", "iso"),
    [
        ("30.11.2022", "2022-11-30"),
        ("30. 11. 2022", "2022-11-30"),
        ("3.2.26", "2026-02-03"),
        ("Stand: 12.03.2026, 17:40 Uhr", "2026-03-12"),
        ("9. März 2026", "2026-03-09"),
        ("9.\u00a0März\u00a02026", "2026-03-09"),
        ("Marienquell, den 24. Jänner 2026", "2026-01-24"),
        ("1. Dez. 2025 um 8 Uhr", "2025-12-01"),
        ("12 March 2026", "2026-03-12"),
        ("12th of March, 2026", "2026-03-12"),
        ("March 12, 2026", "2026-03-12"),
        ("MARCH 12TH, 2026 6:40 a.m.", "2026-03-12"),
        ("Ohio, Feb. 3, 2026 (Wire)", "2026-02-03"),
        ("Sept. 5, 2026", "2026-09-05"),
        ("2022-11-30", "2022-11-30"),
        ("2022-11-30T14:05:00+01:00", "2022-11-30"),
        ("2026/03/09", "2026-03-09"),
        ("🌊 29.02.2024", "2024-02-29"),
    ],
)
def test_printed_dates_are_found(line, iso):
    assert [found for _, _, found in find_dates(line)] == [iso]


@pytest.mark.parametrize(
    "line",
    [
        "31.02.2026",
        "31. Oktober",
        "March 2026",
        "3/9/2026",
        "1.2.3.2026",
        "Az. 4 K 217/25",
        "2022-13-01",
        "12.345.678",
        "0.0.2022",
    ],
)
def test_incomplete_dates_are_ignored(line):
    assert find_dates(line) == []


def test_dates_are_in_order_with_offsets():
    line = "Veröffentlicht: 9. März 2026 | Aktualisiert: 10.03.2026"
    found = find_dates(line)
    assert [line[start:end] for start, end, _ in found] == ["9. März 2026", "10.03.2026"]


@pytest.mark.parametrize(
    ("value", "iso"),
    [
        ("2026-03-09T23:30:00+01:00", "2026-03-09"),
        ("20260309T233000Z", "2026-03-09"),
        ("20260309", "2026-03-09"),
        ("Mon, 09 Mar 2026 23:30:00 +0100", "2026-03-09"),
        ("9. März 2026, 10 Uhr", "2026-03-09"),
        ("1773000000", "2026-03-08"),
        (1773000000000, "2026-03-08"),
        (datetime(2026, 3, 9, 23, 30, tzinfo=UTC), "2026-03-09"),
        ("gestern", None),
        ("", None),
        (None, None),
        ("99999999999999999999", None),
        ("20261399", None),
    ],
)
def test_dates_in_files(value, iso):
    assert iso_date(value) == iso


@pytest.mark.parametrize(
    ("words", "iso"),
    [
        ("3.9.2026", "2026-09-03"),
        ("03.09.2026", "2026-09-03"),
        ("3. September 2026", "2026-09-03"),
        ("3 Sep 2026", "2026-09-03"),
        ("2026-09-03", "2026-09-03"),
        ("am 3.9.2026", None),
        ("3.13.2026", None),
        ("9/3/2026", None),
        ("2026", None),
        ("", None),
    ],
)
def test_whole_date(words, iso):
    assert whole_date(words) == iso
