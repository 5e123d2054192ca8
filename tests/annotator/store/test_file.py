"""Opening, creating, copying and closing the file."""

import errno
import os
import shutil
import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

import pytest

from annotator.editing import edits
from annotator.processes.worker import no_progress
from annotator.project.project import Project, check, copy
from annotator.store import copies, file
from annotator.store.migrating import migrations
from annotator.store.sqlite_errors import backups, sqlite_errors
from annotator.store.store import Store
from annotator.system.errors import SchemaError, StoreError
from tests.annotator.made import add_article, make_project, span


def alter(path, *statements):
    with closing(sqlite3.connect(path)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def refused(path, *, read_only=False):
    with pytest.raises(StoreError) as failure:
        Project.open(path, read_only=read_only)
    return failure.value


@pytest.fixture
def closed(tmp_path):
    project = make_project(tmp_path)
    document = add_article(project)
    project.do(edits.add(span(document, "Köln")))
    project.close()
    return project.path


def test_names_are_those_of_the_migrations():
    names = {migration.name for migration in migrations.MIGRATIONS._migrations}
    assert names == file.NAMES, "name each migration in annotator/store/file.py"


def test_new_file_is_sqlite_with_our_application_id(closed):
    with closing(sqlite3.connect(closed)) as connection:
        assert connection.execute("PRAGMA application_id").fetchone() == (0x5350414E,)
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert connection.execute("SELECT count(*) FROM span").fetchone() == (1,)
    assert not closed.with_name(closed.name + "-wal").exists()


def test_older_file_is_backed_up_and_migrated(closed, monkeypatch):
    monkeypatch.setattr(file, "NAMES", file.NAMES | {"m998_more"})
    monkeypatch.setattr(migrations, "MIGRATIONS", more())
    assert refused(closed, read_only=True).code == "store.needs_migration"
    with closing(Project.open(closed)) as project:
        assert project.read.setting("more") == "yes"
        assert project._store.check() == []
    (copy,) = backups(closed).glob("*-migration.spanwright")
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("SELECT count(*) FROM span").fetchone() == (1,)
        known = {name for (name,) in connection.execute("SELECT name FROM _sqlite_migrations")}
        assert known == file.NAMES - {"m998_more"}


def more():
    """Migrations that a later version of the program might have."""
    later = type(migrations.MIGRATIONS)("spanwright")
    later._migrations.extend(migrations.MIGRATIONS._migrations)

    @later()
    def m998_more(db):
        db.execute("INSERT INTO setting (name, value) VALUES ('more', 'yes')")

    return later


@pytest.mark.parametrize("read_only", [False, True])
@pytest.mark.parametrize("mode", ["WAL", "DELETE"])
def test_a_newer_file_is_refused_untouched(closed, mode, read_only):
    alter(
        closed,
        "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('spanwright', 'm999_later', '')",
    )
    alter(closed, f"PRAGMA journal_mode = {mode}")
    before = closed.read_bytes()
    failure = refused(closed, read_only=read_only)
    assert failure.code == "store.newer"
    assert "newer Spanwright" in str(failure)
    assert closed.read_bytes() == before


def test_a_database_of_another_program_is_refused_untouched(tmp_path):
    path = tmp_path / "other.spanwright"
    alter(path, "CREATE TABLE cooking (recipe)")
    before = path.read_bytes()
    assert refused(path).code == "store.foreign"
    assert path.read_bytes() == before
    assert [p.name for p in tmp_path.iterdir() if p.is_file()] == [path.name]


def test_missing_file_and_other_files_are_refused(tmp_path):
    path = tmp_path / "brief.spanwright"
    assert refused(path).code == "store.missing"
    path.write_text("Sehr geehrte Damen und Herren 🎈")
    assert refused(path).code == "store.not_sqlite"
    folder = tmp_path / "folder.spanwright"
    folder.mkdir()
    assert "folder.spanwright" in str(refused(folder))


def in_another_process(code, path):
    """Run lines that know ``path``, and return what they print."""
    head = "import sys; from pathlib import Path; path = Path(sys.argv[1])"
    return subprocess.run(
        [sys.executable, "-c", f"{head}\n{code}", str(path)], check=True, capture_output=True, text=True
    ).stdout.strip()


_ANOTHER_PROGRAM = """
import sqlite3
connection = sqlite3.connect(path)
print(connection.execute("SELECT count(*) FROM span").fetchone()[0])
connection.close()
"""


def test_reopening_or_copying_keeps_sqlite_locks(tmp_path):
    with closing(make_project(tmp_path)) as project:
        document = add_article(project)
        assert refused(project.path).code == "store.locked"
        Project.open(project.path, read_only=True).close()
        copy(project.path, tmp_path / "copy.spanwright", lambda: False)
        in_another_process(_ANOTHER_PROGRAM, project.path)
        project.do(edits.add(span(document, "Köln")))
        # it would have folded the log and removed it: what is written afterwards, it could not see, and a crash loses
        assert in_another_process(_ANOTHER_PROGRAM, project.path) == "1"


_READER = """
from annotator.project.project import Project
project = Project.open(path, read_only=True)
print(len(project.read.annotators()))
project.close()
"""


def test_reader_leaves_the_writers_index_alone(tmp_path):
    with closing(make_project(tmp_path)) as project:
        add_article(project)
        for path in tmp_path.iterdir():
            path.read_bytes()  # as file dialogs do to see what it is; SQLite's locks are gone then
        index = project.path.with_name(project.path.name + "-shm")
        before = index.stat().st_mtime_ns
        assert in_another_process(_READER, project.path) == "1"
        assert index.stat().st_mtime_ns == before


@pytest.mark.parametrize("removed", ["", "-shm", "-wal", "-shm -wal"])
def test_file_left_by_a_crash_can_be_read(tmp_path, removed):
    (tmp_path / "open").mkdir()
    with closing(make_project(tmp_path / "open")) as project:
        add_article(project)
        left = tmp_path / "left"
        shutil.copytree(tmp_path / "open", left)
    path = left / project.path.name
    for kind in removed.split():
        path.with_name(path.name + kind).unlink()
    with closing(Project.open(path, read_only=True)) as project:
        assert project.read.annotators() == ["anna"]


def test_damaged_header_is_reported(closed):
    content = bytearray(closed.read_bytes())
    content[100:4096] = b"\x77" * 3996
    closed.write_bytes(content)
    for read_only in (True, False):
        failure = refused(closed, read_only=read_only)
        assert failure.code == "store.damaged"
        assert str(backups(closed)) in str(failure)
    assert bytes(content) == closed.read_bytes()


def test_truncated_file_is_reported(closed):
    closed.write_bytes(closed.read_bytes()[:8192])
    assert refused(closed).code == "store.damaged"


def test_project_without_a_schema_is_refused(closed):
    with closing(sqlite3.connect(closed)) as connection:
        (schema,) = connection.execute("SELECT value FROM setting WHERE name = 'schema'").fetchone()
    alter(closed, "UPDATE setting SET value = '[' WHERE name = 'schema'")
    with pytest.raises(SchemaError, match=r"The schema in .* cannot be used"):
        Project.open(closed)
    with closing(sqlite3.connect(closed)) as connection:
        connection.execute("UPDATE setting SET value = ? WHERE name = 'schema'", [schema])
        connection.commit()
    Project.open(closed).close()


def test_reading_in_a_read_only_folder_leaves_no_trace(tmp_path, read_only_folder):
    folder = tmp_path / "attic"
    folder.mkdir()
    project = make_project(folder)
    document = add_article(project)
    project.close()
    (folder / "Stadt.spanwright.lock").unlink()
    read_only_folder(folder)
    with closing(Project.open(project.path, read_only=True)) as reader:
        assert reader.read.document(document).title == "Kürzlich"
        with pytest.raises(StoreError, match="reading only"):
            reader.do(edits.add(span(document, "Köln")))
        reader.copy_to(tmp_path / "copy.spanwright")
    assert [path.name for path in folder.iterdir()] == ["Stadt.spanwright"]
    failure = refused(project.path)
    assert "Stadt.spanwright" in str(failure)


def test_log_in_a_read_only_folder_is_read(tmp_path, read_only_folder, monkeypatch):
    project = make_project(tmp_path)
    document = add_article(project)
    folder = tmp_path / "stick"
    folder.mkdir()
    for suffix in ("", "-wal"):
        name = project.path.name + suffix
        (folder / name).write_bytes(project.path.with_name(name).read_bytes())
    project.close()
    read_only_folder(folder)
    with closing(Project.open(folder / project.path.name, read_only=True)) as reader:
        assert reader.read.document(document).title == "Kürzlich"
    assert len(list(folder.iterdir())) == 2
    monkeypatch.setattr(file, "_UNSHARED", "")  # as on Windows: they are not passed over
    failure = refused(folder / project.path.name, read_only=True)
    assert failure.code == "store.unfolded"
    assert "Stadt.spanwright-wal" in str(failure)


def test_read_only_file_in_a_writable_folder_is_read(closed):
    closed.chmod(0o400)
    with closing(Project.open(closed, read_only=True)) as reader:
        assert reader._store.check() == []


def test_a_project_is_made_whole_or_not_at_all(tmp_path, monkeypatch):
    def fails(*_args, **_kwargs):
        raise StoreError("store.full", file="Stadt.spanwright", folder="/mnt")

    with monkeypatch.context() as patched:
        patched.setattr(Store, "put_setting", fails)
        with pytest.raises(StoreError, match="disk is full"):
            make_project(tmp_path)
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["Stadt.spanwright.lock"]
    make_project(tmp_path).close()


def test_leftovers_of_a_killed_creation_are_ignored(tmp_path):
    left = tmp_path / ".Stadt.spanwright.spanwright-abcdefgh" / "made"
    left.mkdir(parents=True)
    (left / "Stadt.spanwright").write_bytes(b"half a file")
    left.with_name("made.lock").write_text("1")  # of a process that holds it no more
    make_project(tmp_path).close()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["Stadt.spanwright", "Stadt.spanwright.lock"]


def test_create_refuses_existing_file_and_missing_folder(closed):
    with pytest.raises(StoreError, match="already exists"):
        make_project(closed.parent)
    with pytest.raises(StoreError, match="already exists"):
        Store.create(closed)
    with pytest.raises(StoreError, match="could not be written"):
        make_project(closed.parent / "nowhere")
    with pytest.raises(StoreError, match="could not be written"):
        Store.create(closed.parent / "nowhere" / "x.spanwright")


def test_copy_is_whole_and_never_overwrites(project, document, tmp_path):
    target = tmp_path / "Kopie Ä.spanwright"
    project.copy_to(target)
    with closing(Project.open(target)) as copy:
        assert copy.read.text(document) == project.read.text(document)
    with pytest.raises(StoreError, match="already exists"):
        project.copy_to(target)
    with pytest.raises(StoreError, match="No such file"):
        project.copy_to(tmp_path / "nowhere" / "x.spanwright")
    assert not list(tmp_path.glob("*.tmp"))


def test_a_new_project_leaves_files_that_lie_beside_it_alone(tmp_path):
    beside = [tmp_path / f"neu.spanwright{suffix}" for suffix in (".new", ".new-wal", ".new-shm", ".new-journal")]
    for path in beside:
        path.write_text("somebody's")
    make_project(tmp_path, "neu").close()
    assert [path.read_text() for path in beside if path.exists()] == ["somebody's"] * 4
    assert not list(tmp_path.glob(".neu*"))


def test_a_copy_leaves_files_that_lie_beside_its_target_alone(project, tmp_path):
    target = tmp_path / "Kopie.spanwright"
    beside = [tmp_path / f"{target.name}{suffix}" for suffix in (".tmp", ".tmp-wal", ".tmp-shm", ".tmp-journal")]
    for path in beside:
        path.write_text("somebody's")
    project.copy_to(target)
    assert [path.read_text() for path in beside if path.exists()] == ["somebody's"] * 4
    assert {path.name for path in tmp_path.glob("*Kopie*")} == {target.name, *(path.name for path in beside)}


def test_second_copy_to_the_same_place_is_refused(project, tmp_path, monkeypatch):
    target = tmp_path / "Kopie.spanwright"
    monkeypatch.setattr(copies, "_POLL_STEPS", 10)

    def meanwhile():
        if not target.exists():
            copy(project.path, target, lambda: False)
        return False

    with pytest.raises(StoreError, match="already exists"):
        copy(project.path, target, meanwhile)
    assert check(target, progress=no_progress) == []
    assert [path.name for path in tmp_path.glob("*Kopie*")] == [target.name]


def test_two_copies_at_once_to_two_places_are_both_whole(project, tmp_path):
    targets = [tmp_path / name for name in ("a.spanwright", "b.spanwright")]
    with ThreadPoolExecutor() as pool:
        list(pool.map(lambda target: copy(project.path, target, lambda: False), targets))
    for target in targets:
        assert check(target, progress=no_progress) == []


def test_copy_without_hard_links_never_overwrites(project, tmp_path, monkeypatch):
    def refuse(*_, **__):
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    target = tmp_path / "Kopie.spanwright"
    project.copy_to(target)
    assert check(target, progress=no_progress) == []
    with pytest.raises(StoreError, match="already exists"):
        project.copy_to(target)


def test_copy_during_a_long_edit_is_refused(project, tmp_path):
    def endless():
        while True:
            yield

    target = tmp_path / "Kopie Ä.spanwright"
    step = project.timeline.doing(endless())
    next(step)
    with pytest.raises(StoreError, match="A long step is still being stored"):
        project.copy_to(target)
    step.close()
    project.copy_to(target)
    assert [path.name for path in tmp_path.glob("Kopie*")] == [target.name]


def test_copy_on_a_full_disk_leaves_nothing(project, small_disk):
    add_article(project, "lang", "Wörter " * 600_000)
    with pytest.raises(StoreError, match="disk is full"):
        project.copy_to(small_disk / "copy.spanwright")
    assert not list(small_disk.iterdir())


def test_file_locked_by_another_program_is_reported(project, document):
    project._store._connection.execute("PRAGMA busy_timeout = 0")
    with closing(sqlite3.connect(project.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="another program is using it"):
            project.do(edits.add(span(document, "Köln")))
        other.execute("ROLLBACK")
    project.do(edits.add(span(document, "Köln")))


def test_text_that_is_not_utf_8_is_damage(closed):
    alter(closed, "UPDATE document SET title = CAST(x'ff41' AS TEXT)")
    with closing(Project.open(closed, read_only=True)) as project:
        (id_,) = [row[0] for row in project._store._connection.execute("SELECT id FROM document")]
        with pytest.raises(StoreError) as failure:
            project.read.document(id_)
    assert failure.value.code == "store.damaged"


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("SQLITE_NOTADB", "store.not_sqlite"),
        ("SQLITE_READONLY_DBMOVED", "store.gone"),
        ("SQLITE_READONLY", "store.read_only"),
        ("SQLITE_IOERR_WRITE", "store.failed"),
        ("SQLITE_LOCKED", "store.failed"),
    ],
)
def test_each_failure_of_sqlite_has_a_sentence(closed, name, code):
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorname = name
    with pytest.raises(StoreError) as failure, sqlite_errors(closed):
        raise error
    assert failure.value.code == code


@pytest.mark.parametrize("name", ["SQLITE_IOERR_READ", "SQLITE_BUSY"])
def test_failed_reading_names_no_step(closed, name):
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorname = name
    with pytest.raises(StoreError) as failure, sqlite_errors(closed, reads=True):
        raise error
    assert failure.value.code == "text.missing"


@pytest.mark.parametrize(
    ("version", "has"),
    [
        ((3, 40, 1), True),
        ((3, 44, 5), True),
        ((3, 44, 6), False),
        ((3, 46, 1), True),
        ((3, 50, 6), True),
        ((3, 50, 7), False),
        ((3, 51, 2), True),
        ((3, 51, 3), False),
        ((3, 53, 0), False),
    ],
)
def test_versions_of_sqlite_with_the_reset_bug_are_known(version, has):
    assert file.has_reset_bug(version) is has


def test_path_too_long_for_sqlite_is_said(tmp_path):
    deep = tmp_path / ("ü" * 110) / ("ä" * 110) / ("ö" * 60)
    deep.mkdir(parents=True)
    with pytest.raises(StoreError, match="too long") as failure:
        make_project(deep)
    assert str(deep / "Stadt.spanwright") in str(failure.value)
    assert not (deep / "Stadt.spanwright").exists()
    with closing(make_project(tmp_path)) as made:
        pass
    moved = made.path.rename(deep / made.path.name)
    for read_only in (False, True):
        with pytest.raises(StoreError, match="too long"):
            Project.open(moved, read_only=read_only)
