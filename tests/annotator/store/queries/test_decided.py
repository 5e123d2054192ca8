"""Decisions about suggestions, read from the file."""

from dataclasses import replace
from time import thread_time

from annotator.editing import edits
from annotator.editing.accepted_spans import looked
from annotator.editing.edits import Change, Edit, EditKind
from annotator.model.values import Acceptance, Span, Suggestion, SuggestionState, new_id
from annotator.store.queries.decided import DecidedSuggestion
from tests.annotator.made import add_article, span, suggestion


def test_decision_has_its_time_and_the_present_label(project, document):
    project.put_suggestions(document, "de_news", [suggestion(document, "Köln", score=0.5)], version="1")
    (suggested,) = project.read.suggestions(document)
    edit = edits.accept([suggested], [], annotator="anna")
    project.do(edit)
    assert project.read.decided.suggestions("de_news") == [
        DecidedSuggestion("entities", "LOC", 0.5, "accepted", True, True, edit.when, 1, 0, Acceptance.LOOKED)
    ]
    assert project.read.decided.suggestions("seen") == []


def _ways(project):
    found = project.read.decided.suggestions("de_news")
    return {(each.label, each.state): each.acceptance for each in found}


def test_acceptance_by_sight_stays_so_after_correction(project, document):
    asked = [suggestion(document, "Köln"), suggestion(document, "EU", "ORG"), suggestion(document, "line", "PER")]
    project.put_suggestions(document, "de_news", asked, version="1")
    edit = edits.accept(project.read.suggestions(document), [], annotator="anna", acceptance=Acceptance.SIGHT)
    project.do(edit)
    place, firm, person = sorted((c.after for c in edit.changes if isinstance(c.after, Span)), key=lambda s: s.label)
    assert [place.label, firm.label, person.label] == ["LOC", "ORG", "PER"]
    project.do(edits.relabel(firm, "entities", "MISC", annotator="anna"))
    project.do(Edit(kind=EditKind.LOOK, annotator="anna", changes=(Change(before=person, after=looked(person)),)))
    by_sight = dict.fromkeys([("LOC", "accepted"), ("ORG", "accepted")], Acceptance.SIGHT)
    assert _ways(project) == {**by_sight, ("PER", "accepted"): Acceptance.LOOKED}
    project.timeline.undo(document)
    assert set(_ways(project).values()) == {Acceptance.SIGHT}


def test_rejections_together_are_by_sight(project, document):
    asked = [suggestion(document, "Köln"), suggestion(document, "EU", "ORG"), suggestion(document, "line", "PER")]
    project.put_suggestions(document, "de_news", asked, version="1")
    first, *others = project.read.suggestions(document, SuggestionState.PENDING)
    project.do(edits.reject([first], annotator="anna"))
    project.do(edits.reject(others, annotator="anna"))
    ways = _ways(project)
    assert ways.pop((first.label, "rejected")) is Acceptance.LOOKED
    assert list(ways.values()) == 2 * [Acceptance.SIGHT]


def test_older_acceptance_is_unknown(project, document):
    project.put_suggestions(document, "de_news", [suggestion(document, "Köln")], version="1")
    edit = edits.accept(project.read.suggestions(document), [], annotator="anna")
    (made,) = (change.after for change in edit.changes if isinstance(change.after, Span))
    older = replace(made, origin=replace(made.origin, acceptance=None))
    project.do(replace(edit, changes=(edit.changes[0], edits.Change(after=older))))
    assert _ways(project) == {("LOC", "accepted"): None}


def test_documents_with_pending_suggestions_are_waiting(project, document):
    project.put_suggestions(document, "de_news", [suggestion(document, "Köln")], version="1")
    assert project.read.decided.documents_waiting("de_news") == [document]
    assert project.read.decided.pending("de_news") == {("entities", "LOC"): 1}
    project.do(edits.reject(project.read.suggestions(document), annotator="anna"))
    assert project.read.decided.documents_waiting("de_news") == []


def test_time_by_hand_counts_single_labels_only(project, document):
    project.do(replace(edits.add(span(document, "Köln")), milliseconds=2_000))
    project.do(replace(edits.add([span(document, "EU", "ORG"), span(document, "line", "PER")]), milliseconds=9_000))
    project.timeline.undo(document)
    project.timeline.redo(document)
    assert project.read.decided.by_hand() == [("entities", 2_000)]


def test_decided_is_fast_with_thousands_of_labels(project):
    count, step = 8_000, len("Köln Bonn ")
    long = add_article(project, "lang", "Köln Bonn " * count)
    proposed = [
        Suggestion(
            id=new_id(),
            document=long,
            layer="entities",
            label="LOC",
            parts=((n * step, n * step + 4),),
            source="de_news",
            version="1",
        )
        for n in range(count)
    ]
    project.put_suggestions(long, "de_news", proposed, version="1")
    by_hand = [
        Span(
            id=new_id(),
            document=long,
            layer="entities",
            label="LOC",
            parts=((n * step + 5, n * step + 9),),
            annotator="anna",
        )
        for n in range(count)
    ]
    project.do(edits.add(by_hand))
    project.do(edits.accept(proposed, [], annotator="anna"))
    before = thread_time()
    assert len(project.read.decided.suggestions("de_news")) == count
    assert project.read.decided.missed("de_news", None) == {("entities", "LOC"): count}
    assert thread_time() - before < 2, "a tenth of that is usual; each beside each takes many times that"


def named(project, learnt=()):
    return [row[:7] + row[8:] for row in project.read.decided.names("anna", learnt)]


def test_names_are_counted_by_article_the_latest_first(project):
    text = {title: f"{title}: in Köln" for title in ("eins", "zwei")}
    first, second = (add_article(project, *each) for each in text.items())
    project.do(edits.add(span(second, "Köln", "LOC", text=text["zwei"])))
    project.do(edits.add(span(first, "Köln", "ORG", text=text["eins"])))
    assert named(project, [("entities", second)]) == [
        ("Köln", "entities", "ORG", 1, 0, 0, 0, "eins", '["eins: in "]'),
        ("Köln", "entities", "LOC", 1, 0, 0, 1, "zwei", '["zwei: in "]'),
    ]


def test_meaning_of_a_rejection_depends_on_labels_there(project, document):
    rows = [suggestion(document, quote) for quote in ("EU", "Köln", "line")]
    project.put_suggestions(document, "de_news", rows)
    project.do(edits.reject(project.read.suggestions(document), annotator="anna"))
    project.do(edits.add([span(document, "Köln", "ORG")]))
    found = {row[0] + row[2]: row[3:6] for row in named(project)}
    assert found == {"EULOC": (0, 1, 0), "KölnORG": (1, 0, 0), "KölnLOC": (0, 0, 1), "lineLOC": (0, 1, 0)}


def test_rejection_within_a_longer_label_says_nothing(project):
    text = "In New York regnet es."
    article = add_article(project, "eins", text)
    project.put_suggestions(article, "de_news", [suggestion(article, "York", text=text)])
    project.do(edits.reject(project.read.suggestions(article), annotator="anna"))
    project.do(edits.add(span(article, "New York", text=text)))
    assert [row[0] for row in named(project)] == ["New York"]


def test_names_are_fast_with_thousands_of_labels(project):
    count, step = 8_000, len("Köln Bonn ")
    long = add_article(project, "eins", "Köln Bonn " * count)
    rows = [
        Span(
            id=new_id(),
            document=long,
            layer="entities",
            label="LOC",
            parts=((n * step, n * step + 4),),
            annotator="anna",
        )
        for n in range(count)
    ]
    project.do(edits.add(rows))
    before = thread_time()
    assert [row[3] for row in named(project)] == [count]
    assert thread_time() - before < 1
