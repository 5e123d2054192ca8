"""Files and folders are written completely or not at all: by name, through links, on any disk, whatever fails."""

import errno
import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from annotator.system import whole_files
from annotator.system.disk import make_folder, reason, sync
from annotator.system.whole_files import beside, put, replacing

KILLED = """
import os, sys
from pathlib import Path
from annotator.system.whole_files import put

sys.addaudithook(lambda event, _: os._exit(9) if event == "os.rename" else None)
put(Path(sys.argv[1]), b"new")
"""


def test_put_touches_only_its_file(tmp_path):
    target = tmp_path / "Städte 🌆.csv"
    (tmp_path / "Städte 🌆.csv.tmp").write_bytes(b"mine")
    for content in (b"old", b"\xff\x00new"):
        put(target, content)
        assert target.read_bytes() == content
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {
        target.name: b"\xff\x00new",
        f"{target.name}.tmp": b"mine",
    }


def test_failed_put_leaves_nothing(tmp_path):
    (tmp_path / "folder").mkdir()
    with pytest.raises(OSError, match="folder"):
        put(tmp_path / "folder", b"x")
    assert [path.name for path in tmp_path.iterdir()] == ["folder"]
    with pytest.raises(FileNotFoundError):
        put(tmp_path / "fehlt" / "x", b"x")


def test_killed_put_leaves_the_old_file(tmp_path):
    target = tmp_path / "a.json"
    put(target, b"old")
    assert subprocess.run([sys.executable, "-c", KILLED, str(target)], check=False).returncode == 9
    assert target.read_bytes() == b"old"


def test_written_file_has_usual_permissions(tmp_path):
    put(tmp_path / "a", b"x")
    (tmp_path / "b").write_bytes(b"x")
    assert (tmp_path / "a").stat().st_mode == (tmp_path / "b").stat().st_mode


def write_file(target):
    with beside(target, folder=False) as written:
        written.write_bytes(b"new")


def write_bytes(target):
    put(target, b"new")


def write_into_folder(target):
    with beside(target, folder=True) as written:
        (written / "a.txt").write_bytes(b"new")


def write_folder(target):
    with replacing(target) as made:
        made.mkdir()
        (made / "a.txt").write_bytes(b"new")


def write_texts(target, *texts):
    with beside(target, folder=True) as written:
        for name in texts:
            (written / name).parent.mkdir(exist_ok=True)
            (written / name).write_text("new")


FILES = pytest.mark.parametrize("write", [write_file, write_bytes])
FOLDERS = pytest.mark.parametrize("write", [write_into_folder, write_folder])
EACH = pytest.mark.parametrize("write", [write_file, write_bytes, write_into_folder, write_folder])


def names(folder):
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture
def synced(monkeypatch):
    """Return a list that records syncs and renames in order; all of them are carried out."""
    done = []

    def noted(name, call):
        def do(first, *others, **more):
            done.append((name, Path(f"/proc/self/fd/{first}").readlink() if name == "sync" else Path(others[0])))
            return call(first, *others, **more)

        return do

    monkeypatch.setattr(os, "fsync", noted("sync", os.fsync))
    for name in ("replace", "rename"):
        monkeypatch.setattr(os, name, noted("place", getattr(os, name)))
    return done


@FILES
def test_link_to_a_file_stays_and_its_target_is_replaced(tmp_path, write):
    (tmp_path / "real").mkdir()
    real, link, link_to_link = tmp_path / "real" / "a.csv", tmp_path / "b.csv", tmp_path / "c.csv"
    link.symlink_to(real)
    link_to_link.symlink_to(link)
    for _ in range(2):  # the first time nothing is there yet
        write(link_to_link)
        assert real.read_bytes() == b"new"
        real.write_bytes(b"old")
    assert link.is_symlink()
    assert link_to_link.is_symlink()
    assert names(tmp_path / "real") == ["a.csv"]
    assert names(tmp_path) == ["b.csv", "c.csv", "real"]


@FOLDERS
def test_link_to_a_folder_stays_and_its_target_is_written(tmp_path, write):
    (tmp_path / "real" / "deep").mkdir(parents=True)
    link = tmp_path / "link"
    link.symlink_to(tmp_path / "real" / "deep")
    write(link)
    assert link.is_symlink()
    assert names(tmp_path / "real" / "deep") == ["a.txt"]
    assert names(tmp_path / "real") == ["deep"]


@EACH
@pytest.mark.parametrize("kind", ["pipe", "socket", "device", "link to a device", "loop"])
def test_strange_target_is_refused_and_stays(tmp_path, monkeypatch, write, kind):
    monkeypatch.chdir(tmp_path)  # the path of a socket may not be long
    target = Path("target")
    if kind == "pipe":
        os.mkfifo(target)
    elif kind == "socket":
        with socket.socket(socket.AF_UNIX) as made:
            made.bind(str(target))
    elif kind == "device":
        target = Path("/dev/null")
    else:
        target.symlink_to("/dev/null" if kind == "link to a device" else target)
    before = target.lstat()
    with pytest.raises(OSError, match=r"it is a (pipe|socket|device)|symbolic links") as failure:
        write(target)
    assert reason(failure.value)
    assert os.path.samestat(target.lstat(), before)
    assert names(tmp_path) in ([], ["target"])


@FILES
def test_folder_is_not_replaced_by_a_file(tmp_path, write):
    (tmp_path / "a").mkdir()
    with pytest.raises(OSError, match="it is a folder"):
        write(tmp_path / "a")
    assert names(tmp_path) == ["a"]


@FOLDERS
def test_file_is_not_replaced_by_a_folder(tmp_path, write):
    (tmp_path / "a").write_bytes(b"old")
    with pytest.raises(OSError, match="it is a file"):
        write(tmp_path / "a")
    assert (tmp_path / "a").read_bytes() == b"old"


@FILES
@pytest.mark.parametrize("name", ["a.spanwright", "a.spanwright-wal", "a.spanwright-shm", "a.spanwright.lock"])
def test_project_is_never_replaced_by_an_export(tmp_path, write, name):
    (tmp_path / name).write_bytes(b"old")
    (tmp_path / "link").symlink_to(tmp_path / name)
    for target in (tmp_path / name, tmp_path / "link"):
        with pytest.raises(OSError, match="belongs to a Spanwright project"):
            write(target)
    assert (tmp_path / name).read_bytes() == b"old"


@FILES
def test_replaced_file_keeps_its_permissions(tmp_path, write):
    (tmp_path / "a").write_bytes(b"old")
    (tmp_path / "a").chmod(0o600)
    write(tmp_path / "a")
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o600


@EACH
def test_content_is_synced_before_and_name_after_moving(tmp_path, synced, write):
    target = tmp_path / "a"
    for _ in range(2):
        synced.clear()
        write(target)
        *content, (_, place), last = synced
        assert last == ("sync", place.parent)
        assert content[0][0] == "sync"
        assert place in (target, target / "a.txt")


def test_folder_of_many_files_is_synced_at_once(tmp_path, synced):
    for number in range(60):
        (tmp_path / f"{number}.txt").write_bytes(b"x")
    sync(tmp_path)
    assert synced == []  # one call for the whole disk
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "few.txt").write_bytes(b"x")
    os.mkfifo(tmp_path / "deep" / "pipe")
    sync(tmp_path / "deep")
    assert [path.name for _, path in synced] == ["few.txt", "deep"]


def test_each_new_folder_is_synced_into_the_one_above(tmp_path, synced):
    make_folder(tmp_path / "a" / "b")
    assert {path for _, path in synced} == {tmp_path / "a", tmp_path}
    synced.clear()
    make_folder(tmp_path / "a" / "b")
    assert synced == []


def test_moved_files_return_if_one_move_fails(tmp_path, monkeypatch):
    target = tmp_path / "out"
    for name in ("a.txt", "c.txt"):
        target.mkdir(exist_ok=True)
        (target / name).write_text("old")
    real = whole_files._move

    def fails(made, place):
        if place.name == "c.txt":
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        real(made, place)

    monkeypatch.setattr(whole_files, "_move", fails)
    with pytest.raises(OSError, match="No space"):
        write_texts(target, "a.txt", "b/new.txt", "c.txt", "d.txt")
    assert {path.name: path.read_text() for path in target.iterdir()} == {"a.txt": "old", "c.txt": "old"}
    assert names(tmp_path) == ["out"]


@pytest.mark.parametrize("was_there", [True, False])
@EACH
def test_old_content_returns_if_its_name_is_not_synced(tmp_path, monkeypatch, write, was_there):
    is_folder, target = write in {write_into_folder, write_folder}, tmp_path / "out"
    file = target / "a.txt" if is_folder else target
    if was_there:
        file.parent.mkdir(exist_ok=True)
        file.write_text("old")
    real = os.fsync

    def fails(handle):
        place = Path(f"/proc/self/fd/{handle}").readlink()
        if place in {tmp_path, target} and file.exists() and file.read_text() == "new":
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        real(handle)

    monkeypatch.setattr(os, "fsync", fails)
    with pytest.raises(OSError, match="Input/output"):
        write(target)
    assert (file.read_text() == "old") if was_there else not file.exists()
    assert names(tmp_path) == (["out"] if was_there else [])


def test_nothing_is_moved_if_one_place_is_taken(tmp_path):
    target = tmp_path / "out"
    target.mkdir()
    (target / "a.txt").write_text("old")
    (target / "b.txt").mkdir()
    with pytest.raises(OSError, match="it is a folder"):
        write_texts(target, "a.txt", "b.txt")
    assert (target / "a.txt").read_text() == "old"


def test_link_inside_a_folder_may_lead_to_another_disk(tmp_path, disk_of):
    other = disk_of(100)
    target = tmp_path / "out"
    target.mkdir()
    (target / "a.txt").symlink_to(other / "real.txt")
    (other / "real.txt").write_text("old")
    (target / "sub").symlink_to(other)
    write_texts(target, "a.txt", "sub/b.txt", "sub/deep/c.txt")
    assert (target / "a.txt").is_symlink()
    assert {path.name: path.read_text() for path in other.rglob("*.txt")} == dict.fromkeys(
        ("real.txt", "b.txt", "c.txt"), "new"
    )
    assert names(other) == ["b.txt", "deep", "real.txt"]


def test_reason_for_a_folder_is_that_of_its_first_file(disk_of, tmp_path):
    source = tmp_path / "source"
    source.mkdir()
    for number in range(3):
        (source / str(number)).write_bytes(bytes(60_000))
    with pytest.raises(shutil.Error) as failure:
        shutil.copytree(source, disk_of(100) / "copy")
    assert reason(failure.value).startswith("the disk is full")
    (source / "3").symlink_to("nowhere")
    with pytest.raises(shutil.Error) as failure:
        shutil.copytree(source, tmp_path / "copy")
    assert reason(failure.value) == f"[Errno 2] No such file or directory: '{source / '3'}'"


def test_full_disk_is_the_reason_and_the_old_file_stays(disk_of):
    target = disk_of(100) / "a"
    target.write_bytes(b"old")
    with pytest.raises(OSError, match="No space") as failure:
        put(target, bytes(200_000))
    assert reason(failure.value).startswith("the disk is full")
    assert target.read_bytes() == b"old"
    assert names(target.parent) == ["a"]
