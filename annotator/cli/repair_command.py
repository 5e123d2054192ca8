"""The command that repairs a project."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated

import typer

from annotator.cli.options import AsJson, ProjectPath
from annotator.cli.output import counted, progress, put_json, put_table, say, warn
from annotator.jobs import repair as repairs
from annotator.store.repair.mending import WHY
from annotator.store.repair.repaired import TABLES, Backup, Finding, Repaired

_READ = 20  # lines printed of each kind


def repair(
    project: ProjectPath,
    out: Annotated[Path, typer.Argument(metavar="OUT", help="The file to write; it must not exist yet.")],
    as_json: AsJson = False,
) -> None:
    """Save what can be saved of a damaged project into a new one.

    The damaged project is only read. The report lists what is saved and lost, the articles concerned, and the
    newest intact backup with the steps it lacks. The exit code is 0 if something was saved.
    """
    with progress("Repairing") as on_progress:
        report = repairs.repair(project, out, progress=on_progress)
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
        say("Nothing is known to be lost.")
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
        _more(len(report.articles))
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


def _put_findings(title: str, findings: Sequence[Finding]) -> None:
    if findings:
        say(f"{title}:")
        for line in _lines(findings[:_READ]):
            say(line)
        _more(len(findings))


def _lines(findings: Sequence[Finding]) -> Iterator[str]:
    for finding in findings:
        named = (finding.label, f"“{finding.words}”" if finding.words else "", finding.title)
        words = ", ".join(word for word in named if word) or finding.row
        yield f"  {TABLES.get(finding.table, finding.table)}: {words}: {WHY[finding.why]}"


def _put_backup(backup: Backup) -> None:
    say(f"The newest intact backup is {backup.path}: {counted(backup.labels, 'label')}.")
    if backup.holds:
        say(f"It has {backup.holds} of the lost labels.")
    if not backup.lacks:
        say("It is missing no steps.")
        return
    say(f"It is missing {counted(len(backup.lacks), 'step')}:")
    put_table(
        ("#step", "what", "words", "by", "when", "#changes", "articles"),
        ((s.number, s.kind, s.words, s.annotator, s.at, s.changes, ", ".join(s.titles)) for s in backup.lacks[-_READ:]),
    )
    _more(len(backup.lacks))


def _more(count: int) -> None:
    if count > _READ:
        say(f"… and {count - _READ} more; --json lists all.")
