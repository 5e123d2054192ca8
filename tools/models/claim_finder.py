"""Learns to find claims that no rule finds: `python -m tools.models.claim_finder --help`.

GOLD is the folder of the gold claims, `tests/gold`; `tools.models.claim_kinds` describes the table of their claims. The
first head learns which sentences hold a claim. Those without a claim of the rules count most, since only they are asked
about. The second head learns from all sentences with a claim what each of their words is.
"""

import argparse
import json
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from annotator.model.values import Part
from annotator.suggest.claims.by_meaning import finder
from annotator.suggest.claims.by_meaning.finder import CLAIM, CLAIMANT, CUE, OTHER, ROLES
from annotator.suggest.claims.by_meaning.kinds import NO_RULE
from annotator.suggest.claims.by_meaning.states import states_of, words_of
from annotator.suggest.crf import checksums
from annotator.suggest.encoder.encoder import Floats
from annotator.suggest.encoder.meaning import MEANING, SIZE
from annotator.text.parts import Cover
from tools.models.claim_kinds import Row, fitted, read

_LEAST = 0.5  # the probability from which a sentence is read for its claim: two of three are right, each set left out
# The best of several values of each when each set in turn was left out:
_OF_SENTENCES = 1e-3  # penalty
_OF_WORDS = 1e-4  # penalty
_RULED = 0.3  # the share of a sentence in which the rules found a claim
_ARTICLE = 3.0  # the scale of the mean states of an article beside those of a sentence
_AROUND = 0.5  # the scale of the states of a sentence and of the words beside a word


class Sentence(NamedTuple):
    """A sentence to learn from: its features, its words' features and roles, and whether a rule found a claim."""

    row: Floats
    words: Floats
    roles: NDArray[np.int64]
    ruled: bool

    @property
    def holds_claim(self) -> bool:
        """Whether a word of it belongs to a claim."""
        return bool((self.roles == CLAIM).any())


def main() -> None:
    """Learn both heads and write them."""
    parser = argparse.ArgumentParser(description="Learns to find claims that no rule finds.")
    parser.add_argument("--gold", type=Path, required=True, help="folder of the gold claims")
    parser.add_argument("--encoder", type=Path, required=True, help="folder of the encoder")
    parser.add_argument("--out", type=Path, required=True, help="file for the heads, JSON")
    options = parser.parse_args()
    found = sentences_of(read(), options.gold, options.encoder)
    content = learnt(found) | {"encoder": checksums.sum_of(options.encoder, MEANING)}
    options.out.write_text(json.dumps(content) + "\n", encoding="utf-8")
    free = [each for each in found if not each.ruled]
    print(f"{len(found)} sentences; {sum(each.holds_claim for each in free)} of {len(free)} hold a claim of no rule")


def sentences_of(rows: list[Row], gold: Path, encoder: Path) -> list[Sentence]:
    """Return the sentences of all articles that have a row."""
    states = states_of(encoder, None)
    if states is None:
        raise SystemExit(f"{encoder} has no encoder")
    found = []
    for article in sorted({row.article for row in rows}):
        (path,) = gold.glob(f"*/articles/{article}.txt")
        text = path.read_text(encoding="utf-8")
        own = [row for row in rows if row.article == article]
        ruled = Cover([part for row in own if row.signs != NO_RULE for part in row.parts])
        labelled = [row for row in own if row.signs == NO_RULE]
        places = finder.places_of(text)
        read_ = states.words([text[start:end] for start, end in places])
        means = np.stack([each[:, finder.OF_SENTENCES].mean(0) for each in read_])
        for place, row, each in zip(places, finder.sentence_rows(means), read_, strict=True):
            words = [(place[0] + a, place[0] + b) for a, b in words_of(text[slice(*place)])]
            here = [one for one in labelled if Cover(one.parts).touches(*place)]
            rows_ = finder.word_rows(each[:, finder.OF_WORDS])
            found.append(Sentence(row, rows_, roles_of(words, here), ruled.touches(*place)))
    return found


def roles_of(words: list[Part], claims: list[Row]) -> NDArray[np.int64]:
    """Return the role of each word of a sentence in its claims; of several roles, claim outranks cue and claimant."""
    claimants = Cover([part for row in claims for part in row.claimant])
    cues = Cover([row.cue for row in claims if row.cue is not None])
    said = Cover([part for row in claims for part in row.parts])
    found = [
        next(
            (role for role, cover in ((CLAIM, said), (CUE, cues), (CLAIMANT, claimants)) if cover.touches(*word)), OTHER
        )
        for word in words
    ]
    return np.array(found, np.int64)


def learnt(found: list[Sentence]) -> dict[str, object]:
    """Return the weights of both heads, as their file has them."""
    rows = np.stack([each.row for each in found])
    half = finder.SENTENCE // 2
    mean, spread = _scale(rows[:, :half], (1.0, _ARTICLE))
    labels = np.array([int(each.holds_claim) for each in found])
    shares = np.array([_RULED if each.ruled else 1.0 for each in found])
    weights, bias = fitted((rows - mean) / spread, labels, shares, 2, _OF_SENTENCES)
    own = (weights[:, 1] - weights[:, 0]) / spread
    with_claim = [each for each in found if each.holds_claim]
    words = np.concatenate([each.words for each in with_claim])
    mean_word, spread_word = _scale(words[:, : finder.WORD // 4], (1.0, _AROUND, _AROUND, _AROUND))
    roles = np.concatenate([each.roles for each in with_claim])
    of_words, bias_word = fitted((words - mean_word) / spread_word, roles, np.ones(len(roles)), len(ROLES), _OF_WORDS)
    of_words /= spread_word[:, None]
    return {
        "least": _LEAST,
        "sentence": _short(own),
        "sentence_bias": round(float(bias[1] - bias[0] - mean @ own), 4),
        "roles": list(ROLES),
        "word": _short(of_words),
        "word_bias": np.round(bias_word - mean_word @ of_words, 4).tolist(),
    }


def _scale(states: Floats, scales: tuple[float, ...]) -> tuple[Floats, Floats]:
    """Return the mean and the spread of inputs that hold these states several times, once for each of ``scales``."""
    mean, spread = states.mean(0), (states.std(0) + 1e-3) * np.float32(SIZE**0.5)
    return np.tile(mean, len(scales)), np.concatenate([spread / np.float32(scale) for scale in scales])


def _short(weights: NDArray[np.float64]) -> list[float]:
    return [float(f"{value:.4g}") for value in weights.ravel()]


if __name__ == "__main__":
    main()
