"""The values of attributes, written as text."""

import pytest

from annotator.formats.shared.metadata.facts import value_from_text, value_to_text


@pytest.mark.parametrize("value", ["Köln", "", "42", 42, "true", True, None, ["a", {"b": 1.5}], '"x"', "NaN", "1e999"])
def test_value_text_round_trip(value):
    assert value_from_text(value_to_text(value)) == value
    assert type(value_from_text(value_to_text(value))) is type(value)


@pytest.mark.parametrize("words", ["NaN", "-Infinity", "1e999", '["\\u0000"]', '"\\ud800"', "[" * 100, "9" * 5000])
def test_text_invalid_as_value_stays_text(words):
    assert value_from_text(words) == words
