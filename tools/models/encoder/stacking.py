"""Chooses how the encoder and the other model of a language are combined, and what their scores mean.

Everything is chosen on texts that neither model has learnt.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

from annotator.suggest.adapter.base_labels import NOTHING, OUTSIDE, readings_below
from annotator.suggest.encoder.encoder import Linear
from annotator.suggest.encoder.name_model import NONE_KEPT, Habits, NameModel, combined
from annotator.suggest.sources.pipeline import load
from tools.models.claim_kinds import lowest
from tools.models.encoder import scoring
from tools.models.encoder.corpus import LABELS, STYLES, WITHOUT_MISC, Text
from tools.models.encoder.scoring import Floats

if TYPE_CHECKING:
    from spacy.language import Language

#: For each language: the sets and styles to choose on, and the style of its texts.
_CHOOSING = {
    "de": ((("choice", "germeval"), ("choice", "smartdata")), "germeval"),
    "en": ((("ewt", "ewt"),), "ewt"),
}
_SHARE = 0.4  # of the other model in the mean from which the combination starts
_PENALTY = 1_000  # on the squares of the differences from this mean; chosen, like the share, by cross-validation
_FOLDS = 5
_LABELS_WITHOUT_MISC = ("LOC", "ORG", "PER")
_KEPT_FROM = (0.8, 0.85, 0.9, 0.95)
_FEWEST, _WORTH = 10, 0.45  # names with such a score, and the share of right ones from which F1 rises
_POINTS = 12  # of a curve of scores


class Read(NamedTuple):
    """Texts with the log probabilities of both models, by text and sentence."""

    texts: Sequence[Text]
    own: Sequence[Sequence[Floats]]
    other: Sequence[Sequence[Floats]]

    def both(self, combination: Linear) -> list[list[Floats]]:
        """Return the log probabilities of both models together, by text and sentence."""
        return [
            [combined(*pair, combination) for pair in zip(*pairs, strict=True)]
            for pairs in zip(self.own, self.other, strict=True)
        ]

    def part(self, places: Sequence[int]) -> "Read":
        """Return the texts at these places."""
        own, other = ([column[place] for place in places] for column in (self.own, self.other))
        return Read([self.texts[place] for place in places], own, other)


class Choice(NamedTuple):
    """Each language's habits, and the scores on the fold of EWT."""

    habits: dict[str, Habits]
    fold: dict[str, dict[str, float]]


def chosen(model: NameModel, texts: Sequence[Text], bases: Mapping[str, Path]) -> Choice:
    """Choose on texts that the model for choosing has not learnt.

    The other models must not have learnt these texts either: they would count too much, and scores would come out too
    sure.

    Args:
        model: The model for choosing.
        texts: All texts of the corpora.
        bases: The folder of each language's other model: the German pipeline, the English corrector.
    """
    reads = {}
    for language, (sets, style) in _CHOOSING.items():
        part = [text for text in texts if (text.set, text.style) in sets]
        reads[language] = read(model, part, style, _base(language, bases[language]))
    return chosen_on(reads)


def chosen_on(reads: Mapping[str, Read]) -> Choice:
    """Choose on what both models read, by language.

    The models are combined by the fitted layer where it is better than the mean of both.
    """
    layer, found, together = fitted([*reads.values()]), {}, {}
    for language, texts in reads.items():
        ways = [(mean(_SHARE), texts.both(mean(_SHARE))), (layer, cross_validated(reads, language))]
        every = [scoring.score(texts.texts, chances) for _, chances in ways]
        print(language, "mean and layer:", every, flush=True)
        best = int(every[1]["f"] > every[0]["f"])
        combination, chances = ways[best]
        kept = kept_from(texts.texts, chances, texts.both(mean(1.0)))
        found[language] = habits(texts.texts, chances, _CHOOSING[language][1], combination, kept)
        together[language] = every[best]
    return Choice(found, scores(reads["en"]) | {"together": together["en"]})


def reported(model: NameModel, texts: Sequence[Text]) -> dict[str, dict[str, dict[str, float]]]:
    """Return the scores of the encoder, of the other model and of both together, on texts that none was trained on."""
    from annotator.suggest.sources.registry import available
    from annotator.suggest.sources.source import SourceKind

    found = {}
    shipped = {one.language: one for one in available().sources if one.kind is SourceKind.MODEL}
    for name, language in (("germeval", "de"), ("smartdata", "de"), ("wnut", "en")):
        info = shipped[language]
        if info.folder is None:
            continue
        other = load(info.name, info.folder, info.version, info.correctors)
        part = read(model, [text for text in texts if text.set == name], _CHOOSING[language][1], other)
        found[name] = scores(part) | {
            "together": scoring.score(part.texts, part.both(model.habits[language].combination))
        }
        print(name, found[name], flush=True)
    return found


def scores(texts: Read) -> dict[str, dict[str, float]]:
    """Return the scores of the encoder alone and of the other model alone."""
    return {key: scoring.score(texts.texts, texts.both(mean(share))) for key, share in (("alone", 0.0), ("other", 1.0))}


def _base(language: str, folder: Path) -> "Language":
    """Return a language's other model: the German pipeline in a folder, or the English one with its corrector there."""
    from annotator.suggest.sources.registry import english_package

    if language == "de":
        return load(folder.name, folder, "")
    return load("en_core_web_sm", english_package(), "", (folder,))


def read(model: NameModel, texts: Sequence[Text], style: str, pipeline: "Language") -> Read:
    """Read texts with the encoder, in a style, and with the pipeline that is the other model."""
    words = [[list(zip(one.words, one.spaces, strict=True)) for one in text.sentences] for text in texts]
    rows = model.log_chances(words, STYLES.index(style))
    below = readings_below(pipeline)
    own, other = [], []
    for text, matrix in zip(texts, rows, strict=True):
        ends = np.cumsum([len(sentence.words) for sentence in text.sentences])
        own.append(np.split(matrix, ends[:-1]) if len(ends) else [])
        doc = pipeline(text.text)
        by_place = dict(zip((token.idx for token in doc), below(doc), strict=True))
        other.append(
            [model.of_readings([by_place.get(at, NOTHING) for at in sentence.starts]) for sentence in text.sentences]
        )
    return Read(texts, own, other)


def mean(share: float) -> Linear:
    """Return the combination that is the mean of both models' log probabilities; ``share`` is the other model's."""
    same = np.eye(len(LABELS), dtype=np.float32)
    return Linear(np.vstack([(1 - share) * same, share * same]).astype(np.float32), np.zeros(len(LABELS), np.float32))


def fitted(reads: Iterable[Read]) -> Linear:
    """Return the combination with the greatest likelihood, with a penalty on differences from the mean.

    Where MISC is not annotated, a word without a label may be MISC.
    """
    parts = [_rows(one) for one in reads]
    inputs, allowed = (np.concatenate(column) for column in zip(*parts, strict=True))
    start = np.vstack(mean(_SHARE)).astype(np.float64)

    def loss(flat: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        more = flat.reshape(start.shape)
        values = inputs @ (start + more)
        values -= values.max(1, keepdims=True)
        chances = np.exp(values)
        chances /= chances.sum(1, keepdims=True)
        right = np.where(allowed, chances, 0.0)
        share = right.sum(1, keepdims=True)
        slope = inputs.T @ (chances - right / share) + 2 * _PENALTY * more
        return float(-np.log(share).sum() + _PENALTY * (more**2).sum()), slope.ravel()

    found = (start + lowest(loss, np.zeros(start.size)).reshape(start.shape)).astype(np.float32)
    return Linear(found[:-1], found[-1])


def _rows(texts: Read) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    """Return the inputs of the combination, a row per word with a one at its end, and which labels each may have."""
    inputs, allowed = [], []
    either = np.array([label == OUTSIDE or label.endswith("MISC") for label in LABELS])
    for text, own, other in zip(*texts, strict=True):
        for sentence, *pair in zip(text.sentences, own, other, strict=True):
            inputs.append(np.hstack([*pair, np.ones((len(sentence.words), 1))]))
            for label in sentence.labels:
                partial = label == OUTSIDE and text.style in WITHOUT_MISC
                allowed.append(either if partial else np.array(LABELS) == label)
    return np.vstack(inputs), np.array(allowed)


def cross_validated(reads: Mapping[str, Read], language: str) -> list[list[Floats]]:
    """Return the log probabilities of both models for a language's texts, by combinations fitted without them."""
    texts = reads[language]
    others = [one for key, one in reads.items() if key != language]
    found: list[list[Floats]] = [[] for _ in texts.texts]
    for fold in range(_FOLDS):
        rest = [place for place in range(len(found)) if place % _FOLDS != fold]
        combination = fitted([texts.part(rest), *others])
        found[fold::_FOLDS] = texts.part(range(fold, len(found), _FOLDS)).both(combination)
    return found


def kept_from(
    texts: Sequence[Text],
    both: Sequence[Sequence[Floats]],
    alone: Sequence[Sequence[Floats]],
) -> tuple[float, float]:
    """Return the score from which names found by the other model alone are kept, and the share of them that is right.

    Such names raise F1 if nearly half of them are right.
    """
    names = []
    for text, rows, other in zip(texts, both, alone, strict=True):
        taken = [(start, end) for start, end, _ in scoring.names(text, rows)]
        for score, name in _named(text, other):
            if all(end <= name[0] or start >= name[1] for start, end in taken):
                names.append((score, name in {*text.names}))
    for least in _KEPT_FROM:
        right = [is_right for score, is_right in names if score >= least]
        if len(right) >= _FEWEST and sum(right) / len(right) >= _WORTH:
            return least, round(sum(right) / len(right), 2)
    return NONE_KEPT, 0.0


def habits(
    texts: Sequence[Text],
    log_chances: Sequence[Sequence[Floats]],
    style: str,
    combination: Linear,
    kept: tuple[float, float],
) -> Habits:
    """Return a language's habits, with the curve from the scores of the two models to the share of right names."""
    pairs = sorted(_scored(texts, log_chances))
    points = curve([score for score, _ in pairs], [right for _, right in pairs])
    chosen = Habits(
        style=STYLES.index(style),
        combination=combination,
        scores=tuple(x for x, _ in points),
        shares=tuple(y for _, y in points),
        labels=_LABELS_WITHOUT_MISC if style in WITHOUT_MISC else (*_LABELS_WITHOUT_MISC, "MISC"),
        kept_from=kept[0],
        kept_share=kept[1],
    )
    print(style, {key: value for key, value in asdict(chosen).items() if key != "combination"}, flush=True)
    return chosen


def _scored(texts: Sequence[Text], log_chances: Sequence[Sequence[Floats]]) -> list[tuple[float, bool]]:
    """Return the score of each name that is found, and whether it is right."""
    has_misc = any(label == "MISC" for text in texts for *_, label in text.names)
    return [
        (score, name in {*text.names})
        for text, rows in zip(texts, log_chances, strict=True)
        for score, name in _named(text, rows)
        if has_misc or name[2] != "MISC"
    ]


def _named(text: Text, log_chances: Sequence[Floats]) -> Iterator[tuple[float, tuple[int, int, str]]]:
    """Yield the names of a text with their scores."""
    from annotator.suggest.crf.crf_component import spans_of_iob

    for sentence, chances in zip(text.sentences, log_chances, strict=True):
        labels = scoring.best(chances)
        for start, end, kind in spans_of_iob([LABELS[label] for label in labels]):
            last = sentence.starts[end - 1] + len(sentence.words[end - 1])
            score = min(float(np.exp(chances[place, labels[place]])) for place in range(start, end))
            yield score, (sentence.starts[start], last, kind)


def curve(scores: Sequence[float], right: Sequence[bool]) -> list[tuple[float, float]]:
    """Return a rising curve of few points through sorted scores. Source: isotonic regression by pooled neighbours."""
    bins: list[tuple[float, float, int]] = []  # sum of scores, sum of right ones, count
    for part_of_scores, part_of_right in zip(
        np.array_split(np.array(scores), _POINTS), np.array_split(np.array(right, float), _POINTS), strict=True
    ):
        bins.append((float(part_of_scores.sum()), float(part_of_right.sum()), len(part_of_scores)))
        while len(bins) > 1 and bins[-2][1] / bins[-2][2] >= bins[-1][1] / bins[-1][2]:
            last = bins.pop()
            bins[-1] = tuple(a + b for a, b in zip(bins[-1], last, strict=True))  # type: ignore[assignment]
    return [(round(x / count, 4), round(y / count, 4)) for x, y, count in bins if count]
