"""The windows of articles with what the reader has to say about them."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from annotator.suggest.claims.by_meaning.reader import CLAIM, CLAIMANT, CUE
from annotator.suggest.claims.by_meaning.windows import Window, Words, windows, words_of
from annotator.suggest.encoder.unigram import Unigram
from tools.models.claim_reader.written import AUTHOR, FORMS, KINDS, SORTS, STANCES, Article, Claim


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A claim that begins in a window's fresh words; numbers of words count from the window's first.

    ``claimant`` says which words mean the claimant; its last two entries stand for the author and for nobody. If the
    claimant is out of sight, none is marked.
    """

    own: Sequence[int]
    cue: Sequence[int]
    kind: int
    form: int
    stance: int
    sort: int
    claimant: NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A window, the sentence and the role of each of its words, and its claims."""

    window: Window
    sentences: NDArray[np.int64]
    roles: NDArray[np.int64]
    claims: Sequence[Wanted]

    @property
    def fresh(self) -> int:
        """The number of its first fresh word."""
        return self.window.fresh - self.window.first


def examples(article: Article, unigram: Unigram) -> list[Example]:
    """Return the windows of an article."""
    words = words_of(article.text)
    roles = _roles(words, article.claims)
    return [_example(words, roles, article.claims, window) for window in windows(article.text, words, unigram)]


def _example(words: Words, roles: NDArray[np.int64], claims: Sequence[Claim], window: Window) -> Example:
    here = slice(window.first, window.end)
    parts = words.parts[here]
    start = words.parts[window.fresh][0] if window.fresh else 0
    end = words.parts[window.end][0] if window.end < len(words.parts) else words.parts[-1][1]
    return Example(
        window=window,
        sentences=np.array(words.sentences[here]),
        roles=roles[here],
        claims=[_wanted(parts, one) for one in claims if start <= one.parts[0][0] < end],
    )


def _wanted(words: Sequence[tuple[int, int]], one: Claim) -> Wanted:
    claimant = np.zeros(len(words) + 2, np.bool_)
    claimant[touched(words, one.claimants)] = True
    if not one.claimants:
        claimant[-2 if one.who == AUTHOR else -1] = True
    cue = touched(words, [one.cue]) if one.cue is not None else []
    return Wanted(
        own=touched(words, one.parts) or [0],
        cue=cue,
        kind=KINDS.index(one.kind),
        form=FORMS.index(one.form),
        stance=STANCES.index(one.stance),
        sort=SORTS.index(one.sort),
        claimant=claimant,
    )


def _roles(words: Words, claims: Sequence[Claim]) -> NDArray[np.int64]:
    """Return the role of each word; of several roles, claim outranks cue, and cue outranks claimant.

    A claimant counts where the claim's sentence says it, if only with a pronoun.
    """
    found = np.zeros(len(words.parts), np.int64)
    numbers = np.array(words.sentences)
    for one in claims:
        own = touched(words.parts, one.parts[:1])
        said = touched(words.parts, one.claimants if one.reference is None else [one.reference])
        found[[n for n in said if one.reference is not None or (own and numbers[n] == numbers[own[0]])]] = CLAIMANT
    for one in claims:
        found[touched(words.parts, [one.cue] if one.cue is not None else [])] = CUE
    for one in claims:
        found[touched(words.parts, one.parts)] = CLAIM
    return found


def touched(words: Sequence[tuple[int, int]], parts: Sequence[tuple[int, int]]) -> list[int]:
    """Return the numbers of the words that touch any of the parts, part by part."""
    return [number for part in parts for number, (start, end) in enumerate(words) if start < part[1] and part[0] < end]
