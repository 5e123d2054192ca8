"""Adjudication in a real project file."""

import pytest

from annotator.corpus.article import Article
from annotator.editing import edits
from annotator.editing.edits import Change, Edit, EditKind
from annotator.editing.log.replaying import replayed
from annotator.jobs.exporting.export_files import Request, chosen_documents
from annotator.jobs.merging import copies_merged
from annotator.jobs.team import adjudicating
from annotator.model.values import GOLD, Assignment, DocumentState, Settled, Span, State
from annotator.project.project import Project
from annotator.quality.asked_article import SchemaFacts
from annotator.quality.outvoted import confirmed
from annotator.quality.outvoted import outvoted as outvoted_of
from annotator.quality.settling import as_edit
from annotator.quality.strategies import parse
from annotator.system.errors import AnnotatorError
from tests.annotator.made import TEXT, claim, make_project, span


@pytest.fixture
def project(tmp_path):
    made = make_project(tmp_path, annotator="chris")
    yield made
    made.close()


def article(project, number):
    made = Article(name=str(number), title=f"Nr. {number}", text=f"{TEXT}\n\nNr. {number}.", language="de")
    return project.add_articles([made]).ids[0]


def by(project, annotator, document, *labelled, done=True):
    """Label an article as another annotator, then switch back to Chris."""
    project.set_annotator(annotator)
    rows = [span(document, words, label, annotator=annotator) for words, label in labelled]
    if rows:
        project.do(edits.add(rows))
    if done:
        project.do(edits.set_state(None, document, State.DONE, annotator=annotator))
    project.set_annotator("chris")


@pytest.fixture
def team(project):
    """Two articles: three people and two disagreements in one, two people who agree in the other."""
    first, second = article(project, 1), article(project, 2)
    by(project, "anna", first, ("Kürzlich", "PER"), ("Köln", "LOC"), ("EU-Kommission", "ORG"))
    by(project, "ben", first, ("Kürzlich", "PER"), ("Köln", "ORG"), ("EU-Kommission", "ORG"))
    by(project, "eva", first, ("Kürzlich", "PER"), ("Köln", "LOC"))
    by(project, "anna", second, ("Köln", "LOC"))
    by(project, "ben", second, ("Köln", "LOC"))
    return project


def of_first(project):
    first = adjudicating.articles(project)[0]
    rows, facts = project.read.annotated(first, None), SchemaFacts.of_schema(project.schema)
    found = adjudicating.adjudication(rows, project.read.settled(first), facts)
    assert found is not None
    return found


def gold(project, document):
    rows = project.read.annotated(document, GOLD)
    return sorted((row.quote(rows.document.text), row.label) for row in rows.spans), [str(s.state) for s in rows.states]


def test_rule_says_beforehand_what_it_settles(team):
    told = adjudicating.adjudicate(team, parse("most"), dry_run=True)
    assert (told.articles, told.unanimous, told.settles, told.disagreements) == (2, 2, 2, 2)
    assert adjudicating.adjudicate(team, parse("unanimous"), dry_run=True).left == 2
    assert gold(team, adjudicating.articles(team)[0]) == ([], [])


def test_gold_rows_belong_to_gold_and_the_step_to_the_person(team):
    first, second = adjudicating.articles(team)
    adjudicating.adjudicate(team, parse("most"))
    assert gold(team, first) == ([("EU-Kommission", "ORG"), ("Köln", "LOC"), ("Kürzlich", "PER")], ["done"])
    assert gold(team, second) == ([("Köln", "LOC")], ["done"])
    step = team.next_undo(first)
    assert (step.kind, step.annotator) == (EditKind.ADJUDICATE, "chris")
    assert adjudicating.adjudicate(team, parse("most")).disagreements == 0


def test_undo_takes_gold_answers_and_state_back(team):
    first, _ = adjudicating.articles(team)
    adjudicating.adjudicate(team, parse("most"))
    team.undo(first)
    assert gold(team, first) == ([], [])
    assert team.read.settled(first) == []
    team.redo(first)
    assert len(gold(team, first)[0]) == 3


def test_partly_settled_article_resumes_and_is_done_at_the_end(team):
    first, _ = adjudicating.articles(team)
    adjudicating.adjudicate(team, parse("unanimous"))
    assert gold(team, first) == ([("Kürzlich", "PER")], [])
    one = of_first(team)
    assert [question.start for question in one.open()] == [TEXT.index("Köln"), TEXT.index("EU-K")]
    for question in one.open():
        changes = [*one.choose(question, 0, by="chris"), *one.finished()]
        team.do(as_edit(changes, by="chris"))
    assert gold(team, first)[1] == ["done"]
    assert of_first(team).open() == []
    assert [row.open for row in adjudicating.waiting(team)] == [0, 0]


def test_rule_is_compared_with_answers_of_people(team):
    one = of_first(team)
    team.do(as_edit(adjudicating.begun(one, by="chris"), by="chris"))
    team.do(as_edit(one.choose(one.open()[0], 1, by="chris"), by="chris"))
    told = adjudicating.adjudicate(team, parse("most"), dry_run=True)
    assert (told.compared, told.agrees, told.settles) == (1, 0, 1)


def test_nobody_adjudicates_an_article_open_to_them(team):
    first, _ = adjudicating.articles(team)
    by(team, "chris", first, ("Köln", "LOC"), done=False)
    told = adjudicating.adjudicate(team, parse("most"))
    assert (told.own, told.articles) == (1, 1)
    assert gold(team, first) == ([], [])
    assert [row.is_mine for row in adjudicating.waiting(team)] == [True, False]


def test_unknown_person_is_refused(team):
    with pytest.raises(AnnotatorError) as caught:
        adjudicating.adjudicate(team, parse("person:nobody"))
    assert caught.value.code == "store.no_annotator"


def test_replay_rebuilds_gold_and_answers(team):
    adjudicating.adjudicate(team, parse("most"))
    found = replayed(team.read.log.whole())
    ids = adjudicating.articles(team)
    settled = {row.id: row for row in found.rows.values() if isinstance(row, Settled)}
    assert settled == {row.id: row for id_ in ids for row in team.read.settled(id_)}
    assert len([row for row in found.rows.values() if isinstance(row, Span) and row.annotator == GOLD]) == 4
    assert len([r for r in found.rows.values() if isinstance(r, DocumentState) and r.annotator == GOLD]) == 2


def test_answers_come_back_with_a_merge_and_only_once(team, tmp_path):
    copy = tmp_path / "copy.spanwright"
    team.copy_to(copy)
    with_answers = Project.open(copy)
    with_answers.set_annotator("dora")
    adjudicating.adjudicate(with_answers, parse("most"))
    with_answers.close()
    first, _ = adjudicating.articles(team)
    assert copies_merged.merge(team, [copy]).edits > 0
    assert len(gold(team, first)[0]) == 3
    assert len(team.read.settled(first)) == 3
    assert copies_merged.merge(team, [copy]).edits == 0


def test_merged_labels_reopen_only_what_changed(team, tmp_path):
    first, _ = adjudicating.articles(team)
    copy = tmp_path / "copy.spanwright"
    team.copy_to(copy)
    other = Project.open(copy)
    by(other, "zoe", first, ("Kürzlich", "PER"), ("Köln", "PER"))
    other.close()
    adjudicating.adjudicate(team, parse("most"))
    copies_merged.merge(team, [copy])
    open_ = [question.start for question in of_first(team).open() if len(question.ballots) > 1]
    assert open_ == [TEXT.index("Köln"), TEXT.index("EU-K")]
    told = adjudicating.adjudicate(team, parse("most"))
    assert (told.settles, told.left) == (1, 1)
    assert gold(team, first)[1] == ["open"]


@pytest.fixture
def outvoted(team, tmp_path):
    """The team's answers by hand, all for the majority; two more packages then make "Köln" an organisation."""
    first, _ = adjudicating.articles(team)
    copy = tmp_path / "copy.spanwright"
    team.copy_to(copy)
    other = Project.open(copy)
    for name in ("yan", "zoe"):
        by(other, name, first, ("Kürzlich", "PER"), ("Köln", "ORG"), ("EU-Kommission", "ORG"))
    other.close()
    one = of_first(team)
    team.do(as_edit(adjudicating.begun(one, by="chris"), by="chris"))
    for question in one.open():
        team.do(as_edit([*one.choose(question, 0, by="chris"), *one.finished()], by="chris"))
    assert [row.outvoted for row in adjudicating.waiting(team)] == [0, 0]
    copies_merged.merge(team, [copy])
    return team


def lost(project):
    return outvoted_of(of_first(project), project.read.log.newcomers(adjudicating.articles(project)[0]))


def test_merge_tells_which_answers_lost_their_majority(outvoted):
    assert [(row.open, row.outvoted) for row in adjudicating.waiting(outvoted)] == [(0, 1), (0, 0)]
    (question,) = lost(outvoted)
    assert question.start == TEXT.index("Köln")
    assert gold(outvoted, adjudicating.articles(outvoted)[0])[0][1] == ("Köln", "LOC"), "a person decided it"


def test_confirmed_answer_is_told_again_only_after_new_votes(outvoted):
    one = of_first(outvoted)
    (question,) = lost(outvoted)
    outvoted.do(as_edit(confirmed(one, question, by="chris"), by="chris"))
    assert lost(outvoted) == []
    first, _ = adjudicating.articles(outvoted)
    by(outvoted, "xia", first, ("Kürzlich", "PER"), ("Köln", "ORG"), ("EU-Kommission", "ORG"))
    assert len(lost(outvoted)) == 1


def test_next_article_is_gold_that_is_asked_again(outvoted):
    first, second = adjudicating.articles(outvoted)
    assert adjudicating.following(outvoted, first, "chris") == second
    assert adjudicating.following(outvoted, second, "chris") == first
    one = of_first(outvoted)
    outvoted.do(as_edit(confirmed(one, lost(outvoted)[0], by="chris"), by="chris"))
    assert adjudicating.following(outvoted, second, "chris") is None


def test_next_article_is_never_one_open_to_oneself(team):
    first, second = adjudicating.articles(team)
    by(team, "chris", first, ("Köln", "LOC"), done=False)
    assert adjudicating.following(team, second, "chris") is None
    assert adjudicating.following(team, second, "dora") == first


def test_answer_against_the_majority_is_not_told(team, tmp_path):
    first, _ = adjudicating.articles(team)
    copy = tmp_path / "copy.spanwright"
    team.copy_to(copy)
    other = Project.open(copy)
    by(other, "zoe", first, ("Kürzlich", "PER"), ("Köln", "LOC"), ("EU-Kommission", "ORG"))
    other.close()
    one = of_first(team)
    team.do(as_edit(adjudicating.begun(one, by="chris"), by="chris"))
    for question in one.open():
        team.do(as_edit(one.choose(question, len(question.ballots) - 1, by="chris"), by="chris"))
    copies_merged.merge(team, [copy])
    assert lost(team) == []


def test_gold_can_be_exported_alone(team):
    adjudicating.adjudicate(team, parse("most"))
    request = Request(format="jsonl", annotator=GOLD, done_only=True)
    assert [len(each.spans) for each in chosen_documents(team, request)] == [3, 1]


def test_gold_leaves_out_articles_without_gold(team):
    article(team, 3)
    adjudicating.adjudicate(team, parse("unanimous"))
    request = Request(format="jsonl", annotator=GOLD)
    assert [each.document.title for each in chosen_documents(team, request)] == ["Nr. 2"]


@pytest.mark.parametrize("name", ["gold", "import"])
def test_reserved_names_are_refused(project, name):
    for refused in (project.set_annotator, project.decide_as):
        with pytest.raises(AnnotatorError) as caught:
            refused(name)
        assert caught.value.code == "store.reserved"


def test_gold_moved_by_hand_keeps_its_answer(team):
    first, _ = adjudicating.articles(team)
    adjudicating.adjudicate(team, parse("most"))
    row = team.read.annotated(first, GOLD).spans[0]
    team.do(edits.move(row, ((row.start, row.end - 1),), annotator="chris"))
    assert of_first(team).open() == []
    (moved,) = (span for span in team.read.annotated(first, GOLD).spans if span.id == row.id)
    assert (moved.parts, moved.origin.changed) == (((row.start, row.end - 1),), True)


def test_article_dealt_to_oneself_is_open_until_done(team):
    first, _ = adjudicating.articles(team)
    team.do(
        Edit(
            kind=EditKind.ASSIGN,
            annotator="chris",
            changes=(Change(after=Assignment(document=first, annotator="chris")),),
        )
    )
    assert [row.is_mine for row in adjudicating.waiting(team)] == [True, False]
    with pytest.raises(AnnotatorError) as caught:
        adjudicating.beginning(team, first, "chris")
    assert caught.value.code == "adjudicate.still_open"
    team.do(edits.set_state(None, first, State.DONE, annotator="chris"))
    assert adjudicating.beginning(team, first, "chris").one is not None


def test_rule_settles_all_articles_in_one_step(team):
    told, edit = adjudicating.by_rule(team.path, "most", "chris")
    assert (told.settles, told.unanimous) == (2, 2)
    first, second = adjudicating.articles(team)
    team.do(edit)
    assert gold(team, first)[1] == gold(team, second)[1] == ["done"]
    team.undo(second)
    assert gold(team, first) == ([], [])


def test_open_questions_count_fields_of_agreed_labels(project):
    first = article(project, 1)
    for who, kind in (("anna", "fact_claim"), ("ben", "opinion")):
        project.set_annotator(who)
        project.do(edits.add([claim(first, "Kürzlich", annotator=who, attributes={"kind": kind})]))
        project.do(edits.set_state(None, first, State.DONE, annotator=who))
    project.set_annotator("chris")
    one = adjudicating.beginning(project, first, "chris").one
    assert one is not None
    assert [row.open for row in adjudicating.waiting(project)] == [len(one.open())] == [1]
