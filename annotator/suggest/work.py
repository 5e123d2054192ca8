"""What the process for suggestions is asked to do. Its functions go through `annotator.processes.worker` by name."""

import gc
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from time import monotonic
from types import MappingProxyType
from typing import NamedTuple

from annotator.model.schema import SPEAKER
from annotator.model.values import Document, Suggestion
from annotator.processes.worker import Progress, no_progress
from annotator.suggest.claims.claim_source import ClaimSource, names_in
from annotator.suggest.claims.info import CLAIM
from annotator.suggest.crf.memory_zones import keeping_words
from annotator.suggest.merge import union
from annotator.suggest.prepared import Prepared, Suggested, Tokenised
from annotator.suggest.sources.pipeline import PipelineSource
from annotator.suggest.sources.seen import SeenMatcher, SeenSource, SeenString, known_by, refused
from annotator.suggest.sources.source import Cancelled, Source, SourceInfo, SourceKind, never
from annotator.suggest.tokenizer import tokenise
from annotator.system.errors import ModelError
from annotator.text.language import detect

_SIGN_OF_LIFE = 0.5  # seconds between two


def draw_tokens(document: Document, language: str | None, *, progress: Progress = no_progress) -> Tokenised:
    """Draw a document's tokens: quick, so that an open article snaps to them before suggestions come.

    Args:
        document: Its language is believed where the text is too short to tell.
        language: By whose rules; None to find out.
        progress: Not used, it is done too soon.
    """
    del progress
    known = language or detect(document.text, document.language)
    tokens = tokenise(document.text, known)
    return Tokenised(document=document.id, sha256=document.sha256, language=known, tokens=tokens)


def prepare(
    document: Document,
    language: str | None,
    labels: tuple[str, ...],
    seen: tuple[SeenString, ...],
    sources: tuple[SourceInfo, ...],
    *,
    progress: Progress = no_progress,
) -> Prepared:
    """Draw a document's tokens and ask sources for suggestions.

    Args:
        document: Its language is believed where the text is too short to tell.
        language: What language it is in; None to find out.
        labels: The labels of entities and claims that are wanted, and `SPEAKER` where the schema has it.
        seen: What was decided in the project so far.
        sources: Whom to ask, the most trusted first.
        progress: Hears percents.
    """
    decided = _decided(seen, labels)
    return _prepared(document, _Asked(labels, decided, draw_tokens(document, language)), sources, progress)


def _prepared(document: Document, common: "_Asked", sources: tuple[SourceInfo, ...], progress: Progress) -> Prepared:
    drawn = common.drawn
    answers: dict[SourceInfo, list[Suggestion]] = {}
    problems: list[ModelError] = []
    for place, info in enumerate(sources):
        percents = _percents(progress, place, len(sources))
        source = _source(info, common._replace(before=tuple(answers.values()), progress=percents))
        try:
            answers[info] = source.suggest(document, never) if source else []
        except ModelError as problem:
            problems.append(problem)
    merged = union(list(answers.values()))
    unwanted = common.decided.unwanted
    wanted = [one for one in merged if not unwanted or known_by(one, document.text) not in unwanted]
    progress(100, 100)
    return Prepared(
        document=document.id,
        sha256=document.sha256,
        language=drawn.language,
        tokens=drawn.tokens,
        results=tuple(
            Suggested(
                source=info.name,
                version=info.version,
                suggestions=tuple(suggestion for suggestion in wanted if suggestion.source == info.name),
            )
            for info in answers
        ),
        problems=tuple(problems),
        withheld=len(merged) - len(wanted),
    )


def prepare_each(
    documents: Iterable[tuple[Document, str | None]],
    labels: tuple[str, ...],
    seen: tuple[SeenString, ...],
    sources: tuple[SourceInfo, ...],
    *,
    total: int,
    progress: Progress = no_progress,
) -> Iterator[Prepared]:
    """Prepare documents, each with its language or None, when it is asked for. The progress counts documents.

    A source that could not be used is not asked again: it would be loaded in vain each time.
    """
    decided = _decided(seen, labels)
    for done, (document, language) in enumerate(documents, 1):
        asked = _Asked(labels, decided, draw_tokens(document, language))
        prepared = _prepared(document, asked, sources, no_progress)
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
) -> list[Prepared]:
    """Prepare documents at once, in a process that is replaced after a while: it keeps the words it meets (`zones`).

    Args:
        documents: Each with its language, or None to find out.
        labels: As in `prepare`, like what follows.
        seen: What was decided.
        sources: Whom to ask.
        progress: Hears something now and then: a sign of life.
    """
    progress = _now_and_then(progress)
    with keeping_words():
        drawn = [(document, draw_tokens(document, language)) for document, language in documents]
        ready: dict[str, dict[str, list[Suggestion]]] = {document.id: {} for document, _ in drawn}
        problems: dict[str, ModelError] = {}
        for info in sources:
            if info.kind is SourceKind.MODEL:
                theirs = [document for document, tokens in drawn if info.reads(tokens.language)]
                model = PipelineSource(info=info, labels=frozenset(labels), progress=progress)
                try:
                    for document, found in zip(theirs, model.suggest_each(theirs) if theirs else (), strict=True):
                        ready[document.id][info.name] = found
                except ModelError as problem:
                    problems[info.name] = problem
        able = tuple(info for info in sources if info.name not in problems)
        decided = _decided(seen, labels)
        prepared = []
        for document, tokens in drawn:
            asked = _Asked(labels, decided, tokens, ready=ready[document.id])
            prepared.append(_prepared(document, asked, able, progress))
        _settle()
        return [replace(one, problems=(*one.problems, *problems.values())) for one in prepared]


@cache  # once: what is made later may well be garbage
def _settle() -> None:
    """Let no collection look through what the first documents have had loaded: models stay as long as the process."""
    gc.collect()
    gc.freeze()


class _Decided(NamedTuple):
    """What was decided in the project so far: where to find it again, and what not to suggest any more."""

    matcher: SeenMatcher
    unwanted: frozenset[tuple[str, str, str]]


@lru_cache(maxsize=1)  # asked once for many documents: ten thousand strings take milliseconds to compare
def _decided(seen: tuple[SeenString, ...], labels: tuple[str, ...]) -> _Decided:
    return _Decided(SeenMatcher(seen, labels), refused(seen))


class _Asked(NamedTuple):
    """What a source may need to know.

    ``before`` is what each source before it suggests, ``ready`` what models have said of the document already.
    """

    labels: tuple[str, ...]
    decided: _Decided
    drawn: Tokenised
    before: tuple[list[Suggestion], ...] = ()
    progress: Progress = no_progress
    ready: Mapping[str, list[Suggestion]] = MappingProxyType({})


class _Ready(NamedTuple):
    """A model that has said all it has to say of a document."""

    name: str
    version: str
    found: list[Suggestion]

    def suggest(self, document: Document, cancelled: Cancelled) -> list[Suggestion]:
        """Give what it has said."""
        del document, cancelled
        return self.found


def _source(info: SourceInfo, asked: _Asked) -> Source | None:
    if not info.reads(asked.drawn.language):
        return None
    if info.name in asked.ready:
        return _Ready(info.name, info.version, asked.ready[info.name])
    match info.kind:
        case SourceKind.MODEL:
            return PipelineSource(info=info, labels=frozenset(asked.labels), progress=asked.progress)
        case SourceKind.SEEN:
            return SeenSource(matcher=asked.decided.matcher, tokens=asked.drawn.tokens)
        case SourceKind.RULES:
            if CLAIM not in asked.labels:
                return None
            names, unnamed = names_in(union(asked.before)), SPEAKER in asked.labels
            return ClaimSource(info=info, language=asked.drawn.language, names=names, unnamed=unnamed)


def _now_and_then(progress: Progress) -> Progress:
    """Tell of no more than is needed to be known as alive: who listens has articles to store."""
    told = monotonic()

    def tell(done: int, total: int) -> None:
        nonlocal told
        if monotonic() - told >= _SIGN_OF_LIFE:
            told = monotonic()
            progress(done, total)

    return tell


def _percents(progress: Progress, place: int, sources: int) -> Progress:
    """Tell of each percent once: a long document has more paragraphs than a window can hear of."""
    told = 0

    def tell(done: int, total: int) -> None:
        nonlocal told
        percent = 100 * (place * total + done) // (sources * total)
        if percent > told:
            told = percent
            progress(percent, 100)

    return tell
