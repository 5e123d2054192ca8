"""The source that suggests strings which the analyst has labelled before ("seen strings")."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from annotator.model.values import CLAIMS, ENTITIES, Document, Part, Suggestion
from annotator.suggest.adapter.layers import is_own, qualified
from annotator.suggest.sources.source import REASONED, Cancelled, DescribedSource, SourceInfo, SourceKind
from annotator.text.normalization import one_line
from annotator.text.parts import Cover
from annotator.text.tokens import Tokens

INFO = SourceInfo(name="seen", version="3", language=None, kind=SourceKind.SEEN)

_FEWEST_LETTERS = 2
_LONGEST = 200
_PREFIX = 2
_REFUSED = 2
_REFUSED_RULE = 5
_REFUSED_SHARE = 0.15
PRIOR = 0.1  # the weight against any label before there is a contrary decision
_MAJORITY = 0.5
_FITTING = 0.85  # the highest score of an ordinary word in a place like that where it was labelled
_DOUBTED = 0.5  # the highest score of a name that a person rejected, or of which a person rejected similar ones
_LONGEST_TITLE = 80
_LAST_WORD = re.compile(r"(\w+|[^\w\s])[^\S\n]*\Z")
_DETERMINER = re.compile(
    "d(er|ie|as|en|em|es)|dies(e[rsmn]?)|jede[rsmn]?|(k|m|d|s)?ein(e[rsmn]?)?|(ihr|unser|euer|eur)(e[rsmn]?)?"
    "|the|an?|this|that|these|those|his|her|its|their|our|my|your",
    re.IGNORECASE,
)
_EQUAL_SPACES = "\u00a0\u2007\u2009\u202f"  # characters that look like plain spaces


class SeenString(NamedTuple):
    """The decisions in a project about a string with one label. For claims, ``text`` is the name of the rule.

    ``share`` is the label's share of the decisions (see `decided_names`), None to compute it from the counts.
    ``article`` is the title of the latest article with a decision. ``before`` has what preceded the string where it was
    decided (see `place_before`). ``form`` is the value of `compounds.FORM` that most labels on the string have, "" for
    none. Conventions travel as entries, too (see `conventions.LAYER`). This is a tuple instead of a dataclass, because
    ten thousand of them are sent to a process with each document.
    """

    text: str
    layer: str
    label: str
    accepted: int
    rejected: int = 0
    learnt: int = 0  # how often it was accepted in articles that an adapter has learnt from
    share: float | None = None
    article: str = ""
    before: tuple[str, ...] = ()
    form: str = ""


@dataclass(frozen=True, slots=True)
class _Choice:
    layer: str
    label: str
    accepted: int
    score: float
    article: str
    before: tuple[str, ...]
    is_learnt: bool
    form: str

    @property
    def rule(self) -> str:
        """The reason for the suggestion: how often the string was labelled, and in which article last."""
        return with_title(f"seen {self.accepted} time{'s' if self.accepted > 1 else ''}", self.article)


def with_title(said: str, article: str) -> str:
    """Return a rule with the title of the article that it goes back to, shortened, if there is one."""
    title = one_line(article)[:_LONGEST_TITLE].strip()
    return f"{said}: {title}" if title else said


class SeenMatcher:
    """Finds seen strings in texts; build it once for many documents."""

    def __init__(self, seen: Iterable[SeenString], labels: Iterable[str]) -> None:
        """Choose the label of each string in each layer: the one with the largest share, if it is among ``labels``.

        ``labels`` are as named by `qualified`. Only names of at least two letters are used, including those in
        user-defined layers. If a string got different labels in articles that an adapter has learnt from, it is left to
        the adapter, which saw the context. If it always got the same label there, it is suggested only where a model
        finds a name, and gives way to a model that suggests the same label.
        """
        wanted = frozenset(labels)
        by_text: dict[str, dict[str, list[SeenString]]] = defaultdict(lambda: defaultdict(list))
        for string in seen:
            is_named = string.layer == ENTITIES or is_own(string.layer)
            if is_named and string.accepted > 0 and _is_name(string.text):
                by_text[string.layer][folded(string.text)].append(string)
        self._layers = [_LayerMatcher(layer, strings, wanted) for layer, strings in sorted(by_text.items())]

    @property
    def knows_strings(self) -> bool:
        """Whether there is any string to find."""
        return bool(self._layers)

    def find(self, text: str, tokens: Tokens) -> list[tuple[int, int, _Choice]]:
        """Return the matches in text order; they begin and end with tokens, and the longest wins within a layer."""
        words = folded(text)
        found = [match for layer in self._layers for match in layer.find(words, tokens)]
        return sorted(found, key=lambda match: match[0])


class _LayerMatcher:
    """Finds the seen strings of one layer."""

    def __init__(self, layer: str, by_text: Mapping[str, list[SeenString]], wanted: frozenset[str]) -> None:
        self._chosen = {
            text: chosen
            for text, strings in by_text.items()
            if (chosen := _choose(strings)) is not None and qualified(layer, chosen.label) in wanted
        }
        self._reach: dict[str, int] = defaultdict(int)
        for text in self._chosen:
            self._reach[text[:_PREFIX]] = max(self._reach[text[:_PREFIX]], len(text))

    def find(self, words: str, tokens: Tokens) -> list[tuple[int, int, _Choice]]:
        """Return the layer's matches in a `folded` text."""
        if not self._chosen:
            return []
        starts, ends = tokens.starts, tokens.ends
        matches: list[tuple[int, int, _Choice]] = []
        for first, start in enumerate(starts):
            reach = self._reach.get(words[start : start + _PREFIX], 0)
            last = first
            while last < len(ends) and ends[last] - start <= reach:
                chosen = self._chosen.get(words[start : ends[last]])
                last += 1
                if chosen:
                    matches.append((first, last, chosen))
        matches.sort(key=lambda match: (starts[match[0]] - ends[match[1] - 1], match[0]))
        taken: set[int] = set()
        kept = []
        for first, last, chosen in matches:
            if taken.isdisjoint(range(first, last)):
                taken.update(range(first, last))
                kept.append((starts[first], ends[last - 1], chosen))
        return kept


class Named:
    """The names that models find in a document, by layer."""

    def __init__(self, suggestions: Iterable[Suggestion] = ()) -> None:
        parts: dict[str, list[Part]] = defaultdict(list)
        for one in suggestions:
            parts[one.layer] += one.parts
        self._exact = {layer: frozenset(each) for layer, each in parts.items()}
        self._covers = {layer: Cover(each) for layer, each in parts.items()}

    def has(self, layer: str, start: int, end: int) -> bool:
        """Return whether a model has found exactly these words as a name."""
        return (start, end) in self._exact.get(layer, ())

    def touches(self, layer: str, start: int, end: int) -> bool:
        """Return whether any of these words belongs to a name that a model has found."""
        cover = self._covers.get(layer)
        return cover is not None and cover.touches(start, end)

    def surrounds(self, layer: str, start: int, end: int) -> bool:
        """Return whether the character before or after these words belongs to a name that a model has found."""
        return self.touches(layer, start - 1, start) or self.touches(layer, end, end + 1)


def never_ordinary(word: str) -> bool:
    """Return False; used if there is no lexicon, so that only lower case shows an ordinary word."""
    del word
    return False


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenSource(DescribedSource):
    """The source that suggests seen strings.

    ``tokens`` are those of the document to pass to `suggest`, and ``named`` the names that models find in it.
    ``is_ordinary`` returns whether a name is an ordinary word too.
    """

    info: SourceInfo = INFO
    matcher: SeenMatcher
    tokens: Tokens
    is_ordinary: Callable[[str], bool] = never_ordinary
    named: Named = field(default_factory=Named)

    def suggest(self, document: Document, cancelled: Cancelled) -> list[Suggestion]:
        """Return the seen strings outside page furniture, in text order. ``cancelled`` is ignored: this is fast."""
        del cancelled
        excluded = Cover(document.excluded)
        text = document.text
        return [
            self.suggestion(
                document, (chosen.layer, chosen.label), (start, end), score=score, rule=chosen.rule, form=chosen.form
            )
            for start, end, chosen in self.matcher.find(text, self.tokens)
            if not excluded.touches(start, end) and (score := self._score(text, start, end, chosen)) is not None
        ]

    def _score(self, text: str, start: int, end: int, chosen: _Choice) -> float | None:
        """Return the score of an occurrence, or None if it should not be suggested.

        An ordinary word is suggested only where a model finds a name too, or if the word before it is like the one
        where it was labelled. A name after an unusual word, or one that may be part of a longer name ("München Hbf"),
        is not sure.
        """
        word, layer = text[start:end], chosen.layer
        if chosen.is_learnt and not self.named.has(layer, start, end):
            return None
        here = place_before(text[max(0, start - REACH) : start])
        ordinary = word[:1].islower() or self.is_ordinary(word)
        if ordinary and not self.named.touches(layer, start, end):
            fits = here in chosen.before if chosen.before else not _is_determiner(here)
            return min(chosen.score, _FITTING) if fits else None
        new = bool(chosen.before) and _is_determiner(here) and not any(map(_is_determiner, chosen.before))
        following = text[end : end + 2]
        goes_on = following[:1] == " " and (following[1:].isupper() or following[1:] == "(")
        longer = goes_on or self.named.surrounds(layer, start, end)
        is_unlike = new or (longer and not self.named.has(layer, start, end))
        return min(chosen.score, _FITTING) if is_unlike else chosen.score


REACH = 24
"""The number of characters before a name that `place_before` needs."""


def place_before(text: str) -> str:
    """Return the last word (in lower case) or sign of the text before a name, "" at the start of a line.

    A capitalised word becomes "Aa" and a number "0", since a particular one seldom recurs.
    """
    found = _LAST_WORD.search(text)
    if found is None:
        return ""
    word = found[1]
    if word[0].isdigit():
        return "0"
    return word.lower() if word.islower() or _is_determiner(word) or not word[0].isalpha() else "Aa"


def is_explained(suggestion: Suggestion) -> bool:
    """Return whether a suggestion is a seen string whose rule names an article where it was labelled."""
    return suggestion.source == INFO.name and ": " in (suggestion.rule or "")


def is_after_determiner(before: str) -> bool:
    """Return whether a text ends with a determiner ("the", "this", "my"); the last `REACH` characters suffice."""
    return _is_determiner(place_before(before))


def _is_determiner(word: str) -> bool:
    return _DETERMINER.fullmatch(word) is not None


def refused(seen: Iterable[SeenString]) -> frozenset[tuple[str, str, str]]:
    """Return the `known_by` keys of names and rules that were repeatedly rejected and hardly ever accepted.

    For a name, two rejections are enough if its share of the decisions is small. A rule for claims needs more
    rejections and no acceptance, because a refused rule suggests nothing at all. Measured on the gold articles, with
    decisions from one half: without quotations, German claims are right in 93 instead of 72 of 100 cases, and without
    intentions in 96 instead of 91. At most one claim in a hundred is lost. Analysts who accept such claims keep the
    rule, and so lose none.
    """
    return frozenset((string.layer, string.label, folded(string.text)) for string in seen if _is_refused(string))


def refused_rules(seen: Iterable[SeenString]) -> list[SeenString]:
    """Return the rules for claims that `refused` rules out."""
    return [string for string in seen if string.layer == CLAIMS and _is_refused(string)]


def _is_refused(string: SeenString) -> bool:
    if string.layer == CLAIMS:
        return string.accepted == 0 and string.rejected >= _REFUSED_RULE and string.text != REASONED  # not a rule
    share = 0.0 if not string.accepted else string.share
    return string.rejected >= _REFUSED and share is not None and share <= _REFUSED_SHARE


def doubted(seen: Iterable[SeenString]) -> dict[tuple[str, str, str], str]:
    """Return the names that were rejected once and never accepted: their `known_by` keys, with the article's title."""
    return {
        (string.layer, string.label, folded(string.text)): string.article
        for string in seen
        if string.layer != CLAIMS and string.rejected == 1 and not string.accepted
    }


def with_doubts(
    suggestions: Sequence[Suggestion], text: str, doubts: Mapping[tuple[str, str, str], str]
) -> list[Suggestion]:
    """Return the suggestions; those that are `doubted` get a low score, so that nobody accepts them without looking."""
    found = []
    for one in suggestions:
        article = doubts.get(known_by(one, text)) if one.layer != CLAIMS else None
        found.append(one if article is None else in_doubt(one, "rejected 1 time", article))
    return found


def in_doubt(suggestion: Suggestion, reason: str, article: str) -> Suggestion:
    """Return the suggestion with a low score, and with a reason as its rule, followed by an article's title."""
    score = _DOUBTED if suggestion.score is None else min(suggestion.score, _DOUBTED)
    return replace(suggestion, score=score, rule=with_title(reason, article))


def known_by(suggestion: Suggestion, text: str) -> tuple[str, str, str]:
    """Return the layer, the label, and what decisions apply to: the rule of a claim, the `folded` words of a name."""
    rule = (suggestion.rule or "").partition(":")[0]
    words = rule if suggestion.layer == CLAIMS else folded(suggestion.quote(text))
    return suggestion.layer, suggestion.label, words


def folded(text: str) -> str:
    """Return a text with special spaces replaced by plain ones; offsets stay the same."""
    for space in _EQUAL_SPACES:
        text = text.replace(space, " ")  # four searches take a hundredth of the time of `str.translate`
    return text


def _is_name(text: str) -> bool:
    return len(text) <= _LONGEST and sum(map(str.isalpha, text)) >= _FEWEST_LETTERS


def _choose(strings: list[SeenString]) -> _Choice | None:
    """Choose the label of a string with the largest share, which becomes the score.

    The result is None if no label has a majority, or if an adapter has learnt the label and the string has others too.
    """
    accepted = sum(string.accepted for string in strings)

    def share(string: SeenString) -> float:
        if string.share is not None:
            return string.share
        return string.accepted / (accepted + string.rejected + PRIOR)

    best = max(strings, key=share)
    if share(best) < _MAJORITY or (0 < best.accepted == best.learnt and len(strings) > 1):
        return None
    is_learnt = best.accepted <= best.learnt
    article = "" if is_learnt else best.article
    return _Choice(best.layer, best.label, best.accepted, share(best), article, best.before, is_learnt, best.form)
