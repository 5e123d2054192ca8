"""The tables and views of a project file, as other programs see them."""

import json
import sqlite3

from sqlite_utils import Database

from annotator.editing.edits import Change, Edit, EditKind
from annotator.model.schema_file import dumps, load, loads
from annotator.model.values import Settled
from annotator.project.project import Project
from annotator.store.migrating.migrations import MIGRATIONS
from annotator.store.reader import DocumentQuery
from tests.annotator.store.old_files import old_file


def made():
    database = Database(sqlite3.connect(":memory:", isolation_level=None))
    MIGRATIONS.apply(database)
    return database


def test_the_tables_and_views_that_others_rely_on_are_there():
    database = made()
    assert {"document", "document_text", "span", "relation", "suggestion", "edit"} <= set(database.table_names())
    assert set(database.view_names()) == {
        "annotation",
        "claim_card",
        "claim_now",
        "document_words",
        "progress",
        "replaced",
    }
    for view in database.view_names():
        assert list(database[view].rows) == []
    database.close()


def test_migrating_twice_changes_nothing():
    database = made()
    before = database.schema
    MIGRATIONS.apply(database)
    assert database.schema == before
    database.close()


def test_every_table_is_strict_about_what_it_holds():
    database = made()
    indexes = "_", "document_search", "claim_search"  # SQLite's own
    loose = [t.name for t in database.tables if not t.strict and not t.name.startswith(indexes)]
    assert loose == []
    database.close()


def test_older_claims_are_found_after_migration():
    database = Database(sqlite3.connect(":memory:", isolation_level=None))
    MIGRATIONS.apply(database, stop_before="m003_claim_search")
    database.execute("INSERT INTO annotator VALUES ('anna', '')")
    database.execute("INSERT INTO document VALUES ('d', '', '', 'de', '', '', '', '', '', '', 0, '', '')")
    saying = "Straßen"
    said = [("a", "claims", '{"claim_text": "Züge"}'), ("b", "claims", "damaged"), ("c", "entities", "{}")]
    for id_, layer, attributes in said:
        database.execute(
            "INSERT INTO span VALUES (?, 'd', ?, '', 0, 1, '', ?, ?, '', 0, 'anna', '')",
            [id_, layer, saying, attributes],
        )
    MIGRATIONS.apply(database)
    found = database.query(
        "SELECT claim FROM claim_words WHERE number IN (SELECT rowid FROM claim_search(?))", ["strass*"]
    )
    assert [row["claim"] for row in found] == ["a", "b"]
    assert [row["term"] for row in database.query("SELECT term FROM claim_search_word")] == ["strassen", "zuge"]
    database.close()


def test_schema_gets_citations_and_speaking_places():
    def field(id_, **more):
        words = {"de": id_, "en": id_}
        return {"id": id_, "layer": "claims", "kind": "text", "name": words, "help": words, "key": "y", **more}

    role = {"id": "supports", "name": {"en": "supports"}, "help": {}, "key": "1"}
    former = [field("evidence_url"), field("evidence_quote"), field("evidence_role", kind="choice", values=[role])]
    said = "A claimant is a person or an organisation; a place that acts is an organisation."
    condition = {
        "relation": "claimant",
        "test": "in",
        "values": ["entities.PER", "entities.ORG", "attribution.SPEAKER"],
    }
    rule = {"id": "claimant_can_speak", "of": ["claims"], "when": [], "then": condition, "words": {"en": said}}
    news, placeless = json.loads(dumps(load("news"))), json.loads(dumps(load("news")))
    placeless["layers"][0]["labels"] = [label for label in news["layers"][0]["labels"] if label["id"] != "LOC"]
    placeless["relations"] = [{"id": "claimant", "name": {}, "help": {}, "head": ["claims"], "tail": ["entities"]}]
    schemas = {
        "ours": {**news, "attributes": [field("topic"), *former, field("note")], "rules": [rule]},
        "changed": {**news, "attributes": [former[0]], "rules": [{**rule, "words": {"en": "Only people speak."}}]},
        "placeless": {**placeless, "attributes": [], "rules": [rule]},
    }
    after = {}
    for name, schema in schemas.items():
        database = Database(sqlite3.connect(":memory:", isolation_level=None))
        MIGRATIONS.apply(database, stop_before="m008_citations")
        database.execute("INSERT INTO setting VALUES ('schema', ?)", [json.dumps(schema)])
        MIGRATIONS.apply(database)
        ((text,),) = database.execute("SELECT value FROM setting").fetchall()
        after[name] = loads(text, name=name)
        database.close()
    ours = after["ours"]
    assert [(field.id, str(field.kind)) for field in ours.attributes_of("claims")] == [
        *(("topic", "text"), ("citations", "citations"), ("note", "text"))
    ]
    assert [value.id for value in ours.attributes_of("claims")[1].values] == ["supports"]
    assert "entities.LOC" in ours.rules[0].then.values
    assert "a place" in ours.rules[0].words["en"]
    for name in ("changed", "placeless"):
        assert dumps(after[name]) == dumps(loads(json.dumps(schemas[name]), name=name))


def test_settled_questions_go_with_their_article(tmp_path):
    path = old_file("m009", tmp_path)
    project = Project.open(path)
    project.set_annotator("chris")
    document = project.read.document_ids(DocumentQuery(annotator=None))[0]
    row = Settled(
        id="0" * 64,
        document=document,
        layer="entities",
        start=0,
        end=4,
        annotator="chris",
        asked="1" * 64,
        taken=("a", "b"),
        rule="hand",
    )
    project.do(Edit(kind=EditKind.ADJUDICATE, annotator="chris", changes=(Change(after=row),)))
    assert project.read.settled(document) == [row]
    project.undo(document)
    assert project.read.settled(document) == []
    project.redo(document)
    project.delete_documents([document])
    assert project.read.settled(document) == []
    project.close()
