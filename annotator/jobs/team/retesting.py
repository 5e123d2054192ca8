"""Blind re-tests: a person labels articles again that they finished a while ago, and both times are compared."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from annotator.jobs.snapshots import Readable, reading
from annotator.jobs.team import packing
from annotator.jobs.team import rounds as rounds_of
from annotator.jobs.team.agreement import AgreementRequest, measured
from annotator.jobs.team.packing import Written
from annotator.model.packages import SuggestionTreatment
from annotator.model.values import RETEST, Annotated, Document, Package, Part, State
from annotator.processes.worker import Progress, no_progress
from annotator.project.project import Project
from annotator.quality.measures.figures import Agreement
from annotator.quality.measures.spans import SharedLabels
from annotator.suggestions.renewal import drawn
from annotator.system.errors import StoreError
from annotator.text.parts import Cover
from annotator.text.sentences import split

SHARE, AFTER = 5, 14  # per cent of the finished articles; days


class Drift(NamedTuple):
    """The counts of a label: how often it was set the first time, the second time, and both times on the same words."""

    layer: str
    label: str
    first: int
    second: int
    same: int

    @property
    def share(self) -> SharedLabels:
        """The share of labels set both times; its ``f`` is None if there are no labels."""
        return SharedLabels(2 * self.same, self.first + self.second)


class Crossed(NamedTuple):
    """Counts of labels in sentences of one kind.

    ``labels`` adds up the labels of the first and the second time; ``same`` counts the labels set both times.
    """

    labels: int
    same: int

    @property
    def f(self) -> float | None:
        """The F-score of the two times, from 0 to 1; None if there are no labels."""
        return SharedLabels(2 * self.same, self.labels).f


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """A round of a re-test that came back, with the agreement between the first and the second time.

    ``alike`` is about the sentences that showed suggestions both times or neither time, ``unlike`` about those that
    showed them only once. If labels agree less in ``unlike``, the suggestions influenced the person.
    """

    person: str
    annotator: str
    articles: int
    agreement: Agreement
    drift: tuple[Drift, ...]
    alike: Crossed
    unlike: Crossed


def write(
    project: Readable,
    folder: Path,
    person: str,
    share: int = SHARE,
    after: int = AFTER,
    seed: int = 1,
    number: int | None = None,
    *,
    progress: Progress = no_progress,
) -> list[Written]:
    """Write a package, without any labels, of articles that a person finished at least ``after`` days ago.

    ``share`` is how many of these articles, in per cent, at least one; ``number`` is the most articles instead of a
    share. Another ``seed`` draws other articles.

    Raises:
        StoreError: ``retest.nothing``, ``package.within``, ``store.exists``, or a file could not be written.
    """
    with reading(project) as opened:
        if opened.packed is not None:
            raise StoreError("package.within", file=opened.path.name)
        documents = chosen(opened, person, share, after, seed, number)
        if not documents:
            raise StoreError("retest.nothing", annotator=person, days=after)
        written = rounds_of.planned(
            opened, folder, person, RETEST, documents, {"suggestions": str(SuggestionTreatment.HELD)}
        )
        packing.write_all(opened, folder, [written], SuggestionTreatment.HELD, progress, blank=True)
    return [written]


def chosen(opened: Project, person: str, share: int, after: int, seed: int, number: int | None = None) -> list[str]:
    """Return the articles for a re-test, drawn so that rare labels come first; none was in a re-test before."""
    old, free = _old_enough(opened, person, after)
    wanted = number if number is not None else max(1, round(len(old) * share / 100)) if old else 0
    return rounds_of.drawn(opened, free, person, wanted, seed)


def offered(project: Readable, person: str, after: int, *, progress: Progress = no_progress) -> int:
    """Return the number of articles that a person can label again."""
    with reading(project) as opened:
        progress(0, 1)
        return len(_old_enough(opened, person, after)[1])


def rounds(project: Readable, *, progress: Progress = no_progress) -> list[Round]:
    """Return the results of all re-tests that came back with a finished article, oldest first."""
    with reading(project) as opened:
        return rounds_in(opened, progress=progress)


def rounds_in(opened: Project, person: str | None = None, *, progress: Progress = no_progress) -> list[Round]:
    """Return the same as `rounds`, for a project that is already open; ``person`` None means everyone."""
    every = [each for each in rounds_of.written(opened, RETEST) if person in {None, each[0]}]
    known = set(opened.read.annotators(rounds=True))
    found: list[Round] = []
    for at, (name, package) in enumerate(every):
        progress(at, len(every))
        if package.annotator in known and name in known:
            made = _round(opened, name, package)
            found += [made] if made.articles else []
    progress(len(every), len(every))
    return found


def as_mapping(found: Sequence[Round]) -> list[dict[str, Any]]:
    """Return the figures as JSON values."""
    return [
        {
            "annotator": each.person,
            "round": each.annotator,
            "articles": each.articles,
            "layers": {
                layer.layer: {"f_exact": layer.f_exact, "interval": layer.interval, "gamma": layer.gamma}
                for layer in each.agreement.layers
            },
            "labels": [{**drift._asdict(), "f": drift.share.f} for drift in each.drift],
            "suggestions": {
                "same_condition": {"labels": each.alike.labels, "f": each.alike.f},
                "other_condition": {"labels": each.unlike.labels, "f": each.unlike.f},
            },
        }
        for each in found
    ]


# Internal


def _old_enough(opened: Project, person: str, after: int) -> tuple[list[str], list[str]]:
    """Return the articles finished long enough ago, and those among them that were in no re-test yet."""
    limit = (datetime.now(UTC) - timedelta(days=after)).isoformat(timespec="milliseconds")
    old = [id_ for id_, when in opened.read.assigned.finished(person) if when <= limit]
    before = rounds_of.had(opened, person, RETEST)
    return old, [id_ for id_ in old if id_ not in before]


def _round(opened: Project, person: str, package: Package) -> Round:
    pair = (person, package.annotator)
    ids = opened.read.figures.done_by_several(pair)
    (project, *_) = opened.read.log.ids()
    key = packing.key_for(project, package)
    counts: dict[tuple[str, str], list[int]] = {}
    crossed = {True: [0, 0], False: [0, 0]}
    for annotated in opened.read.gathering.each(ids, None, rounds=True):
        first, second = (_placed(annotated, name) for name in pair)
        for at, spans in enumerate((first, second)):
            for layer, label, _ in spans:
                counts.setdefault((layer, label), [0, 0, 0])[at] += 1
        for layer, label, _ in first & second:
            counts[layer, label][2] += 1
        then = opened.read.decided.held_sentences(annotated.document.id)
        _cross(annotated.document, (first, second), (then, drawn(annotated.document, key)), crossed)
    return Round(
        person=person,
        annotator=package.annotator,
        articles=len(ids),
        agreement=measured(opened, AgreementRequest(between=pair)),
        drift=tuple(Drift(*key_, *numbers) for key_, numbers in sorted(counts.items())),
        alike=Crossed(*crossed[True]),
        unlike=Crossed(*crossed[False]),
    )


_Placed = frozenset[tuple[str, str, tuple[Part, ...]]]


def _placed(annotated: Annotated, annotator: str) -> _Placed:
    done = any(row.annotator == annotator and row.state is State.DONE for row in annotated.states)
    spans = annotated.spans if done else ()
    return frozenset((row.layer, row.label, row.parts) for row in spans if row.annotator == annotator)


def _cross(
    document: Document,
    both: tuple[_Placed, _Placed],
    held: tuple[Sequence[Part], Sequence[Part]],
    crossed: Mapping[bool, list[int]],
) -> None:
    """Count all labels, and the labels set both times, in two groups of sentences.

    One group has the sentences that showed suggestions both times or neither time, the other those that showed them
    once.
    """
    first, second = (Cover(each) for each in held)
    alike = Cover(part for part in split(document.text) if first.touches(*part) == second.touches(*part))
    for places in both:
        for _, _, parts in places:
            crossed[alike.touches(*parts[0])][0] += 1
    for _, _, parts in both[0] & both[1]:
        crossed[alike.touches(*parts[0])][1] += 1
