"""Comparing the meaning of claims by vectors, which are computed once for each wording."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from annotator.suggest.crf import checksums
from annotator.suggest.encoder.meaning import MEANING, MeaningModel, Said, least_cosine, likeness, loaded, unit
from annotator.suggest.encoder.vector_cache import VectorCache, key
from annotator.suggest.sources.registry import ENCODER
from annotator.suggest.sources.source import EncoderFolder
from annotator.system.caches import cache_folder

if TYPE_CHECKING:
    from annotator.store.reader import Reader

MOST = 50  # claims found by one search
_ROWS = 512  # vectors compared with all others in one step
_TOGETHER = 32  # texts turned into vectors between two progress reports
_AT_ONCE = 4_096  # vectors compared in one step, so that they fit into the processor's cache


@dataclass(slots=True)
class _Known:
    """The claims of a project at one moment, with an entry for each wording; a claim may have two wordings."""

    edits: int
    claims: list[str]
    keys: list[bytes]
    places: NDArray[np.int64]  # row of each wording's vector in the cache, -1 if it has none yet
    cached: int  # number of vectors in the cache at that moment


@dataclass(slots=True)
class ClaimVectors:
    """A model of meaning, and the vectors computed with it."""

    folder: EncoderFolder
    cache: VectorCache
    _model: MeaningModel | None = None
    _known: dict[tuple[Path, str | None], _Known] = field(default_factory=dict)

    @property
    def model(self) -> MeaningModel:
        """The model, loaded on first use.

        Raises:
            ValueError: if a file is damaged.
            OSError: if a file cannot be read.
        """
        if self._model is None:
            self._model = loaded(*self.folder)
        return self._model

    def near(self, read: "Reader", path: Path, sayings: Iterable[Said], annotator: str | None) -> dict[str, float]:
        """Return the claims nearest in meaning to any of the wordings, with their likeness from 0 to 1.

        Wordings without a vector are not found; see `learn`. The model is not loaded.
        """
        known = self._claims(read, path, annotator)
        own = self.cache.places([key(said) for said in sayings])
        wanted = unit(self.cache.rows[own[own >= 0]])
        if not known.claims or not len(wanted):
            return {}
        cosines = self._cosines(known.places, wanted)
        least = least_cosine(len(known.claims))
        found: dict[str, float] = {}
        for place in np.argsort(-cosines)[: 2 * MOST]:
            if cosines[place] < least or len(found) == MOST:
                break
            found.setdefault(known.claims[place], likeness(float(cosines[place])))
        return found

    def nearest(self, keys: Sequence[bytes], asked: Said, least: float) -> Iterator[tuple[int, float]]:
        """Yield the indices in ``keys`` nearest in meaning to a text, with their cosines, down to ``least``.

        Raises:
            ValueError: if a file of the model is damaged.
            OSError: if a file of the model cannot be read.
        """
        own = self.cache.places([key(asked)])
        rows = self.cache.rows[own] if own[0] >= 0 else self.model.vectors([asked])
        cosines = self._cosines(self.cache.places(keys), unit(rows))
        for place in np.argsort(-cosines):
            if cosines[place] < least:
                return
            yield int(place), float(cosines[place])

    def alike(self, keys: Sequence[bytes], least: float) -> list[tuple[int, int, float]]:
        """Return all pairs of indices in ``keys`` whose cosine is at least ``least``, with the cosine, highest first.

        The time grows with the square of the number of keys. Keys without a vector are not compared.
        """
        places = self.cache.places(keys)
        there = np.flatnonzero(places >= 0)
        vectors = unit(self.cache.rows[places[there]])
        found: list[tuple[int, int, float]] = []
        for start in range(0, len(there), _ROWS):
            cosines = vectors[start : start + _ROWS] @ vectors.T
            rows, columns = np.nonzero(cosines >= least)
            for row, column in zip(rows.tolist(), columns.tolist(), strict=True):
                if start + row < column:
                    found.append((int(there[start + row]), int(there[column]), float(cosines[row, column])))
        return sorted(found, key=lambda pair: -pair[2])

    def learn(self, texts: Sequence[Said]) -> Iterator[int]:
        """Compute the missing vectors of texts in batches; after each, yield how many of the texts have a vector.

        Raises:
            ValueError: if a file of the model is damaged.
            OSError: if a file of the model cannot be read.
        """
        self.cache.refresh()
        todo = {key(text): text for text in texts}
        places = self.cache.places(list(todo))
        missing = [one for one, place in zip(todo, places, strict=True) if place < 0]
        missing.sort(key=lambda one: len(todo[one].text))  # so that the texts of a batch have similar lengths
        for start in range(0, len(missing), _TOGETHER):
            part = missing[start : start + _TOGETHER]
            self.cache.add(part, self.model.vectors([todo[one] for one in part]))
            yield len(todo) - len(missing) + start + len(part)
        self.cache.join()

    def _claims(self, read: "Reader", path: Path, annotator: str | None) -> _Known:
        self.cache.refresh()
        edits, known = read.claims.edits(), self._known.get((path, annotator))
        if known is None or known.edits != edits:
            rows = read.claims.sayings(annotator)
            pairs = [(id_, Said(language, words)) for id_, language, *every in rows for words in every if words]
            keys = [key(said) for _, said in pairs]
            known = _Known(edits, [id_ for id_, _ in pairs], keys, self.cache.places(keys), len(self.cache.rows))
            self._known = {(path, annotator): known}  # one project at a time, as a hundred thousand claims are large
        elif known.cached != len(self.cache.rows):
            known.places, known.cached = self.cache.places(known.keys), len(self.cache.rows)
        return known

    def _cosines(self, places: NDArray[np.int64], wanted: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return, for the vector at each place in the cache, its highest cosine with a wanted one; 0 at place -1."""
        found = np.zeros(len(places), np.float32)
        for start in range(0, len(places), _AT_ONCE):
            part = places[start : start + _AT_ONCE]
            rows = unit(self.cache.rows[np.maximum(part, 0)])
            found[start : start + _AT_ONCE] = np.where(part < 0, 0, (rows @ wanted.T).max(1))
        return found


@lru_cache(maxsize=1)
def shipped(folder: EncoderFolder = ENCODER) -> ClaimVectors | None:
    """Return the shipped model of meaning without loading it, or None if it is missing."""
    if not (folder.folder / MEANING).is_file():
        return None
    try:
        version = checksums.seal(folder.folder)[:16]
    except (OSError, ValueError):
        return None
    return ClaimVectors(folder, VectorCache(cache_folder() / "meaning" / version))


def near_in_meaning(
    read: "Reader", path: Path, language: str, sayings: Iterable[str], annotator: str | None
) -> Mapping[str, float]:
    """Return the claims that are near in meaning, like `ClaimVectors.near`; none if the model is missing."""
    meanings = shipped()
    if meanings is None:
        return {}
    return meanings.near(read, path, [Said(language, words) for words in sayings], annotator)
