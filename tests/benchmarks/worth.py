"""How well sentences worth checking are ranked: by the weights that ship, and by a head on vectors of meaning.

``python tests/benchmarks/worth.py CLAIMBUSTER [COUNT]``; the first is the gzipped table that `tools.models.claims`
reads, the second how many of its sentences the head learns from. It is scored on the half of the gold articles that may
be read. The head does not ship: a vector of each sentence takes as long as all names of an article.
"""

import random
import sys
import time
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

import numpy as np
import numpy.typing as npt

from annotator.jobs.meaning import shipped
from annotator.suggest.claims.worth import features, score
from annotator.suggest.encoder.meaning import Said, unit
from tests.gold import gold_claims
from tools.models import claims as recipe

Floats = npt.NDArray[np.float64]
_SEED, _COUNT, _TOGETHER = 5, 9_000, 64
_PENALTY = 0.1  # chosen on sentences held out of ClaimBuster


def inputs(said: Sequence[Said]) -> Floats:
    """Return vectors of meaning beside the features of the weights that ship."""
    meanings = shipped()
    assert meanings is not None, "the model is missing"
    order = sorted(range(len(said)), key=lambda at: len(said[at].text))
    vectors = np.zeros((len(said), 384), np.float64)
    for start in range(0, len(order), _TOGETHER):
        part = order[start : start + _TOGETHER]
        vectors[part] = unit(meanings.model.vectors([said[at] for at in part]))
    return np.hstack([vectors, np.array([features(each.text, each.language) for each in said])])


def main() -> None:
    """Print average precisions."""
    rows = recipe.read(Path(sys.argv[1]))
    random.Random(_SEED).shuffle(rows)
    rows = rows[: int(sys.argv[2]) if len(sys.argv) > 2 else _COUNT]
    articles = [article for article in gold_claims.load_all(1) if article.half == "tune"]
    said = [Said(a.language, a.text[s.start : s.end]) for a in articles for s in a.sentences]
    labels = np.array([float(s.worthiness == "CFS") for a in articles for s in a.sentences])
    started = time.thread_time()
    gold = inputs(said)
    print(f"{len(said)} sentences, {1e3 * (time.thread_time() - started) / len(said):.1f} ms of CPU each")
    values = inputs([Said("en", text) for text, _ in rows])
    weights, bias = recipe.learn(values, np.array([float(label) for _, label in rows]), _PENALTY)
    ranked = {"ships": np.array([score(each.text, each.language) for each in said]), "head": gold @ weights + bias}
    for language in ("de", "en", ""):
        there = np.array([each.language.startswith(language) for each in said])
        for name, scores in ranked.items():
            found = recipe.average_precision(scores[there], labels[there])
            print(f"{language or 'both':6}{name:8}{found:.3f}, chance {labels[there].mean():.3f}")


if __name__ == "__main__":
    main()
