"""Names inside words, suggested as the project's decisions say, with real models and a real project."""

import pytest

from annotator.editing import edits
from annotator.jobs.suggesting.wanted_sources import prepare_here
from annotator.model.compounds import FORM
from annotator.model.values import ENTITIES, Span, new_id
from annotator.processes.worker import no_progress
from annotator.project.project import SourceAnswer
from annotator.suggest.sources.registry import available
from annotator.suggest.tiers import Tier, tier_of
from annotator.suggest.work import prepare
from tests.annotator.made import add_article

FIRMS = "Norvik Baltor Kemdan Teslux Ravox Lumetra Hansil Dorvan Pelmar Quintal".split()
LEARN = " ".join(f"Der {firm}-Chef kam zu spät." for firm in FIRMS)
KNOWN = "Am Montag meldete Siemens neue Zahlen."
NEXT = "Die Siemens AG in München schweigt. 🎈 Der Siemens-Chef lachte, und ein E-Bike fuhr vorbei."


def label(document, text, words, kind="ORG", form="part"):
    start = text.index(words)
    return edits.add(
        Span(
            id=new_id(),
            document=document,
            layer=ENTITIES,
            label=kind,
            parts=((start, start + len(words)),),
            attributes={FORM: form} if form else {},
            annotator="anna",
        )
    )


def suggested(project, article, language="de"):
    """Return (words, label, form, tier, rule) of the suggestions that follow a convention."""
    sources = [info for info in available().sources if info.name != "claims"]
    document, labels = project.read.document(article), ("PER", "ORG", "LOC", "MISC")
    found = prepare_here(prepare, project.path, frozenset(), document, language, labels, sources, progress=no_progress)
    project.put_language(article, language)
    project.put_answers(article, [SourceAnswer(each.source, each.suggestions, each.version) for each in found.results])
    return [
        (one.quote(document.text), one.label, one.attributes.get(FORM), tier_of(one.score), one.rule)
        for result in found.results
        for one in result.suggestions
        if (one.rule or "").startswith("like ")
    ]


SURE = ("Siemens", "ORG", "part", Tier.SURE, "like Quintal-Chef 10 times: eins")


@pytest.fixture
def articles(project):
    project.do(label(add_article(project, "null", KNOWN), KNOWN, "Siemens", form=None))
    return add_article(project, "eins", LEARN), add_article(project, "zwei", NEXT)


def decide(project, first, count=10, form="part"):
    for firm in FIRMS[:count]:
        project.do(label(first, LEARN, firm, form=form))


@pytest.mark.parametrize(("count", "tiers"), [(4, []), (6, [Tier.DOUBTFUL]), (10, [Tier.SURE])])
def test_part_is_suggested_after_ten_decisions(project, articles, count, tiers):
    first, second = articles
    decide(project, first, count)
    assert [tier for *_, tier, _ in suggested(project, second)] == tiers


def test_suggested_part_has_its_offsets_form_and_reason(project, articles):
    first, second = articles
    decide(project, first)
    assert suggested(project, second) == [SURE]
    (one,) = [each for each in project.read.suggestions(second) if each.attributes]
    assert one.parts == ((NEXT.index("Siemens-Chef"), NEXT.index("-Chef")),)
    project.do(edits.accept([one], (), annotator="anna"))
    (span,) = project.read.annotated(second, "anna").spans
    assert (span.quote(NEXT), span.attributes) == ("Siemens", {FORM: "part"})


def test_undo_and_contrary_decisions_withdraw_the_suggestion(project, articles):
    first, second = articles
    decide(project, first)
    for _ in range(6):
        project.undo(first)
    assert suggested(project, second) == []
    for firm in FIRMS[4:]:
        project.do(label(first, LEARN, f"{firm}-Chef", "PER"))
    assert suggested(project, second) == []


def test_rejection_counts_against_the_word_but_not_the_name(project, articles):
    first, second = articles
    third = add_article(project, "drei", NEXT + " Ende.")
    decide(project, first)
    suggested(project, second)
    (one,) = [each for each in project.read.suggestions(second) if each.attributes]
    project.do(edits.reject([one], annotator="anna"))
    assert suggested(project, third) == []
    assert "Siemens AG" in {each.quote(NEXT) for each in project.read.suggestions(third)}


def test_project_that_labels_no_parts_gets_none(project, articles):
    _, second = articles
    assert suggested(project, second) == []


def test_same_word_is_suggested_again_after_one_decision(project, articles):
    first, _ = articles
    again = add_article(project, "drei", "Gestern rief der Norvik-Chef an.")
    decide(project, first, 1)
    assert suggested(project, again) == [("Norvik", "ORG", "part", Tier.SURE, "like Norvik-Chef 1 time: eins")]


def test_derived_words_are_suggested_with_their_form(project):
    text = "Die Kölner, Berliner, Münchner, Bremer, Dresdner, Wiener, Hamburger, Essener, Erfurter und Bonner kamen."
    first = add_article(project, "eins", text)
    second = add_article(project, "zwei", "Ein Stuttgarter und ein Lehrer stritten mit einem Sieger.")
    for word in text.replace(",", "").replace(" und", "").removesuffix(" kamen.").split()[1:]:
        project.do(label(first, text, word, "LOC", "deriv"))
    assert [each[:3] for each in suggested(project, second)] == [("Stuttgarter", "LOC", "deriv")]


def test_english_adjectives_follow_the_project(project):
    words = (
        "German French Russian Chinese Danish Polish Irish Spanish Italian Turkish Japanese Hungarian Canadian".split()
    )
    text = " ".join(f"The {word} minister met officials in Geneva on Monday." for word in words)
    first = add_article(project, "one", text)
    second = add_article(project, "two", "The Norwegian minister resigned. A London-based firm grew.")
    suggested(project, first, "en")
    for one in project.read.suggestions(first):
        if one.quote(text) in words:
            project.do(edits.correct(one, ENTITIES, "LOC", one.parts, annotator="anna", attributes={FORM: "deriv"}))
    assert [each[:4] for each in suggested(project, second, "en")] == [("Norwegian", "LOC", "deriv", Tier.SURE)]
