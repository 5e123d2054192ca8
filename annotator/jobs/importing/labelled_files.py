"""Reading labelled files one by one, and collecting their labels."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple, TypeAlias

from annotator.corpus.reader_table import MOST_ARTICLES
from annotator.formats.base import Importer, ReadOptions
from annotator.formats.problem import Problem
from annotator.formats.registry import importer
from annotator.formats.shared.target import distinct_names
from annotator.formats.shared.vocabulary import Vocabulary
from annotator.model.values import Annotated
from annotator.processes import limited
from annotator.processes.limited import Begun, Event, Limits, Patience, Yielded
from annotator.system.errors import AnnotatorError, FormatError, TextError

LEFT_OUT = ""
"""The value in `Vocabulary.renamed` for labels that the user left out."""


Key: TypeAlias = tuple[str | None, str]
"""A label in files: its layer, or None if the project has that layer, and the label itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FileLabel:
    """A label found in files, how often it occurs, and the project's (layer, label) for it.

    ``found`` is None if the project lacks the label, or the user left it out. ``layer`` is the layer in the files, or
    None if the project has that layer. ``above`` are the broader labels that the files name, narrowest first.
    """

    label: str
    count: int
    found: tuple[str, str] | None
    layer: str | None = None
    above: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The key of the label in `Vocabulary.renamed`."""
        return self.label if self.layer is None else f"{self.layer}.{self.label}"


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordingVocabulary(Vocabulary):
    """A vocabulary that records each look-up of a label; ``missed`` counts the look-ups without a result.

    ``known`` keeps the key and the result of each pair of label and layer, as files repeat few of them often.
    """

    counts: dict[Key, int] = field(default_factory=dict)
    answers: dict[Key, tuple[str, str] | None] = field(default_factory=dict)
    missed: Counter[str] = field(default_factory=Counter)
    parents: dict[str, str] = field(default_factory=dict)
    known: dict[tuple[str, str | None], tuple[Key, tuple[str, str] | None]] = field(default_factory=dict, repr=False)

    def label(self, label: str, layer: str | None) -> tuple[str, str] | None:
        """Return (layer, label) like `Vocabulary.label`, and record the look-up."""
        asked = label, layer
        if asked not in self.known:
            found = Vocabulary.label(self, label, layer)  # super() breaks in a class with slots before 3.14
            self.known[asked] = (self._foreign(layer), label), found
        key, found = self.known[asked]
        self.counts[key] = self.counts.get(key, 0) + 1
        self.answers[key] = self.answers.get(key) or found
        if found is None:
            self.missed[label] += 1
        return found

    def add_broader(self, label: str, parent: str) -> None:
        """Record the broader label that the file names for a label; only the first one counts."""
        self.parents.setdefault(label, parent)

    def add(self, heard: "LookUps") -> None:
        """Add the look-ups of another vocabulary, so that the counts cover both."""
        for key, count in heard.counts.items():
            self.counts[key] = self.counts.get(key, 0) + count
            self.answers[key] = self.answers.get(key) or heard.answers[key]
        self.parents.update({**heard.parents, **self.parents})

    def found_labels(self) -> tuple[FileLabel, ...]:
        """Return the labels looked up, the most frequent first."""
        return merged(
            FileLabel(label=label, count=count, found=self.answers[layer, label], layer=layer, above=self._above(label))
            for (layer, label), count in self.counts.items()
        )

    def wanted_out(self, problem: Problem) -> bool:
        """Return whether a problem is only about a label that the user left out on purpose."""
        label, layer = problem.details.get("label", ""), problem.details.get("layer")
        return problem.code == "row.label" and self.chosen(label, layer) == LEFT_OUT

    def _above(self, label: str) -> tuple[str, ...]:
        found: list[str] = []
        while (label := self.parents.get(label, "")) and label not in found:
            found.append(label)
        return tuple(found)

    def _foreign(self, layer: str | None) -> str | None:
        known = () if self.schema is None else self.schema.layers
        return None if any(each.id == layer for each in known) else layer


def broader_ones(labels: Iterable[FileLabel]) -> dict[str, str]:
    """Map each label in files to its next broader label; labels without one are missing."""
    chains = [(one.label, *one.above) for one in labels]
    return {narrow: broad for chain in chains for narrow, broad in pairwise(chain)}


def merged(labels: Iterable[FileLabel]) -> tuple[FileLabel, ...]:
    """Merge entries for the same label and add up their counts; the most frequent label comes first."""
    found: dict[Key, FileLabel] = {}
    for one in labels:
        before = found.get((one.layer, one.label))
        found[one.layer, one.label] = (
            one
            if before is None
            else replace(
                before,
                count=before.count + one.count,
                found=before.found or one.found,
                above=before.above or one.above,
            )
        )
    return tuple(sorted(found.values(), key=lambda one: (-one.count, one.label, one.layer or "")))


def recording(vocabulary: Vocabulary) -> RecordingVocabulary:
    """Return a vocabulary that gives the same results and records the look-ups."""
    return RecordingVocabulary(schema=vocabulary.schema, renamed=vocabulary.renamed)


_SHOWN = 3  # records shown when the user chooses their fields
_MOST_PROBLEMS = 10_000  # problems of a file listed one by one; further problems are only counted


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelledFile:
    """A labelled file: its format, and how many documents and spans it has.

    ``left_out`` counts the labels that the project lacks or that the user left out. ``name`` is the file name; it
    includes folders if another file has the same name.
    """

    path: Path
    name: str
    format: str
    documents: int
    spans: int
    left_out: int = 0


class WithLabels(NamedTuple):
    """The contents of labelled files. ``files`` are those with documents, in the order of ``annotated``."""

    annotated: tuple[Annotated, ...]
    files: tuple[LabelledFile, ...]
    labels: tuple[FileLabel, ...]
    failures: tuple[tuple[Path, AnnotatorError], ...]
    problems: tuple[Problem, ...]


class LookUps(NamedTuple):
    """The labels looked up in one file, as `RecordingVocabulary` records them, and the names its format does not know.

    ``unknown`` has the number of records with each of these names.
    """

    counts: dict[Key, int]
    answers: dict[Key, tuple[str, str] | None]
    missed: Counter[str]
    parents: dict[str, str]
    unknown: Counter[str]


def read_one(item: tuple[Path, str], options: ReadOptions) -> Iterator[Annotated | Problem | LookUps]:
    """Yield the documents and problems of a file in the named format, then the labels looked up in it.

    Raises:
        AnnotatorError: Any error that the format's importer raises.
    """
    path, name = item
    vocabulary = recording(options.vocabulary)
    look_ups = LookUps(vocabulary.counts, vocabulary.answers, vocabulary.missed, vocabulary.parents, Counter())
    found = importer(name).read(path, replace(options, vocabulary=vocabulary))
    try:
        yield from _limited(_once(found, look_ups.unknown), vocabulary, path.name)
    except Exception:
        yield look_ups
        raise
    yield look_ups


def read_labelled(
    wanted: Sequence[tuple[Path, Importer]],
    options: ReadOptions,
    progress: Callable[[int], None],
    patience: Patience | None = None,
) -> WithLabels:
    """Read labelled files, each with its importer; a file that cannot be read doesn't stop the others."""
    gathered = _Gathered([path for path, _ in wanted], recording(options.vocabulary))
    items = [(path, found.name) for path, found in wanted]
    files = [_OpenFile(path, name) for path, name in items]
    limits = None if patience is None else lambda item: patience.of(item[0])
    for event in limited.each(read_one, items, (options,), limits):
        file = files[event.place]
        if isinstance(event, Begun):
            progress(event.place)
        elif isinstance(event, Yielded):
            gathered.take(file, event.value)
        else:
            gathered.end(file, event, (patience or Patience()).of(file.path))
    progress(len(wanted))
    return gathered.everything()


def _once(found: Iterable[Annotated | Problem], unknown: Counter[str]) -> Iterator[Annotated | Problem]:
    """Drop problems about an unknown name after the first, and count the records that have it in ``unknown``."""
    for entry in found:
        name = entry.unknown if isinstance(entry, Problem) else None
        if name is not None and (name in unknown or len(unknown) < _MOST_PROBLEMS):
            unknown[name] += 1
            if unknown[name] > 1:
                continue
        yield entry


def _limited(
    found: Iterator[Annotated | Problem], vocabulary: RecordingVocabulary, file: str
) -> Iterator[Annotated | Problem]:
    """Drop problems about labels that the user left out; after `_MOST_PROBLEMS`, only count further problems."""
    count = documents = shown = 0
    dropped: set[bool] = set()  # for each dropped problem, whether it says that something could not be read
    for entry in found:
        if not isinstance(entry, Problem):
            documents += 1
            if documents > MOST_ARTICLES:
                raise TextError("text.many", file=file, limit=MOST_ARTICLES)
            yield entry
        elif not vocabulary.wanted_out(entry):
            count += 1
            if "shown" in entry.details:
                shown += 1
            if count <= _MOST_PROBLEMS:
                yield entry if shown <= _SHOWN else _without_rows(entry)
            else:
                dropped.add(entry.unread)
    if dropped:
        code = "file.more_unread" if True in dropped else "file.more"
        yield Problem(file=file, line=0, code=code, details={"count": str(count)})


def _without_rows(problem: Problem) -> Problem:
    return replace(problem, details={name: value for name, value in problem.details.items() if name != "shown"})


@dataclass(slots=True)
class _OpenFile:
    """A file that is being read: its path, the name of its format, and what was found in it so far."""

    path: Path
    format: str
    annotated: list[Annotated] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    missed: int = 0  # labels that the project lacks or the user left out


class _Gathered:
    """Collects the contents of labelled files, one file after the other."""

    def __init__(self, paths: Sequence[Path], vocabulary: RecordingVocabulary) -> None:
        self._names = distinct_names(paths)
        self._vocabulary = vocabulary
        self._annotated: list[Annotated] = []
        self._files: list[LabelledFile] = []
        self._problems: list[Problem] = []
        self._failures: list[tuple[Path, AnnotatorError]] = []

    def take(self, file: _OpenFile, found: Annotated | Problem | LookUps) -> None:
        if isinstance(found, Problem):
            if "shown" in found.details:
                found = replace(found, details={**found.details, "path": str(file.path)})
            own = found.file == file.path.name
            file.problems.append(replace(found, file=self._names[file.path]) if own else found)
        elif isinstance(found, LookUps):
            file.missed = found.missed.total()
            file.problems = [each.in_records(found.unknown[each.unknown or ""]) for each in file.problems]
            self._vocabulary.add(found)
        else:
            file.annotated.append(found)

    def end(self, file: _OpenFile, event: Event, limits: Limits) -> None:
        name, count = self._names[file.path], len(file.annotated)
        error = limited.failure(event, file.path.name, limits, count)
        if error is None and not count and not file.problems:
            error = FormatError("format.nothing", file=name)
        if error is not None:
            self._failures.append((file.path, error))
        self._problems += sorted(file.problems, key=lambda problem: (problem.file, problem.line))
        if count:
            spans = sum(len(entry.spans) + len(entry.suggestions) for entry in file.annotated)
            self._files.append(
                LabelledFile(
                    path=file.path, name=name, format=file.format, documents=count, spans=spans, left_out=file.missed
                )
            )
        self._annotated += file.annotated

    def everything(self) -> WithLabels:
        return WithLabels(
            annotated=tuple(self._annotated),
            files=tuple(self._files),
            labels=self._vocabulary.found_labels(),
            failures=tuple(self._failures),
            problems=tuple(self._problems),
        )
