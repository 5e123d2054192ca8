"""The third to eighth gold claims are complete and unambiguous; nothing is measured here."""

import json
import re
from collections import Counter

import pytest

from tests.gold import gold_claims
from tests.gold.gold_claims import EIGHTH, FIFTH, FOURTH, FRESH, SEVENTH, SIXTH, THIRD

SETS = {
    THIRD: {"de": 10, "en": 10},
    FOURTH: {"de": 10, "en": 10},
    FIFTH: {"de": 6, "en": 12},
    SIXTH: {"de": 8, "en": 10},
    SEVENTH: {"de": 8, "en": 8},
    EIGHTH: {"de": 8, "en": 8},
}
ARTICLES = [(folder, article) for folder in SETS for article in gold_claims.article_ids(folder)]
AGAIN = [(folder, path.stem) for folder in SETS for path in sorted((folder / "again").glob("*.json"))]

of_each_set = pytest.mark.parametrize("folder", SETS, ids=lambda folder: folder.name)
of_each_article = pytest.mark.parametrize(("folder", "article"), ARTICLES, ids=[article for _, article in ARTICLES])


@of_each_set
def test_first_annotator_and_articles_that_no_other_set_has(folder):
    articles = gold_claims.article_ids(folder)
    others = [gold_claims.FOLDER, FRESH, *(each for each in SETS if each != folder)]
    assert (folder / "annotator-1").is_dir()
    assert Counter(article[:2] for article in articles) == SETS[folder]
    assert not set(articles) & {article for other in others for article in gold_claims.article_ids(other)}


@of_each_article
def test_forms_resolve_and_sentences_cover_the_article(folder, article):
    answers = gold_claims.load(1, article, folder)
    covered = "".join(answers.text[sentence.start : sentence.end] for sentence in answers.sentences)
    assert re.sub(r"\s", "", covered) == re.sub(r"\s", "", answers.text)


@of_each_article
def test_articles_have_headline_and_250_to_500_words(folder, article):
    answers = gold_claims.load(1, article, folder)
    assert answers.text[answers.sentences[0].end :].startswith("\n\n")
    assert 250 <= len(answers.text.split()) <= 500


@of_each_set
def test_each_part_of_a_claim_lies_in_one_sentence(folder):
    for answers in gold_claims.load_all(1, folder):
        for claim in answers.claims:
            for start, end in claim.parts:
                assert any(each.start <= start and end <= each.end for each in answers.sentences)


@of_each_set
def test_cue_and_claimant_stand_outside_their_claim(folder):
    for answers in gold_claims.load_all(1, folder):
        for claim in answers.claims:
            for start, end in claim.parts:
                for place in (claim.cue, claim.reference or claim.claimant):
                    assert place is None or place[1] <= start or end <= place[0], answers.text[start:end]


@of_each_set
def test_no_claim_of_one_speaker_is_there_twice(folder):
    for answers in gold_claims.load_all(1, folder):
        claims = Counter((claim.parts, claim.claimant, claim.cue) for claim in answers.claims)
        assert max(claims.values()) == 1


@of_each_set
def test_every_kind_every_form_and_every_sort_of_claimant(folder):
    claims = [claim for each in gold_claims.load_all(1, folder) for claim in each.claims]
    assert len({claim.kind for claim in claims}) == 5
    assert {"direct", "indirect", "reported"} <= {claim.form for claim in claims}
    assert {claim.claimant_kind for claim in claims} == {"entity", "unnamed", "author"}


@pytest.mark.parametrize(("folder", "article"), AGAIN, ids=[article for _, article in AGAIN])
def test_forms_filled_in_again_resolve(folder, article):
    first = gold_claims.load(1, article, folder)
    form = json.loads((folder / "again" / f"{article}.json").read_text(encoding="utf-8"))
    second = gold_claims.resolve(article, first.text, form)
    assert len(second.sentences) == len(first.sentences)
    assert second.claims
