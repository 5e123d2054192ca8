"""Project files as an attacker or another program may have made them.

`CASES` names them; `make` writes one into a folder. Each case begins as an intact project with one article, three
labels (one is a claim), and a relation.
"""

import os
import sqlite3
from contextlib import closing
from functools import partial
from pathlib import Path

from tests.annotator.store.old_files import STATES, old_file

SPANS = 3
DEEP = "[" * 100_000 + "]" * 100_000
ENDLESS = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n)"
DELETE = "BEGIN DELETE FROM span; DELETE FROM relation; END"
LONE = '{"note": "half \\ud800 a character"}'


def _script(script, path):
    with closing(sqlite3.connect(path)) as connection:
        connection.create_function("casefold", 1, str.casefold, deterministic=True)
        connection.executescript(script)


def _values(statement, *values):
    """Return a function that runs a statement while the project's triggers are dropped."""

    def run(path):
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            triggers = connection.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
            connection.execute("BEGIN")
            for name, _ in triggers:
                connection.execute(f"DROP TRIGGER {name}")
            connection.execute(statement, values)
            for _, sql in triggers:
                connection.execute(sql)
            connection.execute("COMMIT")

    return run


def _schema(statement, *values):
    """Return a function that writes to `sqlite_schema`."""

    def run(path):
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            connection.execute("PRAGMA writable_schema = ON")
            connection.execute(statement, values)

    return run


def _loose(table, statement):
    """Return a function that puts values of any type into a table, and then marks it strict again."""

    def run(path):
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            (sql,) = connection.execute("SELECT sql FROM sqlite_schema WHERE name = ?", [table]).fetchone()
        _schema("UPDATE sqlite_schema SET sql = ? WHERE name = ?", sql.replace(" STRICT", ""), table)(path)
        _values(statement)(path)
        _schema("UPDATE sqlite_schema SET sql = ? WHERE name = ?", sql, table)(path)

    return run


def _rebuilt(table, change):
    """Return a function that rebuilds a table from a changed statement."""

    def run(path):
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            connection.execute("PRAGMA legacy_alter_table = ON")
            (sql,) = connection.execute("SELECT sql FROM sqlite_schema WHERE name = ?", [table]).fetchone()
            kept = connection.execute(
                "SELECT sql FROM sqlite_schema WHERE tbl_name = ? AND type IN ('index', 'trigger') AND sql NOT NULL",
                [table],
            ).fetchall()
            columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
            connection.execute(f"ALTER TABLE {table} RENAME TO former")
            connection.execute(change(sql))
            listed = ", ".join(columns)
            connection.execute(f"INSERT INTO {table} ({listed}) SELECT {listed} FROM former")
            connection.execute("DROP TABLE former")
            for (statement,) in kept:
                connection.execute(statement)

    return run


def _replaced(kind, name, statement):
    return partial(_script, f"DROP {kind} {name}; {statement}")


def _emptied(path):
    """Delete everything but the application id."""
    path.unlink()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA application_id = {0x5350414E}")
        connection.execute("CREATE TABLE mine (a)")


def _linked(path):
    real = path.with_name("real.spanwright")
    path.rename(real)
    path.symlink_to(real)


def _fifo(path):
    path.unlink()
    os.mkfifo(path)


def _of_zeros(path):
    path.unlink()
    path.symlink_to("/dev/zero")


def _folder(path):
    path.unlink()
    path.mkdir()


def _expensive(path):
    """Add a table with a column that SQLite evaluates for minutes."""
    _script(f"CREATE TABLE mine (a); INSERT INTO mine {ENDLESS} SELECT x FROM n LIMIT 2000", path)
    sql = "CREATE TABLE mine (a, b TEXT GENERATED ALWAYS AS (hex(zeroblob(20000000))) VIRTUAL)"
    _schema("UPDATE sqlite_schema SET sql = ? WHERE name = 'mine'", sql)(path)


ALTERED = {
    # Triggers
    "deletes labels with each edit": partial(_script, f"CREATE TRIGGER evil AFTER INSERT ON edit {DELETE}"),
    "deletes labels with each change": partial(_script, f"CREATE TRIGGER evil AFTER UPDATE ON span {DELETE}"),
    "deletes labels with each setting": partial(_script, f"CREATE TRIGGER evil BEFORE INSERT ON setting {DELETE}"),
    "deletes labels with each name": partial(_script, f"CREATE TRIGGER evil AFTER INSERT ON annotator {DELETE}"),
    "ignores labels": partial(_script, "CREATE TRIGGER evil BEFORE INSERT ON span BEGIN SELECT RAISE(IGNORE); END"),
    "refuses labels": partial(
        _script, "CREATE TRIGGER evil BEFORE INSERT ON span BEGIN SELECT RAISE(ABORT, 'no'); END"
    ),
    "rolls back": partial(_script, "CREATE TRIGGER evil AFTER INSERT ON edit BEGIN SELECT RAISE(ROLLBACK, 'no'); END"),
    "never returns": partial(
        _script, f"CREATE TRIGGER evil AFTER INSERT ON edit BEGIN INSERT INTO setting {ENDLESS} SELECT x, x FROM n; END"
    ),
    "calls itself": partial(
        _script,
        "PRAGMA recursive_triggers = ON; CREATE TRIGGER evil AFTER INSERT ON edit_document BEGIN"
        " INSERT INTO edit_document VALUES (new.document || 'x', new.edit); END",
    ),
    "trigger in the place of a view's": partial(_script, f"CREATE TRIGGER evil INSTEAD OF INSERT ON progress {DELETE}"),
    "trigger by way of a key": partial(
        _script,
        f"CREATE TABLE mine (span TEXT REFERENCES span(id) ON DELETE CASCADE);"
        f"INSERT INTO mine SELECT id FROM span; CREATE TRIGGER evil AFTER DELETE ON mine {DELETE}",
    ),
    "trigger of ours replaced": _replaced(
        "TRIGGER", "claim_changed", f"CREATE TRIGGER claim_changed AFTER UPDATE ON span {DELETE}"
    ),
    "trigger of ours gone": partial(_script, "DROP TRIGGER document_search_delete"),
    "trigger with a name to confuse": partial(
        _script, f'CREATE TRIGGER "span on document\n(gone)" AFTER INSERT ON edit {DELETE}'
    ),
    # Views
    "endless list of replaced articles": _replaced(
        "VIEW", "replaced", f"CREATE VIEW replaced AS {ENDLESS} SELECT x AS document, x AS replaced_by FROM n"
    ),
    "all articles replaced": _replaced(
        "VIEW", "replaced", "CREATE VIEW replaced AS SELECT id AS document, id AS replaced_by FROM document"
    ),
    "endless words": _replaced(
        "VIEW",
        "document_words",
        f"CREATE VIEW document_words AS {ENDLESS} SELECT x AS number, x AS title, x AS text FROM n",
    ),
    "endless claims": _replaced("VIEW", "claim_now", f"CREATE VIEW claim_now AS {ENDLESS} SELECT x AS claim FROM n"),
    "endless progress": _replaced(
        "VIEW",
        "progress",
        f"CREATE VIEW progress AS {ENDLESS} SELECT x AS annotator, x AS state, x AS documents FROM n",
    ),
    "view gone": partial(_script, "DROP VIEW progress"),
    "view is a table": _replaced("VIEW", "replaced", "CREATE TABLE replaced (document, replaced_by)"),
    "view calls what it may not": _replaced(
        "VIEW", "progress", "CREATE VIEW progress AS SELECT load_extension('evil'), 1 AS state, 1 AS documents"
    ),
    # Tables
    "labels are an endless view": partial(
        _script, f"ALTER TABLE relation RENAME TO mine; CREATE VIEW relation AS {ENDLESS} SELECT x AS id FROM n"
    ),
    "texts are a view": partial(
        _script,
        "PRAGMA legacy_alter_table = ON; ALTER TABLE document_text RENAME TO mine;"
        "CREATE VIEW document_text AS SELECT document, 'other' AS text FROM mine",
    ),
    "relations gone": partial(_script, "DROP TABLE relation"),
    "settings gone": partial(_script, "DROP TABLE setting"),
    "log gone": partial(_script, "DROP TABLE edit_document; DROP TABLE edit"),
    "sentences are full text": _replaced("TABLE", "held_sentence", "CREATE VIRTUAL TABLE held_sentence USING fts5(a)"),
    "column generated": partial(
        _script, "ALTER TABLE span ADD COLUMN evil TEXT GENERATED ALWAYS AS (hex(zeroblob(30000000)))"
    ),
    "column of the name of another": partial(_script, "ALTER TABLE document ADD COLUMN text TEXT DEFAULT 'x'"),
    "column with a limit": _rebuilt(
        "sentence_mark", lambda sql: sql.replace("start INTEGER", "start INTEGER CHECK (0)", 1)
    ),
    "no primary key": _rebuilt("identity", lambda sql: sql.replace("id TEXT PRIMARY KEY", "id TEXT", 1)),
    "replaces where it should refuse": _rebuilt(
        "annotator", lambda sql: sql.replace("PRIMARY KEY", "PRIMARY KEY ON CONFLICT REPLACE", 1)
    ),
    "any type": _rebuilt("identity", lambda sql: sql.replace(" STRICT", "", 1)),
    "unique index": partial(_script, "CREATE UNIQUE INDEX evil ON relation(label)"),
    "index that computes": partial(_script, "CREATE INDEX evil ON suggestion(hex(zeroblob(30000000)))"),
    "index that refuses": partial(_script, "CREATE INDEX evil ON suggestion(json_extract(rule, '$'))"),
    "index gone": partial(_script, "DROP INDEX span_by_label"),
    "table that holds on": partial(
        _script, "CREATE TABLE mine (span TEXT REFERENCES span(id)); INSERT INTO mine SELECT id FROM span"
    ),
    "keys in a circle": partial(
        _script,
        "CREATE TABLE one (id TEXT PRIMARY KEY REFERENCES two(id), span TEXT REFERENCES span(id));"
        "CREATE TABLE two (id TEXT PRIMARY KEY REFERENCES one(id))",
    ),
    "search by other words": _replaced(
        "TABLE",
        "document_search",
        "CREATE VIRTUAL TABLE document_search USING fts5(title, text, content='setting', content_rowid='rowid')",
    ),
    "search is a view": _replaced(
        "TABLE", "document_search", f"CREATE VIEW document_search AS {ENDLESS} SELECT x FROM n"
    ),
    "search gone": partial(_script, "DROP TABLE claim_search"),
    # Migrations
    "migrations in disorder": partial(_script, "DELETE FROM _sqlite_migrations WHERE name LIKE 'm003%'"),
    "migrations gone": partial(_script, "DROP TABLE _sqlite_migrations"),
    "migrations are endless": _replaced(
        "TABLE",
        "_sqlite_migrations",
        f"CREATE VIEW _sqlite_migrations AS {ENDLESS} SELECT 'spanwright' AS migration_set, 'x' AS name FROM n",
    ),
    "older than it says": partial(_script, "DELETE FROM _sqlite_migrations WHERE name > 'm002'"),
    # `sqlite_schema` itself
    "trigger in disguise": _schema(
        "INSERT INTO sqlite_schema VALUES ('view', 'evil', 'evil', 0, ?)",
        f"CREATE TRIGGER evil AFTER INSERT ON edit {DELETE}",
    ),
    "statement is none": _schema("UPDATE sqlite_schema SET sql = 'nonsense' WHERE name = 'progress'"),
    "statement is missing": _schema("UPDATE sqlite_schema SET sql = NULL WHERE name = 'progress'"),
    "statement is bytes": _schema("UPDATE sqlite_schema SET sql = x'00ff' WHERE name = 'progress'"),
    "name in capitals": _schema("UPDATE sqlite_schema SET name = 'PROGRESS' WHERE name = 'progress'"),
    "named twice": _schema("INSERT INTO sqlite_schema SELECT * FROM sqlite_schema WHERE name = 'progress'"),
    "pages of another": _schema(
        "UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = 'span')"
        " WHERE name = 'held_sentence'"
    ),
    "pages that are not there": _schema("UPDATE sqlite_schema SET rootpage = 99999 WHERE name = 'held_sentence'"),
    "key gone": _schema("DELETE FROM sqlite_schema WHERE name = 'sqlite_autoindex_span_1'"),
}

_SPAN = "UPDATE span SET {} = ? WHERE layer = 'entities'"
VALUES = {
    "negative offsets": _values("UPDATE span SET start = -5, parts = '[[-5, 3]]'"),
    "offsets behind the text": _values("UPDATE span SET end = 99999, parts = '[[0, 99999]]'"),
    "offsets out of all bounds": _values(
        "UPDATE span SET end = 9223372036854775807, parts = '[[0, 9223372036854775808999]]'"
    ),
    "parts are words": _values(_SPAN.format("parts"), "here"),
    "parts are nested deep": _values(_SPAN.format("parts"), DEEP),
    "parts are empty": _values(_SPAN.format("parts"), "[]"),
    "fields are a list": _values(_SPAN.format("attributes"), "[1]"),
    "fields are nested deep": _values(_SPAN.format("attributes"), f'{{"a": {DEEP}}}'),
    "fields are nested": _values(_SPAN.format("attributes"), '{"a": ' * 600 + "1" + "}" * 600),
    "fields are no JSON": _values("UPDATE span SET attributes = '{'"),
    "fields hold half a character": _values(_SPAN.format("attributes"), LONE),
    "fields hold numbers of any size": _values(_SPAN.format("attributes"), f'{{"a": {"9" * 5000}}}'),
    "origin is a list": _values(_SPAN.format("origin"), "[]"),
    "origin is unknown": _values(_SPAN.format("origin"), '{"kind": "alien"}'),
    "origin holds objects": _values(_SPAN.format("origin"), '{"kind": "import", "source": {"a": [1]}, "score": "x"}'),
    "layer is unknown": _values(_SPAN.format("layer"), "alien"),
    "label is unknown": _values(_SPAN.format("label"), "ALIEN"),
    "annotator is unknown": _values(_SPAN.format("annotator"), "nobody"),
    "article of a label is gone": _values(_SPAN.format("document"), "gone"),
    "known facts are a list": _values("UPDATE document SET meta = '[]'"),
    "known facts are nested deep": _values("UPDATE document SET meta = ?", f'{{"a": {DEEP}}}'),
    "known facts hold half a character": _values("UPDATE document SET meta = ?", LONE),
    "excluded parts are nested deep": _values("UPDATE document SET excluded = ?", DEEP),
    "excluded parts lie outside": _values("UPDATE document SET excluded = '[[-7, 99999]]'"),
    "title of ten million letters": _values("UPDATE document SET title = ?", "ä" * 10_000_000),
    "title moves the cursor": _values("UPDATE document SET title = ?", "\x1b[2J\x00\u202eeltit"),
    "title is empty": _values("UPDATE document SET title = ''"),
    "text holds NUL": _values("UPDATE document_text SET text = 'a' || char(0) || text"),
    "text is another": _values("UPDATE document_text SET text = 'other'"),
    "text is no UTF-8": _values("UPDATE document_text SET text = CAST(x'f09f98' || CAST(text AS BLOB) AS TEXT)"),
    "text is gone": _values("DELETE FROM document_text"),
    "text is bytes": _loose("document_text", "UPDATE document_text SET text = x'00ff'"),
    "labels are numbers": _loose("span", "UPDATE span SET label = 1, layer = 2.5, parts = 3, attributes = x'ff'"),
    "offsets are words": _loose("span", "UPDATE span SET start = 'here', end = 'there'"),
    "words of a label are bytes": _loose("span", "UPDATE span SET quote = x'ff', note = x'fe'"),
    "changes are a number": _loose("edit", "UPDATE edit SET changes = 5, kind = 6"),
    "state is unknown": _values("INSERT INTO document_state SELECT id, 'anna', 'alien', '' FROM document"),
    "sentence lies outside": _values(
        "INSERT INTO sentence_mark SELECT id, 'anna', -9, 9223372036854775807, 'alien' FROM document"
    ),
    "suggestion is unknown": _values(
        "INSERT INTO suggestion SELECT 's', id, 'alien', 'X', 0, 1, '[[0,1]]', 'K', '{}', '[]', 9e999, 'x', '1', NULL,"
        " 'alien' FROM document"
    ),
    "suggestion is nested deep": _values(
        "INSERT INTO suggestion SELECT 's', id, 'entities', 'LOC', 0, 1, '[[0,1]]', 'K', '{}', ?, 0.5, 'x', '1', NULL,"
        " 'pending' FROM document",
        DEEP,
    ),
    "identity has no names": _values("INSERT INTO identity VALUES ('i', 'I', 'PER', '{\"a\": 1}', NULL)"),
    "relation leads to itself": _values("UPDATE relation SET tail = head"),
    "relation leads nowhere": _values("UPDATE relation SET tail = 'gone', label = 'alien'"),
    "kind of an edit is unknown": _values("UPDATE edit SET kind = 'alien'"),
    "changes are nested deep": _values("UPDATE edit SET changes = ?", DEEP),
    "changes are none": _values("UPDATE edit SET changes = '{}'"),
    "changes are of any row": _values("UPDATE edit SET changes = ?", '[{"before": {"row": "alien"}, "after": null}]'),
    "edit takes back itself": _values("UPDATE edit SET undoes = id"),
    "schema is nonsense": _values("UPDATE setting SET value = 'nonsense' WHERE name = 'schema'"),
    "schema is nested deep": _values("UPDATE setting SET value = ? WHERE name = 'schema'", DEEP),
    "schema is empty": _values("UPDATE setting SET value = '{\"layers\": []}' WHERE name = 'schema'"),
    "schema is gone": _values("DELETE FROM setting"),
    "word boundaries are nonsense": _values(
        "INSERT OR REPLACE INTO document_tokens SELECT id, 'x', '1', x'0102030405', zeroblob(99) FROM document"
    ),
    "index of claims is another": _values("UPDATE claim_index SET words = 'other', claimant = 'gone'"),
    "search has lost its words": _values("DELETE FROM document_search_data WHERE id > 10"),
    "search is nonsense": _values("UPDATE document_search_data SET block = randomblob(4000)"),
    "search is of a later version": _values("UPDATE claim_search_config SET v = 99 WHERE k = 'version'"),
}

# Odd, and no fault
ODD = {
    "fields hold no number": _values(_SPAN.format("attributes"), '{"a": NaN, "b": Infinity}'),
    "known facts are of any type": _values(
        "UPDATE document SET meta = ?",
        '{"furniture": {"a": 1}, "batch": [], "priority": {}, "replaced_by": 7, "language_set": []}',
    ),
    "article replaces itself": _values("UPDATE document SET meta = json_object('replaced_by', id)"),
    "language is unknown": _values("UPDATE document SET language = '../../etc'"),
    "date is none": _values("UPDATE document SET published = 'tomorrow', url = 'javascript:alert(1)'"),
    "time runs backwards": _values("UPDATE edit SET milliseconds = -9223372036854775807, at = 'never'"),
    "settings are nested deep": _values("INSERT INTO setting VALUES ('sources', ?), ('page_rules', ?)", DEEP, DEEP),
    "statistics are nonsense": partial(
        _script, "ANALYZE; UPDATE sqlite_stat1 SET stat = '0 0 0 0 nonsense', idx = tbl"
    ),
}

FILES = {
    "only the mark of a project": _emptied,
    "link to a project": _linked,
    "pipe": _fifo,
    "device": _of_zeros,
    "folder": _folder,
    "of a later version": partial(
        _script,
        "INSERT INTO _sqlite_migrations (migration_set, name) VALUES ('spanwright', 'm999');"
        f"CREATE TRIGGER evil AFTER INSERT ON edit {DELETE}",
    ),
}

HARMLESS = {
    "endless view of the user": partial(_script, f"CREATE VIEW mine AS {ENDLESS} SELECT x FROM n"),
    "table of the user": partial(
        _script,
        "CREATE TABLE mine (span TEXT REFERENCES span(id) ON DELETE CASCADE); INSERT INTO mine SELECT id FROM span",
    ),
    "column of the user that takes for ever": _expensive,
    "trigger of the user's own table": partial(
        _script, "CREATE TABLE mine (a); CREATE TRIGGER own AFTER INSERT ON mine BEGIN DELETE FROM mine; END"
    ),
}

CASES = {**ALTERED, **VALUES, **ODD, **FILES, **HARMLESS}


def make(name: str, folder: Path) -> Path:
    """Write the file of a case into a folder."""
    path = old_file(STATES[-1], folder)
    CASES[name](path)
    return path


def hostile_files(folder: Path):
    """Yield the name and path of each case, each in its own folder."""
    for number, name in enumerate(CASES):
        own = folder / str(number)
        own.mkdir(parents=True)
        yield name, make(name, own)
