"""Contrasts between two claims, and which of several claims says the same."""

import pytest

from annotator.jobs.searching.contrast_kinds import ContrastKind
from annotator.jobs.searching.contrasts import Wording, compared, contrasts

CLAIM = Wording("de", "Die Mieten in Bremen sind im Mai um 5 Prozent gestiegen.")


def kinds(one, other):
    return [each.kind for each in contrasts(one, other)]


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("de", "Die Mieten in Bremen sind im Mai um 15 Prozent gestiegen.", ContrastKind.NUMBER),
        ("en", "Rents in Bremen rose by 50 percent in May.", ContrastKind.NUMBER),
        ("de", "Die Mieten in Bremen sind im Juni um 5 Prozent gestiegen.", ContrastKind.TIME),
        ("de", "Die Mieten in Bremen sind im Mai nicht um 5 Prozent gestiegen.", ContrastKind.DENIED),
        ("de", "Die Mieten in Bremen sind im Mai um 5 Prozent gesunken.", ContrastKind.OPPOSITE),
        ("en", "Rents in Bremen fell by 5 percent in May.", ContrastKind.OPPOSITE),
        ("en", "Rents in Cologne rose by 5 percent in May.", ContrastKind.PLACE),
        ("de", "Die Preise in Bremen sind im Mai um 5 Prozent gestiegen.", ContrastKind.WORDS),
    ],
)
def test_contrast_is_named(language, text, kind):
    assert kinds(CLAIM, Wording(language, text)) == [kind]


def test_currency_and_comparison_are_named():
    one = Wording("en", "The fine was 5 million euros.")
    assert kinds(one, Wording("en", "The fine was 5 million dollars.")) == [ContrastKind.MEASURE]
    one = Wording("en", "Cats kill more birds than turbines.")
    assert kinds(one, Wording("en", "Turbines kill more birds than cats.")) == [ContrastKind.SWAPPED]
    assert kinds(one, Wording("en", "Turbines kill fewer birds than cats.")) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Im Mai sind die Mieten in Bremen um fünf Prozent gestiegen."),
        ("en", "Rents in Bremen rose by 5 per cent in May."),
        ("de", "In Bremen kletterten die Mieten im Mai um 5 %."),
    ],
)
def test_claim_in_other_words_has_no_contrast(language, text):
    assert kinds(CLAIM, Wording(language, text)) == []


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("The quay lost 14 million pounds.", "The quay lost no more than 6 million pounds.", [ContrastKind.NUMBER]),
        ("Der Kai verlor 14 Millionen.", "Der Kai verlor nicht mehr als 6 Millionen.", [ContrastKind.NUMBER]),
        ("The quay needs 300 people.", "The quay needs no fewer than 300 people.", []),
        ("The quay lost more than 6 million.", "The quay lost no more than 6 million.", [ContrastKind.DENIED]),
        ("The quay is used.", "The quay is no longer used.", [ContrastKind.DENIED]),
    ],
)
def test_limit_of_amount_is_no_denial(one, other, found):
    language = "de" if "verlor" in one else "en"
    assert kinds(Wording(language, one), Wording(language, other)) == found
    assert kinds(Wording(language, other), Wording(language, one)) == found


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("More than 200 died after the blast in Beirut.", "After the blast in Beirut, more than 200 died.", []),
        ("More than a million voters left the party.", "Voters who left the party: more than a million.", []),
        ("Petrol cars burn less often than electric cars.", "Electric bikes burn less often than petrol cars.", []),
        ("A tiger kills more deer than a lion.", "A lion kills more deer than a tiger.", [ContrastKind.SWAPPED]),
        ("The president refused to sign the law.", "The president signed the law.", [ContrastKind.WORDS]),
        ("9" * 400, "9" * 400, []),
    ],
)
def test_contrast_is_the_same_either_way(one, other, expected):
    first, second = Wording("en", one), Wording("en", other)
    assert kinds(first, second) == kinds(second, first) == expected


@pytest.mark.parametrize(
    ("language", "one", "other", "expected"),
    [
        (
            "de",
            "Ein europäisches Gericht verlangt 5 Euro.",
            "Ein europäisches Gericht verlangt 5 Dollar.",
            [ContrastKind.MEASURE],
        ),
        ("de", "Die Niederlage in Wien ist teuer.", "Die Spannung in Wien ist teuer.", [ContrastKind.WORDS]),
        ("de", "Der Junior kommt.", "Der Julius kommt.", [ContrastKind.WORDS]),
        ("de", "Der Minister bestreitet die Misere.", "Die Misere ist schlecht für den Minister.", []),
        ("de", "Der Umsatz ist schwer.", "Der Verletzte ist schwer.", [ContrastKind.WORDS]),
        ("en", "Men are tried.", "Fraud is tried.", [ContrastKind.WORDS]),
    ],
)
def test_words_that_begin_alike_are_told_apart(language, one, other, expected):
    assert kinds(Wording(language, one), Wording(language, other)) == expected


def test_replaced_words_are_shown_as_written():
    (contrast,) = contrasts(CLAIM, Wording("de", CLAIM.text.replace("Mieten", "Löhne")))
    assert contrast == (ContrastKind.WORDS, "Mieten", "Löhne")


def test_longer_quote_of_same_claim_comes_first():
    longer = Wording("de", f"Nach Angaben der Stadt gilt: {CLAIM.text}")
    denied = Wording("de", "Die Mieten in Bremen sind im Mai nicht um 5 Prozent gestiegen.")
    assert compared(CLAIM, longer, 0.9).sameness > compared(CLAIM, denied, 0.99).sameness


def test_whole_article_as_claim_is_compared():
    article = Wording("de", CLAIM.text * 5_000)
    assert compared(article, Wording("", ""), 0.0).contrasts == ()
