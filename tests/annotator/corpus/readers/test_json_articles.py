import json

import pytest

from annotator.corpus.article import Draft, ReadingChoices, Sheet
from annotator.corpus.readers.json_articles import holds_articles, read_lines, read_whole
from annotator.system.errors import TextError
from annotator.system.json_objects import REPEATS
from annotator.system.whole_files import Broken
from tests.annotator.corpus.files_made import put


def found(reader, path, **asked):
    every = list(reader(path, ReadingChoices(**asked)))
    return [one for one in every if isinstance(one, Sheet)], [one for one in every if not isinstance(one, Sheet)]


def drafts(reader, path, **asked):
    return [one for one in found(reader, path, **asked)[1] if isinstance(one, Draft)]


RECORDS = [
    {"headline": "Eins", "article": {"body": "Erster 🎈", "paragraphs": 3}, "authors": ["Jana Berg", "Ole Kant"]},
    {"headline": "Zwei", "article": {"body": "Zweiter"}, "authors": []},
]


def test_nested_keys_are_dotted_columns(tmp_path):
    path = put(tmp_path, "a.jsonl", "\ufeff" + "\r\n".join(json.dumps(r, ensure_ascii=False) for r in RECORDS))
    (sheet,), (first, second) = found(read_lines, path)
    assert [c.name for c in sheet.columns] == ["headline", "article.body", "article.paragraphs", "authors"]
    assert (first.text, first.title, first.author, first.place) == ("Erster 🎈", "Eins", "Jana Berg, Ole Kant", "1")
    assert (second.text, second.author, second.place) == ("Zweiter", None, "2")


@pytest.mark.parametrize(
    "shape", [RECORDS, {"status": "ok", "articles": RECORDS}, {"items": [{"x": 1}], "hits": [*RECORDS]}]
)
def test_json_value_may_be_or_contain_a_list(tmp_path, shape):
    path = put(tmp_path, "a.json", json.dumps(shape, indent=1))
    assert [d.text for d in drafts(read_whole, path)] == ["Erster 🎈", "Zweiter"]
    assert [d.text for d in drafts(read_lines, put(tmp_path, "a.jsonl", json.dumps(RECORDS)))] == [
        "Erster 🎈",
        "Zweiter",
    ]


def test_json_lines_named_json_are_read(tmp_path):
    path = put(tmp_path, "a.json", "\n".join(map(json.dumps, RECORDS)))
    assert [d.text for d in drafts(read_whole, path)] == ["Erster 🎈", "Zweiter"]


def test_single_object_is_one_article(tmp_path):
    path = put(tmp_path, "a.json", json.dumps({"text": "Allein", "links": [{"href": "x"}] * 3, "date": 1773000000}))
    assert [(d.text, d.published) for d in drafts(read_whole, path)] == [("Allein", "2026-03-08")]


def test_bad_lines_are_reported_and_others_read(tmp_path):
    lines = ['{"text": "gut", "x": 1}', "", '{"text": ', "[1]", '{"text": ""}', '{"text": "auch"}', "[" * 99_999]
    _, every = found(read_lines, put(tmp_path, "a.jsonl", "\n".join(lines)))
    assert [one.text for one in every if isinstance(one, Draft)] == ["gut", "auch"]
    said = [str(one) for one in every if isinstance(one, TextError)]
    assert [words.partition(":")[0] for words in said] == [f"a.jsonl, line {n}" for n in (3, 4, 5, 7)]


@pytest.mark.parametrize("content", ["{", "[1, 2", "[" * 99_999, "nein"])
def test_invalid_json_is_refused(tmp_path, content):
    with pytest.raises(Broken) as raised:
        found(read_whole, put(tmp_path, "a.json", content))
    assert "recursion" not in str(raised.value)


def test_empty_and_wrongly_encoded_json_is_refused(tmp_path):
    with pytest.raises(TextError, match="contains no text"):
        found(read_whole, put(tmp_path, "a.json", " "))
    with pytest.raises(TextError, match="is not UTF-8"):
        found(read_lines, put(tmp_path, "a.jsonl", '{"text": "ü"}'.encode("cp1252")))


@pytest.mark.parametrize(
    ("record", "told"),
    [
        ({"text": "a", "title": "b"}, True),
        ({"text": "a", "title": "b", "excluded": []}, False),
        ({"text": "a", "spans": []}, False),
        ({"text": "a", "label": []}, False),
        ({"text": "a", "headline": "b"}, True),
        ({"body": "a"}, True),
        ([1], False),
    ],
)
def test_records_without_our_keys_are_articles(tmp_path, record, told):
    assert holds_articles(put(tmp_path, "a.jsonl", json.dumps(record))) is told


def test_holds_articles_ignores_broken_lines_but_not_later_labels(tmp_path):
    lines = [json.dumps({"text": "a"}), "{kaputt", json.dumps({"text": "b"})]
    assert holds_articles(put(tmp_path, "a.jsonl", "\n".join(lines)))
    lines.append(json.dumps({"text": "c", "spans": []}))
    assert not holds_articles(put(tmp_path, "b.jsonl", "\n".join(lines)))


def test_ninjs_is_recognised(tmp_path):
    record = {
        "uri": "urn:x",
        "headline": "Eins",
        "body_text": "Text",
        "language": "de",
        "versioncreated": "2026-03-09T10:00:00Z",
    }
    sheets, (draft,) = found(read_whole, put(tmp_path, "a.json", json.dumps([record])))
    assert (sheets, draft.text, draft.published) == ([], "Eins\n\nText", "2026-03-09")


@pytest.mark.parametrize("record", [{"body": {}}, {"body": None}, {}])
def test_records_without_values_have_no_text(tmp_path, record):
    faults = found(read_whole, put(tmp_path, "a.json", json.dumps([record, record])))[1]
    assert ["no text" in str(fault) for fault in faults] == [True, True]


def test_record_with_name_twice_is_told(tmp_path):
    lines = put(tmp_path, "a.jsonl", '{"text": "Eins", "text": "Zwei"}\n{"text": "Drei"}\n')
    failed, read = found(read_lines, lines)[1]
    assert (failed.details["line"], failed.details["reason"], read.text) == (1, REPEATS, "Drei")
    entries = put(tmp_path, "b.json", '[{"text": "Drei"}, {"text": "Eins", "by": {"name": "A", "name": "B"}}]')
    read, failed = found(read_whole, entries)[1]
    assert (read.text, failed.details["line"], failed.details["reason"]) == ("Drei", 2, REPEATS)
    with pytest.raises(Broken, match=REPEATS):
        found(read_whole, put(tmp_path, "c.json", '{"articles": [{"text": "Eins"}], "articles": []}'))
