"""Create a project file, whole or not at all."""

import errno
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from annotator.model import schema_file
from annotator.model.schema import Schema
from annotator.processes import slices
from annotator.store import copies
from annotator.store.log import recording
from annotator.store.store import Store
from annotator.system import disk
from annotator.system.errors import StoreError
from annotator.system.staging import room

_OF_DISK = frozenset(
    "store.full store.disk_full store.not_folded store.failed store.not_migrated text.missing format.target".split()
)


def make(path: Path, schema: Schema, language: str, annotator: str, *, hold: Callable[[Path], None]) -> None:
    """Create a project file with a schema, a language and the current annotator's name.

    ``hold`` locks the new file before it appears at ``path``.

    Raises:
        StoreError: ``store.exists``, or the file cannot be made.
    """
    try:
        with room(path) as folder:
            made = folder / path.name
            _fill(made, path, schema, language, annotator)
            hold(made)
            copies.settle(made, path)
    except OSError as error:
        raise StoreError("format.target", file=path, reason=disk.reason(error)) from error


def unmake(path: Path) -> None:
    """Delete a project file that was just made but could not be opened."""
    for each in (path, *(path.with_name(path.name + kind) for kind in ("-wal", "-shm"))):
        with suppress(OSError):
            each.unlink()


def _fill(made: Path, path: Path, schema: Schema, language: str, annotator: str) -> None:
    """Write the settings of a new project into the file itself, because only the file is moved later, not its log.

    Raises:
        StoreError: ``format.target``, with the final path.
    """
    try:
        store = Store.create(made)
        try:
            with store.together():
                store.add_annotator(annotator)
                store.put_setting("annotator", annotator)
                store.put_setting("language", language)
                slices.finish(store.applying(slices.ready(recording.creation(schema_file.dumps(schema), annotator))))
            store.checkpoint(truncate=True)
        finally:
            store.close()
    except StoreError as error:
        if error.code not in _OF_DISK:
            raise
        reason = error.details.get("reason", disk.FULL)
        raise StoreError("format.target", file=path, reason=reason) from error
    log = made.with_name(f"{made.name}-wal")
    if log.exists() and log.stat().st_size:
        raise OSError(errno.EBUSY, os.strerror(errno.EBUSY), str(path))
