"""Builds the English corrector: `python -m tools.models.english --help`.

It corrects the names of `en_core_web_sm`, the pipeline of spaCy's makers.
"""

import argparse
import shutil
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.model.values import ENTITIES, Document, Span, new_id
from annotator.suggest.adapter.corrector import Corrector, add_corrector
from annotator.suggest.adapter.cues import CueReader
from annotator.suggest.adapter.memory import Memory, WordCounts
from annotator.suggest.crf.lexicon import Lexicon
from annotator.suggest.sources.pipeline import load
from annotator.suggest.sources.registry import english_package
from annotator.training.adapter import Row, fit
from annotator.training.lessons import lesson
from tools.models.english_card import Comparison, write_papers
from tools.models.english_corpora import btc, ewt, fifth, own_sentences, wnut
from tools.models.english_lexicon import build_lexicon
from tools.models.german_corpora import FIFTHS, Article

if TYPE_CHECKING:
    from spacy.language import Language

LABELS = frozenset({"PER", "ORG", "LOC"})
_NOTHING = Memory(WordCounts())
_SETTINGS = {
    "c1": 0.3,
    "c2": 0.5,
    "max_iterations": 60,
    "feature.minfreq": 3,
    "feature.possible_transitions": True,
}


def main() -> None:
    """Build the corrector, or try the recipe on a fold."""
    parser = argparse.ArgumentParser(description="Makes the English corrector.")
    parser.add_argument("--data", type=Path, required=True, help="folder with the corpora")
    result = parser.add_mutually_exclusive_group(required=True)
    result.add_argument("--out", type=Path, help="folder to write it to")
    result.add_argument(
        "--fold", type=int, choices=range(FIFTHS), help="write nothing; train without this fifth of EWT and score on it"
    )
    options = parser.parse_args()
    if options.out:
        make(options.data, options.out)
    else:
        try_fold(options.data, options.fold)


def make(folder: Path, out: Path) -> None:
    """Train on tweets, EWT and our own sentences; score on WNUT, which no training sees, and on EWT fold by fold."""
    lexicon = build_lexicon()
    lessons = read_lessons(folder, lexicon)
    folds = [compare(lessons.of(fold), train(lessons.without(fold)), lexicon) for fold in range(FIFTHS)]
    corrector = train(lessons.without(None))
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    corrector.to_disk(out, lexicon)
    write_papers(out, compare(wnut(folder), corrector, lexicon), folds)


def try_fold(folder: Path, fold: int) -> None:
    """Print the recipe's scores on a fifth of EWT and on WNUT, trained without either."""
    lexicon = build_lexicon()
    lessons = read_lessons(folder, lexicon)
    corrector = train(lessons.without(fold))
    compare(lessons.of(fold), corrector, lexicon)
    compare(wnut(folder), corrector, lexicon)


@dataclass(frozen=True, kw_only=True)
class Lessons:
    """Training data: rows of features and labels, those of EWT with their articles."""

    tweets: list[Row]
    own: list[Row]
    sentences: list[tuple[Article, list[Row]]]

    def of(self, fold: int) -> list[Article]:
        """Return the articles in a fifth of EWT."""
        return [article for article, _ in self.sentences if fifth(article) == fold]

    def without(self, fold: int | None) -> list[Row]:
        """Return the training rows without a fifth of EWT, if any; EWT and our own sentences count twice."""
        others = [row for article, rows in self.sentences if fifth(article) != fold for row in rows]
        return [*self.tweets, *others, *others, *self.own, *self.own]


def read_lessons(folder: Path, lexicon: Lexicon) -> Lessons:
    """Read the corpora, with the base pipeline's readings as features."""
    pipeline, reader = base(), CueReader(lexicon)
    tweets = [row for article in btc(folder) for row in _rows(article, pipeline, reader)]
    sentences = [(article, _rows(article, pipeline, reader)) for article in ewt(folder)]
    own = [row for article in own_sentences() for row in _rows(article, pipeline, reader)]
    return Lessons(tweets=tweets, own=own, sentences=sentences)


def base() -> "Language":
    """Load the base pipeline, without components that are useless for names."""
    return load("en_core_web_sm", english_package(), "")


def train(rows: Sequence[Row]) -> Corrector:
    """Train on rows of features and labels; the same rows in the same order give the same bytes."""
    started = time.perf_counter()
    model = fit(rows, _SETTINGS, lambda: None)
    print(f"trained on {len(rows)} sentences in {time.perf_counter() - started:.0f} s")
    return Corrector(model=model, memory=_NOTHING, labels=LABELS)


def _rows(article: Article, pipeline: "Language", reader: CueReader) -> list[Row]:
    document = Document(id=article.id, title="", text=article.text, sha256="", language="en")
    spans = [
        Span(id=new_id(), document=article.id, layer=ENTITIES, label=label, parts=((start, end),), annotator="gold")
        for start, end, label in sorted(article.names)
    ]
    return [
        (reader.features(sentence.words, sentence.readings, _NOTHING, 0.0), list(sentence.labels))
        for sentence in lesson(document, spans, pipeline).sentences
    ]


def compare(articles: Sequence[Article], corrector: Corrector, lexicon: Lexicon) -> Comparison:
    """Find names with the base pipeline, first without and then with the corrector; print the scores."""
    from annotator.suggest.adapter.base_labels import entity_readings
    from annotator.suggest.crf.crf_component import spans_of_iob

    pipeline = base()
    alone, pairs = [], []
    for article in articles:
        doc = pipeline(article.text)
        found = spans_of_iob([reading.label for reading in entity_readings(doc)])
        places = ((doc[start:end], label) for start, end, label in found)
        names = {(span.start_char, span.end_char, label): 1.0 for span, label in places if label in LABELS}
        alone.append((article.names, names))
    add_corrector(pipeline, corrector, lexicon)
    for article in articles:
        doc = pipeline(article.text)
        names = {(ent.start_char, ent.end_char, ent.label_): 1.0 for ent in doc.ents if ent.label_ in LABELS}
        pairs.append((article.names, names))
    pipeline.remove_pipe(pipeline.pipe_names[-1])  # the cached pipeline is used for the next training
    comparison = Comparison(before=alone, after=pairs)
    print(comparison.scores())
    return comparison


if __name__ == "__main__":
    main()
