"""A spaCy component that corrects the names found by the pipeline before it, its base.

The component is a small conditional random field, whose features include the base's labels and their probabilities.
The English model is spaCy's own pipeline with such a corrector; an adapter is a corrector that is trained on the
analyst's decisions, for either language. The base itself never changes: leaving the component out undoes the
corrections.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from annotator.suggest.adapter.base_labels import OUTSIDE, WordReading, entity_readings, readings_below
from annotator.suggest.adapter.cues import CueReader, Cues
from annotator.suggest.adapter.memory import Memory, WordCounts
from annotator.suggest.adapter.trust import Trust
from annotator.suggest.crf import checksums
from annotator.suggest.crf.crf_component import (
    SCORES_KEY,
    doc_spans,
    register_factory,
    sentences,
    spans_of_iob,
    write_scores,
)
from annotator.suggest.crf.crfsuite import tagger
from annotator.suggest.crf.lexicon import BINARY_FILES, Lexicon
from annotator.suggest.name_consistency import FoundName, consistent

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    from annotator.suggest.adapter.base_labels import Below

FACTORY = "spanwright_corrector"

_MODEL_FILE, _MEMORY_FILE, _LABELS_FILE = "model.crfsuite", "memory.json", "labels.json"
_FILES = (_MODEL_FILE, _MEMORY_FILE, _LABELS_FILE)
_TRUST_FILE = "trust.json"  # correctors of older versions have none
_LARGEST = 100_000
_KEY = "spanwright_readings"  # in `doc.user_data`


@dataclass(frozen=True, kw_only=True)
class Corrector:
    """A trained corrector: a CRFsuite model, the memory of its training articles, and the labels it was taught.

    Names with any other label are left to the base pipeline. ``trust`` corrects the scores of its names.
    """

    model: bytes
    memory: Memory
    labels: frozenset[str]
    trust: Trust = field(default_factory=Trust)

    def to_disk(self, folder: Path, lexicon: Lexicon | None = None) -> None:
        """Write the corrector into an existing folder; include the lexicon if the base pipeline has none."""
        (folder / _MODEL_FILE).write_bytes(self.model)
        self.memory.counts.to_disk(folder / _MEMORY_FILE)
        (folder / _LABELS_FILE).write_text(json.dumps(sorted(self.labels)), encoding="utf-8", newline="\n")
        files = [*_FILES]
        if self.trust != Trust():
            self.trust.to_disk(folder / _TRUST_FILE)
            files.append(_TRUST_FILE)
        if lexicon:
            lexicon.to_disk(folder)
            files.extend(BINARY_FILES)
        checksums.write(folder, files)

    @classmethod
    def from_disk(cls, folder: Path, seal: str | None = None) -> Corrector:
        """Read what `to_disk` wrote; ``seal`` is the folder's expected `checksums.seal`, None if unknown.

        Raises:
            ValueError: if a file is damaged.
            OSError: if a file cannot be read.
        """
        checksums.check(folder, _FILES, seal)
        with (folder / _LABELS_FILE).open("rb") as stream:
            labels = json.loads(stream.read(_LARGEST))
        if not isinstance(labels, list) or not all(isinstance(label, str) for label in labels):
            raise ValueError(f"{_LABELS_FILE} contains no labels")
        memory, trust = Memory(WordCounts.from_disk(folder / _MEMORY_FILE)), Trust()
        if checksums.sum_of(folder, _TRUST_FILE):
            checksums.check(folder, [_TRUST_FILE])
            trust = Trust.from_disk(folder / _TRUST_FILE)
        model = (folder / _MODEL_FILE).read_bytes()
        return cls(model=model, memory=memory, labels=frozenset(labels), trust=trust)


def lexicon_in(folder: Path) -> Lexicon | None:
    """Return the lexicon in a corrector's folder, or None if the folder has none.

    Raises:
        ValueError: if a file is damaged.
        OSError: if a file cannot be read.
    """
    if not (folder / BINARY_FILES[0]).is_file():
        return None
    checksums.check(folder, BINARY_FILES)
    return _lexicon(folder, checksums.seal(folder))


@lru_cache(maxsize=1)  # the pipelines of all adapters share it
def _lexicon(folder: Path, seal: str) -> Lexicon:
    """Return the lexicon in a folder whose files have been checked; ``seal`` changes with their content."""
    del seal
    return Lexicon.from_disk(folder)


def add_to(pipeline: Language, folder: Path, seal: str | None = None) -> None:
    """Append the corrector in a folder to a pipeline; ``seal`` is passed to `Corrector.from_disk`.

    Raises:
        ValueError: if a file is damaged.
        OSError: if a file cannot be read.
    """
    lexicon = lexicon_in(folder) or lexicon_of(pipeline)
    add_corrector(pipeline, Corrector.from_disk(folder, seal), lexicon)


def add_corrector(pipeline: Language, corrector: Corrector, lexicon: Lexicon | None) -> None:
    """Append a corrector to a pipeline.

    Raises:
        ValueError: if the corrector's model is damaged.
    """
    register_factory(FACTORY, CorrectingRecognizer, assigns=["doc.ents"])
    below = readings_below(pipeline)
    component: Any = pipeline.add_pipe(FACTORY, name=f"{FACTORY}_{len(pipeline.pipe_names)}")
    component.set_corrector(corrector, lexicon, below)


def lexicon_of(pipeline: Language) -> Lexicon | None:
    """Return the lexicon of the last component that has one, or None."""
    found = (getattr(component, "lexicon", None) for _, component in reversed(pipeline.pipeline))
    return next((lexicon for lexicon in found if isinstance(lexicon, Lexicon)), None)


class CorrectorComponent:
    """A pipeline component whose corrector is set after the component is created."""

    def __init__(self, name: str = FACTORY) -> None:
        self.name = name
        self.lexicon: Lexicon | None = None
        self._loaded: LoadedCorrector | None = None
        self._below: Below = entity_readings

    def set_corrector(self, corrector: Corrector, lexicon: Lexicon | None, below: Below) -> None:
        """Set the corrector, its lexicon, and the function that returns the base pipeline's readings.

        Raises:
            ValueError: if the model is damaged.
        """
        self._loaded = LoadedCorrector(corrector, lexicon)
        self.lexicon = lexicon
        self._below = below

    @property
    def _corrector(self) -> LoadedCorrector:
        if self._loaded is None:
            raise ValueError(f"the component {self.name} has no model")
        return self._loaded


class CorrectingRecognizer(CorrectorComponent):
    """The pipeline component that replaces the base pipeline's entities and scores by corrected ones."""

    def __call__(self, doc: Doc) -> Doc:
        """Set the corrected entities of a text and their scores."""
        corrector = self._corrector
        words, labels = [token.text for token in doc], corrector.labels
        below = self._below(doc)
        readings = doc.user_data[_KEY] = list(below)
        for places, here in corrector.read(words, below):
            for place, reading in zip(places, here, strict=True):
                readings[place] = reading
        found = _consistent_names(words, readings, below, corrector)
        for name in found:
            if name.label not in labels:
                readings[name.start : name.end] = below[name.start : name.end]  # for a corrector after this one
        doc.set_ents(doc_spans(doc, found))
        write_scores(doc, SCORES_KEY, [name for name in found if readings[name.start].scored])
        return doc

    def readings(self, doc: Doc) -> Sequence[WordReading]:
        """Return the reading of each word of a text that the component has processed."""
        readings: Sequence[WordReading] = doc.user_data[_KEY]
        return readings


class LoadedCorrector:
    """A corrector with its CRFsuite model opened, ready to label articles.

    Raises:
        ValueError: if the model is damaged.
    """

    def __init__(self, corrector: Corrector, lexicon: Lexicon | None) -> None:
        self.labels = corrector.labels
        self._corrector = corrector  # keeps the bytes alive, which CRFsuite reads in place
        self._tagger = tagger(corrector.model)
        self._lexicon = lexicon
        self._cues = CueReader(lexicon)

    def trusted(self, name: FoundName) -> FoundName:
        """Return a name with a corrected score: the share of names with this score that are right."""
        return name._replace(score=self._corrector.trust.of(name.score))

    def read(self, words: Sequence[str], below: Sequence[WordReading]) -> Iterator[tuple[list[int], list[WordReading]]]:
        """Yield, for each sentence of an article, the indices of its words and the corrected reading of each."""
        memory = self._corrector.memory
        likeness = memory.likeness(words, self._lexicon) if self._lexicon else 0.0
        for places in sentences(words):
            here = [words[place] for place in places], [below[place] for place in places]
            yield places, read(self._tagger, self._cues.features(*here, memory, likeness))


def read(model: Any, features: Sequence[Cues]) -> list[WordReading]:
    """Return the reading of each word of a sentence, given CRFsuite's tagger and the features of the words."""
    labels = model.tag(features)
    has_outside = OUTSIDE in model.labels()
    return [
        WordReading(
            label,
            model.marginal(label, place),
            1 - model.marginal(OUTSIDE, place) if has_outside else 1.0,
        )
        for place, label in enumerate(labels)
    ]


def names_in_readings(readings: Sequence[WordReading]) -> Iterable[FoundName]:
    """Yield the names in a sequence of readings; a name's score is that of its least certain word."""
    for start, end, label in spans_of_iob([reading.label for reading in readings]):
        yield FoundName(start, end, label, min(reading.sure for reading in readings[start:end]))


def _consistent_names(
    words: Sequence[str], readings: Sequence[WordReading], below: Sequence[WordReading], corrector: LoadedCorrector
) -> list[FoundName]:
    """Return an article's names in text order.

    Names with taught labels come from the corrector and are made consistent; names with other labels come from the
    base.
    """
    taught = corrector.labels
    names = [name for name in names_in_readings(readings) if name.label in taught]
    found = [corrector.trusted(name) for name in consistent(words, names)]
    taken = {place for name in found for place in range(name.start, name.end)}
    others = (name for name in names_in_readings(below) if name.label not in taught)
    found.extend(name for name in others if taken.isdisjoint(range(name.start, name.end)))
    return sorted(found)
