"""A disk that is soon full."""

import shutil
import subprocess

import pytest


@pytest.fixture
def small_disk(tmp_path):
    """A folder with two megabytes of room; skip the test if none can be made (no root, no tmpfs)."""
    folder = tmp_path / "small"
    folder.mkdir()
    mounted = (
        shutil.which("mount")
        and not subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(folder)], check=False, capture_output=True
        ).returncode
    )
    if not mounted:
        pytest.skip("only root may mount a small disk")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


@pytest.fixture
def read_only_folder(tmp_path):
    """A function that makes a folder unwritable, for root too."""
    mounted = []

    def protect(folder):
        bind = ["mount", "--bind", str(folder), str(folder)]
        if not shutil.which("mount") or subprocess.run(bind, check=False, capture_output=True).returncode:
            folder.chmod(0o500)  # enough for everyone but root, who may mount
        else:
            mounted.append(folder)
            subprocess.run(["mount", "-o", "remount,ro,bind", str(folder)], check=True)
        return folder

    yield protect
    for folder in mounted:
        subprocess.run(["umount", "-l", str(folder)], check=True)
    for folder in tmp_path.iterdir():
        if folder.is_dir():
            folder.chmod(0o700)
