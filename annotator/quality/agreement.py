"""Measuring how far people agree, by adding up one article after the other."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import TypeVar

from annotator.quality.measures import relations
from annotator.quality.measures.common import CommonArticle
from annotator.quality.measures.figures import Agreement, Lack, LayerAgreement, OfMonth, OfPair, OfRelation
from annotator.quality.measures.layer_sums import Field, LayerSums
from annotator.quality.measures.resampling import interval
from annotator.quality.measures.spans import SharedLabels, total

_Key = TypeVar("_Key", str, tuple[str, str])

MEASURES = ("f_exact", "f_overlap", "alpha_u", "gamma", "gamma_cat")


class Measuring:
    """Adds up articles and computes figures of agreement. ``layers`` are the layers to measure, by default all.

    ``fields`` are the closed fields of each layer. ``shuffles`` is how often each article is shuffled for γ; with 0, γ
    is not measured. ``words`` adds κ on words.
    """

    def __init__(
        self,
        *,
        layers: Sequence[str] = (),
        fields: Mapping[str, Sequence[Field]] | None = None,
        shuffles: int = 1,
        words: bool = False,
    ) -> None:
        self._only = tuple(layers)
        self._fields = fields or {}
        self._shuffles, self._words = shuffles, words
        self._layers: dict[str, LayerSums] = {}
        self._relations: defaultdict[relations.Kind, list[SharedLabels]] = defaultdict(list)
        self._pairs: Counter[tuple[str, str]] = Counter()
        self._months: Counter[str] = Counter()
        self._articles = self._characters = 0
        for layer in layers:
            self._start(layer)

    def add(self, article: CommonArticle) -> None:
        """Add an article."""
        for layer in article.units:
            if layer not in self._layers and not self._only:
                self._start(layer)
        for layer, sums in self._layers.items():
            sums.add(article, layer, self._shuffles)
            if self._words:
                sums.add_words(article, layer)
        for (one, name), (other, another) in combinations(enumerate(article.people), 2):
            self._pairs[name, another] += 1
            for kind, share in relations.shares(article, one, other).items():
                self._relations[kind].append(share)
        if article.month is not None:
            self._months[article.month] += 1
        self._articles += 1
        self._characters += article.length * len(article.people)

    def agreement(self) -> Agreement:
        """Return the figures of all articles added so far."""
        people = tuple(sorted({name for pair in self._pairs for name in pair}))
        layers = tuple(self._figures(layer, len(people)) for layer in sorted(self._layers))
        return Agreement(people=people, articles=self._articles, layers=layers)

    def _start(self, layer: str) -> None:
        self._layers[layer] = LayerSums(self._fields.get(layer, ()), self._articles, self._characters)

    def _figures(self, layer: str, people: int) -> LayerAgreement:
        sums = self._layers[layer]
        whole = total(sums.shares)
        common = {"layer": layer, "articles": self._articles, "pairs": len(self._pairs), "labelled": round(whole.both)}
        if not whole.both:
            lack = Lack.LABELS if self._articles else Lack.ARTICLES
            figures = dict.fromkeys((*MEASURES, "interval", "kappa"))
            return LayerAgreement(**common, **figures, lacks=dict.fromkeys(MEASURES, lack))  # type: ignore[arg-type]
        return LayerAgreement(
            **common,  # type: ignore[arg-type]
            f_exact=whole.f,
            interval=interval(sums.shares),
            f_overlap=sums.overlap,
            alpha_u=sums.disagreement().alpha,
            gamma=sums.gamma.gamma,
            gamma_cat=sums.gamma.category(),
            kappa=sums.kappa(people) if self._words else None,
            labels=sums.labels(),
            between=tuple(OfPair(one, other, *rest) for (one, other), rest in _figures_by(sums.pairs, self._pairs)),
            months=tuple(OfMonth(month, *rest) for month, rest in _figures_by(sums.months, self._months)),
            confusion=sums.confusion(),
            fields=sums.fields(),
            relations=tuple(self._by_relation(layer)),
            lacks=sums.lacks(),
        )

    def _by_relation(self, layer: str) -> list[OfRelation]:
        shares = {kind: total(found) for kind, found in self._relations.items() if kind[0] == layer}
        found = [OfRelation(name, round(share.both), share.f) for (_, name), share in shares.items()]
        return sorted(found, key=lambda each: (-each.relations, each.relation))


def _figures_by(
    shares: Mapping[_Key, Sequence[SharedLabels]], articles: Counter[_Key]
) -> Iterator[tuple[_Key, tuple[int, int, float | None]]]:
    """Yield each key in order, with its numbers of articles and of labels, and its F-score."""
    for key, number in sorted(articles.items()):
        share = total(shares.get(key, ()))
        yield key, (number, round(share.both), share.f)
