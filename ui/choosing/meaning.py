"""Search by meaning: questions in plain words are matched with titles, synonyms and the names of menus.

A typed word matches a word in any of its forms, its beginning, a part of a compound, and a word with one letter wrong.
Rare words count more than frequent ones; words such as "how" and "wie" hardly count at all.
"""

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from ui.choosing.ranking import fold

_STOP = frozenset(
    """a about am an and any are as at be been by can could did do does for from get gets has have how i if in into is
    it its like me my need of on or our please should so some than that the their them there these this those to us
    want was way we what when where which who why will with would you your
    aber als am an auch auf aus bei bitte da damit das dem den denn der des die dies diese diesem diesen dieser dieses
    ein eine einem einen einer eines er es etwas fur gibt geht hat habe haben ich im in ins ist kann kannst konnen man
    mein meine meinem meinen meiner mich mir mit mochte muss nach nur ob oder sein sich sie sind so soll um und uns
    unser von vom wann warum was welche welchen wenn wer werden wie will wir wird wo woher womit zu zum zur""".split()
)
_WEAK = frozenset(
    """change changing set setting make making show turn use using put see switch let give go
    andern andere machen mache zeigen zeige stellen stelle einstellen lassen lasst nehmen benutzen tun sehen""".split()
)
_ENDINGS = frozenset(
    """s es d ed e er r ing ling led ion ions ation ations ly ment y ies
    n en ern em st t te ten et ung ungen in innen nen ens""".split()
) | {""}
_STOPPED, _WEAKENED = 0.06, 0.4
_TITLE, _OTHER, _SYNONYM = 1.0, 0.97, 0.9
_ELSEWHERE = 0.6  # value of a word in another phrase of the same entry
_MENU = 0.5  # value of a word in the name of the menu
_TIGHT = 0.3  # bonus for a phrase that says nothing else
_LEAST, _BESIDE_BEST = 0.25, 0.65  # least share of the question that must match: in all, of the best entry's share
_SURE = 0.8  # quality from which a match counts towards a word's frequency
_SPELLINGS = (("ae", "a"), ("oe", "o"), ("ue", "u"), ("our", "or"), ("isation", "ization"), ("ise", "ize"))
_WORD = re.compile(r"\w+(?:[.&]\w+)*")
_LEAST_STEM, _LEAST_PART, _LEAST_TYPO, _LEAST_WHOLE = 4, 4, 5, 6  # letters


class Phrase(NamedTuple):
    """A title or synonym: its text, its words, and how much a match in it counts."""

    text: str
    words: tuple[str, ...]
    value: float


class Sense(NamedTuple):
    """Everything that an entry is found by: its phrases, the title first, and the words of its menu."""

    phrases: tuple[Phrase, ...]
    menu: tuple[str, ...]


class PhraseScore(NamedTuple):
    """An entry's score, and the phrase by which it was found; "" if that is the title."""

    points: float
    why: str = ""


def word_list(text: str) -> tuple[str, ...]:
    """Return the folded words of a text: ``ue`` is the same as ``ü``, "color" the same as "colour"."""
    return tuple(_plain(word) for word in _WORD.findall(fold(text)))


@lru_cache(maxsize=1024)
def sense(title: str, others: tuple[str, ...], synonyms: tuple[str, ...], menu: str) -> Sense:
    """Collect what an entry is found by; ``others`` are its titles in other languages."""
    valued = ((title, _TITLE), *((text, _OTHER) for text in others), *((text, _SYNONYM) for text in synonyms))
    return Sense(tuple(Phrase(text, word_list(text), value) for text, value in valued if text), word_list(menu))


class Meanings:
    """The senses of many entries, searched together."""

    def __init__(self, senses: Sequence[Sense]) -> None:
        self._senses = senses
        self._places: dict[str, list[tuple[int, int]]] = defaultdict(list)  # entry, phrase (-1: its menu)
        for entry, one in enumerate(senses):
            for number, phrase in ((-1, one.menu), *((number, each.words) for number, each in enumerate(one.phrases))):
                for word in dict.fromkeys(phrase):
                    self._places[word].append((entry, number))
        self._vocabulary = tuple(self._places)

    def find(self, typed: str) -> dict[int, PhraseScore]:
        """Return the entries that match, by their index."""
        words = tuple(dict.fromkeys(word_list(typed)))
        matches = [self._matching(word) for word in words]
        weights = self._weights(words, matches)
        entries: dict[int, list[dict[int, float]]] = {}
        for at, places in enumerate(matches):
            for (entry, phrase), quality in places.items():
                rows = entries.setdefault(entry, [{} for _ in words])
                rows[at][phrase] = quality
        covered = {
            entry: sum(weight * max(row.values(), default=0.0) for row, weight in zip(rows, weights, strict=True))
            for entry, rows in entries.items()
        }
        least = max(_LEAST, _BESIDE_BEST * max(covered.values(), default=0.0))
        return {
            entry: _score(self._senses[entry], rows, weights)
            for entry, rows in entries.items()
            if covered[entry] >= least
        }

    def _matching(self, typed: str) -> dict[tuple[int, int], float]:
        """Return how well a typed word matches each (entry, phrase) that has a similar word."""
        found: dict[tuple[int, int], float] = {}
        for word, quality in _similar(typed, self._vocabulary):
            for place in self._places[word]:
                found[place] = max(quality, found.get(place, 0.0))
        return found

    def _weights(self, words: Sequence[str], matches: Sequence[dict[tuple[int, int], float]]) -> list[float]:
        """Return the weight of each typed word: rarer words weigh more, and all weights add up to 1."""
        count = len(self._senses)
        least = all(word in _STOP for word in words)
        weights = []
        for word, places in zip(words, matches, strict=True):
            frequent = len({entry for (entry, _), quality in places.items() if quality >= _SURE})
            weight = math.log((count + 2) / (frequent + 1)) + 0.5 if places else 2.0
            if not least:
                weight *= _STOPPED if word in _STOP else _WEAKENED if word in _WEAK else 1.0
            weights.append(weight)
        total = sum(weights) or 1.0
        return [weight / total for weight in weights]


@lru_cache(maxsize=1)
def meanings(senses: tuple[Sense, ...]) -> Meanings:
    """Return the index of these senses; the palette asks for the same ones each time it opens."""
    return Meanings(senses)


def _score(one: Sense, rows: Sequence[dict[int, float]], weights: Sequence[float]) -> PhraseScore:
    """Score an entry by the phrase that matches best.

    ``rows`` has, for each typed word, the match quality by phrase.
    """
    anywhere = [
        max((quality * (_MENU if at < 0 else _ELSEWHERE) for at, quality in row.items()), default=0.0) for row in rows
    ]
    best, why = 0.0, -1
    for number in sorted({at for row in rows for at in row if at >= 0}) or [0]:
        phrase = one.phrases[number]
        points = sum(
            weight * max(row.get(number, 0.0) * phrase.value, other)
            for row, other, weight in zip(rows, anywhere, weights, strict=True)
        )
        said = sum(weight * row.get(number, 0.0) for row, weight in zip(rows, weights, strict=True))
        hits = sum(1.0 for row in rows if number in row)
        points += _TIGHT * phrase.value * said * min(1.0, hits / max(1, _content(phrase.words)))
        if points > best:
            best, why = points, number
    titled = all(0 in row or weight < _STOPPED for row, weight in zip(rows, weights, strict=True))
    return PhraseScore(best, "" if titled or why <= 0 else one.phrases[why].text)


def _content(words: Iterable[str]) -> int:
    return sum(1 for word in words if word not in _STOP)


@lru_cache(maxsize=64)
def _similar(typed: str, vocabulary: tuple[str, ...]) -> tuple[tuple[str, float], ...]:
    """Return the words that a typed word may stand for, each with how well it matches."""
    scored = ((word, quality(typed, word)) for word in vocabulary)
    return tuple((word, points) for word, points in scored if points)


def quality(typed: str, word: str) -> float:
    """Return how well a typed word matches ``word``, from 0 (not at all) to 1 (the same). Both are folded."""
    if typed == word:
        return 1.0
    if word.startswith(typed):
        return (0.92 if len(typed) > 2 else 0.7) - 0.02 * min(6, len(word) - len(typed))
    same = _common(typed, word)
    if (same >= _LEAST_STEM and typed[same:] in _ENDINGS and word[same:] in _ENDINGS) or typed == word + "s":
        return 0.85
    if len(typed) >= _LEAST_PART and typed in word:
        return 0.65
    if len(typed) >= _LEAST_TYPO and _one_off(typed, word):
        return 0.7
    if len(typed) >= _LEAST_WHOLE and len(word) >= _LEAST_PART and (typed.startswith(word) or typed.endswith(word)):
        return 0.6
    if len(typed) >= _LEAST_TYPO and same >= 2 and len(word) > len(typed):
        return 0.55 if any(_one_off(typed, word[:end]) for end in range(len(typed) - 1, len(typed) + 2)) else 0.0
    return 0.0


def _common(one: str, other: str) -> int:
    count = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        count += 1
    return count


def _one_off(one: str, other: str) -> bool:
    """Return whether two words differ by one letter: missing, added, wrong, or swapped with the next."""
    if abs(len(one) - len(other)) > 1:
        return False
    same = _common(one, other)
    if len(one) == len(other):
        swapped = one[same : same + 2] == other[same : same + 2][::-1] and one[same + 2 :] == other[same + 2 :]
        return swapped or one[same + 1 :] == other[same + 1 :]
    longer, shorter = (one, other) if len(one) > len(other) else (other, one)
    return longer[same + 1 :] == shorter[same:]


@lru_cache(maxsize=8192)
def _plain(word: str) -> str:
    for other, usual in _SPELLINGS:
        word = word.replace(other, usual)
    return word
