"""Labels of whole articles as classes of spaCy's text classifiers."""

from dataclasses import replace

import spacy  # noqa: TID253  # the judge of what was written
from spacy.tokens import DocBin  # noqa: TID253
from spacy.training import Example  # noqa: TID253

from annotator.formats.fit import Options
from annotator.formats.registry import exporter
from annotator.model.values import Annotated, DocumentLabel
from tests.annotator.formats.reading import read
from tests.annotator.formats.texts import document, hex_id

TEXTS = ["Bonn prüft die Brücke.", "Köln gewinnt das Spiel.", "Das Wetter bleibt mild."]


def articles():
    for number, (text, given) in enumerate(zip(TEXTS, ["Bau", "Sport", None], strict=True), 1):
        label = DocumentLabel(document=hex_id(number), annotator="ada", label="topic", value=given or "")
        yield Annotated(document=document(number, text), labels=(label,) if given else ())


def docs(path):
    return list(DocBin().from_disk(path).get_docs(spacy.blank("de").vocab))


def test_docbin_has_all_classes_where_one_is_known(tmp_path):
    exporter("docbin").write([*articles()], tmp_path / "a.spacy", Options())
    assert [doc.cats for doc in docs(tmp_path / "a.spacy")] == [
        {"topic: Bau": 1.0, "topic: Sport": 0.0},
        {"topic: Bau": 0.0, "topic: Sport": 1.0},
        {},
    ]
    back, problems = read("docbin", tmp_path / "a.spacy")
    assert problems == []
    assert [[(label.label, label.value) for label in entry.labels] for entry in back] == [
        [("topic", "Bau")],
        [("topic", "Sport")],
        [],
    ]


def test_label_of_other_tools_is_class_by_its_value(tmp_path):
    plain = [replace(entry, labels=tuple(replace(x, label="label") for x in entry.labels)) for entry in articles()]
    exporter("docbin").write(plain, tmp_path / "a.spacy", Options())
    assert docs(tmp_path / "a.spacy")[0].cats == {"Bau": 1.0, "Sport": 0.0}


def test_spacy_learns_classes(tmp_path):
    exporter("docbin").write([*articles()], tmp_path / "a.spacy", Options())
    nlp = spacy.blank("de")
    nlp.add_pipe("textcat")
    examples = [Example(nlp.make_doc(doc.text), doc) for doc in docs(tmp_path / "a.spacy")[:2]]
    optimizer = nlp.initialize(lambda: examples)
    for _ in range(20):
        nlp.update(examples, sgd=optimizer)
    found = nlp(TEXTS[1]).cats
    assert sorted(found) == ["topic: Bau", "topic: Sport"]
    assert max(found, key=lambda name: found[name]) == "topic: Sport"


def test_spacy_folder_shares_classes_among_its_parts(tmp_path):
    split = [replace(entry, split=part) for entry, part in zip(articles(), ["train", "dev", "test"], strict=True)]
    exporter("spacy-folder").write(split, tmp_path / "out", Options())
    (train,) = docs(tmp_path / "out" / "corpus" / "train.spacy")
    assert train.cats == {"topic: Bau": 1.0, "topic: Sport": 0.0}
