"""Suggesting names inside words, and words derived from names, as the project's conventions say."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from math import inf
from typing import TYPE_CHECKING, NamedTuple

from annotator.model.values import ENTITIES, Document, Part, Suggestion
from annotator.suggest.sources.memory.conventions import NOTHING, RULE, Convention
from annotator.suggest.sources.memory.seen import INFO, SeenSource, in_doubt, with_title
from annotator.suggest.sources.memory.word_shapes import (
    Shape,
    Word,
    countries_of,
    places_of,
    rest_of,
    shape_before,
    shaped,
    stems_of,
    words_in,
)
from annotator.suggest.sources.source import Cancelled, DescribedSource, SourceInfo
from annotator.suggest.tiers import LIKELY_FROM, SURE_FROM
from annotator.text import sentences
from annotator.text.parts import Cover

if TYPE_CHECKING:
    from annotator.suggest.crf.lexicon import Lexicon

_UNSURE = 0.85  # the highest score of a word whose name only a model knows, and is not sure of
_MOST_ASKED = 100  # variants of sentences of one article that a model reads again
_AROUND = 200  # characters of the sentence before and after the word in such a variant
_APART = "\n\n"  # between two variants
_FEWEST_DECISIONS = 10  # before a project counts as leaving out words of a shape
_VARIANTS = 4
_REST = 40  # characters of a word after its first part, as many as the store reads after a decision

_COUNTRY, _LARGE, _NOUN = "KcN"  # classes of words in a lexicon; a country may also be a region
_PLACES = frozenset("KcC")
_RARER = 0.3  # logarithm: how much rarer a word for an inhabitant is than the place
_RARER_THAN_NOUN = 1.0  # the same, for a place whose name is a noun as well

Read = Callable[[Document], Sequence[Suggestion]]


class WordToLabel(NamedTuple):
    """A word that the project would label: the part of it to label, and the convention that says how."""

    part: Part
    convention: Convention
    score: float

    @property
    def rule(self) -> str:
        """The reason for the suggestion: how many such words were decided, the latest of them, and its article."""
        count = self.convention.agreeing
        return with_title(
            f"{RULE}{self.convention.example} {count} time{'s' if count > 1 else ''}", self.convention.title
        )


class _Question(NamedTuple):
    """A word that may contain a name or come from one: ``name`` is this possible name, which a model must confirm."""

    word: Word
    name: str
    cut: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Following:
    """Finds the words in an article that the project's conventions for one language would label.

    ``known`` are the labels of the project's names, by name, and ``names`` the models' suggestions for the article.
    ``read`` asks the models about another text; it returns nothing if there is no model. ``lexicon`` is a model's
    lexicon. ``labels`` are the wanted labels.
    """

    conventions: tuple[Convention, ...]
    language: str
    labels: frozenset[str]
    known: Mapping[str, str] = field(default_factory=dict)
    names: Sequence[Suggestion] = ()
    read: Read = lambda document: ()
    lexicon: "Lexicon | None" = None

    def find(self, document: Document) -> list[WordToLabel]:
        """Return the words that the project would label, even if they overlap other suggestions."""
        rules = {
            (each.shape, each.base): each
            for each in self.conventions
            if each.language == self.language and each.treatment.label in self.labels
        }
        if not rules:
            return []
        finder = _Finder(rules, self._known_here(document.text), self.lexicon)
        found = [each for word in words_in(document.text, self.language) for each in finder.look_up(word)]
        if self.language == "en":  # the English tokenizer cuts words at hyphens, so models have read the names inside
            return [*found, *finder.named(self.names, document.text)]
        for question, label, score in self._answers(document, finder.questions):
            found += finder.settled(question, label, score)
        return found

    def _known_here(self, text: str) -> dict[str, str]:
        """Return the labels of the names that are known to the project or that a model is sure of."""
        sure = sorted(
            (one.score, one.quote(text), one.label)
            for one in self.names
            if one.layer == ENTITIES and one.score is not None and one.score >= SURE_FROM
        )
        return {name: label for _, name, label in sure} | dict(self.known)

    def _answers(self, document: Document, asked: Sequence[_Question]) -> Iterator[tuple[_Question, str, float]]:
        """Yield the questions whose names the models recognise, with label and score; only the best for each word.

        The models read the sentence with the possible name in the word's place. A word is asked about only where it
        first occurs, since its name is the same in the whole article.
        """
        first: dict[tuple[str, int], _Question] = {}
        for question in asked:
            first.setdefault((question.word.text, question.cut), question)
        if not first:
            return
        every = sentences.split(document.text)
        texts: list[str] = []
        places: dict[Part, _Question] = {}
        at = 0
        for question in islice(first.values(), _MOST_ASKED):
            word = question.word
            start, end = sentences.at(every, word.start) or (word.start, word.end)
            before = document.text[max(start, word.start - _AROUND) : word.start]
            after = document.text[word.end : min(end, word.end + _AROUND)]
            begin = at + len(before)
            places[begin, begin + len(question.name)] = question
            texts.append(f"{before}{question.name}{after}")
            at += len(texts[-1]) + len(_APART)
        best: dict[str, tuple[float, int, str]] = {}
        for one in self.read(replace(document, text=_APART.join(texts), excluded=())):
            met = places.get((one.start, one.end))
            if met is not None and one.layer == ENTITIES and one.score is not None:
                known = best.get(met.word.text, (0.0, 0, ""))
                best[met.word.text] = max(known, (one.score, met.cut, one.label))
        for question in asked:
            score, cut, label = best.get(question.word.text, (0.0, 0, ""))
            if cut == question.cut:
                yield question, label, score


@dataclass(frozen=True, slots=True, kw_only=True)
class RememberedSource(DescribedSource):
    """The source of all that was decided before: seen strings, and words as the project's conventions say."""

    info: SourceInfo = INFO
    seen: SeenSource
    following: Following

    def suggest(self, document: Document, cancelled: Cancelled) -> list[Suggestion]:
        """Return the suggestions in text order.

        A seen string outranks a convention, unless it is only a name inside a word: then the convention knows more.
        """
        strings = self.seen.suggest(document, cancelled)
        found = self.following.find(document)
        if not found:
            return strings
        labels = {one.parts[0]: one.label for one in strings if one.layer == ENTITIES}
        places = sorted(labels)
        excluded = Cover(document.excluded)
        dropped: set[Part] = set()
        ours: list[Suggestion] = []
        reached = 0
        for each in sorted(found, key=lambda one: (one.part[0], -one.score)):
            start, end = each.part
            treatment = each.convention.treatment
            touched = _touched(places, start, end)
            knows_more = all(_is_inside(part, labels[part], each) for part in touched)
            if start < reached or not knows_more or excluded.touches(start, end):
                continue
            reached = end
            dropped.update(touched)
            kind = (ENTITIES, treatment.label)
            ours.append(
                self.suggestion(document, kind, each.part, score=each.score, rule=each.rule, form=treatment.form)
            )
        kept = [one for one in strings if one.layer != ENTITIES or one.parts[0] not in dropped]
        return sorted((*kept, *ours), key=lambda one: one.start)


def _touched(places: Sequence[Part], start: int, end: int) -> list[Part]:
    """Return the places that overlap a range; ``places`` are in order and do not overlap each other."""
    first = max(0, bisect_right(places, (start, inf)) - 1)
    last = bisect_left(places, (end, 0))
    return [part for part in places[first:last] if part[0] < end and start < part[1]]


def _is_inside(part: Part, label: str, found: WordToLabel) -> bool:
    """Return whether a seen string is only a name inside a found word: less than the word, or the part to label."""
    treatment = found.convention.treatment
    if treatment.whole:
        return part != found.part and found.part[0] <= part[0] and part[1] <= found.part[1]
    return (part, label) == (found.part, treatment.label)


class _Finder:
    """Finds the convention for each word of an article; collects the words about which a model must be asked."""

    def __init__(
        self,
        rules: Mapping[tuple[Shape, str], Convention],
        known: Mapping[str, str],
        lexicon: "Lexicon | None",
    ) -> None:
        self._rules = rules
        self._known = known
        self._lexicon = lexicon
        self.questions: list[_Question] = []
        self._countries: dict[str, float] = {}
        self._learnt: dict[tuple[Shape, str], list[Convention]] = {}
        for rule in rules.values():
            for name in rule.words:
                self._learnt.setdefault((rule.shape, name), []).append(rule)
        self._shapes = {shape for shape, _ in rules}

    def look_up(self, word: Word) -> Iterator[WordToLabel]:
        """Yield the word if its name is known and has a convention; else add a question if models may know the name."""
        same = self._rules.get((Shape.SAME, word.text))
        if same is not None:
            yield from self._followed(same, word, same.cut, same.score)
        elif word.shape not in self._shapes:
            return
        elif word.shape is Shape.ADJECTIVE:
            rule = self._rules.get((Shape.ADJECTIVE, ""))
            if rule is not None:
                scores = (
                    rule.score if stem in rule.words else self._score_of_stem(stem) for stem in stems_of(word.text)
                )
                yield from self._followed(rule, word, 0, min(rule.score, *scores))
        elif word.shape is Shape.INHABITANT:
            yield from self._inhabitant(word)
        else:
            yield from self._compound(word)

    def _compound(self, word: Word) -> Iterator[WordToLabel]:
        """Yield a word whose first part is a known name, unless the rest is a name, too ("Bremen-Vegesack")."""
        names = [(word.text[:cut], cut) for cut in word.cuts if not self._is_name(word.text[cut + 1 :])]
        learnt = next(((rule, cut) for name, cut in names for rule in self._learnt.get((word.shape, name), ())), None)
        if learnt is None:
            known = next(((name, cut) for name, cut in names if name in self._known), None)
            if known is None:
                self.questions += [_Question(word, name, cut) for name, cut in names[:_VARIANTS]]
                return
            rule = self._rules.get((word.shape, self._known[known[0]]))
            learnt = (rule, known[1]) if rule is not None else None
        if learnt is not None:
            yield from self._followed(learnt[0], word, learnt[1], learnt[0].score)

    def _is_name(self, rest: str) -> bool:
        if rest in self._known or (len(rest) > 1 and rest.isupper()):
            return True
        classes = self._lexicon.word_class(rest) if self._lexicon is not None else ""
        return _NOUN not in classes and not _PLACES.isdisjoint(classes)

    def _inhabitant(self, word: Word) -> Iterator[WordToLabel]:
        """Yield a word for an inhabitant of a place that the project or the article knows, or a model's lexicon."""
        places = places_of(word.text)
        label = next((self._known[place] for place in places if place in self._known), None)
        if label is not None:
            rule = self._rules.get((Shape.INHABITANT, label))
            if rule is not None:
                yield from self._followed(rule, word, 0, rule.score)
            return
        rules = [each for (shape, _), each in self._rules.items() if shape is Shape.INHABITANT]
        usual = max(rules, key=lambda each: each.agreeing)
        score = max((self._score_of_place(word.text, place) for place in places), default=0.0)
        yield from self._followed(usual, word, 0, min(usual.score, score))

    def _score_of_place(self, word: str, place: str) -> float:
        """Return the score of a word that may come from a place known only to the lexicon, 0 if it does not.

        The lexicon has villages called "Lehre" and "Alt", which are rarer than "Lehrer" and "Alter". The capital "Male"
        is hardly more frequent than "Maler".
        """
        classes = self._lexicon.word_class(place) if self._lexicon is not None else ""
        if self._lexicon is None or _PLACES.isdisjoint(classes) or (_NOUN in classes and _LARGE not in classes):
            return 0.0
        of_word, of_place = self._lexicon.log_probability(word), self._lexicon.log_probability(place)
        rarer = _RARER_THAN_NOUN if _NOUN in classes else _RARER
        if of_place is None or (of_word is not None and of_place < of_word + rarer):
            return 0.0
        return 1.0 if _LARGE in classes and _NOUN not in classes else _UNSURE

    def _score_of_stem(self, stem: str) -> float:
        """Return the score of an adjective that may come from a known place or a listed country, 0 if it does not."""
        if stem not in self._countries:
            places = countries_of(stem)
            score = 1.0 if any(place in self._known for place in places) else 0.0
            if not score and self._lexicon is not None:
                score = _UNSURE if any(_COUNTRY in self._lexicon.word_class(place) for place in places) else 0.0
            self._countries[stem] = score
        return self._countries[stem]

    def settled(self, question: _Question, label: str, score: float) -> Iterator[WordToLabel]:
        """Yield a question's word if a convention covers the label that a model gave the word's name."""
        rule = self._rules.get((question.word.shape, label))
        if rule is not None and score >= LIKELY_FROM:
            yield from self._followed(rule, question.word, question.cut, min(rule.score, _UNSURE))

    def named(self, names: Iterable[Suggestion], text: str) -> Iterator[WordToLabel]:
        """Yield the adjectives among the models' names that the project labels differently."""
        for one in names:
            word = shaped(one.quote(text), "en") if one.layer == ENTITIES else None
            rule = self._rules.get((Shape.ADJECTIVE, one.label))
            if word is None or rule is None or word.shape is not Shape.ADJECTIVE:
                continue
            if rule.treatment != (one.label, True, ""):
                yield from self._followed(rule, word._replace(start=one.start), 0, rule.score)

    def _followed(self, rule: Convention, word: Word, cut: int, score: float) -> Iterator[WordToLabel]:
        if not score or rule.treatment == NOTHING or word.text in rule.refused:
            return
        part = (word.start, word.end if rule.treatment.whole else word.start + cut)
        if part[0] < part[1]:
            yield WordToLabel(part, rule, score)


def with_doubts_by_convention(
    suggestions: Sequence[Suggestion], text: str, language: str, conventions: Iterable[Convention]
) -> list[Suggestion]:
    """Return the suggestions; names in words that the project never labels get a low score, and the reason."""
    rules = {
        (each.shape, each.base): each
        for each in conventions
        if each.treatment == NOTHING and each.language == language and each.agreeing >= _FEWEST_DECISIONS
    }
    if not rules:
        return list(suggestions)
    found = []
    for one in suggestions:
        rule = _rule_against(one, text, language, rules) if one.layer == ENTITIES and len(one.parts) == 1 else None
        reason = f"rejected like {rule.example} {rule.agreeing} times" if rule is not None else ""
        found.append(one if rule is None else in_doubt(one, reason, rule.title))
    return found


def _rule_against(
    one: Suggestion, text: str, language: str, rules: Mapping[tuple[Shape, str], Convention]
) -> Convention | None:
    rest = rest_of(text[one.end : one.end + _REST])
    if rest:
        return rules.get((shape_before(rest), one.label))
    word = shaped(one.quote(text), language)
    return rules.get((word.shape, one.label)) if word is not None else None
