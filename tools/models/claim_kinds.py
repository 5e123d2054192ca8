"""Learns the kinds of claims: `python -m tools.models.claim_kinds --help`.

GOLD is the folder of the gold claims, `tests/gold`. `papers/claim_kinds.tsv` beside this file has their claims. Each
line has an article, a kind, the parts and the cue of a claim, its share (a half if the claim has two lines), and the
form, rule and kind that the rules gave to it. These come from the rules as they were before they were improved with
that article: rules do better on articles that they were written with, so the head would trust them too much. A line
without a rule has the parts, cue and claimant (the name, and the word that stands for it) that a person labelled.
"""

import argparse
import csv
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from annotator.model.values import Part
from annotator.suggest.claims.by_meaning import reader
from annotator.suggest.claims.by_meaning.kinds import KINDS, NO_RULE, signs
from annotator.suggest.claims.by_meaning.reader import AskedClaim
from annotator.suggest.encoder.encoder import Floats
from tools.models import claims
from tools.models.claim_reader.gold import Readers

_TABLE = Path(__file__).parent / "papers" / "claim_kinds.tsv"
_PENALTY = 3e-4  # the best of several on the other sets when each set in turn was left out
_SIGN = 0.5  # the value of a sign
_STEPS = 200
_MEMORY = 12
_HALVINGS = 20
_CLOSE = 1e-7  # a smaller share gained in a step ends the search


class Row(NamedTuple):
    """A claim to learn from."""

    article: str
    kind: str
    parts: tuple[Part, ...]
    cue: Part | None
    signs: tuple[str, ...]
    share: float
    claimant: tuple[Part, ...] = ()


def main() -> None:
    """Learn the head and write it."""
    parser = argparse.ArgumentParser(description="Learns the kinds of claims.")
    parser.add_argument("--gold", type=Path, required=True, help="folder of the gold claims")
    parser.add_argument("--encoder", type=Path, required=True, help="folder of the encoder")
    parser.add_argument("--scratch", type=Path, required=True, help="scratch folder of the recipe of the reader")
    parser.add_argument("--out", type=Path, required=True, help="file for the head, JSON")
    options = parser.parse_args()
    rows = [row for row in read() if row.kind in KINDS]
    values = kinds_of(rows, Readers(options.gold, options.scratch, options.encoder))
    options.out.write_text(json.dumps(learnt(rows, values)) + "\n", encoding="utf-8")
    print(f"{len(rows)} claims of {len({row.article for row in rows})} articles")


def read() -> list[Row]:
    """Return the claims to learn from."""
    with _TABLE.open(encoding="utf-8", newline="") as file:
        return [_row(row) for row in csv.DictReader(file, delimiter="\t")]


def _row(row: dict[str, str]) -> Row:
    parts, cue = places(row["parts"]), places(row["cue"])
    said = signs(row["article"][:2], row["form"], row["rule"], row["said"]) if row["rule"] else NO_RULE
    return Row(
        row["article"], row["kind"], parts, cue[0] if cue else None, said, float(row["share"]), places(row["claimant"])
    )


def places(cell: str) -> tuple[Part, ...]:
    """Return the parts in a cell of a table: "3-9 12-20"."""
    pairs = (place.split("-") for place in cell.split())
    return tuple((int(start), int(end)) for start, end in pairs)


def kinds_of(rows: Sequence[Row], readers: Readers) -> Floats:
    """Return what the reader says about each claim: the logarithm of the probability of each of its kinds."""
    found = np.zeros((len(rows), len(reader.KINDS)), np.float32)
    for article in sorted({row.article for row in rows}):
        chosen = [number for number, row in enumerate(rows) if row.article == article]
        asked = [AskedClaim(rows[number].parts, rows[number].cue) for number in chosen]
        found[chosen] = [each.kinds for each in readers.article(article).answer(asked)]
    return found


def learnt(rows: Sequence[Row], values: Floats) -> dict[str, object]:
    """Train the classifier and return its weights, by their names in its file."""
    names = sorted({sign for row in rows for sign in row.signs})
    marks = np.array([[_SIGN * (name in row.signs) for name in names] for row in rows])
    labels = np.array([KINDS.index(row.kind) for row in rows])
    shares = np.array([row.share for row in rows])
    weights, bias = fitted(np.hstack([values, marks]).astype(np.float64), labels, shares, len(KINDS), _PENALTY)
    of_signs = np.round(_SIGN * weights[len(reader.KINDS) :], 4).tolist()
    return {
        "kinds": list(KINDS),
        "read": np.round(weights[: len(reader.KINDS)], 4).tolist(),
        "signs": dict(zip(names, of_signs, strict=True)),
        "bias": np.round(bias, 4).tolist(),
    }


def fitted(
    values: NDArray[np.floating[Any]], labels: NDArray[np.int64], shares: claims.Floats, count: int, penalty: float
) -> tuple[claims.Floats, claims.Floats]:
    """Return weights and bias of a multinomial logistic regression with ``count`` labels, found by L-BFGS.

    Source: Liu and Nocedal, On the Limited Memory BFGS Method, 1989.
    """
    inputs_ = np.hstack([values, np.ones((len(values), 1), values.dtype)])
    wanted, share = np.eye(count)[labels], (shares / shares.sum())[:, None]
    penalties = np.full((inputs_.shape[1], 1), penalty)
    penalties[-1] = 1e-6

    def loss(flat: claims.Floats) -> tuple[float, claims.Floats]:
        weights = flat.reshape(inputs_.shape[1], count)
        scores = inputs_ @ weights.astype(inputs_.dtype)
        scores = scores - scores.max(1, keepdims=True).astype(np.float64)
        logs = scores - np.log(np.exp(scores).sum(1, keepdims=True))
        slope = inputs_.T @ ((np.exp(logs) - wanted) * share).astype(inputs_.dtype) + penalties * weights
        return float(-(share * wanted * logs).sum() + (penalties * weights**2).sum() / 2), slope.ravel()

    found = lowest(loss, np.zeros(inputs_.shape[1] * count)).reshape(-1, count)
    return found[:-1], found[-1]


def lowest(loss: Callable[[claims.Floats], tuple[float, claims.Floats]], at: claims.Floats) -> claims.Floats:
    """Return the point with the lowest loss; ``loss`` returns the loss at a point, and its gradient."""
    value, slope = loss(at)
    past: list[tuple[claims.Floats, claims.Floats]] = []
    for _ in range(_STEPS):
        step = _direction(slope, past)
        for halving in range(_HALVINGS):
            length = 0.5**halving
            there, slope_there = loss(at - length * step)
            if there <= value - 1e-4 * length * (slope @ step):
                break
        else:
            break
        moved, bent = -length * step, slope_there - slope
        past = [*past, (moved, bent)][-_MEMORY:] if moved @ bent > 0 else past
        near = value - there < _CLOSE * max(1.0, value)
        at, value, slope = at + moved, there, slope_there
        if near:
            break
    return at


def _direction(slope: claims.Floats, past: Sequence[tuple[claims.Floats, claims.Floats]]) -> claims.Floats:
    """Return the gradient corrected by the curvature seen in the past steps (L-BFGS)."""
    if not past:
        return slope / max(1e-9, float(np.linalg.norm(slope)))
    step, shares = slope.copy(), []
    for moved, bent in reversed(past):
        shares.append((moved @ step) / (moved @ bent))
        step -= shares[-1] * bent
    moved, bent = past[-1]
    step *= (moved @ bent) / (bent @ bent)
    for (moved, bent), share in zip(past, reversed(shares), strict=True):
        step += moved * (share - (bent @ step) / (moved @ bent))
    return step


if __name__ == "__main__":
    main()
