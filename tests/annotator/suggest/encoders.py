"""Tiny encoders for tests, made in a moment: two layers, random weights, a vocabulary of characters."""

import json
import string
from pathlib import Path

import numpy as np

from annotator.suggest.crf import checksums
from annotator.suggest.encoder.encoder import packed
from annotator.suggest.encoder.name_model import DESCRIPTION, FILES, FORMAT, NAMES, VOCABULARY, WORDS
from annotator.suggest.sources.source import EncoderFolder

LABELS = ("O", *(f"{part}-{kind}" for kind in ("PER", "LOC", "ORG", "MISC") for part in "BI"))
SIZE, LAYERS, LONGEST = 96, 2, 160

_SPECIAL = ("<s>", "<pad>", "</s>", "<unk>")
_PIECES = ("▁", *string.ascii_letters, *string.digits, *".,-!?äöüßÄÖÜ", "▁Köln", "▁Wei", "fang", "▁in", "stadt")


def make_encoder(
    folder: Path, *, always: str | None = None, weight: float = 0.5, languages: tuple[str, ...] = ("de", "en")
) -> EncoderFolder:
    """Write an encoder.

    Args:
        folder: Where; it is made.
        always: The label that it gives each word; without one the labels are random, but always the same.
        weight: The share of the model below it.
        languages: The languages that it reads.
    """
    folder.mkdir(parents=True, exist_ok=True)
    pieces = [*_SPECIAL, *_PIECES]
    scores = [0.0] * len(_SPECIAL) + [-float(2 + number % 7) for number in range(len(_PIECES))]
    known = {"pieces": pieces, "scores": scores, "unknown": 3, "forms": {"160": " "}}
    (folder / VOCABULARY).write_text(json.dumps(known), encoding="utf-8")
    random = np.random.default_rng(7)
    codes = random.integers(0, 256, (len(pieces), SIZE // 32, 16), dtype=np.uint8)
    np.savez_compressed(folder / WORDS, scales=np.full((len(pieces), SIZE // 32), 0.05, np.float16), codes=codes)
    parameters = _parameters(random, always)
    np.savez_compressed(folder / NAMES, **parameters)  # type: ignore[arg-type] # numpy's stubs take names for options
    habits = {
        "style": 1,
        "weight": weight,
        "scores": [0.0, 1.0],
        "shares": [0.0, 1.0],
        "labels": ["PER", "LOC", "ORG", "MISC"],
    }
    described = {"format": FORMAT, "labels": LABELS, "languages": dict.fromkeys(languages, habits)}
    (folder / DESCRIPTION).write_text(json.dumps(described), encoding="utf-8")
    checksums.write(folder, FILES)
    return EncoderFolder(folder, checksums.seal(folder))


def _parameters(random: np.random.Generator, always: str | None) -> dict[str, np.ndarray]:
    def weights(*shape: int) -> np.ndarray:
        found: np.ndarray = (random.standard_normal(shape) / shape[-1] ** 0.5).astype(np.float32)
        return found

    shapes = {
        "attention": (3 * SIZE, SIZE),
        "out": (SIZE, SIZE),
        "wide": (2 * SIZE, SIZE),
        "narrow": (SIZE, 2 * SIZE),
    }
    plain = {"places.weight": weights(LONGEST, SIZE), "norm.weight": np.ones(SIZE), "norm.bias": np.zeros(SIZE)}
    for number in range(LAYERS):
        for name, shape in shapes.items():
            plain[f"layers.{number}.{name}.weight"] = weights(*shape)
            plain[f"layers.{number}.{name}.bias"] = weights(shape[0]) / 10
        for name in ("out_norm", "norm"):
            plain[f"layers.{number}.{name}.weight"] = 1 + weights(SIZE)
            plain[f"layers.{number}.{name}.bias"] = weights(SIZE)
    found = {key: value for name, array in plain.items() for key, value in packed(name, array)}
    bias = np.zeros(len(LABELS), np.float32)
    if always is not None:
        bias[LABELS.index(always)] = 30
    head = weights(len(LABELS), SIZE) if always is None else np.zeros((len(LABELS), SIZE), np.float32)
    return {**found, "head.weight": head, "head.bias": bias, "styles": weights(2, SIZE)}
