"""The gold claims are complete, unambiguous and varied."""

import re

import pytest

from tests.gold import agreement, gold_claims

# A person's folder appears when that person is done; the first one is always there.
PEOPLE = sorted(int(path.name.split("-")[1]) for path in gold_claims.FOLDER.glob("annotator-*"))
TEXT = "Brücke dauert\n\nEr sagt, er warte. Er geht.\n"
CLAIM = {
    "span": "er warte",
    "claimant": "unnamed:",
    "cue": "sagt",
    "kind": "fact_claim",
    "worthiness": "UFS",
    "form": "indirect",
}


def form(**claim):
    starts = ("Brücke dauert", "Er sagt", "Er geht")
    return {"sentences": [{"starts": words, "worthiness": "UFS"} for words in starts], "claims": [CLAIM | claim]}


def test_first_annotator_is_complete():
    assert 1 in PEOPLE


@pytest.mark.parametrize("person", PEOPLE)
@pytest.mark.parametrize("article", gold_claims.article_ids())
def test_forms_resolve_and_sentences_cover_the_article(person, article):
    answers = gold_claims.load(person, article)
    covered = "".join(answers.text[sentence.start : sentence.end] for sentence in answers.sentences)
    assert re.sub(r"\s", "", covered) == re.sub(r"\s", "", answers.text)


@pytest.mark.parametrize("article", gold_claims.article_ids())
def test_articles_have_headline_and_eight_to_sixteen_sentences(article):
    answers = gold_claims.load(1, article)
    headline, *body = answers.sentences
    assert answers.text[headline.end :].startswith("\n\n")
    assert 8 <= len(body) <= 16


def test_enough_sentences_and_half_without_claim():
    holding = [holds for each in gold_claims.load_all(1) for holds in agreement.holds_claim(each)]
    assert len(holding) >= 380
    assert 0.4 <= holding.count(False) / len(holding) <= 0.6


def test_halves_have_both_languages():
    found = {(each.language, each.half) for each in gold_claims.load_all(1)}
    assert found == {(language, half) for language in ("de", "en") for half in gold_claims.HALVES}


def test_cue_and_claimant_stand_outside_their_claim():
    for answers in gold_claims.load_all(1):
        for claim in answers.claims:
            # “Brenk cuts 600 jobs. The company said so.” names the company inside what it says
            outside = (claim.cue, claim.reference or claim.claimant)
            for start, end in claim.parts:
                for place in outside:
                    assert place is None or place[1] <= start or end <= place[0], answers.text[start:end]


def test_quotes_resolve_to_code_points():
    (claim,) = gold_claims.resolve("de-x", TEXT, form(reference="Er", reference_occurrence=1)).claims
    assert (TEXT[claim.start : claim.end], claim.claimant_kind, claim.claimant) == ("er warte", "unnamed", None)
    assert claim.reference == (15, 17)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"reference": "Er"}, "2 times"),
        ({"reference": "Er", "reference_occurrence": 3}, "not 3"),
        ({"span": "er wartet"}, "not in the article"),
        ({"span": "rück"}, "not in the article"),
        ({"span": ["er warte", "sagt"]}, "order of the text"),
        ({"kind": "rumour"}, "cannot be"),
        ({"kind": None}, "not filled in"),
        ({"claimant": "author"}, "no form of speech"),
        ({"speaker": "Er"}, "nobody knows"),
    ],
)
def test_unclear_forms_are_refused(wrong, said):
    with pytest.raises(gold_claims.UnclearGold, match=said):
        gold_claims.resolve("de-x", TEXT, form(**wrong))
