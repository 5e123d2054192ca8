"""The ranking of sentences worth checking: by their words, and by the reader of claims, as the thorough answer does.

``python tests/benchmarks/worth.py``. Both are scored on the eighth gold set, from which nothing was learnt.
"""

import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

import numpy as np

from annotator.suggest.claims.by_meaning.worth import scores_of
from annotator.suggest.claims.worth import score
from annotator.suggest.sources.registry import ENCODER
from annotator.suggest.sources.source import EncoderFolder
from tests.gold import gold_claims
from tests.gold.gold_claims import Answers
from tools.models.claims import average_precision

WORDS, READER = "words", "reader"


def ranked(articles: list[Answers], encoder: EncoderFolder = ENCODER) -> dict[str, dict[str, float]]:
    """Return average precisions by language ("" for both) and by the way of ranking."""
    by_reader = scores_of(*encoder)
    assert by_reader is not None, "the encoder is missing"
    found: dict[str, list[float]] = {WORDS: [], READER: []}
    for article in articles:
        places = [(s.start, s.end) for s in article.sentences]
        found[WORDS] += [score(article.text[start:end], article.language) for start, end in places]
        found[READER] += by_reader(article.text, article.language, places)
    labels = np.array([float(s.worthiness == "CFS") for a in articles for s in a.sentences])
    languages = np.array([a.language for a in articles for _ in a.sentences])
    precisions = {}
    for language in ("de", "en", ""):
        there = np.char.startswith(languages, language)
        precisions[language] = {
            name: average_precision(np.array(scores)[there], labels[there]) for name, scores in found.items()
        }
    return precisions


def main() -> None:
    """Print average precisions."""
    articles = gold_claims.load_all(1, gold_claims.EIGHTH)
    started, count = time.thread_time(), sum(len(article.sentences) for article in articles)
    for language, figures in ranked(articles).items():
        shown = ", ".join(f"{by} {figure:.3f}" for by, figure in figures.items())
        print(f"{language or 'both':6}{shown}")
    print(f"{count} sentences, {1e3 * (time.thread_time() - started) / count:.1f} ms of CPU each")


if __name__ == "__main__":
    main()
