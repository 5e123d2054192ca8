"""Claims of a source that the sentence names: who is their claimant, and which words they hold."""

import pytest

from tests.annotator.suggest.claims.spoken import said_below_headline

LEE, ROTH = "Ann Lee", "Eva Roth"


def said(line, language):
    """Return words and claimant of each claim of a line that stands below a headline."""
    return [(words, who) for words, who, _ in said_below_headline(line, language)]


@pytest.mark.parametrize(
    ("language", "line", "words"),
    [
        ("en", "According to {Ann Lee}, head of the board, the pool is safe.", "the pool is safe"),
        ("en", "According to {Ann Lee}, the head of the board, it is safe.", "it is safe"),
        ("en", "According to {Ann Lee}, who runs the board, the pool is safe.", "the pool is safe"),
        ("en", "According to {Ann Lee}, 40, the pool is safe.", "the pool is safe"),
        ("en", "According to the board’s head, {Ann Lee}, it is safe.", "it is safe"),
        (
            "en",
            "According to {Ann Lee}, the pool, which opened in May, is safe.",
            "the pool, which opened in May, is safe",
        ),
        ("en", "According to {Ann Lee}, schools, pools and parks are safe.", "schools, pools and parks are safe"),
        (
            "en",
            "According to {Ann Lee}, the schools, the pools and the parks are safe.",
            "the schools, the pools and the parks are safe",
        ),
        ("en", "The pool, according to {Ann Lee}, director of the board, is safe.", "The pool | is safe"),
        ("en", "The pool is safe, according to {Ann Lee}, director of the board.", "The pool is safe"),
        ("en", "It was tight, said {Ann Lee}, director of the board.", "It was tight"),
        (
            "en",
            "It was tight, said {Ann Lee}, director of the board, and it would leak.",
            "It was tight | it would leak",
        ),
        ("de", "Laut {Eva Roth}, Leiterin des Bades, ist es dicht.", "ist es dicht"),
        ("de", "Nach Angaben von {Eva Roth}, Sprecherin der Polizei, ist es dicht.", "ist es dicht"),
        ("de", "Das Bad, so {Eva Roth}, Leiterin des Bades, sei dicht.", "Das Bad | sei dicht"),
        ("de", "Es sei dicht, sagte {Eva Roth}, Leiterin des Bades.", "Es sei dicht"),
        ("de", "Es sei dicht, sagte {Eva Roth}, Regen sei kein Problem.", "Es sei dicht | Regen sei kein Problem"),
    ],
)
def test_claim_holds_no_words_about_its_source(language, line, words):
    assert said(line, language) == [(words, ROTH if language == "de" else LEE)]


@pytest.mark.parametrize(
    ("language", "line", "claims"),
    [
        (
            "de",
            "Laut <Nordbahn> kostet die Brücke 40 Millionen Euro, die Opposition rechnet mit dem Doppelten.",
            [("kostet die Brücke 40 Millionen Euro", "Nordbahn"), ("dem Doppelten", "die Opposition")],
        ),
        (
            "de",
            "Das Bad ist laut <Nordbahn> dicht, doch {Eva Roth} sagte, es sei leer.",
            [("Das Bad ist | dicht", "Nordbahn"), ("es sei leer", ROTH)],
        ),
        (
            "de",
            "Laut Polizei traf sie einen Mann, der Geld verlangte.",
            [("traf sie einen Mann, der Geld verlangte", "Polizei")],
        ),
        (
            "en",
            "According to police, 400 people came, but {Ann Lee} said there were 900.",
            [("400 people came", "police"), ("there were 900", LEE)],
        ),
        (
            "en",
            "According to {Ann Lee} the pool is safe, but the <Harbour Board> says it leaks.",
            [("the pool is safe", LEE), ("it leaks", "Harbour Board")],
        ),
    ],
)
def test_claim_of_a_source_ends_before_the_next_source(language, line, claims):
    assert said(line, language) == claims


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("The club lost money last year, said treasurer {Ann Lee}.", "The club lost money last year"),
        ("Prices would rise, warned chief executive {Ann Lee} on Monday.", "Prices would rise"),
        ("Prices would rise, warned {Ann Lee}.", "Prices would rise"),
        ("The road was shut, said police spokeswoman {Ann Lee}, who lives nearby.", "The road was shut"),
        ("{Ann Lee} is confident the pool will open.", "the pool will open"),
        ("{Ann Lee} was certain it would open.", "it would open"),
        ("{Ann Lee}, spokeswoman for the board, said the pool leaked.", "the pool leaked"),
        ("{Ann Lee}, the director, said the pool leaked.", "the pool leaked"),
        ("{Ann Lee} has warned prices could rise.", "prices could rise"),
        ("{Ann Lee}, 40, of Leeds, said the pool leaked.", "the pool leaked"),
        ("{Ann Lee}, from Leeds, said the pool leaked.", "the pool leaked"),
    ],
)
def test_person_is_claimant_with_office_town_or_belief(line, words):
    assert said(line, "en") == [(words, LEE)]


@pytest.mark.parametrize(
    ("language", "line", "words", "who"),
    [
        ("de", "Eine Studie kommt zu dem Ergebnis, dass das Bad leckt.", "das Bad leckt", "Eine Studie"),
        ("de", "Eine Umfrage zeigt: Das Bad ist beliebt.", "Das Bad ist beliebt", "Eine Umfrage"),
        ("de", "Wie aus einem Bericht hervorgeht, leckt das Bad.", "leckt das Bad", "einem Bericht"),
        ("de", "Das Bad leckt, wie es in dem Bericht heißt.", "Das Bad leckt", "dem Bericht"),
        ("de", "Die Kosten liegen laut Stadt bei drei Millionen.", "Die Kosten liegen | bei drei Millionen", "Stadt"),
        ("de", "Laut Ärzten bei der Stadt leckt das Bad.", "leckt das Bad", "Ärzten bei der Stadt"),
        ("en", "Six in ten people are unhappy, a survey found.", "Six in ten people are unhappy", "a survey"),
        ("en", "The pool leaks, experts agree.", "The pool leaks", "experts"),
        ("en", "The pool, say critics, is a waste.", "The pool | is a waste", "critics"),
        ("en", "Emails seen by the city show that it leaked.", "it leaked", "Emails seen by the city"),
        ("en", "A guard, who asked not to be named, said it leaked.", "it leaked", "A guard"),
    ],
)
def test_paper_and_unnamed_people_are_sources(language, line, words, who):
    assert said(line, language) == [(words, who)]


@pytest.mark.parametrize(
    ("language", "line", "claims"),
    [
        (
            "de",
            "Auf die Frage, ob das Bad lecke, sagte {Eva Roth}, das wisse sie nicht.",
            [("das wisse sie nicht", ROTH)],
        ),
        ("de", "Die Opposition wirft {Eva Roth} Untätigkeit vor.", [("Untätigkeit", "Die Opposition")]),
        ("de", "Die Opposition warf Direktorin {Eva Roth} Untätigkeit vor.", [("Untätigkeit", "Die Opposition")]),
        ("de", "Kritik kam von der Opposition: Das Bad sei zu teuer.", [("Das Bad sei zu teuer", "der Opposition")]),
        ("en", "{Ann Lee} said that, in her view, the pool leaked.", [("in her view, the pool leaked", LEE)]),
    ],
)
def test_claim_holds_no_words_that_lead_to_it(language, line, claims):
    assert said(line, language) == claims


@pytest.mark.parametrize(
    ("language", "line", "words", "who"),
    [
        ("en", "Would a roof help? {Ann Lee} is unsure. Her calculations suggest that it leaks.", "it leaks", LEE),
        ("de", "{Eva Roth} prüfte das Dach. Ihr Gutachten kommt zu dem Schluss, dass es leckt.", "es leckt", ROTH),
        ("en", "{Ann Lee} doubts it. But she does plan to ask the town.", "ask the town", LEE),
    ],
)
def test_pronoun_owns_paper_and_plan(language, line, words, who):
    assert (words, who) in said(line, language)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("{Eva Roth} sagte dem Sender am Montag, das Dach lecke.", ["das Dach lecke"]),
        ("{Eva Roth} twitterte, die Turnhalle wackle.", ["die Turnhalle wackle"]),
        ("{Eva Roth} sagte dem Mann, den sie im Bad besuchte, nichts.", []),
    ],
)
def test_clause_with_unlisted_subjunctive_is_reported(line, words):
    assert [claim for claim, _ in said(line, "de")] == words


@pytest.mark.parametrize(
    "line",
    [
        "The firm, based in Leeds, warned {Ann Lee} about the roof.",
        "{Ann Lee} is sure of her case.",
        "{Ann Lee} was disappointed in the plan.",
        "The money is in the club’s account, by the way.",
    ],
)
def test_person_warned_or_sure_of_a_thing_claims_nothing(line):
    assert said(line, "en") == []


@pytest.mark.parametrize(
    ("language", "line", "words", "who"),
    [
        (
            "en",
            "By the ministry’s own estimate, the bridge will cost £40m.",
            "the bridge will cost £40m",
            "the ministry",
        ),
        ("en", "The pool is safe in the board’s view.", "The pool is safe", "the board"),
        (
            "de",
            "Die Brücke kostet nach eigenen Angaben des Ministeriums 40 Millionen Euro.",
            "Die Brücke kostet | 40 Millionen Euro",
            "des Ministeriums",
        ),
        (
            "de",
            "Im Mai zählte nach eigenen Angaben der Verein 300 Mitglieder.",
            "Im Mai zählte | 300 Mitglieder",
            "der Verein",
        ),
        ("de", "{Eva Roth} kritisierte das Angebot als Frechheit.", "das Angebot als Frechheit", ROTH),
    ],
)
def test_owner_of_a_view_is_its_claimant(language, line, words, who):
    assert said(line, language) == [(words, who)]


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("de", "{Eva Roth} sagte, – , –."),
        ("de", "Wie heißt, leckt das Bad."),
        ("de", "Ein Rat, {Eva Roth}, {Jan Feld}, sagte, die."),
        ("en", "It leaks, agree."),
    ],
)
def test_broken_sentences_are_read_without_error(language, line):
    assert said(line, language) is not None
