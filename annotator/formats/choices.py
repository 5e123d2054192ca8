"""What somebody chose for one span of an export, against what is chosen for all."""

import json
from collections.abc import Iterator, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any

from annotator.errors import QT_TRANSLATE_NOOP, FormatError
from annotator.whole import read_text

_LIMIT = 256  # MB


class Choice(StrEnum):
    """Widen it to whole tokens; let it win against what it overlaps; leave it out."""

    WIDEN = "widen"
    KEEP = "keep"
    LEAVE_OUT = "leave_out"


_HELPS: Mapping[Choice, frozenset[str]] = {
    Choice.WIDEN: frozenset({"token_edges"}),
    Choice.KEEP: frozenset({"overlap", "flat_view"}),
}


def choices_for(row: str, reason: str) -> tuple[Choice, ...]:
    """Give what can be chosen for a row that was lost or changed for a reason: see `Loss`."""
    if row != "span":
        return ()
    return tuple(choice for choice in Choice if choice not in _HELPS or reason in _HELPS[choice])


def read_choices(path: Path) -> dict[str, Choice]:
    """Read the choices of a file that the command line printed as JSON; by the id of the span.

    Those under ``choices`` were made before, those under ``choice`` of a loss have been added.

    Raises:
        FormatError: ``text.missing``, ``format.large``, ``choices.file``, or ``choices.odd`` for one that is none or
            does not help that label.
        TextError: ``text.encoding``.
    """
    try:
        found = json.loads(read_text(path, _LIMIT).removeprefix("\ufeff"))
    except OSError as error:
        raise FormatError("text.missing", file=path, reason=error.strerror or error) from error
    except RecursionError:
        raise _no_choices(path, QT_TRANSLATE_NOOP("Errors", "it is nested too deeply")) from None
    except ValueError as error:
        raise _no_choices(path, str(error)) from None
    if not isinstance(found, dict) or not isinstance(found.get("losses"), list):
        raise _no_choices(path, QT_TRANSLATE_NOOP("Errors", "it has no list of losses"))
    before = found.get("choices")
    chosen = {id_: _choice(path, said, tuple(Choice)) for id_, said in _entries(before)}
    for loss in found["losses"]:
        said = loss.get("choice") if isinstance(loss, dict) else None
        if said is not None and chosen.get(str(loss.get("id"))) != said:
            helps = choices_for(str(loss.get("row")), str(loss.get("reason")))
            chosen[str(loss.get("id"))] = _choice(path, said, helps)
    return chosen


def _entries(before: object) -> Iterator[tuple[str, Any]]:
    yield from before.items() if isinstance(before, dict) else ()


def _choice(path: Path, said: object, helps: tuple[Choice, ...]) -> Choice:
    if said not in helps:
        raise FormatError("choices.odd", file=path.name, choice=said, names=", ".join(helps) or "–")
    return Choice(str(said))


def _no_choices(path: Path, reason: str) -> FormatError:
    return FormatError("choices.file", file=path.name, reason=reason)
