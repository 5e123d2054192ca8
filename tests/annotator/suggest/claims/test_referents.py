"""Whom "the company", "the former minister", "they" or a surname means, in invented sentences, ordered by cause."""

import pytest

from tests.annotator.suggest.claims.spoken import claimant_of
from tests.annotator.suggest.claims.test_claimants import claimant


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("{Ann Lee} spoke. The government said it would wait.", "The government"),
        ("{Ann Lee} limped off. The striker herself told fans it was nothing.", "Ann Lee"),
        ("{Tom Hale} came. Its author, the judge {Ann Lee}, said the mill was old.", "Ann Lee"),
        ("The library, <Soundvault>, said the tapes were sold.", "Soundvault"),
        ("The <Harrow Agency>, which sued, said the fine sent a message.", "Harrow Agency"),
        ("{Tom Hale} came. The <Harrow Society>, which has 40 members, wants a refund.", "Harrow Society"),
        ("Guards slept. According to them, {Ann Lee} had left.", "Guards"),
        ("Its head of news, Morven Black, apologised. She said it was late.", "Morven Black"),
    ],
)
def test_subject_is_read_as_a_whole(line, expected):
    assert claimant(line, "en") == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("<Harrow Mills> appeared before <Leeds Crown Court>. The company said it was sorry.", "Harrow Mills"),
        ("<Norjet> lost money. The Oslo-based carrier said it rained.", "Norjet"),
        ("<Harrow Town Council> met <Norjet>. The authority said it would pay.", "Harrow Town Council"),
        ("<Harrow Mills> was fined. The company apologised. In a statement it said it had paid.", "Harrow Mills"),
        ("It rained. The charity Wildmeadow sold seeds. It said bees had come.", "Wildmeadow"),
        ("{Parlo}, which sells tapes, objected. It said it had paid for them.", "Parlo"),
        ("<Norjet> fell. The watchdog said it would decide in May.", "The watchdog"),
        ("<Ofwat> fined the <BBC>. The watchdog said it would decide in May.", "Ofwat"),
        ("<Ofwat> met the <Home Office>. The watchdog said it would decide in May.", "Ofwat"),
        ("The <Fishing Agency> fined <BASF>. The regulator said it would decide in May.", "Fishing Agency"),
        ("The <FCA> fined <Norjet>. The regulator said it would decide in May.", "FCA"),
        ("<Norjet> lost money. The maker of kites said it would grow.", "Norjet"),
        ("A report by the <Harrow Trust> came. {Ann Lee} read it. The report says that roofs leak.", "Harrow Trust"),
        ("<Harrow Trust> and <Norjet> saw a report. The report says that roofs leak.", "The report"),
    ],
)
def test_body_fits_its_noun(line, expected):
    assert claimant(line, "en") == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Foreign minister {Ann Lee} left. {Tom Hale} stayed. The former prime minister said it was late.", "Tom Hale"),
        ("{Ann Lee}, its general secretary, spoke. The energy secretary said it was late.", "The energy secretary"),
        ("{Tom Hale} came. The chairman, retired judge {Ann Lee}, said it was late.", "Ann Lee"),
        ("{Tom Hale}’s employer, {Edward Marsh}, stayed away. He said he was ill.", "Edward Marsh"),
        ("{Piet Brand} wept. {Anna Brand} came, too. He said it was cold.", "Piet Brand"),
        ("{Ann Lee} climbs. Her grandson {Toby} holds the ladder. She says it shakes.", "Ann Lee"),
        ("Actor {Phoebe Sands} was unsure: without it, she said, the play would end.", "Phoebe Sands"),
        ("Councillor {Ann Lee} came. The Liberal Democrat said it was late.", "The Liberal Democrat"),
        ("Dr {Ann Lee} counts swifts. The surgeon smiled. “It is arithmetic,” she said.", "Ann Lee"),
        ("A neighbour, a farmer called {Ann Lee}, laughed. She says it will rain.", "Ann Lee"),
    ],
)
def test_person_fits_rank_family_and_gender(line, expected):
    assert claimant(line, "en") == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("<Norjet> sells cover. Insurers are clear. They say it will flood.", "Insurers"),
        ("{Ann Lee} judged. An official said it was late. She said more would come.", "An official"),
        ("{Ann Lee} came. His wife laughs. She says everybody knows it.", "His wife"),
        (
            "{Tom Hale} came. Its regional secretary said it was late. He added that it rained.",
            "Its regional secretary",
        ),
        ("{Tom Hale} spoke. A rebel commander laughed. “It was right,” he said.", "A rebel commander"),
        ("{Tom Hale} came. Local people call it “the whistle”. “It hums,” he said.", "Tom Hale"),
    ],
)
def test_unnamed_subject_may_speak_next(line, expected):
    assert claimant(line, "en") == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "{Jana Kolbe} geht. Der Verein schwieg. ||| Es regnete. Sie brauche Ruhe, sagte die 44-Jährige.",
            "Jana Kolbe",
        ),
        ("Oberstaatsanwalt {Jan Pohl} kam. Ihr Anwalt erklärte, sie sei krank.", "Ihr Anwalt"),
        ("{Jan Roth} weinte. {Eva Roth} kam auch. Er sei müde, sagte er.", "Jan Roth"),
        ("{Jan Pohl} kam. Seine Frau lachte. „Das wissen alle“, sagte sie.", "Seine Frau"),
        ("{Jan Pohl} kam. Ein Bauer namens {Karl Roth} lachte. „Es regnet“, sagte er.", "Karl Roth"),
        ("{Jan Pohl} ging. Der Mann vom Amt lachte. „Das ist erfunden“, sagte er.", "Der Mann vom Amt"),
        ("{Jan Pohl} ging. Ein Feuerwehrmann sah das anders. „Es brennt“, sagte er.", "Ein Feuerwehrmann"),
    ],
)
def test_german_person_fits_age_office_and_family(line, expected):
    assert claimant(line, "de") == expected


def test_german_authority_is_not_a_company_with_an_acronym():
    assert claimant("Das <Umweltamt Moor> warnte <BMW>. Die Behörde sagte, es regne.", "de") == "Umweltamt Moor"


@pytest.mark.parametrize(
    ("line", "expected", "number"),
    [
        ("The education secretary wants a ban on phones. In Leeds, {Tom Hale} said it would help.", "Tom Hale", 0),
        ("The mayor said it was late. Fire chief {Tom Hale} said it was early.", "The mayor", 0),
        ("The mayor said it was late. {Tom Hale}, a baker, said it was early.", "The mayor", 0),
        ("The mayor said it was late. {Ann Lee} and {Tom Hale} said it was early.", "The mayor", 0),
        ("{Ann Lee} came. A mayor spoke. The mayor said it was late. {Tom Hale} said it was early.", "The mayor", 0),
    ],
)
def test_english_role_may_mean_person_named_next(line, expected, number):
    assert claimant(line, "en", number) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Die Bürgermeisterin forderte mehr Geld. So gehe es nicht, sagte {Eva Roth}.", "Eva Roth"),
        ("Die Bürgermeisterin forderte mehr Geld. So gehe es nicht, sagte {Jan Roth}.", "Die Bürgermeisterin"),
        ("Der Landrat forderte mehr Geld. So gehe es nicht, sagte {Jan Roth}.", "Jan Roth"),
    ],
)
def test_german_role_may_mean_person_named_next(line, expected):
    assert claimant(line, "de", 0) == expected


@pytest.mark.parametrize(
    ("line", "language", "expected"),
    [
        ("The mayor said it was late. He met {Ann Lee} on Monday.", "en", "The mayor"),
        ("The mayor said it was late. Critics such as {Ann Lee} doubt it.", "en", "The mayor"),
        ("The mayor said it was late. {Ann Lee} disputed that.", "en", "The mayor"),
        ("The mayor said it was late. {Ann Lee} told him it was early.", "en", "The mayor"),
        ("The mayor said it was late. However, {Ann Lee} said it was early.", "en", "The mayor"),
        ("The mayor said it was late. Her rival {Ann Lee} said it was early.", "en", "The mayor"),
        ("The mayor said it was late. The hall was built by {Ann Lee}.", "en", "The mayor"),
        ("The mayor said it was late. {Ann Lee} told reporters it was cold.", "en", "Ann Lee"),
        ("Der Bürgermeister sagte, es regne. Er traf {Jan Pohl} am Montag.", "de", "Der Bürgermeister"),
        ("Der Bürgermeister sagte, es regne. {Jan Pohl} widersprach.", "de", "Der Bürgermeister"),
        ("Der Bürgermeister sagte, es regne. Dagegen will {Jan Pohl} baden.", "de", "Der Bürgermeister"),
        ("Der Bürgermeister sagte, es regne. Das sei schade, sagte ihm {Jan Pohl}.", "de", "Der Bürgermeister"),
        ("Der Bürgermeister sagte, es regne. Das bleibe so, so {Jan Pohl}.", "de", "Jan Pohl"),
    ],
)
def test_person_only_mentioned_next_has_no_role(line, language, expected):
    assert claimant(line, language, 0) == expected


@pytest.mark.parametrize(
    ("line", "language", "expected"),
    [
        ("{Sue Park} saw a nurse. She met {Ann Lee} in May. She said it was late.", "en", "Sue Park"),
        ("{Sue Park} saw a nurse. She was {Ann Lee}, the new one. She said it was late.", "en", "Ann Lee"),
        ("{Sue Park} saw a nurse. She was {Ann Lee}’s friend. She said it was late.", "en", "Sue Park"),
        ("{Tom Hale} saw a guard. He turned out to be {Jim Orr}. He said it was late.", "en", "Jim Orr"),
        ("{Sue Park} came. She accused {Ann Lee} of theft. She denied that it was late.", "en", "Ann Lee"),
        ("{Silke Park} kam. Sie traf {Anna Lee} im Mai. Sie sagte, es regne.", "de", "Silke Park"),
        ("{Silke Park} sah eine Frau. Sie hieß {Anna Lee}. Sie sagte, es regne.", "de", "Anna Lee"),
        ("{Silke Park} kam. Die Halle ist alt. Sie gehört {Anna Lee}. Sie sagte, es regne.", "de", "Anna Lee"),
        ("{Jan Pohl} kam. Er fragte {Tim Orth} nach dem Tor. Er antwortete, es regne.", "de", "Tim Orth"),
    ],
)
def test_same_pronoun_twice_may_mean_the_name_between(line, language, expected):
    assert claimant(line, language) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("{Ann Lee} ran the shop. One of them said it was late. “Nobody came,” she said.", "One of them"),
        ("{Ann Lee} hit out. One of her members told me it was late. It was, she added, cold.", "One of her members"),
        ("{Ann Lee} led. She denied the story of the guard, {Eva Roth}. “It is false,” she said.", "Ann Lee"),
        ("{Ann Lee} came. When a police officer asked her to go, she said that it was late.", "Ann Lee"),
        ("{Ann Lee} came. When a police officer asked them to go, she said that it was late.", "a police officer"),
        ("Dr {Ann Lee} came. She and her colleagues said that it was late.", "Ann Lee"),
    ],
)
def test_pronoun_means_who_acts_not_who_is_mentioned(line, expected):
    assert claimant(line, "en") == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Cabinet member for transport {Tom Hale} said it was late.", "Tom Hale"),
        ("A spokesman for {Tom Hale} said it was late.", "A spokesman for Tom Hale"),
        ("A spokesman for mayor {Tom Hale} said it was late.", "A spokesman for mayor Tom Hale"),
        ("<Harrow Rovers> lost. The supporters’ trust said it was late.", "The supporters’ trust"),
        ("<Harrow Rovers> lost. The football club said it was late.", "Harrow Rovers"),
    ],
)
def test_office_belongs_to_name_but_others_speak_for_themselves(line, expected):
    assert claimant(line, "en") == expected


@pytest.mark.parametrize(
    ("language", "line", "words", "expected"),
    [
        ("en", "Mayor {Tom Ashby} left. His deputy stayed. According to her, it was late.", "it was", "His deputy"),
        (
            "en",
            "The mayor, {Tom Ashby}, was ill. His deputy came. According to her, it was late.",
            "it was",
            "His deputy",
        ),
        ("en", "Governor {Alan Finch} left. His aide stayed. According to her, it was late.", "it was", "His aide"),
        (
            "en",
            "{Owen Pugh} left early. His assistant stayed. According to her, it was late.",
            "it was",
            "His assistant",
        ),
        (
            "de",
            "{Tom Asbeck} ging. Seine Stellvertreterin blieb. Ihr zufolge war es spät.",
            "war es",
            "Seine Stellvertreterin",
        ),
        (
            "de",
            "{Tom Asbeck} ging. Sein Stellvertreter blieb. Ihm zufolge war es spät.",
            "war es",
            "Sein Stellvertreter",
        ),
        (
            "de",
            "{Petra Lohse} ging. Ihr Staatssekretär blieb. Ihm zufolge war es spät.",
            "war es",
            "Ihr Staatssekretär",
        ),
        (
            "de",
            "{Paul Renner} ging. Seine Sprecherin blieb. Nach ihren Angaben war es spät.",
            "war es",
            "Seine Sprecherin",
        ),
    ],
)
def test_whoever_stands_in_for_somebody_speaks_next(language, line, words, expected):
    assert claimant_of(line, language, words) == expected
