"""A flipped bit in any value costs no row: the value is taken from the log, or kept and reported."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from annotator.model import schema_file
from annotator.processes.worker import no_progress
from annotator.project.project import Project, check
from annotator.store.checks.quick_check import quick_faults
from annotator.store.repair.mending import near
from annotator.store.repair.repairing import repair
from tests.annotator.store.flipped_values import PAGE, flip, make_city

BACK = "the value is taken from the log, or is the only one it can have been"
TOLD = "the value is kept, and reported with the one in the log"
KEPT = "the value is kept; nothing says that it is damaged"
FATES = {
    BACK: {
        "document": "id sha256 language meta excluded split",
        "document_text": "document text",
        "span": "id document layer label parts quote attributes annotator origin",
        "relation": "id label head tail attributes annotator origin",
        "identity": "id label aliases",
        "suggestion": "id document layer label parts quote attributes relations state",
        "document_state": "document annotator state",
        "document_label": "document annotator label value",
        "sentence_mark": "document annotator state",
        "settled": "id document layer annotator taken",
        "comment": "id document span annotator",
        "assignment": "document annotator",
        "review": "document annotator",
        "edit": "id kind annotator undoes",
        "row_head": "edit",
        "edit_document": "document",
        "annotator": "name",
    },
    TOLD: {
        "document": "title",
        "span": "note",
        "identity": "name",
        "suggestion": "source version",
        "settled": "asked rule",
        "comment": "text made",
        "assignment": "purpose",
        "review": "made",
    },
    KEPT: {"document": "added", "edit": "at facts", "annotator": "created", "setting": "value"},
}
CASES = [(t, c, fate) for fate, of in FATES.items() for t, columns in of.items() for c in columns.split()]
WITHOUT_LOG = "UPDATE edit SET changes = '[]'"  # as for labels that were imported before version 0.8


@pytest.fixture(scope="module")
def city(tmp_path_factory):
    return make_city(tmp_path_factory.mktemp("city"))


@pytest.fixture
def path(city, tmp_path):
    return shutil.copy(city, tmp_path / "Stadt.spanwright")


def rows(path, table):
    with closing(sqlite3.connect(path)) as connection:
        return sorted(connection.execute(f"SELECT * FROM {table}").fetchall(), key=repr)


def run(path, statement):
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(statement)
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def repaired(path: Path):
    """Repair a project; return the new file and the report. The new file must be in order."""
    out = path.with_name("out.spanwright")
    report = repair(path, out)
    assert check(out, progress=no_progress) == []
    with closing(Project.open(out)) as project:
        assert quick_faults(project._store._connection) == []
    return out, report


@pytest.mark.parametrize(("table", "column", "fate"), CASES, ids=lambda value: value[:20])
def test_flipped_bit_costs_no_row(path, city, table, column, fate):
    wanted = rows(city, table)
    before, after = flip(path, table, column)
    out, report = repaired(path)
    found = rows(out, table)
    assert report.lost == ()
    assert len(found) == len(wanted)
    if fate == BACK:
        assert found == wanted
    else:
        assert after in {value for row in found for value in row}
        told = [(each.table, each.why, each.was) for each in report.changed]
        assert told == ([(table, "other_in_log", before)] if fate == TOLD else [])


def test_report_names_damaged_label_and_its_words(path):
    _, after = flip(path, "span", "label")
    _, report = repaired(path)
    (finding,) = report.changed
    assert (finding.table, finding.why, finding.was) == ("span", "value_of_log", after)
    assert (finding.label, finding.words, finding.title) == ("LOC", "Köln", "Kürzlich")


def test_damaged_value_in_the_log_changes_no_label(path, city):
    ((number, changes),) = [row for row in of_log(path) if '"label":"LOC"' in row[1] and '"row":"span"' in row[1]][:1]
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(
            "UPDATE edit SET changes = ? WHERE number = ?", [changes.replace('"LOC"', '"LGC"', 1), number]
        )
    out, report = repaired(path)
    assert rows(out, "span") == rows(city, "span")
    assert [(each.table, each.why, each.was) for each in report.changed] == [("span", "log_damaged", "LGC")]


def of_log(path):
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute("SELECT number, changes FROM edit WHERE kind = 'add' ORDER BY number").fetchall()


@pytest.mark.parametrize(
    ("table", "column", "where"),
    [
        ("span", "label", "labels"),
        ("relation", "label", "relations"),
        ("document_label", "label", "document_labels"),
    ],
)
def test_unknown_label_without_log_is_added_to_schema(path, city, table, column, where):
    run(path, WITHOUT_LOG)
    _, after = flip(path, table, column)
    out, report = repaired(path)
    assert len(rows(out, table)) == len(rows(city, table))
    (finding,) = [each for each in report.changed if each.table == table]
    assert finding.why == "added_to_schema"
    assert after in finding.was
    with closing(Project.open(out)) as project:
        added = {name for each in getattr(project.schema, where) for name in each.name.values()}
        assert f"{after} (unknown)" in added
        assert f"{after} (unbekannt)" in added


def test_unknown_layer_is_the_one_that_has_the_label(path, city):
    run(path, WITHOUT_LOG)
    _, after = flip(path, "span", "layer")
    out, report = repaired(path)
    assert rows(out, "span") == rows(city, "span")
    assert [(each.why, each.was) for each in report.changed if each.table == "span"] == [("single_bit", after)]


def test_unknown_layer_with_unknown_label_is_added_to_schema(path):
    run(path, WITHOUT_LOG)
    run(path, "UPDATE span SET layer = 'enti|ies', label = 'LGC' WHERE label = 'LOC'")
    out, report = repaired(path)
    assert [each.was for each in report.changed if each.table == "span"] == ["enti|ies", "LGC"]
    with closing(Project.open(out)) as project:
        (layer,) = [each for each in project.schema.layers if each.name["en"] == "enti|ies (unknown)"]
        assert [label.name["de"] for label in layer.labels] == ["LGC (unbekannt)"]


def test_unknown_value_without_log_is_added_to_its_field(path):
    run(path, WITHOUT_LOG)
    run(path, "UPDATE span SET attributes = replace(attributes, 'affirms', 'affizms')")
    out, report = repaired(path)
    (finding,) = [each for each in report.changed if each.table == "span"]
    assert (finding.why, finding.was) == ("added_to_schema", "stance: affizms")
    with closing(Project.open(out)) as project:
        field = project.schema.attribute("claims", "stance")
        assert field is not None
        assert field.allows("affizms")
        assert schema_file.loads(schema_file.dumps(project.schema), name="") == project.schema


@pytest.mark.parametrize("label", ["", "K\u00f6ln", "L?C", "9", "\u0001", "L" * 300])
def test_label_that_no_schema_can_have_is_renamed(path, city, label):
    run(path, WITHOUT_LOG)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("UPDATE span SET label = ? WHERE label = 'LOC'", [label])
    out, report = repaired(path)
    assert len(rows(out, "span")) == len(rows(city, "span"))
    assert {each.why for each in report.changed if each.table == "span"} <= {"added_to_schema", "label_lost"}
    assert [each for each in report.changed if each.table == "span"]


def test_label_that_no_schema_can_have_is_added_once(path, city):
    run(path, WITHOUT_LOG)
    run(path, "UPDATE span SET label = '?-' WHERE layer = 'entities'")
    out, report = repaired(path)
    with closing(Project.open(city)) as before, closing(Project.open(out)) as after:
        assert len(after.schema.labels) == len(before.schema.labels) + 1
    assert len({row for row in report.changed if row.why == "added_to_schema"}) > 1


def test_check_names_value_that_its_field_lacks(path):
    run(path, "UPDATE span SET attributes = replace(attributes, 'affirms', 'affizms')")
    assert [what for table, _, what in check(path, progress=no_progress) if table == "span"] == [
        "the schema has no value 'affizms' of stance"
    ]


def test_schema_with_flipped_label_is_taken_from_the_log(path, city):
    run(path, "UPDATE setting SET value = replace(value, '\"CLAIM\"', '\"CLAAM\"') WHERE name = 'schema'")
    out, report = repaired(path)
    assert [(each.table, each.row, each.why) for each in report.changed] == [("setting", "schema", "of_log")]
    assert rows(out, "span") == rows(city, "span")


def test_two_people_with_similar_names_stay_apart(path):
    run(path, "INSERT INTO annotator VALUES ('annb', '2026-01-01T00:00:00Z')")
    run(path, "UPDATE document_state SET annotator = 'annb'")
    run(path, WITHOUT_LOG)
    out, _ = repaired(path)
    assert {row[1] for row in rows(out, "document_state")} == {"annb"}


def test_disputes_and_branches_of_a_merge_are_kept(path):
    said = '[{"edit":"a","annotator":"anna","value":"LOC"},{"edit":"b","annotator":"ben","value":"ORG"}]'
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("INSERT INTO row_head SELECT 'span', span.id, edit.id FROM span, edit WHERE edit.number < 6")
        connection.execute("INSERT INTO dispute SELECT 'span', id, 'label', ? FROM span LIMIT 1", [said])
    wanted = [rows(path, table) for table in ("row_head", "dispute")]
    out, report = repaired(path)
    assert [rows(out, table) for table in ("row_head", "dispute")] == wanted
    assert report.whole


def test_lost_step_leaves_no_undo_of_nothing(path):
    run(path, "DELETE FROM edit WHERE id IN (SELECT undoes FROM edit)")
    _, report = repaired(path)
    assert [(each.table, each.why) for each in report.changed if each.table == "edit"] == [("edit", "undoes_lost")]
    assert report.steps_missing == 1


@pytest.mark.parametrize(("gone", "why"), [(0, "of_log"), (2, "of_log_in_part")])
def test_row_of_incomplete_log_may_have_been_removed(path, city, gone, why):
    run(path, f"DELETE FROM edit WHERE number = {gone}")
    with closing(sqlite3.connect(path)) as connection:
        (root,) = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'assignment'").fetchone()
    content = bytearray(path.read_bytes())
    content[(root - 1) * PAGE : root * PAGE] = bytes(PAGE)
    path.write_bytes(content)
    out, report = repaired(path)
    assert rows(out, "assignment") == rows(city, "assignment")
    assert [each.why for each in report.changed if each.table == "assignment"] == [why]


def test_step_that_undoes_itself_undoes_nothing(path):
    run(path, "UPDATE edit SET undoes = id WHERE undoes IS NOT NULL")
    _, report = repaired(path)
    assert {each.why for each in report.changed if each.table == "edit"} == {"undoes_lost"}


def test_steps_below_one_are_numbered_anew(path, city):
    run(path, "UPDATE edit SET number = -7 WHERE number = 3")
    run(path, "DELETE FROM edit WHERE number = 4")
    out, _ = repaired(path)
    ids = [row[1] for row in rows(city, "edit") if row[0] != 4]
    assert {row[1] for row in rows(out, "edit")} == set(ids)
    assert sorted(row[0] for row in rows(out, "edit")) == [*range(1, len(ids) + 1)]


HOSTILE = {
    "row of the log is of a strange kind": ("edit", "changes", '[{"before":null,"after":{"row":[]}}]'),
    "taken is a number": ("settled", "taken", "5"),
    "taken holds lists": ("settled", "taken", "[[1]]"),
    "aliases are numbers": ("identity", "aliases", "[1]"),
    "furniture is outside the text": ("document", "excluded", "[[5,100000]]"),
    "role is an object": ("relation", "attributes", '{"role":{}}'),
    "field is a list": ("span", "attributes", '{"stance":[[]]}'),
    "field has a number": ("span", "attributes", '{"stance":7}'),
    "value is no id": ("span", "attributes", '{"stance":"\u00e4 ?"}'),
    "citations are words": ("span", "attributes", '{"citations":"x"}'),
    "label of an article is no id": ("document_label", "label", "? ?"),
    "value of an article is no id": ("document_label", "value", "\u00fc/"),
    "relation has no name": ("relation", "label", ""),
    "facts are a list": ("edit", "facts", "[]"),
    "place is far away": ("sentence_mark", "end", 10**18),
}


@pytest.mark.parametrize("case", HOSTILE)
@pytest.mark.parametrize("logged", [True, False])
def test_hostile_value_stops_no_repair(path, city, case, logged):
    table, column, value = HOSTILE[case]
    if not logged:
        run(path, WITHOUT_LOG)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(f"UPDATE {table} SET {column} = ?", [value])
    out, _ = repaired(path)
    assert len(rows(out, "span")) == len(rows(city, "span"))


def test_half_characters_in_the_log_stop_no_repair(path):
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for number, changes in connection.execute("SELECT number, changes FROM edit").fetchall():
            damaged = changes.replace('"LOC"', r'"\ud800"').replace('"anna"', r'"\ud800"')
            connection.execute("UPDATE edit SET changes = ? WHERE number = ?", [damaged, number])
        connection.execute("UPDATE span SET attributes = '{', label = 'LGC'")
        connection.execute("UPDATE document_state SET state = 'dofe'")
    out, _ = repaired(path)
    assert len(rows(out, "span")) == len(rows(path, "span"))


def test_only_one_damaged_bit_counts_as_near():
    assert near("CLAAM", ["CLAIM", "CLUE"]) == "CLAIM"
    assert near("CLAIM", ["CLAIM"]) is None
    assert near("CLXXM", ["CLAIM"]) is None
    assert near("a", ["b", "c", "`"]) is None  # `c` and `` ` `` both differ in one bit
    assert near(None, ["CLAIM"]) is None
