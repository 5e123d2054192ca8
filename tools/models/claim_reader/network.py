"""The reader in PyTorch: the lower layers of the encoder over a window, with heads for words, sentences and claims."""

import random
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn.functional import gelu

from annotator.suggest.claims.by_meaning.reader import DISTANCES, KINDS, ROLES, STEPS, distances, steps
from tools.models.claim_reader.examples import Example, Wanted
from tools.models.claim_reader.written import FORMS, SORTS, STANCES
from tools.models.encoder.e5_file import E5
from tools.models.encoder.network import Tagger

_CLAIM = 256  # numbers that describe a claim
_WITHOUT_CUE = 0.25  # the share of claims whose cue is hidden
_CUT = 0.3  # the share of claims that lose a word or two at one end, as suggested ones do
_SHORTEST = 5  # words of a claim that may be cut


class Scores(NamedTuple):
    """The scores of claims: kinds, forms, stances, sorts of claimants, and words as the claimant, author and nobody."""

    kinds: Tensor
    forms: Tensor
    stances: Tensor
    sorts: Tensor
    claimants: Tensor


class Reader(nn.Module):
    """The network; `annotator.suggest.claims.by_meaning.reader` computes the same without PyTorch."""

    def __init__(self, e5: E5, rows: Sequence[int], layers: int, dropout: float) -> None:
        super().__init__()
        size = e5.size
        self.encoder = Tagger(e5, rows, layers, dropout)
        self.encoder.style.weight.requires_grad_(requires_grad=False)  # zeros: articles have no style
        self.role = nn.Linear(size, len(ROLES))
        self.sentence = nn.Linear(2 * size, 1)
        self.claim = nn.Linear(3 * size, _CLAIM)
        self.kind = nn.Linear(_CLAIM, len(KINDS))
        self.form = nn.Linear(_CLAIM, len(FORMS))
        self.stance = nn.Linear(_CLAIM, len(STANCES))
        self.sort = nn.Linear(_CLAIM, len(SORTS))
        self.query = nn.Linear(3 * size, _CLAIM)
        self.key = nn.Linear(size, _CLAIM)
        self.key_bias = nn.Linear(size, 1)
        self.special = nn.Linear(_CLAIM, 2)
        self.distance = nn.Parameter(torch.zeros(DISTANCES))
        self.step = nn.Parameter(torch.zeros(STEPS))
        self.inside = nn.Parameter(torch.zeros(1))
        self.drop = nn.Dropout(dropout)

    def states(self, ids: Tensor, keep: Tensor) -> Tensor:
        """Return the last layer's output for ``ids`` [batch, pieces]; ``keep`` is False at padding."""
        found: Tensor = self.encoder.hidden(ids, keep, torch.zeros(len(ids), dtype=torch.int64))
        return found

    def holding(self, states: Tensor, sentences: NDArray[np.int64]) -> Tensor:
        """Return the score of each sentence as one that holds a claim; ``states`` has a row per word."""
        rows = [states[np.flatnonzero(sentences == number)] for number in np.unique(sentences)]
        rows = [torch.cat([each.mean(0), each.max(0).values]) for each in rows]
        found: Tensor = self.sentence(self.drop(torch.stack(rows)))[:, 0]
        return found

    def scores(self, states: Tensor, example: Example, chance: random.Random | None = None) -> Scores:
        """Return the scores of a window's claims; with ``chance``, hide cues and cut claims at random."""
        described, away, stepped, inside = [], [], [], []
        for one in example.claims:
            own, cue = (one.own, one.cue) if chance is None else _disturbed(one, chance)
            of_cue = states[cue].mean(0) if cue else torch.zeros_like(states[0])
            described.append(torch.cat([states[own].mean(0), states[own[0]], of_cue]))
            away.append(distances(example.sentences, own[0]))
            stepped.append(steps(len(states), own, cue))
            inside.append(np.isin(np.arange(len(states)), own))
        rows = torch.stack(described)
        claim = self.drop(gelu(self.claim(rows), approximate="tanh"))
        words = self.query(self.drop(rows)) @ self.key(states).T / _CLAIM**0.5 + self.key_bias(states)[:, 0]
        words = words + self.distance[torch.from_numpy(np.stack(away))] + self.step[torch.from_numpy(np.stack(stepped))]
        words = words + self.inside * torch.from_numpy(np.stack(inside)).to(words.dtype)
        claimants = torch.cat([words, self.special(claim)], 1)
        return Scores(self.kind(claim), self.form(claim), self.stance(claim), self.sort(claim), claimants)


def _disturbed(one: Wanted, chance: random.Random) -> tuple[Sequence[int], Sequence[int]]:
    own, cue = one.own, one.cue if chance.random() >= _WITHOUT_CUE else ()
    if len(own) >= _SHORTEST and chance.random() < _CUT:
        count = chance.randint(1, 2)
        own = own[count:] if chance.random() < 0.5 else own[:-count]
    return own, cue
