import pytest

from annotator.model.values import Suggestion
from annotator.suggest.claims.frame_values import Rule
from ui.base import i18n
from ui.base.words.rule_names import rule_words, source_title, source_words
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


def test_german_rule_names_are_unique(german):
    shown = [rule_words(str(rule)) for rule in Rule]
    assert len(set(shown)) == len(Rule)
    assert not set(shown) & set(Rule)


def test_rule_shows_its_trigger(qapp):
    assert rule_words("according to: laut") == "according to: “laut”"
    assert rule_words("full name: Jo Weimar") == "full name: “Jo Weimar”"


def test_rule_in_german(german):
    assert rule_words("according to: laut") == "Quellenangabe: „laut“"
    assert rule_words("seen 3 times") == "3 ×"
    assert source_words("claims") == "Behauptungserkennung"


def test_decision_names_its_article(qapp):
    assert rule_words("seen 1 time: Ports: a story") == "because you labelled it in “Ports: a story”"
    assert rule_words("seen 4 times: Ports") == "because you labelled it 4 times, last in “Ports”"
    assert rule_words("rejected 1 time: Ports") == "doubtful because you rejected it in “Ports”"


def test_convention_names_its_latest_word(qapp):
    assert (
        rule_words("like EU-Rat 12 times: Ports") == "because you labelled 12 such words, the last “EU-Rat” in “Ports”"
    )
    assert rule_words("like EU-Rat 1 time: Ports") == "because you labelled “EU-Rat” like this in “Ports”"
    assert rule_words("rejected like EU-Rat 10 times: Ports").startswith("doubtful because you rejected 10 such words")


def test_card_names_rule_or_model_version(german):
    by_rule, by_model = suggested("claims", rule="speech verb: sagte"), suggested("my_model", score=0.5)
    assert origin_words(by_rule) == "Vorschlag: Behauptungserkennung · Redeverb: „sagte“"
    assert origin_words(by_model) == "Vorschlag: my_model 1 · 0,50"


def test_card_names_shipped_model_by_its_language(qapp):
    assert origin_words(suggested("tour", score=0.5)) == "suggested by tour · 0.50"
    assert origin_words(suggested("de_news", score=0.5)) == "suggested by German model · 0.50"


def test_unknown_rule_is_unchanged(german):
    assert rule_words("vorschrift: sagte") == "vorschrift: sagte"
    assert rule_words("") == ""
    assert source_words("my_model") == "my_model"


def test_shipped_sources_have_words_and_capitals_in_lists(qapp):
    assert source_words("de_news") == source_title("de_news") == "German model"
    assert (source_words("claims"), source_title("claims")) == ("claim finder", "Claim finder")
    assert (source_title("seen"), source_title("my_model")) == ("Earlier labels", "my_model")
