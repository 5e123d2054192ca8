"""The heads of rows. A row's heads are the edits that wrote it last, one for each branch of its history.

A row with an id has no stored head until it is changed; until then the edit that added it is its only version.
"""

import json
import platform
from collections.abc import Sequence
from pathlib import Path

from annotator.editing.edits import Change
from annotator.editing.log.row_keys import BY_PLACE, RowKey, key_of
from annotator.model.values import DocumentLabel, new_id
from annotator.store.connection import Connection

COPY = "copy"  # a setting: the id of this copy of the file, and the `_place` for which the id was made
_HEADS = "SELECT edit FROM row_head WHERE kind = ? AND row = ?"
_KNOWN = """
SELECT DISTINCT kind, row FROM json_each(?) AS wanted
JOIN row_head ON kind = wanted.value ->> 0 AND row = wanted.value ->> 1
"""
_FEW = 4  # changes that are looked up one by one
_ADD = "INSERT INTO row_head (kind, row, edit) VALUES (?, ?, ?)"
_MOVE = "UPDATE row_head SET edit = ? WHERE kind = ? AND row = ? AND edit = ?"
_FORGET = "DELETE FROM row_head WHERE kind = ? AND row = ?"
_SETTLED = "DELETE FROM dispute WHERE kind = ? AND row = ?"


def pass_all_on(connection: Connection, changes: Sequence[Change], edit: str) -> list[tuple[str, ...]]:
    """Make an edit the head of every row that it changed; return, for each change, the former heads of the row.

    This does the same as `pass_on` for each change, but faster: one query finds all new rows, which have no heads. Most
    rows of an import are new.
    """
    if len(changes) < _FEW:
        return [pass_on(connection, change, edit) for change in changes]
    keys = [_new_key(change) for change in changes]
    fresh = {key for key in keys if key is not None}
    fresh -= set(connection.execute(_KNOWN, [json.dumps(sorted(fresh))]))
    return [
        () if key in fresh else pass_on(connection, change, edit) for key, change in zip(keys, changes, strict=True)
    ]


def _new_key(change: Change) -> RowKey | None:
    """Return the key of an added row that has an id, or None for any other change."""
    if change.before is not None or change.after is None:
        return None
    key = key_of(change.after)
    return None if key[0] in BY_PLACE else key


def pass_on(connection: Connection, change: Change, edit: str) -> tuple[str, ...]:
    """Make an edit the head of the row that it changed, and return the former heads, on which the change was made.

    This settles the row's disputes.
    """
    row = change.before or change.after
    if row is None:
        return ()
    key = key_of(row)
    if change.before is None or not isinstance(row, DocumentLabel) or change.after is None:
        return _pass_on(connection, key, edit, is_known=change.before is not None)
    over = dict.fromkeys(_pass_on(connection, key, edit, is_known=True))  # the key is the whole row: two rows
    over |= dict.fromkeys(_pass_on(connection, key_of(change.after), edit, is_known=True))
    return tuple(over)


def _pass_on(connection: Connection, key: RowKey, edit: str, *, is_known: bool) -> tuple[str, ...]:
    heads = [head for (head,) in connection.execute(_HEADS, key)]
    if len(heads) == 1:
        if heads[0] == edit:
            return ()
        connection.execute(_MOVE, (edit, *key, heads[0]))
    elif heads:
        connection.execute(_FORGET, key)
        connection.execute(_SETTLED, key)
        connection.execute(_ADD, (*key, edit))
    elif is_known or key[0] in BY_PLACE:
        connection.execute(_ADD, (*key, edit))
    return tuple(heads)


def name_copy(connection: Connection, path: Path) -> None:
    """Store a new copy id unless the stored one was made for this very file, so that a copied file gets its own id.

    Call it inside a transaction.
    """
    found = connection.execute("SELECT value FROM setting WHERE name = ?", [COPY]).fetchone()
    place = _place(path)
    if found is None or found[0].partition(" ")[2] != place:
        connection.execute("INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)", [COPY, f"{new_id()} {place}"])


def _place(path: Path) -> str:
    """Return a hash that tells a file from its copies, made from the computer's name and the file's inode."""
    from hashlib import blake2b

    try:
        inode = path.stat().st_ino
    except OSError:
        inode = 0
    return blake2b(f"{platform.node()}\0{inode}".encode(), digest_size=8).hexdigest()
