"""Reading and writing CoNLL's columns."""

import subprocess
import sys

import pytest
import spacy  # noqa: TID253  # the judge of what was written
from spacy.tokens import DocBin  # noqa: TID253

from annotator.formats.fit import Options
from annotator.formats.registry import exporter
from annotator.formats.training_sets import conll_in
from annotator.model.values import Annotated
from annotator.system.errors import FormatError
from tests.annotator.formats.reading import codes, read
from tests.annotator.formats.texts import document, span


def put(path, content):
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return path


def quotes(entry):
    return [(s.label, s.quote(entry.document.text)) for s in entry.spans]


def test_reads_articles_sentences_and_chunks(tmp_path):
    content = (
        "\ufeff\n-DOCSTART- -X- O O\n\n"
        "Zoe\u0308\tNN\tB-PER\r\nMüller NN  I-PER\n. . O\n\n# sent_id = 7\nBonn NN B-LOC\n"
        "-DOCSTART- -X- O O\n\n-DOCSTART-\nKöln I-LOC"
    )
    found, problems = read("conll", put(tmp_path / "a.conll", content))
    assert [entry.document.text for entry in found] == ["Zoe\u0308 Müller .\nBonn", "Köln"]
    assert [quotes(entry) for entry in found] == [[("PER", "Zoe\u0308 Müller"), ("LOC", "Bonn")], [("LOC", "Köln")]]
    assert problems == []


def test_broken_lines_and_unknown_labels_are_reported(tmp_path, monkeypatch):
    monkeypatch.setattr(conll_in, "_LINE", 64)
    content = b"Bonn B-LOC\nK\xf6ln B-LOC\nallein\n\0 O\n" + b"x" * 200 + b" O\n=1+1 B-a/b\n"
    (entry,), problems = read("conll", put(tmp_path / "a.iob", content))
    assert quotes(entry) == [("LOC", "Bonn"), ("LOC", "Köln")]
    assert codes(problems) == [
        (3, "", "line.columns"),
        (4, "", "line.character"),
        (5, "", "line.long"),
        (1, "spans 3", "row.label"),
        (2, "", "file.encoding"),
    ]


def test_unmarked_file_is_split_into_articles(tmp_path, monkeypatch):
    monkeypatch.setattr(conll_in, "_MOST", 3)
    found, _ = read("conll", put(tmp_path / "a.conll", "a O\nb O\n\n" * 5))
    assert [len(entry.document.text.split()) for entry in found] == [4, 4, 2]


def test_no_sentence_ends_inside_chunk(tmp_path):
    text = "Am Rhein. Köln wächst.\n\nBonn auch."
    spans = (span(1, "Rhein. Köln", text=text, label="LOC"), span(2, "Bonn", text=text, label="LOC"))
    exporter("conll").write([Annotated(document=document(text=text), spans=spans)], tmp_path / "a.conll", Options())
    lines = (tmp_path / "a.conll").read_text("utf-8").split("\n")
    assert lines[:8] == [
        *("-DOCSTART- -X- -X- O", "", "Am _ _ O", "Rhein _ _ B-LOC", ". _ _ I-LOC", "Köln _ _ I-LOC"),
        *("wächst _ _ O", ". _ _ O"),
    ]
    assert lines[8:10] == ["", "Bonn _ _ B-LOC"]


def test_spacy_converts_exported_file(tmp_path):
    text = "Zoe\u0308 Müller aus Köln.\n\nBonn wächst."
    spans = (
        span(1, "Zoe\u0308 Müller", text=text),
        span(2, "Köln", text=text, label="LOC"),
        span(3, "Bonn", text=text),
    )
    exporter("conll").write([Annotated(document=document(text=text), spans=spans)], tmp_path / "a.conll", Options())
    command = [sys.executable, "-m", "spacy", "convert", "a.conll", ".", "-c", "conll", "-l", "de"]
    ran = subprocess.run(command, cwd=tmp_path, capture_output=True, encoding="utf-8", check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    docs = DocBin().from_disk(tmp_path / "a.spacy").get_docs(spacy.blank("de").vocab)
    found = [(ent.label_, ent.text) for doc in docs for ent in doc.ents]
    assert found == [("PER", "Zoe\u0308 Müller"), ("LOC", "Köln"), ("PER", "Bonn")]


def test_missing_file_raises(tmp_path):
    with pytest.raises(FormatError, match="could not be read"):
        read("conll", tmp_path / "nowhere.conll")
