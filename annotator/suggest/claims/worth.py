"""Check-worthiness of sentences, from features for German and English and weights learnt from English sentences."""

import hashlib
import json
import math
import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from operator import itemgetter, mul
from types import MappingProxyType
from typing import Any, TypeAlias

from annotator.model.values import Part
from annotator.system.errors import QT_TRANSLATE_NOOP, ModelError
from annotator.system.resources import resource_path

#: The SHA-256 of the file of weights; change it whenever new weights are learnt.
WEIGHTS = "6d09b4c16cc8b0347bffc6b676e766df73c1b38961b7a6fee17b3e85477868a0"
Scores: TypeAlias = Callable[[str, str, Sequence[Part]], Sequence[float]]
"""A function that returns the check-worthiness of sentences of a text in a language."""

_WORD = re.compile(r"[^\W_][\w'’-]*")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_QUOTES = '"„“”»«'
_MOST_WORDS = 60
_FEWEST_WORDS = 4
_first_letter = itemgetter(0)

# Each group of words makes two features of a sentence: whether any of its words occurs, and their share of all words.
# The first words of a group are English, the second German.
_GROUPS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "says": (
            (
                "said says say claims claimed argues argued according reported reports told stated warned shows found"
                " estimates denied"
            ),
            (
                "sagte sagt sagen behauptet behauptete erklärte erklärt laut zufolge berichtet berichtete teilte"
                " warnte warnt betont betonte zeigt zeigen ergab schätzt bestreitet heißt"
            ),
        ),
        "we": ("i we my our me us", "ich wir mein meine unser unsere mir uns mich"),
        "you": ("you your", "du dein ihnen dir dich euch"),
        "modal": (
            "should would could might may must shall ought",
            "soll sollte sollten könnte könnten müsste muss müssen darf dürfte würde würden",
        ),
        "not": ("not no never none", "nicht kein keine keinen nie niemals"),
        "amount": (
            (
                "million billion trillion percent per cent half third most more less fewer double twice highest lowest"
                " largest every all average rate number majority increase increased decreased rose fell cut dropped"
                " grew"
            ),
            (
                "million millionen milliarde milliarden prozent hälfte drittel meisten mehr weniger doppelt höchste"
                " niedrigste größte jeder jede alle durchschnitt rate zahl anzahl mehrheit gestiegen gesunken steigt"
                " sank stieg wuchs verdoppelt"
            ),
        ),
        "cause": (
            "because caused causes leads led due result therefore",
            "weil verursacht führt führte wegen folge deshalb daher aufgrund dadurch",
        ),
        "is": ("is are was were has have had been", "ist sind war waren hat haben hatte hatten wurde wurden wird"),
        "feels": (
            "think believe feel hope want great good bad terrible wonderful thank",
            "glaube denke finde hoffe will gut schlecht schlimm danke toll schön leider",
        ),
        "when": (
            (
                "year years last since ago month months week january february march april june july august"
                " september"
                " october november december"
            ),
            (
                "jahr jahre jahren seit letzten vor monat monate monaten woche wochen januar februar märz april juni"
                " juli"
                " august september oktober november dezember"
            ),
        ),
    }
)
FEATURES = (
    "length", "short", "number", "numbers", "percent", "year", "question", "exclamation", "quotation", "word length",
    "capitals", *(f"{group}{ending}" for group in _GROUPS for ending in ("", " share")),
)  # fmt: skip
_GERMAN_CAPITALS = 0.45  # rough share of names among capitalised German words; the rest are nouns


def features(sentence: str, language: str) -> list[float]:
    """Return the values of `FEATURES` for a sentence in ``"de"`` or ``"en"``."""
    return _features(sentence, _WORD.findall(sentence), language)


def _features(sentence: str, words: Sequence[str], language: str) -> list[float]:
    count = max(1, len(words))
    numbers = len(_NUMBER.findall(sentence))
    capitals = sum(map(str.isupper, map(_first_letter, words[1:]))) / count
    values = [
        min(len(words), _MOST_WORDS) / _MOST_WORDS,
        float(len(words) < _FEWEST_WORDS + 2),
        float(numbers > 0),
        float(min(numbers, 5)),
        float("%" in sentence),
        float(numbers > 0 and _YEAR.search(sentence) is not None),
        float("?" in sentence),
        float("!" in sentence),
        float(any(mark in sentence for mark in _QUOTES)),
        len("".join(words)) / count / 6,
        capitals * (_GERMAN_CAPITALS if language == "de" else 1.0),
    ]
    groups, hits = _groups_of_words(language), [0] * len(_GROUPS)
    for word in filter(groups.__contains__, map(str.lower, words)):
        for group in groups[word]:
            hits[group] += 1
    for times in hits:
        values += (1.0, 10 * times / count) if times else (0.0, 0.0)
    return values


def score(sentence: str, language: str) -> float:
    """Return the check-worthiness of a sentence from 0 to 1. It is for ranking, not a calibrated probability."""
    return _score(features(sentence, language))


def _score(values: Sequence[float]) -> float:
    weights = _weights()
    return 1 / (1 + math.exp(-(weights["bias"] + sum(map(mul, values, weights["weights"])))))


def rated(sentence: str, language: str) -> float | None:
    """Return the check-worthiness of a sentence, or None if it is too short to rank."""
    words = _WORD.findall(sentence)
    return _score(_features(sentence, words, language)) if len(words) >= _FEWEST_WORDS else None


def worth_checking(
    text: str, sentences: Sequence[Part], language: str, share: int, scores: Scores | None = None
) -> list[Part]:
    """Return the ``share`` per cent of an article's sentences that are most worth checking, best first.

    Sentences that are too short are not ranked. If ``scores`` is None, `score` ranks the sentences.
    """
    if scores is None:
        ratings = {part: rated(text[part[0] : part[1]], language) for part in sentences}
        return top({part: rating for part, rating in ratings.items() if rating is not None}, share)
    ranked = [part for part in sentences if len(_WORD.findall(text[part[0] : part[1]])) >= _FEWEST_WORDS]
    return top(dict(zip(ranked, scores(text, language, ranked), strict=True)), share)


def top(ratings: Mapping[Part, float], share: int) -> list[Part]:
    """Return the ``share`` per cent of sentences with the highest scores, rounded up, best first."""
    ranked = sorted(ratings, key=lambda part: (-ratings[part], part))
    return ranked[: -(-len(ranked) * share // 100)]


@cache
def _groups_of_words(language: str) -> Mapping[str, Sequence[int]]:
    """Return the groups of each word, as their numbers in `_GROUPS`."""
    found: dict[str, list[int]] = {}
    for group, (english, german) in enumerate(_GROUPS.values()):
        for word in set((german if language == "de" else english).split()):
            found.setdefault(word, []).append(group)
    return found


@cache
def _weights() -> Mapping[str, Any]:
    loaded: Mapping[str, Any] = json.loads(sealed("weights.json", WEIGHTS))
    return loaded


def sealed(name: str, expected: str) -> bytes:
    """Return the content of a shipped file of weights.

    Raises:
        ModelError: ``source.broken`` if the file is missing, or its SHA-256 is not ``expected``.
    """
    try:
        content = resource_path("models", "claims", name).read_bytes()
    except OSError as error:
        raise ModelError("source.broken", name="claims", reason=error) from error
    if hashlib.sha256(content).hexdigest() != expected:
        reason = QT_TRANSLATE_NOOP("Errors", "it is not the model that this version was made with")
        raise ModelError("source.broken", name="claims", reason=reason)
    return content
