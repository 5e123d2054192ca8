"""A spaCy component that finds the names of a user-defined layer, in addition to the pipeline's own names.

The component is a corrector whose names go into the layer. The pipeline's own names stay as they are, and serve only as
features. The component stands before the adapter of the names, because its base is the pipeline without that adapter.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from annotator.suggest.adapter.base_labels import readings_below
from annotator.suggest.adapter.corrector import Corrector, CorrectorComponent, lexicon_of, names_in_readings
from annotator.suggest.crf.crf_component import register_factory, write_scores
from annotator.suggest.name_consistency import FoundName, consistent

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    from annotator.suggest.adapter.base_labels import WordReading

FACTORY = "spanwright_layer"


def add_to(pipeline: Language, layer: str, folder: Path, seal: str | None = None) -> None:
    """Append a layer's corrector to a pipeline; ``seal`` is passed to `Corrector.from_disk`.

    Raises:
        ValueError: if a file is damaged.
        OSError: if a file cannot be read.
    """
    register_factory(FACTORY, LayerRecognizer)
    below, lexicon = readings_below(pipeline), lexicon_of(pipeline)
    corrector = Corrector.from_disk(folder, seal)
    component: Any = pipeline.add_pipe(FACTORY, name=f"{FACTORY}_{layer}")
    component.layer = layer
    component.set_corrector(corrector, lexicon, below)


class LayerRecognizer(CorrectorComponent):
    """The pipeline component that puts names with their scores into the span group named after the layer."""

    layer: str

    def __call__(self, doc: Doc) -> Doc:
        """Find the layer's names in a text."""
        corrector = self._corrector
        words = [token.text for token in doc]
        every = _names(corrector.read(words, self._below(doc)))
        names = consistent(words, [name for name in every if name.label in corrector.labels])
        found = [corrector.trusted(name) for name in names]
        write_scores(doc, self.layer, found)
        return doc


def _names(sentences: Iterable[tuple[Sequence[int], Sequence[WordReading]]]) -> Iterator[FoundName]:
    """Yield an article's names from its sentences' word indices and readings, sentence by sentence."""
    for places, readings in sentences:
        for name in names_in_readings(readings):
            yield FoundName(places[name.start], places[name.end - 1] + 1, name.label, name.score)
