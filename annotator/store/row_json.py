"""JSON in columns, and errors of rows that another program changed."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from annotator.model.values import Part
from annotator.store.sqlite_errors import damaged
from annotator.system.errors import AnnotatorError, StoreError

UNREADABLE = (ValueError, LookupError, TypeError, AttributeError, OverflowError, RecursionError, AnnotatorError)
"""Exceptions of reading a row that another program changed. A bug of ours in reading raises the same ones."""

_EMPTY: Mapping[type, str] = {dict: "{}", list: "[]", tuple: "[]"}  # most columns are empty and need no encoder
_scan: Callable[[str, int], tuple[Any, int]] = json.JSONDecoder().scan_once  # type: ignore[attr-defined]  # not in the stubs
_write = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def dump(value: Any) -> str:
    """Write compact JSON."""
    return _write(value) if value else _EMPTY.get(type(value)) or _write(value)


def dump_parts(parts: Sequence[Part]) -> str:
    """Write parts as `dump` does; a single part, the usual case, needs no encoder."""
    if len(parts) == 1:
        ((start, end),) = parts
        return f"[[{start},{end}]]"
    return dump(parts)


def load(text: str) -> Any:
    """Read JSON faster than `json.loads`, since an article may have 20,000 rows of it.

    Raises:
        ValueError: It is invalid, nested too deep, or has an escape for half a character.
    """
    try:
        value, end = _scan(text, 0)
        if end != len(text):
            value = json.loads(text)
    except StopIteration:
        value = json.loads(text)
    except RecursionError as error:
        raise ValueError("it is nested too deep") from error
    if "\\u" in text:  # ours only has escapes for control characters
        _write(value).encode()
    return value


@contextmanager
def readable(path: Path, table: str, row: Callable[[], object]) -> Iterator[None]:
    """Turn errors in reading a row that another program changed into a sentence.

    Raises:
        StoreError: ``store.damaged``.
    """
    try:
        yield
    except StoreError:
        raise
    except UNREADABLE as error:
        raise damaged(path, f"{table} {row()}") from error
