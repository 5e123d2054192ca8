"""One writer per project file."""

import os
import sys
from pathlib import Path
from typing import IO

from annotator.errors import StoreError


class Lock:
    """Holds ``FILE.lock`` as long as it lives; the system lets go of it when the process ends, however it ends."""

    def __init__(self, project: Path) -> None:
        """Take the lock.

        Raises:
            StoreError: ``store.locked``, with the process that holds it.
            OSError: The lock file cannot be made (a read-only folder).
        """
        whole = project.resolve()  # one file has one lock, by whatever link one came to it
        self._file = whole.with_name(whole.name + ".lock").open("a+", encoding="ascii", errors="replace")
        if not _try(self._file):
            self._file.seek(0)
            process = self._file.read(20).strip() or "?"
            self._file.close()
            raise StoreError("store.locked", file=project.name, process=process)
        self._file.truncate(0)
        self._file.write(str(os.getpid()))
        self._file.flush()

    def release(self) -> None:
        """Let go. The file stays: removing it would let two writers lock two different files."""
        self._file.close()


if sys.platform == "win32":
    import msvcrt

    _FAR = 1 << 30  # locked away from the process number, which others must be able to read

    def _try(file: IO[str]) -> bool:
        file.seek(_FAR)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _try(file: IO[str]) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
