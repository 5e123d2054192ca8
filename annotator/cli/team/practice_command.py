"""Commands about one person: practising on articles whose answers are known, and their figures over time."""

from pathlib import Path
from typing import Annotated

import typer

from annotator.cli.output import AsJson, ProjectPath, counted, opened, progress, put, put_json, put_table, say
from annotator.jobs.team import packing, personal, practising
from annotator.jobs.team.personal import Every, Figure
from annotator.jobs.team.practising import NUMBER, Practice
from annotator.model.answers import PASS_MARK
from annotator.model.values import GOLD
from annotator.quality.measures.figures import percent


def practice(
    project: ProjectPath,
    out: Annotated[
        Path | None, typer.Argument(metavar="OUT", help="The folder for the package; the project's own by default.")
    ] = None,
    person: Annotated[str | None, typer.Option("--for", metavar="NAME", help="Who practises.")] = None,
    number: Annotated[int, typer.Option(min=1, metavar="N", help="How many articles at most.")] = NUMBER,
    pass_mark: Annotated[int, typer.Option(min=1, max=100, help="The F-score, of 100, that is enough.")] = PASS_MARK,
    by: Annotated[str, typer.Option(metavar="NAME", help="Whose labels are the answers.")] = GOLD,
    seed: Annotated[int, typer.Option(help="Any number; each draws other articles.")] = 1,
    results: Annotated[bool, typer.Option("--results", help="Say how people did instead.")] = False,
    as_json: AsJson = False,
) -> None:
    """Write a package for practice: articles with known answers, which it shows once an article is done.

    Merge the package when it comes back; then --results shows how the person did. In the package itself, --results
    shows how it is going.
    """
    if results:
        _results(project, person, as_json=as_json)
        return
    if person is None:
        raise typer.BadParameter("say who practises", param_hint="--for")
    with opened(project, read_only=False) as target:
        folder = out if out is not None else target.path.parent
        with progress("Writing the package") as report:
            made = practising.write(target, folder, person, number, pass_mark, by, seed, progress=report)
        packing.record(target, made)
    (written,) = made
    found = {"annotator": written.package.annotator, "articles": written.articles, "file": str(written.path)}
    put(found, f"Wrote {written.path} with {counted(written.articles, 'article')}.", as_json=as_json)


def person(
    project: ProjectPath,
    name: Annotated[str, typer.Argument(metavar="NAME", help="The annotator.")],
    every: Annotated[Every, typer.Option("--by", help="One row a month or a week.")] = Every.MONTH,
    as_json: AsJson = False,
) -> None:
    """Show how close a person's labels come to gold and to other people's labels over time.

    An article counts for the month or week in which the person finished it. F is the share of labels that both sides
    set.
    """
    with opened(project, read_only=True) as source, progress("Comparing") as report:
        found = personal.over_time(source, name, every, progress=report)
    if as_json:
        put_json(personal.as_mapping(found))
        return
    for layer in found.layers:
        say(layer.layer)
        rows = [(each.when, each.articles, *_figure(each.gold), *_figure(each.others)) for each in layer.periods]
        put_table((str(every), "#articles", "#F gold", "#labels", "#F others", "#labels"), rows)
        labels = [(each.label, *_figure(each.gold), *_figure(each.others)) for each in layer.labels]
        put_table(("label", "#F gold", "#labels", "#F others", "#labels"), labels)
    if not found.layers:
        say(f"{name} has finished no article that is gold or that others finished.")


def _figure(figure: Figure) -> tuple[str, int]:
    return percent(figure.f), figure.labels


def _results(project: Path, person: str | None, *, as_json: bool) -> None:
    with opened(project, read_only=True) as source, progress("Comparing") as report:
        own = practising.within(source, progress=report)
        found = [own] if own is not None else practising.results(source, person, progress=report)
    if as_json:
        put_json({"practice": [practising.as_mapping(each) for each in found]})
        return
    if not found:
        say("Nobody practises in this project.")
    for each in found:
        _say(each)


def _say(found: Practice) -> None:
    passed = {None: "not finished", True: "passed", False: "not passed"}[found.passed]
    say(
        f"{found.person}, {found.annotator}: {len(found.articles)} of {counted(found.number, 'article')},"
        f" F {percent(found.f)}, pass mark {found.pass_mark}: {passed}."
    )
    if found.labels:
        rows = [
            (each.layer, each.label, each.answers, each.own, each.same, percent(each.share.f)) for each in found.labels
        ]
        put_table(("layer", "label", "#answers", "#own", "#same", "#F"), rows)
    if (share := found.of_articles).both:
        say(f"Labels of whole articles: F {percent(share.f)}; the pass mark does not count them.")
