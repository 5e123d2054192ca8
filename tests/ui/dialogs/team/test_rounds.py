"""Re-tests and practice in a real window: written, labelled in their package, and shown to the lead."""

from contextlib import closing

import pytest
from PySide6.QtCore import Qt

from annotator.corpus.article import Article
from annotator.editing import edits
from annotator.editing.edits import Change, Edit, EditKind
from annotator.jobs.merging import copies_merged
from annotator.jobs.team import packing, practising
from annotator.model.values import ENTITIES, GOLD, DocumentState, Span, State, new_id
from annotator.project.project import Project
from annotator.store.reader import DocumentQuery
from tests.ui.opened import new_project
from tests.ui.tables import cells
from ui.dialogs.team.round_dialog import PracticeDialog, RetestDialog
from ui.numbers.person_window import PersonWindow
from ui.numbers.practice_window import PracticeWindow

TEXT = "Nr. {number} 🎈: Die Werft in Köln gehört der Nordwerft, sagt Ida Sommer."


def labelled(text, document, annotator, *rows):
    for words, label in rows:
        start = text.index(words)
        parts = ((start, start + len(words)),)
        yield Span(id=new_id(), document=document, layer=ENTITIES, label=label, parts=parts, annotator=annotator)


@pytest.fixture
def lead_path(tmp_path):
    """Four articles that Anna finished, with gold that differs in one label each."""
    with closing(new_project(tmp_path / "Werft")) as project:
        texts = [TEXT.format(number=number) for number in range(4)]
        articles = [Article(title=f"Artikel {at}", text=text, language="de") for at, text in enumerate(texts)]
        for id_ in project.add_articles(articles).ids:
            text = project.read.text(id_)
            own = labelled(text, id_, "anna", ("Köln", "LOC"), ("Ida Sommer", "PER"))
            project.do(edits.add(list(own)))
            project.do(edits.set_state(None, id_, State.DONE, annotator="anna"))
            gold = labelled(text, id_, GOLD, ("Köln", "LOC"), ("Nordwerft", "ORG"), ("Ida Sommer", "PER"))
            rows = (*gold, DocumentState(document=id_, annotator=GOLD, state=State.DONE))
            changes = tuple(Change(after=row) for row in rows)
            project.do(Edit(kind=EditKind.ADJUDICATE, annotator="anna", changes=changes))
        return project.path


@pytest.fixture
def practice_path(lead_path, tmp_path):
    with closing(Project.open(lead_path)) as project:
        made = practising.write(project, tmp_path / "out", "Max", 2, 70)
        packing.record(project, made)
    return made[0].path


def triggered(window, action, kind):
    window.actions_by_id[action].trigger()
    return window.findChild(kind)


def test_retest_is_written_for_old_articles_only(make_window, qtbot, lead_path, tmp_path):
    window = make_window(lead_path)
    dialog = triggered(window, "team.retest", RetestDialog)
    qtbot.waitUntil(lambda: dialog.line.words == "No article was finished long enough ago.", timeout=30_000)
    assert not dialog.ok.isEnabled()
    dialog.after.setValue(0)
    dialog.number.setValue(3)
    qtbot.waitUntil(lambda: dialog.line.words == "3 of 4 articles can be drawn.", timeout=30_000)
    dialog.folder.setText(str(tmp_path / "out"))
    with qtbot.waitSignal(dialog.written, timeout=30_000):
        qtbot.mouseClick(dialog.ok, Qt.MouseButton.LeftButton)
    with closing(Project.open(tmp_path / "out" / "anna~2.spanwright")) as package:
        assert package.packed is not None
        assert package.packed.purpose == "retest"
    assert window.messages.words.startswith("Package written: ")
    assert window.session.project.read.assigned.rounds() == ["anna~2"]


def test_practice_is_written_for_somebody_new(make_window, qtbot, lead_path, tmp_path):
    window = make_window(lead_path)
    dialog = triggered(window, "team.practice", PracticeDialog)
    assert (dialog.by.currentText(), dialog.mark.value()) == ("gold", 80)
    dialog.person.setEditText("Max")
    qtbot.waitUntil(lambda: dialog.line.words == "4 of 4 articles can be drawn.", timeout=30_000)
    dialog.folder.setText(str(tmp_path / "out"))
    with qtbot.waitSignal(dialog.written, timeout=30_000):
        dialog.accept()
    with closing(Project.open(tmp_path / "out" / "Max~2.spanwright")) as package:
        assert package.packed is not None
        assert package.packed.purpose == "practice"


def test_unusable_name_is_a_sentence_in_the_dialog(make_window, qtbot, lead_path):
    window = make_window(lead_path)
    dialog = triggered(window, "team.practice", PracticeDialog)
    dialog.person.setEditText("M" * 200)
    qtbot.waitUntil(dialog.ok.isEnabled, timeout=30_000)
    dialog.accept()
    qtbot.waitUntil(lambda: "cannot be used" in dialog.line.words, timeout=30_000)
    dialog.reject()


def test_done_shows_differences_from_the_answers(make_window, qtbot, practice_path):
    window = make_window(practice_path)
    session = window.session
    session.open_document(session.project.read.document_ids(DocumentQuery(annotator=None))[0])
    opened = session.opened
    assert not session.project.read.annotated(opened.document.id, None).spans
    own = labelled(opened.document.text, opened.document.id, session.project.annotator, ("Köln", "LOC"))
    session.do(edits.add(list(own)))
    document = opened.document.id
    window.steps.finish()
    made = window.findChild(PracticeWindow)
    qtbot.waitUntil(lambda: bool(made.articles.rows.shown), timeout=30_000)
    assert made.sentence.text() == (
        "Agreement with the answers so far: 50 out of 100 (1 of 2 articles); pass mark: 70."
    )
    assert cells(made.places) == [
        ("Nordwerft", "no label", "Organisation"),
        ("Ida Sommer", "no label", "Person"),
    ]
    assert made.guideline.text().startswith("Organisation: ")
    header = made.articles.horizontalHeader()
    assert header.sectionSize(1) >= header.sectionSizeFromContents(1).width()
    with qtbot.waitSignal(made.jump_wanted):
        made.places.clicked.emit(made.places.model().index(0, 0))
    assert session.opened.document.id == document
    assert window.aim.selection() == (made.places.rows.shown[0].start, made.places.rows.shown[0].end)


def test_lead_sees_practice_and_person_over_time(make_window, qtbot, lead_path, practice_path):
    with closing(Project.open(practice_path)) as package:
        for id_ in package.read.document_ids(DocumentQuery(annotator=None)):
            text = package.read.text(id_)
            package.do(edits.add(list(labelled(text, id_, package.annotator, ("Köln", "LOC"), ("Nordwerft", "ORG")))))
            package.do(edits.set_state(None, id_, State.DONE, annotator=package.annotator))
    with closing(Project.open(lead_path)) as project:
        copies_merged.merge(project, [practice_path])
    window = make_window(lead_path)
    made = triggered(window, "team.person", PersonWindow)
    qtbot.waitUntil(lambda: "gold" in made.sentence.text(), timeout=30_000)
    assert made.sentence.text() == "Agreement with gold: 80 out of 100."
    assert [row[:2] for row in cells(made.labels)] == [("Place", "100"), ("Person", "100"), ("Organisation", "0")]
    assert made.chart.chart.bars[0].amounts == (pytest.approx(80), None)
    assert cells(made.practice) == []
    made.show_person("Max")
    qtbot.waitUntil(lambda: bool(cells(made.practice)), timeout=30_000)
    assert cells(made.practice) == [("Max~2", "2 of 2", "80", "70", "passed")]
    made.close()
    dialog = triggered(window, "team.practice", PracticeDialog)
    qtbot.waitUntil(lambda: bool(cells(dialog.earlier)), timeout=30_000)
    assert cells(dialog.earlier) == [("Max~2", "2 of 2", "80", "70", "passed")]
    dialog.reject()


def test_person_window_begins_with_somebody_who_finished(make_window, lead_path):
    with closing(Project.open(lead_path)) as project:
        finished = {name for name, state, _ in project.read.counts.states(None) if state == State.DONE} - {GOLD}
        project.set_annotator("Zoe")
    window = make_window(lead_path)
    assert triggered(window, "team.person", PersonWindow).people.currentData() == min(finished)


def test_person_window_without_labels_says_what_will_appear(window):
    made = triggered(window, "team.person", PersonWindow)
    assert made.sentence.text() == "Nobody has labelled anything yet."
    assert made.chart.chart.empty.startswith("Agreement will appear here")
    assert not any(part.isVisible() for part in (made.people, made.every, made.layers, made.tabs))
