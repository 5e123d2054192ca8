"""Claimants that the article names beside a role or a pronoun, and claims that nobody in particular makes."""

import pytest

from tests.annotator.suggest.claims.spoken import NOBODY, said_below_headline


def claimant(line, language):
    """Return the claimant of the last claim in a line that stands below a headline."""
    return said_below_headline(line, language)[-1][1]


@pytest.mark.parametrize(
    ("language", "line", "expected"),
    [
        ("en", "{Tom Hale} left. The coroner, Dr {Ann Lee}, spoke. It was late, she said.", "Ann Lee"),
        ("en", "One of them, {Ann Lee}, had shouted. It was late, she said.", "Ann Lee"),
        ("en", "Its author, head of legal services {Ann Lee}, smiled. It was late, she said.", "Ann Lee"),
        ("en", "A nurse, who gave her name only as {Ann}, said it was late.", "A nurse"),
        ("en", "The maker, <Norjet> of Leeds, denied that it was late.", "Norjet"),
        ("en", "A spokesman for the maker, <Norjet>, said it was late.", "A spokesman for the maker"),
        ("en", "The mayor, a friend of {Ann Lee}, said it was late.", "The mayor"),
        ("de", "{Jan Berg} kam. Die Autorin, Hydrologin {Eva Roth}, warnte. Es sei spät, sagte sie.", "Eva Roth"),
        ("de", "Eine von ihnen, {Eva Roth}, kam zu Wort. Es sei spät, sagte sie.", "Eva Roth"),
        ("de", "Der Hersteller, die Firma <Norjet> aus Kassel, bestreitet, dass es spät sei.", "Norjet"),
        ("de", "{Bergs} Anwältin {Eva Roth} kam. Es sei spät, sagte sie.", "Eva Roth"),
        ("de", "{Bergs} Mutter, die Floristin {Eva Roth}, weinte. Es sei spät, sagte sie.", "Eva Roth"),
    ],
)
def test_apposition_names_the_claimant(language, line, expected):
    assert claimant(line, language) == expected


@pytest.mark.parametrize(
    ("language", "line", "expected"),
    [
        ("en", "Dr {Ann Lee} came. She nevertheless said that it was late.", "Ann Lee"),
        (
            "en",
            "{Tom Hale}, its general secretary, spoke. The energy secretary said it was late.",
            "The energy secretary",
        ),
        ("de", "{Jan Berg} war unbequem. 1982 schrieb er, es sei spät.", "Jan Berg"),
        ("de", "{Jan Berg} war unbequem. Drei Wochen danach schrieb er, es sei spät.", "Jan Berg"),
        ("de", "{Jan Berg} kam. Man sagte ihm, es sei spät.", NOBODY),
    ],
)
def test_times_and_adverbs_are_no_claimants(language, line, expected):
    assert claimant(line, language) == expected


def test_person_introduced_in_the_lead_is_named_in_the_next_paragraph():
    line = "A former engineer has said the dam leaked. ||| {Ann Lee}, 51, left the board in 2022."
    assert claimant(line, "en") == "Ann Lee"


@pytest.mark.parametrize(
    ("language", "line", "words", "who"),
    [
        ("en", "She is said to be ill.", "She | to be ill", NOBODY),
        ("en", "Residents were told by the clerk that it was shut.", "it was shut", "the clerk"),
        ("en", "Residents have been told to leave.", "Residents | to leave", NOBODY),
        ("de", "Ihm wird vorgeworfen, Geld genommen zu haben.", "Geld genommen zu haben", NOBODY),
        ("de", "Der Schaden wird auf 900.000 Euro geschätzt.", "Der Schaden | 900.000 Euro", NOBODY),
    ],
)
def test_claims_of_passive_verbs(language, line, words, who):
    assert [found[:2] for found in said_below_headline(line, language)] == [(words, who)]
