"""The offsets of one span are the same everywhere: in the imported file, in the window and in the exported file."""

import json
import sqlite3
from contextlib import closing

import pytest
from PySide6.QtCore import QPoint

from annotator.formats.fit import Options
from annotator.jobs.exporting import export_files
from annotator.jobs.importing import import_read, import_store

RAW = (
    "Grüße 🎈👩‍👩‍👧 von Ce\u0301line\r\n\r\n"
    "Am Montag 🚆 traf sie in\u00a0Weifang\u2028HD Hyundai.\rEnde 🏁 in Köln.\r\n"
)
WORDS = (("Weifang", "LOC"), ("HD Hyundai", "ORG"), ("Köln", "LOC"), ("Ce\u0301line", "PER"))


@pytest.fixture
def window(make_window, project_path, tmp_path, qtbot):
    source = tmp_path / "Rohtext 🎈.txt"
    source.write_bytes(RAW.encode("utf-8"))
    made = make_window(project_path)
    incoming = import_read.read([source])
    taken = import_store.take_in(made.session.required(), incoming)
    made.session.documents_changed.emit()
    made.session.open_document(taken.ids[0])
    qtbot.waitUntil(lambda: not made.session.opened.tokens.provisional, timeout=20_000)
    return made


def test_offsets_agree_in_file_window_and_exports(window, tmp_path, qtbot):
    session, view = window.session, window.view
    text = session.opened.document.text
    assert "\r" not in text
    for words, label in WORDS:
        start = text.index(words)
        view.select(start, start + len(words))
        assert view.selection() == (start, start + len(words)), words
        window.actions_by_id[f"label.entities.{label}"].trigger()
    expected = sorted((text.index(words), text.index(words) + len(words), label, words) for words, label in WORDS)
    for span in session.opened.spans:
        check_place(view, span)
    with closing(sqlite3.connect(session.project.path)) as connection:
        asked = "SELECT start, end, label, quote FROM span WHERE document = ? ORDER BY start"
        assert connection.execute(asked, [session.opened.document.id]).fetchall() == expected
    assert from_jsonl(session, tmp_path) == expected
    assert from_docbin(session, tmp_path) == expected


def check_place(view, span):
    """Check that the caret offsets at the edges of a painted span are the span's offsets."""
    boxes = view.span_rects(span.id)
    assert boxes
    first, last = boxes[0], boxes[-1]
    assert view.offset_at(QPoint(first.left() + 1, first.center().y())) == span.start
    assert view.offset_at(QPoint(last.right() - 1, last.center().y())) == span.end


def export(session, tmp_path, name, suffix):
    target = tmp_path / f"Ausfuhr.{suffix}"
    request = export_files.Request(format=name, options=Options())
    export_files.export(session.project.path, target, request)
    return target


def from_jsonl(session, tmp_path):
    lines = map(json.loads, export(session, tmp_path, "jsonl", "jsonl").read_bytes().split(b"\n")[:-1])
    (record,) = (line for line in lines if line["id"] == session.opened.document.id)
    found = [(s["start"], s["end"], s["label"]) for s in record["spans"]]
    return sorted((start, end, label, record["text"][start:end]) for start, end, label in found)


def from_docbin(session, tmp_path):
    import spacy
    from spacy.tokens import DocBin

    target = export(session, tmp_path, "docbin", "spacy")
    docs = DocBin().from_disk(target).get_docs(spacy.blank("de").vocab)
    (doc,) = (doc for doc in docs if doc.text == session.opened.document.text)
    found = [*doc.ents, *(span for group in doc.spans.values() for span in group)]
    return sorted({(e.start_char, e.end_char, e.label_, e.text) for e in found})
