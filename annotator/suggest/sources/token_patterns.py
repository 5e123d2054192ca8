"""Matching spaCy's token patterns, as its `entity_ruler` uses them, in the tokens of an article.

The patterns can test only the words, no lemmas or parts of speech. They are matched in at most a hundred tokens at a
time, since two open operators over a long text would take hours.
"""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from annotator.model.patterns import PatternList, unusable
from annotator.suggest.sources.patterns import Match, PatternLabel
from annotator.text.language import LANGUAGES
from annotator.text.tokens import Tokens

if TYPE_CHECKING:
    from spacy.vocab import Vocab

_AT_ONCE = 100  # tokens
_MOST = 2_000  # patterns
_ENDS = frozenset(".!?…")
_BAD_PATTERN = (ValueError, TypeError, KeyError, OverflowError, AttributeError)


class TokenMatcher:
    """Finds matches of token patterns in texts of one language; build it once for many documents."""

    def __init__(self, lists: Iterable[PatternList], language: str, labels: frozenset[str]) -> None:
        from spacy.matcher import Matcher

        self._vocab = _vocab(language if language in LANGUAGES else "xx")
        self._matcher = Matcher(self._vocab)
        self._choices: dict[int, PatternLabel] = {}
        for each in lists:
            for one in each.patterns:
                if one.on and one.is_tokens and one.label in labels and len(self._choices) < _MOST:
                    self._add(PatternLabel(one.label, f"pattern: {each.name}"), one.tokens)

    def _add(self, choice: PatternLabel, tokens: list[dict[str, object]]) -> None:
        if unusable(tokens) is not None:
            return
        with suppress(*_BAD_PATTERN):  # a pattern that spaCy itself refuses is left out
            key = f"{len(self._choices)}"
            self._matcher.add(key, [tokens], greedy="LONGEST")
            self._choices[self._vocab.strings[key]] = choice

    def find(self, text: str, tokens: Tokens) -> Iterator[Match]:
        """Yield the longest match of each pattern at each place."""
        from spacy.tokens import Doc

        if not self._choices:
            return
        for first, last in _stretches(text, tokens):
            starts, ends = tokens.starts[first:last], tokens.ends[first:last]
            words = [text[start:end] for start, end in zip(starts, ends, strict=True)]
            spaces = [end < start for end, start in zip(ends, [*starts[1:], ends[-1]], strict=True)]
            for key, begin, stop in self._matcher(Doc(self._vocab, words=words, spaces=spaces)):
                if begin < stop:
                    yield Match(starts[begin], ends[stop - 1], 1, self._choices[key])


@lru_cache(maxsize=4)
def _vocab(language: str) -> "Vocab":
    import spacy

    return spacy.blank(language).vocab


def _stretches(text: str, tokens: Tokens) -> Iterator[tuple[int, int]]:
    """Yield ranges of at most `_AT_ONCE` tokens, cut at line breaks; longer lines are cut at a sentence's end."""
    breaks = [at for at in range(1, len(tokens)) if "\n" in text[tokens.ends[at - 1] : tokens.starts[at]]]
    for first, last in pairwise([0, *breaks, len(tokens)]):
        start = first
        while last - start > _AT_ONCE:
            ends = (at for at in range(start + _AT_ONCE, start, -1) if text[tokens.starts[at - 1]] in _ENDS)
            stop = next(ends, start + _AT_ONCE)
            yield start, stop
            start = stop
        if start < last:
            yield start, last
