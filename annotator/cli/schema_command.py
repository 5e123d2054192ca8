"""The command that shows or changes the schema of a project."""

import json
from typing import Annotated

import typer

from annotator.cli.options import AsJson, ProjectPath, opened
from annotator.cli.output import counted, put_json, put_table, say
from annotator.editing.edits import Edit
from annotator.editing.schema_editing.changes import Fates, SchemaChange
from annotator.editing.schema_editing.effects import Kept
from annotator.jobs import schema_change
from annotator.model import schema_file
from annotator.model.schema import Schema, words
from annotator.model.values import Span
from annotator.project.project import Project
from annotator.system.errors import SchemaError


def schema(
    project: ProjectPath,
    new: Annotated[
        str | None, typer.Option("--set", metavar="FILE", help="A built-in schema, or the path of a .schema.json file.")
    ] = None,
    renamed: Annotated[
        list[str] | None,
        typer.Option("--map", metavar="OLD=NEW", help="With --set: the new label for an old one, such as LOC=GPE."),
    ] = None,
    take_back: Annotated[bool, typer.Option("--take-back", help="Undo the last schema change.")] = False,
    as_json: AsJson = False,
) -> None:
    """Show or change the schema of a project.

    With --set, labels, values and relations that are in use but not in FILE are kept, but no longer offered. --map
    turns a label into another, such as LOC=GPE or claims.CLAIM=ASSERTION. The project is backed up first.
    """
    if new is None and not take_back:
        with opened(project, read_only=True) as read:
            _show(read.schema, as_json=as_json)
        return
    if new is not None and take_back:
        raise typer.BadParameter("cannot be used together with --set", param_hint="--take-back")
    with opened(project, read_only=False) as target:
        if new is None:
            _put_change(schema_change.take_back(target), Kept(), as_json=as_json)
            return
        after = schema_file.load(new)
        fates = Fates(labels=dict(_fate(pair, target, after) for pair in renamed or []))
        change = SchemaChange(before=target.schema, after=after, fates=fates)
        _put_change(*schema_change.remodel(target, change), as_json=as_json)


def _fate(pair: str, target: Project, after: Schema) -> tuple[tuple[str, str], str]:
    old, equals, new = pair.partition("=")
    if not (old and equals and new):
        raise typer.BadParameter(f"{pair} is not of the form LOC=GPE", param_hint="--map")
    layer, _, label = old.rpartition(".")
    found = next((v for v in target.schema.labels if v.id == label and layer in {"", v.layer}), None)
    if found is None:
        raise SchemaError("value.label", label=label, layer=layer or "*")
    return (found.layer, found.id), after.require_label(found.layer, new).id


def _put_change(edit: Edit | None, kept: Kept, *, as_json: bool) -> None:
    changed = sum(isinstance(change.before or change.after, Span) for change in edit.changes) if edit else 0
    if as_json:
        put_json({"changed": edit is not None, "spans": changed, "kept": list(kept.names)})
        return
    say(f"Changed the schema and {counted(changed, 'label')}." if edit else "There was nothing to change.")
    if kept.names:
        say(f"Still in use, so kept but no longer offered: {', '.join(kept.names)}.")


def _show(found: Schema, *, as_json: bool) -> None:
    if as_json:
        put_json(json.loads(schema_file.dumps(found)))
        return
    put_table(
        ("layer", "label", "name", "key", "offered"),
        ((v.layer, v.id, words(v.name, "en"), v.key, "yes" if v.active else "no") for v in found.labels),
    )
    say("")
    put_table(
        ("field", "layer", "values"),
        ((a.id, a.layer, " ".join(value.id for value in a.values)) for a in found.attributes),
    )
    say("")
    put_table(("relation", "from", "to"), ((r.id, " ".join(r.head), " ".join(r.tail)) for r in found.relations))
