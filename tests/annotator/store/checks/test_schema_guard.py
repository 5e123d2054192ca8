"""The tables, views and triggers that a project file may have, and the program that made them."""

import sqlite3
from contextlib import closing

import pytest

from annotator.editing import edits
from annotator.project.project import Project
from annotator.store import file
from annotator.store.checks import schema_guard
from annotator.store.checks.schema_guard import AlterationKind
from annotator.system.errors import StoreError
from annotator.system.resources import resource_path
from tests.annotator.made import TEXT, add_article, make_project, span
from tests.annotator.store import schema_states
from tests.annotator.store.old_files import STATES, old_file


@pytest.fixture
def path(tmp_path):
    return old_file(STATES[-1], tmp_path)


def alter(path, script):
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(script)
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def rewrite(path, statement, *values):
    """Change the table `sqlite_schema` of a file directly."""
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute(statement, values)


def inspected(path):
    with closing(file.connect(path, read_only=True)) as connection:
        return schema_guard.inspect(connection, path)


def found(path):
    return {(each.kind, each.name, each.change) for each in inspected(path).alterations}


def test_expected_schema_is_what_the_migrations_make():
    written = resource_path("project_schema.json").read_text("utf-8")
    assert written == schema_states.written(), "run python -m tests.annotator.store.schema_states"


def test_there_is_a_file_for_each_state():
    numbers = [name.split("_")[0] for name in schema_guard.expected().states]
    assert numbers == STATES, "run python -m tests.annotator.store.old_files"


@pytest.mark.parametrize("state", STATES)
def test_file_of_each_earlier_version_opens_and_is_migrated(state, tmp_path):
    path = old_file(state, tmp_path)
    assert found(path) == set()
    with closing(Project.open(path)) as project:
        (document,) = project.read.texts()
        assert len(project.read.annotated(document[0], "anna").spans) == 3
        assert project._store.check() == []
    assert found(path) == set()


def test_vacuum_analyze_and_renaming_back_are_not_alterations(path):
    alter(
        path, "VACUUM; ANALYZE; ALTER TABLE document_state RENAME TO other; ALTER TABLE other RENAME TO document_state"
    )
    with closing(sqlite3.connect(path)) as connection:
        written = dict(connection.execute("SELECT name, sql FROM sqlite_schema"))
    assert '"document_state"' in written["document_state"]
    assert found(path) == set()


HARMLESS = {
    "table": "CREATE TABLE mine (id INTEGER PRIMARY KEY, word TEXT UNIQUE)",
    "hanging table": "CREATE TABLE mine (span TEXT REFERENCES span(id) ON DELETE CASCADE, word TEXT);"
    "CREATE INDEX mine_by_span ON mine(span)",
    "view": "CREATE VIEW mine AS SELECT label, count(*) FROM span GROUP BY label",
    "index": 'CREATE INDEX mine ON span("note" COLLATE NOCASE DESC, label)',
    "full text": "CREATE VIRTUAL TABLE mine USING fts5(quote, content='span')",
    "own trigger": "CREATE TABLE mine (a); CREATE TABLE log (a);"
    "CREATE TRIGGER logged AFTER INSERT ON mine BEGIN INSERT INTO log VALUES (new.a); END",
    "odd names": 'CREATE TABLE "a""b on [c]" (a); CREATE INDEX "on" ON "a""b on [c]"(a)',
    "sequence": "CREATE TABLE mine (id INTEGER PRIMARY KEY AUTOINCREMENT); INSERT INTO mine VALUES (1)",
}


@pytest.mark.parametrize("script", HARMLESS.values(), ids=HARMLESS)
def test_objects_of_the_users_are_kept(script, path):
    alter(path, script)
    assert found(path) == set()
    assert {"mine", 'a"b on [c]'} & {row.name for row in inspected(path).kept}
    with closing(Project.open(path)) as project:
        assert project._store.check() == []


ADDED = {
    "trigger": "CREATE TRIGGER evil AFTER INSERT ON edit BEGIN DELETE FROM span; END",
    "trigger that ignores": "CREATE TRIGGER evil BEFORE INSERT ON span BEGIN SELECT RAISE(IGNORE); END",
    "trigger of a view": "CREATE TRIGGER evil INSTEAD OF INSERT ON progress BEGIN DELETE FROM span; END",
    "trigger by way of a key": "CREATE TABLE mine (span TEXT REFERENCES span(id) ON DELETE CASCADE);"
    "CREATE TRIGGER evil AFTER DELETE ON mine BEGIN DELETE FROM span; END",
    "trigger at the end of a chain": "CREATE TABLE mine (id TEXT PRIMARY KEY REFERENCES span(id) ON DELETE CASCADE);"
    "CREATE TABLE far (id TEXT REFERENCES mine(id) ON DELETE CASCADE);"
    "CREATE TRIGGER evil AFTER DELETE ON far BEGIN DELETE FROM span; END",
    "table that refuses": "CREATE TABLE evil (span TEXT REFERENCES span(id))",
    "unique index": "CREATE UNIQUE INDEX evil ON relation(label, head, tail)",
    "index of an expression": "CREATE INDEX evil ON span(upper(note))",
    "partial index": "CREATE INDEX evil ON span(note) WHERE upper(note) = 'A'",
}
CHANGED = {
    "trigger": (
        "claim_removed",
        "DROP TRIGGER claim_removed; CREATE TRIGGER claim_removed AFTER DELETE ON span BEGIN DELETE FROM relation; END",
    ),
    "view": (
        "replaced",
        "DROP VIEW replaced; CREATE VIEW replaced AS SELECT id AS document, '' AS replaced_by FROM document",
    ),
    "column": ("span", "ALTER TABLE span ADD COLUMN mine TEXT"),
    "generated column": ("span", "ALTER TABLE span ADD COLUMN mine TEXT GENERATED ALWAYS AS (upper(note))"),
    "search": (
        "document_search",
        "DROP TABLE document_search; CREATE VIRTUAL TABLE document_search USING fts5(title, text, content='span')",
    ),
}
MISSING = {
    "trigger": ("claim_removed", "DROP TRIGGER claim_removed"),
    "index": ("span_by_document", "DROP INDEX span_by_document"),
    "search": ("claim_search", "DROP TABLE claim_search"),
}
HARMFUL = {
    **{f"added {case}": (script, "evil", AlterationKind.ADDED) for case, script in ADDED.items()},
    **{f"changed {case}": (script, name, AlterationKind.CHANGED) for case, (name, script) in CHANGED.items()},
    **{f"missing {case}": (script, name, AlterationKind.MISSING) for case, (name, script) in MISSING.items()},
}


@pytest.mark.parametrize(("script", "name", "change"), HARMFUL.values(), ids=HARMFUL)
def test_altered_project_is_read_but_never_written(script, name, change, path):
    with closing(Project.open(path, read_only=True)) as project:
        before = [project.read.annotated(id_, None) for id_, _ in project.read.texts()]
    alter(path, script)
    assert (name, change) in {each[1:] for each in found(path)}
    with pytest.raises(StoreError, match=name) as caught:
        Project.open(path)
    assert caught.value.code == "store.altered"
    with closing(Project.open(path, read_only=True)) as project:
        assert name in {each.name for each in project.altered}
        assert [project.read.annotated(id_, None) for id_, _ in project.read.texts()] == before
        assert name in {fault.row for fault in project._store.check()}


UNREADABLE = {
    "table gone": "DROP TABLE relation",
    "table as a view": "ALTER TABLE relation RENAME TO mine; CREATE VIEW relation AS SELECT * FROM mine",
    "table by another name": "ALTER TABLE relation RENAME TO mine",
    "other definition": "ALTER TABLE document_label RENAME COLUMN value TO other",
    "migrations as a view": "DROP TABLE _sqlite_migrations; CREATE VIEW _sqlite_migrations AS"
    " WITH RECURSIVE n(name, migration_set) AS (SELECT 'x', 'spanwright' UNION ALL SELECT * FROM n) SELECT * FROM n",
    "migrations in disorder": "DELETE FROM _sqlite_migrations WHERE name = 'm003_claim_search'",
    "migrations gone": "DROP TABLE _sqlite_migrations",
}


@pytest.mark.parametrize("script", UNREADABLE.values(), ids=UNREADABLE)
def test_project_with_altered_tables_is_refused(script, path):
    alter(path, script)
    for read_only, code in ((False, "store.altered"), (True, "store.altered_tables")):
        with pytest.raises(StoreError) as caught:
            Project.open(path, read_only=read_only)
        assert caught.value.code == code


def test_trigger_disguised_as_a_table_is_found(path):
    alter(path, "CREATE TABLE mine (a)")
    statement = "CREATE TRIGGER mine AFTER INSERT ON edit BEGIN DELETE FROM span; END"
    rewrite(path, "UPDATE sqlite_schema SET sql = ?, rootpage = 0 WHERE name = 'mine'", statement)
    with pytest.raises(StoreError, match="mine"):  # newer SQLite finds it by itself
        Project.open(path)


def test_table_in_the_pages_of_another_is_found(path):
    alter(path, "CREATE TABLE mine (a)")
    rewrite(
        path,
        "UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = 'span')"
        " WHERE name = 'mine'",
    )
    assert ("table", "sqlite_schema", AlterationKind.CHANGED) in found(path)


def test_name_in_another_case_is_an_alteration(path):
    rewrite(path, "UPDATE sqlite_schema SET name = 'Claim_Removed' WHERE name = 'claim_removed'")
    assert ("trigger", "claim_removed", AlterationKind.CHANGED) in found(path)


def test_altered_old_file_is_neither_migrated_nor_backed_up(tmp_path):
    path = old_file("m004", tmp_path)
    alter(path, "CREATE TRIGGER evil AFTER UPDATE ON setting BEGIN DELETE FROM span; END")
    before = path.read_bytes()
    with pytest.raises(StoreError, match="evil"):
        Project.open(path)
    assert path.read_bytes() == before
    assert not path.with_suffix(".backups").exists()


def test_every_connection_distrusts_the_file(path):
    for read_only in (False, True):
        with closing(file.connect(path, read_only=read_only)) as connection:
            for pragma, wanted in (("trusted_schema", 0), ("cell_size_check", 1), ("mmap_size", 0)):
                assert connection.execute(f"PRAGMA {pragma}").fetchone() == (wanted,)


def test_replaced_view_is_not_read(path):
    alter(path, "DROP VIEW document_words; CREATE VIEW document_words AS SELECT 1 AS number, 'a' AS title, 'b' AS text")
    with closing(Project.open(path, read_only=True)) as project:
        connection = project._store._connection
        texts = {text for _, text in project.read.texts()}
        assert {text for (text,) in connection.execute("SELECT text FROM document_words")} == texts
        with pytest.raises(sqlite3.DatabaseError, match="prohibited"):
            connection.execute("SELECT * FROM main.document_words")


def test_trigger_added_while_opening_is_found(path):
    with closing(file.connect(path, read_only=True)) as connection:
        seen = file.inspect(connection, path)
    alter(path, "CREATE TRIGGER evil AFTER INSERT ON edit BEGIN DELETE FROM span; END")
    with closing(file.connect(path, read_only=False)) as connection, pytest.raises(StoreError, match="evil"):
        file.migrate(connection, path, read_only=False, seen=seen)


def test_labels_survive_a_trigger_that_would_delete_them(path):
    alter(path, "CREATE TRIGGER evil AFTER INSERT ON edit BEGIN DELETE FROM span; END")
    with pytest.raises(StoreError, match="trigger evil"):
        Project.open(path)
    alter(path, "DROP TRIGGER evil")
    with closing(Project.open(path)) as project:
        document = project.read.find_document("Kürzlich")
        project.do(edits.add(span(document, "Kürzlich")))
        assert len(project.read.annotated(document, "anna").spans) == 4


def test_trigger_added_to_an_open_project_never_runs(tmp_path):
    project = make_project(tmp_path)
    document = add_article(project)
    first, second = TEXT.split()[:2]
    project.do(edits.add(span(document, first)))
    with closing(sqlite3.connect(project.path)) as other, other:
        other.execute("CREATE TRIGGER evil AFTER INSERT ON edit BEGIN DELETE FROM span; END")
    with pytest.raises(StoreError, match="trigger evil") as refused:
        project.do(edits.add(span(document, second)))
    assert refused.value.code == "store.altered"
    assert len(project.read.annotated(document, "anna").spans) == 1
    with closing(sqlite3.connect(project.path)) as other, other:
        other.execute("DROP TRIGGER evil")
        other.execute("CREATE TABLE notes (words)")
    project.do(edits.add(span(document, second)))
    assert len(project.read.annotated(document, "anna").spans) == 2
    project.close()
