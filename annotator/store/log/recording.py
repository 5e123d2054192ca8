"""Log entries for imports, deletions and suggestions, so that a replay of the log rebuilds every table."""

from collections import Counter
from collections.abc import Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from annotator.editing.edits import Change, Edit, EditKind, now
from annotator.model.values import (
    SCHEMA,
    UNDECIDED,
    Document,
    DocumentSplit,
    Part,
    Row,
    Setting,
    Suggestion,
)
from annotator.store import writing
from annotator.store.connection import Connection
from annotator.store.rows import DOCUMENT

_AT_MOST = 20_000  # rows of an import in one entry of the log, roughly


def creation(schema: str, annotator: str) -> Edit:
    """Return the first entry of a project's log, which holds the schema it was created with."""
    changes = (Change(after=Setting(name=SCHEMA, value=schema)),)
    return Edit(kind=EditKind.CREATE, annotator=annotator, changes=changes)


@dataclass(slots=True, kw_only=True)
class Imported:
    """Gathers the rows that an import adds, to log them; ``when`` is the time at which the documents are added."""

    annotator: str
    when: str = field(default_factory=now)
    _changes: list[Change] = field(default_factory=list)
    _about: list[tuple[str, int]] = field(default_factory=list)  # documents, each with the number of changes before it
    _left_out: Counter[tuple[str, str]] = field(default_factory=Counter)

    def add_document(self, document: Document, split: str | None, rows: Iterable[Row]) -> None:
        """Add a document and its rows; its text, which never changes, is not written to the log."""
        self._about.append((document.id, len(self._changes)))
        self._changes.append(Change(after=document))
        if split is not None:
            self._changes.append(Change(after=DocumentSplit(document=document.id, split=split)))
        self.add(rows)

    def add(self, rows: Iterable[Row]) -> None:
        """Add rows; undecided suggestions are not logged, only their number."""
        for row in rows:
            if isinstance(row, Suggestion) and row.state in UNDECIDED:
                self._left_out[row.source, row.version] += 1
            else:
                self._changes.append(Change(after=row))

    def logging(self, connection: Connection) -> Generator[None, None, None]:
        """Log the import, with pauses; a large import takes several entries, each with whole documents."""
        facts = _suggested(self._left_out)
        for about, changes in self._entries():
            edit = Edit(
                kind=EditKind.IMPORT,
                annotator=self.annotator,
                when=self.when,
                changes=changes,
                about=frozenset(about),
                facts=facts,
            )
            facts = {}
            yield from writing.logging(connection, edit)

    def _entries(self) -> Iterator[tuple[list[str], tuple[Change, ...]]]:
        about: list[str] = []
        first = 0
        for document, start in self._about:
            if start - first >= _AT_MOST:
                yield about, tuple(self._changes[first:start])
                about, first = [], start
            about.append(document)
        yield about, tuple(self._changes[first:])


def deletion(connection: Connection, ids: frozenset[str], annotator: str) -> Edit:
    """Return the log entry for documents about to be deleted; it names the documents, not their other rows."""
    changes = []
    for id_ in sorted(ids):
        found = connection.execute(DOCUMENT.select, {"id": id_}).fetchone()
        if found is not None:
            changes.append(Change(before=DOCUMENT.value(found, lambda _: "")))
    return Edit(kind=EditKind.DELETE, annotator=annotator, changes=tuple(changes), about=ids)


def suggesting(changes: Sequence[Change], document: str, held: Sequence[Part] | None, annotator: str) -> Edit:
    """Return the log entry for merged suggestions: undecided ones are only counted, decided ones logged in full.

    ``held`` are the sentences in which suggestions are held back; None leaves them as they are.
    """
    whole = tuple(change for change in changes if not (_is_open(change.before) and _is_open(change.after)))
    rows = (change.after for change in changes)
    facts = _suggested(Counter((row.source, row.version) for row in rows if isinstance(row, Suggestion)))
    if held is not None:
        facts["held"] = [list(sentence) for sentence in held]
    about = frozenset({document})
    return Edit(kind=EditKind.SUGGEST, annotator=annotator, changes=whole, about=about, facts=facts)


def detection(before: Document, language: str, annotator: str) -> Edit:
    """Return the log entry for a document's detected language."""
    change = Change(before=replace(before, text=""), after=replace(before, text="", language=language))
    return Edit(kind=EditKind.DETECT, annotator=annotator, changes=(change,))


def _is_open(row: Row | None) -> bool:
    return row is None or (isinstance(row, Suggestion) and row.state in UNDECIDED)


def _suggested(counts: Counter[tuple[str, str]]) -> dict[str, Any]:
    """Return the numbers of suggestions as facts of an edit, [source, version, number], or {} if there are none."""
    return {"suggested": [[*made, count] for made, count in sorted(counts.items())]} if counts else {}
