"""What a repair came to, as values."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from annotator.system.errors import QT_TRANSLATE_NOOP

TABLES: Mapping[str, str] = MappingProxyType(
    {
        "document": QT_TRANSLATE_NOOP("Repair", "Articles"),
        "document_text": QT_TRANSLATE_NOOP("Repair", "Texts"),
        "span": QT_TRANSLATE_NOOP("Repair", "Labels"),
        "relation": QT_TRANSLATE_NOOP("Repair", "Links"),
        "identity": QT_TRANSLATE_NOOP("Repair", "Identities"),
        "document_state": QT_TRANSLATE_NOOP("Repair", "States of articles"),
        "document_label": QT_TRANSLATE_NOOP("Repair", "Labels of whole articles"),
        "sentence_mark": QT_TRANSLATE_NOOP("Repair", "Sentences read and empty"),
        "edit": QT_TRANSLATE_NOOP("Repair", "Steps in the log"),
        "setting": QT_TRANSLATE_NOOP("Repair", "Settings"),
        "suggestion": QT_TRANSLATE_NOOP("Repair", "Suggestions"),
    }
)
"""What the tables that people know are called, in the order in which they are counted."""

_FIRST = ("document", "document_text", "span", "relation", "identity", "document_state", "document_label")
_LAST = ("edit", "suggestion")


def sort_key(finding: "Finding") -> int:
    """Return a finding's place among others: what people have decided comes before the log and suggestions."""
    if finding.table in _LAST:
        return len(_FIRST) + 1 + _LAST.index(finding.table)
    return _FIRST.index(finding.table) if finding.table in _FIRST else len(_FIRST)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A row that is lost, or saved otherwise than it was: ``why`` is a key of `mending.WHY`.

    ``document`` and ``title`` name its article, ``words`` what is known of it: labelled words, a title, a step.
    """

    table: str
    row: str
    why: str
    document: str | None = None
    title: str = ""
    label: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """An edit of the log.

    ``titles`` are the articles that it was about, ``changes`` how many rows it changed, ``words`` the labelled words of
    the first of them.
    """

    number: int
    id: str
    kind: str
    annotator: str
    at: str
    titles: tuple[str, ...]
    changes: int
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """The newest backup that passes `check`: ``lacks`` are the steps that were made since.

    ``labels`` is how many spans it has, ``holds`` how many of the labels that are lost.
    """

    path: Path
    labels: int
    holds: int
    lacks: tuple[Step, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """An article that something was wrong with, and how many of its labels were saved and lost."""

    id: str
    title: str
    saved: int
    lost: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Repaired:
    """The report of a repair.

    Attributes:
        out: The new project.
        saved: How many rows were saved, by table.
        lost: Rows that are known to be lost.
        changed: Rows that were saved otherwise than they were.
        damaged: Pages and rows that could not be read, by table; what stood there is only known in part.
        articles: The articles concerned.
        foreign: Triggers, views and other objects that are none of ours; they were left out.
        own: Rows of the user's own tables that were kept, by table.
        backup: The newest good backup.
        log_broken: Whether steps in the write-ahead log were lost that had been stored.
        steps_missing: How many steps are missing in the midst of the log of edits.
    """

    out: Path
    saved: Mapping[str, int]
    lost: tuple[Finding, ...] = ()
    changed: tuple[Finding, ...] = ()
    damaged: Mapping[str, int]
    articles: tuple[Article, ...] = ()
    foreign: tuple[str, ...] = ()
    own: Mapping[str, int]
    backup: Backup | None = None
    log_broken: bool = False
    steps_missing: int = 0

    @property
    def whole(self) -> bool:
        """Tell whether nothing is known to be lost or changed."""
        return not (self.lost or self.changed or self.damaged or self.log_broken or self.steps_missing)

    def lost_in(self, table: str) -> int:
        """Count the lost rows of a table."""
        return sum(finding.table == table for finding in self.lost)
