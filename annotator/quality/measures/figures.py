"""The figures of agreement, as plain values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from annotator.quality.measures.coding import Metric
from annotator.quality.measures.resampling import Interval
from annotator.system.errors import QT_TRANSLATE_NOOP

ENOUGH_FOR_GAMMA = 100  # labels; with fewer, γ is mostly chance


def percent(share: float | None) -> str:
    """Return a share (0 to 1) in whole per cent, without the sign; a dash for None."""
    return "–" if share is None else f"{100 * share:.0f}"


class Lack(StrEnum):
    """The reasons why a figure is missing."""

    ARTICLES = "articles"
    LABELS = "labels"
    ONE_LABEL = "one_label"
    ONE_VALUE = "one_value"
    EVERYTHING = "everything"


LACKS: Mapping[Lack, str] = MappingProxyType(
    {
        Lack.ARTICLES: QT_TRANSLATE_NOOP("Agreement", "No article is marked as done by two people."),
        Lack.LABELS: QT_TRANSLATE_NOOP(
            "Agreement", "In the articles that two people finished, nobody labelled anything here."
        ),
        Lack.ONE_LABEL: QT_TRANSLATE_NOOP(
            "Agreement", "Only one label was used, so no other could be confused with it."
        ),
        Lack.ONE_VALUE: QT_TRANSLATE_NOOP(
            "Agreement", "Only one value was used, or nothing has values from two people."
        ),
        Lack.EVERYTHING: QT_TRANSLATE_NOOP("Agreement", "The whole text carries one label, so chance would agree too."),
    }
)


class LabelAgreement(NamedTuple):
    """Agreement about a label; ``labels`` is the number of labels set by both people together."""

    label: str
    labels: int
    f: float | None
    interval: Interval | None
    alpha_u: float | None
    gamma_k: float | None


class OfPair(NamedTuple):
    """Agreement of two people in the articles that both finished."""

    one: str
    other: str
    articles: int
    labels: int
    f: float | None


class OfMonth(NamedTuple):
    """Agreement in the articles published in a month (``2026-03``)."""

    month: str
    articles: int
    labels: int
    f: float | None


class Confusion(NamedTuple):
    """The number of times that two people gave the same words two different labels; None means no label."""

    one: str | None
    other: str | None
    number: int


class OfField(NamedTuple):
    """Agreement about a field of spans at the same place; ``spans`` counts spans with values of two or more people."""

    field: str
    metric: Metric
    spans: int
    alpha: float | None


class OfRelation(NamedTuple):
    """Agreement of two people about a type of relation; ``relations`` is how many relations they set, added up."""

    relation: str
    relations: int
    f: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LayerAgreement:
    """All figures of a layer. ``interval`` is that of ``f_exact``; ``lacks`` has the reason for each missing figure."""

    layer: str
    articles: int
    pairs: int
    labelled: int
    f_exact: float | None
    interval: Interval | None
    f_overlap: float | None
    alpha_u: float | None
    gamma: float | None
    gamma_cat: float | None
    kappa: float | None
    labels: tuple[LabelAgreement, ...] = ()
    between: tuple[OfPair, ...] = ()
    months: tuple[OfMonth, ...] = ()
    confusion: tuple[Confusion, ...] = ()
    fields: tuple[OfField, ...] = ()
    relations: tuple[OfRelation, ...] = ()
    lacks: Mapping[str, Lack] = field(default_factory=dict)

    @property
    def gamma_counts(self) -> bool:
        """Whether there are enough labels for γ to mean something."""
        return self.gamma is not None and self.labelled >= ENOUGH_FOR_GAMMA


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """The agreement of people on the articles that at least two of them finished."""

    people: tuple[str, ...]
    articles: int
    layers: tuple[LayerAgreement, ...]

    def layer(self, name: str) -> LayerAgreement | None:
        """Return the figures of a layer, or None if it has none."""
        return next((each for each in self.layers if each.layer == name), None)
