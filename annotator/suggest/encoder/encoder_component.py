"""A spaCy component that reads a text again with the encoder, and takes the mean with the pipeline below it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from annotator.suggest.adapter.base_labels import NOTHING, OUTSIDE, Reading, readings_below
from annotator.suggest.adapter.corrector import lexicon_of
from annotator.suggest.crf.crf_component import (
    SCORES_KEY,
    doc_spans,
    register_factory,
    sentences,
    spans_of_iob,
    write_scores,
)
from annotator.suggest.encoder.name_model import NameModel, calibrated
from annotator.suggest.name_consistency import Found, consistent

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    from annotator.suggest.adapter.base_labels import Below
    from annotator.suggest.crf.lexicon import Lexicon

FACTORY = "spanwright_encoder"

_KEY = "spanwright_encoder"  # in `doc.user_data`
_DIGITS = 3  # of a score; further ones depend on which texts share a batch


def add_to(pipeline: Language, folder: Path, seal: str | None = None) -> None:
    """Append the encoder in a folder to a pipeline; ``seal`` as for `NameModel.from_disk`.

    Raises:
        ValueError: if a file is damaged, or the model does not know the pipeline's language.
        OSError: if a file cannot be read.
    """
    model = NameModel.from_disk(folder, seal)
    if pipeline.lang not in model.habits:
        raise ValueError(f"the model does not know the language {pipeline.lang}")
    register_factory(FACTORY, EncoderRecognizer, assigns=["doc.ents"])
    below, lexicon = readings_below(pipeline), lexicon_of(pipeline)
    component: Any = pipeline.add_pipe(FACTORY)
    component.set_model(model, pipeline.lang, below, lexicon)


class EncoderRecognizer:
    """The pipeline component, which replaces the entities and their scores."""

    def __init__(self, name: str = FACTORY) -> None:
        self.name = name
        self.lexicon: Lexicon | None = None
        self._model: NameModel | None = None

    def set_model(self, model: NameModel, language: str, below: Below, lexicon: Lexicon | None) -> None:
        """Set the model, the language of the texts, and the pipeline below."""
        self._model = model
        self._habits = model.habits[language]
        self._below = below
        self.lexicon = lexicon

    def __call__(self, doc: Doc) -> Doc:
        """Set the entities of a text and their scores."""
        (done,) = self._set_entities([doc])
        return done

    def pipe(self, stream: Iterable[Doc], *, batch_size: int) -> Iterator[Doc]:
        """Set the entities of many texts in batches, faster than one by one."""
        every = iter(stream)
        while docs := list(islice(every, batch_size)):
            yield from self._set_entities(docs)

    def readings(self, doc: Doc) -> Sequence[Reading]:
        """Return the reading of each word of a text that the component has processed."""
        readings: Sequence[Reading] = doc.user_data[_KEY]
        return readings

    def _set_entities(self, docs: Sequence[Doc]) -> Sequence[Doc]:
        if self._model is None:
            raise ValueError(f"the component {self.name} has no model")
        every = [[token.text for token in doc] for doc in docs]
        places = [list(sentences(words)) for words in every]
        spaced = [
            [[(words[at], _after_space(doc, at)) for at in one] for one in many]
            for doc, words, many in zip(docs, every, places, strict=True)
        ]
        read = self._model.log_chances(spaced, self._habits.style)
        for doc, words, many, log_chances in zip(docs, every, places, read, strict=True):
            found = self._names(doc, words, many, log_chances)
            doc.set_ents(doc_spans(doc, found))
            write_scores(doc, SCORES_KEY, found)
        return docs

    def _names(
        self, doc: Doc, words: Sequence[str], places: Sequence[Sequence[int]], log_chances: np.ndarray[Any, Any]
    ) -> list[Found]:
        """Return the names of a text, and keep the readings of its words."""
        assert self._model is not None  # noqa: S101  # the caller has looked
        model, habits = self._model, self._habits
        below = self._below(doc)
        flat = [place for one in places for place in one]
        mixed = model.mixed(log_chances, [below[place] for place in flat], habits.weight)
        chances = np.exp(mixed)
        readings, found, at = [NOTHING] * len(words), [], 0
        outside = model.labels.index(OUTSIDE)
        for one in places:
            rows = slice(at, at + len(one))
            labels = model.best(mixed[rows])
            names = [model.labels[label] for label in labels]
            for place, name, label, row in zip(one, names, labels, chances[rows], strict=True):
                known = dict(zip(model.labels, row.tolist(), strict=True))
                readings[place] = Reading(name, float(row[label]), 1 - float(row[outside]), known)
            for start, end, kind in spans_of_iob(names):
                score = min(float(chances[at + word, labels[word]]) for word in range(start, end))
                found.append(Found(one[start], one[end - 1] + 1, kind, round(calibrated(score, habits), _DIGITS)))
            at = rows.stop
        doc.user_data[_KEY] = readings
        return consistent(words, found)


def _after_space(doc: Doc, place: int) -> bool:
    if place == 0:
        return True
    before = doc[place - 1]
    return bool(before.whitespace_) or before.is_space
