"""The command that exports datasets."""

from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import Annotated, TypeAlias

import typer

from annotator.cli.gold_or_only import GoldOrOnlyOption, gold_or_only_to, put_gold_or_only
from annotator.cli.output import (
    AsJson,
    Layers,
    ProjectPath,
    WithReplaced,
    counted,
    fields_of,
    opened,
    progress,
    put_json,
    put_table,
    questions_line,
    refuse,
    say,
    say_rest,
    warn,
)
from annotator.editing.splitting import SplitCriterion
from annotator.formats.capabilities import SpanChoice, choice_words, choices_for, read_choices
from annotator.formats.fit import Options
from annotator.formats.loss import REMEDIES, Loss, loss_to
from annotator.formats.overlap import LAYER, check
from annotator.formats.registry import exporter
from annotator.jobs import open_questions
from annotator.jobs.exporting import export_files, export_preflight
from annotator.jobs.exporting.export_files import Request
from annotator.jobs.exporting.export_preflight import Preflight, Split
from annotator.jobs.exporting.gold_or_only import gold_or_only
from annotator.model.values import GOLD
from annotator.processes import slices
from annotator.project.project import Project
from annotator.system.errors import SchemaError

_MOST = 40  # losses printed
_BESIDES = {
    "relation": "relations",
    "suggestion": "suggestions",
    "document_label": "labels of articles",
    "sentence_mark": "sentences read and empty",
    "document_state": "states of articles",
    "batch": "batches",
    "priority": "priorities",
    "detail": "kinds of article details",
}


class Gaps(StrEnum):
    """The ways to write labels with gaps."""

    HULL = SpanChoice.HULL.value
    LONGEST = SpanChoice.LONGEST.value


Out: TypeAlias = Annotated[
    Path, typer.Argument(metavar="OUT", help="A file, or a folder with --split and for folder formats.")
]
SplitBy: TypeAlias = Annotated[
    SplitCriterion, typer.Option(help="At random; the newest articles into test; each publisher in one part.")
]
KeepSplit: TypeAlias = Annotated[
    bool, typer.Option("--keep-split", help="Store the split, so that later exports keep it.")
]
NewSplit: TypeAlias = Annotated[bool, typer.Option("--new-split", help="Make a new split, even if one is stored.")]
Overlap: TypeAlias = Annotated[
    str | None,
    typer.Option(
        metavar="longest|shortest|first|layer:NAME",
        help="Which of overlapping labels wins; by default the schema's first layer.",
    ),
]
WithoutFurniture: TypeAlias = Annotated[
    bool, typer.Option("--without-furniture", help="Leave out labels in page furniture.")
]
SplitTokens: TypeAlias = Annotated[
    bool, typer.Option("--split-tokens", help="Split tokens where labels begin or end, to keep the labels unchanged.")
]
OfGaps: TypeAlias = Annotated[
    Gaps | None, typer.Option("--gaps", help="Write labels with gaps as one piece, or only their longest part.")
]
Reach: TypeAlias = Annotated[
    bool,
    typer.Option(
        "--reach", help="Make training cover everything: the longest claims and the ends of long articles, too."
    ),
]
DoneOnly: TypeAlias = Annotated[
    bool,
    typer.Option("--done-only", help="Only articles that are done, which is the default in the window."),
]
OnlyRead: TypeAlias = Annotated[
    bool, typer.Option("--only-read", help="Treat unread sentences as unknown, not as free of labels.")
]
Choices: TypeAlias = Annotated[
    Path | None, typer.Option(metavar="FILE", help="The output of --dry-run --json, with choices filled in.")
]


def export(
    project: ProjectPath,
    out: Out,
    format_name: Annotated[str, typer.Option("--format", metavar="NAME", help="A format; see: formats.")],
    layer: Layers = None,
    annotator: Annotated[str | None, typer.Option(metavar="NAME", help="Whose labels to write.")] = None,
    gold: Annotated[bool, typer.Option("--gold", help="Write the gold labels of adjudication.")] = False,
    gold_or_only: GoldOrOnlyOption = False,
    everyone: Annotated[bool, typer.Option("--everyone", help="Write everyone's labels.")] = False,
    done_only: DoneOnly = False,
    suggestions: Annotated[bool, typer.Option("--suggestions", help="Include open suggestions.")] = False,
    split: Annotated[str | None, typer.Option(metavar="80/10/10", help="Shares of train, dev and test.")] = None,
    seed: Annotated[int, typer.Option(help="Another number gives another split.")] = 0,
    split_by: SplitBy = SplitCriterion.SEED,
    keep_split: KeepSplit = False,
    new_split: NewSplit = False,
    replaced: WithReplaced = False,
    overlap: Overlap = None,
    expand: Annotated[bool, typer.Option("--expand", help="Widen labels to whole tokens.")] = False,
    split_tokens: SplitTokens = False,
    gaps: OfGaps = None,
    reach: Reach = False,
    without_furniture: WithoutFurniture = False,
    only_read: OnlyRead = False,
    semicolons: Annotated[bool, typer.Option("--semicolons", help="Separate CSV columns with semicolons.")] = False,
    choices: Choices = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only list what would be lost.")] = False,
    as_json: AsJson = False,
) -> None:
    """Export a dataset, and list each label that the format cannot hold.

    Spanwright's own JSONL gets everyone's labels unless you give --annotator or --gold. Any other format gets the
    labels of the only annotator who has any; if several have labels, those of the project's current annotator.

    For single labels, save the output of --dry-run --json, fill in "choice" of a loss, and pass the file to --choices.
    """
    refuse(split is None and (keep_split or new_split), "--keep-split and --new-split need --split")
    options = Options(
        layers=tuple(layer or ()),
        edges=_edges(expand=expand, split_tokens=split_tokens),
        gaps=None if gaps is None else SpanChoice(gaps),
        reach=reach,
        split=split,
        seed=seed,
        split_by=split_by,
        split_anew=new_split,
        suggestions=suggestions,
        exclude_furniture=without_furniture,
        only_read=only_read,
        semicolons=semicolons,
    )
    request = Request(format=format_name, options=options, done_only=done_only, replaced=replaced)
    request = _of(request, annotator, gold=gold, gold_or_only=gold_or_only, everyone=everyone)
    keep = keep_split and not dry_run
    with opened(project, read_only=not keep) as source:  # raises if locked, as no split could be stored
        request = _completed(request, source, overlap, choices)
        request = replace(request, annotator=export_files.whose(source, request))
        checked = _checked(source, request) if dry_run else _written(source, out, request, keep=keep)
        _put(source, request, checked, "Would write" if dry_run else "Wrote", as_json=as_json)


def _completed(request: Request, source: Project, overlap: str | None, choices: Path | None) -> Request:
    """Add the options that depend on the project: the rule for overlapping labels, and choices for single labels."""
    options = replace(request.options, overlap=_winning(source, overlap), choices=_chosen(source, choices))
    return replace(request, options=options)


def _put(source: Project, request: Request, checked: Preflight, wrote: str, *, as_json: bool) -> None:
    others = _of_others(source, request)
    mixed = gold_or_only(source, replaced=request.replaced) if request.gold_or_only else None
    if as_json:
        whose = {"annotator": request.annotator, "others": others}
        put_json({**_report_to(checked, request.options), **whose, **gold_or_only_to(mixed)})
        return
    _put_report(checked, wrote)
    if refused := exporter(request.format).refusal(checked.report):  # an export would fail; --dry-run only warns
        warn(str(refused))
    if mixed is not None:
        put_gold_or_only(mixed)
    elif request.annotator not in {None, GOLD, source.annotator}:
        say(f"The labels are those of {request.annotator}.")
    if others:
        counts = ", ".join(f"{name}: {count}" for name, count in others.items())
        warn(f"Labels of other annotators are not written ({counts}); --annotator NAME or --everyone writes them.")
    _put_unfinished(source, request)


def _edges(*, expand: bool, split_tokens: bool) -> SpanChoice | None:
    refuse(expand and split_tokens, "--expand and --split-tokens cannot be used together")
    if split_tokens:
        return SpanChoice.SPLIT_TOKEN
    return SpanChoice.WIDEN if expand else None


def _of(request: Request, annotator: str | None, *, gold: bool, gold_or_only: bool, everyone: bool) -> Request:
    """Return the request with the choice of whose labels to export."""
    refuse(
        sum([gold, gold_or_only, everyone, annotator is not None]) > 1,
        "--gold, --gold-or-only, --everyone and --annotator cannot be used together",
    )
    whose = GOLD if gold else annotator
    return replace(request, annotator=whose, gold_or_only=gold_or_only, everyone=everyone)


def _winning(source: Project, overlap: str | None) -> str:
    """Return the rule for overlapping labels; by default, the labels of the schema's first layer win, as in the window.

    Raise if the rule names an unknown layer, because then labels of all other layers would win silently.
    """
    if overlap is not None and not check(overlap).startswith(LAYER):
        return overlap
    names = [layer.id for layer in source.schema.layers]
    wanted = names[0] if overlap is None else overlap.removeprefix(LAYER)
    if wanted not in names:
        raise SchemaError("value.layer", layer=wanted, names=", ".join(names))
    return LAYER + wanted


def _checked(source: Project, request: Request) -> Preflight:
    with progress("Checking") as on_progress:
        checked = export_preflight.check(source, request, progress=on_progress)
        return replace(checked, questions=open_questions.count(source, checked.scope, progress=on_progress))


def _written(source: Project, out: Path, request: Request, *, keep: bool) -> Preflight:
    with progress("Writing") as on_progress:
        report = export_files.export(source, out, request, progress=on_progress)
        if keep:
            slices.finish(export_preflight.remembering(source, report.dealt))
    return Preflight(report=report)


def _chosen(source: Project, file: Path | None) -> dict[str, frozenset[SpanChoice]]:
    """Read the choices for single labels from a file, and warn about labels that the project lacks."""
    chosen = {} if file is None else read_choices(file)
    if chosen:
        there = {span.id for span in source.read.spans_of(chosen)}
        if gone := len(chosen.keys() - there):
            warn(f"{counted(gone, 'choice')} of {file} not used: the project has no such label.")
    return chosen


def _report_to(checked: Preflight, options: Options) -> dict[str, object]:
    report, parts = checked.report, checked.splits
    return {
        **({"portion_labels": {part.name: _labels_to(part) for part in parts}} if parts else {}),
        **fields_of(report, "documents spans replaced written changed lost besides"),
        "breaking": checked.breaking,
        "questions": dict(checked.questions),
        "portions": dict(report.splits),
        "near_duplicates": report.copies,
        "choices": {span: choice_words(chosen) for span, chosen in options.choices.items()},
        "losses": [_loss_to(loss, options) for loss in report.losses],
    }


def _loss_to(loss: Loss, options: Options) -> dict[str, object]:
    chosen = choice_words(options.choices.get(loss.id, ())) or None
    return {**loss_to(loss), "choice": chosen, "choices": list(choices_for(loss.row, loss.reason))}


def _labels_to(part: Split) -> dict[str, int]:
    return {f"{layer}.{label}": count for (layer, label), count in part.labels.items()}


def _put_parts(parts: Sequence[Split]) -> None:
    labels = sorted({label for part in parts for label, count in part.labels.items() if count})
    rows = [("articles", *(part.documents for part in parts))]
    rows += [(".".join(label), *(part.labels.get(label, 0) for part in parts)) for label in labels]
    put_table(("", *(f"#{part.name}" for part in parts)), rows)


def _put_report(checked: Preflight, wrote: str) -> None:
    report, parts = checked.report, checked.splits
    labels = f"{report.written} unchanged, {report.changed} changed, {report.lost} left out"
    say(f"{wrote} {counted(report.documents, 'article')} with {counted(report.spans, 'label')}: {labels}.")
    if report.replaced:
        newer = counted(report.replaced, "article")
        say(f"Replaced by a newer version and left out: {newer}; --replaced includes them.")
    if parts:
        _put_parts(parts)
    elif report.splits:
        say(", ".join(f"{split}: {size}" for split, size in report.splits))
    if report.copies:
        say(f"Near-duplicates stay together ({report.copies}), so the shares may be only approximate.")
    if report.besides:
        counts = ", ".join(f"{_BESIDES[row]}: {count}" for row, count in report.besides.items())
        say(f"Also left out: {counts}.")
    if report.losses:
        losses = sorted(report.losses, key=lambda loss: loss.row != "span")  # losses of labels come first
        put_table(("article", "id", "what", "remedy"), map(_loss_row, losses[:_MOST]))
    say_rest(len(report.losses), _MOST)
    if checked.questions:
        say(questions_line(checked.questions))


def _of_others(target: Project, request: Request) -> dict[str, int]:
    """Count the labels that are not exported because other annotators own them, by annotator."""
    if request.of_everyone or request.gold_or_only:
        return {}
    return {name: count for name, count in export_files.labels_by(target, request).items() if name != request.annotator}


def _put_unfinished(target: Project, request: Request) -> None:
    """Print how many articles are not done; the window would leave them out by default."""
    if request.gold_or_only:
        return
    annotator = request.annotator or target.annotator
    done, every = export_files.count_done(target, request, annotator)
    if done < every and export_files.state_query(target, request, annotator).state is None:
        say(
            f"Not done: {counted(every - done, 'article')}; --done-only leaves them out, as the window does by default."
        )


def _loss_row(loss: Loss) -> tuple[str, ...]:
    return loss.title, loss.id, loss.happened, REMEDIES[loss.remedy]
