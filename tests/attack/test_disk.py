"""The disk that images are built from forgets what a real one may forget, and nothing else."""

import random

import pytest

from tests.attack import trace
from tests.attack.disk import Disk
from tests.attack.trace import Call

CUTS = 40


@pytest.fixture
def disk(tmp_path):
    (tmp_path / "alt").write_bytes(b"old")
    return Disk(tmp_path)


def call(kind, path="", other="", data=b"", inode=1, offset=0):
    return Call(kind, path, other, data, inode, offset)


def made(disk, name="neu", inode=7, data=b"new"):
    disk.apply(call(trace.CREATE, name, inode=inode))
    disk.apply(call(trace.WRITE, name, data=data, inode=inode))


def cuts(disk):
    chance = random.Random(1)
    modes = ("none", "torn", "reordered", "all")
    return [disk.cut(mode, chance) for mode in modes for _ in range(CUTS)]


def test_kill_keeps_all_writes(disk):
    made(disk)
    disk.apply(call(trace.RENAME, "neu", "alt"))
    assert disk.image() == {"alt": b"new"}


def test_power_cut_may_lose_unsynced_names(disk):
    made(disk)
    disk.apply(call(trace.SYNC, "neu", inode=7))
    assert {"neu" in image for image in cuts(disk)} == {True, False}
    disk.apply(call(trace.SYNC_FOLDER, ""))
    assert {image["neu"] for image in cuts(disk)} == {b"new"}


def test_renaming_without_sync_may_leave_an_empty_file(disk):
    made(disk)
    disk.apply(call(trace.RENAME, "neu", "alt"))
    assert {b"old", b"", b"new"} <= {image["alt"] for image in cuts(disk)}
    disk.apply(call(trace.SYNC_FOLDER, ""))
    assert b"old" not in {image["alt"] for image in cuts(disk)}


def test_unsynced_write_may_reach_any_sectors(disk):
    made(disk, data=b"a" * 1024)
    disk.apply(call(trace.SYNC, "neu", inode=7))
    disk.apply(call(trace.SYNC_FOLDER, ""))
    disk.apply(call(trace.WRITE, "neu", data=b"b" * 1024, inode=7))
    found = {image["neu"] for image in cuts(disk)}
    assert {b"a" * 1024, b"b" * 1024, b"a" * 512 + b"b" * 512, b"b" * 512 + b"a" * 512} <= found
    disk.apply(call(trace.SYNC, "neu", inode=7))
    assert {image["neu"] for image in cuts(disk)} == {b"b" * 1024}


def test_power_cut_loses_shared_memory(disk):
    made(disk, "alt-shm", data=b"index")
    disk.apply(call(trace.SYNC_FOLDER, ""))
    assert len({image.get("alt-shm") for image in cuts(disk)}) > 3


def test_copy_of_a_disk_is_independent(disk):
    made(disk)
    twin = disk.copy()
    twin.apply(call(trace.WRITE, "neu", data=b"other", inode=7))
    twin.apply(call(trace.UNLINK, "alt"))
    assert disk.image() == {"alt": b"old", "neu": b"new"}
    assert twin.image() == {"neu": b"other"}
