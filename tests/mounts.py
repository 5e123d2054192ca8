"""A folder that nobody can write to, root included, and a process that cannot open files."""

import os
import resource
import shutil
import subprocess
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path


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


@contextmanager
def no_descriptors():
    """Let this process open no file for a while, as on a network disk that fails; open files still work."""
    with ExitStack() as held:
        limits = resource.getrlimit(resource.RLIMIT_NOFILE)
        held.callback(resource.setrlimit, resource.RLIMIT_NOFILE, limits)
        most = max(int(found.name) for found in Path("/proc/self/fd").iterdir()) + 1
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, limits[1]))
        with suppress(OSError):
            while True:
                held.callback(os.close, os.dup(0))
        yield
