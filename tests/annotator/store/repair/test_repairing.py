"""A repair saves what can be saved of a damaged project, and claims nothing that is not there."""

import shutil
import sqlite3
from contextlib import closing

import pytest

from annotator.editing import edits
from annotator.processes.worker import no_progress
from annotator.project.project import Project, check
from annotator.store.repair.log_frames import FRAME_HEADER, HEADER
from annotator.store.repair.repairing import repair
from annotator.system.errors import AnnotatorError, StoreError
from annotator.system.lock import Lock
from tests.annotator.made import TEXT, add_article, make_project, span
from tests.annotator.store.damaged_files import PAGE, spans

KEPT = (
    "SELECT * FROM document ORDER BY id",
    "SELECT * FROM document_text ORDER BY document",
    "SELECT * FROM span ORDER BY id",
    "SELECT * FROM relation ORDER BY id",
    "SELECT * FROM suggestion ORDER BY id",
    "SELECT * FROM edit ORDER BY number",
    "SELECT * FROM edit_document ORDER BY document, edit",
    "SELECT * FROM document_state ORDER BY document",
    "SELECT * FROM document_label ORDER BY document",
    "SELECT * FROM sentence_mark ORDER BY document, start",
    "SELECT * FROM setting ORDER BY name",
    "SELECT * FROM row_head ORDER BY kind, row, edit",
    "SELECT * FROM annotator ORDER BY name",
    "SELECT * FROM claim_index ORDER BY claim",
    "SELECT claim, words FROM claim_words ORDER BY claim",
    "SELECT name, type, sql FROM sqlite_schema ORDER BY name",
)


@pytest.fixture
def path(base, tmp_path):
    return shutil.copy(base.closed, tmp_path / "Stadt.spanwright")


def rows(path):
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
        return [connection.execute(statement).fetchall() for statement in KEPT]


def write(path, statement, *values):
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        return connection.execute(statement, values).fetchall()


def wipe(path, *pages, content=b"\0"):
    """Overwrite pages, counted from 1."""
    with path.open("rb+") as file:
        for page in pages:
            file.seek((page - 1) * PAGE)
            file.write(content * PAGE)


def leaves(path, table):
    """Return the leaf pages of a table."""
    with closing(sqlite3.connect(path)) as connection:
        statement = "SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf' ORDER BY pageno"
        try:
            return [page for (page,) in connection.execute(statement, [table])]
        except sqlite3.OperationalError:
            pytest.skip("this SQLite has no dbstat")


def test_intact_project_is_repaired_unchanged(path, tmp_path):
    before = path.read_bytes()
    report = repair(path, tmp_path / "out.spanwright")
    assert report.whole
    assert rows(tmp_path / "out.spanwright") == rows(path)
    assert check(tmp_path / "out.spanwright", progress=no_progress) == []
    assert path.read_bytes() == before
    assert {each.name for each in tmp_path.iterdir()} <= {
        *("Stadt.spanwright", "Stadt.spanwright.lock", "out.spanwright"),
        *("Stadt.spanwright-shm", "Stadt.spanwright-wal", "out.spanwright-shm", "out.spanwright-wal", ".home"),
    }
    with closing(Project.open(tmp_path / "out.spanwright")) as project:
        add_article(project, "Neu", TEXT + " Neu.")  # goes on as any project


def test_steps_in_the_log_of_a_killed_process_are_saved(base, tmp_path):
    for suffix in ("", "-wal"):
        shutil.copy(f"{base.killed}{suffix}", f"{tmp_path / 'k.spanwright'}{suffix}")
    assert repair(tmp_path / "k.spanwright", tmp_path / "out.spanwright").whole
    assert spans(tmp_path / "out.spanwright") == spans(base.closed)


def test_steps_behind_a_damaged_frame_of_the_log_are_saved(base, tmp_path):
    for suffix in ("", "-wal"):
        shutil.copy(f"{base.killed}{suffix}", f"{tmp_path / 'k.spanwright'}{suffix}")
    log = tmp_path / "k.spanwright-wal"
    content = bytearray(log.read_bytes())
    content[HEADER + 5 * (PAGE + FRAME_HEADER) + 9] ^= 0xFF
    log.write_bytes(content)
    report = repair(tmp_path / "k.spanwright", tmp_path / "out.spanwright")
    assert report.log_broken
    saved, wanted = spans(tmp_path / "out.spanwright"), spans(base.closed)
    assert len(saved) > len(wanted) * 0.9
    shutil.copy(tmp_path / "k.spanwright", tmp_path / "s.spanwright")
    log.rename(tmp_path / "s.spanwright-wal")
    assert len(spans(tmp_path / "s.spanwright")) < len(saved)


def test_labels_of_a_lost_page_come_from_the_log(path, tmp_path):
    wanted = spans(path)
    page = leaves(path, "span")[1]
    wipe(path, page)
    report = repair(path, tmp_path / "out.spanwright")
    assert spans(tmp_path / "out.spanwright") == wanted
    assert {finding.why for finding in report.changed} == {"of_log"}
    assert report.damaged["span"]
    assert check(tmp_path / "out.spanwright", progress=no_progress) == []


def test_removed_labels_stay_removed(path, tmp_path):
    wanted = spans(path)
    everything = {page for table in ("span", "edit") for page in leaves(path, table)[::2]}
    wipe(path, *everything)
    report = repair(path, tmp_path / "out.spanwright")
    saved = spans(tmp_path / "out.spanwright")
    assert saved
    assert saved.items() <= wanted.items()
    lost = {finding.row for finding in report.lost if finding.table == "span"}
    assert set(wanted) - set(saved) <= lost
    assert report.steps_missing


def test_lost_labels_are_named_with_label_place_and_article(tmp_path):
    project = make_project(tmp_path)
    document = add_article(project)
    with project._store.transaction():
        for number in range(60):  # as an import stores them: the log does not hold them
            statement = (
                "INSERT INTO span VALUES (?, ?, 'entities', 'LOC', 0, 8, '[[0,8]]', 'Kürzlich', '{}', '', 0, 'anna', ?)"
            )
            project._store._connection.execute(statement, [f"{number:032x}", document, '{"kind":"import"}'])
    project.close()
    wipe(project.path, leaves(project.path, "span")[0])
    report = repair(project.path, tmp_path / "out.spanwright")
    finding = next(each for each in report.lost if each.table == "span")
    assert (finding.label, finding.why, finding.document, finding.title) == ("LOC", "gone", document, "Kürzlich")
    assert finding.words.startswith("Kürzlich 🎈")
    assert len(report.lost) + report.saved["span"] == 60


def test_changed_text_is_kept_and_reported(path, tmp_path):
    ((document, text),) = write(path, "SELECT document, text FROM document_text LIMIT 1")
    write(path, "UPDATE document_text SET text = ? WHERE document = ?", text.replace("Köln", "K\u00d6ln"), document)
    report = repair(path, tmp_path / "out.spanwright")
    whys = {finding.why for finding in report.changed if finding.document == document}
    assert whys == {"text_damaged", "other_words"}
    assert spans(tmp_path / "out.spanwright") == spans(path)
    assert not report.lost


def test_text_is_taken_from_backup_by_its_hash(path, tmp_path):
    with closing(Project.open(path)) as project:
        project._store.back_up(reason="daily")
    ((document, text),) = write(path, "SELECT document, text FROM document_text LIMIT 1")
    write(path, "DELETE FROM document_text WHERE document = ?", document)
    report = repair(path, tmp_path / "out.spanwright")
    assert [finding.why for finding in report.changed] == ["text_of_backup"]
    assert write(tmp_path / "out.spanwright", "SELECT text FROM document_text WHERE document = ?", document) == [
        (text,)
    ]
    assert check(tmp_path / "out.spanwright", progress=no_progress) == []


def test_article_without_its_text_is_lost_with_its_labels(path, tmp_path):
    ((document, title),) = write(path, "SELECT id, title FROM document LIMIT 1")
    own = {id_ for id_, row in spans(path).items() if row[0] == document}
    write(path, "DELETE FROM document_text WHERE document = ?", document)
    report = repair(path, tmp_path / "out.spanwright")
    lost = {(finding.table, finding.why) for finding in report.lost}
    assert ("document", "no_text") in lost
    assert ("span", "no_article") in lost
    assert {finding.row for finding in report.lost if finding.table == "span"} == own
    (article,) = report.articles
    assert (article.id, article.title, article.saved, article.lost) == (document, title, 0, len(own))


def test_lost_details_of_an_article_cost_no_label(path, tmp_path):
    ((document,),) = write(path, "SELECT id FROM document LIMIT 1")
    wanted = spans(path)
    write(path, "DROP TRIGGER document_search_delete")
    write(path, "DELETE FROM document WHERE id = ?", document)
    write(path, "UPDATE edit SET changes = '[]' WHERE kind = 'import'")  # as before version 0.8
    report = repair(path, tmp_path / "out.spanwright")
    assert spans(tmp_path / "out.spanwright") == wanted
    assert "details_lost" in {finding.why for finding in report.changed}
    ((title,),) = write(tmp_path / "out.spanwright", "SELECT title FROM document WHERE id = ?", document)
    assert "Kürzlich" in title


@pytest.mark.parametrize(
    ("change", "why", "kept"),
    [
        ("quote = 'Kölm'", "quote", True),
        ("parts = 'x'", "", True),
        ("parts = '[[1,2]]'", "", True),
        ("start = 0", "", True),
        ("attributes = '{'", "of_log", True),
        ("attributes = 'null'", "of_log", True),
        ("origin = '[]'", "of_log", True),
        ("label = 'LOK'", "value_of_log", True),
        ("annotator = 'nobody'", "value_of_log", True),
        ("document = 'nowhere'", "of_log", True),
    ],
)
def test_damaged_column_is_mended_or_reported(path, tmp_path, change, why, kept):
    ((id_,),) = write(path, "SELECT id FROM span WHERE label = 'LOC' LIMIT 1")
    write(path, f"UPDATE span SET {change} WHERE id = ?", id_)
    report = repair(path, tmp_path / "out.spanwright")
    assert (id_ in spans(tmp_path / "out.spanwright")) is kept
    assert {finding.why for finding in report.changed if finding.row == id_} == ({why} if why else set())
    assert not [finding for finding in report.lost if finding.table == "span"]


def test_label_without_a_place_is_reported_lost(path, tmp_path):
    ((id_,),) = write(path, "SELECT id FROM span WHERE label = 'LOC' LIMIT 1")
    write(path, "UPDATE span SET quote = 'Nirgends', start = 3 WHERE id = ?", id_)
    write(path, "UPDATE edit SET changes = '[' WHERE instr(changes, ?)", id_)
    report = repair(path, tmp_path / "out.spanwright")
    assert ("span", id_, "no_place") in {(each.table, each.row, each.why) for each in report.lost}
    assert "steps_lost" in {each.why for each in report.changed}


def test_step_with_a_damaged_change_is_kept_without_changes(path, tmp_path):
    write(path, 'UPDATE edit SET changes = replace(changes, \'"row":"span"\', \'"row":"spam"\') WHERE kind = \'add\'')
    report = repair(path, tmp_path / "out.spanwright")
    assert {(each.table, each.why) for each in report.changed} == {("edit", "steps_lost")}
    assert check(tmp_path / "out.spanwright", progress=no_progress) == []


def test_json_bomb_in_a_column_is_reported_lost(path, tmp_path):
    write(path, "UPDATE span SET attributes = ? WHERE label = 'LOC'", "[" * 100_000)
    write(path, "UPDATE document SET meta = ?", "[" * 100_000 + "]" * 100_000)
    write(path, "UPDATE edit SET changes = ? WHERE number = 2", '{"a":' * 100_000)
    report = repair(path, tmp_path / "out.spanwright")
    assert spans(tmp_path / "out.spanwright").keys() == spans(path).keys()
    assert "details_damaged" in {each.why for each in report.changed}


_OLDER = "UPDATE edit SET changes = '[]' WHERE kind = 'create'"  # a log that does not begin with the schema


def test_lost_schema_is_taken_from_backup(path, tmp_path):
    with closing(Project.open(path)) as project:
        project._store.back_up(reason="daily")
    ((wanted,),) = write(path, "SELECT value FROM setting WHERE name = 'schema'")
    write(path, "UPDATE setting SET value = 'x' WHERE name = 'schema'")
    report = repair(path, tmp_path / "logged.spanwright")
    assert [(each.table, each.why) for each in report.changed] == [("setting", "of_log")]
    write(path, _OLDER)
    report = repair(path, tmp_path / "out.spanwright")
    assert [(each.table, each.why) for each in report.changed] == [("setting", "of_backup")]
    assert write(tmp_path / "out.spanwright", "SELECT value FROM setting WHERE name = 'schema'") == [(wanted,)]


def test_lost_schema_is_replaced_and_reported(path, tmp_path):
    write(path, "DELETE FROM setting")
    write(path, _OLDER)
    report = repair(path, tmp_path / "out.spanwright")
    assert [(each.table, each.why) for each in report.changed] == [("setting", "schema_made")]
    Project.open(tmp_path / "out.spanwright").close()


def test_foreign_objects_are_left_out_and_own_tables_kept(path, tmp_path):
    write(path, "CREATE TRIGGER evil AFTER INSERT ON edit BEGIN DELETE FROM span; END")
    write(path, "CREATE VIEW mine AS SELECT * FROM span")
    write(path, "CREATE TABLE notes (id INTEGER PRIMARY KEY, words TEXT DEFAULT (hex(randomblob(9))), more REAL)")
    write(path, "INSERT INTO notes VALUES (7, 'ä', 1.5), (9, NULL, NULL)")
    report = repair(path, tmp_path / "out.spanwright")
    assert set(report.foreign) == {"trigger evil", "view mine"}
    assert report.own == {"notes": 2}
    assert write(tmp_path / "out.spanwright", "SELECT * FROM notes") == [(7, "ä", 1.5), (9, None, None)]
    assert write(tmp_path / "out.spanwright", "SELECT count(*) FROM sqlite_schema WHERE name IN ('evil', 'mine')") == [
        (0,)
    ]
    assert spans(tmp_path / "out.spanwright") == spans(path)


def test_names_newest_good_backup_and_its_missing_steps(path, tmp_path):
    with closing(Project.open(path)) as project:
        good = project._store.back_up(reason="daily")
        document = str(next(iter(spans(path).values()))[0])
        text = project.read.text(document)
        project.do(edits.add([span(document, "EU", "ORG", text=text)]))
        bad = project._store.back_up(reason="migration")
    wipe(bad, 5, 6, 7, content=b"\x33")
    report = repair(path, tmp_path / "out.spanwright")
    assert report.backup is not None
    assert report.backup.path == good
    assert report.backup.labels == len(spans(path)) - 1
    (step,) = report.backup.lacks
    assert (step.kind, step.annotator, step.changes) == ("add", "anna", 1)
    assert step.titles[0].startswith("Artikel")


def test_lost_steps_are_taken_from_backup(path, tmp_path):
    with closing(Project.open(path)) as project:
        project._store.back_up(reason="daily")
    wanted = rows(path)
    wipe(path, *leaves(path, "edit")[1:3])
    report = repair(path, tmp_path / "out.spanwright")
    assert rows(tmp_path / "out.spanwright") == wanted
    assert not report.lost
    assert {(each.table, each.why) for each in report.changed} == {("edit", "of_backup")}


def test_project_that_is_open_for_writing_is_refused(path, tmp_path):
    lock = Lock(path)
    try:
        with pytest.raises(StoreError) as refused:
            repair(path, tmp_path / "out.spanwright")
    finally:
        lock.release()
    assert refused.value.code == "store.locked"
    assert not (tmp_path / "out.spanwright").exists()


@pytest.mark.parametrize("made", ["nothing", "words", "folder", "other", "empty"])
def test_repair_refuses_other_files(tmp_path, made):
    path = tmp_path / "p.spanwright"
    if made == "folder":
        path.mkdir()
    elif made == "words":
        path.write_text("Kein Projekt. " * 9000)
    elif made == "empty":
        path.touch()
    elif made == "other":
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("CREATE TABLE a (b)")
    with pytest.raises(AnnotatorError):
        repair(path, tmp_path / "out.spanwright")
    assert not (tmp_path / "out.spanwright").exists()
    assert not list(tmp_path.glob(".out*"))


def test_repair_never_overwrites(path, tmp_path):
    (tmp_path / "out.spanwright").write_text("mine")
    with pytest.raises(StoreError, match="exists"):
        repair(path, tmp_path / "out.spanwright")
    assert (tmp_path / "out.spanwright").read_text() == "mine"


def test_table_of_the_user_runs_no_statement_of_the_file(path, tmp_path):
    write(path, "CREATE TABLE endless (a)")
    write(path, "INSERT INTO endless VALUES (x'00ff')")
    endless = "CREATE TABLE endless AS WITH RECURSIVE n(a) AS (SELECT 1 UNION ALL SELECT a FROM n) SELECT a FROM n"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("UPDATE sqlite_schema SET sql = ? WHERE name = 'endless'", [endless])
        connection.commit()
    report = repair(path, tmp_path / "out.spanwright")
    assert report.own == {"endless": 1}
    assert write(tmp_path / "out.spanwright", "SELECT column0 FROM endless") == [(b"\x00\xff",)]


def test_half_a_character_in_the_log_is_reported_lost(path, tmp_path):
    ((number, changes),) = write(path, "SELECT number, changes FROM edit WHERE kind = 'add' LIMIT 1")
    write(
        path, "UPDATE edit SET changes = ? WHERE number = ?", changes.replace('"note":""', r'"note":"\ud800"'), number
    )
    wipe(path, leaves(path, "span")[0])
    report = repair(path, tmp_path / "out.spanwright")
    assert spans(tmp_path / "out.spanwright")
    assert report.lost
