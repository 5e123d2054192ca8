"""The quick check of a project after it was opened; the window imports it without the modules that repair."""

from contextlib import closing
from pathlib import Path

from annotator.processes.worker import Progress, no_progress
from annotator.store.store import Store


def quick_check(path: Path, *, progress: Progress = no_progress) -> tuple[str, ...]:
    """Check an open project for damage; return the faults as text, none if it is sound.

    Raises:
        StoreError: The project cannot even be opened for reading.
    """
    progress(0, 1)
    with closing(Store.open(path, read_only=True)) as store:
        return tuple(f"{fault.table} {fault.row}: {fault.what}".replace(" :", ":") for fault in store.quick_check())
