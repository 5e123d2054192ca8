"""Choices for single spans of an export, which override the choice for all."""

import json
from collections.abc import Collection, Mapping
from enum import StrEnum
from pathlib import Path

from annotator.system.errors import QT_TRANSLATE_NOOP, FormatError
from annotator.system.whole_files import read_text

_LIMIT = 256  # MB


class Choice(StrEnum):
    """A way to write a span that a format cannot hold as it is.

    Widen it to whole tokens, or split the tokens at its edges; include the words in its gaps, or write only its
    longest part; let it win over the spans it overlaps; extend training to it; leave it out.
    """

    WIDEN = "widen"
    SPLIT_TOKEN = "split_token"  # noqa: S105  # no password
    HULL = "hull"
    LONGEST = "longest"
    KEEP = "keep"
    REACH = "reach"
    LEAVE_OUT = "leave_out"


EDGES = frozenset({Choice.WIDEN, Choice.SPLIT_TOKEN})
"""Choices for a span that begins or ends inside a token."""

GAPS = frozenset({Choice.HULL, Choice.LONGEST})
"""Choices for a span with gaps."""

_HELPS: Mapping[Choice, frozenset[str]] = {
    Choice.WIDEN: frozenset({"token_edges", "token_split"}),
    Choice.SPLIT_TOKEN: frozenset({"token_edges", "expanded"}),
    Choice.HULL: frozenset({"discontinuous", "longest_part"}),
    Choice.LONGEST: frozenset({"discontinuous", "hull"}),
    Choice.KEEP: frozenset({"overlap", "flat_view"}),
    Choice.REACH: frozenset({"too_long", "too_far"}),
}


def choices_for(row: str, reason: str) -> tuple[Choice, ...]:
    """Return the choices for a row that was lost or changed for this reason; see `Loss`."""
    if row != "span":
        return ()
    return tuple(choice for choice in Choice if choice not in _HELPS or reason in _HELPS[choice])


def with_choice(before: Collection[Choice], choice: Choice) -> frozenset[Choice]:
    """Add a choice to those for the same span; it replaces any that it contradicts."""
    if Choice.LEAVE_OUT in {choice, *before}:
        return frozenset({choice})
    question = next((kind for kind in (EDGES, GAPS) if choice in kind), frozenset({choice}))
    return frozenset({*before} - question | {choice})


def choice_words(choices: Collection[Choice]) -> str:
    """Return the choices for a span as words separated by spaces."""
    return " ".join(choice for choice in Choice if choice in choices)


def read_choices(path: Path) -> dict[str, frozenset[Choice]]:
    """Read choices by span id from a loss report that the command line printed as JSON.

    Entries under ``choices`` were made earlier; a loss's ``choice`` is added to them.

    Raises:
        FormatError: ``text.missing``, ``format.large``, ``choices.file``, or ``choices.odd`` for an unknown choice and
            for one that does not help that span.
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
    earlier = before.items() if isinstance(before, dict) else ()
    chosen = {id_: _chosen(path, given, tuple(Choice)) for id_, given in earlier}
    for loss in found["losses"]:
        given = loss.get("choice") if isinstance(loss, dict) else None
        if given is not None:
            helps = choices_for(str(loss.get("row")), str(loss.get("reason")))
            id_ = str(loss.get("id"))
            chosen[id_] = _chosen(path, given, helps, chosen.get(id_, frozenset()))
    return chosen


def _chosen(
    path: Path, given: object, helps: tuple[Choice, ...], before: frozenset[Choice] = frozenset()
) -> frozenset[Choice]:
    chosen = before
    for word in given.split() if isinstance(given, str) else [str(given)]:
        if word not in before:
            if word not in helps:
                raise FormatError("choices.odd", file=path.name, choice=word, names=", ".join(helps) or "–")
            chosen = with_choice(chosen, Choice(word))
    return chosen


def _no_choices(path: Path, reason: str) -> FormatError:
    return FormatError("choices.file", file=path.name, reason=reason)
