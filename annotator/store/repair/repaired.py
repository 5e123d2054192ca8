"""The report of a repair."""

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
        "relation": QT_TRANSLATE_NOOP("Repair", "Relations"),
        "identity": QT_TRANSLATE_NOOP("Repair", "Identities"),
        "document_state": QT_TRANSLATE_NOOP("Repair", "States of articles"),
        "document_label": QT_TRANSLATE_NOOP("Repair", "Labels of whole articles"),
        "sentence_mark": QT_TRANSLATE_NOOP("Repair", "Sentences marked as read, without labels"),
        "settled": QT_TRANSLATE_NOOP("Repair", "Adjudicated questions"),
        "comment": QT_TRANSLATE_NOOP("Repair", "Comments"),
        "assignment": QT_TRANSLATE_NOOP("Repair", "Assigned articles"),
        "review": QT_TRANSLATE_NOOP("Repair", "Reviews"),
        "package": QT_TRANSLATE_NOOP("Repair", "Packages"),
        "dispute": QT_TRANSLATE_NOOP("Repair", "Conflicts"),
        "annotator": QT_TRANSLATE_NOOP("Repair", "Annotators"),
        "edit": QT_TRANSLATE_NOOP("Repair", "Steps in the log"),
        "setting": QT_TRANSLATE_NOOP("Repair", "Settings"),
        "suggestion": QT_TRANSLATE_NOOP("Repair", "Suggestions"),
    }
)
"""The names on screen of the tables that a report counts, in the report's order."""

_FIRST = ("document", "document_text", "span", "relation", "identity", "document_state", "document_label")
_LAST = ("edit", "suggestion")


def sort_key(finding: "Finding") -> int:
    """Return a finding's rank in the report: people's decisions come before the log and suggestions."""
    if finding.table in _LAST:
        return len(_FIRST) + 1 + _LAST.index(finding.table)
    return _FIRST.index(finding.table) if finding.table in _FIRST else len(_FIRST)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A row that is lost, or saved but changed; ``why`` is the reason, a key of `mending.WHY`.

    ``was`` is the value that was left out, or that differs, if the reason names one. ``document`` and ``title`` are of
    its article. ``words`` describe the row: labelled words, a title, a kind of edit.
    """

    table: str
    row: str
    why: str
    document: str | None = None
    title: str = ""
    label: str = ""
    words: str = ""
    was: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RepairedEdit:
    """An edit of the log.

    ``titles`` are the titles of its articles, ``changes`` is the number of changed rows. ``label`` and ``words`` are
    those of the first changed span.
    """

    number: int
    id: str
    kind: str
    annotator: str
    at: str
    titles: tuple[str, ...]
    changes: int
    label: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """The newest backup that passes `check`; ``lacks`` are the saved edits that it does not have.

    ``labels`` is the number of its spans, ``holds`` how many of the lost spans it has.
    """

    path: Path
    labels: int
    holds: int
    lacks: tuple[RepairedEdit, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAside:
    """A log of earlier contents of an overwritten file; ``lacks`` are its edits that were not saved."""

    path: Path
    lacks: tuple[RepairedEdit, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """An article with findings, and the numbers of its saved and lost labels."""

    id: str
    title: str
    saved: int
    lost: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Repaired:
    """The report of a repair.

    Attributes:
        out: The new project.
        saved: The number of saved rows, by table.
        lost: The rows that are known to be lost.
        changed: The rows that were saved but changed.
        damaged: The number of unreadable pages and rows, by table; their content is only partly known.
        articles: The articles with lost or changed rows.
        foreign: Triggers, views and other objects that are not ours and were left out.
        own: The number of copied rows of tables that users added, by table.
        backup: The newest backup that passes `check`, or None.
        set_aside: The logs of earlier contents with edits that the new project lacks, the newest first.
        log_broken: Whether SQLite would have dropped stored edits, because the write-ahead log was damaged.
        steps_missing: How many edits are missing within the log of edits.
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
    set_aside: tuple[SetAside, ...] = ()
    log_broken: bool = False
    steps_missing: int = 0

    @property
    def whole(self) -> bool:
        """Whether nothing is known to be lost, changed or damaged."""
        return not (self.lost or self.changed or self.damaged or self.log_broken or self.steps_missing)

    def lost_in(self, table: str) -> int:
        """Count the lost rows of a table."""
        return sum(finding.table == table for finding in self.lost)
