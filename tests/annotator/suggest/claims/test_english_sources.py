"""Claimants in invented English sentences: described people, leads, questions left open, and the author."""

import pytest

from annotator.suggest.claims.engine import find
from annotator.suggest.claims.frame_values import Name
from annotator.suggest.sources.source import never
from tests.annotator.suggest.claims.spoken import AUTHOR, NO_CLAIM, claimant_of
from tests.annotator.suggest.claims.test_passages import marked


@pytest.mark.parametrize(
    ("line", "words", "claimant"),
    [
        ("The song is by {Erin Moss}, a nurse in <Dundee>, who says she hates pop.", "pop", "{Erin Moss}"),
        ("It was drawn by {Ivo Lund}, a baker from <Bergen>, who claims he never sailed.", "sailed", "{Ivo Lund}"),
        ("We met {Ann Lee}, the owner of a farm in <Fife>, who said it was sold.", "sold", "{Ann Lee}"),
        ("It shocked {Tom Hale}, her cousin in <Graz>, who believes the bell is cursed.", "cursed", "{Tom Hale}"),
        ("They asked {Ann Lee}, a sailor from <Cork>, who insisted the boat was dry.", "boat", "{Ann Lee}"),
        ("It was seen by {Lida Novak}, a teacher in <Murau>, who added that it rained.", "rained", "{Lida Novak}"),
    ],
)
def test_who_means_the_described_person_not_the_place(line, words, claimant):
    text = line.replace("<", "").replace(">", "")
    assert claimant_of(text, "en", words) == claimant
    place = line[line.index("<") + 1 : line.index(">")]
    assert _with_place(text, place, words) == claimant


def _with_place(line, place, words):
    """Return the claimant if the place is a name, too."""
    text, names = marked(line)
    at = text.index(place)
    found = find(text, "en", (Name(at, at + len(place), "LOC"), *names), never)
    (one,) = [each for each in found if words in text[slice(*each.parts[-1])]]
    assert one.speaker.part is not None
    return f"{{{text[slice(*one.speaker.part)]}}}"


@pytest.mark.parametrize(
    ("line", "words", "claimant"),
    [
        (
            "The head gardener of <Alder Park> has quit, blaming the trustees for it. {Colin Thorpe}, 51, said so.",
            "trustees",
            "{Colin Thorpe}",
        ),
        (
            "The captain of the lifeboat has quit, claiming that the slipway is unsafe. {Ron Petty} said so.",
            "slipway",
            "{Ron Petty}",
        ),
        (
            "The chief scientist of the survey has left, warning that data were lost. ||| {Ann Lee}, 58, told us so.",
            "data",
            "{Ann Lee}",
        ),
        (
            "The editor of a Welsh weekly has left, saying the paper was sold. {Tom Hale}, 40, wrote that it was over.",
            "paper",
            "{Tom Hale}",
        ),
        (
            "The owner of the last mill in Fife has closed it, insisting that flour is dead. {Ivo Lund} said he wept.",
            "flour",
            "{Ivo Lund}",
        ),
        (
            "The head of a school has gone, saying the roof leaks. {Ann Lee}, the mayor, said she was sorry.",
            "roof",
            "The head of a school",
        ),
        (
            "{Tom Hale} won. The head of a club has gone, saying the pool leaks. {Ann Lee} said she was sorry.",
            "pool",
            "The head of a club",
        ),
        (
            "The leader of the council said the pool was clean. {Ann Lee} said it was dirty.",
            "was clean",
            "The leader of the council",
        ),
        (
            "The mayor of a small town has denied that the river is dirty. {Ann Lee}, 45, said she had seen dead fish.",
            "the river",
            "The mayor of a small town",
        ),
        (
            "The manager of a spa has told guests off, saying the pool is clean. {Ann Lee}, 45, said she fell ill.",
            "the pool",
            "The manager of a spa",
        ),
    ],
)
def test_role_in_the_lead_is_named_in_the_next_sentence(line, words, claimant):
    assert claimant_of(f"Quarrel ||| {line}", "en", words) == claimant


@pytest.mark.parametrize(
    ("line", "words", "claimant"),
    [
        ("Parents at the gate made it plain that they want the canteen back.", "canteen", "Parents at the gate"),
        ("Farmers in the valley made it known that they would not sell.", "not sell", "Farmers in the valley"),
        ("Nurses on the night shift made it clear that the rota is broken.", "the rota", "Nurses on the night shift"),
        ("{Ann Lee} made it clear that the talks were over.", "the talks", "{Ann Lee}"),
        ("The <Harrow Trust> makes it plain that nothing is free.", "nothing", "<Harrow Trust>"),
        ("On Friday {Tom Hale} has made it obvious that he will stay.", "he will stay", "{Tom Hale}"),
        ("{Ann Lee} has not made it clear that she will stay.", "she will", NO_CLAIM),
        ("{Ann Lee} never made it clear that she would stay.", "she would", NO_CLAIM),
    ],
)
def test_made_it_clear_introduces_a_claim(line, words, claimant):
    assert claimant_of(line, "en", words) == claimant


@pytest.mark.parametrize(
    "line",
    [
        "Rain is honest. I doubt that the sun is kind.",
        "Every winter I lose nine socks. I suspect that the sun is a thief.",
        "Buy fewer socks. I fear that the sun is weak.",
        "The club is old. I think that the sun is good for it.",
        "I am told otherwise, but I believe that the sun is round.",
        "I predict that the sun is going to fade.",
    ],
)
def test_i_suspect_is_the_author(line):
    assert claimant_of(line, "en", "the sun is") == AUTHOR


def test_i_suspect_in_a_quotation_is_its_speaker():
    line = "“I doubt that the sun is kind,” said {Ann Lee}."
    assert claimant_of(line, "en", "the sun is") == "{Ann Lee}"


@pytest.mark.parametrize(
    ("line", "claimant"),
    [
        ("{Ann Lee} wrote on Friday: I believe that the sun is cold.", "I"),
        ("In her diary {Ann Lee} noted: I fear that the sun is cold. The rain was loud.", "I"),
        ("Rain is honest. I think that the sun is cold, she said.", "I"),
    ],
)
def test_what_i_suspect_in_words_of_others_stays_open(line, claimant):
    assert claimant_of(line, "en", "the sun is") == claimant


@pytest.mark.parametrize("words", ["way, too", "pain", "way at night"])
def test_feeling_that_way_says_nothing(words):
    assert claimant_of(f"Quarrel ||| {{Ann Lee}} felt that {words}.", "en", words) == NO_CLAIM


@pytest.mark.parametrize("verb", ["came", "waved"])
def test_english_age_may_be_a_womans(verb):
    line = f"A fireman {verb}. {{Tom Hale}}, 40, ran with {{Ann Lee}}. “It is hot,” said the 23-year-old."
    assert claimant_of(line, "en", "It is hot") in {"{Ann Lee}", "the 23-year-old"}


def test_surname_like_an_adverb_hides_no_verb():
    line = "According to the memo, {Tom Daly} moved the money in May."
    assert claimant_of(line, "en", "moved the") == "the memo"
