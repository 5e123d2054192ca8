"""The project file, read through `Store` and by plain SQL."""

import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest

from annotator.corpus.article import Article
from annotator.editing import edits
from annotator.model.query import Order, Query
from annotator.model.values import ENTITIES, DocumentLabel, Identity, SentenceMark, State, new_id
from annotator.project.project import Project
from annotator.store.queries.searching import TitleQuery
from annotator.store.reader import DocumentQuery
from annotator.store.store import Store
from annotator.system.errors import RowConflict, StoreError
from annotator.text.normalization import fingerprint
from annotator.text.tokens import from_pairs
from tests.annotator.made import OTHER, TEXT, add_article, claim, every_annotated, make_project, span, suggestion


def ask(project, sql):
    with closing(sqlite3.connect(project.path)) as connection:
        return connection.execute(sql).fetchall()


def titles(project, **query):
    asked = DocumentQuery(annotator=query.pop("annotator", "anna"), **query)
    ids = project.read.document_ids(asked)
    assert list(project.read.iter_document_ids(asked)) == ids
    assert project.read.count_documents(replace(asked, first=None)) >= len(ids)
    if asked.first is None:
        assert project.read.count_documents(asked) == len(ids)
    return [project.read.document(id_).title for id_ in ids]


def test_the_annotation_view_gives_each_span_with_its_article(project, document):
    project.do(edits.add(span(document, "Köln", note="am Rhein", doubt=True)))
    rows = ask(project, "SELECT title, layer, label, quote, start, end, annotator, note, doubt, origin FROM annotation")
    start = TEXT.index("Köln")
    assert rows == [
        ("Kürzlich", "entities", "LOC", "Köln", start, start + 4, "anna", "am Rhein", 1, "human"),
    ]


def test_claim_card_view_has_claimant_and_cue(project, document):
    said = claim(document, "sie spare viel", attributes={"stance": "affirms"})
    who, cue = span(document, "EU-Kommission", "ORG"), span(document, "sagt", "CUE", "attribution")
    project.do(edits.add([said, who, cue]))
    project.do(edits.relate(said, "claimant", who, annotator="anna"))
    project.do(edits.relate(said, "cue", cue, annotator="anna"))
    rows = ask(project, "SELECT title, claim, claimant, cue, kind, stance, verdict, annotator FROM claim_card")
    assert rows == [("Kürzlich", "sie spare viel", "EU-Kommission", "sagt", None, "affirms", None, "anna")]


def test_claim_card_view_has_claims_without_claimant(project, document):
    project.do(edits.add([claim(document, "sie spare viel"), span(document, "Köln")]))
    assert ask(project, "SELECT claim, claimant, cue FROM claim_card") == [("sie spare viel", None, None)]


def test_progress_view_counts_articles_by_annotator_and_state(project, document):
    add_article(project, "Anderer", OTHER)
    project.do(edits.set_state(None, document, State.DONE, annotator="anna"))
    project.set_annotator("boris")
    rows = ask(project, "SELECT * FROM progress ORDER BY annotator, state")
    assert rows == [("anna", "done", 1), ("anna", "open", 1), ("boris", "open", 2)]


def test_title_search_is_literal_and_ignores_case(project):
    for number, title in enumerate(["100 % Ökostrom", "100 Prozent", "a_b", "aXb", "\\"]):
        add_article(project, title, f"Text {number}")
    assert titles(project, title="%") == ["100 % Ökostrom"]
    assert titles(project, title="_") == ["a_b"]
    assert titles(project, title="\\") == ["\\"]
    assert titles(project, title="ökoSTROM") == ["100 % Ökostrom"]
    assert titles(project, title="'; DROP TABLE span") == []


def test_documents_are_found_by_state(project, document):
    other = add_article(project, "Anderer", OTHER)
    third = add_article(project, "Dritter", "Drei.")
    project.do(edits.set_state(None, other, State.DONE, annotator="anna"))
    project.do(edits.set_state(None, third, State.OPEN, annotator="anna"))
    assert titles(project) == ["Kürzlich", "Anderer", "Dritter"]
    assert titles(project, state=State.OPEN) == ["Kürzlich", "Dritter"]
    assert titles(project, state=State.DONE) == ["Anderer"]
    assert titles(project, state=State.DONE, annotator="boris") == []
    assert titles(project, state=State.DONE, annotator=None) == ["Anderer"]
    assert titles(project, state=State.OPEN, annotator=None) == ["Kürzlich", "Dritter"]


def test_titles_are_searched_in_slices_for_all_words(project):
    names = ["Große Fähre 🎈", "Fähre nach Möwenort", "100 % Nebel", "GROSSE fähre", "Fähre, große"]
    project.add_articles([Article(title=name, text=f"{name}.", language="de") for name in names])
    found: list[str] = []
    after: int | None = 0
    while after is not None:
        answer = project.read.search.titled(TitleQuery(words=("große", "FÄHRE"), after=after, scanned=2, limit=9))
        found += [title for _, title, *_ in answer.documents]
        after = answer.reached
    assert found == ["Große Fähre 🎈", "GROSSE fähre", "Fähre, große"]
    first = project.read.search.titled(TitleQuery(words=("fähre",), scanned=100, limit=1))
    assert ([title for _, title, *_ in first.documents], first.reached) == (["Fähre nach Möwenort"], None)
    assert project.read.search.titled(TitleQuery(words=("%",), scanned=100, limit=9)).documents[0][1] == "100 % Nebel"


def test_titles_beginning_with_the_words_come_first(project):
    names = ["Trainer geht", "Kein Rainer mehr", "Viel Rain", "„Rain in Leeds“", "Rain"]
    project.add_articles([Article(title=name, text=f"{name}.", language="de") for name in names])
    found = project.read.search.titled(TitleQuery(words=("RAIN",), scanned=100, limit=4)).documents
    wanted = ["„Rain in Leeds“", "Rain", "Kein Rainer mehr", "Viel Rain"]
    assert [(title, fit) for _, title, _, fit in found] == list(zip(wanted, (0, 0, 1, 1), strict=True))
    ids = project.read.search.ids(Query(title="rain"), "anna")
    assert [project.read.document(id_).title for id_ in ids] == [*wanted, "Trainer geht"]
    newest = project.read.search.ids(Query(title="rain"), "anna", Order.TITLE, first=2)
    assert [project.read.document(id_).title for id_ in newest] == ["Rain", "„Rain in Leeds“"]


def test_an_empty_project_has_no_titles(project):
    assert project.read.search.titled(TitleQuery(words=("a",), scanned=100, limit=9)).reached is None


def test_query_limits_the_number_of_documents(project):
    project.add_articles([Article(title=name, text=f"{name}.", language="de") for name in ("Ä", "B", "C")])
    assert titles(project, first=1) == ["Ä"]
    assert titles(project, first=0) == []


def test_gathering_yields_all_or_finished_documents(project, document):
    other = add_article(project, "Anderer", OTHER)
    project.do(edits.add(span(document, "Köln")))
    project.set_annotator("boris")
    project.do(edits.add(span(document, "EU", "ORG", annotator="boris")))
    project.do(edits.set_state(None, other, State.DONE, annotator="boris"))
    everyone = list(every_annotated(project.read, None))
    assert [a.document.id for a in everyone] == [document, other]
    assert [s.annotator for s in everyone[0].spans] == ["anna", "boris"]
    assert [len(a.spans) for a in every_annotated(project.read, "anna")] == [1, 0]
    assert [a.document.id for a in every_annotated(project.read, "boris", done_only=True)] == [other]
    assert [a.document.id for a in every_annotated(project.read, None, done_only=True)] == [other]


def test_documents_read_together_equal_single_ones(labelled):
    for number in range(60):
        id_ = add_article(labelled, f"Noch {number}", f"Die EU tagt in Köln, zum {number}. Mal 🎈.")
        text = labelled.read.text(id_)
        labelled.do(edits.add([span(id_, "Köln", text=text), span(id_, "EU", "ORG", text=text)]))
    ids = labelled.read.document_ids(DocumentQuery(annotator=None))[::-1]
    for annotator in ("anna", None):
        together = list(labelled.read.gathering.each(ids, annotator, suggestions=True))
        assert [entry.document.id for entry in together] == ids
        assert together == [labelled.read.annotated(id_, annotator, suggestions=True) for id_ in ids]
        assert len(together[-1].relations) == 2
    with pytest.raises(StoreError) as error:
        list(labelled.read.gathering.each([*ids, "gone"], None))
    assert error.value.code == "store.no_document"


def test_annotated_has_pending_suggestions_on_request(project, document):
    project.put_suggestions(document, "de_news", [suggestion(document, "Köln"), suggestion(document, "EU", "ORG")])
    pending = project.read.suggestions(document)
    project.do(edits.reject(pending[:1], annotator="anna"))
    assert next(iter(every_annotated(project.read, "anna"))).suggestions == ()
    assert next(iter(every_annotated(project.read, "anna", suggestions=True))).suggestions == (pending[1],)


def test_snapshot_reads_one_moment(project, document):
    reader = Store.open(project.path, read_only=True)
    with closing(reader), reader.snapshot():
        assert len(reader.read.document_ids(DocumentQuery(annotator=None))) == 1
        project.delete_documents([document])
        assert [a.document.id for a in every_annotated(reader.read, None)] == [document]
    assert project.read.document_ids(DocumentQuery(annotator=None)) == []


def test_document_survives_a_round_trip(project, document):
    entry = project.read.annotated(document, None)
    fresh = new_id()
    mention = span(fresh, "Köln", attributes={"identity": "i1"}, annotator="carla")
    whole = replace(
        entry,
        document=replace(entry.document, id=fresh, meta={"ü": [1, None]}, excluded=((0, 8),), published="2022-11-30"),
        spans=(mention,),
        identities=(Identity(id="i1", name="Köln", label="LOC", aliases=("Colonia",), kb_id="Q365"),),
        labels=(DocumentLabel(document=fresh, annotator="carla", label="topic", value="Stadt"),),
        sentences=(SentenceMark(document=fresh, annotator="carla", start=0, end=8),),
        split="train",
    )
    project.add_annotated([whole])
    assert project.read.annotated(fresh, None) == whole
    assert "carla" in project.read.annotators()


def test_tokens_survive_a_round_trip(project, document):
    assert project.read.tokens(document) is None
    tokens = from_pairs("de", "1", [(0, 8), (9, 10)])
    project.put_tokens(document, tokens)
    assert project.read.tokens(document) == tokens
    project.delete_documents([document])
    project.put_tokens(document, tokens)
    assert project.read.tokens(document) is None


def test_lines_keep_the_order_and_skip_missing_documents(project, document):
    other = add_article(project, "Anderer", OTHER)
    project.do(edits.add([claim(document, "sie spare viel"), span(document, "Köln")]))
    project.put_suggestions(document, "de_news", [suggestion(document, "EU", "ORG")])
    found = project.read.lines([other, "gone", document], "anna")
    assert [(line.title, line.spans, line.claims, line.pending) for line in found] == [
        ("Anderer", 0, 0, 0),
        ("Kürzlich", 2, 1, 1),
    ]


def test_counts_of_labels_suggestions_and_seen_names(project, document):
    project.do(edits.add([span(document, "Köln"), claim(document, "sie spare viel")]))
    project.put_suggestions(document, "de_news", [suggestion(document, "EU", "ORG")])
    project.do(edits.reject(project.read.suggestions(document), annotator="anna"))
    assert project.read.counts.labels("anna") == [("claims", "CLAIM", 1), ("entities", "LOC", 1)]
    assert project.read.counts.labels("boris") == []
    assert project.read.counts.suggestions() == [("de_news", "rejected", 1)]
    decided = project.read.decided
    assert decided.seen("anna") == [("EU", "entities", "ORG", 0, 1, 0), ("Köln", "entities", "LOC", 1, 0, 0)]
    assert decided.seen("anna", [("ships", document)])[1] == ("Köln", "entities", "LOC", 1, 0, 0)
    assert decided.seen("anna", [("entities", document)])[1] == ("Köln", "entities", "LOC", 1, 0, 1)


def test_missing_article_is_reported(project):
    for look in (project.read.text, project.read.document, lambda id_: project.read.annotated(id_, None)):
        with pytest.raises(StoreError, match=r"no article nowhere in Stadt\.spanwright"):
            look("nowhere")


def test_texts_beyond_the_cache_are_read_again(project):
    ids = [add_article(project, str(number), f"Text Nº {number}") for number in range(6)]
    assert [project.read.text(id_) for id_ in ids] == [f"Text Nº {number}" for number in range(6)]
    assert project.read.text(ids[0]) == "Text Nº 0"


# Undo over several documents


def test_edit_of_two_articles_is_undone_from_either(project, document):
    other = add_article(project, "Anderer", OTHER)
    project.do(edits.add([span(document, "EU-Kommission", "ORG"), span(other, "EU-Kommission", "ORG", text=OTHER)]))
    assert project.undo(other)
    assert [a.spans for a in every_annotated(project.read, "anna")] == [(), ()]
    assert project.redo(document)
    assert [len(a.spans) for a in every_annotated(project.read, "anna")] == [1, 1]


def test_edit_of_two_articles_refuses_undo_after_a_change(project, document):
    other = add_article(project, "Anderer", OTHER)
    there = span(other, "EU-Kommission", "ORG", text=OTHER)
    project.do(edits.add([span(document, "EU-Kommission", "ORG"), there]))
    project.do(edits.relabel(there, ENTITIES, "MISC", annotator="anna"))
    with pytest.raises(StoreError, match="changed since, in another article"):
        project.undo(document)
    assert [len(a.spans) for a in every_annotated(project.read, "anna")] == [1, 1]
    assert project.undo(other)
    assert project.undo(document)
    assert [a.spans for a in every_annotated(project.read, "anna")] == [(), ()]


def test_edit_refuses_undo_after_an_article_was_deleted(project, document):
    other = add_article(project, "Anderer", OTHER)
    project.do(edits.add([span(document, "EU-Kommission", "ORG"), span(other, "EU-Kommission", "ORG", text=OTHER)]))
    project.delete_documents([other])
    with pytest.raises(StoreError, match="changed since, in another article"):
        project.undo(document)


def test_tail_of_another_articles_relation_is_not_removed(project, document):
    other = add_article(project, "Anderer", OTHER)
    evidence = span(other, "EU-Kommission", "ORG", text=OTHER)
    said = claim(document, "sie spare viel")
    project.do(edits.add(evidence))
    project.do(edits.add(said))
    project.do(edits.relate(said, "evidence", evidence, annotator="anna"))
    with pytest.raises(RowConflict):
        project.do(edits.remove([evidence], [], annotator="anna"))
    with pytest.raises(StoreError, match="changed since, in another article"):
        project.undo(other)
    assert len(project.read.annotated(document, "anna").relations) == 1


def test_relation_is_not_restored_without_its_span(project, document):
    other = add_article(project, "Anderer", OTHER)
    evidence, said = span(other, "EU-Kommission", "ORG", text=OTHER), claim(document, "sie spare viel")
    project.do(edits.add(evidence))
    project.do(edits.add(said))
    project.do(edits.relate(said, "evidence", evidence, annotator="anna"))
    relations = project.read.relations_of([said.id])
    project.do(edits.unrelate(said, relations, annotator="anna"))
    project.do(edits.remove([evidence], [], annotator="anna"))
    with pytest.raises(StoreError, match="changed since, in another article"):
        project.undo(document)
    assert project.undo(other)
    assert project.undo(document)
    assert project.read.relations_of([said.id]) == relations


# What may happen to a disk


def label_for_ever(project, document):
    while True:
        project.do(edits.add(span(document, "Köln", note="ü" * 3000)))


def test_full_disk_stores_nothing_of_an_edit(project, document):
    connection = project._store._connection
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(StoreError, match="disk is full"):
        label_for_ever(project, document)
    stored = len(project.read.annotated(document, "anna").spans)
    connection.execute("PRAGMA max_page_count = 100000")
    project.do(edits.add(span(document, "Köln")))
    assert len(project.read.annotated(document, "anna").spans) == stored + 1
    assert len(project.read.steps(document, "anna")) == stored + 2
    assert project._store.check() == []


def test_a_full_folder_leaves_no_half_made_project(tmp_path, small_disk):
    (small_disk / "filler").write_bytes(b"x" * (shutil.disk_usage(small_disk).free - 20_000))
    with pytest.raises(StoreError, match="disk is full"):
        make_project(small_disk)
    assert {path.name for path in small_disk.iterdir()} == {"filler", "Stadt.spanwright.lock"}


def test_disk_that_fills_up_loses_nothing(small_disk):
    project = make_project(small_disk)
    document = add_article(project)
    with pytest.raises(StoreError, match="disk is full"):
        label_for_ever(project, document)
    stored = len(project.read.annotated(document, "anna").spans)
    project.close()
    with closing(Project.open(project.path, read_only=True)) as again:
        assert len(again.read.annotated(document, "anna").spans) == stored > 0


@pytest.mark.parametrize("happens", ["deleted", "moved", "replaced"])
def test_deleted_open_file_can_be_copied(tmp_path, happens):
    project = make_project(tmp_path)
    document = add_article(project)
    project.do(edits.add(span(document, "Köln")))
    match happens:
        case "deleted":
            project.path.unlink()
        case "moved":
            project.path.rename(tmp_path / "elsewhere.spanwright")
        case "replaced":
            (tmp_path / "new").write_bytes(b"something else")
            (tmp_path / "new").replace(project.path)
    with pytest.raises(StoreError, match="the last step was not stored") as failure:
        project.do(edits.add(span(document, "EU", "ORG")))
    assert failure.value.code == {"replaced": "store.exchanged"}.get(happens, "store.gone")
    project.copy_to(tmp_path / "rescued.spanwright")
    project.close()
    with closing(Project.open(tmp_path / "rescued.spanwright", read_only=True)) as rescued:
        assert len(rescued.read.annotated(document, "anna").spans) == 1


def test_unreadable_row_is_named(project, document):
    added = span(document, "Köln")
    project.do(edits.add(added))
    for parts in ("[[5,2]]", "nonsense", "[[null,3]]", "[]"):
        project._store._connection.execute("UPDATE span SET parts = ?", [parts])
        with pytest.raises(StoreError, match=f"span {added.id}") as failure:
            project.read.annotated(document, "anna")
        assert failure.value.code == "store.damaged"


def test_damaged_page_is_reported_when_read(tmp_path):
    project = make_project(tmp_path)
    ids = [add_article(project, str(number), f"{number} " + "wörter " * 2000) for number in range(40)]
    project.close()
    content = bytearray(project.path.read_bytes())
    content[len(content) // 2 :] = b"\x5a" * (len(content) - len(content) // 2)
    project.path.write_bytes(content)
    with closing(Project.open(project.path, read_only=True)) as reader, pytest.raises(StoreError) as failure:
        [reader.read.annotated(id_, None) for id_ in ids]
    assert failure.value.code == "store.damaged"
    assert "Stadt.backups" in str(failure.value)


def test_close_without_its_folder_releases_everything(tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    project = make_project(folder)
    shutil.rmtree(folder)
    project.close()
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        project._store._connection.execute("SELECT 1")
    folder.mkdir()
    make_project(folder).close()  # the lock is free


def test_a_bug_in_our_sql_stays_a_bug(project):
    with pytest.raises(sqlite3.IntegrityError), project._store.transaction():
        project._store._connection.execute("INSERT INTO annotator (name, created) VALUES ('anna', '')")
    assert not project._store._connection.in_transaction


def test_repeated_article_is_imported_once(project):
    added = project.add_articles([Article(name=name, title=name, text="Eins.") for name in ("a", "b")])
    assert (len(added.ids), added.present) == (1, ("b",))
    assert project.read.documents_with_text([fingerprint("Eins.")]) == {fingerprint("Eins."): added.ids[0]}


def test_pace_counts_decisions_and_caps_pauses(project):
    assert project.read.counts.pace("anna") == 0
    first, second = add_article(project, "Eins", TEXT), add_article(project, "Zwei", OTHER)
    for document, words, text, milliseconds in (
        (first, "Köln", TEXT, 4_000),
        (first, "EU-Kommission", TEXT, 3_600_000),
        (second, "Brüssel", OTHER, 6_000),
    ):
        edit = edits.add(span(document, words, text=text))
        project.do(replace(edit, milliseconds=milliseconds))
    assert project.read.counts.pace("anna") == (4 + 120 + 6) / 2
    assert project.read.counts.pace("boris") == 0


def test_large_import_is_indexed(project):
    texts = [f"einmalig{number} " + "Wort " * 9_000 for number in range(7)]
    articles = [Article(name=f"{n}.txt", title=f"{n}", text=text, language="de") for n, text in enumerate(texts)]
    project.add_articles(articles)
    for number in range(7):
        found = ask(project, f"SELECT title FROM document_search WHERE document_search MATCH 'einmalig{number}'")
        assert found == [(f"{number}",)]


def test_large_cache_lasts_no_longer_than_its_transaction(project):
    def size():
        return project._store._connection.execute("PRAGMA cache_size").fetchone()

    usual, sizes = size(), []

    def fail(_):
        sizes.append(size())
        raise RowConflict("store.conflict")

    with pytest.raises(RowConflict):
        list(project._store.adding(map(fail, [0]), annotator="anna"))
    assert (sizes[0] != usual, size()) == (True, usual)
