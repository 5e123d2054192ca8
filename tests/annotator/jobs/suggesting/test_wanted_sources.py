"""Earlier decisions in the form in which sources receive them."""

from annotator.editing import edits
from annotator.jobs.suggesting.wanted_sources import prepare_here, seen_here
from annotator.processes.worker import no_progress
from annotator.suggest.sources.registry import available
from annotator.suggest.sources.source import SourceKind
from annotator.suggest.tiers import Tier, tier_of
from annotator.suggest.work import prepare
from tests.annotator.made import TEXT, add_article, span


def counted(project):
    return {(seen.text, seen.label): (seen.accepted, seen.rejected) for seen in seen_here(project)}


def test_what_was_decided_is_counted_anew_after_each_step(project):
    first = add_article(project, "eins", TEXT)
    assert counted(project) == {}
    project.do(edits.add(span(first, "Köln", "LOC")))
    assert counted(project) == {("Köln", "LOC"): (1, 0)}
    project.undo(first)
    assert counted(project) == {}
    project.redo(first)
    assert counted(project) == {("Köln", "LOC"): (1, 0)}
    project.delete_documents([first])
    assert counted(project) == {}


def told(document, language, labels, seen, sources, *, progress):
    return [(each.text, each.label) for each in seen]


def test_prepare_sees_decisions_of_another_process(project):
    first = add_article(project, "eins", TEXT)
    document = project.read.document(first)

    def prepared() -> object:
        return prepare_here(told, project.path, frozenset(), document, "de", (), (), progress=no_progress)

    assert prepared() == []
    project.do(edits.add(span(first, "Köln", "LOC")))
    assert prepared() == [("Köln", "LOC")]


BANKS = "Die Analysten von Jefferies sehen wenig Spielraum. Das teilte Jefferies am Montag in Frankfurt mit."


def suggested(project, article):
    sources = [info for info in available().sources if info.name != "claims"]
    document, labels = project.read.document(article), ("PER", "ORG", "LOC")
    found = prepare_here(prepare, project.path, frozenset(), document, "de", labels, sources, progress=no_progress)
    every = [one for result in found.results for one in result.suggestions]
    return [(one.label, tier_of(one.score), one.rule) for one in every if one.quote(document.text) == "Jefferies"]


def test_label_counts_in_the_next_article_until_undone(project):
    first, second = add_article(project, "Banken im Blick", BANKS), add_article(project, "zwei", BANKS + " Punkt.")
    project.do(edits.add(span(first, "Jefferies", "PER", text=BANKS)))
    because = "seen 1 time: Banken im Blick"
    assert suggested(project, second) == [("PER", Tier.SURE, because)] * 2
    project.undo(first)
    assert because not in {rule for _, _, rule in suggested(project, second)}


FIRMS = ("Norvik", "Baltor", "Kemdan", "Teslux", "Solvan", "Dorvan", "Ravox", "Hansil", "Vestrum", "Quin\tTal")
PARTS = " ".join(f"Die {firm}-Fabrik brennt." for firm in FIRMS)


def test_convention_counts_in_the_next_article_until_undone(project):
    first, second = add_article(project, "Brände", PARTS), add_article(project, "zwei", "Ein Norvik-Vorstand klagt.")
    for firm in FIRMS:
        project.do(edits.add(span(first, firm, "ORG", text=PARTS, attributes={"part_of_word": "part"})))

    def found():
        document = project.read.document(second)
        sources = [info for info in available().sources if info.kind is SourceKind.SEEN]
        every = prepare_here(
            prepare, project.path, frozenset(), document, "de", ("ORG",), sources, progress=no_progress
        )
        (answer,) = every.results
        return [(one.quote(document.text), tier_of(one.score), one.rule) for one in answer.suggestions]

    assert found() == [("Norvik", Tier.SURE, "like Quin Tal-Fabrik 10 times: Brände")]
    project.undo(first)
    assert found() == [("Norvik", Tier.DOUBTFUL, "like Vestrum-Fabrik 9 times: Brände")]
