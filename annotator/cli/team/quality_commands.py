"""The command that measures how far annotators agree."""

from enum import StrEnum
from typing import Annotated

import typer

from annotator.cli.output import AsJson, ProjectPath, counted, opened, progress, put_json, put_section, say
from annotator.jobs.team import agreement as agreeing
from annotator.quality.measures.figures import LACKS, LayerAgreement


class MeasureSet(StrEnum):
    """The sets of figures to choose from."""

    USUAL = "usual"
    ALL = "all"


def agreement(
    project: ProjectPath,
    layer: Annotated[str | None, typer.Option(metavar="NAME", help="Only this layer.")] = None,
    between: Annotated[str | None, typer.Option(metavar="A,B", help="Only these two annotators.")] = None,
    measure: Annotated[
        MeasureSet, typer.Option(help="all adds kappa on words, which is hard to read for labels.")
    ] = MeasureSet.USUAL,
    as_json: AsJson = False,
) -> None:
    """Show how far annotators agree on the articles that at least two of them finished.

    F is the share of labels that one of two people set and the other set as well, on the same words or on words that
    overlap. uα and γ allow for chance: 1 is full agreement, 0 is chance.
    """
    wanted = agreeing.AgreementRequest(layer=layer, between=_two(between), everything=measure is MeasureSet.ALL)
    with opened(project, read_only=True) as source, progress("Measuring") as on_progress:
        found = agreeing.measure(source, wanted, progress=on_progress)
    if as_json:
        put_json(agreeing.as_mapping(found))
        return
    people = ", ".join(found.people)
    both = f"finished by at least two people{f' ({people})' if people else ''}"
    say(f"{counted(found.articles, 'article')} {both}")
    put_section(("layer", *_COLUMNS), [*map(_row, found.layers)])
    for each in found.layers:
        _put_details(each)


_COLUMNS = ("#labels", "#F exact", "#from", "#to", "#F overlap", "#u-alpha", "#gamma", "#gamma-cat", "#kappa")


def _two(names: str | None) -> tuple[str, str] | None:
    if names is None:
        return None
    found = [name.strip() for name in names.split(",")]
    if len(found) != 2 or not all(found) or found[0] == found[1]:
        raise typer.BadParameter("name two different annotators, with a comma between them", param_hint="--between")
    return found[0], found[1]


def _row(layer: LayerAgreement) -> tuple[object, ...]:
    low, high = layer.interval or (None, None)
    figures = (layer.f_exact, low, high, layer.f_overlap, layer.alpha_u, layer.gamma, layer.gamma_cat, layer.kappa)
    return layer.layer, layer.labelled, *map(_figure, figures)


def _put_details(layer: LayerAgreement) -> None:
    for lack in dict.fromkeys(layer.lacks.values()):
        say(f"{layer.layer}: {LACKS[lack]}")
    name = layer.layer
    if len(layer.labels) > 1:
        rows = [(name, each.label, each.labels, _figure(each.f)) for each in layer.labels]
        put_section(("layer", "label", "#labels", "#F exact"), rows)
    if len(layer.between) > 1:
        pairs = [(name, each.one, each.other, each.articles, _figure(each.f)) for each in layer.between]
        put_section(("layer", "annotator", "annotator", "#articles", "#F exact"), pairs)
    fields = [(name, each.field, each.metric, each.spans, _figure(each.alpha)) for each in layer.fields]
    put_section(("layer", "field", "alpha", "#labels", "#figure"), fields)
    relations = [(name, each.relation, each.relations, _figure(each.f)) for each in layer.relations]
    put_section(("layer", "relation", "#relations", "#F"), relations)


def _figure(value: float | None) -> str:
    return "" if value is None else f"{value:.3f}"
