"""Conventions for words that contain a name, from labels and rejections."""

import pytest

from annotator.suggest.sources.memory.conventions import (
    NOTHING,
    Answered,
    LabelledName,
    Treatment,
    conventions_among,
    conventions_of,
    known_labels,
    with_forms,
)
from annotator.suggest.sources.memory.seen import SeenString
from annotator.suggest.sources.memory.word_shapes import Shape
from annotator.suggest.tiers import Tier, tier_of

FIRMS = [f"{first}{last}" for first in ("Nor", "Bal", "Kem", "Tes") for last in ("vik", "tor", "dan", "lux")]
PART = Treatment("ORG", whole=False, form="part")


def part(name, rest="-Chef", form="part", article="a", label="ORG", language="de"):
    return LabelledName(name, label, form, f"{rest} sagte", language, article, f"Title {article}")


def whole(word, label="LOC", form="deriv", article="a", language="de"):
    return LabelledName(word, label, form, " sagte", language, article, f"Title {article}")


def refused(word, rest="", rule="", label="ORG", language="de", article="b", source="seen"):
    return Answered(word, label, True, source, rule, rest, language, article, f"Title {article}")


def found(*labelled, answered=(), known=None, shape=None):
    every = conventions_of(labelled, answered, known or {})
    return [each for each in every if each.shape is not Shape.SAME and shape in (None, each.shape)]


@pytest.mark.parametrize(
    ("count", "tiers"), [(0, []), (4, []), (5, [Tier.DOUBTFUL]), (9, [Tier.DOUBTFUL]), (10, [Tier.SURE])]
)
def test_ten_decisions_make_a_convention_sure(count, tiers):
    assert [tier_of(each.score) for each in found(*map(part, FIRMS[:count]))] == tiers


def test_convention_names_its_latest_word_and_article():
    (convention,) = found(*map(part, FIRMS[:10]))
    assert (convention.treatment, convention.base, convention.agreeing) == (PART, "ORG", 10)
    assert (convention.example, convention.title) == ("Norvik-Chef", "Title a")


def test_same_word_counts_once_an_article():
    assert found(*[part("Norvik")] * 20) == []
    assert found(*(part("Norvik", article=f"{n}") for n in range(20))) == [], "one word is no pattern"


def test_contrary_decisions_withdraw_the_convention():
    parts, others = map(part, FIRMS[:10]), [part(name, form=None) for name in FIRMS[10:15]]
    both = (*parts, *others)
    assert [tier_of(each.score) for each in found(*both[:12])] == [Tier.LIKELY]
    assert found(*both[:15]) == []


def test_rejections_count_against_the_convention():
    parts = [part(name) for name in FIRMS[:10]]
    answered = [refused(name, "-Chef", rule="like Norvik-Chef 10 times") for name in FIRMS[10:15]]
    assert [tier_of(each.score) for each in found(*parts, answered=answered[:2])] == [Tier.LIKELY]
    assert found(*parts, answered=answered) == []
    (convention,) = found(*parts, answered=answered[:1])
    assert convention.refused == ("Kemdan-Chef",)


def test_labels_and_languages_have_conventions_of_their_own():
    orgs = [part(name) for name in FIRMS[:10]]
    places = [part(name, label="LOC") for name in FIRMS[10:14]]
    english = [part(name, language="en") for name in FIRMS[:4]]
    assert [(each.base, each.language) for each in found(*orgs, *places, *english)] == [("ORG", "de")]


def test_whole_name_with_a_hyphen_says_nothing():
    for form in (None, "full"):
        assert found(*(whole(f"{name}-Rat", "ORG", form=form) for name in FIRMS[:10])) == []


def test_own_label_for_parts_is_learnt_for_the_name_inside():
    names = [whole(f"{name}-Chef", "ORGpart", form=None) for name in FIRMS[:10]]
    (convention,) = found(*names)
    assert (convention.base, convention.treatment) == ("ORG", Treatment("ORGpart", whole=True))


def test_adjectives_are_learnt_with_their_stems():
    words = "russische polnischen türkischer deutschem dänische irische spanischen iranisches syrische baltischen"
    (convention,) = found(*map(whole, words.split()))
    assert (convention.shape, convention.treatment) == (Shape.ADJECTIVE, Treatment("LOC", whole=True, form="deriv"))
    assert {"russisch", "deutsch", "türkisch"} <= set(convention.words)


def test_inhabitants_without_form_need_a_known_place():
    words = [whole(f"{place}er", "MISC", form=None) for place in ("Köln", "Berlin", "Linz", "Graz", "Rostock")]
    assert found(*words) == []
    (convention,) = found(*words, known=dict.fromkeys(("Köln", "Berlin", "Linz", "Graz", "Rostock"), "LOC"))
    assert (convention.shape, convention.base, convention.treatment.label) == (Shape.INHABITANT, "LOC", "MISC")


def test_rejected_english_adjectives_are_left_out():
    words = ["German", "French", "Russian", "Chinese", "Polish", "Danish", "Irish", "Iraqi", "Spanish", "Italian"]
    answered = [refused(word, label="MISC", language="en", source="model") for word in words]
    (convention,) = found(answered=answered)
    assert (convention.shape, convention.base, convention.treatment) == (Shape.ADJECTIVE, "MISC", NOTHING)


def test_part_of_the_same_word_is_remembered_at_once():
    (same,) = [each for each in conventions_of([part("Norvik")], [], {}) if each.shape is Shape.SAME]
    assert (same.base, same.cut, same.treatment) == ("Norvik-Chef", 6, PART)
    assert tier_of(same.score) is Tier.SURE


@pytest.mark.parametrize("odd", [part("Norvik\tAG"), part("Nor\nvik"), whole("e-deutsche")])
def test_convention_survives_the_way_to_the_process(odd):
    words = map(whole, ("russische", "polnischen", "dänische", "irische", "baltischen"))
    every = conventions_of([odd, *map(part, FIRMS[:10]), *words], [refused("Kemdan", "-Chef")], {})
    assert {each.shape for each in every} == {Shape.SAME, Shape.COMPOUND, Shape.ADJECTIVE}
    assert conventions_among(SeenString(*each.as_seen()) for each in every) == every


def test_endless_label_is_not_an_example():
    (convention,) = found(part("Norvik " * 5_000 + "AG"), *map(part, FIRMS[:10]))
    assert (convention.agreeing, convention.example) == (10, "Norvik-Chef")


def test_string_keeps_the_form_of_most_labels():
    seen = [SeenString("Kölner", "entities", "LOC", 2), SeenString("Norvik", "entities", "ORG", 1)]
    labelled = [whole("Kölner"), whole("Kölner"), whole("Kölner", form=None), part("Norvik")]
    assert [each.form for each in with_forms(seen, labelled)] == ["deriv", ""]
    unread = LabelledName("Norvik", "ORG", "part", "", "de", "long", "Long")
    assert [each.form for each in with_forms(seen, [unread])] == ["", ""]


def test_known_labels_have_a_majority():
    seen = [
        SeenString("Paris", "entities", "LOC", 3, share=0.7),
        SeenString("Paris", "entities", "PER", 1, share=0.2),
        SeenString("Jordan", "entities", "PER", 1, share=0.45),
    ]
    assert known_labels(seen) == {"Paris": "LOC"}
