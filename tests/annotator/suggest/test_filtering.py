import pytest

from annotator.suggest.tiers import SuggestionFilter, Tier
from tests.annotator.made import suggestion

KÖLN = suggestion("a", "Köln", "LOC", score=0.95)


@pytest.mark.parametrize(
    "wanted",
    [
        SuggestionFilter(),
        SuggestionFilter(source="de_news"),
        SuggestionFilter(label=("entities", "LOC")),
        SuggestionFilter(tier=Tier.SURE),
        SuggestionFilter(words="KÖL"),
        SuggestionFilter(source="de_news", label=("entities", "LOC"), tier=Tier.SURE, words="öln"),
    ],
)
def test_filter_admits_suggestion_that_meets_all_conditions(wanted):
    assert wanted.admits(KÖLN, "Köln")


@pytest.mark.parametrize(
    "wanted",
    [
        SuggestionFilter(source="seen"),
        SuggestionFilter(label=("entities", "ORG")),
        SuggestionFilter(label=("claims", "LOC")),
        SuggestionFilter(tier=Tier.LIKELY),
        SuggestionFilter(words="Bonn"),
        SuggestionFilter(source="de_news", words="Bonn"),
    ],
)
def test_filter_rejects_suggestion_that_misses_one_condition(wanted):
    assert not wanted.admits(KÖLN, "Köln")
    assert not wanted.everything
