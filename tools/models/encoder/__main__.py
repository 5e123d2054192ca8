"""Runs the recipe: see the package's docstring."""

import argparse
from pathlib import Path

from annotator.system.resources import resource_path
from tools.models.encoder import corpus, e5_file, vocabulary
from tools.models.encoder.training import Course

_FURTHER = ("train", "articles", "posts")
_STEPS = ("prepare", "choice", "further", "bases", "unseen", "pack")


def main() -> None:
    """Run the steps whose results do not exist yet."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", type=Path, help="the folder of the corpora")
    parser.add_argument("scratch", type=Path, help="where results of steps are kept")
    parser.add_argument("out", type=Path, nargs="?", default=resource_path("models", "encoder"))
    parser.add_argument("--layers", type=int, default=Course().layers)
    parser.add_argument("--step", choices=_STEPS, help="only this step")
    parser.add_argument(
        "--packed", choices=("choice", "further", "unseen"), default="further", help="the model to pack"
    )
    asked = parser.parse_args()
    asked.scratch.mkdir(parents=True, exist_ok=True)
    texts_file, words_file = asked.scratch / "texts.jsonl.gz", asked.scratch / "vocabulary.json"
    if not texts_file.exists():
        corpus.write(asked.corpora, texts_file)
    texts = corpus.read(texts_file)
    if not words_file.exists():
        plain = corpus.plain_texts(asked.corpora, resource_path())
        vocabulary.write(e5_file.read(), texts, plain, words_file)
    steps = ("choice", "further", "bases", "pack") if asked.step is None else (asked.step,)
    for name in steps:
        if name in {"choice", "further", "unseen"}:
            _trained(name, texts, words_file, asked.layers, asked.scratch)
        if name == "bases":
            _bases(asked.corpora, asked.scratch)
    if "pack" in steps:
        _packed(asked, texts, words_file)


def _bases(corpora: Path, scratch: Path) -> None:
    """Train each language's other model without the texts used for choosing, unless it is already trained."""
    from tools.models.encoder import bases

    for name, train in (("base_en", bases.english_corrector), ("base_de", bases.german_base)):
        if not (scratch / name).exists():
            train(corpora, scratch / f"{name}.part")
            (scratch / f"{name}.part").rename(scratch / name)


def _packed(asked: argparse.Namespace, texts: list[corpus.Text], words_file: Path) -> None:
    """Choose how the models are combined, and write the folder that ships."""
    from annotator.suggest.encoder.name_model import NameModel
    from tools.models.encoder import packing, stacking

    e5 = e5_file.read()
    unigram, rows = vocabulary.read(words_file)
    if asked.packed == "unseen":  # for the benchmark of learning, with the habits of the model that ships
        _pack_unseen(asked, e5, words_file)
        return
    trained = packing.state(asked.scratch / f"{asked.packed}{asked.layers}.pt")
    bases = {language: asked.scratch / f"base_{language}" for language in ("de", "en")}
    habits = stacking.chosen(packing.model(trained, e5, rows, unigram, {}), texts, bases)
    asked.out.mkdir(parents=True, exist_ok=True)
    seal = packing.write(asked.out, trained, e5, words_file, habits, corpus.sentences_of(texts))
    packing.write_papers(asked.out, stacking.reported(NameModel.from_disk(asked.out), texts, bases["en"]))
    print("seal:", seal)


def _pack_unseen(asked: argparse.Namespace, e5: e5_file.E5, words_file: Path) -> None:
    from annotator.suggest.encoder.name_model import NameModel
    from tools.models.encoder import packing

    asked.out.mkdir(parents=True, exist_ok=True)
    state = packing.state(asked.scratch / f"unseen{asked.layers}.pt")
    habits = NameModel.from_disk(resource_path("models", "encoder")).habits
    packing.write_names(asked.out, state, e5, words_file, habits)


def _trained(name: str, texts: list[corpus.Text], words_file: Path, layers: int, scratch: Path) -> None:
    """Train a model unless it is already trained, and print its scores on texts that it never learnt."""
    import json
    from collections.abc import Sequence

    import torch

    from tools.models.encoder import packing, scoring
    from tools.models.encoder.network import Tagger
    from tools.models.encoder.training import further, tensors, train

    unigram, rows = vocabulary.read(words_file)
    course = Course(layers=layers)
    model = Tagger(e5_file.read(), rows, layers, course.dropout)
    checkpoint = scratch / f"{name}{layers}.pt"
    if name == "further":
        parts = {one: corpus.chunks([text for text in texts if text.set == one], unigram) for one in _FURTHER}
        start = packing.state(scratch / f"choice{layers}.pt")
        further(model, start, parts["train"], parts["articles"], parts["posts"], checkpoint)
    else:
        unseen = name == "unseen"
        sets = {"train", "choice"} if unseen else {"train"}
        learnt = [text for text in texts if text.set in sets and not (unseen and text.style == "smartdata")]
        train(model, [corpus.chunks(learnt, unigram)] * course.rounds, course, checkpoint)
    model.eval()

    def read(chunks: Sequence[corpus.Chunk]) -> scoring.Floats:
        with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
            return torch.log_softmax(model(*tensors(chunks)).float(), -1).numpy()

    for shown in ("choice", "unlearnt", *corpus.REPORTED):
        learnt_style = {"germeval"} if name == "unseen" and shown == "choice" else set()
        for style in sorted({t.style for t in texts if t.set == shown} - learnt_style):
            part = [t for t in texts if t.set == shown and t.style == style]
            print(shown, style, json.dumps(scoring.score(part, scoring.chances(part, unigram, read))), flush=True)


if __name__ == "__main__":
    main()
