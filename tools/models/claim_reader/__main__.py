"""Runs the recipe: see the package's docstring."""

import argparse
import hashlib
import random
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from annotator.suggest.crf import checksums
from annotator.suggest.encoder.encoder import packed
from annotator.suggest.encoder.name_model import WORDS, vocabulary
from tools.models.claim_reader import gold, variation, written
from tools.models.claim_reader.examples import Example
from tools.models.claim_reader.network import Reader
from tools.models.claim_reader.training import Course, train
from tools.models.encoder import e5_file

_ENCODER = "encoder."
_ROUNDS, _ROUNDS_LATER, _ROUNDS_ON_GOLD = 5, 4, 3
_SHARES = 3  # of the first articles, one of which is read again in each later round
_RATE_LATER = 1.5e-4
_PARTS = ("layers.", "norm.", "places.")


def main() -> None:
    """Train the reader on written articles, then on the gold claims, and pack it."""
    parser = argparse.ArgumentParser(description="Trains the reader of claims.")
    parser.add_argument("--encoder", type=Path, required=True, help="folder of the encoder, for its vocabulary")
    parser.add_argument("--rows", type=Path, required=True, help="vocabulary.json of the encoder's recipe")
    parser.add_argument("--scratch", type=Path, required=True, help="folder for the state of the training")
    parser.add_argument("--out", type=Path, required=True, help="file for the reader, NPZ")
    parser.add_argument("--gold", type=Path, required=True, help="folder of the gold claims")
    parser.add_argument("--written", type=Path, default=written.FOLDER, help="folder of the articles")
    parser.add_argument("--layers", type=int, default=Course().layers)
    parser.add_argument("--rounds", type=int, default=_ROUNDS, help="through the written articles")
    parser.add_argument("--threads", type=int, default=Course().threads)
    asked = parser.parse_args()
    asked.scratch.mkdir(parents=True, exist_ok=True)
    course = Course(layers=asked.layers, threads=asked.threads)
    unigram, _ = vocabulary(asked.encoder)
    articles, late, later = (list(written.read(asked.written / part)) for part in ("", written.LATE, written.LATER))
    others = variation.surnames(articles)
    chance = random.Random(course.seed)  # noqa: S311

    def rounds_of(*chosen: Sequence[written.Article]) -> list[list[Example]]:
        return [variation.varied(each, unigram, others, chance) for each in chosen]

    print(f"{len(articles)}, {len(late)} and {len(later)} articles, {len(others)} surnames")
    first, second = asked.scratch / "written.pt", asked.scratch / "later.pt"
    model = _model(asked.rows, course)
    train(model, rounds_of(*[articles] * (asked.rounds - 1), [*articles, *late, *late]), course, first)
    chance = random.Random(course.seed)  # noqa: S311
    shares = (articles[number % _SHARES :: _SHARES] for number in range(_ROUNDS_LATER))
    again = rounds_of(*([*share, *late, *later] for share in shares))
    train(model, again, replace(course, rate=_RATE_LATER), second)
    on_gold = replace(course, rate=1e-4, head_rate=4e-4)
    for part in (*range(len(gold.PARTS)), None):
        articles = list(gold.articles(asked.gold, part))
        name = "reader" if part is None else f"reader{part}"
        model = _model(asked.rows, course)
        model.load_state_dict(torch.load(second, weights_only=True)["model"])
        train(model, rounds_of(*[articles] * _ROUNDS_ON_GOLD), on_gold, asked.scratch / f"{name}.pt")
        out = asked.out if part is None else asked.scratch / f"{name}.npz"
        np.savez_compressed(out, **arrays(model, checksums.sum_of(asked.encoder, WORDS)))  # type: ignore[arg-type]
        print(f"{out}: {out.stat().st_size / 1e6:.1f} MB, SHA-256 {hashlib.sha256(out.read_bytes()).hexdigest()}")


def _model(rows: Path, course: Course) -> Reader:
    torch.manual_seed(course.seed)
    return Reader(e5_file.read(), _rows(rows), course.layers, course.dropout)


def _rows(path: Path) -> list[int]:
    """Return the rows of the original word table that the encoder keeps."""
    from tools.models.encoder import vocabulary as recipe

    _, rows = recipe.read(path)
    return list(rows)


def arrays(model: Reader, words: str) -> dict[str, NDArray[np.generic]]:
    """Return the reader's parameters as they are stored; ``words`` is the SHA-256 of the word table they belong to."""
    found: dict[str, NDArray[np.generic]] = {"words": np.array(words)}
    for name, value in model.state_dict().items():
        array = value.float().numpy()
        inner = name.removeprefix(_ENCODER)
        if name.startswith(_ENCODER) and inner.startswith(_PARTS):
            found.update(packed(inner, array))
        elif not name.startswith(_ENCODER):
            found[name] = array.astype(np.float16)
    return found


if __name__ == "__main__":
    main()
