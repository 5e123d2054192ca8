"""The command that manages a project's word lists and patterns."""

from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from annotator.cli.output import (
    AsJson,
    ProjectPath,
    fields_of,
    opened,
    pairs_of,
    put,
    put_json,
    put_table,
    refuse,
    warn,
    yes_no,
)
from annotator.jobs.suggesting.pattern_files import known_as, known_labels, read_patterns, write_patterns
from annotator.jobs.suggesting.pattern_lists import changed, lists_here
from annotator.model.patterns import PatternList, name_of, with_list
from annotator.project.project import Project
from annotator.system.errors import FormatError, SchemaError


class Act(StrEnum):
    """The actions of the command `patterns`."""

    IMPORT = "import"
    LIST = "list"
    EXPORT = "export"
    REMOVE = "remove"
    ON = "on"
    OFF = "off"


def patterns(
    project: ProjectPath,
    act: Annotated[Act, typer.Argument(metavar="import|list|export|remove|on|off", help="What to do.")],
    what: Annotated[
        str | None,
        typer.Argument(
            metavar="FILE|LIST", help="The file to import or to write; the list to remove or turn on or off."
        ),
    ] = None,
    list_name: Annotated[
        str | None, typer.Option("--list", metavar="NAME", help="The name of the list; by default that of the file.")
    ] = None,
    label: Annotated[str, typer.Option(metavar="LABEL", help="The label of phrases that have none in the file.")] = "",
    map_: Annotated[
        list[str] | None,
        typer.Option("--map", metavar="THEIRS=OURS", help="The project's name for a label of the file."),
    ] = None,
    exact: Annotated[bool, typer.Option("--exact", help="Find phrases as they are written only.")] = False,
    as_json: AsJson = False,
) -> None:
    """Import, list and export word lists and patterns, which suggest labels.

    It reads entity_ruler JSONL of spaCy, CSV and Excel files with the columns phrase and label, and plain lists of
    phrases. Inflected forms of phrases are found, too. A list replaces an existing list of the same name.
    """
    refuse(act is not Act.LIST and what is None, f"{act} needs a file or the name of a list.")
    with opened(project, read_only=act in {Act.LIST, Act.EXPORT}) as target:
        match act:
            case Act.IMPORT:
                new = list_name or Path(what or "").stem
                _import(
                    target,
                    Path(what or ""),
                    new,
                    label,
                    pairs_of(map_, "--map", "PERSON=PER"),
                    exact=exact,
                    as_json=as_json,
                )
            case Act.LIST:
                _list(target, as_json=as_json)
            case Act.EXPORT:
                chosen = [_named(target, list_name)] if list_name else list(lists_here(target))
                count = write_patterns(Path(what or ""), chosen)
                put({"entries": count, "file": what}, f"{what}: {_entries(count)}.", as_json=as_json)
            case _:
                _change(target, act, what or "", as_json=as_json)


def _import(
    project: Project, path: Path, name: str, label: str, renamed: Mapping[str, str], *, exact: bool, as_json: bool
) -> None:
    known = known_labels(project.schema)
    for wanted in filter(None, (label, *renamed.values())):
        if known_as(wanted, known, {}) is None:
            raise SchemaError("patterns.label", label=wanted, labels=", ".join(sorted(set(known.values()))))
    found = read_patterns(path, known, label, renamed)
    new = PatternList(name=name_of(name), forms=not exact, patterns=found.patterns)
    edit = changed(project, with_list(lists_here(project), new))
    if edit is not None:
        project.do(edit)
    counts = {"entries": len(new.patterns), "refused": dict(found.refused), "unknown": dict(found.unknown)}
    put({"list": new.name, **counts}, f"“{new.name}” has {_entries(len(new.patterns))} now.", as_json=as_json)
    for reason, count in found.refused.items():
        warn(f"Left out {_entries(count)}: {reason}.")
    for theirs, count in found.unknown.items():
        warn(f"The schema has no label {theirs} ({count}): these suggest nothing. --map {theirs}=OURS names one.")
    if found.refused or found.unknown:
        raise typer.Exit(1)


def _list(project: Project, *, as_json: bool) -> None:
    found = lists_here(project)
    if as_json:
        rows = [{**fields_of(each, "name on forms labels"), "entries": len(each.patterns)} for each in found]
        put_json({"lists": rows})
        return
    put_table(
        ("name", "on", "forms", "labels", "#entries"),
        ((each.name, yes_no(each.on), yes_no(each.forms), " ".join(each.labels), len(each.patterns)) for each in found),
    )


def _change(project: Project, act: Act, name: str, *, as_json: bool) -> None:
    chosen = _named(project, name)
    if act is Act.REMOVE:
        lists = [each for each in lists_here(project) if each.id != chosen.id]
    else:
        lists = [replace(e, on=act is Act.ON) if e.id == chosen.id else e for e in lists_here(project)]
    edit = changed(project, lists)
    if edit is not None:
        project.do(edit)
    done = f"“{chosen.name}” was removed." if act is Act.REMOVE else f"“{chosen.name}” is {act}."
    put({"list": chosen.name, "done": str(act)}, done, as_json=as_json)


def _named(project: Project, name: str) -> PatternList:
    found = lists_here(project)
    for each in found:
        if each.name == name:
            return each
    raise FormatError("patterns.unknown", name=name, names=", ".join(each.name for each in found) or "none")


def _entries(count: int) -> str:
    return "1 phrase or pattern" if count == 1 else f"{count} phrases or patterns"
