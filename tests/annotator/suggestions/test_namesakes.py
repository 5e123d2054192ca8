"""Each rule for namesakes by an example, and what must not be joined."""

import pytest

from annotator.model.values import Identity
from annotator.suggestions.label_roles import USUAL, Roles
from annotator.suggestions.namesakes import Mention, alike, compared, groups, surnamed


def mentions(*articles, label="PER"):
    """Build mentions in articles, in order; a name may be (words, label) or (words, label, identity)."""
    made = []
    for number, names in enumerate(articles):
        place = 0
        for name in names:
            words, of, identity = (
                (*name, *(label, None)[len(name) - 1 :]) if isinstance(name, tuple) else (name, label, None)
            )
            made.append(Mention(f"{number}-{place}", str(number), place, place + len(words), words, of, identity))
            place += len(words) + 2
    return made


def shown(found):
    """Return each group by its name, with its forms."""
    return {(group.name, group.label): {form.words: form.count for form in group.forms} for group in found}


OH = Identity(id="oh", name="Oh Se-hoon", label="PER", aliases=("OSH",))


def test_case_dashes_titles_and_genitive_do_not_matter():
    found = groups(mentions(["Weifang", "WEIFANG"], ["Weifangs", "Weifang's"], ["Weifang’"], label="LOC"), [])
    assert shown(found) == {
        ("Weifang", "LOC"): {"Weifang": 1, "WEIFANG": 1, "Weifangs": 1, "Weifang's": 1, "Weifang’": 1}
    }
    assert [group.documents for group in found] == [3]
    assert compared("Prof. Dr. Oh Se‑hoon") == "oh se-hoon"


def test_other_label_is_another_identity():
    found = groups(mentions([("Berlin", "LOC"), ("Berlin", "ORG")]), [])
    assert shown(found) == {("Berlin", "LOC"): {"Berlin": 1}, ("Berlin", "ORG"): {"Berlin": 1}}


def test_final_s_is_genitive_only_beside_its_base():
    assert set(shown(groups(mentions(["Jens", "Jen"], ["Paris"]), []))) == {
        ("Jens", "PER"),
        ("Jen", "PER"),
        ("Paris", "PER"),
    }


def test_surname_joins_the_only_matching_person():
    found = groups(mentions(["Friedrich Merz", "Merz", "Merz’"], ["Merz"], ["Oh Se-hoon", "Oh"]), [])
    assert shown(found) == {
        ("Friedrich Merz", "PER"): {"Friedrich Merz": 1, "Merz": 1, "Merz’": 1},
        ("Merz", "PER"): {"Merz": 1},
        ("Oh Se-hoon", "PER"): {"Oh Se-hoon": 1, "Oh": 1},
    }


def test_ambiguous_surname_joins_nobody():
    assert ("Weiß", "PER") in shown(groups(mentions(["Céline Weiß", "Otto Weiß", "Weiß"]), []))


def test_abbreviation_in_brackets_joins_its_name():
    text = "Bundesverband Solarwirtschaft (BSW) klagt"
    long, short = "Bundesverband Solarwirtschaft", "BSW"
    first = [
        Mention("a", "0", 0, len(long), long, "ORG", None),
        Mention("b", "0", text.index(short), text.index(short) + 3, short, "ORG", None),
    ]
    elsewhere = Mention("c", "1", 0, 3, short, "ORG", None)
    found = groups([*first, elsewhere], [], lambda document: text if document == "0" else "BSW sagt")
    assert shown(found) == {(long, "ORG"): {short: 2, long: 1}}
    assert sorted(found[0].proposed) == ["a", "b", "c"]


def test_ambiguous_abbreviation_joins_nothing():
    texts = {"0": "Alpha Beta (AB)", "1": "Anna Bund (AB)"}
    made = [
        Mention(f"{document}{at}", document, start, end, text[start:end], "ORG", None)
        for document, text in texts.items()
        for at, (start, end) in enumerate(((0, text.index(" (")), (text.index("(") + 1, len(text) - 1)))
    ]
    assert ("AB", "ORG") in shown(groups(made, [], texts.__getitem__))


def test_aliases_are_proposed_and_decisions_stay():
    found = groups(mentions([("Oh", "PER", "oh"), "OSH", "oh se-hoon"], ["Kim"]), [OH])
    assert [(group.identity, group.name, len(group.decided), len(group.proposed)) for group in found] == [
        (OH, "Oh Se-hoon", 1, 2),
        (None, "Kim", 0, 1),
    ]


def test_decision_beats_rules():
    (group, *others) = groups(mentions([("Kim", "PER", "oh"), ("Oh Se-hoon", "PER", None)]), [OH])
    assert (group.identity, len(group.decided), len(group.proposed), others) == (OH, 1, 1, [])


def test_identity_without_mentions_is_last():
    assert [group.name for group in groups(mentions(["Kim"]), [OH])] == ["Kim", "Oh Se-hoon"]


@pytest.mark.parametrize("words", ["OSH", "Oh Se-hoons", "Oh", "Dr. Oh Se-hoon"])
def test_alike_by_name_alias_or_surname(words):
    assert alike(words, "PER", [OH]) == [OH]


def test_not_alike_with_other_label_or_name():
    assert alike("Oh Se-hoon", "ORG", [OH]) == alike("Kim", "PER", [OH]) == alike("hoon", "PER", [OH]) == []


def test_surname_belongs_to_only_full_name():
    assert surnamed(["Klein", "Holger Klein", "Jana Berg", "Dr. Berg", "Ott"]) == [(0, 1), (3, 2)]
    assert surnamed(["Klein", "Holger Klein", "Anna Klein"]) == []
    assert surnamed(["", "Kleins", "Holger Klein"]) == [(1, 2)]


@pytest.mark.parametrize(("label", "roles"), [("PERSON", USUAL), ("Mensch", Roles(ours=(("Mensch", "PER"),)))])
def test_surname_means_the_full_name_whatever_persons_are_called(label, roles):
    found = groups(mentions(["Tom Ashdown", "Ashdown"], label=label), [], roles=roles)
    assert shown(found) == {("Tom Ashdown", label): {"Tom Ashdown": 1, "Ashdown": 1}}
    tom = Identity(id="tom", name="Tom Ashdown", label=label)
    assert alike("Ashdown", label, [tom], roles) == [tom]
