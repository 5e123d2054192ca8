"""A project's word lists: in files, in its log, and as a source."""

import json
from contextlib import closing
from typing import Any

import pytest

from annotator.editing.edits import EditKind
from annotator.jobs.suggesting import pattern_files
from annotator.jobs.suggesting.pattern_files import known_labels, read_patterns, write_patterns
from annotator.jobs.suggesting.pattern_lists import changed, lists_here, pattern_info
from annotator.jobs.suggesting.suggest_documents import due, suggest
from annotator.jobs.suggesting.wanted_sources import prepare_here, sources_here
from annotator.model.patterns import INDEX, NO_REGEX, REPEATED, PatternList, dumps, index_of, pattern
from annotator.processes.worker import no_progress
from annotator.project.project import Project, check
from annotator.suggest.sources.registry import available
from annotator.suggest.work import prepare
from annotator.system.errors import FormatError, TextError
from tests.annotator.made import add_article, make_project

RULER = """{"label": "PERSON", "pattern": "Erika Beispiel"}
{"label": "ORG", "pattern": [{"LOWER": "stadtwerke"}, {"IS_TITLE": true}], "id": "werke"}
{"label": "ORG", "pattern": [{"TEXT": {"REGEX": "(a+)+"}}]}
{"label": "SHIP", "pattern": "Gorch Fock"}
"""
CITIES = PatternList(name="Städte", patterns=(pattern("Köln", "LOC"), pattern("Bonn", "LOC", on=False)))


@pytest.fixture
def project(tmp_path):
    with closing(make_project(tmp_path)) as made:
        yield made


@pytest.fixture
def known(project):
    return known_labels(project.schema)


def words(found):
    return [(one.words, one.label) for one in found.patterns]


def test_entity_ruler_file_is_read(tmp_path, known):
    path = tmp_path / "a.jsonl"
    path.write_text(RULER, encoding="utf-8")
    found = read_patterns(path, known)
    assert words(found)[0] == ("Erika Beispiel", "PER")
    assert found.patterns[1].tokens == [{"LOWER": "stadtwerke"}, {"IS_TITLE": True}]
    assert (found.refused, found.unknown) == ({NO_REGEX: 1}, {"SHIP": 1})
    assert words(read_patterns(path, known, renamed={"SHIP": "MISC"}))[-1] == ("Gorch Fock", "MISC")


@pytest.mark.parametrize("ending", ["jsonl", "json"])
def test_entry_with_a_field_twice_is_refused_and_told(tmp_path, known, ending):
    twice = [
        '{"label": "LOC", "pattern": "Weifang", "pattern": "Greifsund"}',
        '{"label": "LOC", "pattern": [{"LOWER": "weifang", "LOWER": "greifsund"}]}',
        '{"label": "LOC", "pattern": "Köln"}',
    ]
    path = tmp_path / f"a.{ending}"
    path.write_text("\n".join(twice) if ending == "jsonl" else f"[{','.join(twice)}]", encoding="utf-8")
    found = read_patterns(path, known)
    assert (words(found), found.refused) == ([("Köln", "LOC")], {REPEATED: 2})


def test_written_ruler_file_is_read_by_spacy(tmp_path, project):
    import spacy

    tokens = PatternList(name="b", patterns=(pattern([{"LOWER": "stadtwerke"}, {"IS_TITLE": True}], "ORG"),))
    assert write_patterns(tmp_path / "a.jsonl", [CITIES, tokens]) == 2
    pipeline = spacy.blank("de")
    ruler: Any = pipeline.add_pipe("entity_ruler")
    ruler.from_disk(tmp_path / "a.jsonl")
    found = pipeline("Die Stadtwerke Köln in Köln und Bonn").ents
    assert [(each.text, each.label_) for each in found] == [("Stadtwerke Köln", "ORG"), ("Köln", "LOC")]


@pytest.mark.parametrize("end", [".csv", ".xlsx"])
def test_tables_are_written_and_read_back(tmp_path, known, end):
    made = PatternList(
        name="a", patterns=(*CITIES.patterns, pattern("=1+1", "ORG"), pattern([{"LOWER": "rat"}], "ORG"))
    )
    assert write_patterns(tmp_path / f"a{end}", [made]) == 4
    assert read_patterns(tmp_path / f"a{end}", known).patterns == made.patterns
    with pytest.raises(FormatError, match="already exists"):
        write_patterns(tmp_path / f"a{end}", [made])


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("Begriff;Kategorie\nKöln;Ort\nBonn;LOC\n", [("Köln", "LOC"), ("Bonn", "LOC")]),
        ("Köln,LOC\nBonn,LOC\n", [("Köln", "LOC"), ("Bonn", "LOC")]),
        ("LOC\tKöln\nLOC\tBonn\n", [("Köln", "LOC"), ("Bonn", "LOC")]),
        ("label,phrase,on\nLOC,Köln,no\n", [("Köln", "LOC")]),
        ("Muster;Label\nKöln;LOC\n", [("Köln", "LOC")]),
        ("Typ;Amt\nLOC;Köln\n", [("Köln", "LOC")]),
        ("Entity,LOC\nKöln,LOC\n", [("Entity", "LOC"), ("Köln", "LOC")]),
    ],
)
def test_columns_of_a_table_are_found(tmp_path, known, content, expected):
    (tmp_path / "a.csv").write_text(content, encoding="utf-8-sig")
    assert words(read_patterns(tmp_path / "a.csv", {**known, "ort": "LOC"})) == expected


def test_plain_list_needs_a_label(tmp_path, known):
    path = tmp_path / "Städte.txt"
    path.write_bytes("Köln\r\n\r\nMünchen\r\n".encode("latin-1"))
    assert words(read_patterns(path, known, "LOC")) == [("Köln", "LOC"), ("München", "LOC")]
    with pytest.raises(FormatError, match="names no labels"):
        read_patterns(path, known)


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.jsonl", b'{"label": "LOC"\n', "patterns.broken"),
        ("a.json", b"[" * 100_000, "patterns.broken"),
        ("a.xlsx", b"PK no workbook", "patterns.broken"),
        ("a.txt", b"\n \n", "patterns.empty"),
        ("a.docx", b"x", "patterns.kind"),
        ("a.csv", b"", "patterns.empty"),
    ],
)
def test_hostile_file_is_refused(tmp_path, known, name, content, code):
    (tmp_path / name).write_bytes(content)
    with pytest.raises(FormatError) as caught:
        read_patterns(tmp_path / name, known)
    assert caught.value.code == code


def test_missing_and_huge_files_are_refused(tmp_path, known, monkeypatch):
    with pytest.raises(TextError):
        read_patterns(tmp_path / "a.txt", known, "LOC")
    monkeypatch.setattr(pattern_files, "MOST", 2)
    (tmp_path / "a.txt").write_text("a\nb\nc\n", encoding="utf-8")
    with pytest.raises(FormatError, match="up to 2 entries"):
        read_patterns(tmp_path / "a.txt", known, "LOC")


def test_lists_are_logged_undone_and_found_again(project):
    edit = changed(project, [CITIES])
    assert edit is not None
    project.do(edit)
    assert lists_here(project) == (CITIES,)
    assert project.read.edit(edit.id).kind is EditKind.LISTS
    assert changed(project, [CITIES]) is None
    project.do(project.read.edit(edit.id).inverse(annotator="anna"))
    assert lists_here(project) == ()
    assert check(project.path, progress=no_progress) == []


def test_lists_of_two_merged_copies_are_kept(project):
    rivers = PatternList(name="Flüsse", patterns=(pattern("Rhein", "LOC"),))
    edit = changed(project, [CITIES, rivers])
    assert edit is not None
    project.do(edit)
    before = pattern_info(project)
    project.keep(INDEX, index_of([rivers], {rivers.id: dumps(rivers)}))  # the other copy's index came later
    assert lists_here(project) == (rivers, CITIES)
    after = pattern_info(project)
    assert before is not None
    assert after is not None
    assert (after.labels, after.version != before.version) == (("LOC",), True)


def test_lists_suggest_first_and_again_after_a_change(project):
    document = add_article(project)
    assert "patterns" not in [each.name for each in sources_here(project, available().sources).every]
    project.do(changed(project, [CITIES]))
    (info, *_) = asked = sources_here(project, available().named(["seen"])).asked
    assert (info.name, info.labels, info.lists) == ("patterns", ("LOC",), ())
    assert suggest(project, [document], asked, no_progress).problems == ()
    found = project.read.suggestions(document)
    assert {(one.source, one.label, one.rule) for one in found} == {("patterns", "LOC", "word list: Städte")}
    assert due(project, asked) == []
    other = PatternList(id=CITIES.id, name="Städte", on=False, patterns=CITIES.patterns)
    project.do(changed(project, [other]))
    asked = sources_here(project, available().named(["seen"])).asked
    assert due(project, asked) == [document]
    suggest(project, [document], asked, no_progress)
    assert [one for one in project.read.suggestions(document) if one.waits] == []


def test_window_process_gets_the_lists(project):
    document = project.read.document(add_article(project))
    project.do(changed(project, [CITIES]))
    asked = sources_here(project, ()).asked
    arguments = (document, "de", ("LOC",), asked)
    prepared = prepare_here(prepare, project.path, frozenset(), *arguments, progress=no_progress)
    assert [each.source for each in prepared.results] == ["patterns"]
    assert len(prepared.results[0].suggestions) > 0


def test_command_imports_lists_and_removes(tmp_path, capfd):
    from annotator.cli.app import run

    with closing(make_project(tmp_path)) as project:
        path = project.path

    def ask(*arguments, code=0):
        assert run(["patterns", str(path), *map(str, arguments)]) == code
        return capfd.readouterr()

    (tmp_path / "Städte.txt").write_text("Köln\nBonn\n", encoding="utf-8")
    assert "“Städte” has 2 phrases or patterns now." in ask("import", tmp_path / "Städte.txt", "--label", "LOC").out
    assert "no label NOPE" in ask("import", tmp_path / "Städte.txt", "--label", "NOPE", code=1).err
    assert json.loads(ask("list", "--json").out)["lists"][0]["entries"] == 2
    ask("off", "Städte")
    assert json.loads(ask("list", "--json").out)["lists"][0]["on"] is False
    ask("export", tmp_path / "out.csv")
    assert (tmp_path / "out.csv").read_text(encoding="utf-8-sig").splitlines()[1] == "Köln,LOC,1"
    assert "already exists" in ask("export", tmp_path / "out.csv", code=1).err
    assert "could not be written" in ask("export", tmp_path / f"{'x' * 300}.csv", code=1).err
    (tmp_path / "c.jsonl").write_text('{"label": "S\\ud800", "pattern": "Boot"}', encoding="utf-8")
    assert "no label S?" in ask("import", tmp_path / "c.jsonl", "--list", "c\udcff", code=1).err
    ask("remove", "c?")
    ask("remove", "Städte")
    assert "no word list called Städte" in ask("remove", "Städte", code=1).err
    (tmp_path / "b.jsonl").write_text(RULER, encoding="utf-8")
    assert "regular and fuzzy" in ask("import", tmp_path / "b.jsonl", code=1).err
    with closing(Project.open(path)) as opened:
        assert len(lists_here(opened)) == 1
