"""Reading files for a project."""

from dataclasses import replace

import pytest

from annotator.corpus import reader_table
from annotator.corpus.article import ReadingChoices
from annotator.editing import edits
from annotator.formats.fit import Options
from annotator.jobs.exporting import export_files
from annotator.jobs.importing import import_read, import_store
from annotator.processes.limited import Patience
from annotator.system.errors import FormatError, TextError
from tests.annotator.made import OTHER, TEXT, add_article, claim
from tests.annotator.trips import bring, read_for, write


def test_labels_without_annotator_are_those_that_the_import_names(project, tmp_path):
    start = TEXT.index("Köln")
    spans = [{"layer": "entities", "label": "LOC", "start": start, "end": start + 4}]
    path = write(tmp_path / "c.jsonl", {"text": TEXT, "spans": spans})
    (id_,) = bring(project, path, options=import_read.read_options(project, "carla")).ids
    assert [s.annotator for s in project.read.annotated(id_, None).spans] == ["carla"]
    assert import_read.read_options(project, None).annotator == "import"


def test_folder_gives_articles_labels_and_notices(project, tmp_path):
    folder = tmp_path / "in"
    (folder / "tief").mkdir(parents=True)
    (folder / "a.txt").write_text("Kürzlich in Köln.", "utf-8")
    (folder / "b.txt").write_text("Kürzlich in Köln.", "utf-8")
    (folder / "c.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    write(folder / "tief" / "d.jsonl", {"text": OTHER, "spans": []}, ["kein Objekt"])
    (folder / "bild.png").write_bytes(b"\x89PNG")
    heard = []
    incoming = import_read.read([folder], progress=lambda done, total: heard.append((done, total)))
    assert [article.name for article in incoming.articles] == ["a.txt"]
    assert [entry.document.text for entry in incoming.annotated] == [OTHER]
    assert [path.name for path, _ in incoming.failures] == ["c.txt"]
    assert [problem.line for problem in incoming.problems] == [2]
    assert sorted(told.code for told in incoming.notices) == ["repeat", "unreadable"]
    assert heard[-1] == (4, 4)
    assert heard == sorted(heard)
    taken = import_store.take_in(project, incoming)
    assert len(taken.ids) == 2


def test_brat_settings_are_not_reported_as_unreadable(project, tmp_path):
    project.do(edits.add(claim(add_article(project), "sie spare viel")))
    folder = tmp_path / "in" / "out"
    folder.parent.mkdir()
    export_files.export(project.path, folder, export_files.Request(format="brat"))
    for name in ("visual.conf", "tools.conf", "kb_shortcuts.conf", "own.conf"):
        (folder / name).write_text("[labels]\n", "utf-8")
    for paths in ([folder.parent], [folder]):
        incoming = import_read.read(paths)
        assert [found.details["title"] for found in incoming.notices if found.code == "unreadable"] == ["own.conf"]
        assert (len(incoming.annotated), incoming.failures) == (1, ())
    named = [path for path in sorted(folder.iterdir()) if path.name != "own.conf"]
    incoming = import_read.read(named)
    assert (len(incoming.annotated), incoming.notices, incoming.failures) == (1, (), ())


def test_training_folder_gives_articles_not_sentences(project, tmp_path):
    text = "Der Rat baut in Köln 😀 eine Brücke.\n\nEs regnet."
    project.do(edits.add(claim(add_article(project, text=text), "eine Brücke", text=text)))
    export_files.export(project.path, tmp_path / "out", export_files.Request(format="spacy-folder"))
    incoming = import_read.read([tmp_path / "out"])
    assert [entry.document.text for entry in incoming.annotated] == [text]
    assert {told.code for told in incoming.notices} == {"sentences", "unreadable"}


@pytest.mark.parametrize("options", [Options(), Options(semicolons=True)], ids=["commas", "semicolons"])
def test_table_of_claim_cards_is_left_out_with_a_notice(project, tmp_path, options):
    project.do(edits.add(claim(add_article(project), "sie spare viel")))
    cards = tmp_path / "out.csv"
    export_files.export(project.path, cards, export_files.Request(format="claim-cards", options=options))
    incoming = import_read.read([cards])
    assert incoming.articles == ()
    assert [(told.code, told.details["title"]) for told in incoming.notices] == [("cards", "out.csv")]
    assert [path for path, _ in import_read.read([cards], import_read.TEXT).sheets] == [cards], (
        "who asks for it gets it"
    )
    missing = import_read.read([tmp_path / "nowhere.csv"])
    assert [path.name for path, _ in missing.failures] == ["nowhere.csv"]


def test_files_of_one_name_are_named_with_folders(project, tmp_path):
    for name in ("a/in", "b/in", "c"):
        (tmp_path / name).mkdir(parents=True)
        write(tmp_path / name / "x.jsonl", {"text": f"{name} in Köln.", "spans": []}, ["kein Objekt"])
    write(tmp_path / "y.jsonl", {"text": "y in Köln.", "spans": []}, ["kein Objekt"])
    incoming = import_read.read([tmp_path])
    names = ["a/in/x.jsonl", "b/in/x.jsonl", "c/x.jsonl", "y.jsonl"]
    assert sorted(problem.file for problem in incoming.problems) == names
    assert sorted(file.name for file in incoming.labelled) == names
    assert incoming.problems[0].sentence.startswith("a/in/x.jsonl")


def test_missing_file_is_a_failure_and_others_are_read(project, tmp_path):
    (tmp_path / "a.txt").write_text("Kürzlich in Köln.", "utf-8")
    paths = [tmp_path / "nowhere.jsonl", tmp_path / "nowhere.txt", tmp_path / "a.txt"]
    incoming = import_read.read(paths)
    assert len(incoming.articles) == 1
    assert sorted(path.name for path, _ in incoming.failures) == ["nowhere.jsonl", "nowhere.txt"]


def test_named_format_overrides_the_file_name(tmp_path):
    path = write(tmp_path / "corpus.txt", {"text": OTHER})
    assert [e.document.text for e in import_read.read([path], "jsonl").annotated] == [OTHER]
    named = import_read.read([write(tmp_path / "x.txt", {"text": OTHER})], import_read.TEXT)
    assert '"text"' in named.articles[0].text
    with pytest.raises(FormatError, match="no format called xml"):
        import_read.read([path], "xml")


def test_unknown_labels_are_reported_and_left_out(project, tmp_path):
    (tmp_path / "a.ann").write_text("T1\tPerson 0 8\tKürzlich\nT2\tTree 9 11\tin\n", "utf-8")
    (tmp_path / "a.txt").write_text("Kürzlich in Köln.", "utf-8")
    incoming = read_for(project, tmp_path / "a.ann", tmp_path / "a.txt", renamed={"Person": "PER"})
    assert incoming.articles == ()
    assert [problem.sentence for problem in incoming.problems] == [
        "a.ann, line 2: The project has no label Tree; the entry was left out. Add the label, or map it to another one."
    ]
    (id_,) = import_store.take_in(project, incoming).ids
    assert [(s.label, s.origin.source) for s in project.read.annotated(id_, None).spans] == [("PER", "a.ann")]


def test_offsets_in_utf16_units_are_taken_on_request(project, tmp_path):
    path = write(tmp_path / "c.jsonl", {"text": "🤗 Köln.", "spans": [{"label": "LOC", "start": 3, "end": 7}]})
    (entry,) = read_for(project, path, utf16=True).annotated
    assert entry.spans[0].quote(entry.document.text) == "Köln"


def test_known_files_are_skipped_with_a_notice(project, tmp_path):
    folder = tmp_path / "a"
    folder.mkdir()
    for name, text in (("eins", "Der Rat tagt."), ("zwei", "Der Fluss steigt."), ("leer", "")):
        (folder / f"{name}.txt").write_text(text, "utf-8")
    taken = import_store.take_in(project, import_read.read([folder], project=project.path))
    assert len(taken.ids) == 2
    (folder / "eins.txt").rename(folder / "umbenannt.txt")
    (folder / "drei.txt").write_text("Die Brücke ist zu.", "utf-8")
    again = import_read.read([folder], project=project.path)
    assert [article.name for article in again.articles] == ["drei.txt"]
    assert [path.name for path, _ in again.failures] == ["leer.txt"], "a fault is told each time"
    assert [told.sentence for told in again.notices] == [
        "Files skipped because all their articles are already in the project: 2."
    ]


@pytest.fixture
def stopped(project, tmp_path):
    """A folder whose import was stopped before its last file."""
    folder = tmp_path / "a"
    folder.mkdir()
    for name, text in (
        ("1", "Der Rat tagt\u2028heute 🎈."),
        ("2", ""),
        ("3", "Der Fluss steigt."),
        ("4", "Nichts Neues."),
    ):
        (folder / f"{name}.txt").write_text(text, "utf-8")

    def stop(done, total):
        if done == 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        import_read.read([folder], project=project.path, progress=stop)
    return folder


def kept(tmp_path):
    """Return the files of the reading cache."""
    return [path for path in (tmp_path / ".home").rglob("*") if path.is_file() and "reading" in path.parts]


def test_stopped_import_resumes_and_clears_its_cache(project, tmp_path, stopped):
    whole = import_read.read([stopped])
    (cache,) = kept(tmp_path)
    assert cache.stat().st_mode & 0o77 == 0, "nobody else may read it"
    cache.write_bytes(cache.read_bytes().replace(b"Fluss", b"Bach"))
    resumed = import_read.read([stopped], project=project.path)
    texts = [article.text for article in whole.articles]
    assert [article.text for article in resumed.articles] == [t.replace("Fluss", "Bach") for t in texts]
    bare = [[replace(a, text="", title="") for a in found.articles] for found in (resumed, whole)]
    assert bare[0] == bare[1]
    assert [path.name for path, _ in resumed.failures] == ["2.txt"]
    assert kept(tmp_path) == []
    assert [a.text for a in import_read.read([stopped], project=project.path).articles] == texts


def test_changed_or_renamed_file_is_read_again(project, tmp_path, stopped):
    (stopped / "1.txt").write_text("Der Rat ruht.", "utf-8")
    (stopped / "3.txt").rename(stopped / "5.txt")
    found = import_read.read([stopped], project=project.path)
    assert [(a.name, a.text) for a in found.articles] == [
        ("1.txt", "Der Rat ruht."),
        ("4.txt", "Nichts Neues."),
        ("5.txt", "Der Fluss steigt."),
    ]
    assert [a.meta["file"] for a in found.articles] == ["1.txt", "4.txt", "5.txt"]


@pytest.mark.parametrize(
    "damage", [lambda old: old[:-9], lambda old: b"x\n" + old[70:], lambda old: b"\xff" * 99, lambda old: b""]
)
def test_damaged_reading_cache_is_ignored(project, tmp_path, stopped, damage):
    (cache,) = kept(tmp_path)
    cache.write_bytes(damage(cache.read_bytes()))
    assert import_read.read([stopped], project=project.path).articles == import_read.read([stopped]).articles
    assert kept(tmp_path) == []


def test_files_are_read_without_a_writable_cache(project, tmp_path, stopped):
    (cache,) = kept(tmp_path)
    cache.unlink()
    cache.mkdir()
    assert import_read.read([stopped], project=project.path).articles == import_read.read([stopped]).articles


def test_file_is_reread_after_deletion_or_other_choices(project, tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "Der Rat tagt."}\n{"text": "Der Fluss steigt."}', "utf-8")
    taken = import_store.take_in(project, import_read.read([path], "text", project=project.path))
    assert import_read.read([path], "text", project=project.path).articles == ()
    chosen = list(import_read.read_again(path, ReadingChoices(columns={"text": "text"}), project.path))
    assert sum(len(portion.articles) for portion in chosen) == 2
    project.delete_documents(taken.ids[:1])
    assert len(import_read.read([path], "text", project=project.path).articles) == 2


def test_incompletely_imported_file_is_read_again(project, tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "Der Rat tagt."}\n{"text": "Der Fluss steigt."}', "utf-8")
    incoming = import_read.read([path], "text", project=project.path)
    import_store.take_in(project, replace(incoming, articles=incoming.articles[:1]))
    assert len(import_read.read([path], "text", project=project.path).articles) == 2


def test_read_elsewhere_gives_the_same_as_read_here(project, tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text("Kürzlich in Köln 🎈.", "utf-8")
    (folder / "b.txt").write_text("Kürzlich in Köln 🎈.", "utf-8")
    (folder / "c.csv").write_text("text;title\nEin Satz.;Eins\n;leer\n", "utf-8")
    write(folder / "d.jsonl", {"text": OTHER, "spans": []}, ["kein Objekt"])
    span = {"layer": "entities", "label": "GIBTESNICHT", "start": 0, "end": 2}
    write(folder / "e.jsonl", {"text": TEXT, "spans": [span]})
    here, there = (
        import_read.read(
            [folder], options=import_read.read_options(project, None), project=project.path, patience=patience
        )
        for patience in (None, Patience())
    )
    assert len(here.failures) == 1
    for field in ("articles", "labelled", "labels", "problems", "notices", "sheets", "near", "whole"):
        assert getattr(there, field) == getattr(here, field), field
    assert [(path, str(error)) for path, error in there.failures] == [(p, str(e)) for p, e in here.failures]
    texts = [[entry.document.text for entry in one.annotated] for one in (here, there)]
    assert texts[0] == texts[1] == [OTHER, TEXT]


def test_cached_files_start_no_reader_process(project, tmp_path, monkeypatch):
    paths = [tmp_path / "a.txt", tmp_path / "b.txt"]
    for path in paths:
        path.write_text(f"Kürzlich in {path.name}.", "utf-8")
    portions = import_read.reading(paths, None, None, ReadingChoices(), project.path, Patience())
    monkeypatch.setattr(reader_table, "_PORTION_SIZE", 1)
    first = next(portions)
    del portions  # killed: what was kept stays
    rest = import_read.read(paths, project=project.path, patience=Patience())
    assert [article.path for article in first.articles] == [paths[0]]
    assert [article.path for article in rest.articles] == paths


def test_partly_read_file_is_replaced_by_what_it_gives_later(tmp_path):
    path, other = tmp_path / "a.conll", tmp_path / "b.conll"
    for file in (path, other):
        file.write_text("-DOCSTART- O\n\nKöln B-LOC\n\n-DOCSTART- O\n\nBonn B-LOC\n", "utf-8")
    whole = import_read.read([path, other])
    part = replace(
        whole,
        annotated=whole.annotated[1:],
        labelled=(replace(whole.labelled[0], documents=1), whole.labelled[1]),
        failures=((path, TextError("text.slow", file="a.conll", seconds="30", count=1)),),
    )
    after = import_read.with_file(part, path, import_read.read([path]))
    assert [file.path for file in after.labelled] == [other, path]
    texts = [entry.document.text for entry in after.annotated]
    assert texts == [entry.document.text for entry in (*whole.annotated[2:], *whole.annotated[:2])]
    assert after.failures == ()


def test_too_many_faults_of_a_file_are_counted(tmp_path):
    (tmp_path / "a.jsonl").write_text('{"text": "Ein Satz."}\n' + "1\n" * 1_500, "utf-8")
    incoming = import_read.read([tmp_path / "a.jsonl"], import_read.TEXT)
    assert (len(incoming.articles), len(incoming.failures)) == (1, 1_001)
    assert str(incoming.failures[-1][1]).startswith("a.jsonl has more such errors, 1500 in all.")
    (tmp_path / "b.jsonl").write_text('{"text": "Ein Satz.", "spans": []}\n' + "1\n" * 10_500, "utf-8")
    problems = import_read.read([tmp_path / "b.jsonl"], "jsonl").problems
    assert len(problems) == 10_001
    assert {(problem.code, problem.unread) for problem in problems} == {
        ("line.object", True),
        ("file.more_unread", True),
    }
