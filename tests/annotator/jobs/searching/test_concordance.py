"""The places that a query finds: listed, labelled in one step, and written as a table."""

import csv

import pytest

from annotator.corpus.article import Article
from annotator.editing import edits
from annotator.editing.occurrence_states import Purpose
from annotator.jobs import bulk_edit
from annotator.jobs.searching import concordance
from annotator.jobs.searching.concordance import FoundPlace, find_places, save, to_label
from annotator.model.query import Query
from annotator.model.values import CLAIMS, ENTITIES
from annotator.system.errors import FormatError
from tests.annotator.made import TEXT, add_article, claim, span


def run(generator):
    steps = []
    while True:
        try:
            steps.append(next(generator))
        except StopIteration as end:
            return steps, end.value


def places(project, *, ranked=False, **asked):
    steps, _ = run(find_places(project.read, Query(**asked), "anna", ranked=ranked))
    return [place for step in steps for place in step]


def seen(project, **asked):
    return [(place.title, place.before, place.words, place.after) for place in places(project, **asked)]


def test_words_are_given_with_their_paragraph_around_them(project):
    document = add_article(project)
    (place,) = places(project, words="köln")
    assert (place.document, place.title) == (document, "Kürzlich")
    assert (place.before, place.words, place.after) == ("Kürzlich 🎈 traf Ce\u0301line in\u00a0", "Köln", " ein.")
    assert TEXT[slice(*place.part)] == "Köln"


def test_words_that_stand_near_each_other_are_one_place(project):
    add_article(project, "A", "Der Rat der Stadt Köln 🎈 tagt.\nKöln schweigt." + " Ja." * 40 + " Der Rat auch.")
    assert [p.words for p in places(project, words="rat köln")] == ["Rat der Stadt Köln", "Köln", "Rat"]


def test_words_in_the_title_alone_lead_to_the_beginning(project):
    document = add_article(project, "Hafen", "Nichts davon.")
    assert places(project, words="hafen") == [FoundPlace(document, "Hafen", 0, 0)]


def test_empty_query_finds_nothing(project):
    add_article(project)
    assert places(project) == []


def test_metadata_query_finds_articles(project):
    project.add_articles([Article(title="A", text="Köln", publisher="Bote"), Article(title="B", text="Rat")])
    assert seen(project, publisher="Bote") == [("A", "", "", "")]


def test_finds_spans_by_label_and_words(project):
    document = add_article(project)
    place, said = span(document, "Köln"), claim(document, "sie spare viel")
    project.do(edits.add([place, said]))
    assert [(p.words, p.label, p.span) for p in places(project, layer=ENTITIES)] == [("Köln", "LOC", place.id)]
    assert [p.span for p in places(project, layer=CLAIMS, words="spare")] == [said.id]
    assert places(project, layer=CLAIMS, words="köln") == []


def test_the_best_article_comes_first_when_it_is_asked_for(project):
    add_article(project, "Wenig", "Ein Rat und noch viele andere Worte mehr.")
    add_article(project, "Viel", "Rat, Rat, Rat")
    assert [p.title for p in places(project, words="rat", ranked=True)] == ["Viel", "Viel", "Viel", "Wenig"]
    assert [p.title for p in places(project, words="rat")] == ["Wenig", "Viel", "Viel", "Viel"]


def test_no_more_are_listed_than_anybody_looks_through(project, monkeypatch):
    monkeypatch.setattr(concordance, "MOST", 3)
    for number in range(2):
        add_article(project, f"A{number}", f"Rat Rat {number}")
    steps, more = run(find_places(project.read, Query(words="rat"), "anna"))
    assert more
    assert sum(map(len, steps)) == 3


def test_whole_tokens_are_labelled_and_furniture_is_not(project):
    text = "Die Köln-Messe 🎈 öffnet.\n\nFoto: Köln"
    first, second = add_article(project, "A", text), add_article(project, "B", "In Köln.")
    document = project.read.document(first)
    project.do(edits.exclude(document, ((text.index("Foto"), len(text)),), annotator="anna"))
    _, wanted = run(to_label(project.read, places(project, words="köln")))
    words = {id_: {project.read.text(id_)[s:e] for s, e in parts} for id_, parts in wanted.items()}
    assert words == {first: {"Köln-Messe"}, second: {"Köln"}}
    step = bulk_edit.step(project.read, Purpose.LABEL, wanted, layer=ENTITIES, label="LOC", annotator="anna")
    _, edit = run(project.timeline.doing(step))
    assert edit.document_ids == {first, second}
    project.undo(second)
    assert project.read.annotated(first, "anna").spans == ()


def test_csv_of_places_defuses_formulas(project, tmp_path):
    document = add_article(project, "=Köln()", "In Köln, 🎈")
    target = tmp_path / "places.csv"
    (tmp_path / "places.csv.tmp").write_text("mine")
    save(project.read, places(project, words="köln"), "anna", target)
    with target.open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    assert row["article"] == "'=Köln()"
    assert (row["before"], row["words"], row["after"]) == ("In ", "Köln", ", 🎈")
    assert (row["start"], row["end"], row["document"]) == ("3", "7", document)
    assert {path.name for path in tmp_path.glob("*.csv*")} == {"places.csv", "places.csv.tmp"}
    assert (tmp_path / "places.csv.tmp").read_text() == "mine"


def test_unwritable_csv_raises_and_leaves_nothing(project, tmp_path):
    with pytest.raises(FormatError) as failure:
        save(project.read, (), "anna", tmp_path / "no" / "places.csv")
    assert failure.value.code == "format.target"
    folder = tmp_path / "Ziel"
    (folder / "taken.csv").mkdir(parents=True)
    with pytest.raises(FormatError):
        save(project.read, (), "anna", folder / "taken.csv")
    assert [path.name for path in folder.iterdir()] == ["taken.csv"]
