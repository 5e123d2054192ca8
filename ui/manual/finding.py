"""Search in the manual: the sections that contain the words, best first."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from ui.choosing.meaning import quality, word_list
from ui.choosing.synonyms import synonyms
from ui.manual.chapters import Chapter
from ui.manual.markup import ActionWords, actions_in, plain_words, shown

_HEADING, _TITLE = 6.0, 2.0  # weight of a word in a heading or chapter title; in the text it is 1
_FEW = 3  # with fewer hits, synonyms of the actions are searched, too
_CLEAR = 0.65  # least quality of a match for a word to count as found
_BEFORE, _EXTRACT = 30, 84  # characters before the first match, and in all
_SIGNS = ".,;:!?()[]„“”‚‘’'\"…"


class Section(NamedTuple):
    """A section, prepared for the search; ``number`` is that of its heading in the chapter, from 0."""

    chapter: str
    number: int
    heading: str
    text: str
    weights: dict[str, float]  # of each folded word
    meant: dict[str, float]  # of synonyms of the actions that the section names


class FoundSection(NamedTuple):
    """A section that was found, with an extract of its text."""

    chapter: str
    number: int
    heading: str
    extract: str


class Index:
    """The index of all sections of a manual."""

    def __init__(self, chapters: Sequence[Chapter], known: ActionWords) -> None:
        self._sections = [
            _section(chapter, number, heading, text, known)
            for chapter in chapters
            for number, (heading, text) in enumerate(chapter.sections)
        ]
        counts = Counter(word for section in self._sections for word in section.meant | section.weights)
        self._rarity = {word: math.log(1 + len(self._sections) / count) for word, count in counts.items()}

    def find(self, typed: str) -> tuple[FoundSection, ...]:
        """Return the sections that contain every typed word, as a whole, a beginning or another form; best first."""
        words = tuple(dict.fromkeys(word_list(typed)))
        similar = [
            {word: close for word in self._rarity if (close := quality(asked, word)) >= _CLEAR} for asked in words
        ]
        found = self._ranked([(self._points(each.weights, similar), each) for each in self._sections])
        if len(found) < _FEW:
            others = [each for each in self._sections if each not in found]
            found += self._ranked([(self._points(each.meant | each.weights, similar), each) for each in others])
        return tuple(FoundSection(*section[:3], _extract(section.text, words)) for section in found)

    @staticmethod
    def _ranked(scored: Sequence[tuple[float, Section]]) -> list[Section]:
        return [section for points, section in sorted(scored, key=lambda each: -each[0]) if points > 0]

    def _points(self, weights: Mapping[str, float], similar: Sequence[Mapping[str, float]]) -> float:
        """Return the score of a section for all typed words, 0 if one of them is missing."""
        total = 0.0
        for forms in similar:
            points = (weights[word] * close * self._rarity[word] for word, close in forms.items() if word in weights)
            best = max(points, default=0.0)
            if not best:
                return 0.0
            total += best
        return total


def places(text: str, typed: str) -> tuple[tuple[int, int], ...]:
    """Return start and end (exclusive) of each word of the text that matches a typed word."""
    asked = word_list(typed)
    found, at = [], 0
    for word in text.split():
        start = text.index(word, at)
        at = start + len(word)
        if any(quality(each, own) >= _CLEAR for own in word_list(word) for each in asked):
            inner = word.strip(_SIGNS)
            start += word.index(inner)
            found.append((start, start + len(inner)))
    return tuple(found)


def _section(chapter: Chapter, number: int, heading: str, text: str, known: ActionWords) -> Section:
    body = plain_words(shown(text, known))
    weights = {word: 1 + math.log(count) for word, count in Counter(word_list(body)).items()}
    for words, weight in ((chapter.title, _TITLE), (heading, _HEADING)):
        for word in word_list(words):
            weights[word] = max(weight, weights.get(word, 0.0))
    also = (phrase for action in actions_in(text) for each in synonyms(action) for phrase in each)
    meant = dict.fromkeys(word_list(" ".join(also)), 1.0)
    return Section(chapter.id, number, plain_words(heading), body, weights, meant)


def _extract(text: str, words: Sequence[str]) -> str:
    """Return the text around the first match of any of the words."""
    hits = places(text, " ".join(words))
    start = max(0, hits[0][0] - _BEFORE) if hits else 0
    start = text.find(" ", start) + 1 if start else 0
    cut = text[start : start + _EXTRACT]
    before, after = "… " if start else "", " …" if len(text) > start + len(cut) else ""
    return before + (cut.rpartition(" ")[0] if after else cut) + after
