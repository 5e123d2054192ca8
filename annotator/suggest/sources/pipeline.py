"""Names found by a spaCy pipeline in a folder: the English one of spaCy's makers, our German one, or the user's own."""

import hashlib
import json
import re
import string
import struct
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from annotator.model.values import CLAIMS, ENTITIES, Document, Part, Suggestion, new_id
from annotator.processes.worker import Progress, no_progress
from annotator.suggest.adapter.layers import CLAIM, is_own, layer_of, qualified
from annotator.suggest.crf import checksums
from annotator.suggest.crf.memory_zones import zone
from annotator.suggest.currencies import is_currency
from annotator.suggest.majority_label import one_label_each
from annotator.suggest.passages import Passage, passages
from annotator.suggest.sources import categories
from annotator.suggest.sources.source import Cancelled, SourceInfo, SourceKind, never
from annotator.suggest.sources.tagsets import KEEPS_ARTICLE, LABELS
from annotator.suggest.tokenizer import blank
from annotator.system.errors import ModelError
from annotator.system.resources import resource_path
from annotator.text import sentences
from annotator.text.language import LANGUAGES, OTHER
from annotator.text.token_cache import RememberingTokenizer

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Span

_Read = TypeVar("_Read")

_FINER = frozenset({"PERSON", "GPE", "FAC"})  # what a corrector that ships makes one of ours
_SHIPPED = resource_path("models")
_GRAMMAR = ("tagger", "parser", "attribute_ruler", "lemmatizer", "senter", "morphologizer")  # say nothing of names
# OntoNotes counts articles and genitives in: without this the English pipeline is 3 to 7 F worse.
_ARTICLE = re.compile(r"(?:the|an?)\s+", re.IGNORECASE)
_GENITIVE = re.compile(r"['’]s?$")

# White space, arrows and dingbats, emoji, and what joins and varies them.
_AROUND = frozenset(string.whitespace) | frozenset(
    map(chr, (0xA0, 0x200D, 0x2028, 0x202F, 0xFE0F, *range(0x2190, 0x2BFF), *range(0x1F000, 0x1FB00)))
)
_FACTORY = re.compile(r"\[E002\].*factory for '([^']+)'", re.DOTALL)  # the component that spaCy knows nothing of
_OTHER_RELEASE = r"\[W095\]"
_TOGETHER = 50_000  # characters that our own pipeline reads at once, to call a name the same throughout an article
_BATCH = 32  # passages between two looks at whether to go on
_META = "meta.json"
_LARGEST_META = 1_000_000

# What damaged files of a pipeline have been seen to raise: spaCy checks little of what it reads.
_DAMAGED = (
    *(OSError, ValueError, LookupError, TypeError, AttributeError, ImportError),
    *(EOFError, ArithmeticError, struct.error, MemoryError, RuntimeError),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PipelineSource:
    """Suggests the entities that a pipeline finds, and claims if it was trained on them.

    ``labels`` are the wanted labels, as named by `qualified`: the pipeline's own, or what `LABELS` makes of them.
    ``progress`` receives the number of characters read.
    """

    info: SourceInfo
    labels: frozenset[str]
    progress: Progress = no_progress

    @property
    def name(self) -> str:
        """Language and name of the pipeline."""
        return self.info.name

    @property
    def version(self) -> str:
        """Version of the pipeline."""
        return self.info.version

    def suggest(self, document: Document, cancelled: Cancelled) -> list[Suggestion]:
        """Return the suggestions, sorted by place; none in page furniture, none across the end of a paragraph.

        Raises:
            ModelError: ``source.missing`` or ``source.broken``.
        """
        (found,) = self.suggest_each([document], cancelled)
        return found

    def suggest_each(self, documents: Iterable[Document], cancelled: Cancelled = never) -> Iterator[list[Suggestion]]:
        """Yield the suggestions for each document, faster than one document after the other.

        Raises:
            ModelError: as `suggest`.
        """
        if self.info.folder is None:
            raise ModelError("source.missing", name=self.name, file="")
        pipeline = load(self.name, self.info.folder, self.version, self._correctors, self.info.seals)
        ours = _is_ours(pipeline)
        every = [(document, passages(document, together=_TOGETHER if ours else 0)) for document in documents]
        with zone(pipeline):
            sorters = categories.sorters_of(pipeline)
            texts = (passage.text for _, read in every for passage in read)
            docs = pipeline.pipe(texts, batch_size=_BATCH, disable=sorters)
            for document, read in every:
                found: list[Suggestion] = []
                for passage in read:
                    if cancelled():
                        break
                    found.extend(self._in_passage(document, passage, self._next(docs), ours=ours))
                    if sorters:
                        found.extend(self._sorted(document, passage, pipeline))
                    self.progress(passage.parts[-1][1], len(document.text))
                # Our own pipeline sees to it itself, by its scores.
                english = self.info.language == "en" and not ours
                yield one_label_each(document.text, found) if english else found

    @property
    def _correctors(self) -> tuple[Path, ...]:
        """The correctors to apply: not the shipped one if the schema has GPE or FAC, until an adapter has learnt names."""
        learnt = tuple(folder for folder in self.info.correctors if _SHIPPED not in folder.parents)
        knows_names = any(layer_of(folder.name) == ENTITIES for folder in learnt)
        is_finer = not self.labels.isdisjoint(_FINER)
        return learnt if is_finer and not knows_names else self.info.correctors

    def _next(self, docs: Iterator[_Read]) -> _Read:
        try:
            return next(docs)
        except _DAMAGED as error:
            raise _broken(self.name, error) from error

    def _in_passage(self, document: Document, passage: Passage, doc: "Doc", *, ours: bool) -> Iterator[Suggestion]:
        from annotator.suggest.crf.crf_component import scores

        score = scores(doc) if ours else {}
        for ent in doc.ents:
            label = self._label(ent.label_)
            if ours and label and is_currency(ent.text, label):
                continue  # what a corpus calls a name need not be shown as one
            part = _place(passage, ent, english=self.info.language == "en") if label else None
            if label and part:
                yield self._suggested(document, ENTITIES, label, part, score.get((ent.start_char, ent.end_char)))
        yield from self._named_spans(document, passage, doc, ours=ours)
        yield from self._claims(document, passage, doc)

    def _named_spans(self, document: Document, passage: Passage, doc: "Doc", *, ours: bool) -> Iterator[Suggestion]:
        """Yield the names of components that let names overlap (spancat, span_ruler).

        A span group named after a user-defined layer, with its labels, is for that layer. Other groups are names; our
        own pipelines store only scores there.
        """
        for key in (key for key in doc.spans if key != CLAIMS):
            for span, score in _scored(doc, key):
                is_there = is_own(key) and qualified(key, span.label_) in self.labels
                usual = None if ours else self._label(span.label_)
                label = span.label_ if is_there else usual
                part = _place(passage, span, english=self.info.language == "en") if label else None
                if label and part:
                    yield self._suggested(document, key if is_there else ENTITIES, label, part, score)

    def _claims(self, document: Document, passage: Passage, doc: "Doc") -> Iterator[Suggestion]:
        """Yield the claims that a user's own pipeline finds; of those that overlap, the best."""
        for span, score in _best_claims(doc):
            wanted = qualified(CLAIMS, span.label_) in self.labels
            part = passage.place(span.start_char, span.end_char) if wanted else None
            if part is not None:
                yield self._suggested(document, CLAIMS, span.label_, part, score)

    def _sorted(self, document: Document, passage: Passage, pipeline: "Language") -> Iterator[Suggestion]:
        """Yield the sentences of the categories that the project takes for claims."""
        wanted = {category: self._category(category) for category in self.info.categories}
        if CLAIM not in self.labels or not any(wanted.values()):
            return
        parts = sentences.split(passage.text)
        every = categories.sort(pipeline, [passage.text[start:end] for start, end in parts])
        for sentence in parts:
            kinds = [(wanted.get(each.category), each.score) for each in self._next(every)]
            kind, score = max(
                ((kind, score) for kind, score in kinds if kind), key=lambda pair: pair[1], default=("", 0)
            )
            part = passage.place(*sentence) if kind else None
            if part is not None:
                claim = self._suggested(document, CLAIMS, CLAIM, part, score)
                yield replace(claim, attributes={"worthiness": kind}) if kind == categories.CHECKABLE else claim

    def _category(self, category: str) -> str:
        usual = CLAIM if categories.sounds_like_claims(category) else ""
        chosen = dict(self.info.labels_as).get(category, usual)
        return chosen if chosen in {CLAIM, categories.CHECKABLE} else ""

    def _suggested(self, document: Document, layer: str, label: str, part: Part, score: float | None) -> Suggestion:
        return Suggestion(
            id=new_id(),
            document=document.id,
            layer=layer,
            label=label,
            parts=(part,),
            score=score,
            source=self.name,
            version=self.version,
        )

    def _label(self, label: str) -> str | None:
        """Return the person's choice, else the label itself if the schema has it (it may distinguish GPE and FAC)."""
        chosen = dict(self.info.labels_as).get(label)
        if chosen is not None:
            return chosen if chosen in self.labels else None
        ours = label if label in self.labels else LABELS.get(label)
        return ours if ours in self.labels else None


def describe(folder: Path) -> SourceInfo:
    """Describe the pipeline in a folder, without spaCy.

    The version is the one that the pipeline claims, plus a fingerprint of its description and its files' sizes: a
    retrained pipeline may claim the same version.

    Raises:
        ModelError: ``source.missing`` without such a folder, ``source.broken`` if its description is damaged.
    """
    meta = _read_meta(folder)
    language = str(meta["lang"])
    sorting = categories.components_that_sort(folder)
    own_labels = _own_labels(meta, lambda component: component not in sorting)
    return SourceInfo(
        name=f"{language}_{meta['name']}",
        version=f"{meta['version']}+{_fingerprint(folder, meta)}",
        language=language if language in LANGUAGES else OTHER,
        kind=SourceKind.MODEL,
        labels=tuple(sorted({LABELS.get(label, label) for label in own_labels})),
        own_labels=own_labels,
        categories=_own_labels(meta, lambda component: component in sorting),
        licence=str(meta.get("license") or "") or None,
        folder=folder,
    )


def other_release(info: SourceInfo) -> ModelError | None:
    """Return the error that a pipeline was made for other releases of spaCy, or None. It does not need spaCy.

    Raises:
        ModelError: as `describe`.
    """
    releases = None if info.folder is None else _other_releases(info.folder)
    if releases is None:
        return None
    return ModelError("source.other_release", name=info.name, wanted=releases[0], present=releases[1])


@lru_cache(maxsize=4)
def load(
    name: str,
    folder: Path,
    version: str,
    correctors: tuple[Path, ...] = (),
    seals: tuple[tuple[Path, str], ...] = (),
) -> "Language":
    """Load the pipeline in a folder, without components that are useless for names. It stays in memory.

    Args:
        name: Its name in errors.
        folder: Its folder.
        version: Part of the cache's key: another version is loaded anew.
        correctors: The folders of its correctors, in order.
        seals: The hashes of some of them; one with another hash is not loaded.

    Raises:
        ModelError: ``source.missing`` or ``source.broken``; ``adapter.broken`` if a corrector is damaged.
    """
    del version
    if not (folder / _META).is_file():
        raise ModelError("source.missing", name=name, file=folder)
    import spacy

    from annotator.suggest.crf.crf_component import register

    register()
    try:
        checksums.check_all(folder)
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", message=_OTHER_RELEASE)  # `other_release` says it in a sentence
            pipeline = _load_ours(folder) if _holds_ours_alone(folder) else spacy.load(folder, exclude=_GRAMMAR)
    except _DAMAGED as error:
        raise _unusable(name, folder, error) from error
    _leave_out_the_idle(pipeline)
    for corrector in correctors:
        _correct(pipeline, corrector, dict(seals).get(corrector))
    return pipeline


def _holds_ours_alone(folder: Path) -> bool:
    from annotator.suggest.crf.crf_component import FACTORY

    meta = _read_meta(folder)
    return meta.get("components") == [FACTORY] and meta["lang"] in LANGUAGES


def _load_ours(folder: Path) -> "Language":
    """Load a pipeline that reads only word forms: it shares vocabulary and tokenizer with `blank`."""
    import spacy

    drawing = blank(_read_meta(folder)["lang"])
    pipeline = spacy.load(folder, vocab=drawing.vocab, exclude=["vocab"])
    usual: Any = drawing.tokenizer
    has_usual_rules = _rules(pipeline.tokenizer) == _rules(usual.drawn_by)
    pipeline.tokenizer = usual if has_usual_rules else RememberingTokenizer(pipeline.tokenizer)
    return pipeline


def _rules(tokenizer: Any) -> bytes:
    rules: bytes = tokenizer.to_bytes(exclude=["vocab"])
    return rules


def _leave_out_the_idle(pipeline: "Language") -> None:
    """Remove the shared network if no component listens to it: it takes a third of the time."""
    for name, component in list(pipeline.pipeline):
        if getattr(component, "listening_components", None) == []:
            pipeline.remove_pipe(name)


def _correct(pipeline: "Language", folder: Path, seal: str | None) -> None:
    from annotator.suggest.adapter import corrector, layer_names

    layer = layer_of(folder.name)
    try:
        if layer == ENTITIES:
            corrector.add_to(pipeline, folder, seal)
        else:
            layer_names.add_to(pipeline, layer, folder, seal)
    except _DAMAGED as error:
        raise ModelError("adapter.broken", folder=folder, reason=_reason(error)) from error


def _is_ours(pipeline: "Language") -> bool:
    from annotator.suggest.adapter import corrector
    from annotator.suggest.crf import crf_component

    ours = {crf_component.FACTORY, corrector.FACTORY}
    return any(pipeline.get_pipe_meta(name).factory in ours for name in pipeline.pipe_names)


def _scored(doc: "Doc", key: str) -> "list[tuple[Span, float | None]]":
    """Return a group of spans with their scores, None where it has none."""
    group = doc.spans[key]
    scores = group.attrs.get("scores")
    known = [None] * len(group) if scores is None else list(map(float, scores))
    return list(zip(group, known, strict=True))


def _best_claims(doc: "Doc") -> "list[tuple[Span, float]]":
    """Return the claims with their scores, by place; of those of one label that overlap, the best."""
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


def _place(passage: Passage, ent: "Span", *, english: bool) -> Part | None:
    words = passage.text[ent.start_char : ent.end_char]
    start, end = _bare(words)
    if english:
        genitive = _GENITIVE.search(words, start, end)
        end = genitive.start() if genitive else end
        article = _ARTICLE.match(words, start, end)
        start = article.end() if article and ent.label_ not in KEEPS_ARTICLE else start
    has_words = any(character.isalnum() for character in words[start:end])
    return passage.place(ent.start_char + start, ent.start_char + end) if has_words else None


def _bare(words: str) -> Part:
    """Return where a name begins and ends without the emoji and white space around it."""
    start, end = 0, len(words)
    while start < end and words[start] in _AROUND:
        start += 1
    while start < end and words[end - 1] in _AROUND:
        end -= 1
    return start, end


def _read_meta(folder: Path) -> dict[str, Any]:
    path = folder / _META
    if not path.is_file():
        raise ModelError("source.missing", name=folder.name, file=folder)
    try:
        with path.open("rb") as file:
            meta = json.loads(file.read(_LARGEST_META))
    except (OSError, ValueError, RecursionError) as error:
        raise _broken(folder.name, error) from error
    if not isinstance(meta, dict) or not all(isinstance(meta.get(key), str) for key in ("lang", "name", "version")):
        raise ModelError("source.broken", name=folder.name, reason=f"{_META} names no lang, name and version")
    return meta


def _own_labels(meta: Mapping[str, Any], wanted: Callable[[str], bool]) -> tuple[str, ...]:
    stated = meta.get("labels")
    if not isinstance(stated, dict):
        return ()
    found = {
        label
        for component, labels in stated.items()
        if component not in _GRAMMAR and wanted(component) and isinstance(labels, list)
        for label in labels
        if isinstance(label, str)
    }
    return tuple(sorted(found))


def _fingerprint(folder: Path, meta: Mapping[str, Any]) -> str:
    files = sorted((path.relative_to(folder).as_posix(), path) for path in folder.rglob("*") if path.is_file())
    sizes = [(name, path.stat().st_size) for name, path in files if name != _META]
    known = json.dumps([meta, sizes], sort_keys=True)
    return hashlib.sha256(known.encode()).hexdigest()[:8]


def _unusable(name: str, folder: Path, error: BaseException) -> ModelError:
    """Return why a pipeline cannot be loaded: a component that is not installed, another spaCy, or damage."""
    missing = _FACTORY.search(str(error))
    if missing is not None:
        return ModelError("source.factory", name=name, part=missing[1])
    releases = _other_releases(folder)
    if releases is not None:
        wanted, present = releases
        return ModelError("source.release", name=name, wanted=wanted, present=present, reason=_reason(error))
    return _broken(name, error)


def _other_releases(folder: Path) -> tuple[str, str] | None:
    """Return the spaCy releases that a pipeline was made for and the installed one, or None if it fits."""
    from importlib.metadata import version

    from packaging.specifiers import InvalidSpecifier, SpecifierSet

    made_for, present = str(_read_meta(folder).get("spacy_version") or ""), version("spacy")
    try:
        fits = SpecifierSet(f"=={made_for}" if made_for[:1].isdigit() else made_for)
    except InvalidSpecifier:
        return None
    return None if fits.contains(present, prereleases=True) else (made_for, present)


def _broken(name: str, error: BaseException) -> ModelError:
    return ModelError("source.broken", name=name, reason=_reason(error))


def _reason(error: BaseException) -> str:
    lines = str(error).strip().splitlines() or [type(error).__name__]
    return lines[0].rstrip(".")
