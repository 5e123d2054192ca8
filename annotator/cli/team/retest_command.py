"""The commands that let people label their own articles again, and that list comments."""

from pathlib import Path
from typing import Annotated

import typer

from annotator.cli.output import (
    AsJson,
    ProjectPath,
    counted,
    fields_of,
    opened,
    progress,
    put,
    put_json,
    put_table,
    say,
)
from annotator.jobs.team import packing, retesting
from annotator.jobs.team.retesting import AFTER, SHARE, Crossed, Round
from annotator.jobs.team.talk import said
from annotator.quality.measures.figures import percent
from annotator.text.normalization import one_line

_SHOWN = 60  # characters printed of titles and words


def retest(
    project: ProjectPath,
    out: Annotated[
        Path | None, typer.Argument(metavar="OUT", help="The folder for the package; the project's own by default.")
    ] = None,
    person: Annotated[
        str | None, typer.Option("--for", metavar="NAME", help="Who labels again; the current annotator by default.")
    ] = None,
    share: Annotated[
        int, typer.Option(min=1, max=100, help="The percentage of the articles that are old enough.")
    ] = SHARE,
    after: Annotated[int, typer.Option(min=0, help="How many days ago an article was finished, at least.")] = AFTER,
    seed: Annotated[int, typer.Option(help="Any number; each draws other articles.")] = 1,
    number: Annotated[
        int | None, typer.Option(min=1, metavar="N", help="How many articles at most, instead of a share.")
    ] = None,
    results: Annotated[bool, typer.Option("--results", help="Say how far both times agree instead.")] = False,
    as_json: AsJson = False,
) -> None:
    """Write a package for labelling articles again, to see how far a person agrees with their own earlier labels.

    It holds articles that the person has finished, without the earlier labels. Merge it when it is labelled; then
    --results shows the agreement.
    """
    if results:
        _results(project, as_json=as_json)
        return
    with opened(project, read_only=False) as target:
        folder = out if out is not None else target.path.parent
        with progress("Writing the package") as report:
            name = person or target.annotator
            made = retesting.write(target, folder, name, share, after, seed, number, progress=report)
        packing.record(target, made)
    (written,) = made
    found = {"annotator": written.package.annotator, "articles": written.articles, "file": str(written.path)}
    put(found, f"Wrote {written.path} with {counted(written.articles, 'article')}.", as_json=as_json)


def comments(
    project: ProjectPath,
    every: Annotated[bool, typer.Option("--all", help="List closed threads, too.")] = False,
    as_json: AsJson = False,
) -> None:
    """List comments on places in the articles, by thread."""
    with opened(project, read_only=True) as source, progress("Reading") as report:
        found = [each for each in said(source, progress=report) if every or each.thread.is_open]
    if as_json:
        listed = [
            {
                "article": each.thread.first.document,
                **fields_of(each, "title words"),
                **fields_of(each.thread.first, "start end"),
                "open": each.thread.is_open,
                "comments": [fields_of(one, "annotator made text") for one in each.thread.comments],
            }
            for each in found
        ]
        put_json({"comments": listed})
        return
    if not found:
        say("No thread is open.")
        return
    rows = [
        (each.title[:_SHOWN], each.words[:_SHOWN], each.thread.last.annotator, one_line(each.thread.last.text))
        for each in found
    ]
    put_table(("article", "words", "by", "last comment"), rows)


def _results(project: Path, *, as_json: bool) -> None:
    with opened(project, read_only=True) as source, progress("Comparing") as report:
        found = retesting.rounds(source, progress=report)
    if as_json:
        put_json({"rounds": retesting.as_mapping(found)})
        return
    if not found:
        say("No re-test has come back yet.")
    for each in found:
        _say(each)


def _say(found: Round) -> None:
    say(f"{found.person}, {found.annotator}: {counted(found.articles, 'article')} labelled twice.")
    layers = [
        (layer.layer, percent(layer.f_exact), "–" if layer.gamma is None else f"{layer.gamma:.2f}")
        for layer in found.agreement.layers
    ]
    put_table(("layer", "#F", "#γ"), layers)
    put_table(
        ("layer", "label", "#first", "#second", "#same", "#F"),
        [(each.layer, each.label, each.first, each.second, each.same, percent(each.share.f)) for each in found.drift],
    )
    if found.alike.labels and found.unlike.labels:
        say(_effect(found.alike, found.unlike))


def _effect(alike: Crossed, unlike: Crossed) -> str:
    same, other = alike.f or 0.0, unlike.f or 0.0
    moved = max(0, round(100 * (same - other)))
    return (
        f"Suggestions as before: F {100 * same:.0f}; suggestions only once: F {100 * other:.0f}."
        f" So suggestions move about {moved} in 100 labels."
    )
