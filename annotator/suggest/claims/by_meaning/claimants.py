"""The claimants of claims, chosen among the names and descriptions around each claim.

A small network weighs what the rules say, who spoke before, gender, distance and the like, and the probability that
each word is a claimant, by the finder's word head. The rules' answer stays unless another is clearly likelier. Only
thorough suggestions use it.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from annotator.processes.worker import Progress, no_progress
from annotator.suggest.claims.by_meaning.candidates import Article, Candidate
from annotator.suggest.claims.by_meaning.claimant_signs import candidates
from annotator.suggest.claims.by_meaning.finder import reader_of
from annotator.suggest.claims.frame_values import Claimants, Found, Name, Rule
from annotator.suggest.claims.worth import sealed

FILE = "claimants.json"
#: The SHA-256 of the file of the head; change it whenever a new head is learnt.
HEAD = "a2ba42c53a3dc39481cc95c82eeb44e0ffa8ae748d1dfd408561d3d9457aaca8"

_CLEARLY = 0.2  # how much more probable than the rules' answer another must be
_LEAST = 0.45  # the least probability of the claimant of a claim that no rule found
_DIGITS = 3  # of a score; further digits would depend on which texts share a batch


class Head(NamedTuple):
    """The number of each sign, the weights of the signs [signs, 1 + units], and the bias and output of each unit.

    The score of a candidate is the weighted sum of its signs in the first column, and the sum of what the units say.
    """

    signs: Mapping[str, int]
    weights: NDArray[np.float64]
    bias: NDArray[np.float64]
    out: NDArray[np.float64]


def claimants_of(folder: Path, seal: str | None, progress: Progress = no_progress) -> Claimants | None:
    """Return a function that decides claimants with an encoder.

    The result is None if the encoder is damaged, or is not the one that the finder's heads were learnt with.

    Args:
        folder: The encoder's folder.
        seal: The folder's expected `checksums.seal`, None if unknown.
        progress: Receives the number of sentences read, and the number of all to read.

    Raises:
        ModelError: ``source.broken`` if the file of the head or of the finder is not the shipped one.
    """
    head = _head()
    read = reader_of(folder, seal, progress)
    if read is None:
        return None

    def decide(text: str, language: str, found: Sequence[Found], names: Sequence[Name]) -> list[Found]:
        if not found:
            return []
        article = Article(text, language, names, found, read(text))
        decided, speakers = list(found), [one.speaker for one in found]
        for number, one in enumerate(found):
            if one.rule is not Rule.AUTHOR:
                decided[number] = chosen(one, candidates(article, number, speakers), head)
                speakers[number] = decided[number].speaker
        return decided

    return decide


def chosen(one: Found, able: Sequence[Candidate], head: Head) -> Found:
    """Return a claim with its likeliest claimant.

    It is unchanged if none is clearly likelier than the rules' own, or if no rule found it and none is likely.
    """
    shares = shares_of(able, head)
    best = shares.index(max(shares))
    if one.rule is Rule.MEANING:
        stays = shares[best] < _LEAST
    else:
        own = max((share for share, each in zip(shares, able, strict=True) if each.is_rules), default=-1.0)
        stays = able[best].is_rules or shares[best] - own <= _CLEARLY
    if stays:
        return one
    speaker, by_author = able[best].speaker, able[best].is_author
    by_nobody = one.rule is Rule.MEANING and speaker.part is None and not by_author
    return replace(one, speaker=speaker, by_author=by_author, by_nobody=by_nobody)


def shares_of(able: Sequence[Candidate], head: Head) -> list[float]:
    """Return the probability of each candidate; together they are 1."""
    values = np.zeros((len(able), len(head.signs)))
    for row, one in zip(values, able, strict=True):
        for sign, value in one.signs.items():
            if sign in head.signs:
                row[head.signs[sign]] = value
    sums = values @ head.weights
    scores = np.round(sums[:, 0] + np.tanh(sums[:, 1:] + head.bias) @ head.out, _DIGITS)
    raised = np.exp(scores - scores.max())
    shares: list[float] = (raised / raised.sum()).tolist()
    return shares


def head_in(content: Mapping[str, Any]) -> Head:
    """Return the head in the content of its file."""
    signs = {str(sign): number for number, sign in enumerate(content["signs"])}
    bias, out = (np.array(content[name], np.float64) for name in ("bias", "out"))
    weights = np.array(list(content["signs"].values()), np.float64).reshape(len(signs), 1 + len(bias))
    return Head(signs, weights, bias, out.reshape(len(bias)))


@lru_cache(maxsize=1)
def _head() -> Head:
    return head_in(json.loads(sealed(FILE, HEAD)))
