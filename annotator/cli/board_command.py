"""The command that shows who says what."""

from contextlib import suppress
from typing import Annotated

import typer

from annotator.cli.output import AsJson, ProjectPath, counted, opened, progress, put_json, put_table, refuse, say
from annotator.corpus.dates import day_from
from annotator.jobs import board as boards
from annotator.jobs.board import Board, BoardRow
from annotator.model.schema import Schema
from annotator.model.values import CLAIMS
from annotator.store.queries.who import NO_VERDICT, ClaimFilter

_SHOWN = 60  # lines printed at most
_NAMELESS = {
    boards.RowKind.AUTHOR: "(the article itself)",
    boards.RowKind.UNNAMED: "(unnamed)",
    boards.RowKind.OPEN: "(no claimant yet)",
}


def board(
    project: ProjectPath,
    since: Annotated[
        str | None, typer.Option(metavar="DATE", help="Only articles from this day, month or year on.")
    ] = None,
    until: Annotated[
        str | None, typer.Option(metavar="DATE", help="Only articles up to this day, month or year.")
    ] = None,
    publisher: Annotated[str | None, typer.Option(metavar="NAME", help="Only articles of this publisher.")] = None,
    worthiness: Annotated[
        str | None, typer.Option(metavar="VALUE", help="Only claims of this check-worthiness.")
    ] = None,
    verdict: Annotated[
        str | None, typer.Option(metavar="VALUE", help="Only claims with this verdict; open: without one.")
    ] = None,
    annotator: Annotated[str | None, typer.Option(metavar="NAME", help="Whose claims to count.")] = None,
    everyone: Annotated[bool, typer.Option("--everyone", help="Count everyone's claims.")] = False,
    as_json: AsJson = False,
    csv: Annotated[bool, typer.Option("--csv", help="Print a table for spreadsheets.")] = False,
) -> None:
    """Show who says what: claims by claimant and topic, and how many affirm or refute.

    It counts the claims of the project's current annotator, unless you choose others.
    """
    refuse(as_json and csv, "--json and --csv cannot be used together")
    refuse(everyone and annotator is not None, "--everyone and --annotator cannot be used together")
    first, last = _day(since, "--since", last=False), _day(until, "--until", last=True)
    with opened(project, read_only=True) as source, progress("Counting") as on_progress:
        if annotator is not None:
            source.read.people.require(annotator)
        _require_value(source.schema, "worthiness", worthiness)
        _require_value(source.schema, "verdict", verdict, NO_VERDICT)
        wanted = ClaimFilter(
            since=first,
            until=last,
            publisher=publisher,
            worthiness=worthiness,
            verdict=verdict,
            annotator=None if everyone else annotator or source.annotator,
        )
        found, _ = boards.board(source, wanted, progress=on_progress)
    if as_json:
        put_json(_as_json(found))
    elif csv:
        typer.echo(boards.as_csv(found), nl=False)
    else:
        _put(found)


def _day(words: str | None, option: str, *, last: bool) -> str | None:
    found = None
    with suppress(ValueError):
        found = day_from(words or "", last=last)
    refuse(words is not None and found is None, f"“{words}” is not a day, month or year such as 2025-03-31", option)
    return found


def _require_value(schema: Schema, field: str, value: str | None, *others: str) -> None:
    """Raise ``BadParameter`` unless a value is one of the field's values or one of ``others``."""
    known = schema.attribute(CLAIMS, field)
    values = [*others, *(each.id for each in (known.values if known is not None else ()))]
    told = f"“{value}” is not a value of {field} in the schema. Values: {', '.join(values) or 'none'}"
    refuse(value is not None and value not in values, told, f"--{field}")


def _as_json(found: Board) -> dict[str, object]:
    claimants = [
        {"name": c.name, "kind": str(c.kind), "label": c.label, **c.stances._asdict()} for c in found.claimants
    ]
    cells = [
        {"claimant": row, "topic": found.topics[column].name or None, **stances._asdict()}
        for (row, column), stances in sorted(found.cells.items())
    ]
    return {"claims": found.claims, "claimants": claimants, "cells": cells}


def _put(found: Board) -> None:
    cells = sorted(found.cells.items())
    put_table(
        ("claimant", "topic", "#affirms", "#refutes", "#unclear", "#claims"),
        (
            (_name(found.claimants[row]), found.topics[column].name, *stances, stances.total)
            for (row, column), stances in cells[:_SHOWN]
        ),
    )
    say("")
    left = f"; {len(cells) - _SHOWN} more lines with --csv" if len(cells) > _SHOWN else ""
    say(f"{counted(found.claims, 'claim')} by {counted(len(found.claimants), 'claimant')}{left}")


def _name(claimant: BoardRow) -> str:
    if claimant.kind is boards.RowKind.UNNAMED and claimant.name:
        return f"{claimant.name} (unnamed)"
    return claimant.name or _NAMELESS.get(claimant.kind, "")
