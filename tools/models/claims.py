"""Learns which sentences are worth checking: `python -m tools.models.claims --help`.

DATA is `claimbuster_en/claimbuster.csv.gz`, columns text and label (ClaimBuster, Arslan et al., ICWSM 2020).
"""

import argparse
import csv
import gzip
import json
import random
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from annotator.suggest.claims.worth import FEATURES, features

_SEED = 5
_PENALTY = 1e-3
_STEPS = 40
_HELD_OUT = 5  # one sentence in five is held out

Floats = npt.NDArray[np.float64]


def main() -> None:
    """Learn the weights, print their score on held-out sentences, and write them."""
    parser = argparse.ArgumentParser(description="Learns which sentences are worth checking.")
    parser.add_argument("--data", type=Path, required=True, help="folder with the corpora")
    parser.add_argument("--out", type=Path, required=True, help="file for the weights, JSON")
    options = parser.parse_args()
    rows = read(options.data / "claimbuster_en" / "claimbuster.csv.gz")
    random.Random(_SEED).shuffle(rows)  # noqa: S311  # not for secrets
    values = np.array([features(text, "en") for text, _ in rows])
    labels = np.array([float(label) for _, label in rows])
    held = len(rows) // _HELD_OUT
    weights, bias = learn(values[held:], labels[held:])
    precision = average_precision(values[:held] @ weights + bias, labels[:held])
    print(f"{len(rows)} sentences, average precision {precision:.3f} on {held} held out, chance {labels.mean():.3f}")
    written = {
        "features": list(FEATURES),
        "weights": [round(float(weight), 5) for weight in weights],
        "bias": round(float(bias), 5),
    }
    options.out.write_text(json.dumps(written, indent=1) + "\n", encoding="utf-8")


def read(path: Path) -> list[tuple[str, bool]]:
    """Return the sentences, each with whether it is worth checking."""
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        return [(row["text"], row["label"] == "1") for row in csv.DictReader(file)]


def learn(values: Floats, labels: Floats, penalty: float = _PENALTY) -> tuple[Floats, float]:
    """Return weights and bias of a class-balanced logistic regression, found by Newton's method."""
    mean, spread = values.mean(0), values.std(0) + 1e-6
    inputs = np.hstack([(values - mean) / spread, np.ones((len(values), 1))])
    balance = np.where(labels == 1, 0.5 / labels.mean(), 0.5 / (1 - labels.mean()))
    penalties = np.full(inputs.shape[1], penalty)
    penalties[-1] = 0.0
    found = np.zeros(inputs.shape[1])
    for _ in range(_STEPS):
        chance = 1 / (1 + np.exp(-inputs @ found))
        slope = inputs.T @ (balance * (chance - labels)) / len(labels) + penalties * found
        bend = (inputs * (balance * chance * (1 - chance))[:, None]).T @ inputs / len(labels) + np.diag(
            penalties + 1e-9
        )
        step = np.linalg.solve(bend, slope)
        found -= step
        if np.abs(step).max() < 1e-8:
            break
    weights = found[:-1] / spread
    return weights, float(found[-1] - mean @ weights)


def average_precision(scores: Floats, labels: Sequence[float] | Floats) -> float:
    """Return the mean of the precisions at each sentence worth checking, best score first."""
    ranked = np.asarray(labels)[np.argsort(-scores, kind="stable")]
    hits = np.cumsum(ranked)
    return float((hits / np.arange(1, len(ranked) + 1))[ranked == 1].mean())


if __name__ == "__main__":
    main()
