"""A spaCy component that finds names with a conditional random field (python-crfsuite).

Call `register` before `spacy.load` opens a folder that holds the component. The entities stand in
`doc.ents`; `scores` gives how sure the model is of each.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Self

import pycrfsuite

from annotator.suggest import checksums
from annotator.suggest.consistency import Found, consistent
from annotator.suggest.currencies import without_currencies
from annotator.suggest.features import FeatureReader
from annotator.suggest.lexicon import BINARY_FILES, Lexicon
from annotator.suggest.reading import NOTHING, OUTSIDE, Reading

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

FACTORY = "spanwright_crf"
#: The group of `doc.spans` that holds the entities once more, with `attrs["scores"]` beside them,
#: as spaCy's own span categoriser does it.
SCORES_KEY = "spanwright_crf"

_MODEL_FILE = "model.crfsuite"
_BINARY_FILES = (_MODEL_FILE, *BINARY_FILES)
_HEADER = struct.Struct("<4sI4s9I")
_SHORTEST_SENTENCE = 3
# A table without a full stop would otherwise need gigabytes at once.
_LONGEST_SENTENCE = 400
_SENTENCE_ENDS = {".", "!", "?"}


def register() -> None:
    """Make the component known to spaCy; a second call changes nothing."""
    from spacy.language import Language

    if not Language.has_factory(FACTORY):
        Language.factory(FACTORY, assigns=["doc.ents"], func=_make)


def _make(nlp: Language, name: str) -> CrfRecognizer:
    return CrfRecognizer(name)


def scores(doc: Doc) -> dict[tuple[int, int], float]:
    """Give the score of each entity by its place in the text: code points, end exclusive.

    A score is the model's lowest probability for a word of the entity. 0.9 and more was right in
    nine of ten cases.
    """
    group = doc.spans[SCORES_KEY]
    return {(span.start_char, span.end_char): score for span, score in zip(group, group.attrs["scores"], strict=True)}


class CrfModel:
    """Labels sentences: python-crfsuite's model and the lexicon that it was trained with."""

    def __init__(self, model: bytes, lexicon: Lexicon) -> None:
        """Open a model.

        Raises:
            ValueError: if the bytes are not a whole python-crfsuite model.
        """
        _check_model(model)
        self.model = model
        self.lexicon = lexicon
        self._reader = FeatureReader(lexicon)
        self._tagger = pycrfsuite.Tagger()
        # Not open(path): CRFsuite cannot open a path with an umlaut on Windows.
        self._tagger.open_inmemory(model)

    def labels(self) -> tuple[str, ...]:
        """Give the labels of entities, sorted."""
        return tuple(sorted({name[2:] for name in self._tagger.labels() if name != "O"}))

    def find(self, words: Sequence[str]) -> Iterator[Found]:
        """Give the names of one sentence, in order."""
        iob = self._tagger.tag(self._reader.features(words))
        for start, end, label in spans_of_iob(iob):
            score = min(self._tagger.marginal(iob[place], place) for place in range(start, end))
            yield Found(start, end, label, score)

    def read(self, words: Sequence[str]) -> Iterator[Reading]:
        """Give what each word of one sentence is taken for."""
        iob = self._tagger.tag(self._reader.features(words))
        for place, label in enumerate(iob):
            yield Reading(label, self._tagger.marginal(label, place), 1 - self._tagger.marginal(OUTSIDE, place))


class CrfRecognizer:
    """The pipeline component: splits a text into sentences and sets its entities."""

    def __init__(self, name: str = FACTORY) -> None:
        self.name = name
        self._crf: CrfModel | None = None

    def hold(self, crf: CrfModel) -> None:
        """Take a model: a new component has none until this or `from_disk`."""
        self._crf = crf

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels of entities, sorted."""
        return self._crf.labels() if self._crf else ()

    def __call__(self, doc: Doc) -> Doc:
        """Set the entities of a text and their scores."""
        from spacy.tokens import Span, SpanGroup

        words = [token.text for token in doc]
        # Last: a region and a currency of one name are told apart by the whole article.
        found = without_currencies(words, consistent(words, self._found(words)))
        spans = [Span(doc, name.start, name.end, label=name.label) for name in found]
        doc.set_ents(spans)
        attributes = {"scores": [name.score for name in found]}
        doc.spans[SCORES_KEY] = SpanGroup(doc, name=SCORES_KEY, spans=spans, attrs=attributes)
        return doc

    @property
    def lexicon(self) -> Lexicon | None:
        """The lexicon of the model."""
        return self._crf.lexicon if self._crf else None

    def readings(self, doc: Doc) -> list[Reading]:
        """Give what the model alone takes each word of a text for; white space is no name."""
        if self._crf is None:
            raise ValueError(f"the component {self.name} holds no model")
        words = [token.text for token in doc]
        readings = [NOTHING] * len(words)
        for places in sentences(words):
            for place, reading in zip(places, self._crf.read([words[place] for place in places]), strict=True):
                readings[place] = reading
        return readings

    def _found(self, words: Sequence[str]) -> Iterator[Found]:
        if self._crf is None:
            raise ValueError(f"the component {self.name} holds no model")
        for places in sentences(words):
            for name in self._crf.find([words[place] for place in places]):
                start, end = places[name.start], places[name.end - 1] + 1
                yield Found(start, end, name.label, name.score)

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        """Write the model and its lexicon into a folder; `exclude` is spaCy's and has no use."""
        if self._crf is None:
            raise ValueError(f"the component {self.name} holds no model")
        folder = Path(path)
        folder.mkdir(parents=True, exist_ok=True)
        (folder / _MODEL_FILE).write_bytes(self._crf.model)
        self._crf.lexicon.to_disk(folder)
        checksums.write(folder, _BINARY_FILES)

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> Self:
        """Read the model and its lexicon; `exclude` is spaCy's and has no use.

        Raises:
            ValueError: if a file is damaged.
            OSError: if a file cannot be read.
        """
        folder = Path(path)
        checksums.check(folder, _BINARY_FILES)
        model = (folder / _MODEL_FILE).read_bytes()
        self._crf = CrfModel(model, Lexicon.from_disk(folder))
        return self


def sentences(words: Sequence[str]) -> Iterator[list[int]]:
    """Give the places of the words of each sentence.

    A line break always ends one: headlines have no full stop. White space belongs to no sentence,
    so that no name begins or ends with it.
    """
    current: list[int] = []
    for place, word in enumerate(words):
        if not word.strip():
            if current and "\n" in word:
                yield current
                current = []
            continue
        is_whole = len(current) > _SHORTEST_SENTENCE and words[current[-1]] in _SENTENCE_ENDS
        if (is_whole and word[0].isupper()) or len(current) == _LONGEST_SENTENCE:
            yield current
            current = []
        current.append(place)
    if current:
        yield current


def spans_of_iob(iob: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Give start, end and label of each name; an I without its B begins one."""
    start, label = 0, ""
    for place, name in enumerate([*iob, "O"]):
        if label and name != f"I-{label}":
            yield start, place, label
            label = ""
        if name != "O" and not label:
            start, label = place, name[2:]


def _check_model(model: bytes) -> None:
    """Refuse what would make CRFsuite read outside its memory: it trusts its header.

    What is wrong further on is found by `checksums`, for models in files.

    Raises:
        ValueError: if the bytes are not a whole model.
    """
    if len(model) < _HEADER.size:
        raise ValueError("the model file is too short")
    magic, size, kind, *numbers = _HEADER.unpack_from(model)
    offsets = numbers[4:]
    is_whole = size == len(model) and all(_HEADER.size <= offset < size for offset in offsets)
    if magic != b"lCRF" or kind != b"FOMC" or not is_whole:
        raise ValueError("the model file is not a whole CRFsuite model")
