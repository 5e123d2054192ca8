"""The agreement of a project's annotators, and the places where they differ. Only reads."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from itertools import combinations
from typing import TYPE_CHECKING, Any, NamedTuple

from annotator.jobs.snapshots import Readable, reading
from annotator.model.schema import Attribute, AttributeKind, Schema
from annotator.model.values import NOBODY, Relation, Span, quote
from annotator.processes.worker import Progress, no_progress
from annotator.quality.agreement import Measuring
from annotator.quality.disagreements import Difference, differences, field_differences, relation_differences
from annotator.quality.measures.coding import Metric
from annotator.quality.measures.common import CommonArticle, common
from annotator.quality.measures.figures import Agreement, LayerAgreement
from annotator.quality.measures.gamma import shuffles
from annotator.quality.measures.layer_sums import Field
from annotator.system.errors import SchemaError

if TYPE_CHECKING:
    from annotator.project.project import Project

MOST = 1_000  # disagreements in one list
_WORTH = frozenset({"CFS", "UFS", "NFS"})  # check-worthiness is a rank, although it is chosen from a list
_LONGEST = 300  # characters shown of labelled words


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementRequest:
    """The layer and the two people to measure, None for all; ``everything`` adds κ on words."""

    layer: str | None = None
    between: tuple[str, str] | None = None
    everything: bool = False


EVERYBODY = AgreementRequest()


@dataclass(frozen=True, slots=True, kw_only=True)
class DisagreementQuery:
    """The disagreements to list: of two people or of all; ``labels`` limits them to two labels (None: no label).

    With a ``field`` or a ``relation`` it is the values of this field or the relations of this type that differ.
    """

    layer: str
    between: tuple[str, str] | None = None
    labels: tuple[str | None, str | None] | None = None
    field: str | None = None
    relation: str | None = None


class Disagreement(NamedTuple):
    """A place where two people differ, in code points, end exclusive.

    ``labels`` has the label that each person set, None for no label; ``said`` has the words that each person labelled.
    ``values`` has the value of the field that was asked about, or the words to which the relation leads; None for none.
    """

    document: str
    title: str
    start: int
    end: int
    words: str
    people: tuple[str, str]
    labels: tuple[str | None, str | None]
    said: tuple[str, str] = ("", "")
    values: tuple[object, object] = (None, None)


class Disagreements(NamedTuple):
    """The first `MOST` disagreements, and the number of all."""

    listed: tuple[Disagreement, ...]
    number: int


def measure(project: Readable, wanted: AgreementRequest = EVERYBODY, *, progress: Progress = no_progress) -> Agreement:
    """Measure how much the annotators of a project agree.

    Raises:
        SchemaError: ``value.layer``.
        StoreError: ``store.no_annotator``, or the project cannot be read.
    """
    with reading(project) as opened:
        return measured(opened, wanted, progress=progress)


def measured(opened: "Project", wanted: AgreementRequest = EVERYBODY, *, progress: Progress = no_progress) -> Agreement:
    """Measure like `measure`, in a project that is already open."""
    schema = opened.schema
    layers = [layer.id for layer in schema.layers]
    if wanted.layer is not None and wanted.layer not in layers:
        raise SchemaError("value.layer", layer=wanted.layer, names=", ".join(layers))
    ids = _ids(opened, wanted.between)
    measuring = Measuring(
        layers=[wanted.layer] if wanted.layer is not None else (),
        fields=_fields(schema),
        shuffles=shuffles(len(ids)),
        words=wanted.everything,
    )
    for article in _articles(opened, ids, wanted.between, progress, words=wanted.everything):
        measuring.add(article[0])
    return measuring.agreement()


def disagreements(project: Readable, asked: DisagreementQuery, *, progress: Progress = no_progress) -> Disagreements:
    """List the places where two people differ, in the order of the articles and their text.

    Raises:
        StoreError: ``store.no_annotator``, or the project cannot be read.
    """
    with reading(project) as opened:
        found: list[Disagreement] = []
        number = 0
        ids = _ids(opened, asked.between)
        for article, title, text in _articles(opened, ids, asked.between, progress):
            for people in combinations(article.people, 2):
                met = _met(article, asked, text, people)
                number += len(met)
                place = (article.document, title, text, people)
                found += [_disagreement(each, values, *place) for each, values in met[: MOST - len(found)]]
        return Disagreements(tuple(found), number)


def as_mapping(found: Agreement) -> dict[str, Any]:
    """Return the figures as JSON values, by layer."""
    layers = {layer.layer: _layer_mapping(layer) for layer in found.layers}
    return {"people": list(found.people), "articles": found.articles, "layers": layers}


# Internal


def _ids(opened: "Project", between: tuple[str, str] | None) -> list[str]:
    for name in between or ():
        opened.read.people.require(name)
    people = between or tuple(name for name in opened.read.annotators() if name not in NOBODY)
    return opened.read.figures.done_by_several(people)


def _articles(
    opened: "Project", ids: Sequence[str], between: Sequence[str] | None, progress: Progress, *, words: bool = False
) -> Iterator[tuple[CommonArticle, str, str]]:
    """Yield the articles that several people finished, each with its title and text."""
    for at, annotated in enumerate(opened.read.gathering.each(ids, None, rounds=between is not None)):
        progress(at, len(ids))
        article = common(annotated, between, words=words)
        if article is not None:
            yield article, annotated.document.title, annotated.document.text
    progress(len(ids), len(ids))


def _met(
    article: CommonArticle, asked: DisagreementQuery, text: str, people: tuple[str, str]
) -> list[tuple[Difference, tuple[object, object]]]:
    """Return the disagreements in an article, each with the values of `Disagreement`."""
    if asked.field is not None:
        found = field_differences(article, asked.layer, asked.field, *people)
        return [(each, each.values(asked.field)) for each in found]
    if asked.relation is not None:
        spans = {span.id: span for layer in article.spans.values() for rows in layer for span in rows}
        related = relation_differences(article, asked.layer, asked.relation, *people)
        return [(each, (_tail(pair[0], spans, text), _tail(pair[1], spans, text))) for each, pair in related]
    every = differences(article, asked.layer, *people)
    wanted = [each for each in every if asked.labels is None or set(asked.labels) == set(each.labels)]
    return [(each, (None, None)) for each in wanted]


def _tail(relation: Relation | None, spans: Mapping[str, Span], text: str) -> str | None:
    """Return the words to which a relation leads, "…" for words of another article, None without a relation."""
    if relation is None:
        return None
    tail = spans.get(relation.tail)
    return "…" if tail is None else quote(text, tail.parts)[:_LONGEST]


def _disagreement(
    difference: Difference,
    values: tuple[object, object],
    document: str,
    title: str,
    text: str,
    people: tuple[str, str],
) -> Disagreement:
    one, other = (quote(text, span.parts)[:_LONGEST] if span is not None else "" for span in difference)
    at = (difference.start, difference.end)
    return Disagreement(document, title, *at, one or other, people, difference.labels, (one, other), values)


def _fields(schema: Schema) -> Mapping[str, Sequence[Field]]:
    return {
        layer.id: [_field(each) for each in schema.attributes_of(layer.id) if each.closed] for layer in schema.layers
    }


def _field(attribute: Attribute) -> Field:
    order = tuple(value.id for value in attribute.closed)
    ranked = attribute.kind is AttributeKind.SCALE or set(order) == _WORTH
    return Field(attribute.id, Metric.ORDINAL if ranked else Metric.NOMINAL, order)


def _layer_mapping(layer: LayerAgreement) -> dict[str, Any]:
    listed = ("labels", "between", "months", "confusion", "fields", "relations")
    found = {each.name: getattr(layer, each.name) for each in fields(layer) if each.name != "layer"}
    found |= {name: [row._asdict() for row in getattr(layer, name)] for name in listed}
    return found | {"lacks": {measure: str(lack) for measure, lack in layer.lacks.items()}}
