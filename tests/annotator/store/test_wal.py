"""A project opens with any write-ahead log that a crash may leave."""

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

import pytest

from annotator.processes.worker import no_progress
from annotator.project.project import Project, back_up_daily, check, copy
from annotator.store import wal
from annotator.store.checks.contents import fingerprint
from annotator.store.reader import DocumentQuery
from annotator.store.repair.repairing import repair
from annotator.store.sqlite_errors import sqlite_errors
from annotator.system.errors import StoreError
from tests.annotator.made import add_article, make_project

_ROOT = Path(__file__).parents[3]
_HEADER = 32
_GARBAGE = bytes(range(7, 7 + _HEADER))

LOGS = {
    "none": lambda _: None,
    "empty": lambda _: b"",
    "1 byte": lambda log: log[:1],
    "31 bytes": lambda log: log[:31],
    "header": lambda log: log[:32],
    "header and a byte": lambda log: log[:33],
    "header and half a frame": lambda log: log[:2000],
    "damaged header": lambda log: _GARBAGE + log[32:],
    "damaged header alone": lambda _: _GARBAGE,
    "damaged salt": lambda log: log[:16] + b"salt" + log[20:],
    "damaged checksum": lambda log: log[:28] + b"sum!" + log[32:],
    "damaged checksum alone": lambda log: log[:28] + b"sum!",
    "zeros": lambda _: bytes(5000),
    "whole": lambda log: log,
}
INDEXES = {
    "none": lambda _: None,
    "empty": lambda _: b"",
    "3 bytes": lambda _: bytes(3),
    "torn": lambda index: index[:100],
    "stale": lambda index: index,
    "garbage": lambda index: os.urandom(len(index)),
}
VOID = ["header", "damaged header", "damaged header alone", "damaged checksum alone", "damaged salt"]


@pytest.fixture(scope="module")
def left(tmp_path_factory):
    """Return the bytes of file, log and index of a project that was killed after a second article was added."""
    folder = tmp_path_factory.mktemp("left")
    with closing(make_project(folder)) as project:
        add_article(project)
        project.checkpoint(truncate=True)
        add_article(project, "Zweiter", "Noch ein Text.")
        return [wal.beside(project.path, kind).read_bytes() for kind in ("", "-wal", "-shm")]


@pytest.fixture
def lay(left, tmp_path):
    """Return a function that writes a project as a crash left it, and returns its path."""

    def lay_down(log, index, folder=tmp_path):
        path = folder / "Stadt.spanwright"
        made = {"": left[0], "-wal": LOGS[log](left[1]), "-shm": INDEXES[index](left[2])}
        for kind, content in made.items():
            wal.beside(path, kind).unlink(missing_ok=True)
            if content is not None:
                wal.beside(path, kind).write_bytes(content)
        return path

    return lay_down


def articles(path, *, read_only):
    """Count the articles. If SQLite waited for somebody to rebuild the index, it would refuse in the end."""
    with closing(Project.open(path, read_only=read_only)) as project:
        return len(project.read.document_ids(DocumentQuery(annotator="anna")))


@pytest.mark.parametrize("index", INDEXES)
@pytest.mark.parametrize("log", LOGS)
def test_any_log_and_index_open_at_once(lay, log, index):
    there = 2 if log == "whole" else 1
    for read_only in (True, False):
        path = lay(log, index)
        assert articles(path, read_only=read_only) == there
        assert articles(path, read_only=False) == there
        assert check(path, progress=no_progress) == []


@pytest.mark.parametrize("index", ["none", "stale", "garbage"])
@pytest.mark.parametrize("log", LOGS)
def test_any_log_and_index_open_in_a_read_only_folder(lay, tmp_path, read_only_folder, log, index):
    folder = tmp_path / "stick"
    folder.mkdir()
    path = lay(log, index, folder)
    before = sorted(folder.iterdir())
    read_only_folder(folder)
    assert articles(path, read_only=True) == (2 if log == "whole" else 1)
    assert sorted(folder.iterdir()) == before


@pytest.mark.parametrize("log", VOID)
def test_jobs_read_beside_a_header_only_log(lay, tmp_path, log):
    assert check(lay(log, "stale"), progress=no_progress) == []
    copy(lay(log, "stale"), tmp_path / "Kopie.spanwright", lambda: False)
    assert back_up_daily(lay(log, "stale"), progress=no_progress) is not None
    assert articles(tmp_path / "Kopie.spanwright", read_only=True) == 1


def test_command_line_opens_a_header_only_log(lay):
    path = lay("header", "stale")
    command = [sys.executable, str(_ROOT / "main.py"), "list", str(path), "--json"]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Kürzlich" in done.stdout


def test_header_only_log_is_opened_repeatedly(lay):
    path = lay("header", "stale")
    with closing(Project.open(path, read_only=True)) as first:  # it holds a lock on the file meanwhile
        assert articles(path, read_only=True) == 1
        wal.beside(path, "-wal").write_bytes(_GARBAGE)
        assert articles(path, read_only=True) == 1
        assert len(first.read.document_ids(DocumentQuery(annotator="anna"))) == 1
    assert articles(path, read_only=False) == 1


def test_reader_leaves_a_writers_log_and_index_alone(tmp_path):
    with closing(make_project(tmp_path)) as project:
        add_article(project)
        header = wal.beside(project.path, "-wal").read_bytes()[:_HEADER]
        project.checkpoint(truncate=True)
        log, index = wal.beside(project.path, "-wal"), wal.beside(project.path, "-shm")
        log.write_bytes(header)  # as when the disk is full after the header
        before = index.stat().st_mtime_ns
        assert articles(project.path, read_only=True) == 1
        assert (log.read_bytes(), index.stat().st_mtime_ns) == (header, before)
        add_article(project, "Zweiter", "Noch ein Text.")
        assert articles(project.path, read_only=True) == 2
    assert articles(project.path, read_only=True) == 2


def test_frames_behind_a_damaged_header_are_kept(lay, left):
    path = lay("damaged header", "none")
    assert articles(path, read_only=True) == 1
    (kept,) = path.parent.glob("*-wal.damaged-*")
    assert kept.read_bytes() == _GARBAGE + left[1][_HEADER:]


def test_damaged_log_is_copied_over_no_link(lay, left, monkeypatch):
    path = lay("damaged header", "none")
    victim = path.with_name("victim")
    victim.write_text("precious")

    class Now(datetime):
        @classmethod
        def now(cls, tz=None):
            return cls(2026, 11, 30, 10, 0, 0, 0, tz)

    monkeypatch.setattr(wal, "datetime", Now)
    log = wal.beside(path, "-wal")
    for stamp in ("2026-11-30-100000", "2026-11-30-100000-000000", f"2026-11-30-100000-000000-{fingerprint(path)}"):
        log.with_name(f"{log.name}.damaged-{stamp}").symlink_to(victim)
    articles(path, read_only=True)
    assert victim.read_text() == "precious"
    assert log.read_bytes() == _GARBAGE + left[1][_HEADER:]


def test_damaged_log_is_repaired_after_the_clock_was_set_back(lay, tmp_path):
    path = lay("damaged header", "none")
    later = time.time_ns() + 86_400 * 10**9
    os.utime(path, ns=(later, later))
    assert articles(path, read_only=True) == 1
    repair(path, tmp_path / "out.spanwright")
    assert articles(tmp_path / "out.spanwright", read_only=True) == 2


@pytest.mark.parametrize("later", [-86_400, -1, 1, 86_400])
def test_damaged_log_is_repaired_after_copying_without_times(lay, tmp_path, later):
    path = lay("damaged header", "none")
    assert articles(path, read_only=True) == 1
    (kept,) = path.parent.glob("*-wal.damaged-*")
    changed = path.stat().st_mtime_ns + later * 10**9  # also as an older version of ours left the copy
    os.utime(kept, ns=(changed, changed))
    repair(path, tmp_path / "out.spanwright")
    assert articles(tmp_path / "out.spanwright", read_only=True) == 2


def test_damaged_log_is_repaired_after_the_file_is_damaged_too(lay, tmp_path):
    path = lay("damaged header", "none")
    assert articles(path, read_only=True) == 1
    with closing(sqlite3.connect(path)) as connection:
        (page,) = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'edit'").fetchone()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
    with path.open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(bytes(size))
    repair(path, tmp_path / "out.spanwright")
    assert articles(tmp_path / "out.spanwright", read_only=True) == 2


@pytest.mark.parametrize("later", [-1, 1])
def test_damaged_log_is_left_out_after_further_steps(lay, tmp_path, later):
    path = lay("damaged header", "none")
    with closing(Project.open(path)) as project:
        add_article(project, "Dritter", "Noch ein anderer Text.")
    (kept,) = path.parent.glob("*-wal.damaged-*")
    changed = path.stat().st_mtime_ns + later * 10**9
    os.utime(kept, ns=(changed, changed))
    repair(path, tmp_path / "out.spanwright")
    with closing(Project.open(tmp_path / "out.spanwright")) as project:
        ids = project.read.document_ids(DocumentQuery(annotator="anna"))
        assert {project.read.document(id_).title for id_ in ids} >= {"Dritter"}
        assert len(ids) == 2


@pytest.fixture
def foreign(lay):
    """Return a project with a damaged log, kept at its first opening, in which another program added an annotator."""
    path = lay("none", "none")
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("INSERT INTO annotator VALUES ('zoe', '')")
        connection.commit()
        frames = wal.beside(path, "-wal").read_bytes()[_HEADER:]
    assert lay("none", "none") == path
    wal.beside(path, "-wal").write_bytes(_GARBAGE + frames)
    assert articles(path, read_only=True) == 1
    return path


def _repaired_annotators(path, folder):
    repair(path, folder / "out.spanwright")
    with closing(sqlite3.connect(folder / "out.spanwright")) as connection:
        return {name for (name,) in connection.execute("SELECT name FROM annotator")}


def test_log_without_a_first_page_is_repaired_after_copying_without_times(foreign, tmp_path):
    folder = tmp_path / "copied"
    folder.mkdir()
    for each in foreign.parent.glob(f"{foreign.name}*"):
        shutil.copyfile(each, folder / each.name)
    assert "zoe" in _repaired_annotators(folder / foreign.name, tmp_path)


def test_log_without_a_first_page_is_left_out_after_further_steps(foreign, tmp_path):
    (kept,) = foreign.parent.glob("*-wal.damaged-*")
    with closing(Project.open(foreign)) as project:
        add_article(project, "Dritter", "Noch ein anderer Text.")
    changed = foreign.stat().st_mtime_ns
    os.utime(kept, ns=(changed, changed))  # as a ZIP file with times of two seconds may leave both
    assert "zoe" not in _repaired_annotators(foreign, tmp_path)


def test_newer_file_with_header_only_log_is_refused_untouched(lay):
    path = lay("none", "none")
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("INSERT INTO _sqlite_migrations VALUES (99, 'spanwright', 'm999_later', '')")
    content = path.read_bytes()
    wal.beside(path, "-wal").write_bytes(_GARBAGE)
    wal.beside(path, "-shm").write_bytes(b"")
    for read_only in (True, False):
        with pytest.raises(StoreError) as failure:
            Project.open(path, read_only=read_only)
        assert failure.value.code == "store.newer"
    assert path.read_bytes() == content


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
@pytest.mark.parametrize("read_only", [True, False])
@pytest.mark.parametrize("kind", ["-wal", "-shm"])
def test_strange_side_files_never_block(lay, tmp_path, kind, read_only):
    victim = tmp_path / "victim"
    victim.write_text("somebody's")
    for make in (os.mkfifo, os.mkdir, lambda place: place.symlink_to(victim)):
        path = lay("none", "none", Path(tempfile.mkdtemp(dir=tmp_path)))
        make(wal.beside(path, kind))
        with suppress(StoreError):
            assert articles(path, read_only=read_only) == 1
    assert victim.read_text() == "somebody's"


def test_each_damaged_byte_of_a_header_is_seen(lay, left):
    path = lay("whole", "none")
    assert not wal.is_void(path)
    for at in range(_HEADER):
        damaged = bytearray(left[1])
        damaged[at] ^= 0xFF
        wal.beside(path, "-wal").write_bytes(damaged)
        assert wal.is_void(path)


def test_log_of_the_other_byte_order_is_read(lay, left):
    head = bytearray(left[1][:_HEADER])
    head[3] ^= 1
    first = second = 0
    for at in range(0, 24, 8):
        first = first + int.from_bytes(head[at : at + 4], "big") + second & 0xFFFFFFFF
        second = second + int.from_bytes(head[at + 4 : at + 8], "big") + first & 0xFFFFFFFF
    head[24:] = first.to_bytes(4, "big") + second.to_bytes(4, "big")
    path = lay("whole", "none")
    wal.beside(path, "-wal").write_bytes(bytes(head) + left[1][_HEADER:])
    assert not wal.is_void(path)


def test_lock_that_is_never_granted_is_reported(tmp_path):
    error = sqlite3.OperationalError("locking protocol")
    error.sqlite_errorname = "SQLITE_PROTOCOL"
    with pytest.raises(StoreError, match="does not answer") as failure, sqlite_errors(tmp_path / "Stadt.spanwright"):
        raise error
    assert failure.value.code == "store.protocol"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root may become somebody else")
@pytest.mark.skipif(not shutil.which("setpriv"), reason="no setpriv")
@pytest.mark.parametrize("log", ["header", "whole", "damaged header"])
def test_log_of_another_user_is_read(lay, tmp_path, log):
    path = lay(log, "stale")
    for folder in (tmp_path, *tmp_path.parents[:2]):
        folder.chmod(0o755)
    code = f"""if True:
        import sys; sys.path.insert(0, {str(_ROOT)!r})
        from pathlib import Path
        from annotator.project.project import Project
        from annotator.store.reader import DocumentQuery
        project = Project.open(Path({str(path)!r}), read_only=True)
        print(len(project.read.document_ids(DocumentQuery(annotator="anna"))))"""
    command = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", sys.executable, "-c", code]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    if "Permission denied" in done.stderr:
        pytest.skip("this Python cannot be run by somebody else")
    assert done.stdout.strip() == ("2" if log == "whole" else "1"), done.stderr
