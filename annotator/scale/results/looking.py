"""Jobs with which the window reads the results of a run."""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from annotator.processes.worker import Progress, no_progress
from annotator.scale import extra, run
from annotator.scale.places import Folder
from annotator.scale.results import asking, claimants, returning, sampling
from annotator.scale.results.asking import FacetShare, Total
from annotator.scale.results.claimants import Across, ClaimantTable
from annotator.scale.results.returning import Key, Rate
from annotator.scale.results.sampling import Sample, SampleRequest
from annotator.scale.writing import ARTICLES, SUFFIX
from annotator.system import disk
from annotator.system.errors import ModelError
from annotator.system.whole_files import put

FACETS = ("month", "publisher", "language", "licence")
_LOOK = 20  # titles shown of a sample
_TITLE = 80  # characters shown of a text that has no title
_STEPS = 6


class ResultsOverview(NamedTuple):
    """Everything shown about results before the user asks anything.

    Attributes:
        rates: How often suggestions of a label were right, for labels for which it was measured.
        samples: The names of earlier samples.
        left: The number of parts that are not finished.
        near: Whether near-duplicates are known.
    """

    out: str
    corpus: str
    total: Total
    problems: Mapping[str, int]
    labels: Mapping[Key, int]
    facets: Mapping[str, tuple[FacetShare, ...]]
    rates: Mapping[Key, Rate]
    samples: tuple[str, ...]
    left: int
    near: bool


class DrawnSample(NamedTuple):
    """A sample drawn but not yet imported.

    Attributes:
        path: The file with the sampled articles.
        titles: The titles of some of these articles.
    """

    sample: Sample
    fingerprint: str
    path: Path
    titles: tuple[str, ...]


def missing() -> ModelError | None:
    """Return the error that says what to install, or None if all packages are there. Nothing is imported."""
    try:
        extra.need("duckdb", "pyarrow")
    except ModelError as error:
        return error
    return None


def overview(out: str, *, progress: Progress = no_progress) -> ResultsOverview:
    """Return an overview of the results.

    Raises:
        ModelError: ``corpus.extra``, ``corpus.none``, ``corpus.damaged``, ``corpus.question``, ``corpus.storage``.
    """
    extra.need("duckdb", "pyarrow")
    folder = Folder.at(out)
    with _storage_errors(out):
        known = run.known(folder)
        standing = folder.names(ARTICLES)
        left = sum(f"{part}{SUFFIX}" not in standing for part in known.parts)
        rates, samples = returning.measured(folder), tuple(sampling.manifests(folder))
        with asking.opened(out) as answers:
            progress(1, _STEPS)
            total, problems = answers.total(), answers.problems()
            progress(2, _STEPS)
            labels = answers.labels()
            facets = {}
            for step, name in enumerate(FACETS):
                progress(min(step + 3, _STEPS), _STEPS)
                facets[name] = tuple(answers.facet(name))
            near = answers.near
    return ResultsOverview(folder.address, known.corpus, total, problems, labels, facets, rates, samples, left, near)


def board(out: str, across: Across, *, progress: Progress = no_progress) -> ClaimantTable:
    """Return the board of claimants; see `claimants.board`.

    Raises:
        ModelError: ``corpus.extra``, ``corpus.none``, ``corpus.damaged``, ``corpus.question``, ``corpus.storage``.
    """
    extra.need("duckdb", "pyarrow")
    progress(0, 0)
    with _storage_errors(out), asking.opened(out) as answers:
        return claimants.board(answers, across)


def look(
    out: str, wanted: SampleRequest, path: Path, *, corpus: str | None = None, progress: Progress = no_progress
) -> DrawnSample:
    """Draw a sample, and write its articles with their suggestions to a file; `keep` records it later.

    Results may come from a stranger, so a corpus that lies in another store than the results is read only if its
    address is given as ``corpus``.

    Raises:
        ModelError: ``corpus.extra``, ``corpus.none``, ``corpus.damaged``, ``corpus.question``, ``corpus.changed``,
            ``corpus.storage``, ``corpus.elsewhere``.
    """
    extra.need("duckdb", "pyarrow")
    progress(0, 0)
    folder = Folder.at(out)
    titles: list[str] = []
    lines: list[str] = []
    with _storage_errors(out), asking.opened(out) as answers:
        known = run.known(folder)
        if Folder.at(known.corpus).store not in ("", folder.store) and corpus != known.corpus:
            raise ModelError("corpus.elsewhere", out=out, corpus=known.corpus)
        drawn = sampling.draw(answers, folder, wanted)
        for record in sampling.records(answers, folder, known, drawn):
            progress(len(lines), len(drawn.drawn))
            lines.append(f"{json.dumps(record)}\n")
            if len(titles) < _LOOK:
                titles.append(str(record.get("title") or record["text"][:_TITLE]))
        put(path, "".join(lines).encode())
    return DrawnSample(drawn, known.fingerprint, path, tuple(titles))


def keep(out: str, found: DrawnSample, *, progress: Progress = no_progress) -> str:
    """Write the manifest of a sample that was imported into a project; return its name.

    Raises:
        ModelError: ``corpus.storage``.
    """
    progress(0, 0)
    with _storage_errors(out):
        return sampling.write_manifest(Folder.at(out), found.sample, found.fingerprint)


@contextmanager
def _storage_errors(out: str) -> Iterator[None]:
    """Raise a failure of the storage as `ModelError`: in a job, any other error counts as a bug."""
    try:
        yield
    except OSError as error:
        raise ModelError("corpus.storage", part=out, reason=disk.reason(error)) from error
