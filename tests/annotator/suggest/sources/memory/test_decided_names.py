import json

import pytest

from annotator.model.values import ENTITIES
from annotator.suggest.sources.memory.decided_names import seen_names
from annotator.suggest.tiers import Tier, tier_of


def row(label, article, *, taken=0, refused=0, replaced=0, learnt=0, before=(), text="Jefferies"):
    befores = json.dumps([*before, None])
    return text, ENTITIES, label, taken, refused, replaced, learnt, article, f"Title {article}", befores


def shares(*rows):
    return {string.label: string.share for string in seen_names(rows)}


def test_one_decision_is_sure():
    (string,) = seen_names([row("ORG", "a", taken=1, before=["Bank ", "bei "])])
    assert tier_of(string.share) is Tier.SURE
    assert (string.accepted, string.rejected, string.article, string.before) == (1, 0, "Title a", ("Aa", "bei"))


def test_title_is_that_of_the_latest_article_that_used_the_label():
    org, per = seen_names([row("PER", "new", taken=1), row("ORG", "old", taken=2), row("ORG", "oldest", taken=1)])[::-1]
    assert (org.label, org.article, org.accepted) == ("ORG", "Title old", 3)
    assert per.article == "Title new"


def test_two_late_articles_outweigh_three_early_ones():
    late, early = (row("ORG", each, taken=1) for each in "ab"), (row("PER", each, taken=1) for each in "cde")
    found = shares(*late, *early)
    assert found["ORG"] > found["PER"]


def test_one_late_article_does_not_outweigh_three_early_ones():
    found = shares(row("ORG", "a", taken=1), *(row("PER", each, taken=1) for each in "bcd"))
    assert found["ORG"] < found["PER"]
    assert tier_of(found["PER"]) is not Tier.SURE


def test_majority_is_sure_again_after_six_articles():
    def share(count):
        return shares(*(row("PER", str(n), taken=1) for n in range(count)), row("ORG", "x", taken=1))["PER"]

    assert [tier_of(share(count)) for count in (3, 5, 6)] == [Tier.LIKELY, Tier.LIKELY, Tier.SURE]


def test_labels_of_one_article_share_its_vote():
    found = shares(row("ORG", "a", taken=3), row("PER", "a", taken=1))
    assert found == {"ORG": pytest.approx(0.75 / 1.1), "PER": pytest.approx(0.25 / 1.1)}


def test_rejection_without_label_speaks_against_all_labels():
    found = shares(row("PER", "a", refused=1), row("ORG", "b", taken=1))
    assert found == {"PER": 0.0, "ORG": pytest.approx(0.8 / 1.9)}


def test_replaced_suggestion_speaks_only_against_its_label():
    found = shares(row("ORG", "a", taken=1), row("PER", "a", replaced=1))
    assert found == {"ORG": pytest.approx(1 / 1.1), "PER": 0.0}
