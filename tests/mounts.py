"""A folder that nobody can write to, root included."""

import shutil
import subprocess
from contextlib import contextmanager


@contextmanager
def protected(folder):
    """Make a folder and its contents unwritable for a while.

    If no read-only mount is possible, change the permissions.
    """
    bind = ["mount", "--bind", str(folder), str(folder)]
    mounted = shutil.which("mount") and not subprocess.run(bind, check=False, capture_output=True).returncode
    if mounted:
        subprocess.run(["mount", "-o", "remount,ro,bind", str(folder)], check=True)
    else:
        folder.chmod(0o500)
    try:
        yield folder
    finally:
        if mounted:
            subprocess.run(["umount", "-l", str(folder)], check=True)
        else:
            folder.chmod(0o700)
