"""The gold names match their brackets."""

from tests.gold import gold_names


def test_brackets_become_offsets():
    found = gold_names.read("🙂 [Helga Brandt|PER] wohnt in [Kiel|LOC].")
    assert found.text == "🙂 Helga Brandt wohnt in Kiel."
    assert found.names == {(2, 14, "PER"), (24, 28, "LOC")}


def test_enough_german_sentences_without_brackets():
    sentences = gold_names.load("de")
    assert len(sentences) > 50
    assert sum(len(sentence.names) for sentence in sentences) > 90
    assert not any(mark in sentence.text for sentence in sentences for mark in "[]|")
    assert any(not sentence.names for sentence in sentences)
