"""The report of a merge: each person's changes, and what is refused, left out or still to be decided."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from annotator.editing.edits import Edit, EditKind
from annotator.editing.log.replaying import Dispute
from annotator.editing.log.row_keys import RowKey
from annotator.model.talk import Comment
from annotator.model.values import Span
from annotator.system.errors import QT_TRANSLATE_NOOP, AnnotatorError

_SHOWN = 80  # characters of a name in a message
_BY_MACHINE = frozenset({EditKind.SUGGEST, EditKind.DETECT})  # logged even if an article is only opened


class Trouble(StrEnum):
    """The kinds of problems that keep something from being merged unchanged."""

    OTHER_TEXT = "other_text"
    MISSING = "missing_article"
    DELETED = "deleted_article"
    DELETES = "deletes_article"
    UNKNOWN_LABEL = "unknown_label"
    OTHERS = "other_person"
    TWINS = "twins"


SENTENCES = {
    Trouble.OTHER_TEXT: QT_TRANSLATE_NOOP(
        "Merging", "{file} has a different text for “{name}”; nothing of this article is merged."
    ),
    Trouble.MISSING: QT_TRANSLATE_NOOP("Merging", "{file} has labels of an article that it lacks; they are left out."),
    Trouble.DELETED: QT_TRANSLATE_NOOP("Merging", "“{name}” was deleted here, but has new labels in a copy."),
    Trouble.DELETES: QT_TRANSLATE_NOOP("Merging", "“{name}” was deleted in a copy, so its labels here would go too."),
    Trouble.UNKNOWN_LABEL: QT_TRANSLATE_NOOP("Merging", "The label {name} is unknown here."),
    Trouble.OTHERS: QT_TRANSLATE_NOOP(
        "Merging", "{file} is the package of somebody else, but {name} worked in it too."
    ),
    Trouble.TWINS: QT_TRANSLATE_NOOP("Merging", "{name} labelled the same words twice, in two copies."),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeProblem:
    """A problem of a merge. ``key`` is its key in `Answers`, ``count`` the number of labels or edits concerned."""

    trouble: Trouble
    name: str
    key: str
    count: int
    file: str = ""

    def told(self, sentence: str) -> str:
        """Return a sentence of `SENTENCES`, perhaps translated, with the values filled in; a long name is cut."""
        name = self.name if len(self.name) <= _SHOWN else f"{self.name[:_SHOWN]}…"
        return sentence.format(file=self.file, name=name)


@dataclass(slots=True, kw_only=True)
class Came:
    """The number of one person's changes: articles, labels, comments, and conflicts with somebody else's changes."""

    annotator: str
    articles: int = 0
    new: int = 0
    changed: int = 0
    removed: int = 0
    comments: int = 0
    conflicts: int = 0


@dataclass(slots=True, kw_only=True)
class MergeResult:
    """The result of a merge: the numbers of new edits, changed spans and disputed rows, and the refused files.

    ``steps`` is the number of edits that people made, without those that only log what a machine suggested.
    ``refused`` has each file with the reason. ``people`` are sorted by name. ``backup`` is None if nothing was merged.
    """

    edits: int = 0
    steps: int = 0
    spans: int = 0
    disputes: int = 0
    refused: list[tuple[Path, AnnotatorError]] = field(default_factory=list)
    people: list[Came] = field(default_factory=list)
    problems: list[MergeProblem] = field(default_factory=list)
    backup: Path | None = None


def steps_in(edits: Iterable[Edit]) -> int:
    """Return how many of the edits people made."""
    return sum(edit.kind not in _BY_MACHINE for edit in edits)


def is_conflict(own: Iterable[Dispute]) -> bool:
    """Return whether people changed a row differently; a row that only waits for its label has a single side."""
    return any(len(each.said) > 1 for each in own)


def people_in(edits: Iterable[Edit], disputes: Mapping[RowKey, tuple[Dispute, ...]]) -> list[Came]:
    """Return the number of changes that each person's edits bring."""
    articles: dict[str, set[str]] = {}
    spans: dict[str, dict[str, tuple[bool, bool]]] = {}  # by person and span id: (there before, there after)
    comments: Counter[str] = Counter()
    for edit in edits:
        worked_in = () if edit.kind in _BY_MACHINE else edit.document_ids
        articles.setdefault(edit.annotator, set()).update(worked_in)
        own = spans.setdefault(edit.annotator, {})
        for change in edit.changes:
            row = change.after or change.before
            if isinstance(row, Span):
                there = own[row.id][0] if row.id in own else change.before is not None
                own[row.id] = there, change.after is not None
            elif isinstance(change.after, Comment) and change.before is None and change.after.text:
                comments[edit.annotator] += 1
    met = Counter(
        name
        for own in disputes.values()
        if is_conflict(own)
        for name in {s.annotator for each in own for s in each.said}
    )
    return [
        Came(
            annotator=name,
            articles=len(articles[name]),
            new=sum(ends == (False, True) for ends in own.values()),
            changed=sum(ends == (True, True) for ends in own.values()),
            removed=sum(ends == (True, False) for ends in own.values()),
            comments=comments[name],
            conflicts=met[name],
        )
        for name, own in sorted(spans.items())
    ]
