"""Checkpoints copy the write-ahead log into the project file, so that a plain copy of the file is complete."""

from collections.abc import Callable
from pathlib import Path
from threading import Event, Lock, Thread
from time import monotonic

from annotator.store import wal
from annotator.store.connection import Connection, Error
from annotator.store.place import FilePlace, FileState
from annotator.system.errors import StoreError

LONG = 1 << 24
"""Bytes of a write-ahead log above which a checkpoint no longer waits for a pause in editing."""

_REST = 4.0  # seconds without a commit before a checkpoint
# seconds without a commit before the log is emptied, too; then commits are slower while it grows
_LONG_REST = 30.0
_OFTEN = 10.0  # seconds between two checkpoints of a long log
_PATIENCE = 60.0  # seconds that edits may delay a checkpoint
_PAUSE = 1.0  # seconds between two attempts
_PAUSE_AFTER_FAILURE = 30.0
_POLL = 0.001  # seconds between two attempts of a commit to interrupt a checkpoint


class Checkpoints:
    """Runs checkpoints on a thread after a pause in writing, never during a commit or another checkpoint.

    Two connections that commit and checkpoint at the same moment can damage the file (SQLite's WAL-reset bug, before
    3.51.3). So each transaction and each checkpoint runs inside ``with checkpoints``. If a reader prevents a checkpoint
    from copying everything, the checkpoint is tried again.
    """

    def __init__(self, path: Path, place: FilePlace) -> None:
        self.failed: Callable[[StoreError], None] | None = None  # called on the thread, for the first of several
        self.gives_way = False  # whether a commit stops a checkpoint instead of waiting for it
        self._path = path
        self._place = place
        self._turn = Lock()
        self._admits = Event()  # cleared to let a checkpoint go before commits: a lock alone is not fair
        self._admits.set()
        self._stopping = Event()
        self._due = Event()
        self._thread: Thread | None = None
        self._working: Connection | None = None  # running a checkpoint that a commit may interrupt
        self._commits = 0
        self._copied = self._emptied = 0  # of these commits, those copied to the file, and those gone from the log
        self._last_commit = self._last_try = self._last_success = monotonic()
        self._has_failed = False

    # For writers

    def __enter__(self) -> None:
        """Wait for a running checkpoint to end, and block new ones."""
        self._admits.wait()
        while not self._turn.acquire(timeout=_POLL):
            working = self._working
            if self.gives_way and working is not None:
                working.interrupt()

    def __exit__(self, *_: object) -> None:
        """Allow checkpoints again."""
        self._turn.release()

    def note_commit(self) -> None:
        """Schedule a checkpoint for the next pause in writing; call it inside ``with checkpoints``."""
        self._commits += 1
        self._last_commit = monotonic()
        self._due.set()
        if self._thread is None:
            self._thread = Thread(target=self._live, name="checkpoints", daemon=True)
            self._thread.start()

    def stop(self) -> None:
        """Stop a running checkpoint, and never start another."""
        self._stopping.set()
        self._due.set()
        self._admits.set()
        if self._thread is not None:
            self.gives_way = True
            with self:
                pass
            self._thread.join()
            self._thread = None

    # On the thread

    def _live(self) -> None:
        connection: Connection | None = None
        try:
            while not self._stopping.is_set():
                if self._emptied == self._commits:
                    self._due.clear()
                    if self._emptied == self._commits:
                        self._due.wait()
                elif (pause := self._pause()) > 0:
                    self._stopping.wait(min(pause, _PAUSE))  # the log may grow long meanwhile
                else:
                    connection = self._try(connection)
        finally:
            if connection is not None:
                connection.close()

    def _pause(self) -> float:
        """Return the seconds until the next checkpoint is due."""
        if self._has_failed:
            due = self._last_try + _PAUSE_AFTER_FAILURE
        elif self._copied == self._commits:
            due = max(self._last_commit + _LONG_REST, self._last_try + _REST)
        else:
            due = max(self._last_commit, self._last_try) + _REST
            if wal.size(self._path) > LONG:
                due = min(due, max(self._last_success + _OFTEN, self._last_try + _PAUSE))
        return due - monotonic()

    def _try(self, connection: Connection | None) -> Connection | None:
        """Run the checkpoint that is due, unless it must not run now; return the connection, opened on first use."""
        if not self._take_turn():
            return connection
        try:
            state = self._place.state()
            if state is FileState.UNREACHABLE:  # perhaps not for long
                return connection
            is_elsewhere = connection is None and state is not FileState.IN_PLACE
            if self._stopping.is_set() or self._place.is_barred or is_elsewhere:
                self._copied = self._emptied = self._commits  # the path now holds another file: leave it alone
                return connection
            if connection is None:
                connection = wal.connect_to_checkpoint(self._path)
            self._checkpoint(connection)
        except Error as error:
            if getattr(error, "sqlite_errorname", "") not in {"SQLITE_INTERRUPT", "SQLITE_BUSY"}:
                self._report(error)
        finally:
            self._working = None
            self._last_try = monotonic()
            self._turn.release()
            self._admits.set()
        return connection

    def _take_turn(self) -> bool:
        """Take the lock, ahead of commits if a long log has waited too long; return False if stopped first."""
        while not self._stopping.is_set():
            if wal.size(self._path) > LONG and monotonic() - self._last_success > _PATIENCE:
                self._admits.clear()
            if self._turn.acquire(timeout=_PAUSE):
                return True
        self._admits.set()
        return False

    def _checkpoint(self, connection: Connection) -> None:
        empties = self._copied == self._commits
        if self._admits.is_set():
            self._working = connection
        mode = "TRUNCATE" if empties else "PASSIVE"
        with self._place.writing():
            is_hindered, frames, copied = connection.execute(f"PRAGMA wal_checkpoint({mode})").fetchone()
        self._has_failed = False
        if frames == copied:
            self._copied = self._commits
            self._last_success = monotonic()
            if empties and not is_hindered:
                self._emptied = self._commits

    def _report(self, error: Error) -> None:
        if not self._has_failed and self.failed is not None:
            self.failed(StoreError("store.not_checkpointed", file=self._path.name, reason=str(error)))
        self._has_failed = True
