import pytest

from annotator.suggest.filtering import SuggestionFilter
from annotator.suggest.tiers import Tier
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
def test_a_suggestion_with_all_that_is_asked_for_is_admitted(wanted):
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
def test_one_thing_that_differs_leaves_it_out(wanted):
    assert not wanted.admits(KÖLN, "Köln")
    assert not wanted.everything
