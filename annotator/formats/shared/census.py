"""Counts of a dataset for cards, statements and configurations."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import combinations

from annotator.formats.fit import Fitted
from annotator.model.values import Part, Span

_Key = tuple[str, tuple[Part, ...], str]  # layer, parts, label


class Census:
    """Counts of documents and spans, by portion."""

    def __init__(self) -> None:
        self.documents: Counter[str] = Counter()  # by portion
        self.spans: Counter[tuple[str, str, str]] = Counter()  # by portion, layer, label
        self.languages: Counter[str] = Counter()
        self.publishers: Counter[str] = Counter()
        self.annotators: Counter[str] = Counter()
        self.origins: Counter[str] = Counter()
        self.characters = 0
        self.dates: list[str] = []  # first and last
        self._common: Counter[tuple[str, str]] = Counter()  # by two annotators
        self._either: Counter[tuple[str, str]] = Counter()

    def add(self, fitted: Fitted, portion: str) -> None:
        """Count an article."""
        document, spans = fitted.annotated.document, fitted.annotated.spans
        self.documents[portion] += 1
        self.languages[document.language] += 1
        self.publishers[document.publisher or ""] += 1
        self.characters += len(document.text)
        if document.published:
            dates = [*self.dates, document.published]
            self.dates = [min(dates), max(dates)]
        for span in spans:
            self.spans[portion, span.layer, span.label] += 1
            self.annotators[span.annotator] += 1
            self.origins[str(span.origin.kind)] += 1
        self._compare(spans)

    @property
    def labels(self) -> list[tuple[str, str]]:
        """Each (layer, label) in the dataset, sorted."""
        return sorted({(layer, label) for _, layer, label in self.spans})

    def agreement(self) -> list[tuple[str, str, int, float]]:
        """Return the F1 of each two annotators over the articles both annotated, in per cent.

        Each entry is (annotator, annotator, spans of both together, F1); spans agree if layer, words and label are the
        same.
        """
        return [
            (*pair, count, 200 * self._common[pair] / count) for pair, count in sorted(self._either.items()) if count
        ]

    def _compare(self, spans: Iterable[Span]) -> None:
        theirs: defaultdict[str, set[_Key]] = defaultdict(set)
        for span in spans:
            theirs[span.annotator].add((span.layer, span.parts, span.label))
        for one, other in combinations(sorted(theirs), 2):
            self._common[one, other] += len(theirs[one] & theirs[other])
            self._either[one, other] += len(theirs[one]) + len(theirs[other])
