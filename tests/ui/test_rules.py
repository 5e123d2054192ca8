import pytest

from annotator.suggest.claims.found import Rule
from ui import i18n
from ui.rules import rule_words, source_words


@pytest.fixture
def german(qapp):
    i18n.install("de")
    yield
    i18n.install("en")


def test_every_rule_has_its_own_german_name(german):
    shown = [rule_words(str(rule)) for rule in Rule]
    assert len(set(shown)) == len(Rule)
    assert not set(shown) & set(Rule)


def test_a_rule_is_shown_with_the_word_that_set_it_off(qapp):
    assert rule_words("according to: laut") == "according to: “laut”"


def test_a_rule_is_shown_in_german(german):
    assert rule_words("according to: laut") == "Quellenangabe: „laut“"
    assert rule_words("seen 3 times") == "3 ×"
    assert source_words("claims") == "Regeln für Behauptungen"


def test_what_is_not_ours_is_shown_as_it_is(german):
    assert rule_words("vorschrift: sagte") == "vorschrift: sagte"
    assert rule_words("") == ""
    assert source_words("de_news") == "de_news"
