"""Sums over articles, from which the figures of a layer are computed. Nothing is averaged over articles."""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import combinations
from typing import NamedTuple, TypeAlias

from annotator.model.values import Part
from annotator.quality.measures.alignment import PLACE_ALONE, Aligned, align
from annotator.quality.measures.coding import Fleiss, Metric, Value, alpha, cohen
from annotator.quality.measures.common import CommonArticle
from annotator.quality.measures.figures import Confusion, LabelAgreement, Lack, OfField
from annotator.quality.measures.gamma import Gamma, together
from annotator.quality.measures.resampling import interval
from annotator.quality.measures.spans import SharedLabels, exact, overlapping, total
from annotator.quality.measures.unitizing import DisagreementSums, UnitizedLayer
from annotator.quality.measures.units import Raters

_Pair: TypeAlias = tuple[str, str]
_OUTSIDE = ""  # the value of a word without a label


class Field(NamedTuple):
    """A field with a closed list of values, and how far two values are apart."""

    id: str
    metric: Metric
    order: tuple[str, ...]


class LayerSums:
    """The sums of a layer.

    ``articles`` and ``characters`` count the articles and characters added before the layer first occurred.
    """

    def __init__(self, fields: Sequence[Field], articles: int, characters: int) -> None:
        self.shares: list[SharedLabels] = [SharedLabels(0, 0)] * articles  # by article
        self.pairs: defaultdict[_Pair, list[SharedLabels]] = defaultdict(list)
        self.months: defaultdict[str, list[SharedLabels]] = defaultdict(list)
        self.gamma = Gamma()
        self._labels: defaultdict[str, list[SharedLabels]] = defaultdict(
            list
        )  # one share for each article that has the label
        self._overlap: list[SharedLabels] = []
        self._unitized = UnitizedLayer()
        self._unitized.add_empty(characters)
        self._confusion: Counter[tuple[str, str]] = Counter()
        self._fields = fields
        self._values: dict[str, list[list[Value]]] = {field.id: [] for field in fields}
        self._fleiss = Fleiss()
        self._cohen: Counter[tuple[Value, Value]] = Counter()

    def add(self, article: CommonArticle, layer: str, shuffles: int) -> None:
        """Add an article; with 0 ``shuffles``, γ and the confusion of labels are left out."""
        raters = article.units.get(layer) or [()] * len(article.people)
        self._compare(article, raters)
        self._unitized.add(raters, article.length)
        if not any(raters):
            return
        if shuffles:
            seed = f"{article.document} {layer}"
            for some, found in self.gamma.add(raters, article.length, seed=seed, shuffles=shuffles):
                self._confuse(some, found)
        if self._fields:
            self._add_values(article, layer)

    def add_words(self, article: CommonArticle, layer: str) -> None:
        """Add the label that each person gave each word, for κ."""
        raters = article.units.get(layer) or [()] * len(article.people)
        said = [_labels_of_words(article.words, units) for units in raters]
        met = sorted(set().union(*said))
        values = Counter(tuple(each.get(word, _OUTSIDE) for each in said) for word in met)
        values[(_OUTSIDE,) * len(raters)] += len(article.words) - len(met)
        for each, times in values.items():
            if times:
                self._fleiss.add(each, times)
                self._cohen[each[0], each[1]] += times

    def kappa(self, people: int) -> float | None:
        """Return κ on words: Cohen's for two people, else Fleiss'."""
        return cohen(self._cohen) if people == 2 else self._fleiss.kappa

    @property
    def overlap(self) -> float | None:
        """The F-score by overlap."""
        return total(self._overlap).f

    def disagreement(self) -> DisagreementSums:
        """Return the observed and expected disagreement (uα) of all labels together."""
        found = self._unitized.by_label().values()
        return DisagreementSums(sum(each.observed for each in found), sum(each.expected for each in found))

    def labels(self) -> tuple[LabelAgreement, ...]:
        """Return the figures of each label, the most frequent first."""
        unitized = self._unitized.by_label()
        found = []
        for label, shares in self._labels.items():
            sums = total(shares)
            figures = (sums.f, interval(shares), unitized[label].alpha, self.gamma.category(label))
            found.append(LabelAgreement(label, round(sums.both), *figures))
        return tuple(sorted(found, key=lambda each: (-each.labels, each.label)))

    def confusion(self) -> tuple[Confusion, ...]:
        """Return how often each pair of labels was given to the same words, the most frequent first."""
        ordered = sorted(self._confusion.items(), key=lambda each: (-each[1], each[0]))
        return tuple(Confusion(one or None, other or None, number) for (one, other), number in ordered)

    def fields(self) -> tuple[OfField, ...]:
        """Return α of each field for which two people gave values."""
        found = []
        for field in self._fields:
            values = self._values[field.id]
            if values:
                found.append(OfField(field.id, field.metric, len(values), alpha(values, field.metric, field.order)))
        return tuple(found)

    def lacks(self) -> dict[str, Lack]:
        """Return the reasons for figures that are missing although the layer has others."""
        found: dict[str, Lack] = {}
        if self.disagreement().alpha is None:
            found["alpha_u"] = Lack.EVERYTHING
        if self.gamma.gamma is not None and self.gamma.category() is None:
            found["gamma_cat"] = Lack.ONE_LABEL
        return found

    def _compare(self, article: CommonArticle, raters: Raters) -> None:
        by_label: defaultdict[str, list[SharedLabels]] = defaultdict(list)
        for (one, name), (other, another) in combinations(enumerate(article.people), 2):
            found = exact(raters[one], raters[other])
            for label, share in found.items():
                by_label[label].append(share)
            self.pairs[name, another].append(total(list(found.values())))
            self._overlap.append(overlapping(raters[one], raters[other]))
        for label, shares in by_label.items():
            self._labels[label].append(total(shares))
        self.shares.append(total([share for shares in by_label.values() for share in shares]))
        if article.month is not None:
            self.months[article.month].append(self.shares[-1])

    def _confuse(self, raters: Raters, alignment: Sequence[Aligned]) -> None:
        for each in alignment:
            labels = [_OUTSIDE if i is None else raters[r][i].label for r, i in enumerate(each.indices)]
            for one, other in combinations(labels, 2):
                if one or other:
                    self._confusion[(one, other) if one >= other else (other, one)] += 1

    def _add_values(self, article: CommonArticle, layer: str) -> None:
        """Compare the fields of spans at the same place, even if their labels differ."""
        spans = dict(zip(article.people, article.spans[layer], strict=True))
        units = dict(zip(article.people, article.units[layer], strict=True))
        for some in together(article.people):
            found, _ = align([units[name] for name in some], PLACE_ALONE)
            for each in found:
                met = [spans[name][i] for name, i in zip(some, each.indices, strict=True) if i is not None]
                for field in self._fields if len(met) > 1 else ():
                    values = [value_of(span.attributes.get(field.id)) for span in met]
                    if sum(value is not None for value in values) > 1:
                        self._values[field.id].append(values)


def value_of(value: object) -> Value:
    """Return a field's value for comparing, None for no value or several."""
    return value if isinstance(value, str | int | float) and value != "" else None


def _labels_of_words(words: Sequence[Part], units: Sequence[tuple[int, int, str, tuple[Part, ...]]]) -> dict[int, str]:
    """Return the labels of each labelled word, by the index of the word."""
    starts, ends = [start for start, _ in words], [end for _, end in words]
    found: defaultdict[int, set[str]] = defaultdict(set)
    for *_, label, parts in units:
        for start, end in parts:
            for word in range(bisect_right(ends, start), bisect_left(starts, end)):
                found[word].add(label)
    return {word: "\n".join(sorted(labels)) for word, labels in found.items()}
