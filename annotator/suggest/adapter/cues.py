"""The adapter's features of each word: the base pipeline's reading, the analyst's past decisions, and the word's form.

Source: the feature groups that raised F1 when an analyst's work was simulated with whole articles. These are the base's
labels with their probabilities, alone and combined with those of neighbouring words; the probabilities of other
labels; the memory combined with the base's labels; word forms; lexicon classes and clusters.
"""

import math
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, TypeAlias

from annotator.suggest.adapter.base_labels import WordReading
from annotator.suggest.adapter.memory import Memory, WordCounts
from annotator.suggest.crf.features import UNKNOWN, cluster_features, form_features, log_bin, relative_casing, shape
from annotator.suggest.crf.lexicon import Lexicon
from annotator.text.normalization import plain

_REMEMBERED_WORDS = 10_000
_SURE = (0.5, 0.7, 0.85, 0.95)
_NAMED = (0.05, 0.2, 0.5, 0.7, 0.85, 0.95)
_LIKE = (-0.2, -0.12, -0.05, 0.03, 0.15, 0.4)
_SMALL_CHANCE = 0.001  # a probability that is evidence neither for nor against a label
_LEAST_CHANCE = 0.0001  # added to each probability: smaller ones hardly differ

Cues: TypeAlias = list[str] | dict[str, float]  # features, or features with weights


class _Word(NamedTuple):
    own: list[str]
    lower: str
    shape: str
    cluster: str
    branch: str
    casing: str


class CueReader:
    """Computes the features of sentences, using the base pipeline's lexicon if there is one."""

    def __init__(self, lexicon: Lexicon | None) -> None:
        self.lexicon = lexicon
        self._known: dict[str, _Word] = {}

    def features(
        self,
        words: Sequence[str],
        readings: Sequence[WordReading],
        memory: Memory,
        likeness: float,
        without: WordCounts | None = None,
    ) -> list[Cues]:
        """Return the features of each word of one sentence.

        ``readings`` are those of the base pipeline, ``likeness`` is the whole text's `Memory.likeness`. The memory
        ignores the counts ``without`` of one article.
        """
        known = [plain(word) for word in words]
        classes = self.lexicon.classes(known) if self.lexicon else ["-" if w[:1].isupper() else "" for w in known]
        facts = [self._facts(word) for word in known]
        remembered = _memory_cues(words, memory, without)
        like = bisect_right(_LIKE, likeness)
        rows: list[Cues] = []
        for here in range(len(words)):
            row = ["b", *facts[here].own]
            row.extend(_class_features(classes, here))
            row.extend(_neighbour_features(facts, classes, here))
            row.extend(_pair_features(facts, classes, here))
            row.extend(_base_features(readings, facts, classes, here))
            row.extend(_memory_features(remembered, readings, here))
            # In texts unlike the analyst's, the base deserves more trust.
            row.append(f"d{like}|{readings[here].label}")
            row.append(f"d{like}|{readings[here].label}{bisect_right(_SURE, readings[here].sure)}")
            chances = readings[here].chances
            rows.append(row if chances is None else dict.fromkeys(row, 1.0) | _chance_features(chances))
        return rows

    def _facts(self, word: str) -> _Word:
        facts = self._known.get(word)
        if facts is None:
            if len(self._known) >= _REMEMBERED_WORDS:
                self._known.clear()
            facts = self._known[word] = self._look_up(word)
        return facts

    def _look_up(self, word: str) -> _Word:
        lower, outline = word.lower(), shape(word)
        own = form_features(lower, outline)
        if self.lexicon is None:
            return _Word(own, lower, outline, "", "", "")
        number = self.lexicon.cluster(word)
        cluster, branch = (UNKNOWN, UNKNOWN) if number is None else (str(number), str(number & 63))
        own.extend(["c?"] if number is None else cluster_features(number))
        small, large = map(self.lexicon.log_probability, (lower, lower[:1].upper() + lower[1:]))
        rarity, casing = log_bin(self.lexicon.log_probability(word)), relative_casing(small, large)
        upper = "U" if word[:1].isupper() else ""
        own.extend((f"lp={rarity}", f"ll={log_bin(small)}"))
        own.extend((f"cr={casing}", f"lpcr={rarity}{casing}{upper}"))
        return _Word(own, lower, outline, cluster, branch, casing)


def _class_features(classes: Sequence[str], here: int) -> Iterator[str]:
    yield f"g={classes[here]}"
    for letter in classes[here]:
        yield f"G{letter}"
    for step in (-1, 1):
        if 0 <= here + step < len(classes):
            for letter in classes[here + step]:
                yield f"G{step}{letter}"


def _neighbour_features(facts: Sequence[_Word], classes: Sequence[str], here: int) -> Iterator[str]:
    for step in (-2, -1, 1, 2):
        there = here + step
        if not 0 <= there < len(facts):
            yield f"E{step}"
            continue
        other = facts[there]
        yield f"w{step}={other.lower}"
        yield f"s{step}={other.shape}"
        yield f"g{step}={classes[there]}"
        yield f"c{step}={other.cluster}"
        yield f"c6{step}={other.branch}"
        if step in (-1, 1):
            yield f"x3{step}={other.lower[-3:]}"
            yield f"cr{step}={other.casing}"


def _pair_features(facts: Sequence[_Word], classes: Sequence[str], here: int) -> Iterator[str]:
    this = facts[here]
    yield f"cg={this.cluster}|{classes[here]}"
    if here:
        before = facts[here - 1]
        yield f"gg-={classes[here - 1]}|{classes[here]}"
        yield f"ss-={before.shape}|{this.shape}"
        yield f"ww-={before.lower}|{this.lower}"
        yield f"cc-={before.cluster}|{this.cluster}"
    else:
        yield f"first={this.casing}"
    if here + 1 < len(facts):
        after = facts[here + 1]
        yield f"gg+={classes[here]}|{classes[here + 1]}"
        yield f"ww+={this.lower}|{after.lower}"
        yield f"cc+={this.cluster}|{after.cluster}"


def _base_features(
    readings: Sequence[WordReading], facts: Sequence[_Word], classes: Sequence[str], here: int
) -> Iterator[str]:
    label = readings[here].label
    yield f"y={label}"
    yield f"yc={label}{bisect_right(_SURE, readings[here].sure)}"
    yield f"ye={label}{bisect_right(_NAMED, readings[here].named)}"
    yield f"yg={label}|{classes[here]}"
    yield f"ys={label}|{facts[here].shape}"
    for step in (-2, -1, 1, 2):
        if 0 <= here + step < len(readings):
            other = readings[here + step]
            yield f"y{step}={other.label}"
            if step in (-1, 1):
                yield f"yc{step}={other.label}{bisect_right(_SURE, other.sure)}"
                yield f"yy{step}={label}|{other.label}"


def _chance_features(chances: Mapping[str, float]) -> dict[str, float]:
    """Return the log-probability of each base label as a feature, whose weight can be learnt from a few articles."""
    return {f"P={label}": math.log((chance + _LEAST_CHANCE) / _SMALL_CHANCE) for label, chance in chances.items()}


def _memory_cues(words: Sequence[str], memory: Memory, without: WordCounts | None) -> list[list[str]]:
    rows: list[list[str]] = []
    cues, places = memory.of_words(words, without), memory.of_names(words, without)
    for word, cue, place in zip(words, cues, places, strict=True):
        row = []
        if cue:
            row += [f"sw={cue.label}", f"sw={cue.label}{cue.share}{cue.cases}"]
        elif word[:1].isupper():
            row.append("sw=new")
        if place:
            row += [f"ss={place.part}{place.label}", f"ss={place.part}{place.label}{place.cases}"]
        rows.append(row)
    return rows


def _memory_features(remembered: Sequence[Sequence[str]], readings: Sequence[WordReading], here: int) -> Iterator[str]:
    for cue in remembered[here]:
        yield cue
        yield f"{cue}|{readings[here].label}"
    for step in (-1, 1):
        if 0 <= here + step < len(remembered):
            for cue in remembered[here + step][:1]:
                yield f"{step}{cue}"
