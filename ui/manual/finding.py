"""Search in the manual: sections that hold the words, the best first."""

import math
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from ui.choosing.meaning import quality, word_list
from ui.choosing.synonyms import synonyms
from ui.manual.chapters import Chapter
from ui.manual.markup import ActionWords, actions_in, plain_words, shown

_HEADING, _TITLE, _SYNONYM = 6.0, 2.0, 1.5  # how much a word counts there; in the text it counts 1
_AROUND = 36  # characters beside the first word that is found


class Section(NamedTuple):
    """A section as it is searched; ``number`` counts the headings of its chapter from 0."""

    chapter: str
    number: int
    heading: str
    text: str
    weights: dict[str, float]  # by folded word


class Hit(NamedTuple):
    """A section that was found, with some words of it."""

    chapter: str
    number: int
    heading: str
    extract: str


class Index:
    """All sections of a manual."""

    def __init__(self, chapters: Sequence[Chapter], known: ActionWords) -> None:
        self._sections = [
            _section(chapter, number, heading, text, known)
            for chapter in chapters
            for number, (heading, text) in enumerate(chapter.sections)
        ]
        counts = Counter(word for section in self._sections for word in section.weights)
        self._rarity = {word: math.log(1 + len(self._sections) / count) for word, count in counts.items()}

    def find(self, typed: str) -> tuple[Hit, ...]:
        """Return the sections that hold all words, or a beginning or another form of them."""
        words = tuple(dict.fromkeys(word_list(typed)))
        similar = [{word: close for word in self._rarity if (close := quality(asked, word))} for asked in words]
        scored = [(_points(section, similar, self._rarity), section) for section in self._sections]
        best = sorted((each for each in scored if each[0] > 0), key=lambda each: -each[0])
        return tuple(Hit(*section[:3], _extract(section.text, words)) for _, section in best)


def places(text: str, typed: str) -> tuple[tuple[int, int], ...]:
    """Return where words of a text match the typed ones, as offsets, end exclusive."""
    asked = word_list(typed)
    found, at = [], 0
    for word in text.split():
        start = text.index(word, at)
        at = start + len(word)
        if any(quality(each, own) >= _CLEAR for own in word_list(word) for each in asked):
            inner = word.strip(_AROUND_WORDS)
            start += word.index(inner)
            found.append((start, start + len(inner)))
    return tuple(found)


_CLEAR = 0.65
_AROUND_WORDS = ".,;:!?()[]„“”‚‘’'\"…"


def _section(chapter: Chapter, number: int, heading: str, text: str, known: ActionWords) -> Section:
    body = plain_words(shown(text, known))
    weights: dict[str, float] = {}
    for word, count in Counter(word_list(body)).items():
        weights[word] = 1 + math.log(count)
    also = [phrase for action in actions_in(text) for each in synonyms(action) for phrase in each]
    for words, weight in ((also, _SYNONYM), ([chapter.title], _TITLE), ([heading], _HEADING)):
        for word in word_list(" ".join(words)):
            weights[word] = max(weight, weights.get(word, 0.0))
    return Section(chapter.id, number, plain_words(heading), body, weights)


def _points(section: Section, similar: Sequence[dict[str, float]], rarity: dict[str, float]) -> float:
    total = 0.0
    for forms in similar:
        best = max(
            (section.weights[word] * close * rarity[word] for word, close in forms.items() if word in section.weights),
            default=0.0,
        )
        if not best:
            return 0.0
        total += best
    return total


def _extract(text: str, words: Sequence[str]) -> str:
    """Return the text around the first of the words."""
    hits = places(text, " ".join(words))
    start = max(0, hits[0][0] - _AROUND) if hits else 0
    start = text.find(" ", start) + 1 if start else 0
    cut = text[start : start + 3 * _AROUND]
    before, after = "… " if start else "", " …" if len(text) > start + len(cut) else ""
    return before + (cut.rpartition(" ")[0] if after else cut) + after
