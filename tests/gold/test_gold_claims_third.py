"""The third gold claims are complete and unambiguous; nothing is measured here."""

import json
import re
from collections import Counter

import pytest

from tests.gold import gold_claims
from tests.gold.gold_claims import FRESH, THIRD

ARTICLES = gold_claims.article_ids(THIRD)
AGAIN = sorted((THIRD / "again").glob("*.json"))
PEOPLE = sorted(int(path.name.split("-")[1]) for path in THIRD.glob("annotator-*"))


def test_first_annotator_and_ten_articles_of_each_language():
    assert 1 in PEOPLE
    assert Counter(article[:2] for article in ARTICLES) == {"de": 10, "en": 10}
    assert not set(ARTICLES) & {*gold_claims.article_ids(), *gold_claims.article_ids(FRESH)}


@pytest.mark.parametrize("article", ARTICLES)
def test_forms_resolve_and_sentences_cover_the_article(article):
    answers = gold_claims.load(1, article, THIRD)
    covered = "".join(answers.text[sentence.start : sentence.end] for sentence in answers.sentences)
    assert re.sub(r"\s", "", covered) == re.sub(r"\s", "", answers.text)


@pytest.mark.parametrize("article", ARTICLES)
def test_articles_have_headline_and_250_to_500_words(article):
    answers = gold_claims.load(1, article, THIRD)
    assert answers.text[answers.sentences[0].end :].startswith("\n\n")
    assert 250 <= len(answers.text.split()) <= 500


def test_each_part_of_a_claim_lies_in_one_sentence():
    for answers in gold_claims.load_all(1, THIRD):
        for claim in answers.claims:
            for start, end in claim.parts:
                assert any(each.start <= start and end <= each.end for each in answers.sentences)


def test_cue_and_claimant_stand_outside_their_claim():
    for answers in gold_claims.load_all(1, THIRD):
        for claim in answers.claims:
            for start, end in claim.parts:
                for place in (claim.cue, claim.reference or claim.claimant):
                    assert place is None or place[1] <= start or end <= place[0], answers.text[start:end]


def test_no_claim_of_one_speaker_is_there_twice():
    for answers in gold_claims.load_all(1, THIRD):
        claims = Counter((claim.parts, claim.claimant, claim.cue) for claim in answers.claims)
        assert max(claims.values()) == 1


def test_every_kind_every_form_and_every_sort_of_claimant():
    claims = [claim for each in gold_claims.load_all(1, THIRD) for claim in each.claims]
    assert len({claim.kind for claim in claims}) == 5
    assert {"direct", "indirect", "reported"} <= {claim.form for claim in claims}
    assert {claim.claimant_kind for claim in claims} == {"entity", "unnamed", "author"}


@pytest.mark.parametrize("path", AGAIN, ids=lambda path: path.stem)
def test_forms_filled_in_again_resolve(path):
    first = gold_claims.load(1, path.stem, THIRD)
    second = gold_claims.resolve(path.stem, first.text, json.loads(path.read_text(encoding="utf-8")))
    assert len(second.sentences) == len(first.sentences)
    assert second.claims
