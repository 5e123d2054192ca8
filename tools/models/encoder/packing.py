"""Writes the folder that ships: vocabulary, word table in four bits, layers in eight, description."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from string import Template

import numpy as np
import torch
from torch import Tensor

from annotator.suggest.crf import checksums
from annotator.suggest.encoder.encoder import Encoder, Linear, WordTable, packed
from annotator.suggest.encoder.meaning import MEANING, MEANS, MeaningModel
from annotator.suggest.encoder.name_model import DESCRIPTION, FILES, FORMAT, NAMES, VOCABULARY, WORDS, Habits, NameModel
from annotator.suggest.encoder.unigram import Unigram
from tools.models.encoder.corpus import LABELS
from tools.models.encoder.e5_file import E5, halves
from tools.models.german_card import write_text

_PARTS = ("layers.", "norm.", "places.")
_PAPERS = Path(__file__).parent.parent / "papers"
_WIDE = 1536
_DIGITS = 4  # decimals of a piece's score


def state(checkpoint: Path) -> dict[str, Tensor]:
    """Return the parameters in a checkpoint of `training.train`, finished or not."""
    parameters: dict[str, Tensor] = torch.load(checkpoint, weights_only=True, map_location="cpu")["model"]
    return parameters


def arrays(state: Mapping[str, Tensor]) -> dict[str, np.ndarray]:
    """Return a tagger's parameters in the form in which they are stored, without the word table."""
    found: dict[str, np.ndarray] = {}
    for name, value in state.items():
        array = value.float().numpy()
        if name.startswith(_PARTS):
            found.update(packed(name, array))
        elif name.startswith("head."):
            found[name] = array.astype(np.float32)
    found["styles"] = state["style.weight"].float().numpy().astype(np.float32)
    return found


def with_means(
    stored: dict[str, np.ndarray], table: WordTable, unigram: Unigram, texts: Mapping[str, Sequence[str]]
) -> dict[str, np.ndarray]:
    """Add the mean vector of each language's sentences to the parameters of the original encoder."""
    model = MeaningModel(unigram, Encoder.from_arrays(table, stored), {})
    means = {f"{MEANS}{language}": model.directions(some).mean(0) for language, some in texts.items()}
    return {**stored, **means, MEANS: np.mean(list(means.values()), 0)}


def meaning(e5: E5) -> dict[str, np.ndarray]:
    """Return the parameters of the original encoder; its matrices stay in four bits, as in its package."""
    size = e5.size
    places = e5.tensors["emb.pos"].reshape(-1, size) + e5.tensors["emb.type"].reshape(-1, size)[0]
    found = dict(packed("places.weight", places))
    found |= {f"norm.{kind}": e5.tensors[f"emb.ln.{kind[0]}"].astype(np.float16) for kind in ("weight", "bias")}
    for number in range(e5.layers):
        at, to = f"l{number}.", f"layers.{number}."
        for name, parts, rows in (
            ("attention", "qkv", size),
            ("out", ("ao",), size),
            ("wide", ("fi",), _WIDE),
            ("narrow", ("fo",), size),
        ):
            stored = [halves(e5.blocks[f"{at}{part}.w"], rows) for part in parts]
            found[f"{to}{name}.weight.scale"] = np.concatenate([scales for scales, _ in stored])
            found[f"{to}{name}.weight.blocks"] = np.concatenate([codes for _, codes in stored])
            biases = np.concatenate([e5.tensors[f"{at}{part}.b"] for part in parts])
            found[f"{to}{name}.bias"] = biases.astype(np.float16)
        for name, part in (("out_norm", "aln"), ("norm", "oln")):
            for kind in ("weight", "bias"):
                found[f"{to}{name}.{kind}"] = e5.tensors[f"{at}{part}.{kind[0]}"].astype(np.float16)
    return found


def model(
    state: Mapping[str, Tensor], e5: E5, rows: Sequence[int], unigram: Unigram, habits: dict[str, Habits]
) -> NameModel:
    """Build the model as the program will read it."""
    stored = arrays(state)
    encoder = Encoder.from_arrays(WordTable(e5.word_scales[rows], e5.word_codes[rows]), stored)
    head = Linear(stored["head.weight"].T.copy(), stored["head.bias"])
    return NameModel(unigram, encoder, head, stored["styles"], LABELS, habits)


def write(
    out: Path,
    state: Mapping[str, Tensor],
    e5: E5,
    vocabulary: Path,
    habits: dict[str, Habits],
    sentences: Mapping[str, Sequence[str]],
) -> str:
    """Write all files into an existing folder, and return its `checksums.seal`; ``sentences`` are by language."""
    rows = write_names(out, state, e5, vocabulary, habits)
    table = WordTable(e5.word_scales[rows], e5.word_codes[rows])
    original = with_means(meaning(e5), table, Unigram.from_disk(out / VOCABULARY), sentences)
    np.savez_compressed(out / MEANING, **original)  # type: ignore[arg-type] # numpy's stubs take names for options
    checksums.write(out, (*FILES, MEANING))
    return checksums.seal(out)


def write_names(
    out: Path, state: Mapping[str, Tensor], e5: E5, vocabulary: Path, habits: dict[str, Habits]
) -> list[int]:
    """Write the files of a model of names alone, and return the rows of the word table that it keeps."""
    known = json.loads(vocabulary.read_text(encoding="utf-8"))
    rows: list[int] = known.pop("rows")
    known["scores"] = [round(score, _DIGITS) for score in known["scores"]]
    (out / VOCABULARY).write_text(json.dumps(known, ensure_ascii=False), encoding="utf-8", newline="\n")
    np.savez_compressed(out / WORDS, scales=e5.word_scales[rows], codes=e5.word_codes[rows])
    np.savez_compressed(out / NAMES, **arrays(state))  # type: ignore[arg-type] # as above
    described = {
        "format": FORMAT,
        "labels": LABELS,
        "languages": {language: asdict(value) for language, value in habits.items()},
    }
    (out / DESCRIPTION).write_text(json.dumps(described, indent=1) + "\n", encoding="utf-8", newline="\n")
    checksums.write(out, FILES)
    return rows


def write_papers(out: Path, scores: Mapping[str, Mapping[str, Mapping[str, float]]]) -> None:
    """Write the model card and the notices into the folder."""
    names = {"germeval": "GermEval dev", "smartdata": "SmartData, frozen fifth", "ewt": "EWT dev, one fold"}
    lines = ["| texts | names | without | encoder alone | P | R | F |", "|---|---|---|---|---|---|---|"]
    for name, found in scores.items():
        together = found["together"]
        before = f"{found['other']['f']:.1f} | {found['alone']['f']:.1f}"
        row = " | ".join(f"{together[key]:.1f}" for key in "prf")
        lines.append(f"| {names.get(name, 'WNUT dev')} | {together['names']} | {before} | {row} |")
    size = sum((out / name).stat().st_size for name in (*FILES, MEANING)) / 1e6
    card = Template((_PAPERS / "encoder_card.md").read_text(encoding="utf-8"))
    write_text(out / "MODEL_CARD.md", card.substitute(scores="\n".join(lines), size=f"{size:.1f}"))
    write_text(out / "NOTICE.md", (_PAPERS / "encoder_notice.md").read_text(encoding="utf-8"))
