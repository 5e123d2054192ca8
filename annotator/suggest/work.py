"""The jobs of the suggestion process; `annotator.processes.worker` calls these functions."""

import gc
import traceback
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache, lru_cache, partial
from itertools import chain
from time import monotonic
from types import MappingProxyType
from typing import NamedTuple

from annotator.model.schema import SPEAKER
from annotator.model.values import Document, Suggestion
from annotator.processes.worker import Progress, no_progress, share_of
from annotator.suggest.claims.claim_source import ClaimSource, names_in
from annotator.suggest.claims.frame_values import CLAIM
from annotator.suggest.crf.memory_zones import keeping_words
from annotator.suggest.merge import Key, agreeing, union
from annotator.suggest.prepared import NO_TOKENS, Prepared, Suggested, Tokenised
from annotator.suggest.sources.gliner import GlinerSource
from annotator.suggest.sources.memory.by_convention import Following, RememberedSource, with_doubts_by_convention
from annotator.suggest.sources.memory.conventions import LAYER, Convention, conventions_among, known_labels
from annotator.suggest.sources.memory.ordinary_words import is_ordinary
from annotator.suggest.sources.memory.seen import (
    Named,
    SeenMatcher,
    SeenSource,
    SeenString,
    doubted,
    known_by,
    never_ordinary,
    refused,
    with_doubts,
)
from annotator.suggest.sources.patterns import PatternSource
from annotator.suggest.sources.pipeline import PipelineSource
from annotator.suggest.sources.source import Cancelled, Source, SourceInfo, SourceKind, Speed, at_speed, never
from annotator.suggest.surnames import following_full_names
from annotator.suggest.tokenizer import tokenise
from annotator.suggestions.label_roles import USUAL, Roles
from annotator.system.errors import ModelError
from annotator.text.language import detect
from annotator.text.tokens import Tokens

_SIGN_OF_LIFE = 0.5  # seconds between two reports


def draw_tokens(document: Document, language: str | None, *, progress: Progress = no_progress) -> Tokenised:
    """Tokenise a document only, so that selections snap to tokens before suggestions arrive.

    ``language`` is None to detect it; the document's own is used if the text is too short for that.
    """
    del progress
    known = _language_of(document, language)
    tokens = tokenise(document.text, known)
    return Tokenised(document=document.id, sha256=document.sha256, language=known, tokens=tokens)


def _language_of(document: Document, language: str | None) -> str:
    return language or detect(document.text, document.language)


def prepare(
    document: Document,
    language: str | None,
    labels: tuple[str, ...],
    seen: tuple[SeenString, ...],
    sources: tuple[SourceInfo, ...],
    *,
    progress: Progress = no_progress,
) -> Prepared:
    """Tokenise a document, and collect the suggestions of all sources.

    Args:
        document: The document; its own language is used if the text is too short to detect one.
        language: The document's language, None to detect it.
        labels: The wanted labels of entities and claims, and `SPEAKER` if the schema has it.
        seen: The decisions in the project so far.
        sources: The sources, the most trusted first.
        progress: Receives per cents.
    """
    context = _context(document, language, labels, _decisions(seen, labels), sources)
    return _prepare(document, context, sources, progress)


def _prepare(
    document: Document,
    common: "_Context",
    sources: tuple[SourceInfo, ...],
    progress: Progress,
    *,
    with_tokens: bool = True,
) -> Prepared:
    language = common.language
    answers: list[tuple[SourceInfo, list[Suggestion]]] = []
    problems: list[ModelError] = []
    withheld: set[Key] = set()
    for place, each in enumerate(sources):
        if not each.reads(language):
            answers.append((each, []))
            continue
        info, unable = (each, ()) if each.name in common.ready else _able(each, common.labels)
        problems += unable
        percents = share_of(progress, place, place + 1, len(sources))
        models = tuple(model for model, _ in answers if model.kind is SourceKind.MODEL and model.reads(language))
        context = common._replace(before=tuple(found for _, found in answers), models=models, progress=percents)
        source = _source(info, context)
        if isinstance(source, ClaimSource):
            source, damaged = _with_meaning(source, context)
            problems += damaged
        try:
            found = source.suggest(document, never) if source else []
        except ModelError as problem:
            problems.append(problem)
        else:
            kept, unwanted = common.decided.divided(found, document.text, language)
            answers.append((info, kept))
            withheld |= unwanted
    wanted = common.settled([found for _, found in answers])
    progress(100, 100)
    return Prepared(
        document=document.id,
        sha256=document.sha256,
        language=language,
        tokens=common.tokens() if with_tokens else NO_TOKENS,
        results=tuple(
            Suggested(
                source=info.name,
                version=info.version,
                suggestions=tuple(suggestion for suggestion in wanted if suggestion.source == info.name),
            )
            for info, _ in answers
        ),
        problems=tuple(problems),
        withheld=len(withheld),
    )


def prepare_each(
    documents: Iterable[tuple[Document, str | None]],
    labels: tuple[str, ...],
    seen: tuple[SeenString, ...],
    sources: tuple[SourceInfo, ...],
    *,
    total: int,
    progress: Progress = no_progress,
) -> Iterator[Prepared | ModelError]:
    """Yield the result for each document, which is given with its language or None; progress counts documents.

    A source that fails is not used for the following documents, since it would fail each time. A document that breaks
    the code gets `ModelError` ``source.gave_up`` instead of a result, as in a process of its own.
    """
    decided = _decisions(seen, labels)
    for done, (document, language) in enumerate(documents, 1):
        try:
            context = _context(document, language, labels, decided, sources)
            prepared = _prepare(document, context, sources, no_progress)
        except Exception as error:  # noqa: BLE001  # one article must not end the run
            reason = "".join(traceback.format_exception_only(error)).strip()
            yield ModelError("source.gave_up", title=document.title, reason=reason)
        else:
            worked = {result.source for result in prepared.results}
            sources = tuple(info for info in sources if info.name in worked)
            yield prepared
        progress(done, total)


def prepare_many(
    documents: Sequence[tuple[Document, str | None]],
    labels: tuple[str, ...],
    seen: tuple[SeenString, ...],
    sources: tuple[SourceInfo, ...],
    *,
    progress: Progress = no_progress,
    with_tokens: bool = True,
) -> list[Prepared]:
    """Prepare documents as one batch.

    The process keeps all new words (see `memory_zones`), so the caller must replace it after some batches.

    Args:
        documents: The documents, each with its language, None to detect it.
        labels: As for `prepare`.
        seen: As for `prepare`.
        sources: As for `prepare`.
        progress: Called from time to time as a sign of life.
        with_tokens: Whether the results have the tokens; if not, they have `NO_TOKENS`, and only texts in which a
            source looks for strings are tokenised.
    """
    progress = _throttled(progress)
    with keeping_words():
        read = [(document, _language_of(document, language)) for document, language in documents]
        ready: dict[str, dict[str, list[Suggestion]]] = {document.id: {} for document, _ in read}
        problems: list[ModelError] = []
        able: list[SourceInfo] = []
        for each in sources:
            theirs = [document for document, language in read if each.reads(language)]
            if each.kind is not SourceKind.MODEL or not theirs:
                able.append(each)
                continue
            info, unable = _able(each, labels)
            problems += unable
            model = PipelineSource(info=info, labels=frozenset(labels), progress=progress)
            try:
                for document, found in zip(theirs, model.suggest_each(theirs), strict=True):
                    ready[document.id][info.name] = found
            except ModelError as problem:
                problems.append(problem)
            else:
                able.append(info)
        decided = _decisions(seen, labels)
        prepared = []
        for document, language in read:
            context = _context(document, language, labels, decided, sources)._replace(ready=ready[document.id])
            prepared.append(_prepare(document, context, tuple(able), progress, with_tokens=with_tokens))
        _freeze_loaded()
        return [replace(one, problems=(*one.problems, *problems)) for one in prepared]


def _able(info: SourceInfo, labels: Sequence[str]) -> tuple[SourceInfo, tuple[ModelError, ...]]:
    """Return a source and no error; if its encoder cannot be loaded, the source at the fast speed and that error."""
    if not info.thorough:
        return info, ()
    try:
        PipelineSource(info=info, labels=frozenset(labels)).load_encoder()
    except ModelError as problem:
        if problem.code == "source.encoder":
            return at_speed([info], Speed.FAST)[0], (problem,)
    return info, ()  # any other error is reported when the source is asked for suggestions


@cache  # only once, since objects made later may become garbage
def _freeze_loaded() -> None:
    """Exempt loaded models from garbage collection, since they live as long as the process."""
    gc.collect()
    gc.freeze()


class _Decisions(NamedTuple):
    """The effects of the project's decisions so far on new suggestions.

    ``matcher`` finds seen strings. ``unwanted`` are the keys of suggestions to leave out, ``doubts`` those of
    suggestions to doubt (see `known_by`), and ``rejected`` both. ``known`` has the labels of the project's names, by
    name.
    """

    matcher: SeenMatcher
    unwanted: frozenset[tuple[str, str, str]]
    doubts: Mapping[tuple[str, str, str], str]
    rejected: frozenset[tuple[str, str, str]]
    known: Mapping[str, str]
    conventions: tuple[Convention, ...]

    @property
    def can_suggest(self) -> bool:
        """Whether anything can be suggested because of the decisions; without a project, nothing can."""
        return bool(self.conventions) or self.matcher.knows_strings

    def divided(self, found: list[Suggestion], text: str, language: str) -> tuple[list[Suggestion], set[Key]]:
        """Return the suggestions of a source that are wanted, and the keys of the others."""
        if not self.unwanted and not self.doubts and not self.conventions:
            return found, set()
        found = with_doubts_by_convention(found, text, language, self.conventions)
        kept = [one for one in found if known_by(one, text) not in self.unwanted]
        return with_doubts(kept, text, self.doubts), {one.key for one in found} - {one.key for one in kept}


@lru_cache(maxsize=1)  # cached for many documents; even comparing ten thousand strings takes milliseconds
def _decisions(seen: tuple[SeenString, ...], labels: tuple[str, ...]) -> _Decisions:
    strings = [string for string in seen if string.layer != LAYER]
    conventions = tuple(conventions_among(seen))
    known = known_labels(strings) if conventions else {}
    unwanted, doubts = refused(strings), doubted(strings)
    return _Decisions(SeenMatcher(strings, labels), unwanted, doubts, unwanted | doubts.keys(), known, conventions)


class _Context(NamedTuple):
    """The inputs that a source may need.

    ``roles`` are those of the project's labels. ``before`` are the suggestions of the earlier sources, ``models`` the
    earlier sources that are models for the document's language. ``ready`` has the suggestions of models that have read
    the document already, by their name.
    """

    labels: tuple[str, ...]
    decided: _Decisions
    language: str
    text: str
    roles: Roles = USUAL
    before: tuple[list[Suggestion], ...] = ()
    models: tuple[SourceInfo, ...] = ()
    progress: Progress = no_progress
    ready: Mapping[str, list[Suggestion]] = MappingProxyType({})

    def settled(self, results: Sequence[list[Suggestion]]) -> list[Suggestion]:
        """Merge the suggestions of several sources, and give the same names the same label."""
        found = agreeing(union(results), self.text)
        return following_full_names(found, self.text, self.decided.rejected, self.roles)

    def tokens(self) -> Tokens:
        """Return the tokens of the text, which not every source needs."""
        return _tokens(self.text, self.language)


@lru_cache(maxsize=1)  # cached because several sources look for strings in the same text
def _tokens(text: str, language: str) -> Tokens:
    return tokenise(text, language)


def _context(
    document: Document,
    language: str | None,
    labels: tuple[str, ...],
    decided: _Decisions,
    sources: Iterable[SourceInfo],
) -> _Context:
    """Return the inputs for a document's sources, all of which know the same roles of the project's labels."""
    roles = next((info.roles for info in sources if info.roles != USUAL), USUAL)
    return _Context(labels, decided, _language_of(document, language), document.text, roles)


class _ReadyModel(NamedTuple):
    """A model whose suggestions for a document already exist."""

    name: str
    version: str
    found: list[Suggestion]

    def suggest(self, document: Document, cancelled: Cancelled) -> list[Suggestion]:
        """Return the existing suggestions."""
        del document, cancelled
        return self.found


def _source(info: SourceInfo, context: _Context) -> Source | None:
    if info.name in context.ready:
        return _ReadyModel(info.name, info.version, context.ready[info.name])
    match info.kind:
        case SourceKind.MODEL:
            return PipelineSource(info=info, labels=frozenset(context.labels), progress=context.progress)
        case SourceKind.SEEN:
            return _remembered_source(context) if context.decided.can_suggest else None
        case SourceKind.PATTERNS:
            wanted = frozenset(context.labels)
            return PatternSource(info=info, tokens=context.tokens(), language=context.language, labels=wanted)
        case SourceKind.ZERO_SHOT:
            return GlinerSource(info=info, labels=frozenset(context.labels), progress=context.progress)
        case SourceKind.RULES:
            if CLAIM not in context.labels:
                return None
            names, unnamed = names_in(context.settled(context.before)), SPEAKER in context.labels
            return ClaimSource(info=info, language=context.language, names=names, unnamed=unnamed)
        case SourceKind.ASKED:
            return None


def _with_meaning(rules: ClaimSource, context: _Context) -> tuple[ClaimSource, tuple[ModelError, ...]]:
    """Return the source of claims with the heads for meaning, if a model has read the document with an encoder.

    If a head is damaged, the rules work alone, and the error is returned, too.
    """
    encoder = next((model.encoder for model in context.models if model.thorough), None)
    if encoder is None:
        return rules, ()
    from annotator.suggest.claims.by_meaning.claimants import claimants_of  # imports numpy
    from annotator.suggest.claims.by_meaning.finder import finder_of  # imports numpy
    from annotator.suggest.claims.by_meaning.kinds import kinds_of  # imports numpy
    from annotator.suggest.claims.by_meaning.worth import scores_of  # imports numpy

    try:
        scores, kinds = scores_of(*encoder, context.progress), kinds_of(*encoder, context.progress)
        finder, claimants = finder_of(*encoder, context.progress), claimants_of(*encoder, context.progress)
    except ModelError as problem:
        return rules, (ModelError("source.encoder", name=rules.name, reason=problem.details["reason"]),)
    return replace(rules, finder=finder, claimants=claimants, kinds=kinds, scores=scores), ()


def _remembered_source(context: _Context) -> RememberedSource:
    """Build the source of what was decided before, with a model's lexicon and the names that models have found."""
    labels = frozenset(context.labels)
    models = [PipelineSource(info=info, labels=labels) for info in at_speed(context.models, Speed.FAST)]
    lexicon = next(filter(None, (model.lexicon() for model in models)), None)
    following = Following(
        conventions=context.decided.conventions,
        language=context.language,
        labels=labels,
        known=context.decided.known,
        names=tuple(chain.from_iterable(context.before)),
        read=lambda text: [one for model in models for one in model.suggest(text, never)],
        lexicon=lexicon,
    )
    seen = SeenSource(
        matcher=context.decided.matcher,
        tokens=context.tokens(),
        is_ordinary=partial(is_ordinary, lexicon=lexicon) if lexicon is not None else never_ordinary,
        named=Named(chain.from_iterable(context.before)),
    )
    return RememberedSource(seen=seen, following=following)


def _throttled(progress: Progress) -> Progress:
    """Return a progress function that reports only now and then, since its receiver is busy storing articles."""
    reported = monotonic()

    def report(done: int, total: int) -> None:
        nonlocal reported
        if monotonic() - reported >= _SIGN_OF_LIFE:
            reported = monotonic()
            progress(done, total)

    return report
