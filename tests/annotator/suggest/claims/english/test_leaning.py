"""English claims in participles, relative clauses, orders, hearsay, and after nouns and adjectives."""

import pytest

from tests.annotator.suggest.claims.read import claims, found_claims

FIRST = "A quiet week\n\nNothing happened. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Harrow Ltd closed two shops, saying that footfall had halved.",
            ("footfall had halved", "saying", "Harrow Ltd"),
        ),
        ("Ann Lee, who insists that the dam is safe, left.", ("the dam is safe", "insists", "Ann Lee")),
        ("Police named the dead man as Kit Moor.", ("the dead man as Kit Moor", "named", "Police")),
        ("Ann Lee declined to say whether she would stand.", ("she would stand", "say", "Ann Lee")),
        ("Tom Hale did not think women could sail.", ("women could sail", "think", "Tom Hale")),
        ("The city's audit puts it at £3m.", ("it at £3m", "puts", "The city's audit")),
        ("Court records show 40 fines last year.", ("40 fines last year", "show", "Court records")),
        ("The crew think the storm will pass.", ("the storm will pass", "think", "The crew")),
        ("A spokesman, Col Tom Hale, said the road was open.", ("the road was open", "said", "Tom Hale")),
        ("Her worry is that the boiler will burst.", ("the boiler will burst", "worry", "Her")),
        ("Ann Lee is convinced that the vote was fair.", ("the vote was fair", "convinced", "Ann Lee")),
        ("Harrow Ltd takes the view that rents are low.", ("rents are low", "view", "Harrow Ltd")),
        ("In 2019 the mill argued that the river was clean.", ("the river was clean", "argued", "the mill")),
        ("In Berlin the mayor closed it, adding that it had rotted.", ("it had rotted", "adding", "the mayor")),
        ("Asked about it, Ann Lee left, saying that it was late.", ("it was late", "saying", "Ann Lee")),
        ("Asked why, she shrugged, adding that it was late.", ("it was late", "adding", "she")),
        ("According to Ann Lee, it was fair, adding that it rained.", ("it was fair", "According to", "Ann Lee")),
        ("Ann Lee says the fee, agreed in May, is low.", ("the fee, agreed in May, is low", "says", "Ann Lee")),
        ("The road would close, Ann Lee said in May.", ("The road would close", "said", "Ann Lee")),
        ("It rained, according to Ann Lee, which surprised us.", ("It rained", "according to", "Ann Lee")),
        ("The mill, Ann Lee said, was old, adding that it leaked.", ("The mill | was old", "said", "Ann Lee")),
        (
            "It puts 90 jobs on hold at two mills, according to Ann Lee.",
            ("It puts 90 jobs on hold at two mills", "according to", "Ann Lee"),
        ),
        ("Campaigners put the number of ponds at 300.", ("the number of ponds at 300", "put", "Campaigners")),
    ],
)
def test_claims_that_lean_on_another_clause(text, expected):
    assert expected in claims(FIRST + text, "en")


@pytest.mark.parametrize(
    ("text", "words", "cue"),
    [
        ("The mayor told drivers to stay at home.", "drivers to stay at home", "told"),
        ("Rangers have appealed to walkers to shut the gates.", "walkers to shut the gates", "appealed"),
        ("His aunt thanked the crew and asked for quiet.", "quiet", "asked"),
        ("Visitors are asked to leave dogs outside.", "Visitors | to leave dogs outside", "asked"),
    ],
)
def test_orders_and_requests_are_demands(text, words, cue):
    found = {(" | ".join(each.words), each.cue, each.kind) for each in found_claims(FIRST + text, "en")}
    assert (words, cue, "demand") in found


@pytest.mark.parametrize(
    ("text", "words", "cue"),
    [
        ("The ring is thought to have sunk.", "The ring | to have sunk", "thought"),
        ("The barn burned twice, a jury was told.", "The barn burned twice", "told"),
        ("Asked whether he had lied, Tom Hale laughed.", "he had lied", "Asked"),
        ("The shop closed amid fears that the roof would fall.", "the roof would fall", "fears"),
    ],
)
def test_claims_that_nobody_in_particular_makes(text, words, cue):
    found = [(" | ".join(each.words), each.cue, each.speaker) for each in found_claims(FIRST + text, "en")]
    assert (words, cue, None) in found


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        ("Doctors urge limits", ("urge limits", "urge", "Doctors")),
        ("Ferry halted for third day, blames storm", ("blames storm", "blames", "Ferry")),
        ("Farmers call for tighter rules", ("tighter rules", "call for", "Farmers")),
    ],
)
def test_single_word_of_a_headline_keeps_its_verb(headline, expected):
    assert claims(f"{headline}\n\nIt rained.", "en") == [expected]


def test_silence_has_an_unclear_stance():
    text = "Ann Lee would not say whether the bridge was sound."
    (found,) = found_claims(text, "en")
    assert found.words == ("the bridge was sound",)
    assert not found.refutes


def test_belief_in_the_negative_is_refuted():
    (found,) = found_claims("Ann Lee does not believe the ghost is real.", "en")
    assert found.refutes


def test_text_of_a_notice_speaks_for_itself():
    text = FIRST + "A notice hung on the door. “Back in May, if the goat agrees,” it read."
    assert claims(text, "en")[-1][2] == "A notice"


@pytest.mark.parametrize(
    "text",
    [
        "She told reporters about plans to move.",
        "Asked why, she shrugged.",
        "The team asked to be left alone.",
        "The court put him behind bars.",
    ],
)
def test_tellings_without_content_are_not_claims(text):
    assert claims(FIRST + text, "en") == []


def test_verdict_of_the_author_is_a_claim_in_any_genre():
    text = FIRST + "The port is full, Ann Lee said. It is too early to call that a success. The wind turned."
    found = found_claims(text, "en")
    assert [(each.words, each.kind, each.rule) for each in found[1:]] == [
        (("It is too early to call that a success",), "opinion", "author's own")
    ]
