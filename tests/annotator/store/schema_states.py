"""The schema after each migration. Run as a module, it writes the file that projects are compared with."""

import json
import sqlite3

from sqlite_utils import Database

from annotator.store.migrating.migrations import MIGRATIONS
from annotator.system.resources import resource_path


def states():
    """Return the rows of `sqlite_schema` after each migration, by its name."""
    database = Database(sqlite3.connect(":memory:", isolation_level=None))
    names = [migration.name for migration in MIGRATIONS.pending(database)]
    made = {}
    for name, after in zip(names, [*names[1:], None], strict=True):
        MIGRATIONS.apply(database, stop_before=after)
        rows = database.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema")
        made[name] = {tuple(row) for row in rows}
    database.close()
    return made


def expected():
    """Return the content of the file: each object with the first and last migration after which it exists."""
    made = states()
    names = list(made)
    objects: dict[tuple[str | None, ...], list[int]] = {}
    for place, name in enumerate(names):
        for row in made[name]:
            objects.setdefault(row, []).append(place)
    listed = [
        {"type": kind, "name": name, "table": table, "sql": sql, "since": min(places), "until": max(places)}
        for (kind, name, table, sql), places in objects.items()
    ]
    assert all(len(places) == places[-1] - places[0] + 1 for places in objects.values())
    return {"states": names, "objects": sorted(listed, key=lambda o: (o["since"], o["type"], o["name"], o["until"]))}


def written():
    return json.dumps(expected(), ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    resource_path("project_schema.json").write_text(written(), encoding="utf-8")
