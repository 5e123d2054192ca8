"""Copy a project whose file was overwritten, unless the copy would mix pages of both.

SQLite keeps only some pages in memory and reads the others from the file. If the file now holds an earlier state of the
same project, the mixture may even look sound.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

from annotator.editing.log.replaying import replayed
from annotator.editing.log.row_keys import RowKey, document_of, key_of
from annotator.model.values import DocumentLabel, DocumentState, Row, SentenceMark, Span
from annotator.store import copies
from annotator.store.checks import checking
from annotator.store.checks.contents import Contents, continues, opened_alone
from annotator.store.connection import Connection, Error
from annotator.store.reader import Reader
from annotator.store.row_json import UNREADABLE
from annotator.store.rows import TABLES
from annotator.store.sqlite_errors import backups
from annotator.system.errors import QT_TRANSLATE_NOOP, StoreError

_OF_PAGES = frozenset("store.damaged store.bad_copy store.not_sqlite store.altered_tables store.failed".split())
_PARTS = QT_TRANSLATE_NOOP("Errors", "parts of it are missing")
_COMPARED = (Span, DocumentState, DocumentLabel, SentenceMark)  # people's work in an article


def copy_to(
    connection: Connection,
    path: Path,
    target: Path,
    stopped: Callable[[], bool] | None,
    *,
    known: Contents | None,
) -> None:
    """Write a copy through the open connection of an overwritten file, unless pages of the project are missing.

    ``known`` identifies the last state that this program saw in the file, None if it saw none; a copy that does not
    continue from that state is refused.

    Raises:
        StoreError: ``store.not_rescued``, or as for `copies.copy_to`.
    """

    def check(made: Path) -> None:
        with opened_alone(made) as copy:
            if known is not None and not continues(copy, known):
                raise _refused(path, QT_TRANSLATE_NOOP("Errors", "its last steps are missing"))
            if checking.faults(copy) or any(_contradictions(copy, made)):
                raise _refused(path, _PARTS)

    try:
        copies.copy_to(connection, target, stopped, check)
    except StoreError as error:
        if error.code not in _OF_PAGES:
            raise
        raise _refused(path, _PARTS) from error
    except (Error, *UNREADABLE) as error:
        raise _refused(path, _PARTS) from error


def _refused(path: Path, reason: str) -> StoreError:
    return StoreError("store.not_rescued", file=path.name, reason=reason, backups=backups(path))


def _contradictions(connection: Connection, made: Path) -> Iterator[RowKey]:
    """Yield the keys of rows that are not as the log of edits says."""
    logged = replayed(Reader(connection, made).log.whole()).rows
    stored = dict(_rows(connection))
    there = {id_ for (id_,) in connection.execute("SELECT id FROM document")}
    for key, row in logged.items():
        if type(row) in _COMPARED and document_of(row) in there and stored.get(key) != row:
            yield key


def _rows(connection: Connection) -> Iterator[tuple[RowKey, Row]]:
    for table in map(TABLES.__getitem__, _COMPARED):
        for found in connection.execute(f"SELECT {', '.join(table.read)} FROM {table.name}"):  # noqa: S608  # ours
            row: Row = table.value(found, lambda _: "")
            yield key_of(row), row
