"""A format is an `Exporter`, an `Importer` or both; `registry` lists them.

docs/contributing.md says how to add a format.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass, field, replace
from enum import StrEnum
from importlib.util import find_spec
from pathlib import Path
from typing import Protocol, TypeAlias

from annotator.editing import splitting
from annotator.editing.splitting import SPLITS, Candidate
from annotator.formats import overlap
from annotator.formats.capabilities import Capabilities
from annotator.formats.fit import Fitted, Options, fit
from annotator.formats.loss import Loss, LossKind
from annotator.formats.problem import Problem
from annotator.formats.shared.metadata.article_details import MissingDetails
from annotator.formats.shared.target import beside
from annotator.formats.shared.vocabulary import Vocabulary
from annotator.model.values import IMPORTED, Annotated
from annotator.quality.agreement import Measuring
from annotator.quality.measures.common import common
from annotator.quality.measures.figures import Agreement
from annotator.system.errors import FormatError
from annotator.text.near_duplicates import sketch

Put: TypeAlias = Callable[[Fitted], None]
Open: TypeAlias = Callable[[Path, Options], AbstractContextManager[Put]]


BESIDES = ("relation", "suggestion", "document_label", "sentence_mark", "document_state", "batch", "priority", "detail")
"""Rows other than spans that an export may leave out."""

_LACKING = {"verdict": "format.no_verdicts", "worthiness": "format.no_worthiness"}  # errors by the missing field

ABOVE = 3
"""The number of folders, from the file's own up, to search for files about the whole data set."""


class Watch(Protocol):
    """A check that sees every document and reports losses that only the whole set shows."""

    def see(self, fitted: Fitted) -> None:
        """Take a document into account."""

    def losses(self) -> Iterable[Loss]:
        """Return the losses found in the documents seen."""


class FileLayout(StrEnum):
    """The files that an export writes: a single file, or a folder.

    Attributes:
        FILE: One file; if the documents are split, a folder with a file for each split.
        FOLDER: A folder; if the documents are split, a folder with a folder for each split.
        DATASET: Always one folder with all splits.
    """

    FILE = "file"
    FOLDER = "folder"
    DATASET = "dataset"


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The result of an export or a preflight; ``written + changed + lost == spans``.

    Attributes:
        spans: The number of spans to export.
        changed: The number of spans written with a change.
        lost: The number of spans missing from the output.
        splits: The number of documents in each split; empty without splits.
        dealt: The split of each document, by id.
        copies: The number of documents that share their split with a near-duplicate.
        replaced: The number of documents left out because a newer version replaces them.
        kept: The number of spans that have their own record in the output.
        whose: The number of documents by annotator, if each document has the labels of one annotator.
    """

    documents: int
    spans: int
    changed: int
    lost: int
    losses: tuple[Loss, ...]
    splits: tuple[tuple[str, int], ...] = ()
    dealt: Mapping[str, str] = field(default_factory=dict)
    copies: int = 0
    replaced: int = 0
    kept: int = 0
    whose: Mapping[str, int] = field(default_factory=dict)

    @property
    def written(self) -> int:
        """The number of spans written unchanged."""
        return self.spans - self.changed - self.lost

    @property
    def besides(self) -> dict[str, int]:
        """The number of lost rows other than spans, by `Loss.row`, in the order of `BESIDES`; zeros are left out."""
        lost = Counter(loss.row for loss in self.losses if loss.kind is LossKind.LOST)
        return {row: lost[row] for row in BESIDES if lost[row]}


@dataclass(frozen=True, slots=True, kw_only=True)
class Exporter:
    """A format that can be written.

    Attributes:
        suffix: The suffix of the output file, "" if the output is a folder.
        open: Returns a context manager, which creates the file or folder, yields the function that writes one document,
            and finishes the output on exit. The function receives documents already fitted to the format, so it reports
            no losses. Files written next to the output file move along with it.
        split: The default split.
        needs: The optional package that the format requires.
        watch: Builds a check for losses that show only when all documents are known.
    """

    name: str
    title: str
    suffix: str
    holds: Capabilities
    open: Open
    layout: FileLayout = FileLayout.FILE
    split: str | None = None
    needs: str = ""
    watch: Callable[[Options], Watch] | None = None

    def preflight(self, stream: Iterable[Annotated], options: Options) -> Report:
        """Return the report that `write` would return, without writing.

        Raises:
            FormatError: ``format.package``, ``format.overlap`` or ``format.split``.
        """
        need(self.needs, self.title)
        overlap.check(options.overlap)
        options = self.completed(options)
        documents, splits, copies = _dealt(stream, options)
        return replace(self._run(documents, splits, options, {}), copies=copies)

    def write(self, stream: Iterable[Annotated], path: Path, options: Options) -> Report:
        """Write the documents to the file; with a split, to ``train``, ``dev`` and ``test`` in the folder.

        The output replaces the target only when complete; on an error nothing changes. Documents are in memory one at a
        time, except that splitting an iterator, which cannot be read twice, keeps all of them.

        Raises:
            FormatError: ``format.package``, ``format.target``, ``format.overlap``, ``format.split``, or that of
                `refusal`.
        """
        need(self.needs, self.title)
        overlap.check(options.overlap)
        options = self.completed(options)
        documents, splits, copies = _dealt(stream, options)
        with beside(path, folder=self.writes_folder(options)) as target, ExitStack() as files:
            if options.split is None or self.layout is FileLayout.DATASET:
                targets = {"": target}
            else:
                targets = {split: target / f"{split}{self.suffix}" for split in SPLITS}
            for folder in targets.values() if self.layout is FileLayout.FOLDER else ():
                folder.mkdir(exist_ok=True)
            puts = {split: files.enter_context(self.open(file, options)) for split, file in targets.items()}
            report = replace(self._run(documents, splits, options, puts), copies=copies)
            if refused := self.refusal(report):
                raise refused
            return report

    def completed(self, options: Options) -> Options:
        """Return the options with the format's default split if they name none."""
        return replace(options, split=options.split or self.split)

    def refusal(self, report: Report) -> FormatError | None:
        """Return the error if a format for claims can hold none of the labels, else None."""
        if self.holds.claims is None or report.kept or not report.spans:
            return None
        lacking = sum(loss.reason == "claim_needs" for loss in report.losses)
        needed = self.holds.claims.needs
        code = _LACKING.get(needed[0], "format.no_claims") if lacking and needed else "format.no_claims"
        return FormatError(code, format=self.title, count=lacking)

    def writes_folder(self, options: Options) -> bool:
        """Return whether the target is a folder."""
        return self.layout is not FileLayout.FILE or options.split is not None

    def _run(
        self, stream: Iterable[Annotated], splits: dict[str, str], options: Options, puts: dict[str, Put]
    ) -> Report:
        documents = spans = kept = 0
        losses: list[Loss] = []
        missing = MissingDetails()
        watch = self.watch(options) if self.watch is not None else None
        for annotated in stream:
            fitted = fit(annotated, self.holds, options)
            documents += 1
            spans += fitted.spans
            kept += len(fitted.annotated.spans)
            losses.extend(fitted.losses)
            missing.add(annotated.document, fitted.details)
            split = splits.get(annotated.document.id, "")
            fitted = replace(fitted, split=split) if split else fitted
            if watch is not None:
                watch.see(fitted)
            if puts:
                put = puts[split] if split in puts else puts[""]
                put(fitted)
        losses += watch.losses() if watch is not None else ()
        return replace(_report(documents, spans, [*losses, *missing.losses()], splits), kept=kept)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadOptions:
    """The user's choices for reading a file, and defaults for what the file lacks.

    Attributes:
        annotator: The annotator of rows that name none.
        language: The language of documents that name none and are too short to detect it.
        utf16: Whether offsets count UTF-16 units; None leaves that to the format.
        columns: For a file of tokens, the position of each column, from 0, and its role (``token`` or ``label``); empty
            leaves the columns to the format.
        unclear: The columns to use if ``columns`` is empty and the file does not show them.
        fields: For each file, the columns or keys that the user chose, by role; see `chosen_fields`.
    """

    annotator: str = IMPORTED
    language: str = "other"
    vocabulary: Vocabulary = field(default_factory=Vocabulary)
    utf16: bool | None = None
    columns: tuple[tuple[int, str], ...] = ()
    unclear: tuple[tuple[int, str], ...] = ()
    fields: Mapping[Path, Mapping[str, str]] = field(default_factory=dict)


Read: TypeAlias = Callable[[Path, ReadOptions], Iterator[Annotated | Problem]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Importer:
    """A format that can be read.

    Attributes:
        read: Yields documents and problems in file order. It continues after a bad line and raises `FormatError` only
            if the file cannot be read at all.
        signs: Matches the first characters of the format's files; without signs the suffix decides.
        sure: Suffixes that no other format has; one of these is enough, whatever the first characters.
        belongs: The suffixes of files read along with the file.
        settings: Names of files that describe a whole data set or configure the tool, in the file's folder or up to
            `ABOVE` folders up.
        needs: The optional package that the format requires.
    """

    name: str
    title: str
    suffixes: tuple[str, ...]
    read: Read
    signs: re.Pattern[str] | None = None
    sure: tuple[str, ...] = ()
    belongs: tuple[str, ...] = ()
    settings: tuple[str, ...] = ()
    needs: str = ""


def need(package: str, title: str) -> None:
    """Check that a package is installed; an empty name requires none.

    Raises:
        FormatError: ``format.package``.
    """
    if package and find_spec(package) is None:
        raise FormatError("format.package", format=title, package=package)


def _dealt(stream: Iterable[Annotated], options: Options) -> tuple[Iterable[Annotated], dict[str, str], int]:
    """Return the documents, the split of each by id, and the number of near-duplicates among them."""
    if options.split is None:
        return stream, {}, 0
    shares = splitting.parse(options.split)
    documents = list(stream) if isinstance(stream, Iterator) else stream
    candidates = [_candidate(annotated, options) for annotated in documents]
    copies = splitting.copies_of(candidates)
    alike = sum(size for size in Counter(copies.values()).values() if size > 1)
    return documents, splitting.deal(candidates, shares, options.seed, options.split_by, copies=copies), alike


def _candidate(annotated: Annotated, options: Options) -> Candidate:
    document, layers = annotated.document, options.layers
    labels = Counter((span.layer, span.label) for span in annotated.spans if not layers or span.layer in layers)
    return Candidate(
        id=document.id,
        split=None if options.split_anew else annotated.split,
        labels=labels,
        published=document.published,
        publisher=document.publisher,
        language=document.language if options.split_languages else None,
        sketch=sketch(document.text),
    )


def _report(documents: int, spans: int, losses: list[Loss], splits: dict[str, str]) -> Report:
    of_spans = [loss for loss in losses if loss.row == "span"]
    lost = {(loss.document, loss.id) for loss in of_spans if loss.kind is LossKind.LOST}
    changed = {(loss.document, loss.id) for loss in of_spans} - lost
    sizes = Counter(splits.values())
    return Report(
        documents=documents,
        spans=spans,
        changed=len(changed),
        lost=len(lost),
        losses=tuple(losses),
        splits=tuple((split, sizes[split]) for split in SPLITS) if splits else (),
        dealt=splits,
    )


class Census:
    """Counts of documents and spans, by split."""

    def __init__(self) -> None:
        self.documents: Counter[str] = Counter()  # by split
        self.spans: Counter[tuple[str, str, str]] = Counter()  # by split, layer, label
        self.languages: Counter[str] = Counter()
        self.publishers: Counter[str] = Counter()
        self.annotators: Counter[str] = Counter()
        self.origins: Counter[str] = Counter()
        self.characters = 0
        self.dates: list[str] = []  # first and last
        self._measuring = Measuring(shuffles=0)

    def add(self, fitted: Fitted, split: str) -> None:
        """Count an article."""
        document, spans = fitted.annotated.document, fitted.annotated.spans
        self.documents[split] += 1
        self.languages[document.language] += 1
        self.publishers[document.publisher or ""] += 1
        self.characters += len(document.text)
        if document.published:
            dates = [*self.dates, document.published]
            self.dates = [min(dates), max(dates)]
        for span in spans:
            self.spans[split, span.layer, span.label] += 1
            self.annotators[span.annotator] += 1
            self.origins[str(span.origin.kind)] += 1
        if (shared := common(fitted.annotated)) is not None:
            self._measuring.add(shared)

    @property
    def labels(self) -> list[tuple[str, str]]:
        """Each (layer, label) in the dataset, sorted."""
        return sorted({(layer, label) for _, layer, label in self.spans})

    def agreement(self) -> Agreement:
        """Return how far annotators agree on the articles that two of them finished; γ is not measured."""
        return self._measuring.agreement()
