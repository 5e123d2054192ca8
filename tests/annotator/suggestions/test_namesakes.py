"""Which mentions may mean the same: each rule by an example, and what must not be joined."""

import pytest

from annotator.model.values import Identity
from annotator.suggestions.namesakes import Mention, alike, compared, groups


def mentions(*articles, label="PER"):
    """Make mentions in articles, one after another; a name may be (words, label) or (words, label, identity)."""
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
    """Give each group by its name, with its forms."""
    return {(group.name, group.label): {form.words: form.count for form in group.forms} for group in found}


OH = Identity(id="oh", name="Oh Se-hoon", label="PER", aliases=("OSH",))


def test_the_same_words_are_one_whatever_their_case_dashes_titles_and_genitive():
    found = groups(mentions(["Weifang", "WEIFANG"], ["Weifangs", "Weifang's"], ["Weifang’"], label="LOC"), [])
    assert shown(found) == {
        ("Weifang", "LOC"): {"Weifang": 1, "WEIFANG": 1, "Weifangs": 1, "Weifang's": 1, "Weifang’": 1}
    }
    assert [group.documents for group in found] == [3]
    assert compared("Prof. Dr. Oh Se‑hoon") == "oh se-hoon"


def test_the_same_words_with_another_label_are_somebody_else():
    found = groups(mentions([("Berlin", "LOC"), ("Berlin", "ORG")]), [])
    assert shown(found) == {("Berlin", "LOC"): {"Berlin": 1}, ("Berlin", "ORG"): {"Berlin": 1}}


def test_an_s_is_a_genitive_only_where_the_name_without_it_is_there():
    assert set(shown(groups(mentions(["Jens", "Jen"], ["Paris"]), []))) == {
        ("Jens", "PER"),
        ("Jen", "PER"),
        ("Paris", "PER"),
    }


def test_a_surname_is_the_only_person_in_the_article_who_has_it():
    found = groups(mentions(["Friedrich Merz", "Merz", "Merz’"], ["Merz"], ["Oh Se-hoon", "Oh"]), [])
    assert shown(found) == {
        ("Friedrich Merz", "PER"): {"Friedrich Merz": 1, "Merz": 1, "Merz’": 1},
        ("Merz", "PER"): {"Merz": 1},
        ("Oh Se-hoon", "PER"): {"Oh Se-hoon": 1, "Oh": 1},
    }


def test_a_surname_that_two_people_in_the_article_have_is_neither():
    assert ("Weiß", "PER") in shown(groups(mentions(["Céline Weiß", "Otto Weiß", "Weiß"]), []))


def test_an_abbreviation_in_brackets_is_the_name_before_it_in_every_article():
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


def test_an_abbreviation_of_two_names_is_neither():
    texts = {"0": "Alpha Beta (AB)", "1": "Anna Bund (AB)"}
    made = [
        Mention(f"{document}{at}", document, start, end, text[start:end], "ORG", None)
        for document, text in texts.items()
        for at, (start, end) in enumerate(((0, text.index(" (")), (text.index("(") + 1, len(text) - 1)))
    ]
    assert ("AB", "ORG") in shown(groups(made, [], texts.__getitem__))


def test_names_and_aliases_of_an_identity_are_proposed_for_it_and_what_is_decided_stays():
    found = groups(mentions([("Oh", "PER", "oh"), "OSH", "oh se-hoon"], ["Kim"]), [OH])
    assert [(group.identity, group.name, len(group.decided), len(group.proposed)) for group in found] == [
        (OH, "Oh Se-hoon", 1, 2),
        (None, "Kim", 0, 1),
    ]


def test_a_decision_wins_over_every_rule():
    (group, *others) = groups(mentions([("Kim", "PER", "oh"), ("Oh Se-hoon", "PER", None)]), [OH])
    assert (group.identity, len(group.decided), len(group.proposed), others) == (OH, 1, 1, [])


def test_an_identity_without_mentions_is_listed_last():
    assert [group.name for group in groups(mentions(["Kim"]), [OH])] == ["Kim", "Oh Se-hoon"]


@pytest.mark.parametrize("words", ["OSH", "Oh Se-hoons", "Oh", "Dr. Oh Se-hoon"])
def test_words_are_like_an_identity_of_the_article_by_name_alias_or_surname(words):
    assert alike(words, "PER", [OH]) == [OH]


def test_words_are_like_nobody_of_another_label_or_name():
    assert alike("Oh Se-hoon", "ORG", [OH]) == alike("Kim", "PER", [OH]) == alike("hoon", "PER", [OH]) == []
