"""The fresh gold claims are complete, unambiguous, and rich in pronouns, roles and every kind."""

import re
from collections import Counter

import pytest

from tests.gold import agreement, gold_claims
from tests.gold.gold_claims import FRESH

ARTICLES = gold_claims.article_ids(FRESH)
PEOPLE = sorted(int(path.name.split("-")[1]) for path in FRESH.glob("annotator-*"))


def test_first_annotator_and_ten_articles_of_each_language():
    assert 1 in PEOPLE
    assert Counter(article[:2] for article in ARTICLES) == {"de": 10, "en": 10}
    assert not set(ARTICLES) & set(gold_claims.article_ids())


@pytest.mark.parametrize("person", PEOPLE)
@pytest.mark.parametrize("article", ARTICLES)
def test_forms_resolve_and_sentences_cover_the_article(person, article):
    answers = gold_claims.load(person, article, FRESH)
    covered = "".join(answers.text[sentence.start : sentence.end] for sentence in answers.sentences)
    assert re.sub(r"\s", "", covered) == re.sub(r"\s", "", answers.text)


@pytest.mark.parametrize("article", ARTICLES)
def test_articles_have_headline_and_nine_to_sixteen_sentences(article):
    answers = gold_claims.load(1, article, FRESH)
    headline, *body = answers.sentences
    assert answers.text[headline.end :].startswith("\n\n")
    assert 9 <= len(body) <= 16


def test_half_of_the_sentences_hold_no_claim():
    holding = [holds for each in gold_claims.load_all(1, FRESH) for holds in agreement.holds_claim(each)]
    assert 0.4 <= holding.count(False) / len(holding) <= 0.6


def test_every_kind_and_pronouns_or_roles_are_frequent():
    claims = [claim for each in gold_claims.load_all(1, FRESH) for claim in each.claims]
    kinds = Counter(claim.kind for claim in claims)
    assert len(kinds) == 5
    assert min(kinds.values()) >= 20
    assert sum(claim.reference is not None for claim in claims) >= 40


def test_cue_and_claimant_stand_outside_their_claim():
    for answers in gold_claims.load_all(1, FRESH):
        for claim in answers.claims:
            for start, end in claim.parts:
                for place in (claim.cue, claim.reference or claim.claimant):
                    assert place is None or place[1] <= start or end <= place[0], answers.text[start:end]
