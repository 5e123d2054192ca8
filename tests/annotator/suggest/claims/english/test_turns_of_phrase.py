"""Who speaks in English turns of phrase, plans and reactions whose source stands beside them."""

import pytest

from tests.annotator.suggest.claims.claimed import AUTHOR, NOBODY, claimants, is_claimed


@pytest.mark.parametrize(
    ("line", "words", "claimant"),
    [
        ("The museum says the roof will be closed. Tours are to be held outside.", "held outside", "The museum"),
        ("The college says lectures will start late. Books are to be sent by post.", "sent by post", "The college"),
        ("<Harrow Ltd> said the mill would reopen. Looms are to be moved in May.", "moved in May", "Harrow Ltd"),
        ("The dairy says prices will fall. Bottles are to be reused.", "reused", "The dairy"),
        ("The airline said flights would resume. Bags are to be weighed twice.", "weighed twice", "The airline"),
        ("The abbey says the choir will sing. Candles are to be lit at dusk.", "lit at dusk", "The abbey"),
        ("The driver said the bus would stop. Seats are to be replaced.", "replaced", NOBODY),
        ("The museum says the roof is sound. Tours are to be held outside.", "held outside", NOBODY),
        ("The museum says the roof will hold. ||| Tours are to be held outside.", "held outside", NOBODY),
    ],
)
def test_plan_goes_on_from_what_a_body_announced(line, words, claimant):
    assert is_claimed(line, "en", words, claimant)


@pytest.mark.parametrize(
    ("line", "words", "claimant"),
    [
        ("The lamp went out at six, a day before the duke is supposed to have died.", "the duke", NOBODY),
        ("The letter was sent in May, weeks after the ship is said to have sunk.", "the ship", NOBODY),
        ("The well was dug in 1300, when a saint is supposed to have slept there.", "a saint", NOBODY),
        ("The queen is said to have kept bees.", "kept bees", NOBODY),
        ("The singer is generally believed to be the baker {Ann Lee}.", "the baker Ann Lee", NOBODY),
        ("The next captain is widely expected to be the sailor {Tom Hale}.", "the sailor Tom Hale", NOBODY),
        ("The donor is commonly thought to be the vet {Ann Lee}.", "the vet Ann Lee", NOBODY),
        ("The forger is often assumed to be the monk {Tom Hale}.", "the monk Tom Hale", NOBODY),
    ],
)
def test_common_belief_has_no_claimant(line, words, claimant):
    found = claimants(line, "en")
    assert [who for _, who in found] == [claimant]
    assert words in found[0][0]


def test_hearsay_in_a_clause_of_time_begins_with_its_subject():
    found = claimants("The lamp went out at six, a day before the duke is supposed to have died.", "en")
    assert [words for words, _ in found] == ["the duke | to have died"]


@pytest.mark.parametrize(
    ("line", "words", "claimant"),
    [
        (
            "Tenants on the top floor made it clear that the lift is dead.",
            "the lift is dead",
            "Tenants on the top floor",
        ),
        ("Drivers at the depot made it plain that they want new seats.", "they want new seats", "Drivers at the depot"),
        ("{Ann Lee} has made it clear that the barn stays.", "the barn stays", "Ann Lee"),
        ("<Harrow Ltd> made it known that it would not pay.", "it would not pay", "Harrow Ltd"),
        ("The union made it very clear that the vote was rigged.", "the vote was rigged", "The union"),
        ("In May the farmer made it obvious that the pigs bored him.", "the pigs bored him", "the farmer"),
        (
            "{Ann Lee} left. She made it clear to her staff that the shop would close.",
            "the shop would close",
            "Ann Lee",
        ),
    ],
)
def test_whoever_makes_something_clear_is_claimant(line, words, claimant):
    assert is_claimed(line, "en", words, claimant)


@pytest.mark.parametrize(
    "line", ["The crash made it clear that the road was bad.", "This made it clear that all is lost."]
)
def test_things_that_make_something_clear_claim_nothing(line):
    assert claimants(line, "en") == []


@pytest.mark.parametrize(
    ("line", "words", "claimant"),
    [
        (
            "The other owner, {Tom Hale}, is blunter: they had been asking for a key since May.",
            "they had been",
            "Tom Hale",
        ),
        ("Her deputy, {Ann Lee}, was gloomier: the best tools had gone.", "the best tools", "Ann Lee"),
        ("{Tom Hale} is more cautious: the ice will not hold.", "the ice will not hold", "Tom Hale"),
        ("The cook, {Ann Lee}, sounds more optimistic: the soup sold out.", "the soup sold out", "Ann Lee"),
        ("His aunt, {Ann Lee}, is calmer: nobody was hurt and nothing broke.", "nobody was hurt", "Ann Lee"),
        ("{Tom Hale} was less forgiving: the referee had been asleep.", "the referee", "Tom Hale"),
    ],
)
def test_clause_after_a_comparison_of_tone_is_that_persons(line, words, claimant):
    assert is_claimed(line, "en", words, claimant)


@pytest.mark.parametrize(
    ("line", "words", "claimant"),
    [
        ("Old coins point to a sunken port ||| Divers found them.", "a sunken port", "Old coins"),
        ("Bone tools hint at early bakers ||| They were found in May.", "early bakers", "Bone tools"),
        ("Ice cores point to a wetter past ||| The ice was drilled.", "a wetter past", "Ice cores"),
        ("Cave walls hint at a lost dance ||| Pictures show it.", "a lost dance", "Cave walls"),
        ("New letters point to a secret wedding ||| A box was opened.", "a secret wedding", "New letters"),
        ("Seed beds point to a garden that never froze ||| Seeds last.", "a garden that never froze", "Seed beds"),
    ],
)
def test_things_in_a_headline_point_to_something(line, words, claimant):
    headline, rest = line.split(" ||| ")
    assert claimants(rest, "en", headline)[0] == (words, claimant)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("Rain is kind. I believe the ducks agree.", "the ducks agree"),
        ("Buttons vanish. I suspect the cat has eaten them.", "the cat has eaten them"),
        ("It is late. I fear there is no bread.", "there is no bread"),
        ("It is cold. But I doubt that the stove is lit.", "the stove is lit"),
        ("The hat is green. I think it was a gift.", "it was a gift"),
        ("The tide is out. I suspect that nobody minds.", "nobody minds"),
    ],
)
def test_belief_in_the_first_person_is_the_authors(line, words):
    assert is_claimed(line, "en", words, AUTHOR)


def test_belief_in_a_quotation_is_the_speakers():
    assert claimants("“I suspect the cat has eaten them,” {Ann Lee} said.", "en")[0][1] == "Ann Lee"


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("People will argue about the bench for years.", "about the bench"),
        ("They will quarrel over the pie in <Harrow Ltd> for years.", "over the pie"),
        ("Anglers will bicker over the weir all winter.", "over the weir"),
        ("The invoice makes sad reading for the choir.", "sad reading"),
        ("The ledger makes for grim company.", "grim company"),
        ("Fans will squabble about the goal until May.", "about the goal"),
    ],
)
def test_prediction_of_a_quarrel_is_the_authors(line, words):
    assert is_claimed(line, "en", words, AUTHOR)


@pytest.mark.parametrize(
    ("line", "words", "claimant"),
    [
        ("Fire broke out at <Holm Point> on Friday. The plant says no smoke escaped.", "no smoke", "Holm Point"),
        ("Lessons stopped at <Redcastle> after a leak. The school says no child was hurt.", "no child", "Redcastle"),
        ("Two wards flooded at <St Bede>. The hospital said beds were short.", "beds were short", "St Bede"),
        ("A lion slept at <Marwell>. The zoo says it was bored.", "it was bored", "Marwell"),
        (
            "Trams stopped at <Elmwick>. The museum said a cable broke. It opens in May, it added.",
            "It opens",
            "Elmwick",
        ),
        ("A roof fell at the <Larch Hall>. The college says nobody was inside.", "nobody was inside", "Larch Hall"),
        (
            "A roof fell at <Larch Hall>, near <Elmwick>. The college says nobody was inside.",
            "nobody was",
            "The college",
        ),
        ("A school burned at <Elmwick>. The school says nobody was inside.", "nobody was inside", "The school"),
        ("<Harrow Ltd> built it. The school says nobody was inside.", "nobody was inside", "The school"),
    ],
)
def test_kind_of_site_means_the_only_one_named(line, words, claimant):
    assert is_claimed(line, "en", words, claimant)


@pytest.mark.parametrize(
    ("line", "words", "claimant"),
    [
        (
            "The head gardener of Alder Park left, blaming the mayor for a hedge. {Colin Thorpe}, 51, said it hurt.",
            "the mayor",
            "Colin Thorpe",
        ),
        (
            "The engineer of the Elm Line has left, warning that rails were cracked. {Ann Lee}, 58, told staff why.",
            "rails were cracked",
            "Ann Lee",
        ),
        (
            "The captain of the ferry has quit, claiming that the slip is unsafe. {Ron Petty} said nobody listened.",
            "the slip is unsafe",
            "Ron Petty",
        ),
        (
            "The manager of Elm Market has gone, saying that rents had doubled. {Ann Lee} said she was tired.",
            "rents had doubled",
            "Ann Lee",
        ),
        (
            "The director of the Tide Museum has stepped down, complaining that roofs leak. {Tom Hale}, 44, said so.",
            "roofs leak",
            "Tom Hale",
        ),
        (
            "The organiser of the kite fair has quit, insisting that the wind was fine. {Ann Lee} told reporters so.",
            "the wind was fine",
            "Ann Lee",
        ),
        (
            "The captain of the ferry has quit, claiming that the slip is unsafe. Her rival {Ron Petty} said no.",
            "the slip is unsafe",
            "The captain of the ferry",
        ),
    ],
)
def test_name_that_opens_the_next_sentence_has_the_leads_role(line, words, claimant):
    assert is_claimed(line, "en", words, claimant)
