"""Repair a project: salvage a damaged file into a new one, and report what was saved and lost.

The damaged file is only read, and none of its SQL is run. Its rows are read page by page (`pages`, `salvage`), mended
where nothing needs to be invented (`mending`) and stored in a file made by the usual migrations (`rebuilding`).
"""

import errno
import os
import sqlite3
import stat
from collections import Counter
from collections.abc import Callable
from contextlib import ExitStack, closing, suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from annotator.processes.worker import Progress, no_progress
from annotator.store import copies, file
from annotator.store.connection import Connection, Error
from annotator.store.repair.broken_logs import DAMAGED
from annotator.store.repair.pages import Value
from annotator.store.repair.raw_copies import copy_damaged, copy_raw
from annotator.store.repair.rebuilding import Rebuilder
from annotator.store.repair.repaired import Article, Backup, Finding, Repaired, sort_key
from annotator.store.repair.salvage import Object, Salvaged, collect
from annotator.store.repair.set_aside import set_aside, steps
from annotator.store.repair.shapes import SHAPES
from annotator.store.sqlite_errors import backups, sqlite_errors
from annotator.store.store import Store
from annotator.system import disk
from annotator.system.errors import AnnotatorError, StoreError
from annotator.system.lock import Lock
from annotator.system.staging import room

_LONGEST = 1_000_000  # characters of a user's CREATE TABLE statement


def objects_of(connection: sqlite3.Connection) -> tuple[Object, ...]:
    """Return the tables, indexes, views and triggers in a database's schema."""
    rows = connection.execute("SELECT type, name, rootpage, coalesce(sql, '') FROM sqlite_schema")
    return tuple(Object(kind=kind, name=name, root=root, sql=sql) for kind, name, root, sql in rows)


def keep_own_tables(found: Salvaged, target: sqlite3.Connection) -> dict[str, int]:
    """Copy the tables that users added: columns and values, without constraints, defaults and triggers.

    Return the number of copied rows by table.
    """
    kept: dict[str, int] = {}
    taken = {each.name.casefold() for each in objects_of(target)}
    for each in found.objects:
        wanted = each.kind == "table" and each.name in found.faults and each.name not in SHAPES
        if not wanted or each.name.casefold() in taken or each.name.startswith("sqlite_"):
            continue
        columns = _columns(each.sql, found.widest(each.name))
        if columns is None:
            continue
        names, numbered = columns
        target.execute(f"CREATE TABLE {_name(each.name)} ({', '.join(map(_name, names))})")
        places = ", ".join("?" for _ in names)
        filled = (
            [_of_own(row, place, numbered, number) for place in range(len(names))]
            for number, row in found.own_rows(each.name)
        )
        insert = target.executemany(f"INSERT INTO {_name(each.name)} VALUES ({places})", filled)  # noqa: S608  # quoted
        kept[each.name] = insert.rowcount
    return kept


def _of_own(row: list[Value], place: int, numbered: int | None, number: int) -> Value:
    value = row[place] if place < len(row) else None
    return number if value is None and place == numbered else value


def _columns(sql: str, most: int) -> tuple[list[str], int | None] | None:
    """Return a table's stored columns and the index of its rowid column, or None if ``sql`` makes no table.

    The statement is tried in an empty database in memory, where it can do no harm. If it fails, ``most`` columns are
    named by number.
    """
    if sql[:12].upper() != "CREATE TABLE":
        return None
    try:
        with closing(sqlite3.connect(":memory:")) as trial:
            trial.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST)
            trial.set_authorizer(_only_tables)  # CREATE TABLE … AS SELECT may run for ever
            trial.execute(sql)
            trial.set_authorizer(None)
            (name,) = trial.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchone()
            found = list(trial.execute(f"PRAGMA table_xinfo({_name(name)})"))
    except sqlite3.Error:
        return [f"column{place}" for place in range(most)] or ["column0"], None
    stored = [row for row in found if row[6] != 2]  # generated columns are not in the record
    numbered = next((place for place, row in enumerate(stored) if row[5] and row[2].upper() == "INTEGER"), None)
    keys = sum(bool(row[5]) for row in stored)
    return [row[1] for row in stored], numbered if keys == 1 else None


def _only_tables(action: int, *_arguments: object) -> int:
    denied = {sqlite3.SQLITE_SELECT, sqlite3.SQLITE_RECURSIVE, sqlite3.SQLITE_ATTACH, sqlite3.SQLITE_CREATE_VTABLE}
    return sqlite3.SQLITE_DENY if action in denied else sqlite3.SQLITE_OK


def _name(name: str) -> str:
    quoted = name.replace('"', '""').replace("\0", "")
    return f'"{quoted}"'


_MOST_BACKUPS = 12
_COUNTED = tuple(name for name in SHAPES if name != "_sqlite_migrations")
_QUIET = frozenset({"document_tokens", "document_number", "claim_index", "claim_words", "row_head"})  # rebuilt anyway


def repair(path: Path, out: Path, *, progress: Progress = no_progress) -> Repaired:
    """Salvage a damaged project into a new file; nothing is left of the new file if this fails.

    Args:
        path: The damaged project, which is only read.
        out: The new file.
        progress: Called with the numbers of steps done and in total.

    Raises:
        StoreError: ``store.exists``, ``store.missing``, ``store.locked`` if the project is open for writing,
        ``repair.nothing`` if nothing could be saved, or the new file cannot be written.
    """
    if out.exists() or out.is_symlink():
        raise StoreError("store.exists", file=out)
    source = _source(path)
    with ExitStack() as held:
        _lock(source, held)
        try:
            folder = held.enter_context(room(out))
            copy, log = copy_damaged(source, folder)
        except OSError as error:
            raise _unwritten(out, error) from error
        with sqlite_errors(out, unwritten="format.target"):
            return _repair(path, out, folder, copy, log, _by_hundredths(progress))


def _source(path: Path) -> Path:
    """Return a path with its links followed.

    Raises:
        StoreError: ``store.missing``, or the path is not that of a readable file.
    """
    try:
        found = path.resolve()
        if not stat.S_ISREG(found.stat().st_mode):
            raise StoreError("store.not_sqlite", file=path.name)
    except FileNotFoundError:
        raise StoreError("store.missing", file=path) from None
    except (OSError, RuntimeError) as error:
        raise StoreError("text.missing", file=path, reason=getattr(error, "strerror", None) or error) from error
    return found


def _lock(path: Path, held: ExitStack) -> None:
    """Lock the project against writers. If the folder allows no lock file, nobody can write there either.

    Raises:
        StoreError: ``store.locked``.
    """
    with suppress(OSError):
        held.callback(Lock(path).release)


def _unwritten(out: Path, error: OSError) -> StoreError:
    return StoreError("format.target", file=out, reason=disk.reason(error))


def _repair(path: Path, out: Path, folder: Path, copy: Path, log: Path | None, progress: Progress) -> Repaired:
    made = folder / out.name
    file.make(made)
    with closing(file.connect(made, read_only=False)) as target:
        file.migrate(target, made, read_only=False)
        usual = objects_of(target)
        found = collect(copy, log, folder / "found", usual, progress)
        with closing(found.rows), ExitStack() as held:
            best = _newest_good(path, folder, held)
            connection = best[1] if best is not None else None
            rebuilder = Rebuilder(found, target, connection)
            rebuilder.fill(progress)
            if not _count(target, "document") and (found.faults_in_all or not found.count("setting")):
                raise StoreError("repair.nothing", file=path.name, backups=backups(path))
            own = keep_own_tables(found, target)
            report = _report(out, found, rebuilder, target, own, usual)
            if best is not None:
                report = replace(report, backup=_backup(best[0], best[1], target, rebuilder.lost))
        report = replace(report, set_aside=set_aside(path, target))
        target.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    with suppress(OSError):
        (folder / "found").unlink()
    try:
        copies.settle(made, out)
    except OSError as error:
        raise _unwritten(out, error) from error
    return report


# Backups


def _newest_good(path: Path, folder: Path, held: ExitStack) -> tuple[Path, Connection] | None:
    """Return the newest backup that passes `check`, and a connection to a migrated copy of it, or None."""
    for number, backup in enumerate(_backups(path)):
        copy = folder / f"backup-{number}{copies.SUFFIX}"
        try:
            _copies_of_backup(backup, copy)
            with closing(Store.open(copy)) as store:
                if store.check():
                    continue
            connection = file.connect(copy, read_only=True)
        except (AnnotatorError, OSError, Error):
            continue
        held.callback(connection.close)
        return backup, connection
    return None


def _backups(path: Path) -> list[Path]:
    """Return a project's newest backups, at most 12, the newest first."""
    try:
        found = [each for each in backups(path).glob(f"*{copies.SUFFIX}") if _may_be_good(each)]
        return sorted(found, key=lambda each: (each.stat().st_mtime_ns, each.name), reverse=True)[:_MOST_BACKUPS]
    except OSError:
        return []


def copy_backup(backup: Path, target: Path) -> None:
    """Copy a backup to an unused path.

    Raises:
        StoreError: ``store.exists``, or the copy cannot be written.
    """
    try:
        with room(target) as folder:
            made = folder / target.name
            _copies_of_backup(backup, made)
            with closing(Store.open(made)):  # folds its log into the file
                pass
            copies.settle(made, target)
    except OSError as error:
        raise _unwritten(target, error) from error


def _may_be_good(path: Path) -> bool:
    return path.is_file() and not path.is_symlink() and not path.name.endswith(DAMAGED)


def _copies_of_backup(backup: Path, copy: Path) -> None:
    copy_raw(backup, copy)
    log = backup.with_name(backup.name + "-wal")
    if log.is_file():
        copy_raw(log, copy.with_name(copy.name + "-wal"))


def _backup(path: Path, backup: Connection, target: Connection, lost: list[Finding]) -> Backup:
    there = {id_ for (id_,) in backup.execute("SELECT id FROM edit")}
    spans = {id_ for (id_,) in backup.execute("SELECT id FROM span")}
    gone = {finding.row for finding in lost if finding.table == "span"}
    lacks = tuple(step for step in steps(target) if step.id not in there)
    return Backup(path=path, labels=len(spans), holds=len(gone & spans), lacks=lacks)


def put_in_place(path: Path, repaired: Path) -> Path:
    """Rename a damaged project, and move the repaired one to its place; return the damaged project's new path.

    Nothing is overwritten. The write-ahead log is renamed too, or SQLite would use it for the repaired project.

    Raises:
        StoreError: One of the files cannot be moved; then all files are where they were.
    """
    stamp = datetime.now().astimezone().strftime("%Y-%m-%d-%H%M%S")
    aside = path.with_name(f"{path.stem}.damaged-{stamp}{copies.SUFFIX}")
    moved: list[tuple[Path, Path]] = []
    try:
        for kind in ("", "-wal", "-shm"):  # the file first: without its log, it would open without its last steps
            old, new = (each.with_name(each.name + kind) for each in (path, aside))  # of a link, the link itself
            if os.path.lexists(new):
                raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))
            if os.path.lexists(old):
                old.rename(new)
                moved.append((old, new))
        repaired.rename(path)
        moved.append((repaired, path))
        disk.sync_names(path.parent)
    except OSError as error:
        for old, new in reversed(moved):
            with suppress(OSError):
                new.rename(old)
        raise StoreError("format.target", file=path, reason=disk.reason(error)) from error
    return aside


# The report


def _report(
    out: Path,
    found: Salvaged,
    rebuilder: Rebuilder,
    target: Connection,
    own: dict[str, int],
    usual: tuple[Object, ...],
) -> Repaired:
    saved = {name: _count(target, name) for name in _COUNTED}
    damaged = {
        name: len(set(faults.pages)) + faults.cells
        for name, faults in found.faults.items()
        if (faults.pages or faults.cells) and name not in _QUIET
    }
    return Repaired(
        out=out,
        saved=saved,
        lost=tuple(sorted(rebuilder.lost, key=sort_key)),
        changed=tuple(sorted(rebuilder.changed, key=sort_key)),
        damaged=damaged,
        articles=_articles(rebuilder),
        foreign=_foreign(found, usual, own),
        own=own,
        log_broken=found.log_broken,
        steps_missing=rebuilder.states.missing,
    )


def _count(connection: Connection, table: str) -> int:
    (count,) = connection.execute(f"SELECT count(*) FROM {table}").fetchone()  # noqa: S608  # names of ours
    return int(count)


def _articles(rebuilder: Rebuilder) -> tuple[Article, ...]:
    titles: dict[str, str] = {}
    lost: Counter[str] = Counter()
    for finding in (*rebuilder.lost, *rebuilder.changed):
        if finding.document is not None:
            titles[finding.document] = titles.get(finding.document) or finding.title
    for finding in rebuilder.lost:
        if finding.document is not None and finding.table == "span":
            lost[finding.document] += 1
    return tuple(
        Article(id=id_, title=title, saved=rebuilder.labels[id_], lost=lost[id_]) for id_, title in titles.items()
    )


def _foreign(found: Salvaged, usual: tuple[Object, ...], own: dict[str, int]) -> tuple[str, ...]:
    """Return kind and name of the objects that were left out: not ours, and no copied tables."""
    ours = {each.name for each in usual}
    left = (each for each in found.objects if each.name not in ours and each.name not in own)
    return tuple(f"{each.kind} {each.name}" for each in left if not each.name.startswith("sqlite_"))


def _by_hundredths(progress: Progress) -> Callable[[int, int], None]:
    """Limit a progress callback to one call per percent."""
    last = -1

    def report_percent(done: int, total: int) -> None:
        nonlocal last
        share = done * 100 // max(1, total)
        if share != last:
            last = share
            progress(done, total)

    return report_percent
