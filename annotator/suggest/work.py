"""What the process for suggestions is asked to do. Its functions go through `annotator.worker` by name."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from annotator.errors import ModelError
from annotator.model import Document, Suggestion
from annotator.suggest.claims.source import CLAIM, SPEAKER, ClaimSource, names_in
from annotator.suggest.merge import union
from annotator.suggest.pipeline import PipelineSource
from annotator.suggest.seen import SeenMatcher, SeenSource, SeenString, folded, refused
from annotator.suggest.source import Source, SourceInfo, SourceKind, never
from annotator.suggest.tokenizer import tokenise
from annotator.tokens import Tokens
from annotator.words.language import detect
from annotator.worker import Progress, no_progress


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokenised:
    """The tokens of a document, by the rules of ``language``; ``sha256`` is that of the text they belong to."""

    document: str
    sha256: str
    language: str
    tokens: Tokens


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggested:
    """What one source suggests: it supersedes what the source suggested before, even if it is nothing."""

    source: str
    version: str
    suggestions: tuple[Suggestion, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """All that a process can find out about a document.

    ``results`` has each source that was asked and worked, in the order asked; ``problems`` says why others did not.
    ``withheld`` counts the suggestions for words that were refused as such a label twice and never accepted.
    """

    document: str
    sha256: str
    language: str
    tokens: Tokens
    results: tuple[Suggested, ...]
    problems: tuple[ModelError, ...] = ()
    withheld: int = 0


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
    drawn = draw_tokens(document, language)
    answers: dict[SourceInfo, list[Suggestion]] = {}
    problems: list[ModelError] = []
    for place, info in enumerate(sources):
        asked = _Asked(
            labels, seen, drawn, tuple(union(list(answers.values()))), _percents(progress, place, len(sources))
        )
        source = _source(info, asked)
        try:
            answers[info] = source.suggest(document, never) if source else []
        except ModelError as problem:
            problems.append(problem)
    merged = union(list(answers.values()))
    unwanted = refused(seen)
    wanted = [s for s in merged if (s.layer, s.label, folded(s.quote(document.text))) not in unwanted]
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
    """Prepare documents, each with its language or None, when it is asked for. The progress counts documents."""
    for done, (document, language) in enumerate(documents, 1):
        yield prepare(document, language, labels, seen, sources)
        progress(done, total)


class _Asked(NamedTuple):
    """What a source may need to know; ``before`` is what the sources before it suggest."""

    labels: tuple[str, ...]
    seen: tuple[SeenString, ...]
    drawn: Tokenised
    before: tuple[Suggestion, ...]
    progress: Progress


def _source(info: SourceInfo, asked: _Asked) -> Source | None:
    if not info.reads(asked.drawn.language):
        return None
    match info.kind:
        case SourceKind.MODEL:
            return PipelineSource(info=info, labels=frozenset(asked.labels), progress=asked.progress)
        case SourceKind.SEEN:
            return SeenSource(matcher=_matcher(asked.seen, asked.labels), tokens=asked.drawn.tokens)
        case SourceKind.RULES:
            if CLAIM not in asked.labels:
                return None
            names, unnamed = names_in(asked.before), SPEAKER in asked.labels
            return ClaimSource(language=asked.drawn.language, names=names, unnamed=unnamed)


@lru_cache(maxsize=1)
def _matcher(seen: tuple[SeenString, ...], labels: tuple[str, ...]) -> SeenMatcher:
    return SeenMatcher(seen, labels)


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
