"""Runs the recipe: see the package's docstring."""

import argparse
from pathlib import Path

from annotator.system.resources import resource_path
from tools.models.encoder import corpus, e5_file, vocabulary
from tools.models.encoder.training import Course


def main() -> None:
    """Make everything that is not made yet."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", type=Path, help="the folder of the corpora")
    parser.add_argument("scratch", type=Path, help="where results of steps are kept")
    parser.add_argument("--epochs", type=float, default=Course().epochs)
    parser.add_argument("--layers", type=int, default=Course().layers)
    parser.add_argument("--step", choices=("prepare", "choice", "final", "unseen"))
    asked = parser.parse_args()
    asked.scratch.mkdir(parents=True, exist_ok=True)
    texts_file, words_file = asked.scratch / "corpus.jsonl.gz", asked.scratch / "vocabulary.json"
    if not texts_file.exists():
        corpus.write(asked.corpora, texts_file)
    texts = corpus.read(texts_file)
    if not words_file.exists():
        plain = corpus.plain_texts(asked.corpora, resource_path())
        vocabulary.write(e5_file.read(), texts, plain, words_file)
    for name in ("choice", "final") if asked.step is None else () if asked.step == "prepare" else (asked.step,):
        _trained(name, texts, words_file, Course(epochs=asked.epochs, layers=asked.layers), asked.scratch)


def _trained(name: str, texts: list[corpus.Text], words_file: Path, course: Course, scratch: Path) -> None:
    """Train a model if it is not trained, and print its scores on what it never learnt."""
    import json
    from collections.abc import Sequence

    import torch

    from tools.models.encoder import scoring
    from tools.models.encoder.network import Tagger
    from tools.models.encoder.training import tensors, train

    unigram, rows = vocabulary.read(words_file)
    learnt = {"choice": {"train"}, "unseen": {"train", "choice"}, "final": {"train", "choice", "ewt"}}[name]
    chosen = [t for t in texts if t.set in learnt and not (name == "unseen" and t.style == "smartdata")]
    model = Tagger(e5_file.read(), rows, course.layers, course.dropout)
    train(model, corpus.chunks(chosen, unigram), course, scratch / f"{name}{course.layers}.pt")
    model.eval()

    def read(chunks: Sequence[corpus.Chunk]) -> scoring.Floats:
        with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
            return torch.log_softmax(model(*tensors(chunks)).float(), -1).numpy()

    for shown in ("choice", *corpus.REPORTED):
        for style in sorted({t.style for t in texts if t.set == shown} - ({"germeval"} if shown in learnt else set())):
            part = [t for t in texts if t.set == shown and t.style == style]
            print(shown, style, json.dumps(scoring.score(part, scoring.chances(part, unigram, read))), flush=True)


if __name__ == "__main__":
    main()
