"""Finding earlier claims of a project that say the same as a claim."""

from dataclasses import replace

from annotator.corpus.article import Article
from annotator.editing import edits
from annotator.jobs.importing import article_replacement
from annotator.jobs.searching.contrast_kinds import ContrastKind
from annotator.jobs.searching.said_before import alike, offered, said_before
from annotator.processes import slices
from tests.annotator.made import claim

TEXTS = {
    "Alt": "Laut Oh soll die Metaverse-Stadt 🎈 bis 2026 alle Verwaltungsdienste anbieten, so Kritiker.",
    "Neu": "Seoul will bis 2026 sämtliche Verwaltungsdienste in der Metaverse-Stadt anbieten, heißt es.",
    "Fern": "Die Brücke wird bis 2026 gesperrt.",
}
DATES = {"Alt": "2021-11-03", "Neu": "2022-11-30", "Fern": None}


def make_claims(project):
    """Label one claim per article, which covers all of its text except the last words; return the claims."""
    articles = [Article(name=n, title=n, text=t, language="de", published=DATES[n]) for n, t in TEXTS.items()]
    ids = project.add_articles(articles).ids
    made = {
        name: claim(id_, text.rpartition(",")[0] or text[:-1], text=text)
        for id_, (name, text) in zip(ids, TEXTS.items(), strict=True)
    }
    project.do(edits.add(made.values()))
    return made


def found(project, asked):
    return [(each.claim.title, each.joined) for each in alike(project.read, asked.id, "anna")]


def test_finds_reworded_claim_with_its_facts(project):
    made = make_claims(project)
    project.do(edits.change(made["Alt"], annotator="anna", attributes={"verdict": "refuted", "stance": "affirms"}))
    (earlier,) = said_before(project.path, made["Neu"].id)
    assert (earlier.claim.title, earlier.claim.published, earlier.joined) == ("Alt", "2021-11-03", False)
    assert 0.5 < earlier.likeness < 1
    assert dict(offered(earlier.claim, made["Neu"])) == {"verdict": "refuted"}, "how he says it is his own affair"
    assert [each.claim.title for each in said_before(project.path, made["Alt"].id)] == ["Neu"]
    assert said_before(project.path, made["Fern"].id) == ()


def test_opposite_stances_to_the_same_claim_are_told(project):
    made = make_claims(project)
    for name, stance in (("Alt", "affirms"), ("Neu", "refutes")):
        project.do(edits.change(made[name], annotator="anna", attributes={"stance": stance}))
    (earlier,) = alike(project.read, made["Neu"].id, "anna")
    assert ContrastKind.STANCE in {each.kind for each in earlier.contrasts}
    known = next(iter(project.read.spans_of([made["Neu"].id])))
    project.do(edits.change(known, annotator="anna", attributes={"stance": "unclear"}))
    (earlier,) = alike(project.read, made["Neu"].id, "anna")
    assert ContrastKind.STANCE not in {each.kind for each in earlier.contrasts}


def test_what_is_known_already_is_not_offered(project):
    made = make_claims(project)
    known = {"verdict": "refuted", "topic": "Metaverse", "kind": "fact_claim"}
    project.do(edits.change(made["Alt"], annotator="anna", attributes=known))
    here = replace(made["Neu"], attributes={"topic": "Seoul"})
    (earlier,) = alike(project.read, made["Neu"].id, "anna")
    assert dict(offered(earlier.claim, here)) == {"kind": "fact_claim", "verdict": "refuted"}


def test_self_contained_text_is_compared_too(project):
    made = make_claims(project)
    text = "Seoul bietet Verwaltungsdienste in der Metaverse-Stadt an"
    project.do(edits.change(made["Fern"], annotator="anna", attributes={"claim_text": text}))
    assert {title for title, _ in found(project, made["Fern"])} == {"Neu", "Alt"}


def test_joined_claim_comes_first(project):
    made = make_claims(project)
    project.do(edits.relate(made["Neu"], "repeats", made["Fern"], annotator="anna"))
    assert found(project, made["Neu"]) == [("Fern", True), ("Alt", False)]
    assert found(project, made["Fern"]) == [("Neu", True)]
    project.undo(made["Neu"].document)
    assert found(project, made["Neu"]) == [("Alt", False)]


def test_claim_on_the_same_words_is_left_out(project):
    made = make_claims(project)
    twin = claim(made["Neu"].document, TEXTS["Neu"].rpartition(",")[0], text=TEXTS["Neu"])
    project.do(edits.add(twin))
    assert found(project, made["Neu"]) == [("Alt", False)]


def test_other_annotators_and_removed_claims_are_not_found(project):
    made = make_claims(project)
    project.do(edits.remove([made["Alt"]], (), annotator="anna"))
    assert found(project, made["Neu"]) == []
    assert alike(project.read, made["Neu"].id, "ben") == ()
    assert alike(project.read, made["Alt"].id, "anna") == ()


def test_rare_words_do_not_hide_matches(project):
    texts = {
        "Kurz": "Die Steuern in Weifang sinken bald deutlich.",
        "Lang": "Gestern versprach Abteilungsleiter Möwenstein Änne feierlich, Steuern in Weifang sinken deutlich.",
    }
    articles = [Article(name=name, title=name, text=text, language="de") for name, text in texts.items()]
    ids = project.add_articles(articles).ids
    made = [claim(id_, text[:-1], text=text) for id_, text in zip(ids, texts.values(), strict=True)]
    project.do(edits.add(made))
    assert [title for title, _ in found(project, made[1])] == ["Kurz"]


def test_the_old_version_of_an_article_says_nothing_before(project):
    made = make_claims(project)
    wanted = article_replacement.succession(project.read, made["Alt"].document, made["Fern"].document, "anna")
    slices.finish(project.timeline.doing(article_replacement.replacing(project.read, [wanted], "anna")))
    assert said_before(project.path, made["Neu"].id) == ()
