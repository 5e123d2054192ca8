"""Rules for paragraphs that a publisher puts on every page."""

import pytest

from annotator.corpus.furniture import PageRule, dumps, loads, parts_by_rules, rule_for

TEXT = "Der Rat 🎈 tagt.\n\nFoto: Anna Groß\n\nMehr  lesen Sie am 3. Mai 2026.\nFoto: " + "x" * 400


def excluded(rule, publisher="Bote"):
    return [TEXT[start:end] for start, end in parts_by_rules(TEXT, publisher, [rule])]


def test_rule_from_words_before_colon():
    rule = rule_for("FOTO: Köln 🎈", "Bote")
    assert rule == PageRule(publisher="Bote", words="foto:", beginning=True)
    assert excluded(rule) == ["Foto: Anna Groß"], "a long one is never furniture"


def test_rule_without_colon_ignores_numbers():
    rule = rule_for("  Mehr lesen Sie am 12. Mai 2025. ", "Bote")
    assert excluded(rule) == ["Mehr  lesen Sie am 3. Mai 2026."]
    assert excluded(rule_for("Mehr lesen Sie.", "Bote")) == []


@pytest.mark.parametrize("publisher", ["Blatt", None])
def test_rule_applies_to_its_publisher_only(publisher):
    assert excluded(rule_for("Foto: x", "Bote"), publisher) == []


def test_rules_round_trip_without_broken_ones():
    rules = (rule_for("Foto: x", "Böte"), rule_for("Anzeige", "Böte"))
    assert loads(dumps(rules)) == rules
    assert loads("") == loads("{}") == loads('[1, {"publisher": "a", "words": "", "beginning": true}]') == ()
