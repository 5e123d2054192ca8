import pytest

from annotator.model.values import Suggestion
from annotator.suggest.claims.found import Rule
from ui.base import i18n
from ui.base.words.rule_names import rule_words, source_words
from ui.panels.span.span_fields import origin_words


@pytest.fixture
def german(qapp):
    i18n.install("de")
    yield
    i18n.install("en")


def suggested(source, **known):
    return Suggestion(
        id="s", document="d", layer="claims", label="CLAIM", parts=((0, 4),), source=source, version="1", **known
    )


def test_every_rule_has_its_own_german_name(german):
    shown = [rule_words(str(rule)) for rule in Rule]
    assert len(set(shown)) == len(Rule)
    assert not set(shown) & set(Rule)


def test_a_rule_is_shown_with_the_word_that_set_it_off(qapp):
    assert rule_words("according to: laut") == "according to: “laut”"


def test_a_rule_is_shown_in_german(german):
    assert rule_words("according to: laut") == "Quellenangabe: „laut“"
    assert rule_words("seen 3 times") == "3 ×"
    assert source_words("claims") == "Regeln"


def test_a_claim_says_which_rule_found_it_and_a_name_which_release_of_a_model(german):
    assert origin_words(suggested("claims", rule="speech verb: sagte")) == "von Regeln · Redeverb: „sagte“"
    assert origin_words(suggested("de_news", score=0.5)) == "von de_news 1 · 0,50"


def test_what_is_not_ours_is_shown_as_it_is(german):
    assert rule_words("vorschrift: sagte") == "vorschrift: sagte"
    assert rule_words("") == ""
    assert source_words("de_news") == "de_news"
