"""Files into a project and out of it."""

import json
from contextlib import closing
from dataclasses import replace

import pytest

from annotator import edits, exchange
from annotator.errors import FormatError, SchemaError, StoreError
from annotator.exchange import Incoming, Request
from annotator.formats.fit import Options
from annotator.formats.table import EXPORTERS, IMPORTERS
from annotator.model import GOLD, Identity, State
from annotator.project import Project
from annotator.record import to_line
from annotator.store.reading import DocumentQuery
from annotator.worker import no_progress
from tests.annotator.made import OTHER, TEXT, add_article, claim, make_project, span, suggestion


@pytest.fixture
def labelled(project, document):
    other = add_article(project, "Anderer 🎈", OTHER)
    said, who = claim(document, "sie spare viel"), span(document, "EU-Kommission", "ORG")
    evidence = span(other, "Brüssel", text=OTHER)
    project.do(edits.add([said, who, span(document, "Köln", attributes={"part_of_word": "full"}, note="ü")]))
    project.do(edits.add(evidence))
    project.do(edits.relate(said, "claimant", who, annotator="anna"))
    project.do(edits.relate(said, "evidence", evidence, annotator="anna"))
    project.do(edits.set_state(None, document, State.DONE, annotator="anna"))
    return project


def export(project, target, name="jsonl", progress=no_progress, **more):
    options = Options(**more.pop("options", {}))
    return exchange.export(project.path, target, Request(format=name, options=options, **more), progress=progress)


def bring(project, *paths, as_suggestions=False, **more):
    incoming = exchange.read(list(paths), **more)
    return exchange.take_in(project, incoming, as_suggestions=as_suggestions)


def lines(path):
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def write(path, *records):
    path.write_text("".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records), "utf-8")
    return path


def codes(taken):
    return [told.code for told in taken.told]


def test_an_export_imported_into_a_new_project_and_exported_again_gives_the_same_bytes(labelled, tmp_path):
    export(labelled, tmp_path / "a.jsonl")
    with closing(make_project(tmp_path, "Neu", "boris")) as fresh:
        taken = bring(fresh, tmp_path / "a.jsonl")
        assert (len(taken.ids), taken.told) == (2, ())
        export(fresh, tmp_path / "b.jsonl")
        assert fresh._store.check() == []
    assert (tmp_path / "a.jsonl").read_bytes() == (tmp_path / "b.jsonl").read_bytes()


def test_what_is_there_already_with_the_same_content_is_skipped_and_told(labelled, tmp_path):
    export(labelled, tmp_path / "a.jsonl")
    before = [to_line(entry) for entry in labelled.read.iter_annotated(None)]
    taken = bring(labelled, tmp_path / "a.jsonl")
    assert taken.ids == ()
    assert codes(taken) == ["same", "same"]
    assert [to_line(entry) for entry in labelled.read.iter_annotated(None)] == before


def test_the_same_id_with_other_content_gets_new_ids_and_is_told(labelled, document, tmp_path):
    export(labelled, tmp_path / "a.jsonl")
    labelled.do(edits.relabel(labelled.read.annotated(document, "anna").spans[0], "entities", "MISC", annotator="anna"))
    taken = bring(labelled, tmp_path / "a.jsonl")
    assert sorted(codes(taken)) == ["renewed", "same"]
    assert "with new ids" in taken.told[0].sentence
    (fresh,) = taken.ids
    assert fresh != document
    assert len(labelled.read.annotated(fresh, None).spans) == 3
    assert len(labelled.read.annotated(fresh, None).relations) == 2
    assert labelled._store.check() == []


def test_the_same_record_twice_in_a_file_is_added_once(labelled, tmp_path):
    export(labelled, tmp_path / "a.jsonl")
    record = lines(tmp_path / "a.jsonl")[1]
    twice = write(tmp_path / "twice.jsonl", record, record, {**record, "title": "Anders"})
    with closing(make_project(tmp_path, "Neu")) as fresh:
        taken = bring(fresh, twice)
        assert codes(taken) == ["same", "renewed"]
        assert len(taken.ids) == 2


def test_rows_of_a_new_document_that_take_ids_of_others_get_new_ones(labelled, tmp_path):
    export(labelled, tmp_path / "a.jsonl")
    record = lines(tmp_path / "a.jsonl")[1]
    other = write(tmp_path / "b.jsonl", {**record, "id": "0" * 32, "text": record["text"]})
    taken = bring(labelled, other)
    assert codes(taken) == ["renewed"]
    span_id = record["spans"][0]["id"]
    other_row = write(tmp_path / "c.jsonl", {**record, "id": span_id, "spans": [], "relations": [], "states": []})
    assert codes(bring(labelled, other_row)) == ["present"]


def test_a_relation_to_words_that_are_nowhere_is_left_out_and_told(labelled, tmp_path):
    export(labelled, tmp_path / "a.jsonl")
    first = write(tmp_path / "first.jsonl", lines(tmp_path / "a.jsonl")[0])
    with closing(make_project(tmp_path, "Neu")) as fresh:
        taken = bring(fresh, first)
        assert codes(taken) == ["relation"]
        assert "evidence" in taken.told[0].sentence
        assert [r.label for r in fresh.read.annotated(taken.ids[0], None).relations] == ["claimant"]
        assert fresh._store.check() == []


def test_a_name_that_is_known_with_other_facts_is_told(project, document, tmp_path):
    entry = project.read.annotated(document, None)

    def version(name, fresh_id):
        mention = span(fresh_id, "Köln", attributes={"identity": "f" * 32})
        return replace(
            entry,
            document=replace(entry.document, id=fresh_id, text=TEXT),
            spans=(mention,),
            identities=(Identity(id="f" * 32, name=name, label="LOC"),),
        )

    first, second = version("Köln", "a" * 32), version("Colonia", "b" * 32)
    assert codes(exchange.take_in(project, Incoming(annotated=(first,)))) == ["twin"]
    taken = exchange.take_in(project, Incoming(annotated=(second,)))
    assert sorted(codes(taken)) == ["identity", "twin"]
    assert project.read.identities(["f" * 32])[0].name == "Köln"


def test_the_simplest_corpus_is_a_text_a_line_and_its_ids_are_kept_aside(project, tmp_path):
    path = write(tmp_path / "c.jsonl", {"text": TEXT, "id": "art-1"}, {"text": OTHER}, {"text": TEXT})
    taken = bring(project, path)
    assert len(taken.ids) == 2
    assert codes(taken) == ["present"]
    assert project.read.document(taken.ids[0]).meta["external_id"] == "art-1"


def test_labels_without_annotator_are_those_that_the_import_names(project, tmp_path):
    start = TEXT.index("Köln")
    spans = [{"layer": "entities", "label": "LOC", "start": start, "end": start + 4}]
    path = write(tmp_path / "c.jsonl", {"text": TEXT, "spans": spans})
    (id_,) = bring(project, path, options=exchange.read_options(project, "carla")).ids
    assert [s.annotator for s in project.read.annotated(id_, None).spans] == ["carla"]
    assert exchange.read_options(project, None).annotator == "import"


def test_a_label_that_the_schema_lacks_lets_nothing_in(project, tmp_path):
    spans = [{"layer": "entities", "label": "TREE", "start": 0, "end": 4}]
    path = write(tmp_path / "c.jsonl", {"text": OTHER}, {"text": TEXT, "spans": spans})
    (tmp_path / "a.txt").write_text("Noch ein Artikel.", "utf-8")
    for as_suggestions in (False, True):
        with pytest.raises(SchemaError, match="TREE"):
            bring(project, path, tmp_path / "a.txt", as_suggestions=as_suggestions)
    assert project.read.document_ids(DocumentQuery(annotator=None)) == []


def test_a_folder_gives_articles_and_labelled_data_and_tells_what_it_left_out(project, tmp_path):
    folder = tmp_path / "in"
    (folder / "tief").mkdir(parents=True)
    (folder / "a.txt").write_text("Kürzlich in Köln.", "utf-8")
    (folder / "b.txt").write_text("Kürzlich in Köln.", "utf-8")
    (folder / "c.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    write(folder / "tief" / "d.jsonl", {"text": OTHER}, ["kein Objekt"])
    (folder / "bild.png").write_bytes(b"\x89PNG")
    heard = []
    incoming = exchange.read([folder], progress=lambda done, total: heard.append((done, total)))
    assert [article.name for article in incoming.articles] == ["a.txt"]
    assert [entry.document.text for entry in incoming.annotated] == [OTHER]
    assert [name for name, _ in incoming.failures] == ["c.txt"]
    assert [problem.line for problem in incoming.problems] == [2]
    assert sorted(told.code for told in incoming.told) == ["repeat", "unreadable"]
    assert heard[-1] == (4, 4)
    assert heard == sorted(heard)
    taken = exchange.take_in(project, incoming)
    assert len(taken.ids) == 2


def test_a_file_that_is_not_there_is_a_failure_and_stops_no_other(project, tmp_path):
    (tmp_path / "a.txt").write_text("Kürzlich in Köln.", "utf-8")
    paths = [tmp_path / "nowhere.jsonl", tmp_path / "nowhere.txt", tmp_path / "a.txt"]
    incoming = exchange.read(paths)
    assert len(incoming.articles) == 1
    assert sorted(name for name, _ in incoming.failures) == ["nowhere.jsonl", "nowhere.txt"]


def test_a_format_that_is_named_goes_before_the_name_of_the_file(tmp_path):
    path = write(tmp_path / "corpus.txt", {"text": OTHER})
    assert [e.document.text for e in exchange.read([path], "jsonl").annotated] == [OTHER]
    named = exchange.read([write(tmp_path / "x.txt", {"text": OTHER})], exchange.TEXT)
    assert '"text"' in named.articles[0].text
    with pytest.raises(FormatError, match="no format called xml"):
        exchange.read([path], "xml")


def test_an_article_that_is_there_already_is_told(project, document, tmp_path):
    (tmp_path / "again.txt").write_text(TEXT, "utf-8")
    taken = bring(project, tmp_path / "again.txt")
    assert (taken.ids, codes(taken)) == ((), ["present"])
    assert "word for word" in taken.told[0].sentence


# Labels as suggestions


def test_labels_taken_as_suggestions_go_to_the_same_text_and_to_new_articles(labelled, tmp_path):
    export(labelled, tmp_path / "a.jsonl")
    with closing(make_project(tmp_path, "Neu")) as fresh:
        known = add_article(fresh)
        taken = bring(fresh, tmp_path / "a.jsonl", as_suggestions=True)
        assert taken.suggestions == 4
        assert len(taken.ids) == 1
        pending = fresh.read.annotated(known, None, suggestions=True)
        assert pending.spans == ()
        assert {s.quote(TEXT) for s in pending.suggestions} == {"sie spare viel", "EU-Kommission", "Köln"}
        (said,) = [s for s in pending.suggestions if s.layer == "claims"]
        assert [(r.label, r.tail_label) for r in said.relations] == [("claimant", "ORG")]
        again = bring(fresh, tmp_path / "a.jsonl", as_suggestions=True)
        assert again.ids == ()
        assert fresh.read.annotated(known, None, suggestions=True).suggestions == pending.suggestions
        assert fresh._store.check() == []


# Out


def test_own_jsonl_holds_everyone_and_a_training_format_the_current_annotator(labelled, document, tmp_path):
    labelled.set_annotator("boris")
    labelled.do(edits.add(span(document, "Kürzlich", "MISC", annotator="boris")))
    assert export(labelled, tmp_path / "all.jsonl").spans == 5
    assert export(labelled, tmp_path / "anna.jsonl", annotator="anna").spans == 4
    assert export(labelled, tmp_path / "boris.spacy", "docbin").spans == 1
    assert export(labelled, tmp_path / "anna.spacy", "docbin", annotator="anna").spans == 4


def test_an_annotator_that_nobody_is_and_a_layer_that_does_not_exist_are_refused(labelled, tmp_path):
    with pytest.raises(StoreError, match=r"Nobody called gold .*There are: anna"):
        export(labelled, tmp_path / "a.jsonl", annotator=GOLD)
    with pytest.raises(SchemaError, match="no layer entitie"):
        export(labelled, tmp_path / "a.jsonl", options={"layers": ("entitie",)})
    with pytest.raises(FormatError, match="no format called xml"):
        export(labelled, tmp_path / "a.xml", "xml")
    assert not list(tmp_path.glob("a.*"))


def test_an_export_never_takes_the_place_of_the_project(labelled):
    before = labelled.path.read_bytes()
    with pytest.raises(FormatError, match="the project itself"):
        export(labelled, labelled.path)
    assert labelled.path.read_bytes() == before


def test_only_what_is_done_is_written_when_asked(labelled, tmp_path):
    assert export(labelled, tmp_path / "a.jsonl", done_only=True).documents == 1
    assert export(labelled, tmp_path / "b.spacy", "docbin", done_only=True).documents == 1
    labelled.set_annotator("boris")
    assert export(labelled, tmp_path / "c.spacy", "docbin", done_only=True).documents == 0


def test_suggestions_are_written_only_when_asked_for(labelled, document, tmp_path):
    labelled.put_suggestions(document, "de_news", [suggestion(document, "EU", "ORG")])
    export(labelled, tmp_path / "a.jsonl")
    export(labelled, tmp_path / "b.jsonl", options={"suggestions": True})
    assert [len(record["suggestions"]) for record in lines(tmp_path / "a.jsonl")] == [0, 0]
    assert [len(record["suggestions"]) for record in lines(tmp_path / "b.jsonl")] == [1, 0]
    assert codes(bring(labelled, tmp_path / "b.jsonl")) == ["same", "same"]
    with closing(make_project(tmp_path, "Neu")) as fresh:
        assert bring(fresh, tmp_path / "b.jsonl").suggestions == 1


def test_a_split_writes_three_files_and_hears_of_both_rounds(labelled, tmp_path):
    heard = []
    report = export(
        labelled,
        tmp_path / "split",
        options={"split": "50/0/50"},
        progress=lambda done, total: heard.append((done, total)),
    )
    assert dict(report.portions) == {"train": 1, "dev": 0, "test": 1}
    assert sorted(path.name for path in (tmp_path / "split").iterdir()) == ["dev.jsonl", "test.jsonl", "train.jsonl"]
    assert heard[-1] == (4, 4)


def test_preflight_tells_what_the_export_tells_and_writes_nothing(labelled, document, tmp_path):
    labelled.do(edits.add(span(document, "rzli", "MISC")))
    request = Request(format="docbin", options=Options(layers=("entities", "claims")))
    before = sorted(tmp_path.iterdir())
    told = exchange.preflight(labelled.path, request)
    assert sorted(tmp_path.iterdir()) == before
    assert told == exchange.export(labelled.path, tmp_path / "out.spacy", request)
    assert told.losses


def test_an_export_sees_one_moment_while_the_window_goes_on(labelled, document, tmp_path):
    def delete(done, total):
        if done == 0 and total:
            labelled.delete_documents(labelled.read.document_ids(DocumentQuery(annotator=None)))

    assert export(labelled, tmp_path / "a.jsonl", progress=delete).documents == 2
    assert labelled.read.document_ids(DocumentQuery(annotator=None)) == []


def test_a_project_that_is_none_is_refused(tmp_path):
    with pytest.raises(StoreError, match="no project"):
        exchange.preflight(tmp_path / "x.spanwright", Request(format="jsonl"))
    with pytest.raises(StoreError):
        Project.open(tmp_path / "x.spanwright")


# Formats of others


def read_for(project, *paths, **more):
    options = exchange.read_options(project, None, **more)
    return exchange.read(list(paths), options=options)


@pytest.mark.parametrize("name", sorted({*EXPORTERS} & {*IMPORTERS}))
def test_what_is_exported_is_recognised_and_taken_in_whole_by_another_project(labelled, tmp_path, name):
    target = tmp_path / "out" / f"x{EXPORTERS[name].suffix}"
    target.parent.mkdir()
    report = export(labelled, target, name)
    with closing(make_project(tmp_path, "Neu")) as fresh:
        incoming = read_for(fresh, target.parent)
        assert incoming.failures == incoming.problems == ()
        assert incoming.articles == ()
        taken = exchange.take_in(fresh, incoming)
        assert set(codes(taken)) <= {"unreadable"}  # such as annotation.conf
        assert len(taken.ids) == 2
        spans = [s for id_ in taken.ids for s in fresh.read.annotated(id_, None).spans]
        assert len(spans) == report.written + report.changed
        assert fresh._store.check() == []


def test_labels_that_the_project_lacks_are_left_out_and_told_and_the_rest_goes_in(project, tmp_path):
    (tmp_path / "a.ann").write_text("T1\tPerson 0 8\tKürzlich\nT2\tTree 9 11\tin\n", "utf-8")
    (tmp_path / "a.txt").write_text("Kürzlich in Köln.", "utf-8")
    incoming = read_for(project, tmp_path / "a.ann", tmp_path / "a.txt", renamed={"Person": "PER"})
    assert incoming.articles == ()
    assert [problem.sentence for problem in incoming.problems] == [
        "a.ann, line 2: The project has no label Tree; it was left out. Add the label, or say which one it is here."
    ]
    (id_,) = exchange.take_in(project, incoming).ids
    assert [(s.label, s.origin.source) for s in project.read.annotated(id_, None).spans] == [("PER", "a.ann")]


def test_offsets_in_utf16_units_are_taken_on_request(project, tmp_path):
    path = write(tmp_path / "c.jsonl", {"text": "🤗 Köln.", "spans": [{"label": "LOC", "start": 3, "end": 7}]})
    (entry,) = read_for(project, path, utf16=True).annotated
    assert entry.spans[0].quote(entry.document.text) == "Köln"


def test_everyone_may_be_asked_for_in_any_format(labelled, document, tmp_path):
    labelled.set_annotator("boris")
    labelled.do(edits.add(span(document, "Kürzlich", "MISC", annotator="boris")))
    assert export(labelled, tmp_path / "one.json", "label-studio").spans == 1
    assert export(labelled, tmp_path / "all.json", "label-studio", everyone=True).spans == 5
    tasks = json.loads((tmp_path / "all.json").read_text("utf-8"))
    assert {entry["annotator"] for task in tasks for entry in task["annotations"]} == {"anna", "boris"}
    assert "verdict" in (tmp_path / "all.config.xml").read_text("utf-8")


def test_evidence_in_another_article_is_written_by_a_format_of_claims(labelled, tmp_path):
    export(labelled, tmp_path / "a.md", name="dossier-markdown")
    written = (tmp_path / "a.md").read_text("utf-8")
    assert "- “Brüssel” Anderer 🎈" in written
    assert "EU-Kommission" in written
