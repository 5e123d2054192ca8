"""Reading W3C Web Annotations."""

import json
from dataclasses import replace

import pytest

from annotator.formats.plain.quote_anchors import QuoteAnchor, anchored
from annotator.formats.registry import importer, importer_for
from annotator.formats.shared.vocabulary import Vocabulary
from annotator.system.errors import FormatError
from tests.annotator.formats.reading import NEWS, SCHEMA, codes, linked, quotes_of, read, written
from tests.annotator.formats.texts import document, hex_id, rich

TEXT = "🎈 Die Brücke in Bonn sei sicher, sagte Karla Wirth. Bonn prüft die Brücke bald.\n"
PAGE = "https://bote.example/bruecke"


def quote(words, *, prefix="", suffix="", nth=0):
    at = -1
    for _ in range(nth + 1):
        at = TEXT.index(words, at + 1)
    start = len(TEXT[:at].encode("utf-16-le")) // 2
    end = start + len(words.encode("utf-16-le")) // 2
    return [
        {"type": "TextPositionSelector", "start": start, "end": end},
        {"type": "TextQuoteSelector", "exact": words, "prefix": prefix, "suffix": suffix},
    ]


def put(path, value, text=TEXT):
    path.write_text(json.dumps(value), "utf-8")
    path.with_suffix(".txt").write_text(text, "utf-8")
    return path


def recogito(key, words, *tags):
    return {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": f"#{key}",
        "type": "Annotation",
        "body": [{"type": "TextualBody", "purpose": "tagging", "value": tag} for tag in tags],
        "target": {"selector": quote(words)},
    }


def test_reads_recogito_with_utf16_positions_and_relations(tmp_path):
    link = {
        "id": "#r",
        "type": "Annotation",
        "motivation": "linking",
        "body": [{"type": "TextualBody", "purpose": "tagging", "value": "claimant"}],
        "target": [{"id": "#c"}, {"id": "#p"}],
    }
    items = [recogito("p", "Karla Wirth", "Person"), recogito("c", "Die Brücke in Bonn sei sicher", "CLAIM"), link]
    path = put(tmp_path / "a.json", items)
    assert importer_for(path) is importer("web-annotation")
    (entry,), problems = read("web-annotation", path)
    assert problems == []
    assert sorted(quotes_of(entry)) == [("CLAIM", "Die Brücke in Bonn sei sicher"), ("PER", "Karla Wirth")]
    assert [(label, head[0], tail[0]) for label, head, tail in linked(entry)] == [("claimant", "CLAIM", "PER")]


def hypothesis(words, *tags, position=None, comment="", **fields):
    selector = [
        {"type": "RangeSelector", "startContainer": "/div[1]", "endContainer": "/div[1]", "startOffset": 3},
        *quote(words, **fields),
    ]
    if position is not None:
        selector[1] |= {"start": position, "end": position + len(words)}
    return {
        "id": f"h{words[:3]}{position}",
        "user": "acct:ada@hypothes.is",
        "uri": PAGE,
        "text": comment,
        "tags": list(tags),
        "target": [{"source": PAGE, "selector": selector}],
    }


def test_reads_hypothesis_by_words_where_positions_are_those_of_page(tmp_path):
    rows = [
        hypothesis("Bonn", "LOC", position=900, prefix="sagte Karla Wirth. ", suffix=" prüft"),
        hypothesis("Karla  Wirth".replace("  ", " "), "PER", position=880, comment="Sprecherin?"),
        {"id": "n", "user": "acct:ben@hypothes.is", "uri": PAGE, "tags": ["Verkehr"], "target": [{"source": PAGE}]},
        {"id": "answer", "references": ["n"], "uri": PAGE, "text": "Ja.", "target": [{"source": PAGE}]},
    ]
    (entry,), problems = read("web-annotation", put(tmp_path / "a.json", {"total": 4, "rows": rows}))
    assert problems == []
    assert entry.document.url == PAGE
    assert [(s.label, s.start, s.annotator) for s in entry.spans] == [
        ("PER", TEXT.index("Karla"), "ada"),
        ("LOC", TEXT.rindex("Bonn"), "ada"),
    ]
    assert entry.spans[0].note == "Sprecherin?"
    assert [(label.annotator, label.value) for label in entry.labels] == [("ben", "Verkehr")]


def test_highlight_without_label_gets_one_to_map(tmp_path):
    path = put(tmp_path / "a.json", {"rows": [hypothesis("Bonn prüft")]})
    options = replace(NEWS, vocabulary=Vocabulary(schema=SCHEMA, renamed={"Highlight": "claims.CLAIM"}))
    (entry,), problems = read("web-annotation", path, options)
    assert problems == []
    assert quotes_of(entry) == [("CLAIM", "Bonn prüft")]
    _, problems = read("web-annotation", path)
    assert codes(problems) == [(0, "spans 1", "row.label")]


def test_lost_and_ambiguous_words_are_reported(tmp_path):
    lost, twice = hypothesis("Bonn", "LOC", position=2), hypothesis("Brücke", "LOC", position=2)
    lost["target"][0]["selector"][2]["exact"] = "Köln"
    del twice["target"][0]["selector"][1]
    (entry,), problems = read("web-annotation", put(tmp_path / "a.json", [lost, twice]))
    assert codes(problems) == [(0, "items 1", "row.quote_lost"), (0, "items 2", "row.quote_lost")]
    assert "Köln" in problems[0].sentence
    assert entry.spans == ()


def test_texts_of_several_pages_stand_beside_by_name(tmp_path):
    first, second = hypothesis("Bonn", "LOC"), hypothesis("Bonn", "LOC")
    second["target"][0]["source"] = "https://bote.example/zwei.html"
    path = put(tmp_path / "a.json", [first, second])
    (tmp_path / "bruecke.txt").write_text(TEXT, "utf-8")
    found, problems = read("web-annotation", path)
    assert len(found) == 1
    assert codes(problems) == [(0, "", "record.source")]
    (tmp_path / "zwei.txt").write_text("In Bonn.", "utf-8")
    found, problems = read("web-annotation", path)
    assert [quotes_of(entry) for entry in found] == [[("LOC", "Bonn")], [("LOC", "Bonn")]]


def test_file_without_any_text_names_what_is_missing(tmp_path):
    path = put(tmp_path / "a.json", [recogito("p", "Bonn", "LOC")])
    path.with_suffix(".txt").unlink()
    with pytest.raises(FormatError, match=r"a\.txt"):
        read("web-annotation", path)


def test_articles_of_one_address_stay_apart(tmp_path):
    twin = replace(rich(), document=document(2, "Köln ruht.", url=rich().document.url))
    twin = replace(twin, spans=(), relations=(), labels=(), suggestions=(), sentences=(), states=(), identities=())
    found, problems, _ = written("web-annotation", tmp_path / "a.jsonld", rich(), twin)
    assert [problem.code for problem in problems] == ["row.attribute"]  # its verdict is empty
    assert [entry.document.id for entry in found] == [hex_id(1), hex_id(2)]
    assert [len(entry.spans) for entry in found] == [5, 0]


def test_words_with_other_white_space_are_found():
    text = "Die\nBrücke  ist sicher."
    assert anchored(text, QuoteAnchor(exact="Die Brücke ist"), int) == (0, 15)
    assert anchored(text + text, QuoteAnchor(exact="Die Brücke ist"), int) is None
