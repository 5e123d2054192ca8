"""Rows that several windows keep for their projects in one file."""

from pathlib import Path
from threading import Event

import pytest

from ui.base import settings
from ui.base.settings import ProjectRows

A, B = Path("/a.spanwright"), Path("/b.spanwright")


def test_rows_of_two_programs_written_at_once_are_kept(qapp, monkeypatch):
    monkeypatch.setattr(settings, "_TRIES", 10_000)  # on a busy machine, the first may write late
    one, other = ProjectRows("both.json"), ProjectRows("both.json")
    has_read, may_write = Event(), Event()
    read = one.read

    def slow_read():
        found = read()
        has_read.set()
        may_write.wait(0.2)
        return found

    monkeypatch.setattr(one, "read", slow_read)
    one.put(A, ["typed in one"])
    assert has_read.wait(10)
    other.put(B, ["typed in the other"])
    other.wait()
    may_write.set()
    one.wait()
    assert ProjectRows("both.json").read() == {str(A): ["typed in one"], str(B): ["typed in the other"]}


@pytest.mark.parametrize("row", [["x"], None])
def test_row_is_written_although_something_holds_the_lock(qapp, row):
    rows = ProjectRows("held.json")
    rows.put(A, ["old"])
    rows.wait()
    rows.file.with_name("held.json.lock").unlink(missing_ok=True)
    rows.file.with_name("held.json.lock").mkdir()
    rows.put(A, row)
    rows.wait()
    assert rows.row(A) == row
