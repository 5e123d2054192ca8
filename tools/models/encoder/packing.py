"""Writes the folder that ships: vocabulary, word table in four bits, layers in eight, description."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from annotator.suggest.crf import checksums
from annotator.suggest.encoder.encoder import Encoder, Linear, WordTable, packed
from annotator.suggest.encoder.name_model import DESCRIPTION, FILES, FORMAT, NAMES, VOCABULARY, WORDS, Habits, NameModel
from annotator.suggest.encoder.unigram import Unigram
from tools.models.encoder.corpus import LABELS
from tools.models.encoder.e5_file import E5

_PARTS = ("layers.", "norm.", "places.")
_DIGITS = 4  # of a piece's score


def state(checkpoint: Path) -> dict[str, Tensor]:
    """Return the parameters in a checkpoint of `training.train`, finished or not."""
    parameters: dict[str, Tensor] = torch.load(checkpoint, weights_only=True, map_location="cpu")["model"]
    return parameters


def arrays(state: Mapping[str, Tensor]) -> dict[str, np.ndarray]:
    """Return a tagger's parameters as they are stored, without the word table."""
    found: dict[str, np.ndarray] = {}
    for name, value in state.items():
        array = value.float().numpy()
        if name.startswith(_PARTS):
            found.update(packed(name, array))
        elif name.startswith("head."):
            found[name] = array.astype(np.float32)
    found["styles"] = state["style.weight"].float().numpy().astype(np.float32)
    return found


def model(
    state: Mapping[str, Tensor], e5: E5, rows: Sequence[int], unigram: Unigram, habits: dict[str, Habits]
) -> NameModel:
    """Build the model as the program will read it."""
    stored = arrays(state)
    encoder = Encoder.from_arrays(WordTable(e5.word_scales[rows], e5.word_codes[rows]), stored)
    head = Linear(stored["head.weight"].T.copy(), stored["head.bias"])
    return NameModel(unigram, encoder, head, stored["styles"], LABELS, habits)


def write(out: Path, state: Mapping[str, Tensor], e5: E5, vocabulary: Path, habits: dict[str, Habits]) -> str:
    """Write all files into an existing folder, and return its `checksums.seal`."""
    known = json.loads(vocabulary.read_text(encoding="utf-8"))
    rows = known.pop("rows")
    known["scores"] = [round(score, _DIGITS) for score in known["scores"]]
    (out / VOCABULARY).write_text(json.dumps(known, ensure_ascii=False), encoding="utf-8", newline="\n")
    np.savez_compressed(out / WORDS, scales=e5.word_scales[rows], codes=e5.word_codes[rows])
    np.savez_compressed(out / NAMES, **arrays(state))  # type: ignore[arg-type] # numpy's stubs take names for options
    described = {
        "format": FORMAT,
        "labels": LABELS,
        "languages": {language: asdict(value) for language, value in habits.items()},
    }
    (out / DESCRIPTION).write_text(json.dumps(described, indent=1) + "\n", encoding="utf-8", newline="\n")
    checksums.write(out, FILES)
    return checksums.seal(out)
