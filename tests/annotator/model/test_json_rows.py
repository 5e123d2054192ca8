import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model import json_records, json_rows
from annotator.model.values import (
    BY_HAND,
    Acceptance,
    Annotated,
    Document,
    DocumentLabel,
    DocumentState,
    DraftRelation,
    Identity,
    Origin,
    OriginKind,
    Relation,
    SentenceMark,
    Setting,
    Span,
    State,
    Suggestion,
    SuggestionState,
)

TEXT = "Über Zürich 🌊 und z.\u00a0B. Cafe\u0301s"

WORDS = st.text(st.sampled_from('aß🌊\u0301\u00a0\n"\\'), max_size=8)
MAYBE: st.SearchStrategy[str | None] = st.none() | WORDS
ATTRIBUTES: st.SearchStrategy[dict[str, Any]] = st.dictionaries(
    WORDS, WORDS | st.booleans() | st.integers(), max_size=3
)
PARTS = st.lists(st.integers(0, 500), min_size=2, max_size=6, unique=True).map(
    lambda cuts: tuple(zip(sorted(cuts)[::2], sorted(cuts)[1::2], strict=False))
)
SCORES = st.none() | st.floats(0, 1)
ORIGINS = st.builds(
    Origin,
    kind=st.sampled_from(OriginKind),
    source=MAYBE,
    version=MAYBE,
    score=SCORES,
    rule=MAYBE,
    confirmed=st.lists(WORDS, max_size=2).map(tuple),
)
SPANS = st.builds(Span, parts=PARTS, attributes=ATTRIBUTES, origin=ORIGINS, note=WORDS, doubt=st.booleans())
RELATIONS = st.builds(Relation, attributes=ATTRIBUTES, origin=ORIGINS)
SUGGESTIONS = st.builds(
    Suggestion,
    parts=PARTS,
    attributes=ATTRIBUTES,
    relations=st.lists(st.builds(DraftRelation, parts=PARTS), min_size=1, max_size=2).map(tuple),
    score=SCORES,
    rule=MAYBE,
    state=st.sampled_from(SuggestionState),
)
DOCUMENTS = st.builds(
    Document,
    text=st.just(TEXT),
    publisher=MAYBE,
    author=MAYBE,
    url=MAYBE,
    published=MAYBE,
    meta=ATTRIBUTES,
    excluded=PARTS,
)
ROWS = st.tuples(
    DOCUMENTS,
    SPANS,
    RELATIONS,
    SUGGESTIONS,
    st.builds(Identity, aliases=st.lists(WORDS, max_size=2).map(tuple), kb_id=MAYBE),
    st.builds(DocumentLabel),
    st.builds(SentenceMark),
    st.builds(DocumentState, state=st.sampled_from(State)),
    st.builds(Setting),
)


@given(ROWS)
def test_rows_survive_a_round_trip(rows):
    for row in rows:
        written = json.loads(json.dumps(json_rows.row_to(row)))
        assert json_rows.row_from(written, lambda _: TEXT) == row


@pytest.mark.parametrize("value", [{"row": "ding"}, {}, {"row": "span"}, {"row": "document_state", "state": "fertig"}])
def test_row_of_another_shape_is_refused(value):
    with pytest.raises((KeyError, ValueError)):
        json_rows.row_from(value, lambda _: TEXT)


def test_origin_by_hand_has_no_empty_fields():
    assert json_rows.origin_to(BY_HAND) == {"kind": "human"}
    assert json_rows.origin_from({"kind": "human"}) is BY_HAND
    machine = Origin(kind=OriginKind.SUGGESTION, source="rules", score=0.0)
    assert json_rows.origin_to(machine) == {"kind": "suggestion", "source": "rules", "score": 0.0}


@pytest.mark.parametrize("way", Acceptance)
def test_origin_keeps_how_it_was_accepted(way):
    origin = Origin(kind=OriginKind.SUGGESTION, confirmed=("kind",), acceptance=way)
    written = json_rows.origin_to(origin)
    assert list(written) == ["acceptance", "confirmed", "kind"]
    assert json_rows.origin_from(written) == origin


def _span(id_: str, *parts: tuple[int, int]) -> Span:
    return Span(id=id_, document="d", layer="entities", label="LOC", parts=parts, annotator="jana")


def test_record_has_text_and_sorted_quotes():
    annotated = Annotated(
        document=Document(id="d", title="T", text=TEXT, sha256="0", language="de", excluded=((14, 17),)),
        spans=(_span("b", (5, 11)), _span("c", (0, 4), (12, 13)), _span("a", (5, 11)), _span("d", (0, 4))),
        relations=tuple(Relation(id=i, label="cue", head="a", tail="b", annotator="jana") for i in "ba"),
        identities=tuple(Identity(id=i, name="Zürich", label="LOC") for i in "ba"),
        labels=tuple(
            DocumentLabel(document="d", annotator=who, label=label, value=value)
            for who, label, value in (("ömer", "topic", "z"), ("ömer", "topic", "a"), ("jana", "topic", "b"))
        ),
        sentences=tuple(SentenceMark(document="d", annotator=who, start=0, end=4) for who in ("ömer", "jana")),
        states=tuple(DocumentState(document="d", annotator=who, state=State.DONE) for who in ("ömer", "jana")),
        suggestions=tuple(
            Suggestion(id=i, document="d", layer="entities", label="LOC", parts=((5, 11),), source="x", version="1")
            for i in "ba"
        ),
        split="train",
    )
    written = json_records.annotated_to(annotated)
    assert (written["format"], written["text"], written["excluded"]) == ("spanwright/1", TEXT, [[14, 17]])
    assert [(s["id"], s["start"], s["end"], s["quote"]) for s in written["spans"]] == [
        ("d", 0, 4, "Über"),
        ("c", 0, 13, "Über 🌊"),
        ("a", 5, 11, "Zürich"),
        ("b", 5, 11, "Zürich"),
    ]
    assert written["spans"][1]["parts"] == [[0, 4], [12, 13]]
    for name in ("relations", "identities", "suggestions"):
        assert [entry["id"] for entry in written[name]] == ["a", "b"]
    assert written["suggestions"][0]["quote"] == "Zürich"
    assert [(v["annotator"], v["value"]) for v in written["labels"]] == [("jana", "b"), ("ömer", "a"), ("ömer", "z")]
    assert [entry["annotator"] for entry in written["sentences"]] == ["jana", "ömer"]
    assert written["states"][0] == {"annotator": "jana", "state": "done", "note": ""}
    assert written["split"] == "train"
    assert json.loads(json_records.to_line(annotated)) == written
    assert "\n" not in json_records.to_line(annotated)


@given(DOCUMENTS, st.lists(SPANS, max_size=4), st.lists(RELATIONS, max_size=2), st.lists(SUGGESTIONS, max_size=2))
def test_line_equals_json_of_the_record(document, spans, relations, suggestions):
    annotated = Annotated(
        document=document, spans=tuple(spans), relations=tuple(relations), suggestions=tuple(suggestions)
    )
    assert json_records.to_line(annotated) == json.dumps(json_records.annotated_to(annotated), ensure_ascii=False)


def test_keys_of_a_line_are_sorted():
    origin = Origin(kind=OriginKind.SUGGESTION, version="1", source="rules", score=0.5, rule="r", confirmed=("b",))
    said = {"b": {"y": [{"d": 1, "c": 2}], "x": None}, "a": "ü"}
    span = replace(_span("a", (5, 11)), attributes=said, origin=origin)
    draft = DraftRelation(label="cue", layer="claims", tail_label="CUE", parts=((0, 4),))
    guess = Suggestion(
        id="s",
        document="d",
        layer="claims",
        label="CLAIM",
        parts=((0, 4),),
        attributes=said,
        relations=(draft,),
        source="x",
        version="1",
    )
    annotated = Annotated(
        document=Document(id="d", title="T", text=TEXT, sha256="0", language="de", meta=said),
        spans=(span,),
        relations=(Relation(id="r", label="cue", head="a", tail="a", attributes=said, annotator="jana"),),
        identities=(Identity(id="i", name="Zürich", label="LOC"),),
        labels=(DocumentLabel(document="d", annotator="jana", label="topic", value="z"),),
        sentences=(SentenceMark(document="d", annotator="jana", start=0, end=4),),
        states=(DocumentState(document="d", annotator="jana", state=State.DONE),),
        suggestions=(guess,),
    )
    line = json_records.to_line(annotated)
    assert line == json.dumps(json.loads(line), ensure_ascii=False, sort_keys=True)
