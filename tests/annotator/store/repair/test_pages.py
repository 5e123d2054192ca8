"""Pages are read as SQLite reads them, and in bounded time however they are damaged."""

import random
import sqlite3
import time
from contextlib import closing
from typing import Any

import pytest

from annotator.store.repair.log_frames import LogContent
from annotator.store.repair.pages import Faults, Image, Unreadable, record, varint

PAGE = 4096
MADE = """
CREATE TABLE kind (id INTEGER PRIMARY KEY, a, b TEXT, c BLOB);
CREATE TABLE plain (a TEXT, b INTEGER, PRIMARY KEY (a, b)) WITHOUT ROWID;
CREATE INDEX by_b ON kind(b);
"""
NUMBERS = (0, 1, -1, 127, -129, 40_000, -9_000_000, 1 << 40, -(1 << 62), 1.5, None)


def number(place, value):
    return place.to_bytes(4, "big") if value is None else value.to_bytes(4, "big")


@pytest.fixture
def path(tmp_path):
    """A file with every kind of value, long texts, several levels of pages, and some free pages."""
    made = tmp_path / "made.db"
    chance = random.Random(1)
    with closing(sqlite3.connect(made)) as connection:
        connection.executescript(MADE)
        rows = (
            (NUMBERS[n % len(NUMBERS)], "ä" * chance.choice([0, 5, 900, 40_000]), chance.randbytes(n))
            for n in range(900)
        )
        connection.executemany("INSERT INTO kind (a, b, c) VALUES (?, ?, ?)", rows)
        connection.executemany("INSERT INTO plain VALUES (?, ?)", ((f"key {n}", n) for n in range(900)))
        connection.execute("DELETE FROM kind WHERE id BETWEEN 300 AND 500")
        connection.commit()
    return made


def read(path, content=None):
    """Return the rows by table, the faults, and the image of a file, or of other bytes in its place."""
    if content is not None:
        path.write_bytes(content)
    with path.open("rb") as file:
        image, faults = Image(file, None, LogContent()), Faults()
        roots: dict[Any, Any] = {cell.values[1]: (cell.values[3], cell.values[0]) for cell in image.walk(1, faults)}
        rows = {
            name: [*image.walk(root, faults, table=kind == "table" and name != "plain")]
            for name, (root, kind) in roots.items()
        }
        return rows, faults, image, image.free()


def test_rows_are_those_that_sqlite_reads(path):
    rows, faults, image, free = read(path)
    assert not faults.pages
    assert not faults.cells
    with closing(sqlite3.connect(path)) as connection:
        kinds = connection.execute("SELECT id, a, b, c FROM kind ORDER BY id").fetchall()
        plain = connection.execute("SELECT a, b FROM plain ORDER BY a, b").fetchall()
        (count,) = connection.execute("PRAGMA freelist_count").fetchone()
    assert [(cell.rowid, *cell.values[1:]) for cell in rows["kind"]] == kinds
    assert sorted(cell.values for cell in rows["plain"]) == plain
    assert len(rows["by_b"]) == len(kinds)
    assert len(free) == count > 0
    assert image.used | free == {*range(1, image.count + 1)}


def test_circular_overflow_chain_ends(path):
    content = bytearray(path.read_bytes())
    _, _, image, _ = read(path)
    chained = sorted(image.used - image.visited)
    for page in chained:
        content[(page - 1) * PAGE : (page - 1) * PAGE + 4] = chained[0].to_bytes(4, "big")
    rows, _, _, _ = read(path, bytes(content))
    assert any(cell.short for cell in rows["kind"])
    assert sum(not cell.short for cell in rows["kind"]) > 100


def test_circular_free_list_ends(path):
    content = bytearray(path.read_bytes())
    trunk = int.from_bytes(content[32:36], "big")
    content[(trunk - 1) * PAGE : (trunk - 1) * PAGE + 8] = trunk.to_bytes(4, "big") + b"\xff\xff\xff\xff"
    assert trunk in read(path, bytes(content))[3]


def test_circular_tree_ends(path):
    content = bytearray(path.read_bytes())
    rows, _, _, _ = read(path)
    inside = next(page for page in range(2, len(content) // PAGE) if content[(page - 1) * PAGE] == 5)
    content[(inside - 1) * PAGE + 8 : (inside - 1) * PAGE + 12] = inside.to_bytes(4, "big")
    again, faults, _, _ = read(path, bytes(content))
    assert inside in faults.pages
    assert len(again["kind"]) < len(rows["kind"])


def test_page_of_overlapping_cells_is_bounded(path):
    content = bytearray(path.read_bytes())
    leaf = next(page for page in range(2, len(content) // PAGE) if content[(page - 1) * PAGE] == 13)
    start = (leaf - 1) * PAGE
    content[start + 3 : start + 5] = (1500).to_bytes(2, "big")
    for place in range(1500):
        at = 3050 + place % 40
        content[start + 8 + 2 * place : start + 10 + 2 * place] = at.to_bytes(2, "big")
    content[start + 3050 : start + 3100] = b"\x81\x00" * 25  # payloads of 128 bytes and more
    _, faults, _, _ = read(path, bytes(content))
    assert faults.cells


@pytest.mark.parametrize("seed", range(12))
def test_random_bytes_anywhere_end_soon(path, seed):
    chance = random.Random(seed)
    content = bytearray(path.read_bytes())
    for _ in range(200):
        at = chance.randrange(len(content) - 8)
        content[at : at + 8] = chance.choice([b"\xff" * 8, bytes(8), chance.randbytes(8)])
    begun = time.monotonic()
    rows, _, image, _ = read(path, bytes(content))
    assert time.monotonic() - begun < 5
    assert sum(len(found) for found in rows.values()) < 5_000
    assert image.count <= len(content) // PAGE + 1


@pytest.mark.parametrize(
    "payload", [b"", b"\xff" * 9, b"\x7f\x01", b"\x03\x0a\x0b", b"\x02\xff\xff\xff\xff", b"\x02\x06\x01"]
)
def test_invalid_record_is_refused(payload):
    with pytest.raises((Unreadable, IndexError)):
        record(payload)


def test_numbers_of_nine_bytes_are_read():
    assert varint(b"\x81\x00", 0) == (128, 2)
    assert varint(b"\xff" * 9, 0) == ((1 << 64) - 1, 9)
