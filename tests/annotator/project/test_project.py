"""`Project` over a real file."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from annotator.corpus.article import Article
from annotator.editing import edits
from annotator.model import schema_file
from annotator.model.values import CLAIMS, ENTITIES, Span, Suggestion, new_id
from annotator.processes.worker import no_progress
from annotator.project.furniture import FURNITURE, proposed_furniture
from annotator.project.project import AUTO, LANGUAGE_SET, Project, SourceAnswer, back_up_daily, check
from annotator.system.errors import AnnotatorError, RowConflict, SchemaError, StoreError

TEXT = "Kürzlich 🎈 traf Ce\u0301line in\u00a0Köln ein.\n\nDie EU-Kommission sagt, sie spare viel."


@pytest.fixture
def project(tmp_path):
    made = Project.create(tmp_path / "Stadt", schema=schema_file.load("news"), annotator="anna")
    yield made
    made.close()


@pytest.fixture
def document(project):
    (id_,) = project.add_articles([Article(name="Kürzlich", title="Kürzlich", text=TEXT, language="de")]).ids
    return id_


def span(document: str, words: str, label: str = "LOC", layer: str = ENTITIES) -> Span:
    start = TEXT.index(words)
    parts = ((start, start + len(words)),)
    return Span(id=new_id(), document=document, layer=layer, label=label, parts=parts, annotator="anna")


def suggestion(document: str, words: str, label: str = "LOC", score: float = 0.9) -> Suggestion:
    start = TEXT.index(words)
    return Suggestion(
        id=new_id(),
        document=document,
        layer=ENTITIES,
        label=label,
        parts=((start, start + len(words)),),
        score=score,
        source="de_news",
        version="1",
    )


def spans_of(project: Project, document: str) -> list[str]:
    annotated = project.read.annotated(document, "anna")
    return [s.quote(annotated.document.text) for s in annotated.spans]


def test_undo_and_redo_survive_a_restart(tmp_path):
    project = Project.create(tmp_path / "a", schema=schema_file.load("news"), annotator="anna")
    (document,) = project.add_articles([Article(name="t", title="t", text=TEXT)]).ids
    project.do(edits.add(span(document, "Köln")))
    project.do(edits.add(span(document, "Céline".replace("é", "e\u0301"), "PER")))
    project.close()

    project = Project.open(tmp_path / "a.spanwright")
    assert project.undo(document) is not None
    assert spans_of(project, document) == ["Köln"]
    project.close()

    project = Project.open(tmp_path / "a.spanwright")
    assert project.redo(document) is not None
    assert len(spans_of(project, document)) == 2
    assert project.undo(document)
    assert project.undo(document)
    assert project.undo(document) is None
    assert spans_of(project, document) == []
    project.close()


def test_removing_a_span_removes_its_relations_until_undo(project, document):
    claim, name = span(document, "sie spare viel", "CLAIM", CLAIMS), span(document, "EU-Kommission", "ORG")
    project.do(edits.add([claim, name]))
    project.do(edits.relate(claim, "claimant", name, annotator="anna"))
    relations = project.read.annotated(document, "anna").relations
    project.do(edits.remove([name], relations, annotator="anna"))
    assert project.read.annotated(document, "anna").relations == ()
    project.undo(document)
    assert project.read.annotated(document, "anna").relations == relations
    project.undo(document)
    assert project.read.annotated(document, "anna").relations == ()


def test_edit_of_a_changed_row_is_refused(project, document):
    stale = span(document, "Köln")
    project.do(edits.add(stale))
    project.do(edits.relabel(stale, ENTITIES, "ORG", annotator="anna"))
    with pytest.raises(RowConflict):
        project.do(edits.relabel(stale, ENTITIES, "PER", annotator="anna"))
    assert project.read.annotated(document, "anna").spans[0].label == "ORG"


def test_label_missing_in_the_schema_is_refused(project, document):
    with pytest.raises(SchemaError, match="TREE"):
        project.do(edits.add(span(document, "Köln", "TREE")))


def test_rejected_suggestion_stays_rejected_for_all_sources(project, document):
    first = suggestion(document, "Köln")
    project.put_suggestions(document, "de_news", [first])
    project.do(edits.reject(project.read.suggestions(document), annotator="anna"))
    project.put_suggestions(document, "de_news", [suggestion(document, "Köln")])
    project.put_suggestions(document, "seen", [suggestion(document, "Köln")])
    assert [s.state for s in project.read.suggestions(document)] == ["rejected"]


def test_accepting_is_one_edit_with_undo(project, document):
    project.put_suggestions(document, "de_news", [suggestion(document, "Köln")])
    (pending,) = project.read.suggestions(document)
    project.do(edits.accept([pending], [], annotator="anna"))
    (decided,) = project.read.annotated(document, "anna").spans
    assert decided.origin.source == "de_news"
    assert decided.origin.score == 0.9
    project.put_suggestions(document, "de_news", [suggestion(document, "Köln", score=0.5)])
    project.undo(document)
    assert spans_of(project, document) == []
    assert [s.state for s in project.read.suggestions(document)] == ["pending"]


def test_answers_of_several_sources_are_one_edit(project, document):
    project.put_suggestions(document, "seen", [replace(suggestion(document, "EU", "ORG"), source="seen")], version="1")
    named = suggestion(document, "Köln")
    project.do(edits.add(span(document, "Kürzlich", "PER")))
    before = len(project.read.steps(document, None))
    taken_in = [suggestion(document, "Kürzlich", "MISC"), named]
    assert project.put_answers(
        document, [SourceAnswer("de_news", taken_in, "2"), SourceAnswer("seen", [], "1"), SourceAnswer("x", [])]
    )
    assert {s.quote(TEXT): (s.source, s.state) for s in project.read.suggestions(document)} == {
        "EU": ("seen", "superseded"),
        "Köln": ("de_news", "pending"),
    }
    assert len(project.read.steps(document, None)) == before + 1
    asked = [("de_news", "2"), ("seen", "1"), ("x", "1")]
    assert [project.read.asking.was_asked(document, *pair) for pair in asked] == [True, True, False]
    assert not project.put_answers(document, [SourceAnswer("de_news", [named], "3"), SourceAnswer("seen", [], "1")])
    assert project.read.asking.was_asked(document, "de_news", "3")


def test_suggestion_of_another_source_is_not_repeated(project, document):
    carried = [replace(suggestion(document, words), source="carried") for words in ("Köln", "EU")]
    saying = replace(carried[0], id="c", layer=CLAIMS, label="CLAIM", parts=((40, 60),))
    project.put_suggestions(document, "carried", [*carried, saying])
    nearly = replace(saying, id="n", source="de_news", parts=((41, 62),))
    names = [suggestion(document, "Köln"), suggestion(document, "EU", "ORG"), suggestion(document, "Kürzlich", "PER")]
    project.put_answers(document, [SourceAnswer("de_news", [*names, nearly]), SourceAnswer("seen", [])])
    found = {(s.quote(TEXT), s.source) for s in project.read.suggestions(document)}
    assert found == {
        ("Köln", "carried"),
        ("EU", "carried"),
        ("EU", "de_news"),
        (saying.quote(TEXT), "carried"),
        ("Kürzlich", "de_news"),
    }
    project.do(edits.accept(project.read.suggestions(document)[:1], [], annotator="anna"))
    assert not project.put_suggestions(document, "carried", [*carried, saying])


def test_missing_suggestion_is_superseded_and_others_keep_ids(project, document):
    project.put_suggestions(document, "de_news", [suggestion(document, "Köln"), suggestion(document, "EU", "ORG")])
    before = {s.quote(TEXT): s.id for s in project.read.suggestions(document)}
    project.put_suggestions(document, "de_news", [suggestion(document, "Köln", score=0.4)])
    after = {s.quote(TEXT): s for s in project.read.suggestions(document)}
    assert after["Köln"].id == before["Köln"]
    assert after["Köln"].score == 0.4
    assert after["EU"].state == "superseded"


def test_same_text_is_added_once_and_reported(project, document):
    added = project.add_articles(
        [Article(name="again", title="again", text=TEXT), Article(name="new", title="new", text="Neu.")]
    )
    assert added.present == ("again",)
    assert len(added.ids) == 1


def test_second_writer_may_only_read(project, document):
    with pytest.raises(StoreError, match=r"is open in Spanwright \(process [0-9]+\)"):
        Project.open(project.path)
    reader = Project.open(project.path, read_only=True)
    assert reader.read.document(document).title == "Kürzlich"
    with pytest.raises(StoreError, match="reading only"):
        reader.do(edits.add(span(document, "Köln")))
    reader.close()


def test_check_of_intact_and_damaged_projects(project, document):
    project.do(edits.add(span(document, "Köln")))
    assert check(project.path, progress=no_progress) == []
    project._store._connection.execute("UPDATE document_text SET text = replace(text, 'Köln', 'Bonn')")
    found = {(table, what.split()[0]) for table, _, what in check(project.path, progress=no_progress)}
    assert found == {("document", "its"), ("span", "reads")}


def test_one_backup_a_day_is_written_beside_the_open_project(project, document):
    copy = back_up_daily(project.path, progress=no_progress)
    assert copy is not None
    assert copy.is_file()
    assert back_up_daily(project.path, progress=no_progress) is None
    with closing(Project.open(copy, read_only=True)) as reader:
        assert reader.read.document(document).title == "Kürzlich"


def test_deleted_file_is_noticed_before_an_edit(project, document, tmp_path):
    project.path.unlink()
    with pytest.raises(StoreError, match="moved or deleted"):
        project.do(edits.add(span(document, "Köln")))
    project.copy_to(tmp_path / "rescued.spanwright")
    with closing(Project.open(tmp_path / "rescued.spanwright", read_only=True)) as rescued:
        assert rescued.read.document(document).title == "Kürzlich"


def test_log_is_readable_by_plain_sql(project, document):
    project.do(edits.add(span(document, "Köln")))
    rows = project._store._connection.execute(
        "SELECT kind, annotator, document FROM edit JOIN edit_document ON edit = number ORDER BY number"
    ).fetchall()
    assert rows == [("import", "anna", document), ("add", "anna", document)]


def path_of(tmp_path: Path, content: bytes) -> Path:
    path = tmp_path / "x.spanwright"
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("content", [b"", b"hello", b"SQLite format 3\0" + bytes(84)])
def test_other_files_are_refused_untouched(tmp_path, content):
    path = path_of(tmp_path, content)
    with pytest.raises(StoreError, match="not a Spanwright project"):
        Project.open(path)
    assert path.read_bytes() == content


def test_detected_language_yields_to_a_chosen_one(project, document, tmp_path):
    assert project.language == AUTO
    assert not project.put_language(document, "de")
    assert project.put_language(document, "en")
    assert project.read.document(document).language == "en"
    before = project.read.document(document)
    after = replace(before, language="other", meta={LANGUAGE_SET: True})
    project.do(edits.describe(before, after, annotator="anna"))
    assert not project.put_language(document, "de")
    with closing(Project.create(tmp_path / "b", schema=schema_file.load("news"), language="en")) as english:
        article = Article(name="t", title="t", text="Kurz.", language="de")
        (id_,) = english.add_articles([article]).ids
        assert english.read.document(id_).language == "en"
        assert not english.put_language(id_, "de")


def test_furniture_is_proposed_or_excluded(project):
    articles = [Article(name=n, title=n, text=f"{n}\n\nFoto: dpa", furniture=((3, 12),)) for n in ("a", "b")]
    (proposed,) = project.add_articles(articles[:1]).ids
    (excluded,) = project.add_articles(articles[1:], exclude_furniture=True).ids
    assert project.read.document(proposed).meta == {FURNITURE: [[3, 12]]}
    assert project.read.document(proposed).excluded == ()
    assert project.read.document(excluded).excluded == ((3, 12),)


def test_spans_outside_the_text_are_refused(project, document):
    outside = replace(span(document, "Köln"), parts=((0, 9999),))
    with pytest.raises(AnnotatorError, match="inside the text"):
        project.do(edits.add(outside))
    entry = replace(project.read.annotated(document, None), spans=(outside,))
    with pytest.raises(AnnotatorError, match="inside the text"):
        project.add_annotated([entry])


def test_a_plain_copy_is_whole_after_a_checkpoint(project, document, tmp_path):
    project.do(edits.add(span(document, "Köln")))
    project.checkpoint()
    (tmp_path / "copy.spanwright").write_bytes(project.path.read_bytes())
    with closing(Project.open(tmp_path / "copy.spanwright", read_only=True)) as copy:
        assert len(copy.read.annotated(document, "anna").spans) == 1
    assert (project.name, project.read_only) == ("Stadt", False)


@pytest.mark.parametrize(
    "error",
    [
        OSError("No username set"),
        KeyError("getpwuid(): uid not found: 4711"),
        ModuleNotFoundError("No module named 'pwd'"),
    ],
    ids=["3.13", "3.11", "Windows"],
)
def test_annotator_is_the_system_user_by_default(tmp_path, monkeypatch, error):
    def nobody():
        raise error

    monkeypatch.setattr("annotator.project.project.getuser", nobody)
    with closing(Project.create(tmp_path / "c", schema=schema_file.load("news"))) as project:
        assert project.annotator == "annotator"
        project.set_annotator("Zoë")
    with closing(Project.open(tmp_path / "c.spanwright")) as project:
        assert project.annotator == "Zoë"
        assert project.read.annotators() == ["Zoë", "annotator"]


def test_two_annotators_have_histories_of_their_own(project, document):
    project.do(edits.add(span(document, "Köln")))
    project.set_annotator("boris")
    assert project.undo(document) is None
    assert project.redo(document) is None
    project.set_annotator("anna")
    assert project.undo(document) is not None


def test_proposed_furniture_omits_excluded_parts(project):
    article = Article(title="t", text="Kopf 🎈\n\nBild: dpa\n\nVerwandte Artikel", furniture=((8, 17), (19, 36)))
    (id_,) = project.add_articles([article]).ids
    document = project.read.document(id_)
    assert proposed_furniture(document) == ((8, 17), (19, 36))
    assert proposed_furniture(replace(document, excluded=((8, 17),))) == ((19, 36),)


@pytest.mark.parametrize("strange", [5, "x", [[1]], [[3, 2]], [[0, 10**9]], {"a": 1}])
def test_invalid_proposed_furniture_is_ignored(project, strange):
    (id_,) = project.add_articles([Article(title="t", text="Kopf")]).ids
    document = replace(project.read.document(id_), meta={FURNITURE: strange})
    assert proposed_furniture(document) == ()


@pytest.mark.parametrize(
    ("kept", "name"),
    [("Änne Süß,,,", "Änne Süß"), ("", "anna"), ("& Berg", "Anna Berg"), ("Ann\udce4", "Ann"), (None, "anna")],
)
def test_annotator_has_the_users_full_name(tmp_path, monkeypatch, kept, name):
    pwd = pytest.importorskip("pwd")

    def known(login):
        if kept is None:
            raise KeyError(login)
        return SimpleNamespace(pw_gecos=kept)

    monkeypatch.setattr("annotator.project.project.getuser", lambda: "anna")
    monkeypatch.setattr(pwd, "getpwnam", known)
    project = Project.create(tmp_path / "neu", schema=schema_file.load("news"))
    assert project.annotator == name
    project.set_annotator("Berta")
    path = project.path
    project.close()
    with closing(Project.open(path)) as again:
        assert again.annotator == "Berta"
