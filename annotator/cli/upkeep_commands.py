"""Commands that maintain a project: schema, priorities, replacing articles, and repair."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated

import typer

from annotator.cli.output import (
    AsJson,
    ProjectPath,
    counted,
    fields_of,
    opened,
    pairs_of,
    progress,
    put,
    put_json,
    put_table,
    refuse,
    say,
    say_rest,
    warn,
    yes_no,
)
from annotator.editing.edits import Edit
from annotator.editing.schema_editing.changes import Fates, SchemaChange
from annotator.editing.schema_editing.effects import KeptParts
from annotator.jobs import article_steps, schema_change
from annotator.jobs import repair as repairs
from annotator.jobs.importing import article_replacement
from annotator.jobs.importing.article_replacement import Compared, Survival
from annotator.model import schema_file
from annotator.model.schema import Schema, words
from annotator.model.values import Priority, Span
from annotator.processes import slices
from annotator.project.project import Project
from annotator.store.repair import repairing
from annotator.store.repair.mending import WHY
from annotator.store.repair.repaired import TABLES, Backup, Finding, Repaired, RepairedEdit
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

    With --set, labels, values and relations that are in use but missing from FILE are kept, but no longer offered.
    --map turns a label into another one, such as LOC=GPE or claims.CLAIM=ASSERTION. The project is backed up first.
    """
    if new is None and not take_back:
        with opened(project, read_only=True) as read:
            _show(read.schema, as_json=as_json)
        return
    refuse(new is not None and take_back, "cannot be used together with --set", "--take-back")
    with opened(project, read_only=False) as target:
        if new is None:
            _put_change(schema_change.take_back(target), KeptParts(), as_json=as_json)
            return
        after = schema_file.load(new)
        labels = pairs_of(renamed, "--map", "LOC=GPE").items()
        fates = Fates(labels=dict(_fate(*pair, target, after) for pair in labels))
        change = SchemaChange(before=target.schema, after=after, fates=fates)
        _put_change(*schema_change.remodel(target, change), as_json=as_json)


def _fate(old: str, new: str, target: Project, after: Schema) -> tuple[tuple[str, str], str]:
    layer, _, label = old.rpartition(".")
    found = next((v for v in target.schema.labels if v.id == label and layer in {"", v.layer}), None)
    if found is None:
        raise SchemaError("value.label", label=label, layer=layer or "*")
    return (found.layer, found.id), after.require_label(found.layer, new).id


def _put_change(edit: Edit | None, kept: KeptParts, *, as_json: bool) -> None:
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
        ((v.layer, v.id, words(v.name, "en"), v.key, yes_no(v.active)) for v in found.labels),
    )
    say("")
    put_table(
        ("field", "layer", "values"),
        ((a.id, a.layer, " ".join(value.id for value in a.values)) for a in found.attributes),
    )
    say("")
    put_table(("relation", "from", "to"), ((r.id, " ".join(r.head), " ".join(r.tail)) for r in found.relations))


_FATES = {
    Survival.GONE: "its words are gone",
    Survival.CHANGED: "suggested, the words changed",
    Survival.SAME: "suggested, the same words",
}


def prioritise(
    project: ProjectPath,
    documents: Annotated[list[str], typer.Argument(metavar="DOCUMENT...", help="Ids or titles.")],
    priority: Annotated[Priority, typer.Option("--to", help="High comes first in every order, low last.")],
    as_json: AsJson = False,
) -> None:
    """Set the priority of articles."""
    with opened(project, read_only=False) as target:
        ids = [target.read.find_document(name) for name in documents]
        make = article_steps.prioritising(target.read, ids, priority, target.annotator)
        edit = slices.finish(target.timeline.doing(make))
    changed = [] if edit is None else sorted(edit.document_ids)
    said = f"Set {priority} priority for {counted(len(changed), 'article')}."
    put({"changed": changed, "priority": str(priority)}, said, as_json=as_json)


def replace(
    project: ProjectPath,
    old: Annotated[str, typer.Argument(metavar="OLD", help="Its id or title.")],
    new: Annotated[str, typer.Argument(metavar="NEW", help="The newer version: its id or title.")],
    as_json: AsJson = False,
) -> None:
    """Replace an article with a newer version. The old one is set aside with its labels.

    Labels whose words are still there are suggested for the new version, and the result for each label is listed. You
    can undo this in the window.
    """
    with opened(project, read_only=False) as target:
        read, annotator = target.read, target.annotator
        wanted = article_replacement.succession(read, read.find_document(old), read.find_document(new), annotator)
        slices.finish(target.timeline.doing(article_replacement.replacing(read, [wanted], annotator)))
        found = article_replacement.compared(read, wanted.new, annotator)
    if as_json:
        put_json({"old": wanted.old, "new": wanted.new, "labels": [_label_to(each) for each in found]})
        return
    say(f"“{new}” now replaces “{old}”, with {counted(len(found), 'label')} to review.")
    if found:
        rows = ((each.span.layer, each.span.label, each.before, each.after, _FATES[each.fate]) for each in found)
        put_table(("layer", "label", "words", "words now", "result"), rows)


def _label_to(found: Compared) -> dict[str, object]:
    return {**fields_of(found.span, "id layer label"), **fields_of(found, "fate before after parts decided")}


_READ = 20  # lines printed of each kind


def repair(
    project: ProjectPath,
    out: Annotated[Path, typer.Argument(metavar="OUT", help="The file to write; it must not exist yet.")],
    as_json: AsJson = False,
) -> None:
    """Save what can be saved of a damaged project into a new one.

    The damaged project is only read. The report lists what is saved and what is lost, the articles affected, and the
    newest intact backup with the steps that it lacks. It also lists the steps in logs that were set aside because the
    file had got other contents. The exit code is 0 if something was saved.
    """
    with progress("Repairing") as on_progress:
        report = repairing.repair(project, out, progress=on_progress)
    if as_json:
        put_json(repairs.to_json(report))
        return
    _put(report)


def _put(report: Repaired) -> None:
    say(f"Wrote {report.out}.")
    rows = [
        (name, report.saved.get(table, 0), report.lost_in(table), report.damaged.get(table, 0))
        for table, name in TABLES.items()
    ]
    put_table(("what", "#saved", "#lost", "#damaged places"), rows)
    if report.whole:
        say("As far as can be told, nothing is lost.")
    if report.log_broken:
        warn("The log of the latest steps was damaged; steps that had been stored may be missing.")
    if report.steps_missing:
        warn(f"Missing from the log: {counted(report.steps_missing, 'step')}.")
    if report.articles:
        say("Affected articles:")
        put_table(
            ("article", "#labels saved", "#labels lost"),
            ((article.title or article.id, article.saved, article.lost) for article in report.articles[:_READ]),
        )
        say_rest(len(report.articles), _READ)
    _put_findings("Lost", report.lost)
    _put_findings("Saved with changes", report.changed)
    if report.own:
        say("Custom tables, kept as data: " + ", ".join(f"{name} ({count})" for name, count in report.own.items()))
    if report.foreign:
        say("Left out, not part of a project: " + ", ".join(report.foreign))
    if report.backup is not None:
        _put_backup(report.backup)
    elif not report.whole:
        say("There is no intact backup.")
    for log in report.set_aside:
        steps = counted(len(log.lacks), "step")
        say(f"{log.path} belongs to earlier contents of the file. It has {steps} that {report.out.name} lacks:")
        _put_steps(log.lacks)


def _put_findings(title: str, findings: Sequence[Finding]) -> None:
    if findings:
        say(f"{title}:")
        for line in _lines(findings[:_READ]):
            say(line)
        say_rest(len(findings), _READ)


def _lines(findings: Sequence[Finding]) -> Iterator[str]:
    for finding in findings:
        named = (finding.label, f"“{finding.words}”" if finding.words else "", finding.title)
        words = ", ".join(word for word in named if word) or finding.row
        yield f"  {TABLES.get(finding.table, finding.table)}: {words}: {WHY[finding.why].format(was=finding.was)}"


def _put_backup(backup: Backup) -> None:
    say(f"The newest intact backup is {backup.path}: {counted(backup.labels, 'label')}.")
    if backup.holds:
        say(f"It has {backup.holds} of the lost labels.")
    if not backup.lacks:
        say("It is missing no steps.")
        return
    say(f"It is missing {counted(len(backup.lacks), 'step')}:")
    _put_steps(backup.lacks)


def _put_steps(steps: Sequence[RepairedEdit]) -> None:
    put_table(
        ("#step", "what", "label", "words", "by", "when", "#changes", "articles"),
        (
            (s.number, s.kind, s.label, s.words, s.annotator, s.at, s.changes, ", ".join(s.titles))
            for s in steps[-_READ:]
        ),
    )
    say_rest(len(steps), _READ)
