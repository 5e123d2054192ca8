"""The index row of each claim is right, whichever program wrote the claim."""

import sqlite3
from contextlib import closing

import pytest
from sqlite_utils import Database

from annotator.editing import edits
from annotator.editing.identities import identify, new_identity
from annotator.formats.shared.renewed import with_new_ids
from annotator.model.values import ENTITIES, Identity, Relation, new_id
from annotator.store.migrating.migrations import MIGRATIONS
from tests.annotator.made import add_article, claim, span


def kept(project):
    """Return the index rows of claims, after comparing them with the claims."""
    with closing(sqlite3.connect(project.path)) as connection:
        every = "SELECT * FROM {} ORDER BY claim"
        rows = connection.execute(every.format("claim_index")).fetchall()
        assert rows == connection.execute(every.format("claim_now")).fetchall()
        names = [column[1] for column in connection.execute("PRAGMA table_info(claim_index)")]

    return [dict(zip(names, row, strict=True)) for row in rows]


def said(project, document):
    """Store a claim and its claimant."""
    made = claim(document, "sie spare viel", attributes={"topic": "Haushalt", "stance": "affirms"})
    name = span(document, "EU-Kommission", "ORG")
    relation = Relation(id=new_id(), label="claimant", head=made.id, tail=name.id, annotator="anna")
    project.do(edits.add([made, name], [relation]))
    return made, name, relation


def test_claim_index_has_the_claimant(project, document):
    made, name, _ = said(project, document)
    (row,) = kept(project)
    assert {name: value for name, value in row.items() if value is not None} == {
        "claim": made.id,
        "document": document,
        "annotator": "anna",
        "claimant": name.id,
        "words": "EU-Kommission",
        "label": "ORG",
        "topic": "Haushalt",
        "stance": "affirms",
    }


def test_claim_index_has_claims_after_migration(tmp_path):
    database = Database(sqlite3.connect(tmp_path / "old.db", isolation_level=None))
    MIGRATIONS.apply(database, stop_before="m004_claim_index")
    database.execute("INSERT INTO annotator VALUES ('anna', '')")
    database.execute(
        "INSERT INTO document VALUES ('d', 'T', '', 'de', NULL, NULL, NULL, NULL, '{}', '[]', 9, '', NULL)"
    )
    spans = (("c", "claims", '{"topic": 7}'), ("x", "claims", "no json"), ("n", "entities", "no json"))
    for id_, layer, attributes in spans:
        row = (id_, "d", layer, "L", 0, 1, "[[0,1]]", f"words of {id_}", attributes, "", 0, "anna", "{}")
        database.execute(f"INSERT INTO span VALUES ({','.join('?' * len(row))})", row)
    database.execute("INSERT INTO relation VALUES ('r', 'claimant', 'c', 'n', '{}', 'anna', '{}')")
    MIGRATIONS.apply(database)
    found = database.execute("SELECT claim, words, topic FROM claim_index").fetchall()
    database.close()
    assert found == [("c", "words of n", "7")]


def test_claim_index_follows_changes_and_undo(project, document):
    made, name, relation = said(project, document)
    project.do(edits.change(made, annotator="anna", attributes={"topic": None, "verdict": "refuted"}))
    (row,) = kept(project)
    assert (row["topic"], row["verdict"]) == (None, "refuted")
    city = new_identity("Kommission", "ORG")
    project.do(identify([name], city, annotator="anna", new=True))
    assert kept(project)[0]["identity"] == city.id
    project.undo(document)
    assert kept(project)[0]["identity"] is None
    project.do(edits.move(name, ((name.start, name.start + 2),), annotator="anna"))
    assert kept(project)[0]["words"] == "EU"
    changed = project.read.spans_of([made.id])[0]
    project.do(edits.unrelate(changed, [relation], annotator="anna"))
    assert kept(project)[0]["claimant"] is None
    project.undo(document)
    assert kept(project)[0]["words"] == "EU"
    moved = project.read.spans_of([name.id])[0]
    project.do(edits.remove([changed, moved], [relation], annotator="anna"))
    assert kept(project) == []
    project.undo(document)
    assert len(kept(project)) == 1


def test_claim_index_follows_relabelling_and_new_claimant(project, document):
    made, _, relation = said(project, document)
    other = span(document, "Köln")
    project.do(edits.relate(made, "claimant", other, annotator="anna", replacing=[relation], adding=True))
    assert kept(project)[0]["words"] == "Köln"
    project.do(edits.relabel(made, ENTITIES, "MISC", annotator="anna"))
    assert kept(project) == []


def test_deleted_articles_delete_their_claims(project, document):
    said(project, document)
    other = add_article(project, "Zweiter", "Die EU-Kommission 🎈 sagt, sie spare viel.")
    second = claim(other, "sie spare viel", text="Die EU-Kommission 🎈 sagt, sie spare viel.")
    project.do(edits.add(second))
    project.delete_documents([document])
    assert [row["claim"] for row in kept(project)] == [second.id]


def test_claim_index_has_imported_claims(project, document):
    said(project, document)
    annotated = project.read.annotated(document, None)
    project.add_annotated([with_new_ids(annotated)])
    assert len(kept(project)) == 2


def test_identities_are_found_by_name_and_mention(project, document):
    made = [
        Identity(id=name, name=name, label="LOC", aliases=aliases)
        for name, aliases in (("Köln", ("Colonia",)), ("Kölner Bucht", ()))
    ]
    for identity in made:
        mention = span(document, "Köln", attributes={"identity": identity.id})
        project.do(
            edits.Edit(
                kind=edits.EditKind.IDENTIFY,
                annotator="anna",
                changes=(edits.Change(after=identity), edits.Change(after=mention)),
            )
        )
    assert project.read.who.called("kÖLN", most=5) == ["Köln", "Kölner Bucht"]
    assert project.read.who.called("colonia", most=5) == ["Köln"]
    assert project.read.who.called("köln", most=1) == ["Köln"]
    assert sorted(project.read.who.identities_in(document)) == ["Köln", "Kölner Bucht"]
    assert len(project.read.who.mentions(["Köln", "Kölner Bucht"])) == 2


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Jörg Weiß", "WEISS"),
        ("Jörg Weiss", "weiß"),
        ("EU–Kommission", "eu-kommission"),
        ("Émile Ørsted", "ørsted"),
        ("Πέτρος", "πέτρος"),
    ],
)
def test_names_in_a_document_are_found_in_any_case(project, document, name, words):
    identity = Identity(id="i", name=name, label="PER")
    mention = span(document, "Köln", "PER", attributes={"identity": "i"})
    rows = tuple(edits.Change(after=row) for row in (identity, mention))
    project.do(edits.Edit(kind=edits.EditKind.IDENTIFY, annotator="anna", changes=rows))
    assert project.read.who.like(words, document, most=5) == ["i"]
    assert project.read.who.like(words, "elsewhere", most=5) == []
