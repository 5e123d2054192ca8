"""spaCy reads a project as it reads an export."""

import re
from contextlib import closing
from dataclasses import replace

import pytest
from typer.testing import CliRunner

from annotator.cli.app import app_of
from annotator.editing.edits import Change, Edit, EditKind
from annotator.formats.fit import Options
from annotator.jobs.exporting.export_files import Request, export
from annotator.model.values import GOLD, Annotated, Document, DocumentLabel, DocumentState, State, new_id
from annotator.project.project import Project
from annotator.store.reader import DocumentQuery
from annotator.system.errors import AnnotatorError
from annotator.text.normalization import fingerprint
from spanwright.corpus import NAME, corpus


@pytest.fixture
def nlp():
    import spacy

    return spacy.blank("en")


def test_examples_are_those_of_a_docbin_export(news, nlp):
    from spacy.tokens import DocBin

    request = Request(format="docbin", options=Options(layers=("entities",)), annotator="anna")
    export(news, news.with_suffix(".spacy"), request)
    exported = list(DocBin().from_disk(news.with_suffix(".spacy")).get_docs(nlp.vocab))
    read = [example.reference for example in corpus(news, layer="entities", annotator="anna")(nlp)]
    assert [doc.to_json() for doc in read] == [doc.to_json() for doc in exported]
    assert [[ent.kb_id_ for ent in doc.ents] for doc in read] == [[ent.kb_id_ for ent in doc.ents] for doc in exported]
    assert [doc.user_data for doc in read] == [doc.user_data for doc in exported]
    assert [len(doc.ents) for doc in read] == [2, 1]


def test_split_chooses_the_articles(news, nlp):
    for split, title in (("train", "Mayor"), ("dev", "Die")):
        (example,) = corpus(news, split=split)(nlp)
        assert example.reference[0].text == title
        assert example.predicted.text == example.reference.text
        assert not example.predicted.ents


def test_each_reading_begins_anew(news, nlp):
    read = corpus(news)
    assert len(list(read(nlp))) == len(list(read(nlp))) == 2


@pytest.mark.parametrize("keys", [{"gold": True}, {"annotator": "gold"}])
def test_gold_reads_adjudicated_articles_only(news, nlp, keys):
    with closing(Project.open(news)) as project:
        first = project.read.document_ids(DocumentQuery(annotator=None))[0]
        (name,) = [row for row in project.read.annotated(first, "anna").spans if row.label == "PER"][:1]
        done = DocumentState(document=first, annotator=GOLD, state=State.DONE)
        gold = Change(after=replace(name, id=new_id(), annotator=GOLD))
        project.do(Edit(kind=EditKind.ADJUDICATE, annotator="anna", changes=(gold, Change(after=done))))
    (example,) = corpus(news, **keys)(nlp)
    assert [ent.text for ent in example.reference.ents] == [name.quote(example.reference.text)]


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        ({"gold": True}, "gold = false"),
        ({"annotator": "gold"}, "gold = false"),
        ({"split": "validation"}, "train, dev, test"),
        ({"split": "test"}, "--split 80/10/10"),
        ({"layer": "names"}, "Layers: entities"),
        ({"annotator": "zoe"}, "Annotators: anna"),
    ],
)
def test_wrong_key_is_named_with_its_remedy(news, nlp, keys, words):
    with pytest.raises(AnnotatorError, match=words):
        list(corpus(news, **keys)(nlp))


def test_remedy_for_a_missing_split_works_as_told(news, nlp):
    with pytest.raises(AnnotatorError) as raised:
        list(corpus(news, split="test")(nlp))
    options = re.findall(r"--[a-z-]+(?: [\d/]+)?", str(raised.value))
    words = [word for option in options for word in option.split()]
    words[words.index("80/10/10")] = "50/0/50"  # there are two articles only
    target = news.with_name("parts")  # a split makes a folder
    told = ["export", str(news), str(target), "--format", "docbin", *words]
    assert CliRunner().invoke(app_of(), told).exit_code == 0
    assert len(list(corpus(news, split="test")(nlp))) == 1


def test_configuration_resolves_the_registered_name(news, nlp):
    from spacy.util import registry

    registry.readers.register(NAME, func=corpus)
    config = {"corpus": {"@readers": NAME, "path": str(news), "split": "train"}}
    found = registry.resolve(config)["corpus"](nlp)
    assert [len(example.reference.ents) for example in found] == [2]


def test_labels_of_articles_are_classes_of_all_examples(news, nlp):
    texts = {"Bonn ruht.": "Bau", "Köln gewinnt.": "Sport"}
    with closing(Project.open(news)) as project:
        for text, value in texts.items():
            document = Document(id=new_id(), title=text, text=text, sha256=fingerprint(text), language="de")
            label = DocumentLabel(document=document.id, annotator="anna", label="topic", value=value)
            project.add_annotated([Annotated(document=document, labels=(label,))])
    found = {example.reference.text: example.reference.cats for example in corpus(news, annotator="anna")(nlp)}
    assert found["Bonn ruht."] == {"topic: Bau": 1.0, "topic: Sport": 0.0}
    assert found["Köln gewinnt."] == {"topic: Bau": 0.0, "topic: Sport": 1.0}
    assert {} in found.values()
