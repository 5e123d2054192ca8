"""A surname that stands alone follows the full name, unless firm, place or decision says otherwise."""

from typing import NamedTuple

import pytest

from annotator.suggest.surnames import following_full_names
from annotator.suggestions.label_roles import USUAL, Roles
from tests.annotator.suggest.test_merge import suggestion


class Named(NamedTuple):
    """A name to suggest at the ``nth`` place where its words occur."""

    words: str
    label: str
    score: float | None
    source: str = "model"
    nth: int = 1


def answers(text, *names, rejected=()):
    """Return label and score of each name."""
    found = []
    for name in names:
        start = -1
        for _ in range(name.nth):
            start = text.index(name.words, start + 1)
        end = start + len(name.words)
        found.append(suggestion(start, end, name.label, score=name.score, source=name.source))
    return [(one.label, one.score) for one in following_full_names(found, text, rejected)]


TEXT = "Marlene Voss sammelt Türen. Für {}Voss{} ist das ein Glück."
FULL = Named("Marlene Voss", "PER", 0.97)


def surname(label, score, source="model"):
    return Named("Voss", label, score, source, 2)


def after(words="", following="", label="ORG", score=0.7):
    return answers(TEXT.format(words, following), FULL, surname(label, score))[1]


@pytest.mark.parametrize("score", [0.3, 0.7, None])
def test_surname_follows_the_full_name(score):
    assert after(score=score) == ("PER", score)


def test_sure_surname_follows_with_a_likely_score():
    assert after(score=0.93) == ("PER", 0.8)


def test_reason_names_the_full_name():
    text = TEXT.format("", "")
    found = [suggestion(0, 12, "PER", score=0.97), suggestion(32, 36, "ORG", score=0.7)]
    assert [one.rule for one in following_full_names(found, text)] == [None, "full name: Marlene Voss"]


@pytest.mark.parametrize(
    "around",
    [("die ", ""), ("die Reederei ", ""), ("at ", ""), ("in ", ""), ("", " GmbH"), ("", " Holding"), ("", "-Chefs")],
)
def test_surname_next_to_firm_or_place_keeps_its_label(around):
    assert after(*around) == ("ORG", 0.7)


FIRM = Named("Voss Energy", "ORG", 0.92)


@pytest.mark.parametrize(
    ("firm", "alone", "others", "label"),
    [
        (FIRM, (0.7, 0.95), (), ("ORG", "ORG")),
        (FIRM, (0.95, 0.94), (), ("PER", "PER")),  # on average more certain than the firm
        (FIRM, (0.7, 0.7), (Named("Ida Voss", "PER", 0.4),), ("PER", "PER")),
        (FIRM._replace(words="Voss Kino"), (0.7, 0.7), (), ("PER", "PER")),
        (FIRM._replace(label="MISC"), (0.7, 0.7), (), ("PER", "PER")),
    ],
)
def test_short_name_of_a_firm_is_no_person(firm, alone, others, label):
    text = f"{firm.words} wächst, bis Voss klagt. Ida Voss schweigt. Voss schwieg."
    short = [Named("Voss", "PER", score, nth=nth) for score, nth in zip(alone, (2, 4), strict=True)]
    found = answers(text, firm, *short, *others)
    assert tuple(got for got, _ in found[1:3]) == label
    if label[0] == "ORG":
        assert [score for _, score in found[1:3]] == [0.7, 0.8]
    decided = [one._replace(source="seen") for one in short]
    assert [got for got, _ in answers(text, firm, *decided)[1:]] == ["PER", "PER"]


def test_sure_firm_keeps_all_surnames():
    text = "Ruth Voss kam. Bei Voss arbeiten viele. Gestern sprach Voss lange."
    full = Named("Ruth Voss", "PER", 0.97)
    for score, label in (0.95, "ORG"), (0.8, "PER"):
        found = answers(text, full, surname("ORG", score), Named("Voss", "ORG", 0.7, nth=3))
        assert [each[0] for each in found] == ["PER", "ORG", label]


def test_firm_with_longer_name_keeps_only_sure_surnames():
    text = TEXT.format("", "") + " Die Voss Holding zahlt."
    firm = Named("Voss Holding", "ORG", 0.9)
    assert answers(text, FULL, surname("ORG", 0.8), firm)[1] == ("PER", 0.8)
    assert answers(text, FULL, surname("ORG", 0.93), firm)[1] == ("ORG", 0.93)


@pytest.mark.parametrize("full", [("Marlene Voss", 0.5), ("Marlene Voss", 0.7), ("Marlene", 0.99)])
def test_surname_follows_no_weaker_or_single_name(full):
    words, score = full
    assert answers(TEXT.format("", ""), Named(words, "PER", score), surname("ORG", 0.75))[1] == ("ORG", 0.75)


def test_full_name_that_a_person_labelled_counts_more():
    labelled = Named("Marlene Voss", "PER", 0.91, "seen")
    assert answers(TEXT.format("", ""), labelled, surname("ORG", 0.93))[1] == ("PER", 0.8)


@pytest.mark.parametrize("source", ["seen", "patterns"])
def test_decided_surname_keeps_its_label(source):
    assert answers(TEXT.format("", ""), FULL, surname("ORG", 0.7, source))[1] == ("ORG", 0.7)


def test_rejected_person_is_not_suggested_again():
    found = answers(TEXT.format("", ""), FULL, surname("ORG", 0.7), rejected={("entities", "PER", "Voss")})
    assert found[1] == ("ORG", 0.7)


def test_other_layers_are_not_evidence():
    text = TEXT.format("", "")
    ship = suggestion(32, 36, "SHIP", score=0.7, layer="ships")
    assert following_full_names([suggestion(0, 12, "PER", score=0.97), ship], text)[1] is ship


def test_name_of_spaces_is_left_alone():
    assert answers("   ", Named(" ", "ORG", 0.7)) == [("ORG", 0.7)]


OWN = Roles(ours=(("Mensch", "PER"), ("Firma", "ORG")), theirs=(("PER", "Mensch"), ("ORG", "Firma")))


@pytest.mark.parametrize(("person", "firm", "roles"), [("PERSON", "ORG", USUAL), ("Mensch", "Firma", OWN)])
def test_surname_follows_whatever_persons_are_called(person, firm, roles):
    text = TEXT.format("", "")
    found = [suggestion(0, 12, person, score=0.97), suggestion(32, 36, firm, score=0.7)]
    assert [one.label for one in following_full_names(found, text, roles=roles)] == [person, person]


def test_short_name_follows_a_firm_whatever_firms_are_called():
    text = "Voss Energy wächst. Voss baut."
    found = [suggestion(0, 11, "Firma", score=0.97), suggestion(20, 24, "Mensch", score=0.5)]
    assert [one.label for one in following_full_names(found, text, roles=OWN)] == ["Firma", "Firma"]
