"""Full disks of any size: a file is written completely or not at all, and the message names the disk.

``SPANWRIGHT_LONG=1`` tries each size in steps of a block, which takes minutes.
"""

import errno
import os
import sqlite3
from contextlib import closing
from functools import partial

import pytest
from sqlite_utils import Database

from annotator.editing import edits
from annotator.jobs.exporting.export_files import Request, export
from annotator.model import schema_file
from annotator.model.values import SCHEMA
from annotator.processes.worker import no_progress
from annotator.project.project import Project, back_up, check, copy
from annotator.store import file
from annotator.store.migrating import migrations
from annotator.store.reader import DocumentQuery
from annotator.store.sqlite_errors import backups, sqlite_errors
from annotator.system import disk
from annotator.system.errors import AnnotatorError, StoreError
from tests.annotator.made import TEXT, add_article, make_project, span
from tests.annotator.mounts import mount

LONG = bool(os.environ.get("SPANWRIGHT_LONG"))


def sizes(first, last, steps=6):
    """Return sizes of a disk in kilobytes, from too small to large enough."""
    return range(first, last, 4 if LONG else (last - first) // steps)


def holds_all(path):
    """Return whether a file alone is a whole project; it is opened in memory, and left alone."""
    with closing(sqlite3.connect(":memory:")) as connection:
        content = bytearray(path.read_bytes())
        content[18:20] = b"\1\1"  # no write-ahead log, which there is none of in memory
        connection.deserialize(bytes(content))
        (state,) = connection.execute("PRAGMA integrity_check").fetchone()
        (schemas,) = connection.execute("SELECT count(*) FROM setting WHERE name = 'schema'").fetchone()
    return state == "ok" and schemas == 1


def attempt(write):
    """Run a function; return its error, or None."""
    found = None
    try:
        write()
    except AnnotatorError as error:
        found = error
    assert found is None or "the disk is full" in str(found).lower(), found
    return found


def at_each(disk_of, every, write):
    """Write to disks of these sizes; return how often it worked, and how often it was refused."""
    outcomes = [write(disk_of(size)) for size in every]
    done = sum(outcome is None for outcome in outcomes)
    assert 0 < done < len(outcomes), "sizes from too small to large enough"
    return outcomes


@pytest.fixture
def closed(tmp_path):
    project = make_project(tmp_path)
    for number in range(3):
        document = add_article(project, f"A{number}", f"{TEXT * 100}{number}")
        project.do(edits.add(span(document, "Köln")))
    project.close()
    return project.path


@pytest.fixture
def older(tmp_path):
    """A project of the second version, with articles."""
    path = tmp_path / "alt.spanwright"
    file.make(path)
    with closing(file.connect(path, read_only=False)) as connection:
        migrations.MIGRATIONS.apply(Database(connection), stop_before="m003_claim_search")
        schema = schema_file.dumps(schema_file.load("news"))
        connection.execute("INSERT INTO setting VALUES (?, ?)", [SCHEMA, schema])
        for number in range(10):
            connection.execute(
                "INSERT INTO document (id, title, sha256, language, meta, excluded, characters, added)"
                " VALUES (?, 't', 'x', 'de', '{}', '[]', 10, 'x')",
                [f"d{number}"],
            )
            connection.execute("INSERT INTO document_text VALUES (?, ?)", [f"d{number}", TEXT * 50])
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return path


def test_new_project_is_whole_or_not_there(disk_of):
    def write(folder):
        path = folder / "neu.spanwright"
        error = attempt(lambda: Project.create(path, schema=schema_file.load("news")).close())
        if error is None:
            assert holds_all(path)
        else:
            assert str(path) in str(error)
            assert {each.name for each in folder.iterdir()} <= {"neu.spanwright.lock"}
        return error

    at_each(disk_of, sizes(40, 1_200, 12), write)


def test_copy_is_whole_or_not_there(disk_of, closed):
    def write(folder):
        path = folder / "Kopie.spanwright"
        error = attempt(partial(copy, closed, path, lambda: False))
        if error is None:
            assert holds_all(path)
        else:
            assert str(path) in str(error)
            assert list(folder.iterdir()) == []
        return error

    at_each(disk_of, sizes(8, 640), write)


def test_backup_is_whole_or_not_there(disk_of, closed):
    content = closed.read_bytes()
    beside = len(content) // 1024 + 64

    def write(folder):
        path = folder / closed.name
        path.write_bytes(content)
        error = attempt(partial(back_up, path, "daily"))
        found = list(backups(path).glob("*"))
        assert len(found) == (error is None)
        assert all(map(holds_all, found))
        assert error is None or str(backups(path)) in str(error)
        assert path.read_bytes() == content
        return error

    at_each(disk_of, sizes(beside, beside * 2 + 80), write)


def test_migration_is_whole_or_leaves_the_file_as_it_was(disk_of, older):
    content = older.read_bytes()
    kilobytes = len(content) // 1024

    def write(folder):
        path = folder / older.name
        path.write_bytes(content)
        error = attempt(lambda: Project.open(path).close())
        if error is None:
            with closing(Project.open(path, read_only=True)) as project:
                assert len(project.read.document_ids(DocumentQuery(annotator=None))) == 10
        else:
            assert path.read_bytes() == content
            assert all(map(holds_all, backups(path).glob("*")))
            mount("-o", "remount,size=10m", folder)
            Project.open(path).close()
        return error

    at_each(disk_of, sizes(kilobytes + 8, kilobytes * 3 + 900, 12), write)


def test_failed_migration_leaves_the_file_unchanged(older, monkeypatch):
    content = older.read_bytes()
    full = sqlite3.OperationalError("database or disk is full")
    full.sqlite_errorname = "SQLITE_FULL"

    def fails(_database):
        raise full

    broken = [*migrations.MIGRATIONS._migrations]
    broken[5] = type(broken[5])(broken[5].name, fails)
    monkeypatch.setattr(migrations.MIGRATIONS, "_migrations", broken)
    with pytest.raises(StoreError, match="could not be updated to this version") as failure:
        Project.open(older)
    assert str(older) in str(failure.value)
    assert older.read_bytes() == content
    monkeypatch.undo()
    Project.open(older).close()


@pytest.mark.parametrize(
    "name", ["jsonl", "brat", "csv", "qdpx", *(["docbin", "spacy-folder", "huggingface"] if LONG else [])]
)
def test_export_is_whole_or_keeps_the_old_file(disk_of, closed, tmp_path, name):
    whole = tmp_path / "whole"
    export(closed, whole, Request(format=name))
    expected = contents(whole)

    def write(folder):
        target = folder / "out"
        if whole.is_dir():
            target.mkdir()
        else:
            target.write_bytes(b"old")
        old = contents(target)
        error = attempt(lambda: export(closed, target, Request(format=name)))
        assert contents(target) == (expected if error is None else old)
        assert error is None or str(target) in str(error)
        assert error is None or list(folder.iterdir()) == [target]
        return error

    room = sum(map(len, expected.values())) // 1024
    at_each(disk_of, sizes(4, room * 2 + 260), write)


def contents(path):
    """Return the bytes of a file, or of all files in a folder, without times of writing."""
    if path.is_file():
        return {"": b"qdpx" if path.read_bytes()[:2] == b"PK" else path.read_bytes()}
    return {each.relative_to(path).as_posix(): each.read_bytes() for each in path.rglob("*") if each.is_file()}


def test_edit_on_a_full_disk_names_project_and_disk(disk_of):
    folder = disk_of(2_000)
    with closing(make_project(folder)) as project:
        document = add_article(project)
        (folder / "filler").write_bytes(bytes(os.statvfs(folder).f_bavail * 4096))
        error = None
        for _ in range(200):  # until the log must grow
            if error is None:
                error = attempt(lambda: project.do(edits.add(span(document, "Köln", note="x" * 400))))
        assert error is not None
        assert error.code == "store.full"
        assert "Stadt.spanwright" in str(error)
        assert str(folder) in str(error)
        (folder / "filler").unlink()
        project.do(edits.add(span(document, "Köln", note="y")))
        stored = len(project.read.annotated(document, "anna").spans)
    with closing(Project.open(folder / "Stadt.spanwright", read_only=True)) as project:
        assert len(project.read.annotated(document, "anna").spans) == stored


def test_full_disk_is_named_whatever_sqlite_calls_it(disk_of):
    folder = disk_of(100)
    (folder / "filler").write_bytes(bytes(60_000))
    path = folder / "Stadt.spanwright"
    path.touch()
    for name in ("SQLITE_IOERR_SHMSIZE", "SQLITE_CANTOPEN", "SQLITE_IOERR_WRITE", "SQLITE_FULL"):
        error = sqlite3.OperationalError("disk I/O error")
        error.sqlite_errorname = name
        with pytest.raises(StoreError) as failure, sqlite_errors(path):
            raise error
        assert failure.value.code == "store.disk_full"
        assert str(folder) in str(failure.value)


def test_disk_without_room_for_another_file_is_full_too(disk_of, closed):
    folder = disk_of(4_000, files=2)
    (folder / "filler").touch()
    error = attempt(partial(copy, closed, folder / "Kopie.spanwright", lambda: False))
    assert error is not None


def test_full_folder_of_temporary_files_is_named(disk_of, tmp_path, monkeypatch):
    folder = disk_of(100)
    (folder / "filler").write_bytes(bytes(60_000))
    monkeypatch.setenv("SQLITE_TMPDIR", str(folder))
    error = sqlite3.OperationalError("database or disk is full")
    error.sqlite_errorname = "SQLITE_FULL"
    with pytest.raises(StoreError) as failure, sqlite_errors(tmp_path / "a.spanwright"):
        raise error
    assert failure.value.details["folder"] == str(folder)


@pytest.mark.parametrize("step", ["new", "copy"])
def test_folder_that_cannot_be_synced_keeps_nothing_that_was_refused(step, tmp_path, monkeypatch):
    project = make_project(tmp_path)
    target = tmp_path / "Neu.spanwright"

    def make():
        if step == "copy":
            project.copy_to(target)
        else:
            Project.create(target, schema=project.schema, annotator="anna").close()

    def fail(_folder):
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    with monkeypatch.context() as patched:
        patched.setattr(disk, "sync_names", fail)
        with pytest.raises(StoreError, match=r"Neu\.spanwright could not be written"):
            make()
    assert not target.exists()
    make()
    assert check(target, progress=no_progress) == []
    project.close()
