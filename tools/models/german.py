"""Builds the German model: `python -m tools.models.german --help`."""

import argparse
import lzma
import shutil
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import pycrfsuite

from annotator.suggest.crf.crf_component import FACTORY, CrfModel, CrfRecognizer, register, scores, sentences
from annotator.suggest.crf.lexicon import Lexicon
from annotator.suggest.crf.linear import LinearModel
from annotator.suggest.crf.neighbour_features import KnownWords
from annotator.suggest.sources.pipeline import load
from annotator.suggest.tokenizer import blank
from tools.models.german_card import write_papers
from tools.models.german_corpora import (
    FIFTHS,
    Article,
    Corpora,
    Name,
    annotated,
    fold_of,
    headlines,
    is_smartdata,
    own_texts,
    read_corpora,
)
from tools.models.german_lexicon import build_lexicon

if TYPE_CHECKING:
    from spacy.language import Language

Pair = tuple[frozenset[Name], dict[Name, float]]  # gold names, and found names with their scores

_SENTENCES_AT_ONCE = 200
_TEXTS_AT_ONCE = 32
_TIERS = (0.9, 0.5)
_HEADLINES_TIMES = 3
_SETTINGS = {
    "c1": 0.05,
    "c2": 0.3,
    "max_iterations": 100,
    "feature.minfreq": 2,
    "feature.possible_transitions": True,
}


def main() -> None:
    """Build the model, try the recipe on a fold, or score an existing model."""
    parser = argparse.ArgumentParser(description="Makes the German model.")
    parser.add_argument("--data", type=Path, required=True, help="folder with the corpora")
    result = parser.add_mutually_exclusive_group(required=True)
    result.add_argument("--out", type=Path, help="folder to write the model to")
    result.add_argument(
        "--fold",
        type=int,
        choices=range(1, FIFTHS),
        help="write nothing; train without this fifth of the training texts and score on it",
    )
    result.add_argument("--rescore", type=Path, help="train nothing; score the model in this folder, renew its papers")
    options = parser.parse_args()
    if options.out:
        make(options.data, options.out)
    elif options.rescore:
        describe(read(options.data), options.rescore)
    else:
        try_fold(options.data, options.fold)


def make(folder: Path, out: Path) -> None:
    """Build the model from the corpora in a folder."""
    corpora = read(folder)
    write(_trained(corpora), out)
    describe(corpora, out)


def describe(corpora: Corpora, out: Path) -> None:
    """Score a model and write its papers."""
    performance = evaluate(out, corpora.scored)
    sizes = _sizes(out)
    print(sizes)
    write_papers(out, performance, sizes)


def try_fold(folder: Path, fold: int) -> None:
    """Print the recipe's scores on a fifth of the training texts, trained on the others."""
    corpora = fold_of(read(folder), fold)
    with tempfile.TemporaryDirectory() as scratch:
        out = Path(scratch) / "model"
        write(_trained(corpora), out)
        evaluate(out, corpora.scored)


def read(folder: Path) -> Corpora:
    """Read the corpora in a folder."""
    return read_corpora(folder, tokenizer_only())


def tokenizer_only() -> "Language":
    """Return a German pipeline that only cuts texts into tokens."""
    import spacy

    return spacy.blank("de")


def _trained(corpora: Corpora) -> CrfModel:
    print(f"{len(corpora.training)} training texts")
    return trained(corpora.training, build_lexicon())


def trained(articles: Sequence[Article], lexicon: Lexicon) -> CrfModel:
    """Train weights and network on articles; the same articles in the same order give the same weights."""
    from tools.models.german_network import train_network

    nlp = tokenizer_only()
    started = time.perf_counter()
    own, heads = own_texts(), _HEADLINES_TIMES * headlines()
    linear = train([*articles, *own, *heads], lexicon, nlp)
    of_corpora = ((words, iob, is_smartdata(a)) for a in articles for words, iob in _labelled([a], nlp))
    of_us = ((words, iob, False) for words, iob in _labelled(own, nlp))
    last = ((words, iob, False) for words, iob in _labelled(heads, nlp))
    network, steps = train_network(chain(of_corpora, of_us), last, lexicon, linear.labels)
    linear.transitions = linear.transitions + steps
    print(f"trained in {time.perf_counter() - started:.0f} s")
    return CrfModel(linear, network, lexicon)


def train(articles: Iterable[Article], lexicon: Lexicon, nlp: "Language") -> LinearModel:
    """Train the feature weights of the linear model on articles."""
    trainer = pycrfsuite.Trainer(verbose=False)
    table = KnownWords(lexicon)
    every = _labelled(articles, nlp)
    while labelled := list(islice(every, _SENTENCES_AT_ONCE)):
        rows = table.features([words for words, _ in labelled])
        for words, iob in labelled:
            trainer.append(list(islice(rows, len(words))), iob)
    trainer.set_params(_SETTINGS)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "model.crfsuite"
        trainer.train(str(path))
        return LinearModel.from_crfsuite(path)


def _labelled(articles: Iterable[Article], nlp: "Language") -> Iterator[tuple[list[str], list[str]]]:
    """Yield the words and the labels of each sentence."""
    for article in articles:
        doc = annotated(article, nlp)
        words = [token.text for token in doc]
        iob = [f"{token.ent_iob_}-{token.ent_type_}".rstrip("-") for token in doc]
        for places in sentences(words):
            yield [words[place] for place in places], [iob[place] for place in places]


def write(crf: CrfModel, out: Path) -> None:
    """Write a pipeline of the German tokenizer and the model, replacing the folder."""
    register()
    nlp = tokenizer_only()
    component = cast("CrfRecognizer", nlp.add_pipe(FACTORY))
    component.set_model(crf)
    shutil.rmtree(out, ignore_errors=True)
    # The tokenizer rebuilds the vocabulary.
    nlp.to_disk(out, exclude=["vocab"])


def evaluate(out: Path, sets: dict[str, list[Article]]) -> dict[str, Any]:
    """Load the model as the program does, and score whole names: place and label must be right."""
    load.cache_clear()
    blank.cache_clear()
    started = time.process_time()
    nlp = load(out.name, out, "")
    performance: dict[str, Any] = {"load_seconds": round(time.process_time() - started, 2)}
    words, started = 0, time.process_time()
    for name, articles in sets.items():
        pairs = []
        has_misc = any(label == "MISC" for a in articles for _, _, label in a.names)
        docs = nlp.pipe((article.text for article in articles), batch_size=_TEXTS_AT_ONCE)
        for article, doc in zip(articles, docs, strict=True):
            words += len(doc)
            sure = scores(doc)
            found = {(ent.start_char, ent.end_char, ent.label_): sure[ent.start_char, ent.end_char] for ent in doc.ents}
            pairs.append((article.names, {n: score for n, score in found.items() if has_misc or n[2] != "MISC"}))
        performance[name] = name_scores(pairs)
        print(name, performance[name])
    performance["speed"] = round(words / (time.process_time() - started), -2)
    performance["speed_of_known"] = _speed_of_known(nlp, [article.text for every in sets.values() for article in every])
    print(performance["speed"], "words a second, of known words", performance["speed_of_known"])
    print(performance["load_seconds"], "s to load")
    return performance


def _speed_of_known(nlp: "Language", texts: Sequence[str]) -> float:
    """Return the words per second for texts whose words the model has read before, as most words of a long run are.

    The model computes each distinct word once and remembers the result, so known words are read faster than new ones.
    """
    started = time.process_time()
    words = sum(map(len, nlp.pipe(texts, batch_size=_TEXTS_AT_ONCE)))
    return round(words / (time.process_time() - started), -2)


def name_scores(pairs: list[Pair]) -> dict[str, Any]:
    """Return the scores of whole names: overall, by label and by tier."""
    labels = sorted({label for gold, found in pairs for _, _, label in (*gold, *found)})
    result: dict[str, Any] = {"articles": len(pairs), **_precision_recall(pairs, labels)}
    result["per_type"] = {label: _precision_recall(pairs, [label]) for label in labels}
    result["tiers"] = {str(least): _tier(pairs, least) for least in _TIERS}
    return result


def _tier(pairs: list[Pair], least: float) -> dict[str, float]:
    """Return the share of the found names that have at least this score, and the share of these that is right."""
    sure = [name in gold for gold, found in pairs for name, score in found.items() if score >= least]
    names = sum(len(found) for _, found in pairs)
    return {"share": round(len(sure) / max(1, names), 4), "p": round(sum(sure) / max(1, len(sure)), 4)}


def _precision_recall(pairs: list[Pair], labels: list[str]) -> dict[str, float]:
    gold = sum(name[2] in labels for names, _ in pairs for name in names)
    found = sum(name[2] in labels for _, names in pairs for name in names)
    right = sum(name[2] in labels for names, others in pairs for name in names & others.keys())
    p, r = right / max(1, found), right / max(1, gold)
    f = 2 * p * r / (p + r) if right else 0.0
    return {"p": round(p, 4), "r": round(r, 4), "f": round(f, 4), "names": gold}


def _sizes(out: Path) -> dict[str, int]:
    """Return the bytes of all files, uncompressed and compressed by xz."""
    contents = [path.read_bytes() for path in _files(out)]
    return {"bytes": sum(map(len, contents)), "xz_bytes": len(lzma.compress(b"".join(contents)))}


def _files(out: Path) -> Iterator[Path]:
    return (path for path in sorted(out.rglob("*")) if path.is_file())


if __name__ == "__main__":
    main()
