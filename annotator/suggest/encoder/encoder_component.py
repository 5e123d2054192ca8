"""A spaCy component that reads a text again with the encoder, and averages the result with the pipeline before it.

The component loads its model when it first reads a text, so that fast suggestions need not wait for loading. All
pipelines of a process share the model.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from annotator.suggest.adapter.base_labels import NOTHING, OUTSIDE, WordReading, entity_readings, readings_below
from annotator.suggest.adapter.corrector import lexicon_of, names_in_readings
from annotator.suggest.crf.crf_component import (
    SCORES_KEY,
    doc_spans,
    register_factory,
    sentences,
    spans_of_iob,
    write_scores,
)
from annotator.suggest.encoder.chance_file import ChanceFile
from annotator.suggest.encoder.name_model import Habits, NameModel, calibrated
from annotator.suggest.name_consistency import FoundName, consistent

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    from annotator.suggest.adapter.base_labels import Below
    from annotator.suggest.crf.lexicon import Lexicon
    from annotator.suggest.encoder.encoder import Floats

FACTORY = "spanwright_encoder"

_KEY = "spanwright_encoder"  # in `doc.user_data`
_DIGITS = 3  # of a score; further digits would depend on which texts share a batch
_TOGETHER = 2_000  # words in a batch
_KEPT = 200_000  # words whose probabilities are kept, since an article is read again after decisions in it


def add_to(pipeline: Language, folder: Path, seal: str | None = None) -> None:
    """Append the encoder in a folder to a pipeline; ``seal`` is passed to `NameModel.from_disk`."""
    register_factory(FACTORY, EncoderRecognizer, assigns=["doc.ents"])
    below, lexicon = readings_below(pipeline), lexicon_of(pipeline)
    component: Any = pipeline.add_pipe(FACTORY)
    component.set_folder(folder, seal, pipeline.lang, below, lexicon)


def load_all(pipeline: Language) -> None:
    """Load the models of all encoders in a pipeline.

    Raises:
        ValueError: if a file is damaged, or the model does not know the pipeline's language.
        OSError: if a file cannot be read.
    """
    for _, component in pipeline.pipeline:
        if isinstance(component, EncoderRecognizer):
            component.load()


@contextmanager
def keeping(pipeline: Language, path: Path) -> Iterator[None]:
    """Take the probabilities of texts from a `ChanceFile`, and write there those of all texts read meanwhile.

    ``path`` is the file; without an encoder in the pipeline, nothing happens.
    """
    encoders = [component for _, component in pipeline.pipeline if isinstance(component, EncoderRecognizer)]
    file = ChanceFile(path) if encoders else None
    for component in encoders:
        component.keep_in(file)
    try:
        yield
    finally:
        for component in encoders:
            component.keep_in(None)
    if file is not None:
        file.write()


@lru_cache(maxsize=1)
def _read(folder: Path, seal: str | None) -> NameModel | Exception:
    """Return a model, or the error if it cannot be read.

    Either is cached, so that reading is not tried again for each article.
    """
    try:
        return NameModel.from_disk(folder, seal)
    except Exception as error:  # noqa: BLE001 - `EncoderRecognizer.load` raises it again
        return error


class EncoderRecognizer:
    """The pipeline component that replaces the entities of the pipeline before it, and their scores."""

    def __init__(self, name: str = FACTORY) -> None:
        self.name = name
        self.lexicon: Lexicon | None = None
        self._folder: Path | None = None
        self._seal: str | None = None
        self._model: NameModel | None = None
        self._language = ""
        self._below: Below = entity_readings
        self._file: ChanceFile | None = None
        self._chances = _Chances()

    def set_folder(self, folder: Path, seal: str | None, language: str, below: Below, lexicon: Lexicon | None) -> None:
        """Set the model's folder and seal, the texts' language, and the base pipeline's readings and lexicon."""
        self._folder, self._seal = folder, seal
        self._language = language
        self._below = below
        self.lexicon = lexicon

    def keep_in(self, file: ChanceFile | None) -> None:
        """Keep the probabilities of texts in a file, and take known ones from it; None keeps them in memory only.

        Probabilities that are in memory are dropped, because those in a file are rounded.
        """
        self._file = file
        self._chances = _Chances()

    def load(self) -> NameModel:
        """Return the model, loading it first if necessary.

        Raises:
            ValueError: if a file is damaged, or the model does not know the language.
            OSError: if a file cannot be read.
        """
        if self._model is None:
            if self._folder is None:
                raise ValueError(f"the component {self.name} has no model")
            model = _read(self._folder, self._seal)
            if isinstance(model, Exception):
                raise model
            if self._language not in model.habits:
                raise ValueError(f"the model does not know the language {self._language}")
            self._model = model
        return self._model

    def __call__(self, doc: Doc) -> Doc:
        """Set the entities of a text and their scores."""
        (done,) = self._set_entities([doc])
        return done

    def pipe(self, stream: Iterable[Doc], *, batch_size: int) -> Iterator[Doc]:
        """Set the entities of many texts in batches, faster than one by one."""
        del batch_size  # texts differ in length, so batches are measured in words
        batch: list[Doc] = []
        size = 0
        for doc in stream:
            if batch and size + len(doc) > _TOGETHER:
                yield from self._set_entities(batch)
                batch, size = [], 0
            batch.append(doc)
            size += len(doc)
        yield from self._set_entities(batch)

    def readings(self, doc: Doc) -> Sequence[WordReading]:
        """Return the reading of each word: the encoder's if it has read the text, otherwise the base pipeline's."""
        readings: Sequence[WordReading] = doc.user_data[_KEY] if _KEY in doc.user_data else self._below(doc)
        return readings

    def fast_readings(self, doc: Doc) -> Sequence[WordReading]:
        """Return the reading of each word by the base pipeline alone."""
        return self._below(doc)

    def _set_entities(self, docs: Sequence[Doc]) -> Sequence[Doc]:
        model = self.load()
        style = model.habits[self._language].style
        fresh = {doc.text: list(_spaced_sentences(doc)) for doc in docs if not self._is_known(model, doc)}
        spaced = list(fresh.values())
        for text, rows in zip(fresh, model.log_chances(spaced, style) if fresh else (), strict=True):
            self._chances.keep(text, self._file.add(fresh[text], rows) if self._file else rows)
        for doc in docs:
            rows_of_doc = self._chances.of(doc.text)
            if rows_of_doc is None:  # pragma: no cover - more than is kept, in one batch
                (rows_of_doc,) = model.log_chances([list(_spaced_sentences(doc))], style)
            found = self._names(model, doc, rows_of_doc)
            doc.set_ents(doc_spans(doc, found))
            readings = self.readings(doc)
            write_scores(doc, SCORES_KEY, [name for name in found if readings[name.start].scored])
        return docs

    def _is_known(self, model: NameModel, doc: Doc) -> bool:
        """Return whether the probabilities of a text are kept, or take them from the file."""
        if self._file is None:
            return self._chances.of(doc.text) is not None
        rows = self._file.of(list(_spaced_sentences(doc)), len(model.labels))
        if rows is not None:
            self._chances.keep(doc.text, rows)
        return rows is not None

    def _names(self, model: NameModel, doc: Doc, log_chances: Floats) -> list[FoundName]:
        """Return the names found in a text, in order; store in the `Doc` how each word was read (`WordReading`)."""
        habits, below = model.habits[self._language], self._below(doc)
        words = [token.text for token in doc]
        places = list(sentences(words))
        mixed = model.mixed(log_chances, [below[place] for one in places for place in one], habits.weight)
        chances = np.exp(mixed)
        readings, found, at = [NOTHING] * len(words), [], 0
        outside = model.labels.index(OUTSIDE)
        for one in places:
            rows = slice(at, at + len(one))
            at = rows.stop
            labels = model.best(mixed[rows])
            names = [model.labels[label] for label in labels]
            for place, name, label, row in zip(one, names, labels, chances[rows], strict=True):
                known = dict(zip(model.labels, row.tolist(), strict=True))
                readings[place] = WordReading(name, float(row[label]), 1 - float(row[outside]), known)
            for start, end, kind in spans_of_iob(names):
                score = min(float(chances[rows.start + word, labels[word]]) for word in range(start, end))
                found.append(FoundName(one[start], one[end - 1] + 1, kind, round(calibrated(score, habits), _DIGITS)))
        decided = consistent(words, [name for name in found if name.label in habits.labels])
        others = _others(decided, below, habits)
        for other in others:
            readings[other.start : other.end] = below[other.start : other.end]
        found = sorted([*decided, *others])
        doc.user_data[_KEY] = readings
        return found


class _Chances:
    """The label probabilities that were computed last, by text."""

    def __init__(self) -> None:
        self._kept: OrderedDict[str, Floats] = OrderedDict()
        self._words = 0

    def of(self, text: str) -> Floats | None:
        """Return the probabilities for a text's words, None if they are not kept."""
        return self._kept.get(text)

    def keep(self, text: str, chances: Floats) -> None:
        """Keep the probabilities of a text; the oldest ones are dropped if there are too many."""
        self._words -= len(self._kept.pop(text, ()))
        self._kept[text] = chances
        self._words += len(chances)
        while self._words > _KEPT and len(self._kept) > 1:
            _, old = self._kept.popitem(last=False)
            self._words -= len(old)


def _others(names: Sequence[FoundName], below: Sequence[WordReading], habits: Habits) -> list[FoundName]:
    """Return the base pipeline's names that overlap none of the encoder's names and are to be kept.

    Names with labels that the encoder does not decide are all kept, other names only if the base is sure of them.
    """
    taken = {place for name in names for place in range(name.start, name.end)}
    free = [name for name in names_in_readings(below) if taken.isdisjoint(range(name.start, name.end))]
    kept = [
        name._replace(score=habits.kept_share)
        for name in free
        if name.label in habits.labels and name.score >= habits.kept_from
    ]
    return [*kept, *(name for name in free if name.label not in habits.labels)]


def _spaced_sentences(doc: Doc) -> Iterator[list[tuple[str, bool]]]:
    """Yield the words of each sentence, each with whether a space precedes it."""
    words = [token.text for token in doc]
    for places in sentences(words):
        yield [(words[place], _after_space(doc, place)) for place in places]


def _after_space(doc: Doc, place: int) -> bool:
    if place == 0:
        return True
    before = doc[place - 1]
    return bool(before.whitespace_) or before.is_space
