from dataclasses import replace

from annotator.editing.edits import Change
from annotator.model.schema_file import load
from annotator.model.values import Span, Suggestion, SuggestionState
from annotator.suggestions.renewal import renew, shown_only

CLAIM = Span(id="c", document="d", layer="claims", label="CLAIM", parts=((0, 11),), annotator="jana")
SUGGESTION = Suggestion(
    id="g",
    document="d",
    layer="claims",
    label="CLAIM",
    parts=((0, 11),),
    attributes={"speech": "direct"},
    score=0.9,
    source="rules",
    version="3",
    rule="laut",
)


def _renewed(present, fresh, decided=()):
    return renew(present, fresh, "rules", decided)


def test_renew_adds_new_and_supersedes_dropped():
    fresh = replace(SUGGESTION, id="h", parts=((0, 4),))
    assert _renewed([SUGGESTION], [fresh]) == [
        Change(after=fresh),
        Change(before=SUGGESTION, after=replace(SUGGESTION, state=SuggestionState.SUPERSEDED)),
    ]


def test_repeated_suggestion_keeps_id_and_decision():
    again = replace(SUGGESTION, id="h")
    assert _renewed([SUGGESTION], [again]) == []
    better = replace(again, score=0.95)
    assert _renewed([SUGGESTION], [better]) == [Change(before=SUGGESTION, after=replace(SUGGESTION, score=0.95))]
    gone = replace(SUGGESTION, state=SuggestionState.SUPERSEDED)
    assert _renewed([gone], [again]) == [Change(before=gone, after=SUGGESTION)]
    taken = replace(SUGGESTION, state=SuggestionState.ACCEPTED)
    assert _renewed([taken], [again]) == []
    assert _renewed([taken], []) == []


def test_refused_or_labelled_words_do_not_come_back():
    refused = replace(SUGGESTION, source="other", state=SuggestionState.REJECTED)
    assert _renewed([refused], [SUGGESTION]) == []
    assert _renewed([], [SUGGESTION], [CLAIM]) == []
    assert _renewed([SUGGESTION], [SUGGESTION], [CLAIM]) == [
        Change(before=SUGGESTION, after=replace(SUGGESTION, state=SuggestionState.SUPERSEDED))
    ]


def test_claim_near_a_persons_claim_is_not_suggested():
    nearly = replace(SUGGESTION, parts=((2, 14),))
    assert _renewed([], [nearly], [CLAIM]) == []
    elsewhere = replace(SUGGESTION, parts=((8, 30),))
    assert _renewed([], [elsewhere], [CLAIM]) == [Change(after=elsewhere)]
    within_a_long_one = replace(SUGGESTION, parts=((100, 130),))
    long = replace(CLAIM, parts=((0, 500),))
    assert _renewed([], [within_a_long_one], [long]) == [Change(after=within_a_long_one)]
    name = replace(nearly, layer="entities", label="LOC")
    assert _renewed([], [name], [CLAIM]) == [Change(after=name)]


def test_hidden_fields_are_removed_and_unknown_ones_stay():
    said = replace(SUGGESTION, attributes={"speech": "direct", "fact_type": "quantity", "kb_id": "Q1"})
    assert shown_only(said, load("fact_checking")).attributes == {"kb_id": "Q1"}
    assert shown_only(said, load("news")) is said
