"""Finding sentences that mean the same as some given words, in German or English. Only reads the project.

A sentence is found only once it has a vector. Each call computes some vectors and says how many are left, so that the
caller can show what is found so far and call again. numpy is imported inside functions, because the window imports this
module.
"""

from array import array
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.editing.occurrence_states import context
from annotator.jobs.searching.concordance import FoundPlace
from annotator.jobs.snapshots import reading
from annotator.model.query import Query
from annotator.model.values import Part
from annotator.processes.worker import Progress, no_progress
from annotator.system.errors import ModelError
from annotator.text import language, sentences

if TYPE_CHECKING:
    from annotator.jobs.searching.meaning import ClaimVectors
    from annotator.store.reader import Reader

MOST = 50  # sentences found by one search
LONGEST = 1_000  # characters of the query that are compared
MOST_READ = 200_000  # sentences compared; their vectors take 80 MB
_SHORTEST = 15  # characters; a shorter sentence says nothing
_A_CALL = 128  # vectors computed in one call
_LESS = 0.04  # how much lower the cosine may be, because a sentence says more than the claim in it
_FEWER = 0.025  # how much lower again for each word that the query is shorter than `_A_SENTENCE`
_A_SENTENCE = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class NearSentences:
    """The sentences near in meaning, the nearest first; ``done`` of ``total`` sentences were compared.

    ``more`` is whether the project has more than `MOST_READ` sentences; those beyond are not compared.
    """

    places: tuple[FoundPlace, ...] = ()
    done: int = 0
    total: int = 0
    more: bool = False

    @property
    def complete(self) -> bool:
        """Whether all sentences were compared."""
        return self.done >= self.total


@dataclass(slots=True)
class _Sentences:
    """The sentences of an article: their starts and ends in code points, and the keys of their vectors."""

    language: str
    bounds: "array[int]" = field(default_factory=lambda: array("L"))
    keys: list[bytes] = field(default_factory=list)

    def part(self, at: int) -> Part:
        return self.bounds[2 * at], self.bounds[2 * at + 1]


_read: dict[Path, dict[str, _Sentences]] = {}  # by project and article; valid for ever, as texts never change


def find_sentences(
    project: Path, query: Query, besides: tuple[str, int, int] | None = None, *, progress: Progress = no_progress
) -> NearSentences:
    """Find sentences that mean what a query's words say. Runs as a job, repeatedly until `NearSentences.complete`.

    The other parts of the query are filters that articles must match. ``besides`` is a place to leave out: article,
    start and end. Progress is the number of sentences that have a vector.

    Raises:
        ModelError: ``source.meaning``: the model is missing or damaged.
    """
    from annotator.jobs.searching.meaning import shipped

    progress(0, 0)
    meanings = shipped()
    if meanings is None:
        raise ModelError("source.meaning")
    with reading(project) as opened:
        known, more = _sentences(opened.read, project, _documents(opened.read, query, opened.annotator))
        total = sum(len(each.keys) for each in known.values())
        try:
            done = _learn(opened.read, meanings, known, progress)
            asked = query.words[:LONGEST].strip()
            tongue = language.detect(asked, opened.fallback_language)
            places = islice(_nearest(opened.read, meanings, known, (tongue, asked), besides), MOST)
            found = NearSentences(places=tuple(places), done=done, total=total, more=more)
        except (OSError, ValueError) as error:
            raise ModelError("source.meaning") from error
    return found


def _documents(read: "Reader", query: Query, annotator: str) -> Iterator[str]:
    """Yield the ids of the articles that match a query's filters."""
    filters = query.without("words", "meaning")
    reached: int | None = 0
    while reached is not None:
        answer = read.search.documents(filters, annotator, after=reached)
        yield from (document.id for document in answer.documents)
        reached = answer.reached


def _sentences(read: "Reader", project: Path, documents: Iterator[str]) -> tuple[Mapping[str, _Sentences], bool]:
    """Return the sentences of articles, and whether there are more than `MOST_READ`."""
    if project not in _read:
        _read.clear()  # only one project at a time
    kept = _read.setdefault(project, {})
    found: dict[str, _Sentences] = {}
    count = 0
    for id_ in documents:
        if count >= MOST_READ:
            return found, True
        own = kept.get(id_)
        if own is None:
            own = kept[id_] = _split(read, id_)
        found[id_] = own
        count += len(own.keys)
    return found, False


def _split(read: "Reader", id_: str) -> _Sentences:
    from annotator.suggest.encoder.meaning import Said
    from annotator.suggest.encoder.vector_cache import key

    document = read.document(id_)
    own = _Sentences(document.language)
    for start, end in sentences.split(document.text):
        if end - start >= _SHORTEST:
            own.bounds.extend((start, end))
            own.keys.append(key(Said(document.language, document.text[start:end])))
    return own


def _learn(read: "Reader", meanings: "ClaimVectors", known: Mapping[str, _Sentences], progress: Progress) -> int:
    """Compute some of the missing vectors; return how many sentences have one afterwards."""
    from annotator.suggest.encoder.meaning import Said

    meanings.cache.refresh()
    missing: dict[str, list[int]] = {}
    total = 0
    for id_, own in known.items():
        total += len(own.keys)
        places = meanings.cache.places(own.keys)
        if (places < 0).any():
            missing[id_] = [at for at, place in enumerate(places) if place < 0]
    left = sum(map(len, missing.values()))
    texts: list[Said] = []
    for id_, lacking in missing.items():
        text, own = read.text(id_), known[id_]
        for at in lacking[: _A_CALL - len(texts)]:
            start, end = own.part(at)
            texts.append(Said(own.language, text[start:end]))
        if len(texts) >= _A_CALL:
            break
    done = 0
    progress(total - left, total)
    for done in meanings.learn(texts):
        progress(total - left + done, total)
    return total if left <= len(texts) else total - left + done


def _nearest(
    read: "Reader",
    meanings: "ClaimVectors",
    known: Mapping[str, _Sentences],
    asked: tuple[str, str],
    besides: tuple[str, int, int] | None,
) -> Iterator[FoundPlace]:
    """Yield the sentences nearest to a text, which comes with its language; page furniture is left out."""
    from annotator.suggest.encoder.meaning import Said, least_cosine, likeness

    where = [(id_, at) for id_, own in known.items() for at in range(len(own.keys))]
    keys = [one for own in known.values() for one in own.keys]
    lacking = max(0, _A_SENTENCE - len(asked[1].split()))
    least = least_cosine(len(keys)) - _LESS - _FEWER * lacking
    for place, cosine in meanings.nearest(keys, Said(*asked), least):
        id_, at = where[place]
        start, end = known[id_].part(at)
        document = read.document(id_)
        furniture = any(first <= start and end <= last for first, last in document.excluded)
        own = besides is not None and besides[0] == id_ and start < besides[2] and besides[1] < end
        if not furniture and not own:
            before, after = context(document.text, start, end)
            words = document.text[start:end]
            yield FoundPlace(id_, document.title, start, end, before, words, after, likeness=likeness(cosine))
