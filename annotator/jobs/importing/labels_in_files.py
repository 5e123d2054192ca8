"""The labels in files, and their names in the project."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from annotator.formats.problem import Problem
from annotator.formats.shared.vocabulary import Vocabulary

LEFT_OUT = ""
"""The target of labels that nobody wants."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FileLabel:
    """A label in files, its count, and the (layer, label) of the project that it becomes.

    ``found`` is None if the project has no such label, or nobody wants it.
    """

    label: str
    count: int
    found: tuple[str, str] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordingVocabulary(Vocabulary):
    """A vocabulary that records the labels looked up; ``missed`` counts those without a result."""

    counts: dict[str, int] = field(default_factory=dict)
    answers: dict[str, tuple[str, str] | None] = field(default_factory=dict)
    missed: Counter[str] = field(default_factory=Counter)

    def label(self, label: str, layer: str | None) -> tuple[str, str] | None:
        """Return (layer, label) like `Vocabulary.label`, and record the look-up."""
        found = Vocabulary.label(self, label, layer)  # super() breaks in a class with slots before 3.14
        self.counts[label] = self.counts.get(label, 0) + 1
        self.answers[label] = self.answers.get(label) or found
        if found is None:
            self.missed[label] += 1
        return found

    def add(self, counts: Mapping[str, int], answers: Mapping[str, tuple[str, str] | None]) -> None:
        """Add the look-ups of another vocabulary."""
        for name, count in counts.items():
            self.counts[name] = self.counts.get(name, 0) + count
            self.answers[name] = self.answers.get(name) or answers[name]

    def found_labels(self) -> tuple[FileLabel, ...]:
        """Return the labels looked up, the most frequent first."""
        names = sorted(self.counts, key=lambda name: (-self.counts[name], name))
        return tuple(FileLabel(label=name, count=self.counts[name], found=self.answers[name]) for name in names)

    def wanted_out(self, problem: Problem) -> bool:
        """Return whether a problem is about a label that somebody chose to leave out."""
        return problem.code == "row.label" and self.renamed.get(problem.details["label"]) == LEFT_OUT


def merged(labels: Iterable[FileLabel]) -> tuple[FileLabel, ...]:
    """Merge the counts of each label, the most frequent first."""
    counts: Counter[str] = Counter()
    found: dict[str, tuple[str, str] | None] = {}
    for one in labels:
        counts[one.label] += one.count
        found[one.label] = found.get(one.label) or one.found
    names = sorted(counts, key=lambda name: (-counts[name], name))
    return tuple(FileLabel(label=name, count=counts[name], found=found[name]) for name in names)


def recording(vocabulary: Vocabulary) -> RecordingVocabulary:
    """Return a recording vocabulary with the same results."""
    renamed: Mapping[str, str] = vocabulary.renamed
    return RecordingVocabulary(schema=vocabulary.schema, renamed=renamed)
