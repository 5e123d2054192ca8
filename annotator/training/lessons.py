"""Training data for correctors: articles with the base pipeline's readings and the analyst's labels."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from annotator.model.values import Document, Part, Span
from annotator.suggest.adapter.base_labels import OUTSIDE, WordReading, fast_readings_below, labels_of, readings_below
from annotator.suggest.adapter.memory import LabelledSentence, WordCounts, count
from annotator.suggest.crf.crf_component import sentences, spans_of_iob
from annotator.suggest.passages import Passage, passages
from annotator.system.resources import resource_path

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_TOGETHER = 50_000


class LessonSentence(NamedTuple):
    """The words of a sentence, the base pipeline's reading of each word, and the right label of each word."""

    words: Sequence[str]
    readings: Sequence[WordReading]
    labels: Sequence[str]


@dataclass(frozen=True, kw_only=True)
class Lesson:
    """The training data of one article: its sentences, and the label counts of its words and names.

    ``fast`` are the same sentences with the readings of the fast answer, if the base gives two answers.
    """

    id: str
    sentences: tuple[LessonSentence, ...]
    counts: WordCounts
    fast: tuple[LessonSentence, ...] = ()

    @property
    def words(self) -> list[str]:
        """All words of the article."""
        return [word for sentence in self.sentences for word in sentence.words]


def lesson(document: Document, spans: Iterable[Span], pipeline: Language) -> Lesson:
    """Build the training data of an article, without its page furniture, from the base's readings and the labels.

    Where labelled names overlap, only the longest is used; names of several parts are left out.
    """
    names = [(*span.parts[0], span.label) for span in spans if len(span.parts) == 1]
    found: list[LessonSentence] = []
    fast: list[LessonSentence] = []
    fast_below = fast_readings_below(pipeline)
    with pipeline.memory_zone():
        for passage in passages(document, together=_TOGETHER):
            doc = pipeline(passage.text)
            labels = _labels(doc, passage, names)
            found.extend(_sentences(doc, readings_below(pipeline)(doc), labels))
            if fast_below is not None:
                fast.extend(_sentences(doc, fast_below(doc), labels))
    counts = count(LabelledSentence(sentence.words, sentence.labels) for sentence in found)
    return Lesson(id=document.id, sentences=tuple(found), counts=counts, fast=tuple(fast))


def rehearsal(language: str, pipeline: Language) -> list[LessonSentence]:
    """Return the shipped sentences of a language, labelled by the base pipeline.

    Training on them keeps a corrector from undoing what the base does well.
    """
    path = resource_path("rehearsal", f"{language}.txt")
    lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    found: list[LessonSentence] = []
    for doc in pipeline.pipe(lines):
        readings = readings_below(pipeline)(doc)
        found.extend(_sentences(doc, readings, [reading.label for reading in readings]))
    return found


def completed(sentence: LessonSentence, taught: Iterable[str]) -> list[str]:
    """Return a sentence's labels, plus the base pipeline's names whose labels the analyst never uses.

    A name of the base is added only where the sentence has no label.
    """
    labels = list(sentence.labels)
    for start, end, label in spans_of_iob([reading.label for reading in sentence.readings]):
        if label not in taught and all(name == OUTSIDE for name in labels[start:end]):
            labels[start:end] = labels_of(end - start, [(0, end - start, label)])
    return labels


def _sentences(doc: Doc, readings: Sequence[WordReading], labels: Sequence[str]) -> Iterator[LessonSentence]:
    words = [token.text for token in doc]
    for places in sentences(words):
        here = [labels[place] for place in places]
        if here[0].startswith("I-"):
            here[0] = f"B-{here[0][2:]}"
        yield LessonSentence([words[place] for place in places], [readings[place] for place in places], here)


def _labels(doc: Doc, passage: Passage, names: Iterable[tuple[int, int, str]]) -> list[str]:
    from spacy.util import filter_spans

    inside = ((_inside(passage, start, end), label) for start, end, label in names)
    spans = [doc.char_span(*part, label=label, alignment_mode="expand") for part, label in inside if part]
    kept = filter_spans(span for span in spans if span)
    return labels_of(len(doc), [(span.start, span.end, span.label_) for span in kept])


def _inside(passage: Passage, start: int, end: int) -> Part | None:
    """Return the offsets in a passage of a range of the document, or None if no single paragraph contains it."""
    for (first, last), at in zip(passage.parts, passage.starts, strict=True):
        if first <= start and end <= last:
            return start - first + at, end - first + at
    return None
