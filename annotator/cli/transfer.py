"""The command that writes datasets."""

from pathlib import Path
from typing import Annotated

import typer

from annotator import exchange
from annotator.cli.options import AsJson, ProjectPath
from annotator.cli.output import counted, progress, put_json, put_table, say
from annotator.exchange import Request
from annotator.formats.base import Report
from annotator.formats.fit import Options
from annotator.formats.loss import REASONS, REMEDIES, Loss, loss_to
from annotator.model import GOLD

_MOST = 40  # losses that are printed for people


def export(
    project: ProjectPath,
    out: Annotated[
        Path, typer.Argument(metavar="OUT", help="A file; a folder with --split and for formats of folders.")
    ],
    format_name: Annotated[str, typer.Option("--format", metavar="NAME", help="See: formats.")],
    layer: Annotated[list[str] | None, typer.Option(metavar="NAME", help="All layers by default.")] = None,
    annotator: Annotated[str | None, typer.Option(metavar="NAME", help="Whose labels to write.")] = None,
    gold: Annotated[bool, typer.Option("--gold", help="Write what adjudication decided.")] = False,
    everyone: Annotated[bool, typer.Option("--everyone", help="Write all annotators' labels.")] = False,
    done_only: Annotated[bool, typer.Option("--done-only", help="Only articles that are done.")] = False,
    suggestions: Annotated[bool, typer.Option("--suggestions", help="Also open suggestions.")] = False,
    split: Annotated[str | None, typer.Option(metavar="80/10/10", help="Into train, dev and test.")] = None,
    seed: Annotated[int, typer.Option(help="Another number deals otherwise.")] = 0,
    overlap: Annotated[
        str, typer.Option(metavar="longest|shortest|first|layer:NAME", help="Which of overlapping labels wins.")
    ] = "longest",
    expand: Annotated[bool, typer.Option("--expand", help="Widen labels to whole tokens.")] = False,
    without_furniture: Annotated[
        bool, typer.Option("--without-furniture", help="Leave out what stands in page furniture.")
    ] = False,
    only_read: Annotated[
        bool, typer.Option("--only-read", help="Sentences nobody has read count as unknown, not as free of labels.")
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only tell what would be lost.")] = False,
    as_json: AsJson = False,
) -> None:
    """Write a dataset, and tell of each label that the format cannot hold.

    Spanwright's own JSONL holds everyone's labels unless --annotator or --gold is given, any other format those of
    the project's current annotator.
    """
    if sum([gold, everyone, annotator is not None]) > 1:
        raise typer.BadParameter("--gold, --everyone and --annotator exclude each other")
    options = Options(
        layers=tuple(layer or ()),
        overlap=overlap,
        expand=expand,
        split=split,
        seed=seed,
        suggestions=suggestions,
        exclude_furniture=without_furniture,
        only_read=only_read,
    )
    request = Request(
        format=format_name,
        options=options,
        annotator=GOLD if gold else annotator,
        everyone=everyone,
        done_only=done_only,
    )
    with progress("Checking" if dry_run else "Writing") as hear:
        if dry_run:
            report = exchange.preflight(project, request, progress=hear)
        else:
            report = exchange.export(project, out, request, progress=hear)
    if as_json:
        put_json(_report_to(report))
    else:
        _put_report(report, "Would write" if dry_run else "Wrote")


def _report_to(report: Report) -> dict[str, object]:
    return {
        "documents": report.documents,
        "spans": report.spans,
        "written": report.written,
        "changed": report.changed,
        "lost": report.lost,
        "portions": dict(report.portions),
        "losses": [loss_to(loss) for loss in report.losses],
    }


def _put_report(report: Report, wrote: str) -> None:
    labels = f"{report.written} as they are, {report.changed} changed, {report.lost} left out"
    say(f"{wrote} {counted(report.documents, 'article')} with {counted(report.spans, 'label')}: {labels}.")
    if report.portions:
        say(", ".join(f"{portion}: {size}" for portion, size in report.portions))
    if report.losses:
        put_table(("article", "id", "what", "remedy"), map(_loss_row, report.losses[:_MOST]))
    if len(report.losses) > _MOST:
        say(f"… and {len(report.losses) - _MOST} more; --json has all.")


def _loss_row(loss: Loss) -> tuple[str, ...]:
    happened = REASONS[loss.reason].format(label=loss.label, quote=loss.quote)
    return loss.title, loss.id, happened, REMEDIES[loss.remedy]
