"""Only one process may write to a project, under whatever name it opens the file."""

import os
import subprocess
import sys
from contextlib import closing, contextmanager

import pytest

from annotator.project.project import Project
from annotator.system.errors import StoreError
from annotator.system.lock import Lock, _Held, _Strange, has_other_name
from tests.annotator.made import make_project

HOLD = """
import sys
from pathlib import Path
from annotator.system.errors import StoreError
from annotator.system.lock import Lock
print("ready", flush=True)
sys.stdin.readline()
try:
    lock = Lock(Path(sys.argv[1]))
    print("held", flush=True)
except StoreError as error:
    print(error.code, error.details["process"], flush=True)
sys.stdin.read()
"""


@pytest.fixture(autouse=True)
def runtime(tmp_path_factory, monkeypatch):
    """A runtime folder of the test's own."""
    folder = tmp_path_factory.mktemp("run")
    folder.chmod(0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(folder))
    return folder / "spanwright"


@pytest.fixture
def project(tmp_path):
    """A file in place of a project; a lock never opens the file that it locks."""
    path = tmp_path / "a.spanwright"
    path.write_bytes(b"SQLite")
    return path


@contextmanager
def held(path):
    lock = Lock(path)
    try:
        yield
    finally:
        lock.release()


@contextmanager
def holding(*paths):
    """Start a process for each path; each takes the lock once it reads a line."""
    processes = [
        subprocess.Popen([sys.executable, "-c", HOLD, str(path)], stdin=-1, stdout=-1, text=True) for path in paths
    ]
    try:
        for process in processes:
            assert process.stdout
            assert process.stdout.readline() == "ready\n"
        yield processes
    finally:
        for process in processes:
            process.kill()
            process.communicate()


def go(processes):
    """Let all processes take the lock at once; return what each one reports."""
    for process in processes:
        process.stdin.write("\n")
        process.stdin.flush()
    return [process.stdout.readline().split() for process in processes]


def refused(path):
    """Return the error that a second writer gets."""
    with pytest.raises(StoreError) as failure:
        Lock(path).release()
    return failure.value


def test_second_writer_is_refused_with_the_process(tmp_path):
    project = tmp_path / "Größe 🌊.spanwright"
    with held(project):
        error = refused(project)
    assert error.code == "store.locked"
    assert error.details == {"file": "Größe 🌊.spanwright", "process": str(os.getpid())}


def test_released_lock_can_be_taken(project, runtime):
    for _ in range(2):
        Lock(project).release()
    assert project.with_name("a.spanwright.lock").read_text() == str(os.getpid())
    assert list(runtime.iterdir()) == []


def test_two_projects_do_not_get_in_each_others_way(tmp_path):
    with held(tmp_path / "a.spanwright"), held(tmp_path / "b.spanwright"):
        pass


def test_copy_of_open_project_has_a_lock_of_its_own(project):
    copy = project.with_name("copy.spanwright")
    copy.write_bytes(project.read_bytes())
    with held(project), held(copy):
        pass


def test_killed_process_releases_the_lock(project):
    with holding(project) as (other,):
        assert go([other]) == [["held"]]
        assert refused(project).details["process"] == str(other.pid)
        other.kill()
        other.wait()
        Lock(project).release()


def test_strange_content_of_lock_file_is_kept_and_locks(project, runtime):
    beside = project.with_name("a.spanwright.lock")
    beside.write_bytes("näh\0".encode("cp1252"))
    with held(project):
        assert refused(project).details["process"] == str(os.getpid())  # known from the second lock
    assert beside.read_bytes() == "näh\0".encode("cp1252")
    assert list(runtime.iterdir()) == []


def test_read_only_folder_raises_oserror(tmp_path):
    with pytest.raises(FileNotFoundError):
        Lock(tmp_path / "weg" / "a.spanwright")


@pytest.mark.parametrize("other", ["link", "hard link", "folder", "moved"])
def test_second_writer_by_another_name_is_refused(project, other):
    with held(project):
        path = project.with_name("b.spanwright")
        if other == "link":
            path.symlink_to(project)
        elif other == "hard link":
            path.hardlink_to(project)
        elif other == "moved":
            project.rename(path)
        else:
            folder = project.parent / "folder"
            folder.symlink_to(project.parent)
            path = folder / project.name
        error = refused(path)
    assert (error.code, error.details["process"]) == ("store.locked", str(os.getpid()))
    Lock(path).release()


@pytest.mark.parametrize("left", ["nothing", "file", "link", "dangling link", "pipe", "folder"])
def test_second_writer_is_refused_without_the_lock_file(project, left):
    beside, elsewhere = project.with_name("a.spanwright.lock"), project.with_name("notes")
    elsewhere.write_text("mine")
    with held(project):
        beside.unlink()
        if left == "file":
            beside.touch()
        elif left == "link":
            beside.symlink_to(elsewhere)
        elif left == "dangling link":
            beside.symlink_to(project.with_name("nowhere"))
        elif left == "pipe":
            os.mkfifo(beside)
        elif left == "folder":
            beside.mkdir()
        error = refused(project)
        assert (error.code, error.details["process"]) == ("store.locked", str(os.getpid()))
    assert elsewhere.read_text() == "mine"
    assert not project.with_name("nowhere").exists()


@pytest.mark.parametrize("left", ["link", "dangling link", "pipe", "folder", "device"])
def test_strange_lock_file_is_not_opened(project, left, runtime):
    beside, elsewhere = project.with_name("a.spanwright.lock"), project.with_name("notes")
    elsewhere.write_text("mine")
    if left == "pipe":
        os.mkfifo(beside)
    elif left == "folder":
        beside.mkdir()
    else:
        beside.symlink_to({"link": elsewhere, "device": "/dev/null"}.get(left, project.with_name("nowhere")))
    error = refused(project)
    assert error.code == "store.lock_strange"
    assert str(beside) in str(error)
    assert elsewhere.read_text() == "mine"
    assert not project.with_name("nowhere").exists()
    assert list(runtime.iterdir()) == []  # the file can be opened once that is out of the way
    beside.rmdir() if left == "folder" else beside.unlink()
    Lock(project).release()


def test_lock_file_that_turns_into_a_folder_is_strange(tmp_path):
    class Raced(_Held):
        def _take(self):
            self._path.unlink()
            self._path.mkdir()
            return False

    with pytest.raises(_Strange):
        Raced(tmp_path / "a.lock")


def test_hard_linked_lock_file_is_not_overwritten(project):
    notes = project.with_name("notes")
    notes.write_text("mine")
    project.with_name("a.spanwright.lock").hardlink_to(notes)
    with held(project):
        assert refused(project).code == "store.locked"
    assert notes.read_text() == "mine"


def test_of_twenty_racing_writers_one_wins_and_is_named(project):
    """They come by the name, by a link and by hard links; a number that a killed process has left misleads nobody."""
    project.with_name("a.spanwright.lock").write_text("999999999")
    names = [project.with_name(name) for name in ("b.spanwright", "c.spanwright", "d.spanwright")]
    names[0].symlink_to(project)
    for name in names[1:]:
        name.hardlink_to(project)
    with holding(*[(project, *names)[number % 4] for number in range(20)]) as processes:
        said = go(processes)
        winners = [process.pid for process, words in zip(processes, said, strict=True) if words == ["held"]]
        assert len(winners) == 1
        losers = [words for words in said if words != ["held"]]
        named = [int(process) for _, process in losers]
        assert {code for code, _ in losers} == {"store.locked"}
        assert set(named) <= {process.pid for process in processes}
        assert refused(project).details["process"] == str(winners[0])


def test_bind_mount_has_the_same_lock(project, bind_mount):
    with held(project):
        assert refused(bind_mount(project.parent) / project.name).code == "store.locked"


@pytest.mark.parametrize("how", ["link", "open to others", "file"])
def test_runtime_folder_that_others_may_write_is_not_used(project, runtime, how, tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr("annotator.system.lock._RUN", str(tmp_path / "none"))
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir(mode=0o700)
    if how == "link":
        runtime.symlink_to(elsewhere)
    elif how == "file":
        runtime.touch()
    else:
        runtime.mkdir()
        runtime.chmod(0o777)
    other = project.with_name("b.spanwright")
    other.hardlink_to(project)
    with held(project):
        assert refused(other).code == "store.locked"
        (lock,) = tmp_path.glob("spanwright-*/*.lock")
        assert lock.parent.stat().st_mode & 0o777 == 0o700
    assert list(elsewhere.iterdir()) == []


def test_second_writer_is_refused_whatever_its_runtime_folder(project, tmp_path, monkeypatch):
    other, elsewhere = project.with_name("b.spanwright"), tmp_path / "run"
    other.hardlink_to(project)
    elsewhere.mkdir(mode=0o700)
    with held(project):
        monkeypatch.setenv("XDG_RUNTIME_DIR", str(elsewhere))
        assert refused(other).details["process"] == str(os.getpid())
        monkeypatch.delenv("XDG_RUNTIME_DIR")
        assert refused(other).code == "store.locked"


def test_without_any_runtime_folder_the_lock_file_remains(project, runtime, tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "none"))
    monkeypatch.setattr("annotator.system.lock._RUN", str(tmp_path / "none"))
    runtime.touch()
    with held(project):
        assert refused(project).code == "store.locked"


def test_projects_by_hard_link_have_one_writer_and_lose_nothing(tmp_path):
    with closing(make_project(tmp_path)) as project:
        assert not has_other_name(project.path)
        other = tmp_path / "Dorf.spanwright"
        other.hardlink_to(project.path)
        assert has_other_name(project.path)
        with pytest.raises(StoreError, match=f"process {os.getpid()}"):
            Project.open(other)
    Project.open(other).close()


def test_a_new_project_is_locked_before_others_see_it(tmp_path):
    with closing(make_project(tmp_path)) as project:
        (tmp_path / "Stadt.spanwright.lock").unlink()
        with pytest.raises(StoreError, match="is open in Spanwright"):
            Project.open(project.path)


def test_failed_creation_releases_both_locks(disk_of, runtime):
    path = disk_of(300) / "Stadt.spanwright"
    with pytest.raises(StoreError, match="disk is full"):
        make_project(path.parent)
    assert list(runtime.glob("*")) == []
    Lock(path).release()


def test_failed_opening_releases_both_locks(tmp_path, runtime):
    project = make_project(tmp_path)
    project.close()
    content = bytearray(project.path.read_bytes())
    content[100:4096] = b"\x77" * 3996
    project.path.write_bytes(content)
    with pytest.raises(StoreError, match="damaged"):
        Project.open(project.path)
    assert list(runtime.iterdir()) == []
    Lock(project.path).release()


def test_project_restored_from_a_backup_while_open_stays_locked(tmp_path):
    with closing(make_project(tmp_path)) as project:
        backup = project._store.back_up(reason="daily")
        backup.replace(project.path)
        with pytest.raises(StoreError, match="is open in Spanwright"):
            Project.open(project.path)
    Project.open(project.path).close()
