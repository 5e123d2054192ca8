"""The source for a spaCy pipeline in a folder: spaCy's English pipeline, our German one, or the user's own."""

import re
import struct
import tokenize
import warnings
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from configparser import Error as ConfigError
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar
from zipfile import BadZipFile

from annotator.model.values import CLAIMS, ENTITIES, Document, Suggestion
from annotator.processes.worker import Progress, no_progress
from annotator.suggest.adapter.layers import CLAIM, is_own, layer_of, qualified
from annotator.suggest.crf import checksums
from annotator.suggest.crf.memory_zones import zone
from annotator.suggest.passages import Passage, passages
from annotator.suggest.sources import categories, shipped
from annotator.suggest.sources.categories import is_bare_number, is_currency
from annotator.suggest.sources.memory.name_places import place_of
from annotator.suggest.sources.memory.seen import folded
from annotator.suggest.sources.pipeline_folder import (
    GRAMMAR,
    META,
    broken,
    correctors_in,
    first_line,
    other_releases,
    read_meta,
)
from annotator.suggest.sources.source import Cancelled, DescribedSource, EncoderFolder, never
from annotator.suggest.tokenizer import blank
from annotator.suggestions.label_roles import counterpart
from annotator.system.errors import ModelError
from annotator.system.resources import resource_path
from annotator.text import sentences
from annotator.text.language import LANGUAGES
from annotator.text.tokens import RememberingTokenizer

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Span

    from annotator.suggest.crf.lexicon import Lexicon

# The same words may have several of these labels: "2030" is a year or a number, "May" a month or a person.
_NO_NAMES = frozenset("DATE TIME MONEY QUANTITY CARDINAL ORDINAL PERCENT".split())


def one_label_each(text: str, suggestions: Sequence[Suggestion]) -> list[Suggestion]:
    """Return a text's suggestions, each with the most frequent label of its wording; a tie changes nothing.

    Dates, amounts, numbers and suggestions in other layers keep their labels and do not count. The order stays.
    """
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for suggestion in filter(_is_name, suggestions):
        votes[folded(suggestion.quote(text))][suggestion.label] += 1
    winners = {words: winner for words, labels in votes.items() if (winner := _winner(labels))}
    settled = []
    for suggestion in suggestions:
        winner = winners.get(folded(suggestion.quote(text))) if _is_name(suggestion) else None
        settled.append(replace(suggestion, label=winner) if winner else suggestion)
    return settled


def _is_name(suggestion: Suggestion) -> bool:
    return suggestion.layer == ENTITIES and suggestion.label not in _NO_NAMES


def _winner(labels: Counter[str]) -> str | None:
    first, *others = labels.most_common(2)
    return None if others and others[0][1] == first[1] else first[0]


_Read = TypeVar("_Read")

_FINER = frozenset({"GPE", "FAC"})  # labels that the shipped corrector maps to our own, coarser ones
_SHIPPED = resource_path("models")
_FACTORY = re.compile(r"\[E002\].*factory for '([^']+)'", re.DOTALL)  # the component that spaCy does not know
_OTHER_RELEASE = r"\[W095\]"
_TOGETHER = 50_000  # characters read together by our own pipelines, which give a name one label within them
_BATCH = 32  # passages between two checks for cancellation

# Errors that damaged pipelines have raised: spaCy checks little of what it reads.
_DAMAGED = (
    *(OSError, ValueError, LookupError, TypeError, AttributeError, ImportError),
    *(EOFError, ArithmeticError, struct.error, MemoryError, RuntimeError),
    *(re.error, ConfigError, SyntaxError, tokenize.TokenError, BadZipFile, zlib.error),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PipelineSource(DescribedSource):
    """The source that suggests a pipeline's entities, and its claims if it was trained on claims.

    ``labels`` are the wanted labels, as named by `qualified`: the pipeline's own, or each a `counterpart` of one.
    ``progress`` receives the number of characters read.
    """

    labels: frozenset[str]
    progress: Progress = no_progress

    def suggest(self, document: Document, cancelled: Cancelled) -> list[Suggestion]:
        """Return suggestions in text order; none is in page furniture or crosses a paragraph's end.

        Raises:
            ModelError: ``source.missing``, ``source.broken``, or another error of loading (see `load`).
        """
        (found,) = self.suggest_each([document], cancelled)
        return found

    def suggest_each(self, documents: Iterable[Document], cancelled: Cancelled = never) -> Iterator[list[Suggestion]]:
        """Yield the suggestions for each document, which is faster than calling `suggest` for each.

        Raises:
            ModelError: As for `suggest`.
        """
        if self.info.folder is None:
            raise ModelError("source.missing", name=self.name, file="")
        pipeline = self._load(self.info.folder)
        encoders = _encoders_of(pipeline)
        if self.info.thorough:
            self._load_encoders(pipeline)
        ours = _is_ours(pipeline)
        every = [(document, passages(document, together=_TOGETHER if ours else 0)) for document in documents]
        with zone(pipeline):
            categorisers = categories.categorisers_of(pipeline)
            texts = (passage.text for _, read in every for passage in read)
            unwanted = [*categorisers, *(() if self.info.thorough else encoders)]
            docs = pipeline.pipe(texts, batch_size=_BATCH, disable=unwanted)
            for document, read in every:
                found: list[Suggestion] = []
                for passage in read:
                    if cancelled():
                        break
                    found.extend(self._in_passage(document, passage, self._next(docs), ours=ours))
                    if categorisers:
                        found.extend(self._category_claims(document, passage, pipeline))
                    self.progress(passage.parts[-1][1], len(document.text))
                # Our own pipelines do this themselves, using their scores.
                english = self.info.language == "en" and not ours
                yield one_label_each(document.text, found) if english else found

    def lexicon(self) -> "Lexicon | None":
        """Return the lexicon of the pipeline, None if it has none.

        Raises:
            ModelError: As for `suggest`.
        """
        from annotator.suggest.adapter.corrector import lexicon_of

        if self.info.folder is None:
            return None
        return lexicon_of(self._load(self.info.folder))

    def load_encoder(self) -> None:
        """Load the pipeline and its encoder, if the source has an encoder and will use it.

        Raises:
            ModelError: As for `suggest`, or ``source.encoder`` if only the encoder cannot be loaded.
        """
        if self.info.thorough and self.info.folder is not None:
            self._load_encoders(self._load(self.info.folder))

    def _load_encoders(self, pipeline: "Language") -> None:
        from annotator.suggest.encoder import encoder_component

        try:
            encoder_component.load_all(pipeline)
        except _DAMAGED as error:
            raise ModelError("source.encoder", name=self.name, reason=first_line(error)) from error

    def _load(self, folder: Path) -> "Language":
        encoder = None if self._keeps_finer_labels else self.info.encoder
        others = () if encoder is None else (encoder,)  # without an encoder, one key in the cache of `load`
        return load(self.name, folder, self.info.release, self._correctors, self.info.seals, *others)

    @property
    def _correctors(self) -> tuple[Path, ...]:
        """The correctors to apply.

        The shipped corrector is among them only if no finer label (such as GPE) is wanted, or if an adapter follows it.
        """
        return self._learnt if self._keeps_finer_labels else self.info.correctors

    @property
    def _learnt(self) -> tuple[Path, ...]:
        return tuple(folder for folder in self.info.correctors if _SHIPPED not in folder.parents)

    @property
    def _keeps_finer_labels(self) -> bool:
        """Whether finer labels, such as GPE, are wanted, so that they must not be mapped to coarser labels."""
        knows_names = any(layer_of(folder.name) == ENTITIES for folder in self._learnt)
        has_finer = bool(self.info.correctors) or not _FINER.isdisjoint(self.info.own_labels)
        return has_finer and not self.labels.isdisjoint(_FINER) and not knows_names

    def _next(self, docs: Iterator[_Read]) -> _Read:
        try:
            return next(docs)
        except _DAMAGED as error:
            raise broken(self.name, error) from error

    def _in_passage(self, document: Document, passage: Passage, doc: "Doc", *, ours: bool) -> Iterator[Suggestion]:
        from annotator.suggest.crf.crf_component import scores

        score = scores(doc) if ours else {}
        for ent in doc.ents:
            label = self._label(ent.label_)
            words = passage.text[ent.start_char : ent.end_char]
            if ours and (is_currency(words, ent.label_) or is_bare_number(words, ent.label_)):
                continue  # a name in the training corpora or by mistake, but not to the analyst
            part = place_of(passage, ent, english=self.info.language == "en") if label else None
            if label and part:
                known = score.get((ent.start_char, ent.end_char))
                yield self.suggestion(document, (ENTITIES, label), part, score=known)
        yield from self._named_spans(document, passage, doc, ours=ours)
        yield from self._claims(document, passage, doc)

    def _named_spans(self, document: Document, passage: Passage, doc: "Doc", *, ours: bool) -> Iterator[Suggestion]:
        """Yield the names in span groups, where components such as spancat and span_ruler put overlapping names.

        A group that is named after a user-defined layer, and has its labels, is for that layer. Other groups are for
        the layer of entities, except in our own pipelines, which use them only to store scores.
        """
        from annotator.suggest.crf.crf_component import SCORES_KEY

        others = {CLAIMS, SCORES_KEY} if ours else {CLAIMS}
        for key in (key for key in doc.spans if key not in others):
            for span, score in _scored(doc, key):
                is_there = is_own(key) and qualified(key, span.label_) in self.labels
                usual = None if ours else self._label(span.label_)
                label = span.label_ if is_there else usual
                part = place_of(passage, span, english=self.info.language == "en") if label else None
                if label and part:
                    yield self.suggestion(document, (key if is_there else ENTITIES, label), part, score=score)

    def _claims(self, document: Document, passage: Passage, doc: "Doc") -> Iterator[Suggestion]:
        """Yield the claims that a user's own pipeline finds; if some overlap, only the best one."""
        for span, score in _best_claims(doc):
            wanted = qualified(CLAIMS, span.label_) in self.labels
            part = passage.place(span.start_char, span.end_char) if wanted else None
            if part is not None:
                yield self.suggestion(document, (CLAIMS, span.label_), part, score=score)

    def _category_claims(self, document: Document, passage: Passage, pipeline: "Language") -> Iterator[Suggestion]:
        """Yield the sentences in categories that the project treats as claims."""
        wanted = {category: self._category(category) for category in self.info.categories}
        if CLAIM not in self.labels or not any(wanted.values()):
            return
        parts = sentences.split(passage.text)
        every = categories.categorise(pipeline, [passage.text[start:end] for start, end in parts])
        for sentence in parts:
            kinds = [(wanted.get(each.category), each.score) for each in self._next(every)]
            kind, score = max(
                ((kind, score) for kind, score in kinds if kind), key=lambda pair: pair[1], default=("", 0)
            )
            part = passage.place(*sentence) if kind else None
            if part is not None:
                claim = self.suggestion(document, (CLAIMS, CLAIM), part, score=score)
                yield replace(claim, attributes={"worthiness": kind}) if kind == categories.CHECKABLE else claim

    def _category(self, category: str) -> str:
        usual = CLAIM if categories.sounds_like_claims(category) else ""
        chosen = dict(self.info.labels_as).get(category, usual)
        return chosen if chosen in {CLAIM, categories.CHECKABLE} else ""

    def _label(self, label: str) -> str | None:
        """Return the project's label for a pipeline's label, or None if it is not wanted.

        A person's choice decides; without one, it is the label's `counterpart`.
        """
        chosen = dict(self.info.labels_as).get(label)
        if chosen is not None:
            return chosen if chosen in self.labels else None
        return counterpart(label, self.labels, self.info.roles)


@lru_cache(maxsize=4)
def load(
    name: str,
    folder: Path,
    version: str,
    correctors: tuple[Path, ...] = (),
    seals: tuple[tuple[Path, str], ...] = (),
    encoder: EncoderFolder | None = None,
) -> "Language":
    """Load the pipeline in a folder, without components that are of no use for names, and cache it.

    ``name`` is for errors; ``version`` is only part of the cache's key, so that a new version is loaded again. The
    ``seals`` are the expected hashes of correctors' folders; a corrector with another hash is not loaded. The encoder
    is put after the shipped correctors and before the adapters. Its model is loaded when it first reads a text; callers
    that want fast suggestions disable it.

    Raises:
        ModelError: ``source.missing`` or ``source.broken``; ``adapter.broken`` if a corrector is damaged.
    """
    del version
    if not (folder / META).is_file():
        raise ModelError("source.missing", name=name, file=folder)
    import spacy

    from annotator.suggest.crf.crf_component import register

    register()
    try:
        shipped.check(folder)
        checksums.check_all(folder)
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", message=_OTHER_RELEASE)  # `other_release` reports it
            pipeline = _load_ours(folder) if _is_ours_alone(folder) else spacy.load(folder, exclude=GRAMMAR)
    except _DAMAGED as error:
        raise _unusable(name, folder, error) from error
    _remove_unused(pipeline)
    below = [corrector for corrector in correctors if _SHIPPED in corrector.parents]
    for corrector in (*correctors_in(folder), *below):
        _add_corrector(pipeline, corrector, dict(seals).get(corrector))
    if encoder is not None:
        from annotator.suggest.encoder import encoder_component

        encoder_component.add_to(pipeline, encoder.folder, encoder.seal)
    for corrector in correctors:
        if corrector not in below:
            _add_corrector(pipeline, corrector, dict(seals).get(corrector))
    return pipeline


def _encoders_of(pipeline: "Language") -> list[str]:
    from annotator.suggest.encoder.encoder_component import FACTORY

    return [name for name in pipeline.pipe_names if pipeline.get_pipe_meta(name).factory == FACTORY]


def _is_ours_alone(folder: Path) -> bool:
    from annotator.suggest.crf.crf_component import FACTORY

    meta = read_meta(folder)
    return meta.get("components") == [FACTORY] and meta["lang"] in LANGUAGES


def _load_ours(folder: Path) -> "Language":
    """Load a pipeline that reads only word forms, and let it share its vocabulary and tokenizer with `blank`."""
    import spacy

    drawing = blank(read_meta(folder)["lang"])
    pipeline = spacy.load(folder, vocab=drawing.vocab, exclude=["vocab"])
    usual: Any = drawing.tokenizer
    has_usual_rules = _rules(pipeline.tokenizer) == _rules(usual.drawn_by)
    pipeline.tokenizer = usual if has_usual_rules else RememberingTokenizer(pipeline.tokenizer)
    return pipeline


def _rules(tokenizer: Any) -> bytes:
    rules: bytes = tokenizer.to_bytes(exclude=["vocab"])
    return rules


def _remove_unused(pipeline: "Language") -> None:
    """Remove the shared network, which takes a third of the time, if no component uses it."""
    for name, component in list(pipeline.pipeline):
        if getattr(component, "listening_components", None) == []:
            pipeline.remove_pipe(name)


def _add_corrector(pipeline: "Language", folder: Path, seal: str | None) -> None:
    from annotator.suggest.adapter import corrector, layer_names

    layer = layer_of(folder.name)
    try:
        if layer == ENTITIES:
            corrector.add_to(pipeline, folder, seal)
        else:
            layer_names.add_to(pipeline, layer, folder, seal)
    except _DAMAGED as error:
        raise ModelError("adapter.broken", folder=folder, reason=first_line(error)) from error


def _is_ours(pipeline: "Language") -> bool:
    from annotator.suggest.adapter import corrector
    from annotator.suggest.crf import crf_component

    ours = {crf_component.FACTORY, corrector.FACTORY}
    return any(pipeline.get_pipe_meta(name).factory in ours for name in pipeline.pipe_names)


def _scored(doc: "Doc", key: str) -> "list[tuple[Span, float | None]]":
    """Return the spans of a span group with their scores, None for a missing score."""
    group = doc.spans[key]
    scores = group.attrs.get("scores")
    known = [None] * len(group) if scores is None else list(map(float, scores))
    return list(zip(group, known, strict=True))


def _best_claims(doc: "Doc") -> "list[tuple[Span, float]]":
    """Return a text's claims with their scores, in text order; if some with the same label overlap, only the best."""
    if CLAIMS not in doc.spans:
        return []
    scored = ((span, 1.0 if score is None else score) for span, score in _scored(doc, CLAIMS))
    kept: list[tuple[Span, float]] = []
    taken: set[tuple[str, int]] = set()
    for span, score in sorted(scored, key=lambda pair: (-pair[1], pair[0].start, pair[0].end)):
        words = {(span.label_, place) for place in range(span.start, span.end)}
        if taken.isdisjoint(words):
            taken |= words
            kept.append((span, score))
    return sorted(kept, key=lambda pair: (pair[0].start, pair[0].end, pair[0].label_))


def _unusable(name: str, folder: Path, error: BaseException) -> ModelError:
    """Return the error for a pipeline that cannot be loaded.

    The reason is a missing component, another release of spaCy, or damage.
    """
    missing = _FACTORY.search(str(error))
    if missing is not None:
        return ModelError("source.factory", name=name, part=missing[1])
    releases = other_releases(folder)
    if releases is not None:
        wanted, present = releases
        return ModelError("source.release", name=name, wanted=wanted, present=present, reason=first_line(error))
    return broken(name, error)
