"""Suggestions for names inside words, by a project's conventions."""

import pytest

from annotator.model.compounds import DERIVED, FORM, PART
from annotator.model.values import ENTITIES, Document, Suggestion
from annotator.suggest.sources.memory.by_convention import Following, RememberedSource, with_doubts_by_convention
from annotator.suggest.sources.memory.conventions import NOTHING, Convention, Treatment
from annotator.suggest.sources.memory.seen import SeenMatcher, SeenSource, SeenString
from annotator.suggest.sources.memory.word_shapes import Shape
from annotator.suggest.sources.pipeline import PipelineSource
from annotator.suggest.sources.registry import available
from annotator.suggest.sources.source import never
from annotator.suggest.tiers import Tier, tier_of
from annotator.suggest.tokenizer import tokenise

LABELS = frozenset({"PER", "ORG", "LOC"})
DE_NEWS = next(info for info in available().sources if info.name == "de_news")


def convention(shape, base, treatment, language="de", **more):
    return Convention(language, shape, base, treatment, 10, 0, 0.95, "Norvik-Chef", "Vortag", **more)


PARTS = convention(Shape.COMPOUND, "ORG", Treatment("ORG", whole=False, form=PART))
WHOLES = convention(Shape.COMPOUND, "ORG", Treatment("ORG", whole=True, form=DERIVED))
INHABITANTS = convention(Shape.INHABITANT, "LOC", Treatment("LOC", whole=True, form=DERIVED))
NO_PARTS = convention(Shape.COMPOUND, "ORG", NOTHING)
NORVIK = {"Norvik": "ORG"}


def document(text, language="de", **more):
    return Document(id="d", title="", text=text, sha256="", language=language, **more)


def name(start, score, label="ORG"):
    return Suggestion(
        id="s",
        document="d",
        layer=ENTITIES,
        label=label,
        parts=((start, start + 6),),
        source="de_news",
        version="1",
        score=score,
    )


def found(text, *conventions, **more):
    following = Following(conventions=conventions, language="de", labels=LABELS, **more)
    return [(text[slice(*each.part)], each.convention, tier_of(each.score)) for each in following.find(document(text))]


def suggested(text, following, *seen, **more):
    memory = SeenSource(matcher=SeenMatcher(seen, LABELS), tokens=tokenise(text, following.language))
    article = document(text, following.language, **more)
    every = RememberedSource(seen=memory, following=following).suggest(article, never)
    return [(one.quote(text), one.label, one.attributes.get(FORM)) for one in every]


def following(*conventions, language="de"):
    return Following(conventions=conventions, language=language, labels=LABELS, known=NORVIK)


def unasked(asked):
    raise AssertionError(asked.text)


def test_known_name_in_a_word_is_found_without_a_model():
    assert found("Der Norvik-Rat tagt.", PARTS, known=NORVIK, read=unasked) == [("Norvik", PARTS, Tier.SURE)]


@pytest.mark.parametrize(
    "conventions", [(), (PARTS._replace(language="en"),), (PARTS._replace(treatment=Treatment("MISC")),)]
)
def test_article_without_a_convention_costs_nothing(conventions):
    assert found("Der Solvan-Rat tagt.", *conventions, read=unasked) == []


def test_word_without_a_known_name_is_read_again():
    asked = []

    def read(variant):
        asked.append(variant.text)
        return [name(variant.text.index("Solvan"), 0.99)]

    assert found("Erst dies. Der Solvan-Rat tagt.", PARTS, read=read) == [("Solvan", PARTS, Tier.LIKELY)]
    assert asked == ["Der Solvan tagt."]


def test_endless_sentence_is_read_only_around_its_words():
    asked = []

    def read(variant):
        asked.append(variant.text)
        return []

    words = " und mehr ".join(f"Solvan-{chr(letter)}at" for letter in range(0x4E00, 0x5E00))
    assert found(words, PARTS, read=read) == []
    assert sum(map(len, asked)) < 50_000


def test_word_is_read_only_where_it_first_occurs():
    asked = []

    def read(variant):
        asked.append(variant.text)
        return [name(variant.text.index("Solvan"), 0.99)]

    text = "Der Solvan-Rat tagt. Den Solvan-Rat freut es."
    assert [words for words, *_ in found(text, PARTS, read=read)] == ["Solvan", "Solvan"]
    assert asked == ["Der Solvan tagt."]


def test_model_reads_the_name_in_a_word():
    german = PipelineSource(info=DE_NEWS, labels=LABELS)
    places = PARTS._replace(base="LOC", treatment=Treatment("LOC", whole=False, form=PART))
    text = "Die Leipzig-Reise der Ministerin dauert zwei Tage."
    assert found(text, places, read=lambda variant: german.suggest(variant, never)) == [
        ("Leipzig", places, Tier.LIKELY)
    ]


def test_inhabitants_come_from_places_in_the_lexicon():
    lexicon = PipelineSource(info=DE_NEWS, labels=LABELS).lexicon()
    text = "Kölner Lehrer und Maler aus Essen sahen Essener Sieger und Leser, alter Pariser."
    places = [(words, tier) for words, _, tier in found(text, INHABITANTS, lexicon=lexicon)]
    assert places == [("Kölner", Tier.SURE), ("Essener", Tier.LIKELY), ("Pariser", Tier.LIKELY)]


def test_rejected_word_is_not_suggested_again():
    assert found("Der Norvik-Rat tagt.", PARTS._replace(refused=("Norvik-Rat",)), known=NORVIK) == []


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize(("rule", "words"), [(PARTS, "Norvik"), (WHOLES, "Norvik-Rat")])
def test_convention_knows_more_than_a_name_in_a_word(rule, words, language):
    there = following(rule._replace(language=language), language=language)
    names = suggested("Norvik baut. Der Norvik-Rat tagt.", there, SeenString("Norvik", ENTITIES, "ORG", 3))
    assert names == [("Norvik", "ORG", None), (words, "ORG", rule.treatment.form)]


@pytest.mark.parametrize("label", ["PER", "LOC"])
def test_label_of_the_very_word_outranks_its_convention(label):
    seen = [SeenString("Norvik-Rat", ENTITIES, label, 1), SeenString("Kölner", ENTITIES, label, 1)]
    there = Following(conventions=(PARTS, WHOLES, INHABITANTS), language="de", labels=LABELS, known=NORVIK)
    assert suggested("Norvik-Rat, Kölner", there, *seen) == [("Norvik-Rat", label, None), ("Kölner", label, None)]


def test_page_furniture_has_no_suggestions():
    text = "Norvik-Rat heißt es."
    assert suggested(text, following(PARTS)) == [("Norvik", "ORG", PART)]
    assert suggested(text, following(PARTS), excluded=((0, 10),)) == []


@pytest.mark.parametrize(("score", "after"), [(0.97, 0.5), (0.3, 0.3), (None, 0.5)])
def test_names_in_words_that_are_never_labelled_are_doubted(score, after):
    text = "Norvik baut. Der Norvik-Rat tagt."
    names = [name(start, score) for start in (0, 17)]
    alone, inside = with_doubts_by_convention(names, text, "de", [NO_PARTS])
    assert alone == names[0]
    assert (inside.score, inside.rule) == (after, "rejected like Norvik-Chef 10 times: Vortag")
    assert with_doubts_by_convention(names, text, "en", [NO_PARTS]) == names
