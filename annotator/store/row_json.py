"""Read and write JSON in columns, and report rows that another program made unreadable."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from annotator.model.values import Part
from annotator.store.sqlite_errors import damaged
from annotator.system.errors import AnnotatorError, StoreError

UNREADABLE = (ValueError, LookupError, TypeError, AttributeError, OverflowError, RecursionError, AnnotatorError)
"""The exceptions that reading a row changed by another program can raise; so can a bug in our reading."""

_EMPTY: Mapping[type, str] = {dict: "{}", list: "[]", tuple: "[]"}  # most values are empty and need no encoder
_scan: Callable[[str, int], tuple[Any, int]] = json.JSONDecoder().scan_once  # type: ignore[attr-defined]  # not in the stubs
_write = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def dump(value: Any) -> str:
    """Return a value as compact JSON."""
    return _write(value) if value else _EMPTY.get(type(value)) or _write(value)


def dump_parts(parts: Sequence[Part]) -> str:
    """Return parts as compact JSON, like `dump` but faster for a single part, the usual case."""
    if len(parts) == 1:
        ((start, end),) = parts
        return f"[[{start},{end}]]"
    return dump(parts)


def load(text: str) -> Any:
    """Return the value of JSON, faster than `json.loads`: an article may have 20,000 rows with JSON.

    Raises:
        ValueError: The JSON is invalid, nested too deep, or has an escape for half a character.
    """
    try:
        value, end = _scan(text, 0)
        if end != len(text):
            value = json.loads(text)
    except StopIteration:
        value = json.loads(text)
    except RecursionError as error:
        raise ValueError("it is nested too deep") from error
    if "\\u" in text:  # we only write escapes for control characters
        _write(value).encode()
    return value


@contextmanager
def readable(path: Path, table: str, row: Callable[[], object]) -> Iterator[None]:
    """Raise ``store.damaged`` for errors in reading a row; ``row`` returns the row's key for the message.

    Raises:
        StoreError: ``store.damaged``.
    """
    try:
        yield
    except StoreError:
        raise
    except UNREADABLE as error:
        raise damaged(path, f"{table} {row()}") from error
