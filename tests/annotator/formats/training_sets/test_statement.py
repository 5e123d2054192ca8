"""Data statements: their counts, and the questions that a person has to answer."""

from dataclasses import replace

from annotator.formats.base import Census
from annotator.formats.capabilities import EVERYTHING
from annotator.formats.fit import Options, fit
from annotator.formats.training_sets.statement import write_statement
from annotator.model.values import Annotated, DocumentState, State
from tests.annotator.formats.reading import SCHEMA
from tests.annotator.formats.texts import document, hex_id, rich, span


def statement(*articles, split="train"):
    census = Census()
    for annotated in articles:
        census.add(fit(annotated, EVERYTHING, Options()), split)
    return write_statement(census, ["train", "dev"], SCHEMA)


def test_statement_has_counts_and_questions():
    said = statement(rich(), Annotated(document=document(2, published="2024-05-01")))
    assert "2 news articles" in said
    assert "Published from 2022-11-30 to 2024-05-01" in said
    assert "| Rheinbote | 1 |" in said
    assert "| others or unknown | 1 |" in said
    assert "| de | 2 |" in said
    assert "| ada | 4 |" in said
    assert "4 made by hand, 1 accepted from suggestions" in said
    assert "| entities | LOC | 2 | 0 |" in said
    assert said.count("_To be filled in:") == 4
    assert "| claims | CLAIM | " in said


def shared(spans, *, done=("ada", "ben")):
    theirs = tuple(replace(one, id=hex_id(50 + n), annotator="ben") for n, one in enumerate(spans[:1]))
    states = tuple(DocumentState(document=hex_id(1), annotator=name, state=State.DONE) for name in done)
    return Annotated(document=document(), spans=(*spans, *theirs), states=states)


def test_agreement_of_two_annotators():
    spans = (span(1, "Köln", label="LOC"), span(2, "Bonn", label="LOC"))
    said = statement(shared(spans))
    assert "| entities | 3 | 66.7 |  | 66.7 | " in said
    assert "| entities | ada, ben | 1 | 3 | 66.7 |" in said
    assert "agreement is not known" not in said


def test_unfinished_articles_say_nothing_about_agreement():
    spans = (span(1, "Köln", label="LOC"),)
    assert "agreement is not known" in statement(shared(spans, done=("ada",)))


def test_article_that_one_read_and_found_empty_counts():
    states = tuple(DocumentState(document=hex_id(1), annotator=name, state=State.DONE) for name in ("ada", "ben"))
    said = statement(Annotated(document=document(), spans=(span(1, "Köln", label="LOC"),), states=states))
    assert "| entities | ada, ben | 1 | 1 | 0.0 |" in said


def test_untrusted_names_keep_table_intact():
    said = statement(Annotated(document=document(publisher="Blatt | <b>\n# Köln")))
    assert "| Blatt _ _b___ Köln | 1 |" in said


def test_statement_of_empty_dataset():
    assert "0 news articles" in write_statement(Census(), ["train"], None)
