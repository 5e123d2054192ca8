"""The write-ahead log is read as SQLite reads it, and beyond a damaged frame."""

import shutil
import sqlite3
from contextlib import closing

import pytest

from annotator.store.repair.log_frames import FRAME_HEADER, HEADER, read_log

PAGE = 4096
FRAME = FRAME_HEADER + PAGE
STEPS = 6


@pytest.fixture
def killed(tmp_path):
    """Copy a database and its log while it is in use: the files are as a kill would leave them."""
    path = tmp_path / "a.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("CREATE TABLE step (number INTEGER PRIMARY KEY, words TEXT)")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        for number in range(STEPS):
            connection.execute("INSERT INTO step (words) VALUES (?)", [f"{number}" * 3000])
        for suffix in ("", "-wal"):
            shutil.copy(f"{path}{suffix}", tmp_path / f"killed.db{suffix}")
    return tmp_path / "killed.db"


def log_of(path):
    with path.with_name(path.name + "-wal").open("rb") as file:
        return read_log(file, page_size=PAGE)


def change(path, at, content):
    log = path.with_name(path.name + "-wal")
    changed = bytearray(log.read_bytes())
    changed[at : at + len(content)] = content
    log.write_bytes(changed)


def steps_by_sqlite(path):
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute("SELECT count(*) FROM step").fetchone()[0]


def test_whole_log_gives_the_newest_page_of_each(killed):
    log = log_of(killed)
    assert not log.broken
    assert log.page_size == PAGE
    with killed.with_name("killed.db-wal").open("rb") as file:
        found = {}
        for number, start in log.newest.items():
            file.seek(start)
            found[number] = file.read(PAGE)
    with closing(sqlite3.connect(killed)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    content = killed.read_bytes()
    assert log.pages == len(content) // PAGE
    assert {number: content[(number - 1) * PAGE : number * PAGE] for number in found} == found


@pytest.mark.parametrize("at", [0, 8, 16, FRAME_HEADER + 10])
def test_damaged_frame_costs_one_page(killed, at):
    whole = log_of(killed)
    change(killed, HEADER + FRAME + at, b"\x55\xaa\x55\xaa")
    log = log_of(killed)
    assert log.broken
    assert log.pages == whole.pages
    assert len(log.newest) >= len(whole.newest) - 2
    assert steps_by_sqlite(killed) < STEPS  # SQLite forgets them all


@pytest.mark.parametrize("header", [bytes(32), b"\xff" * 32, b"\x37\x7f\x06\x82" + bytes(28)])
def test_log_with_a_damaged_header_is_read(killed, header):
    whole = log_of(killed)
    change(killed, 0, header)
    log = log_of(killed)
    assert log.newest == whole.newest
    assert log.pages == whole.pages


def test_torn_last_transaction_was_never_acknowledged(killed):
    log = killed.with_name("killed.db-wal")
    content = log.read_bytes()
    log.write_bytes(content[:-100])
    cut = log_of(killed)
    assert not cut.broken
    log.write_bytes(content)
    change(killed, len(content) - FRAME + FRAME_HEADER, b"\x55" * 8)  # out of order, as a power cut may leave it
    assert log_of(killed).newest == cut.newest
    assert not log_of(killed).broken


def test_frames_of_an_earlier_use_are_skipped(tmp_path):
    path = tmp_path / "a.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("CREATE TABLE step (number INTEGER PRIMARY KEY, words TEXT)")
        connection.execute("INSERT INTO step (words) VALUES (?)", ["x" * 30_000])
        connection.execute("PRAGMA wal_checkpoint(RESTART)")
        connection.execute("INSERT INTO step (words) VALUES ('new')")
        log = log_of(path)
    assert not log.broken
    assert len(log.newest) < 3


@pytest.mark.parametrize("content", [b"", b"x", bytes(32), b"\xff" * 33, b"\x00" * 9000, bytes(range(256)) * 64])
def test_file_that_is_not_a_log_is_empty(tmp_path, content):
    (tmp_path / "a-wal").write_bytes(content)
    with (tmp_path / "a-wal").open("rb") as file:
        assert not read_log(file, page_size=PAGE).newest
