import math

import pytest

from annotator.suggest.claims.worth import FEATURES, features, rated, score, worth_checking


@pytest.mark.parametrize(
    ("language", "fact", "feeling"),
    [
        ("de", "Die Zahl der Unfälle stieg 2023 um 14 Prozent auf 2.300.", "Ich finde das einfach nur schön, danke!"),
        ("en", "The number of crashes rose by 14 percent to 2,300 in 2023.", "I think that is wonderful, thank you!"),
    ],
)
def test_numbers_score_higher_than_feelings(language, fact, feeling):
    assert 0 < score(feeling, language) < score(fact, language) < 1


def test_every_feature_has_a_value():
    for text in ("", "😀", "§§ ?!", "a" * 10_000):
        values = features(text, "de")
        assert len(values) == len(FEATURES)
        assert all(map(math.isfinite, values))


@pytest.mark.parametrize(("share", "count"), [(10, 1), (25, 2), (30, 3), (50, 4)])
def test_worth_checking_ranks_all_but_short_sentences(share, count):
    sentences = ["Das ist doch schön, finde ich."] * 6 + [
        "Die Kosten stiegen 2022 um 30 Prozent.",
        "Es ist ein Hund im Garten da.",
    ]
    text = "\n".join([*sentences, "Kurz."])
    places, start = [], 0
    for sentence in [*sentences, "Kurz."]:
        places.append((start, start + len(sentence)))
        start += len(sentence) + 1
    best = [text[slice(*place)] for place in worth_checking(text, places, "de", share)]
    assert len(best) == count
    assert best[0] == "Die Kosten stiegen 2022 um 30 Prozent."


def test_short_sentence_has_no_score():
    assert rated("Kurz und gut.", "de") is None
    assert rated("Die Kosten stiegen stark.", "de") == score("Die Kosten stiegen stark.", "de")
