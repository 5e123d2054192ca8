"""Making a project's file: it is there whole or not at all, whatever happens meanwhile."""

from pathlib import Path

from annotator import schema_file
from annotator.errors import StoreError
from annotator.model import SCHEMA
from annotator.rooms import room
from annotator.schema import Schema
from annotator.store import copies
from annotator.store.store import Store


def make(path: Path, schema: Schema, language: str, annotator: str) -> None:
    """Make a file with what every project has.

    Raises:
        StoreError: ``store.exists``, or it cannot be made.
    """
    try:
        with room(path) as folder:
            _fill(folder / path.name, schema, language, annotator)
            copies.settle(folder / path.name, path)
    except OSError as error:
        raise StoreError("store.failed", file=path, reason=error.strerror) from error


def _fill(path: Path, schema: Schema, language: str, annotator: str) -> None:
    store = Store.create(path)
    try:
        store.add_annotator(annotator)
        store.put_setting("annotator", annotator)
        store.put_setting("language", language)
        store.put_setting(SCHEMA, schema_file.dumps(schema))
    finally:
        store.close()
