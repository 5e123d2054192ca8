"""Disks of any size, and folders with a second name; only root may mount them."""

import shutil
import subprocess

import pytest


def mount(*arguments):
    """Mount something; skip the test where mounting is not allowed."""
    command = ["mount", *map(str, arguments)]
    if not shutil.which("mount") or subprocess.run(command, check=False, capture_output=True).returncode:
        pytest.skip("only root may mount a disk")


def unmount(folder):
    subprocess.run(["umount", "-l", str(folder)], check=True)


class SmallDisk:
    """A folder on a new disk with the given number of kilobytes; see the fixture ``disk_of``."""

    def __init__(self, folder):
        self.folder = folder
        self.mounted = False
        folder.mkdir()

    def __call__(self, kilobytes, *, files=0):
        self.close()
        limit = f",nr_inodes={files}" if files else ""
        mount("-t", "tmpfs", "-o", f"size={kilobytes}k{limit}", "tmpfs", self.folder)
        self.mounted = True
        return self.folder

    def close(self):
        if self.mounted:
            unmount(self.folder)
        self.mounted = False


@pytest.fixture
def disk_of(tmp_path):
    """Return a function that replaces the disk by a new one of some kilobytes, and returns the folder of the disk."""
    disk = SmallDisk(tmp_path / "disk")
    yield disk
    disk.close()


@pytest.fixture
def bind_mount(tmp_path):
    """Return a function that mounts a folder in a second place."""
    places = []

    def bind(folder):
        place = tmp_path / "bound"
        place.mkdir()
        mount("--bind", folder, place)
        places.append(place)
        return place

    yield bind
    for place in places:
        unmount(place)
