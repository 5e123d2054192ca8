"""Records from untrusted files."""

import pytest

from annotator.formats.base import ReadOptions
from annotator.formats.shared.incoming import accept
from annotator.formats.shared.renewed import with_new_ids
from annotator.formats.shared.vocabulary import Vocabulary
from annotator.model.json_records import annotated_to
from annotator.model.schema_file import load
from annotator.model.values import BY_HAND, Origin, OriginKind, State, SuggestionState
from annotator.text.normalization import fingerprint
from tests.annotator.formats.texts import hex_id, rich

TEXT = "🤗 Köln wa\u0308chst.\u00a0Bonn auch."
KOELN = {"layer": "entities", "label": "LOC", "start": 2, "end": 6}
OWN = {"format": "spanwright/1", "id": hex_id(1)}


def take(options=None, **fields):
    """Return the document and the problems of a record."""
    return accept({"text": TEXT, **fields}, file="a.jsonl", line=3, options=options or ReadOptions())


def codes(problems):
    return [(problem.place, problem.code) for problem in problems]


def test_span_defaults_for_optional_fields():
    annotated, problems = take(ReadOptions(annotator="ben", language="de"), spans=[KOELN])
    assert problems == []
    found = annotated.spans[0]
    assert (found.layer, found.label, found.parts, found.quote(TEXT)) == ("entities", "LOC", ((2, 6),), "Köln")
    assert (found.annotator, found.note, found.doubt, dict(found.attributes)) == ("ben", "", False, {})
    assert found.origin == Origin(kind=OriginKind.IMPORT, source="a.jsonl")
    assert found.document == annotated.document.id
    assert annotated.document.language == "de"
    assert annotated.document.title == TEXT
    assert annotated.document.sha256 == fingerprint(TEXT)


@pytest.mark.parametrize("missing", KOELN)
def test_span_without_required_field_is_reported(missing):
    broken = {name: value for name, value in KOELN.items() if name != missing}
    annotated, problems = take(spans=[broken, KOELN])
    assert len(annotated.spans) == 1
    assert codes(problems) == [("spans 1", "row.missing")]
    assert (
        problems[0].sentence
        == f"a.jsonl, line 3, spans 1: {missing} is missing; it was left out. Add it and import the file again."
    )


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"start": -1}, "row.outside"),
        ({"end": 99}, "row.outside"),
        ({"end": 10**400}, "row.outside"),
        ({"start": 6, "end": 2}, "row.outside"),
        ({"start": 2, "end": 2}, "row.outside"),
        ({"start": 2.0}, "row.kind"),
        ({"start": True}, "row.kind"),
        ({"end": "6"}, "row.kind"),
        ({"layer": 3}, "row.kind"),
        ({"label": ""}, "row.missing"),
        ({"parts": [[2, 6], [6, 8]]}, "row.parts"),
        ({"parts": [[4, 6], [2, 3]]}, "row.parts"),
        ({"parts": [[2, 5]]}, "row.parts"),
        ({"parts": [[2, 6, 8]]}, "row.kind"),
        ({"parts": ["ab"]}, "row.kind"),
    ],
)
def test_span_outside_text_is_reported(change, code):
    annotated, problems = take(spans=[{**KOELN, **change}, KOELN])
    assert len(annotated.spans) == 1
    assert codes(problems) == [("spans 1", code)]
    assert "left out" in problems[0].sentence


def test_invalid_parts_fall_back_to_start_and_end():
    annotated, problems = take(spans=[{**KOELN, "parts": "2-6"}])
    assert annotated.spans[0].parts == ((2, 6),)
    assert codes(problems) == [("spans 1", "row.kind")]


def test_foreign_records_get_new_ids():
    spans = [{**KOELN, "id": "T1"}, {**KOELN, "id": 2, "start": 15, "end": 19}]
    relations = [{"label": "same", "head": "T1", "tail": 2}]
    annotated, problems = take(id="doc-7", meta={"a": 1}, spans=spans, relations=relations, ressort="Lokales")
    assert problems == []
    assert annotated.document.id != "doc-7"
    assert dict(annotated.document.meta) == {"a": 1, "external_id": "doc-7", "ressort": "Lokales"}
    head, tail = annotated.spans
    assert (annotated.relations[0].head, annotated.relations[0].tail) == (head.id, tail.id)
    assert len(head.id) == 32


def test_foreign_format_is_kept_in_meta():
    annotated, problems = take(format="jsonl")
    assert dict(annotated.document.meta) == {"format": "jsonl"}
    assert problems == []


def test_own_records_keep_ids():
    own = annotated_to(rich())
    annotated, problems = accept(own, file="a.jsonl", line=1, options=ReadOptions())
    assert problems == []
    assert annotated == rich()


def test_taken_and_invalid_ids_are_replaced():
    spans = [{**KOELN, "id": hex_id(2)}, {**KOELN, "id": hex_id(2), "label": "ORG"}, {**KOELN, "id": "../../x"}]
    annotated, problems = take(**{**OWN, "id": "x"}, spans=spans, sha256=fingerprint(TEXT))
    assert codes(problems) == [("", "row.id"), ("spans 2", "row.id"), ("spans 3", "row.id")]
    assert len({found.id for found in annotated.spans}) == 3
    assert [found.label for found in annotated.spans if found.id == hex_id(2)] == ["LOC"]
    assert annotated.document.meta["external_id"] == "x"
    assert codes(take(format="spanwright/1")[1]) == []


def test_relation_without_ends_is_reported():
    spans = [{**KOELN, "id": "a"}]
    relations = [
        {"label": "same", "head": "a", "tail": "b"},
        {"label": "same", "head": "b", "tail": "a"},
        {"head": "a", "tail": "a"},
        {"label": "same"},
    ]
    annotated, problems = take(spans=spans, relations=relations)
    assert annotated.relations == ()
    assert codes(problems) == [
        ("relations 1", "row.end"),
        ("relations 2", "row.end"),
        ("relations 3", "row.missing"),
        ("relations 4", "row.end"),
    ]


def test_own_relation_tail_may_be_in_another_article():
    spans = [{**KOELN, "id": hex_id(2)}]
    relations = [
        {"id": hex_id(5), "label": "evidence", "head": hex_id(2), "tail": hex_id(9)},
        {"id": hex_id(6), "label": "evidence", "head": hex_id(9), "tail": hex_id(2)},
        {"id": hex_id(7), "label": "evidence", "head": hex_id(2), "tail": "nowhere"},
    ]
    annotated, problems = take(**OWN, spans=spans, relations=relations)
    assert [relation.id for relation in annotated.relations] == [hex_id(5)]
    assert codes(problems) == [("relations 2", "row.end"), ("relations 3", "row.end")]


def test_offsets_are_mapped_past_carriage_returns():
    raw = "\ufeffErste\r\nZeile 🤗\rKöln\r\n"
    start = raw.index("Köln")
    spans = [
        {**KOELN, "start": start, "end": start + 4, "quote": "Köln"},
        {**KOELN, "start": 1, "end": 13, "quote": "Erste\r\nZeile"},
        {**KOELN, "start": 6, "end": 7},
    ]
    annotated, problems = take(text=raw, spans=spans, excluded=[[1, 6]], sha256=fingerprint(raw))
    text = annotated.document.text
    assert text == "Erste\nZeile 🤗\nKöln\n"
    assert [found.quote(text) for found in annotated.spans] == ["Erste\nZeile", "Köln"]
    assert annotated.document.excluded == ((0, 5),)
    assert codes(problems) == [("spans 3", "row.outside")]


def test_differing_quote_is_reported_and_span_kept():
    annotated, problems = take(spans=[{**KOELN, "quote": "Bonn"}, {**KOELN, "end": 5, "quote": 4}])
    assert len(annotated.spans) == 2
    assert codes(problems) == [("spans 1", "row.quote"), ("spans 2", "row.kind")]
    assert "“Bonn”, but the text at 2–6 is “Köln”" in problems[0].sentence


def test_utf16_like_offsets_are_reported_not_shifted():
    annotated, problems = take(spans=[{**KOELN, "start": 3, "end": 7, "quote": "Köln"}])
    assert annotated.spans[0].parts == ((3, 7),)
    assert codes(problems) == [("spans 1", "row.quote"), ("", "record.utf16")]


def test_wrong_checksum_is_reported():
    assert codes(take(sha256=fingerprint("Bonn"))[1]) == [("", "record.sha256")]
    assert codes(take(sha256=7)[1]) == [("", "row.kind")]


def test_stored_text_is_not_normalised_again():
    text = "\ufeffKöln"
    annotated, problems = take(**OWN, text=text, sha256=fingerprint(text), spans=[{**KOELN, "start": 1, "end": 5}])
    assert annotated.document.text == text
    assert annotated.spans[0].quote(text) == "Köln"
    assert problems == []


@pytest.mark.parametrize(
    ("given", "language", "kept"),
    [("de-AT", "de", {}), ("EN", "en", {}), ("fr", "other", {"language": "fr"}), ("other", "other", {})],
)
def test_language_codes(given, language, kept):
    annotated, problems = take(language=given)
    assert annotated.document.language == language
    assert dict(annotated.document.meta) == kept
    assert problems == []


def test_fields_of_wrong_type_are_reported():
    wrong = {
        "title": 3,
        "url": [],
        "author": {},
        "meta": [1],
        "language": 5,
        "spans": {"a": 1},
        "relations": [4],
        "published": "gestern",
        "split": "heldout",
        "excluded": [[0, 3], [3, 99], "x", [None, 4]],
    }
    annotated, problems = take(**wrong)
    document = annotated.document
    assert (document.title, document.url, document.published, annotated.split) == (TEXT, None, None, None)
    assert document.excluded == ((0, 3),)
    assert sorted(codes(problems)) == [
        ("", "record.published"),
        ("", "record.split"),
        *[("", "row.kind")] * 6,
        ("excluded 2", "row.outside"),
        ("excluded 3", "row.kind"),
        ("excluded 4", "row.missing"),
        ("relations 1", "row.kind"),
    ]


def test_date_with_time_becomes_date():
    annotated, problems = take(published="2022-11-30T08:00:00Z", split="test")
    assert annotated.document.published == "2022-11-30"
    assert annotated.split == "test"
    assert problems == []


def test_all_rows_are_read_and_broken_ones_reported():
    annotated, problems = take(
        identities=[{"name": "Köln", "id": "k"}, {"label": "LOC"}],
        spans=[{**KOELN, "attributes": {"identity": "k"}, "confidence": 0.9, "doubt": "yes", "origin": {"kind": "?"}}],
        labels=[{"label": "topic", "value": "Stadt"}, {"label": "topic", "value": "Stadt"}, {"label": "topic"}],
        sentences=[{"start": 14, "end": 25, "annotator": "ada"}, {"start": 14, "end": 25, "annotator": "ada"}],
        states=[{"state": "done"}, {"state": "open"}, {"state": "finished", "annotator": "ben"}],
    )
    assert annotated.spans[0].attributes["identity"] == annotated.identities[0].id != "k"
    assert annotated.labels[0].value == "Stadt"
    assert (annotated.sentences[0].state, annotated.states[0].state) == ("empty", State.DONE)
    assert codes(problems) == [
        ("identities 2", "row.missing"),
        ("spans 1", "row.extra"),
        ("spans 1", "row.kind"),
        ("spans 1 origin", "row.kind"),
        ("labels 2", "row.twice"),
        ("labels 3", "row.missing"),
        ("sentences 2", "row.twice"),
        ("states 2", "row.twice"),
        ("states 3", "row.kind"),
    ]
    assert annotated.spans[0].origin == Origin(kind=OriginKind.IMPORT)


def test_identity_of_project_is_kept():
    annotated, _ = take(spans=[{**KOELN, "attributes": {"identity": hex_id(8)}, "origin": {"kind": "human"}}])
    assert annotated.spans[0].attributes["identity"] == hex_id(8)
    assert annotated.spans[0].origin == BY_HAND


def test_reads_suggestions():
    draft = {"label": "cue", "layer": "attribution", "tail_label": "CUE", "parts": [[7, 13]]}
    annotated, problems = take(
        suggestions=[
            {**KOELN, "score": 1, "relations": [draft, {"label": "cue"}], "state": "rejected"},
            {**KOELN, "score": True},
            {**KOELN, "state": "perhaps"},
        ]
    )
    one, two = sorted(annotated.suggestions, key=lambda suggestion: suggestion.state, reverse=True)
    assert (one.score, one.source, one.state) == (1.0, "a.jsonl", SuggestionState.REJECTED)
    assert one.relations[0].parts == ((7, 13),)
    assert two.score is None
    assert annotated.spans == ()
    assert codes(problems) == [
        ("suggestions 1 relations 2", "row.missing"),
        ("suggestions 2", "row.kind"),
        ("suggestions 3", "row.kind"),
    ]


def test_with_new_ids_keeps_content():
    fresh = with_new_ids(rich())
    old, new = rich().document.id, fresh.document.id
    assert new != old
    for rows in (fresh.spans, fresh.labels, fresh.sentences, fresh.states):
        assert {row.document for row in rows} == {new}
    assert {suggestion.document for suggestion in fresh.suggestions} == {new}
    assert not {span.id for span in fresh.spans} & {span.id for span in rich().spans}
    claim = next(span for span in fresh.spans if span.layer == "claims")
    assert [relation.head for relation in fresh.relations] == [claim.id, claim.id]
    assert fresh.relations[0].tail in {span.id for span in fresh.spans}
    assert fresh.relations[1].tail == hex_id(999)
    assert [span.parts for span in fresh.spans] == [span.parts for span in rich().spans]


NEWS = ReadOptions(vocabulary=Vocabulary(schema=load("news"), renamed={"GPE": "LOC", "Speaker": "claimant"}))


def test_unknown_labels_are_reported():
    rows = [("LOC", None), ("loc", None), ("GPE", None), ("CLAIM", "sc"), ("TREE", None), ("=A/B c", "entities")]
    spans = [{"label": label, "layer": layer, "start": at, "end": 6} for at, (label, layer) in enumerate(rows)]
    annotated, problems = take(NEWS, spans=spans, suggestions=spans)
    found = sorted((span.layer, span.label) for span in annotated.spans)
    assert found == [("claims", "CLAIM"), *[("entities", "LOC")] * 3]
    assert sorted((s.layer, s.label) for s in annotated.suggestions) == found
    left_out = ["spans 5", "spans 6", "suggestions 5", "suggestions 6"]
    assert codes(problems) == [(row, "row.label") for row in left_out]
    assert "no label TREE; the entry was left out" in problems[0].sentence


def test_unknown_relations_and_fields_are_reported():
    spans = [{**KOELN, "id": "a", "attributes": {"part_of_word": "half", "mine": 1}}]
    drafts = [{"label": "says", "layer": "entities", "tail_label": "LOC", "start": 2, "end": 6}]
    relations = [{"label": label, "head": "a", "tail": "a"} for label in ("CLAIMANT", "Speaker", "says")]
    annotated, problems = take(NEWS, spans=spans, relations=relations, suggestions=[{**KOELN, "relations": drafts}])
    assert dict(annotated.spans[0].attributes) == {"mine": 1}
    assert [relation.label for relation in annotated.relations] == ["claimant", "claimant"]
    assert codes(problems) == [
        ("spans 1", "row.attribute"),
        ("relations 3", "row.relation"),
        ("suggestions 1 relations 1", "row.relation"),
    ]


def test_converts_utf16_offsets_on_request():
    units = ReadOptions(utf16=True)
    spans = [{**KOELN, "start": 3, "end": 7, "quote": "Köln"}, {**KOELN, "start": 0, "end": 99}]
    annotated, problems = take(units, spans=spans)
    assert [span.parts for span in annotated.spans] == [((2, 6),)]
    assert codes(problems) == [("spans 2", "row.outside")]


def test_far_offset_is_shown_as_in_the_file():
    problems = take(spans=[{**KOELN, "end": 12 * 10**30}, {**KOELN, "end": 10**4299}])[1]
    assert [problem.details["end"] for problem in problems] == ["12" + "0" * 18 + "…", "1" + "0" * 19 + "…"]


def test_same_label_twice_becomes_one():
    bonn = {**KOELN, "start": 15, "end": 19, "id": "c"}
    relations = [{"label": "same_as", "head": "b", "tail": "c"}]
    spans = [{**KOELN, "id": "a"}, {**KOELN, "id": "b"}, {**KOELN, "annotator": "ben"}, {**KOELN, "note": "?"}, bonn]
    annotated, problems = take(ReadOptions(annotator="ann"), spans=spans, relations=relations)
    assert codes(problems) == [("spans 2", "row.same")]
    assert len(annotated.spans) == 4
    head = next(span for span in annotated.spans if span.id == annotated.relations[0].head)
    assert (head.start, head.annotator, head.note) == (2, "ann", "")


def test_same_label_twice_stays_in_own_format():
    annotated, problems = take(**OWN, spans=[{**KOELN, "id": hex_id(2)}, {**KOELN, "id": hex_id(3)}])
    assert (len(annotated.spans), problems) == (2, [])
