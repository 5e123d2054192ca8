"""The user's own tables in a damaged file, kept as data."""

import sqlite3
from contextlib import closing

from annotator.store.repair.pages import Value
from annotator.store.repair.salvage import Found, Object
from annotator.store.repair.shapes import SHAPES

_LONGEST = 1_000_000  # characters of a user's CREATE TABLE


def objects_of(connection: sqlite3.Connection) -> tuple[Object, ...]:
    """Return what the schema of a database names."""
    rows = connection.execute("SELECT type, name, rootpage, coalesce(sql, '') FROM sqlite_schema")
    return tuple(Object(kind=kind, name=name, root=root, sql=sql) for kind, name, root, sql in rows)


def keep_own_tables(found: Found, target: sqlite3.Connection) -> dict[str, int]:
    """Copy the user's own tables as data: columns and values, without rules, defaults and triggers.

    Return the number of rows by table.
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
    """Return the stored columns of a table and the place of its rowid column, or None if its SQL makes no table.

    The statement is tried in memory, where it can do no harm.
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
