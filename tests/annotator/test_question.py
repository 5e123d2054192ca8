"""What is looked for, as FTS5 and JSON have it."""

import pytest

from annotator.model import State
from annotator.question import Question, dumps, from_mapping, loads, match_of, phrases


@pytest.mark.parametrize(
    ("words", "match"),
    [
        ("Köln", '"Köln"*'),
        ("Köln ", '"Köln"'),
        ("K", '"K"'),
        ("Rat Köl", '"Rat" "Köl"*'),
        ('"HD Hyundai" sagt', '"HD Hyundai" "sagt"*'),
        ('"HD Hyundai"', '"HD Hyundai"'),
        ('"HD Hyu', '"HD Hyu"*'),
        ("Metaverse-St", '"Metaverse-St"*'),
        ("NOT OR (text:", '"NOT" "OR" "(text:"*'),
        ("a\0b", '"a" "b"'),
        ("🎈 – *", None),
        ("", None),
    ],
)
def test_words_become_what_the_index_is_asked_for(words, match):
    assert match_of(words) == match


def test_words_in_quotation_marks_stand_together():
    assert phrases('der "HD Hyundai" Ozean') == ["der", "HD Hyundai", "Ozean"]


def test_a_question_comes_back_from_json():
    asked = Question(
        words="Köln 🎈", language="de", state=State.DONE, attribute=("kind", "fact"), doubt=True, since="2026-01-01"
    )
    assert loads(dumps(asked)) == asked
    assert dumps(Question()) == "{}"


@pytest.mark.parametrize("written", ["", "{", "[]", "7", '{"state": ["done"], "attribute": [1], "words": 3, "x": 1}'])
def test_what_cannot_be_understood_asks_for_nothing(written):
    assert loads(written) == Question()


def test_a_question_is_never_longer_than_anybody_would_type():
    assert len(from_mapping({"words": "x" * 10_000}).words) == 200


def test_a_question_knows_whether_it_is_about_spans_and_forgets_what_it_is_told_to():
    asked = Question(words="Rat", label="LOC", layer="entities", publisher="Bote")
    assert asked.about_spans
    assert asked.without("label", "layer") == Question(words="Rat", publisher="Bote")
    assert not asked.without("label", "layer").about_spans
