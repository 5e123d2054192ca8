"""A spaCy component that finds names with a conditional random field and a small network, whose scores are added.

Call `register` before `spacy.load` opens a folder that contains the component. The component sets `doc.ents`; `scores`
returns the model's confidence in each entity.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Self

from annotator.suggest.adapter.base_labels import NOTHING, OUTSIDE, WordReading
from annotator.suggest.crf import checksums
from annotator.suggest.crf.lexicon import BINARY_FILES, Lexicon
from annotator.suggest.crf.linear import Chains, Columns, Floats, LinearModel
from annotator.suggest.crf.neighbour_features import KnownWords
from annotator.suggest.crf.network import Network
from annotator.suggest.name_consistency import FoundName, consistent

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

FACTORY = "spanwright_crf"
#: The group of `doc.spans` that repeats the entities and has their scores in `attrs["scores"]`,
#: as spaCy's own span categoriser does.
SCORES_KEY = "spanwright_crf"

_WEIGHTS_FILE, _NETWORK_FILE = "weights.npz", "network.npz"
_BINARY_FILES = (_WEIGHTS_FILE, _NETWORK_FILE, *BINARY_FILES)
# Weights and network are overconfident. With this scale, in cross-validation, 93 of 100 names that scored 0.9 or more
# were right.
_SHARE = 0.45
# Digits of a score; further digits would depend on which texts share a batch.
_DIGITS = 3
_WORDS_AT_ONCE = 10_000
_SHORTEST_SENTENCE = 3
# A table without full stops would otherwise be one sentence, and need gigabytes at once.
_LONGEST_SENTENCE = 400
_SENTENCE_ENDS = {".", "!", "?"}


def register() -> None:
    """Register the component with spaCy. A second call changes nothing."""
    register_factory(FACTORY, CrfRecognizer, assigns=["doc.ents"])


def register_factory(factory: str, component: Callable[[str], object], *, assigns: Sequence[str] = ()) -> None:
    """Register a component's factory with spaCy, unless it is already registered; ``component`` takes the name."""
    from spacy.language import Language

    if not Language.has_factory(factory):
        Language.factory(factory, assigns=assigns, func=lambda nlp, name: component(name))


def scores(doc: Doc) -> dict[tuple[int, int], float]:
    """Return the score of each entity, by its range in the text: code points, end exclusive.

    A score is the model's probability of exactly this entity. The model card shows how often entities with a given
    score are right.
    """
    group = doc.spans[SCORES_KEY]
    return {(span.start_char, span.end_char): score for span, score in zip(group, group.attrs["scores"], strict=True)}


class CrfModel:
    """Labels sentences with feature weights, a network, and the lexicon that both were trained with."""

    def __init__(self, linear: LinearModel, network: Network, lexicon: Lexicon) -> None:
        """Combine the weights and the network, which must score the same labels in the same order."""
        self.linear = linear
        self.network = network
        self.lexicon = lexicon
        self._table = KnownWords(lexicon)
        self._inside = {name[2:]: column for column, name in enumerate(linear.labels) if name.startswith("I-")}

    def labels(self) -> tuple[str, ...]:
        """Return the entity labels, sorted."""
        return tuple(sorted({name[2:] for name in self.linear.labels if name != "O"}))

    def find(self, sentences: Sequence[Sequence[str]]) -> Iterator[list[FoundName]]:
        """Yield the names of each sentence, sentence by sentence. No sentence may be empty."""
        for batch in _batches(sentences):
            yield from self._find_batch(batch)

    def read(self, sentences: Sequence[Sequence[str]]) -> Iterator[list[WordReading]]:
        """Yield the readings of each sentence's words, sentence by sentence. No sentence may be empty."""
        outside = self.linear.labels.index(OUTSIDE)
        for batch in _batches(sentences):
            chains = self._chains(batch)
            labels, chances = chains.best(), chains.probabilities()
            rows = iter(zip(labels, chances, strict=True))
            for words in batch:
                yield [
                    WordReading(
                        self.linear.labels[label],
                        float(chance[label]),
                        1 - float(chance[outside]),
                        dict(zip(self.linear.labels, chance.tolist(), strict=True)),
                    )
                    for label, chance in islice(rows, len(words))
                ]

    def _chains(self, sentences: Sequence[Sequence[str]]) -> Chains:
        if self._table.is_full:
            self._table.clear()
            self.linear.drop_cache()
            self.network.drop_cache()
        layout = self._table.lay_out(sentences)
        scores = self.linear.scores(self._table, layout) + self.network.scores(self._table, layout)
        return Chains(_SHARE * scores, layout.lengths, _SHARE * self.linear.transitions)

    def _find_batch(self, sentences: Sequence[Sequence[str]]) -> Iterator[list[FoundName]]:
        chains = self._chains(sentences)
        labels = chains.best()
        chances, next_chances = chains.probabilities(), chains.next_probabilities(labels)
        start = 0
        for words in sentences:
            rows = slice(start, start + len(words))
            yield list(self._names(labels[rows], chances[rows], next_chances[rows]))
            start = rows.stop

    def _names(self, labels: Columns, chances: Floats, next_chances: Floats) -> Iterator[FoundName]:
        """Yield the names of one sentence, each with the probability of exactly its range and label."""
        for start, end, label in spans_of_iob([self.linear.labels[column] for column in labels]):
            chance = float(chances[start, labels[start]])
            for place in range(start, end - 1):
                chance *= float(next_chances[place, labels[place + 1]])
            if label in self._inside:
                chance *= 1 - float(next_chances[end - 1, self._inside[label]])
            yield FoundName(start, end, label, round(chance, _DIGITS))


def _batches(sentences: Sequence[Sequence[str]]) -> Iterator[Sequence[Sequence[str]]]:
    """Group sentences into batches that are small enough for memory."""
    batch: list[Sequence[str]] = []
    size = 0
    for words in sentences:
        if size + len(words) > _WORDS_AT_ONCE:
            yield batch
            batch, size = [], 0
        batch.append(words)
        size += len(words)
    if batch:
        yield batch


class CrfRecognizer:
    """The pipeline component: splits a text into sentences and sets its entities."""

    def __init__(self, name: str = FACTORY) -> None:
        self.name = name
        self._crf: CrfModel | None = None

    def set_model(self, crf: CrfModel) -> None:
        """Set the model; a new component has none until this or `from_disk` is called."""
        self._crf = crf

    @property
    def _model(self) -> CrfModel:
        if self._crf is None:
            raise ValueError(f"the component {self.name} has no model")
        return self._crf

    @property
    def labels(self) -> tuple[str, ...]:
        """The entity labels, sorted."""
        return self._crf.labels() if self._crf else ()

    def __call__(self, doc: Doc) -> Doc:
        """Set the entities of a text and their scores."""
        (done,) = self._set_entities([doc])
        return done

    def pipe(self, stream: Iterable[Doc], *, batch_size: int) -> Iterator[Doc]:
        """Set the entities of many texts in batches, several times as fast as one by one."""
        every = iter(stream)
        while docs := list(islice(every, batch_size)):
            yield from self._set_entities(docs)

    @property
    def lexicon(self) -> Lexicon | None:
        """The lexicon of the model, None if there is no model yet."""
        return self._crf.lexicon if self._crf else None

    def readings(self, doc: Doc) -> list[WordReading]:
        """Return the reading of each word before names are made consistent; white space gets the label O."""
        words = _words(doc)
        places = list(sentences(words))
        whole = self._model.read([[words[place] for place in one] for one in places])
        readings = [NOTHING] * len(words)
        for one, read in zip(places, whole, strict=True):
            for place, reading in zip(one, read, strict=True):
                readings[place] = reading
        return readings

    def _set_entities(self, docs: Sequence[Doc]) -> Sequence[Doc]:
        texts = [_words(doc) for doc in docs]
        places = [list(sentences(words)) for words in texts]
        whole = self._model.find(
            [[words[at] for at in one] for words, many in zip(texts, places, strict=True) for one in many]
        )
        for doc, words, many in zip(docs, texts, places, strict=True):
            found = [
                FoundName(one[name.start], one[name.end - 1] + 1, name.label, name.score)
                for one in many
                for name in next(whole)
            ]
            names = consistent(words, found)
            doc.set_ents(doc_spans(doc, names))
            write_scores(doc, SCORES_KEY, names)
        return docs

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        """Write the model and its lexicon into a folder. spaCy passes `exclude`, which is ignored."""
        model, folder = self._model, Path(path)
        folder.mkdir(parents=True, exist_ok=True)
        model.linear.to_disk(folder / _WEIGHTS_FILE)
        model.network.to_disk(folder / _NETWORK_FILE)
        model.lexicon.to_disk(folder)
        checksums.write(folder, _BINARY_FILES)

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> Self:
        """Read the model and its lexicon. spaCy passes `exclude`, which is ignored.

        Raises:
            ValueError: if a file is damaged.
            OSError: if a file cannot be read.
        """
        folder = Path(path)
        checksums.check(folder, _BINARY_FILES)
        self._crf = _read(folder, checksums.seal(folder))
        return self


@lru_cache(maxsize=1)  # 75 MB: the pipelines of all adapters share it
def _read(folder: Path, seal: str) -> CrfModel:
    """Return the model in a folder whose files have been checked; ``seal`` changes with their content."""
    del seal
    linear, network = LinearModel.from_disk(folder / _WEIGHTS_FILE), Network.from_disk(folder / _NETWORK_FILE)
    return CrfModel(linear, network, Lexicon.from_disk(folder))


def _words(doc: Doc) -> list[str]:
    """Return the words of a text; faster than reading them token by token."""
    strings = doc.vocab.strings
    return [strings[number] for number in doc.to_array("ORTH").tolist()]


def doc_spans(doc: Doc, names: Iterable[FoundName]) -> list[Span]:
    """Return names as spans of a `Doc`."""
    from spacy.tokens import Span

    return [Span(doc, name.start, name.end, label=name.label) for name in names]


def write_scores(doc: Doc, key: str, names: Sequence[FoundName]) -> None:
    """Store names with their scores as a span group."""
    from spacy.tokens import SpanGroup

    attributes = {"scores": [name.score for name in names]}
    doc.spans[key] = SpanGroup(doc, name=key, spans=doc_spans(doc, names), attrs=attributes)


def sentences(words: Sequence[str]) -> Iterator[list[int]]:
    """Yield for each sentence the indices of its words.

    A line break always ends a sentence: headlines have no full stop. White space belongs to no sentence, so that no
    name begins or ends with it.
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
    """Yield the start, end (exclusive) and label of each name in a row of B-, I- and O labels.

    An I- label that does not continue a name begins one.
    """
    start, label = 0, ""
    for place, name in enumerate([*iob, "O"]):
        if label and name != f"I-{label}":
            yield start, place, label
            label = ""
        if name != "O" and not label:
            start, label = place, name[2:]
