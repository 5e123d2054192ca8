"""Chooses how the encoder and the other model of a language are combined, and what their scores mean.

Everything is chosen on texts that neither model has learnt.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from annotator.suggest.adapter.base_labels import NOTHING, WordReading, readings_below
from annotator.suggest.encoder.name_model import NONE_KEPT, Habits, NameModel
from annotator.suggest.sources.pipeline import load
from tools.models.encoder import scoring
from tools.models.encoder.corpus import LABELS, STYLES, WITHOUT_MISC, Text
from tools.models.encoder.scoring import Floats

if TYPE_CHECKING:
    from spacy.language import Language

#: For each language: the sets and styles to choose on, and the style of its texts.
_CHOOSING = {
    "de": ((("choice", "germeval"), ("choice", "smartdata"), ("unlearnt", "germeval")), "germeval"),
    "en": ((("ewt", "ewt"), ("unlearnt", "ewt")), "ewt"),
}
_WEIGHTS = tuple(round(0.05 * step, 2) for step in range(13))
_LABELS_WITHOUT_MISC = ("LOC", "ORG", "PER")
_KEPT_FROM = (0.8, 0.85, 0.9, 0.95)
_FEWEST, _WORTH = 10, 0.45  # names with such a score, and the share of right ones from which F1 rises
_POINTS = 12  # of a curve of scores


def chosen(model: NameModel, texts: Sequence[Text], bases: Mapping[str, Path]) -> dict[str, Habits]:
    """Return each language's habits: how its two models are combined, and what their scores mean.

    They are chosen on texts that the model for choosing has not learnt. The other models must not have learnt these
    texts either: their weight would come out too high, and scores too sure.

    Args:
        model: The model for choosing.
        texts: All texts of the corpora.
        bases: The folder of each language's other model: the German pipeline, the English corrector.
    """
    found = {}
    for language, (sets, style) in _CHOOSING.items():
        part = [text for text in texts if (text.set, text.style) in sets]
        own, other = _log_chances(model, part, style), readings(part, _base(language, bases[language]))
        weight = best_weight(model, part, own, other)
        both, alone = mixed(model, own, other, weight), mixed(model, own, other, 1.0)
        kept = kept_from(model, part, both, alone)
        found[language] = habits(model, part, both, style, weight, kept)
    return found


def reported(model: NameModel, texts: Sequence[Text], fold: Path) -> dict[str, dict[str, dict[str, float]]]:
    """Return the scores of the encoder, of the shipped model and of both together, on texts that none was trained on.

    ``fold`` is the English corrector that has not learnt the fold of EWT.
    """
    from annotator.suggest.sources.registry import available
    from annotator.suggest.sources.source import SourceKind

    found = {}
    shipped = {one.language: one for one in available().sources if one.kind is SourceKind.MODEL}
    for name, language in (("germeval", "de"), ("smartdata", "de"), ("wnut", "en"), ("ewt", "en")):
        info = shipped[language]
        if info.folder is None:
            continue
        other = _base(language, fold) if name == "ewt" else load(info.name, info.folder, info.version, info.correctors)
        part = [text for text in texts if text.set == name]
        own, theirs = _log_chances(model, part, _CHOOSING[language][1]), readings(part, other)
        weights = {"alone": 0.0, "together": model.habits[language].weight, "other": 1.0}
        found[name] = {key: scoring.score(part, mixed(model, own, theirs, weight)) for key, weight in weights.items()}
        print(name, found[name], flush=True)
    return found


def _base(language: str, folder: Path) -> "Language":
    """Return a language's other model: the German pipeline in a folder, or the English one with its corrector there."""
    from annotator.suggest.sources.registry import english_package

    if language == "de":
        return load(folder.name, folder, "")
    return load("en_core_web_sm", english_package(), "", (folder,))


def _log_chances(model: NameModel, texts: Sequence[Text], style: str) -> list[list[Floats]]:
    """Return the encoder's own log probabilities, by text and sentence."""
    words = [[list(zip(one.words, one.spaces, strict=True)) for one in text.sentences] for text in texts]
    rows = model.log_chances(words, STYLES.index(style))
    found = []
    for text, matrix in zip(texts, rows, strict=True):
        ends = np.cumsum([len(sentence.words) for sentence in text.sentences])
        found.append(np.split(matrix, ends[:-1]) if len(ends) else [])
    return found


def readings(texts: Sequence[Text], pipeline: "Language") -> list[list[list[WordReading]]]:
    """Return how a pipeline reads each word, by text and sentence."""
    below = readings_below(pipeline)
    found = []
    for text in texts:
        doc = pipeline(text.text)
        by_place = dict(zip((token.idx for token in doc), below(doc), strict=True))
        found.append([[by_place.get(start, NOTHING) for start in sentence.starts] for sentence in text.sentences])
    return found


def mixed(
    model: NameModel,
    log_chances: Sequence[Sequence[Floats]],
    other: Sequence[Sequence[Sequence[WordReading]]],
    weight: float,
) -> list[list[Floats]]:
    """Return the weighted mean of the encoder and the other model, by text and sentence."""
    return [
        [model.mixed(own, read, weight) for own, read in zip(mine, theirs, strict=True)]
        for mine, theirs in zip(log_chances, other, strict=True)
    ]


def best_weight(
    model: NameModel,
    texts: Sequence[Text],
    log_chances: Sequence[Sequence[Floats]],
    other: Sequence[Sequence[Sequence[WordReading]]],
) -> float:
    """Return the weight of the other model that gives the best F1."""
    scores = {weight: scoring.score(texts, mixed(model, log_chances, other, weight))["f"] for weight in _WEIGHTS}
    print("weight of the other model:", scores, flush=True)
    return max(scores, key=lambda one: (scores[one], -one))


def kept_from(
    model: NameModel,
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
        for score, name in _named(model, text, other):
            if all(end <= name[0] or start >= name[1] for start, end in taken):
                names.append((score, name in {*text.names}))
    for least in _KEPT_FROM:
        right = [is_right for score, is_right in names if score >= least]
        if len(right) >= _FEWEST and sum(right) / len(right) >= _WORTH:
            return least, round(sum(right) / len(right), 2)
    return NONE_KEPT, 0.0


def habits(
    model: NameModel,
    texts: Sequence[Text],
    log_chances: Sequence[Sequence[Floats]],
    style: str,
    weight: float,
    kept: tuple[float, float],
) -> Habits:
    """Return a language's habits, with the curve from the scores of the two models to the share of right names."""
    pairs = sorted(_scored(model, texts, log_chances))
    points = curve([score for score, _ in pairs], [right for _, right in pairs])
    chosen = Habits(
        style=STYLES.index(style),
        weight=weight,
        scores=tuple(x for x, _ in points),
        shares=tuple(y for _, y in points),
        labels=_LABELS_WITHOUT_MISC if style in WITHOUT_MISC else (*_LABELS_WITHOUT_MISC, "MISC"),
        kept_from=kept[0],
        kept_share=kept[1],
    )
    print(style, asdict(chosen), flush=True)
    return chosen


def _scored(
    model: NameModel, texts: Sequence[Text], log_chances: Sequence[Sequence[Floats]]
) -> list[tuple[float, bool]]:
    """Return the score of each name that is found, and whether it is right."""
    has_misc = any(label == "MISC" for text in texts for *_, label in text.names)
    return [
        (score, name in {*text.names})
        for text, rows in zip(texts, log_chances, strict=True)
        for score, name in _named(model, text, rows)
        if has_misc or name[2] != "MISC"
    ]


def _named(model: NameModel, text: Text, log_chances: Sequence[Floats]) -> Iterator[tuple[float, tuple[int, int, str]]]:
    """Yield the names of a text with their scores."""
    from annotator.suggest.crf.crf_component import spans_of_iob

    for sentence, chances in zip(text.sentences, log_chances, strict=True):
        labels = model.best(chances)
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
