"""Earlier decisions in the form in which sources receive them."""

from contextlib import closing

from annotator.editing import edits
from annotator.jobs.suggesting.wanted_sources import labels_of, prepare_here, seen_here, sources_here
from annotator.model import schema_file
from annotator.model.values import CLAIMS, ENTITIES, State
from annotator.processes.worker import no_progress
from annotator.project.project import Project
from annotator.suggest.adapter.shelf import base_of
from annotator.suggest.sources.registry import available
from annotator.suggest.sources.source import SourceKind
from annotator.suggest.tiers import Tier, tier_of
from annotator.suggest.work import prepare
from tests.annotator.made import OTHER, OWN_NAMES, TEXT, add_article, renamed, span


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


KIRCHNER = "Ida Kirchner leitet das Museum in Bremen. Kirchner sammelt Uhren. Kirchner sagte, dass es wachse."


def suggested_names(project, article):
    """Return what is suggested in an article, and for each claim whose it is."""
    document, sources = project.read.document(article), sources_here(project, available().sources).asked
    labels = labels_of(project.schema)
    found = prepare_here(prepare, project.path, frozenset(), document, "de", labels, sources, progress=no_progress)
    every = [one for result in found.results for one in result.suggestions]
    names = [(one.label, one.quote(document.text)) for one in every if one.layer == ENTITIES]
    ends = [r for one in every if one.layer == CLAIMS for r in one.relations if r.label == "claimant"]
    return names, [(r.tail_label, document.text[slice(*r.parts[0])]) for r in ends]


def test_own_labels_are_suggested_like_ours(tmp_path):
    schema = renamed(schema_file.load("news"), **OWN_NAMES)
    with closing(Project.create(tmp_path / "Eigene", schema=schema, annotator="anna")) as project:
        names, claimants = suggested_names(project, add_article(project, "eins", KIRCHNER))
    assert names == [("Person", "Ida Kirchner"), ("Ort", "Bremen"), ("Person", "Kirchner"), ("Person", "Kirchner")]
    assert claimants == [("Person", "Kirchner")]


def due(project, sources):
    return project.read.asking.documents([(info.name, info.version, info.language) for info in sources])


def test_articles_read_with_older_roles_are_due_once(tmp_path):
    shipped = available().sources
    with closing(Project.create(tmp_path / "GE", schema=schema_file.load("germeval"), annotator="anna")) as project:
        first, second = add_article(project, "eins", TEXT), add_article(project, "zwei", OTHER)
        for document in (first, second):
            for info in shipped:
                project.put_suggestions(document, info.name, [], version=info.version)
        project.do(edits.set_state(None, second, State.DONE, annotator="anna"))
        here = sources_here(project, shipped).asked
        asked = [(info.name, info.version, info.language) for info in here]
        assert due(project, shipped) == []
        finding = project.read.asking.finding(asked, finished_by="anna")
        assert run_to_end(finding) == [first], "the finished article stays as it is"
        for info in here:
            project.put_suggestions(first, info.name, [], version=info.version)
            project.put_suggestions(second, info.name, [], version=info.version)
        assert due(project, here) == []


def run_to_end(steps):
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value


def test_projects_with_our_labels_are_not_read_again(project):
    assert sources_here(project, available().sources).every == available().sources


def test_roles_keep_what_a_model_has_learnt(tmp_path):
    shipped = available().sources
    with closing(Project.create(tmp_path / "GE", schema=schema_file.load("germeval"), annotator="anna")) as project:
        here = sources_here(project, shipped).every
    assert [info.version for info in here] != [info.version for info in shipped]
    assert [base_of(info) for info in here] == [base_of(info) for info in shipped]
