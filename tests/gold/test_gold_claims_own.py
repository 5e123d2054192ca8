"""The gold claims by the author of the rules are complete and unambiguous; nothing is measured here."""

from collections import Counter

import pytest

from tests.gold import gold_claims
from tests.gold.gold_claims import OWN

ARTICLES = gold_claims.article_ids(OWN)


def test_articles_of_both_languages():
    assert Counter(article[:2] for article in ARTICLES) == {"de": 6, "en": 5}


@pytest.mark.parametrize("article", ARTICLES)
def test_forms_resolve_and_headline_stands_alone(article):
    answers = gold_claims.load(1, article, OWN)
    assert answers.text[answers.sentences[0].end :].startswith("\n\n")
    assert 250 <= len(answers.text.split()) <= 400
    assert len(answers.claims) > 15


def test_no_claim_of_one_speaker_is_there_twice():
    for answers in gold_claims.load_all(1, OWN):
        claims = Counter((claim.parts, claim.claimant, claim.cue) for claim in answers.claims)
        assert max(claims.values()) == 1
