"""W3C Web Annotations."""

import json
from dataclasses import replace
from uuid import UUID

from annotator.formats.fit import Options
from annotator.formats.registry import exporter
from tests.annotator.formats.reading import tidy
from tests.annotator.formats.texts import TEXT, rich, span


def items(path, *stream):
    exporter("web-annotation").write(stream, path, Options())
    page = json.loads(path.read_text("utf-8"))
    assert page["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert page["type"] == "AnnotationPage"
    return page["items"]


def test_positions_match_quotes(tmp_path):
    gap = replace(span(18, "Zoe\u0308", note="so", doubt=True), parts=((2, 6), (18, 22)))
    found = items(tmp_path / "a.jsonld", replace(tidy(rich()), spans=(*rich().spans, gap)))
    tagged = [entry for entry in found if entry["motivation"] == "tagging"]
    assert len(tagged) == 6
    assert [len(entry["target"]) for entry in tagged] == [1, 2, 1, 1, 1, 1]
    for entry in tagged:
        for target in entry["target"]:
            position, quote = target["selector"]
            around = TEXT[: position["start"]], TEXT[position["end"] :]
            assert TEXT[position["start"] : position["end"]] == quote["exact"]
            assert around[0].endswith(quote["prefix"])
            assert around[1].startswith(quote["suffix"])
            assert target["source"] == "https://example.org/steuern"
    purposes = [body["purpose"] for body in tagged[1]["body"]]
    assert purposes == ["tagging", "classifying", "commenting", "assessing"]


def test_relations_and_document_labels(tmp_path):
    found = items(tmp_path / "a.jsonld", tidy(rich()))
    ids = {entry["id"] for entry in found}
    assert len(ids) == len(found)
    linking = [entry for entry in found if entry["motivation"] == "linking"]
    assert len(linking) == 2
    assert {entry["target"][0] for entry in linking} <= ids
    assert [entry["body"][0]["source"] in ids for entry in linking] == [True, False]  # one ends in another article
    assert all(UUID(identifier).urn == identifier for identifier in ids)
    (label,) = [entry for entry in found if entry["motivation"] == "classifying"]
    assert label["body"][0]["value"] == "topic: Steuern"
    assert items(tmp_path / "empty.jsonld") == []
