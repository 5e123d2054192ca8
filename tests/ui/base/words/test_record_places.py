import json

import pytest

from annotator.jobs.importing import import_read
from ui.base.words.record_places import record_words
from ui.dialogs.told_dialog import exchange_sentence

RECORDS = [{"text": "Der Rat tagt in Köln."}, {"text": "Sie kam am Dienstag."}, {"text": "Der Rat tagt in Köln."}]
LINES = "\n".join(map(json.dumps, RECORDS))
NINJS = [{"uri": f"x:{number}", "body_text": record["text"]} for number, record in enumerate(RECORDS)]


@pytest.mark.parametrize(
    ("name", "content", "place"),
    [
        ("a, b.csv", "text\n" + "\n".join(record["text"] for record in RECORDS), "row 3"),
        ("a.jsonl", LINES, "line 2"),
        ("a.json", LINES, "line 2"),
        ("a.json", json.dumps(RECORDS), "entry 2"),
        ("a.jsonl", json.dumps(RECORDS), "entry 2"),
        ("a.jsonl", "\n".join(map(json.dumps, NINJS)), "line 2"),
        ("Bericht, 2024.txt", RECORDS[0]["text"], ""),
    ],
)
def test_number_in_file_is_named(tmp_path, name, content, place):
    (tmp_path / name).write_text(content, "utf-8")
    incoming = import_read.read([tmp_path / name], import_read.TEXT)
    article = incoming.articles[-1]
    assert record_words(article.name, article.unit) == (f"{name}, {place}" if place else name)
    unit = place.split(" ")[0]
    for notice in incoming.notices:
        assert exchange_sentence(notice).startswith(f"{name}, {unit} ")
        assert f"{name}, {unit} {4 if unit == 'row' else 3} repeats {name}, {unit} " in exchange_sentence(notice)
