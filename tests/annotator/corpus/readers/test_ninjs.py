import pytest

from annotator.corpus.article import ENTRY, Draft
from annotator.corpus.readers.json_articles import draft, is_ninjs
from annotator.system.errors import TextError

FIRST = {
    "uri": "https://agentur.example/1",
    "type": "text",
    "headline": "Ein Rathaus ohne Treppe",
    "byline": "Jana Berg",
    "body_xhtml": "<div><p>Erster &amp; <b>einziger</b></p><p>Zweiter</p></div>",
    "language": "de-DE",
    "versioncreated": "2026-03-09T23:30:00+01:00",
    "copyrightholder": "Agentur",
}
SECOND = {
    "uri": "urn:agentur:1",
    "headlines": [{"role": "main", "value": "Ein Rathaus ohne Treppe"}],
    "bodies": [
        {"role": "summary", "contenttype": "text/plain", "value": "Kurz"},
        {"role": "main", "contenttype": "application/xhtml+xml", "value": "<p>Erster &amp; einziger</p><p>Zweiter</p>"},
    ],
    "by": [{"value": "Jana Berg"}],
    "language": "de",
    "versioncreated": "2026-03-09T23:30:00+01:00",
    "organisations": [{"rel": "provider", "name": "Agentur"}],
}
THIRD = {
    **{key: value for key, value in SECOND.items() if key not in {"by", "versioncreated", "bodies"}},
    "bodies": [{"role": "main", "contentType": "text/plain", "value": "Erster & einziger\n\nZweiter"}],
    "people": [{"rel": "author", "name": "Jana Berg"}],
    "contentCreated": "2026-03-09T23:30:00+01:00",
}


@pytest.mark.parametrize("record", [FIRST, SECOND, THIRD])
def test_ninjs_versions(record):
    assert is_ninjs(record)
    found = draft(record, file="a.json", line=1, unit=ENTRY)
    assert isinstance(found, Draft)
    assert found.text == "Ein Rathaus ohne Treppe\n\nErster & einziger\n\nZweiter"
    assert (found.title, found.author, found.publisher) == ("Ein Rathaus ohne Treppe", "Jana Berg", "Agentur")
    assert (found.language, found.published, found.id) == ("de", "2026-03-09", record["uri"])
    assert found.url == (record["uri"] if record is FIRST else None)


@pytest.mark.parametrize(
    "more", [{"body_text": ""}, {"bodies": []}, {"bodies": [1, {"value": 3}], "headlines": "nein"}]
)
def test_ninjs_without_text_is_reported(more):
    found = draft({"uri": "urn:x", "headlines": [], **more}, file="a.json", line=4, unit=ENTRY)
    assert isinstance(found, TextError)
    assert str(found) == "a.json, entry 4: there is no text."


def test_other_objects_are_not_ninjs():
    assert not is_ninjs({"uri": "x", "text": "y"})
    assert not is_ninjs({"headlines": []})
