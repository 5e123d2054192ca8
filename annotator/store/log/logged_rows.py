"""Read rows from the log of edits, whose JSON another program may have changed: each value must have its type."""

from collections.abc import Callable, Mapping
from dataclasses import fields
from operator import attrgetter
from typing import Any, TypeAlias, get_args

from annotator.model.json_rows import row_from
from annotator.model.values import DraftRelation, Identity, Row, Suggestion
from annotator.store.rows import TextOf

_LARGEST = 1 << 63  # SQLite's integers have 64 bits
_Checked: TypeAlias = Row | DraftRelation
_TYPES: Mapping[Any, frozenset[type]] = {
    str: frozenset({str}),
    str | None: frozenset({str, type(None)}),
    int: frozenset({int}),
}


def logged_row(value: Mapping[str, Any], text_of: TextOf) -> Row:
    """Return a row that `json_rows.row_to` wrote.

    Raises:
        TypeError: A value has another type than its field. Other errors are those of `json_rows.row_from`.
    """
    row = row_from(value, text_of)
    if not _has_types(row):
        raise TypeError("a value has another type")
    return row


def _has_types(row: _Checked) -> bool:
    for allowed, values in _CHECKS[type(row)]:
        if not allowed.issuperset(map(type, values(row))):
            return False
    match row:
        case Suggestion():
            return _is_number(row.score) and all(map(_has_types, row.relations))
        case Identity():
            return all(isinstance(alias, str) for alias in row.aliases)
        case _:
            return True


def _is_number(score: Any) -> bool:
    return isinstance(score, float | None) or (isinstance(score, int) and abs(score) < _LARGEST)


def _values_of(names: list[str]) -> Callable[[Any], tuple[Any, ...]]:
    """Return a function that returns a row's values as a tuple; `attrgetter` doesn't wrap a single one."""
    return attrgetter(*names) if len(names) > 1 else lambda row: (getattr(row, names[0]),)


def _checks_of(kind: Any) -> list[tuple[frozenset[type], Callable[[Any], tuple[Any, ...]]]]:
    named = {wanted: [each.name for each in fields(kind) if each.type == wanted] for wanted in _TYPES}
    return [(_TYPES[wanted], _values_of(names)) for wanted, names in named.items() if names]


_CHECKS = {kind: _checks_of(kind) for kind in get_args(_Checked)}
