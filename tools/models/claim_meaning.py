"""Learns by meaning which sentences are worth checking: `python -m tools.models.claim_meaning --help`.

DATA is as for `tools.models.claims`. The program also learns from invented claims in the folder `papers` beside this
file. There, a line `# KIND WORTHINESS` describes the claims below it, and `= SLOT WORDS` lists the words that replace
`{SLOT}` in the claims.
"""

import argparse
import json
import random
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from annotator.suggest.claims.by_meaning.worth import inputs
from annotator.suggest.claims.worth import FEATURES
from annotator.suggest.crf import checksums
from annotator.suggest.encoder.meaning import MEANING, SIZE, Rows, Said, loaded, unit
from tools.models import claims

_SEED = 5
_COUNT = 9_000  # sentences of ClaimBuster; more take longer and change nothing
_PENALTY = 0.1  # the best of several on the half `tune` of the gold articles
_EACH = 14  # sentences made from one line, at most
_TRIES = 4
_TOGETHER = 64
_SLOT = re.compile(r"\{(\w+)\}")
_PAPERS = Path(__file__).parent / "papers"


class Invented(NamedTuple):
    """A claim of our own writing."""

    said: Said
    kind: str
    worthiness: str


def main() -> None:
    """Learn the head, which turns the encoder's vectors into a score, and write it."""
    parser = argparse.ArgumentParser(description="Learns by meaning which sentences are worth checking.")
    parser.add_argument("--data", type=Path, required=True, help="folder with the corpora")
    parser.add_argument("--encoder", type=Path, required=True, help="folder of the encoder")
    parser.add_argument("--out", type=Path, required=True, help="file for the head, JSON")
    parser.add_argument("--vectors", type=Path, help="file in which the vectors are kept, as they take minutes")
    options = parser.parse_args()
    said, labels = learnt_from(options.data)
    values = inputs(said, lambda each: unit(_vectors(each, options.encoder, options.vectors)))
    weights, bias = claims.learn(values.astype(np.float64), labels, _PENALTY)
    print(f"{len(said)} sentences, {labels.mean():.3f} of them worth checking")
    written = {
        "encoder": checksums.sum_of(options.encoder, MEANING),
        "features": list(FEATURES),
        "bias": round(float(bias), 5),
        "weights": [round(float(weight), 5) for weight in weights],
    }
    options.out.write_text(json.dumps(written, indent=1) + "\n", encoding="utf-8")


def learnt_from(data: Path) -> tuple[list[Said], claims.Floats]:
    """Return the sentences, each with 1 if it is worth checking, else 0."""
    rows = claims.read(data / "claimbuster_en" / "claimbuster.csv.gz")
    random.Random(_SEED).shuffle(rows)  # noqa: S311  # not for secrets
    rows = rows[:_COUNT]
    ours = list(invented())
    said = [*(Said("en", text) for text, _ in rows), *(each.said for each in ours)]
    labels = [*(float(label) for _, label in rows), *(float(each.worthiness == "CFS") for each in ours)]
    return said, np.array(labels)


def invented() -> Iterator[Invented]:
    """Yield the invented claims, the same each time."""
    chance = random.Random(_SEED)  # noqa: S311  # not for secrets
    for language in ("de", "en"):
        words: dict[str, list[str]] = {}
        kind = worthiness = ""
        for line in (_PAPERS / f"claims_{language}.txt").read_text("utf-8").splitlines():
            if line.startswith("= "):
                _, slot, choices = line.split(" ", 2)
                words[slot] = choices.split("|")
            elif line.startswith("# "):
                _, kind, worthiness = line.split()
            else:
                for text in _filled(line, words, chance):
                    yield Invented(Said(language, text), kind, worthiness)


def _filled(line: str, words: dict[str, list[str]], chance: random.Random) -> list[str]:
    def fill() -> str:
        text = _SLOT.sub(lambda slot: chance.choice(words[slot[1]]), line)
        return text[0].upper() + text[1:] if line[0] == "{" else text

    return list(dict.fromkeys(fill() for _ in range(_TRIES * _EACH)))[:_EACH]


def _vectors(said: Sequence[Said], encoder: Path, kept: Path | None) -> Rows:
    """Return the vectors of sentences; read them from a file if it has them, else compute them and keep them there."""
    if kept is not None and kept.is_file():
        with np.load(kept, allow_pickle=False) as arrays:
            if arrays["texts"].tolist() == [each.text for each in said]:
                rows: Rows = arrays["rows"]
                return rows
    model, order = loaded(encoder), sorted(range(len(said)), key=lambda at: len(said[at].text))
    rows = np.zeros((len(said), SIZE), np.int8)
    for start in range(0, len(order), _TOGETHER):
        part = order[start : start + _TOGETHER]
        rows[part] = model.vectors([said[at] for at in part])
        print(f"{start + len(part)} of {len(said)} read", end="\r", flush=True)
    if kept is not None:
        np.savez(kept, texts=np.array([each.text for each in said]), rows=rows)
    return rows


if __name__ == "__main__":
    main()
