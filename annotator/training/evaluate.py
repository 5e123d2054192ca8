"""Evaluation of found spans against gold spans.

Source: SemEval-2013 task 9.1 (strict and partial matching, after MUC-5): with partial matching, a span with other
boundaries counts half.
"""

import hashlib
import math
import shutil
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from enum import StrEnum
from operator import eq
from pathlib import Path
from typing import TypeAlias

from annotator.editing.splitting import TRAIN
from annotator.model.values import Document, Part, Placed, quote

Label: TypeAlias = tuple[str, str]  # layer, label

_FEW = 10  # articles
_TAKEN_OVER = 0.2  # share of the gold labels
NOTHING = ""  # the label of a missing span in the matrix


class MistakeKind(StrEnum):
    """The kind of a mistake: wrong boundaries, wrong label, a gold span not found, or a found span not in gold."""

    BOUNDARY = "boundary"
    LABEL = "label"
    MISSED = "missed"
    SPURIOUS = "spurious"


@dataclass(frozen=True, slots=True, kw_only=True)
class EvaluatedSpan(Placed):
    """A labelled span of a layer, gold or found."""

    layer: str
    parts: tuple[Part, ...]
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mistake:
    """A difference between the gold spans and the found spans.

    ``gold`` and ``found`` are labels, `NOTHING` if there is no such span. ``start``, ``end`` (code points, end
    exclusive) and ``words`` belong to the gold span, or to the found span if there is no gold span. ``other`` is the
    text of the found span if its parts differ from the gold span's, otherwise "".
    """

    fault: MistakeKind
    document: str
    title: str
    layer: str
    start: int
    end: int
    words: str
    gold: str
    found: str
    other: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """The counts for one label: gold spans, found spans, found spans that are right, and partly right ones.

    A found span is partly right if it has the right label but other boundaries.
    """

    gold: int = 0
    found: int = 0
    right: int = 0
    partly: int = 0

    def __add__(self, other: "Score") -> "Score":
        """Return these counts plus the counts of other spans."""
        return Score(**{each.name: getattr(self, each.name) + getattr(other, each.name) for each in fields(self)})

    def precision(self, *, partial: bool = False) -> float:
        """Return the precision in per cent; with ``partial``, partly right spans count half."""
        return _percent(self._credit(partial=partial), self.found)

    def recall(self, *, partial: bool = False) -> float:
        """Return the recall in per cent; with ``partial``, partly right spans count half."""
        return _percent(self._credit(partial=partial), self.gold)

    def f(self, *, partial: bool = False) -> float:
        """Return F1 in per cent; with ``partial``, partly right spans count half."""
        return _percent(2 * self._credit(partial=partial), self.gold + self.found)

    def _credit(self, *, partial: bool) -> float:
        return self.right + (self.partly / 2 if partial else 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """Scores by (layer, label), the confusion matrix, and every mistake.

    ``matrix`` counts each combination of (layer, gold label, found label). Mistakes are in the order of the documents,
    then in text order. ``taken_over`` is the number of gold labels that were accepted from suggestions of the evaluated
    source and that it finds again.
    """

    documents: int = 0
    scores: Mapping[Label, Score] = field(default_factory=dict)
    matrix: Mapping[tuple[str, str, str], int] = field(default_factory=dict)
    mistakes: tuple[Mistake, ...] = ()
    taken_over: int = 0

    @property
    def total(self) -> Score:
        """The counts of all labels together."""
        return sum(self.scores.values(), Score())

    @property
    def few(self) -> bool:
        """Whether so few articles were evaluated that the scores say little about other articles."""
        return 0 < self.documents < _FEW

    @property
    def flatters(self) -> bool:
        """Whether the scores are too good because many gold labels were accepted from the evaluated source."""
        return self.taken_over > _TAKEN_OVER * self.total.gold


Comparison: TypeAlias = tuple[Document, Sequence[EvaluatedSpan], Sequence[EvaluatedSpan]]
"""A document, its gold spans, and the spans found in it."""


def evaluate(compared: Iterable[Comparison]) -> Evaluation:
    """Evaluate found spans against gold spans; only spans of the same document and layer are compared."""
    counts: Counter[tuple[Label, str]] = Counter()
    matrix: Counter[tuple[str, str, str]] = Counter()
    mistakes: list[Mistake] = []
    documents = 0
    for document, gold, found in compared:
        documents += 1
        for one, other in _pairs(gold, found):
            shown = _shown(one, other)
            matrix[shown.layer, one.label if one else NOTHING, other.label if other else NOTHING] += 1
            for span, kind in ((one, "gold"), (other, "found")):
                if span is not None:
                    counts[(span.layer, span.label), kind] += 1
            if one is not None and other is not None and one.label == other.label:
                counts[(one.layer, one.label), "right" if one == other else "partly"] += 1
            if one != other:
                mistakes.append(_mistake(document, one, other))
    labels = {label for label, _ in counts}
    kinds = ("gold", "found", "right", "partly")
    return Evaluation(
        documents=documents,
        scores={label: Score(**{kind: counts[label, kind] for kind in kinds}) for label in sorted(labels)},
        matrix=dict(matrix),
        mistakes=tuple(mistakes),
    )


Pair: TypeAlias = tuple[EvaluatedSpan | None, EvaluatedSpan | None]


def _pairs(gold: Sequence[EvaluatedSpan], found: Sequence[EvaluatedSpan]) -> list[Pair]:
    """Pair each gold span with its most similar found span, in text order.

    Each span is used once; a span without a counterpart is paired with None.
    """
    left, right = list(gold), list(found)
    pairs: list[Pair] = []
    for alike in (eq, _same_place, _same_label, _touching):
        pairs += _matched(left, right, alike)
    pairs += [(one, None) for one in left]
    pairs += [(None, other) for other in right]
    return sorted(pairs, key=lambda pair: min((span.start, span.end) for span in pair if span is not None))


def _matched(
    left: list[EvaluatedSpan], right: list[EvaluatedSpan], alike: Callable[[EvaluatedSpan, EvaluatedSpan], bool]
) -> list[Pair]:
    """Remove the spans that match from both lists and return them as pairs; pairs with the largest overlap go first."""
    right.sort(key=lambda other: other.start)
    starts = [other.start for other in right]
    longest = max((other.end - other.start for other in right), default=0)
    candidates = [
        (-_shared(one, right[column]), row, column)
        for row, one in enumerate(left)
        for column in range(bisect_left(starts, one.start - longest), bisect_left(starts, one.end))
        if _touching(one, right[column]) and alike(one, right[column])
    ]
    rows: set[int] = set()
    columns: set[int] = set()
    pairs: list[Pair] = []
    for _, row, column in sorted(candidates):
        if row not in rows and column not in columns:
            rows.add(row)
            columns.add(column)
            pairs.append((left[row], right[column]))
    left[:] = [one for row, one in enumerate(left) if row not in rows]
    right[:] = [other for column, other in enumerate(right) if column not in columns]
    return pairs


def _same_place(one: EvaluatedSpan, other: EvaluatedSpan) -> bool:
    return one.parts == other.parts


def _same_label(one: EvaluatedSpan, other: EvaluatedSpan) -> bool:
    return one.label == other.label


def _touching(one: EvaluatedSpan, other: EvaluatedSpan) -> bool:
    return one.layer == other.layer and _shared(one, other) > 0


def _shared(one: EvaluatedSpan, other: EvaluatedSpan) -> int:
    return min(one.end, other.end) - max(one.start, other.start)


def _shown(one: EvaluatedSpan | None, other: EvaluatedSpan | None) -> EvaluatedSpan:
    """Return the gold span, or the found span if there is no gold span."""
    shown = one or other
    if shown is None:
        raise ValueError("nothing was compared")
    return shown


def _mistake(document: Document, one: EvaluatedSpan | None, other: EvaluatedSpan | None) -> Mistake:
    shown = _shown(one, other)
    if one is None:
        fault = MistakeKind.SPURIOUS
    elif other is None:
        fault = MistakeKind.MISSED
    else:
        fault = MistakeKind.BOUNDARY if one.label == other.label else MistakeKind.LABEL
    return Mistake(
        fault=fault,
        document=document.id,
        title=document.title,
        layer=shown.layer,
        start=shown.start,
        end=shown.end,
        words=quote(document.text, shown.parts),
        gold=one.label if one else NOTHING,
        found=other.label if other else NOTHING,
        other=quote(document.text, other.parts) if one and other and one.parts != other.parts else "",
    )


def _percent(part: float, whole: int) -> float:
    return 100 * part / whole if whole else 0.0


SHARES = (25, 50, 75, 100)  # per cent of the training articles
_FEWEST = 3  # points that a line needs
_FARTHEST = 20  # do not extrapolate beyond this many times the present number of articles


def write_share(folder: Path, out: Path, percent: int) -> int:
    """Copy a training folder with only a percentage of its training articles; return how many were kept.

    A larger percentage keeps all articles that a smaller one keeps.
    """
    from spacy.tokens import DocBin
    from spacy.vocab import Vocab

    shutil.rmtree(out, ignore_errors=True)
    shutil.copytree(folder, out, ignore=shutil.ignore_patterns("model*", "growth*"))
    file = out / "corpus" / f"{TRAIN}.spacy"
    whole = DocBin(store_user_data=True).from_disk(file)
    order = sorted(range(len(whole)), key=lambda place: hashlib.sha256(str(place).encode()).hexdigest())
    kept = sorted(order[: max(1, round(len(order) * percent / 100))])
    part = DocBin(store_user_data=True)
    for place, doc in enumerate(whole.get_docs(Vocab())):
        if place in kept:
            part.add(doc)
    part.to_disk(file)
    return len(kept)


def articles_for(gain: float, points: Sequence[tuple[int, float]]) -> int | None:
    """Estimate from the learning curve how many more articles would raise F1 by ``gain`` percentage points.

    The points are (articles, F1 in per cent) of each training; the training with the most articles comes last. Return
    None if there are too few points, if F1 does not grow, or if far more articles would be needed than there are.
    """
    errors = [(articles, 100 - f) for articles, f in points if articles > 0 and f < 100]
    if len({articles for articles, _ in errors}) < _FEWEST or errors[-1][1] <= gain:
        return None
    slope, height = _line([(math.log(articles), math.log(error)) for articles, error in errors])
    if slope >= 0:
        return None
    articles, _ = errors[-1]
    now = math.exp(height + slope * math.log(articles))
    if now <= gain:
        return None
    wanted = (math.log(now - gain) - height) / slope
    return math.ceil(math.exp(wanted)) - articles if wanted <= math.log(_FARTHEST * articles) else None


def _line(points: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """Return the slope and the intercept of the least-squares line through points."""
    count = len(points)
    middle_x, middle_y = (sum(point[axis] for point in points) / count for axis in (0, 1))
    across = sum((x - middle_x) ** 2 for x, _ in points)
    slope = sum((x - middle_x) * (y - middle_y) for x, y in points) / across
    return slope, middle_y - slope * middle_x
