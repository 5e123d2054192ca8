"""Checks of what a caller passes, so that a mistake is one sentence and never reaches the file."""

import json
from collections.abc import Mapping
from operator import index
from typing import Any

from annotator.system.errors import AnnotatorError

_SHOWN = 80  # characters of a wrong value


def given_id(value: object, what: str) -> str:
    """Return an id or a name, which must be text.

    Raises:
        AnnotatorError: ``python.id``, for example if a record was passed instead of its id; ``python.half``.
    """
    if isinstance(value, str):
        return _whole(value, what)
    raise AnnotatorError("python.id", what=what, value=_shown(value))


def given_name(value: object) -> str:
    """Return an annotator's name, or "" if the value is not text.

    Raises:
        AnnotatorError: ``python.half``.
    """
    return _whole(value, "annotator") if isinstance(value, str) else ""


def given_offset(value: object, what: str) -> int:
    """Return an offset as a plain integer; numpy's integers become one.

    Raises:
        AnnotatorError: ``python.offset``.
    """
    try:
        if not isinstance(value, bool):
            return int(index(value))  # type: ignore[arg-type]  # it raises for everything that is no integer
    except TypeError:
        pass
    raise AnnotatorError("python.offset", what=what, value=_shown(value))


def given_text(value: object, what: str) -> str:
    """Return a text.

    Raises:
        AnnotatorError: ``python.text``, ``python.half``.
    """
    if isinstance(value, str):
        return _whole(value, what)
    raise AnnotatorError("python.text", what=what, value=_shown(value))


def given_fields(value: object, what: str) -> dict[str, Any]:
    """Return the fields of a label, all of which JSON can hold; None stands for no fields.

    Raises:
        AnnotatorError: ``python.fields``.
    """
    try:
        if value is None or isinstance(value, Mapping):
            fields = dict(value or {})
            if all(isinstance(name, str) for name in fields):
                json.dumps(fields)
                return fields
    except (TypeError, ValueError, RecursionError):
        pass
    raise AnnotatorError("python.fields", what=what, value=_shown(value))


def _whole(value: str, what: str) -> str:
    """Return a text without half characters (lone surrogates), which SQLite cannot look up.

    Raises:
        AnnotatorError: ``python.half``.
    """
    try:
        value.encode("utf-8")
    except UnicodeEncodeError:
        raise AnnotatorError("python.half", what=what, value=_shown(value)) from None
    return str(value)


def _shown(value: object) -> str:
    words = repr(value)
    return words if len(words) <= _SHOWN else f"{words[:_SHOWN]}…"
