"""Articles are added in slices: adding can be cancelled until they are stored, then it is finished."""

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from annotator.corpus.article import Article, ReadingChoices
from annotator.corpus.reader_table import FileRead
from annotator.jobs.importing import import_read
from annotator.jobs.importing.import_read import Incoming, joined
from annotator.store.reader import DocumentQuery
from annotator.system.errors import TextError
from annotator.text.normalization import fingerprint
from tests.annotator.made import span
from tests.ui.at_once import reading
from tests.ui.opened import TEXT, open_article
from ui.base.settings import Settings
from ui.deciding.edit_names import edit_name
from ui.dialogs.importing.import_dialog import ImportDialog
from ui.dialogs.importing.import_reading import FaultList, ReadRequest

ARTICLE = Article(title="Eins", text="Über Köln 🎈", name="eins.txt")
FILES = 20_000
HOW: dict[str, Any] = {"exclude_furniture": False, "as_suggestions": False, "carry": False, "supersede": False}


@pytest.fixture
def session(tmp_path):
    made, _ = open_article(tmp_path)
    yield made
    made.close_project()


@pytest.fixture
def listed(session):
    """A list that receives the number of articles each time the article list is updated."""
    counts: list[int] = []
    session.documents_changed.connect(lambda: counts.append(len(documents(session))))
    return counts


@pytest.fixture
def dialog(session, listed, qtbot):
    made = ImportDialog(session, reading(session), Settings())
    qtbot.addWidget(made)
    made.open()
    session.project_closed.connect(made.reject)
    prints = frozenset({fingerprint(ARTICLE.text)})
    whole = tuple(FileRead(digest=f"{n:064}", prints=prints) for n in range(FILES))
    made.reading.add(Incoming(articles=(ARTICLE,), whole=whole), **HOW)
    return made


def documents(session):
    return session.required().read.document_ids(DocumentQuery(annotator=None))


def test_dialog_stays_open_until_import_is_finished(session, dialog, qtbot):
    qtbot.waitUntil(lambda: dialog.reading.finishing)
    dialog.reject()
    assert dialog.isVisible()
    with qtbot.waitSignal(dialog.added, timeout=20_000) as said:
        assert dialog.reading.adding
    assert (len(said.args[0].ids), dialog.isVisible()) == (1, False)
    assert len(session.required().read.known_files()) == FILES


def test_progress_moves_nothing(session, qtbot):
    made = ImportDialog(session, reading(session), Settings())
    qtbot.addWidget(made)
    made.open()
    read, layout = made.findChild(QScrollArea, "importRead"), made.layout()
    assert read is not None
    assert layout is not None
    places = []
    for shown in (False, True):
        for part in (made.progress, made.halt):
            part.setVisible(shown)
        layout.activate()
        places.append(read.geometry())
    assert places[0] == places[1]


def test_articles_are_listed_once_stored(listed, dialog, qtbot):
    qtbot.waitUntil(lambda: dialog.reading.finishing)
    assert listed == [2]


def test_closing_project_closes_dialog_any_time(session, dialog, qtbot):
    qtbot.waitUntil(lambda: dialog.reading.finishing)
    session.close_project()
    assert not dialog.isVisible()
    assert not dialog.reading.adding


def test_cancelled_adding_adds_nothing(session, qtbot):
    made = ImportDialog(session, reading(session), Settings())
    qtbot.addWidget(made)
    made.open()
    before = documents(session)
    many = tuple(Article(title=f"Artikel {n}", text=f"Artikel {n} über Köln", name="viele.csv") for n in range(3000))
    made.reading.add(Incoming(articles=many), **HOW)
    assert made.reading.adding
    made.reject()
    assert not made.isVisible()
    assert documents(session) == before
    assert not session.required().timeline.busy


def test_labels_for_open_article_appear_and_undo(session, qtbot):
    project, document = session.required(), session.opened.document.id
    mine, theirs = (span(document, "Köln", annotator=name, text=TEXT) for name in (project.annotator, "bea"))
    record = replace(project.read.annotated(document, None), spans=(mine, theirs))
    made = ImportDialog(session, reading(session), Settings())
    qtbot.addWidget(made)
    made.open()
    with qtbot.waitSignal(made.added, timeout=20_000) as said:
        made.reading.add(Incoming(annotated=(record,)), **HOW)
    assert (said.args[0].ids, said.args[0].merged) == ((), 1)
    assert list(session.opened.spans) == [mine]
    assert project.read.annotated(document, "bea").spans == (theirs,)
    assert edit_name(session.next_undo(), project.schema, session.opened.document) == "labels from a file"
    assert session.undo()
    assert list(session.opened.spans) == []
    assert project.read.annotated(document, None).spans == ()


def test_replaced_article_is_shown_as_such_at_once(session, qtbot, tmp_path):
    """Later steps of the import can fail, and would leave the window with what the article was before."""
    text = " ".join(f"Satz {number} vom Deich." for number in range(90))
    old = Article(title="Deich", name="alt.txt", text=text)
    added = session.add_articles([old], exclude_furniture=False)
    session.open_document(added.ids[0])
    made = ImportDialog(session, reading(session), Settings())
    qtbot.addWidget(made)
    made.open()
    (tmp_path / "neu.txt").write_text(f"{text} Und einer mehr.", encoding="utf-8")
    incoming = import_read.read([tmp_path / "neu.txt"], project=session.required().path)
    prints = frozenset(fingerprint(article.text) for article in incoming.articles)
    many = tuple(FileRead(digest=f"{n:064}", prints=prints) for n in range(FILES))
    with qtbot.waitSignal(session.edited, timeout=20_000):
        made.reading.add(replace(incoming, whole=many), **HOW | {"supersede": True})
    assert made.reading.finishing
    assert session.opened.document == session.required().read.document(added.ids[0])
    assert session.opened.document.meta["replaced_by"]
    with qtbot.waitSignal(made.added, timeout=20_000) as said:
        assert made.reading.adding
    assert said.args[0].replaced == 1


def test_suggestions_for_open_article_appear(session, qtbot):
    project, document = session.required(), session.opened.document.id
    record = replace(project.read.annotated(document, None), spans=(span(document, "Köln", text=TEXT),))
    made = ImportDialog(session, reading(session), Settings())
    qtbot.addWidget(made)
    made.open()
    with qtbot.waitSignal(session.suggestions_changed, timeout=20_000):
        made.reading.add(Incoming(annotated=(record,)), **HOW | {"as_suggestions": True})
    assert [each.parts for each in session.opened.suggestions] == [record.spans[0].parts]
    qtbot.waitUntil(lambda: not made.reading.adding)


@pytest.fixture
def wanted_of(session, qtbot):
    """Return a dialog whose reader does what a test says, and the requests it received."""
    asked: list[ReadRequest] = []

    def make(*answers):
        left = list(answers)

        def read(wanted, *, given, done, failed, advanced):
            asked.append(wanted)
            given(left.pop(0))
            QTimer.singleShot(0, lambda: done(None))
            return lambda: None

        made = ImportDialog(session, read, Settings())
        qtbot.addWidget(made)
        made.open()
        return made, asked

    return make


def given_up(path):
    return Incoming(failures=((path, TextError("text.slow", file=path.name, seconds="30", count=1)),))


def test_given_up_file_is_tried_longer(qtbot, wanted_of, tmp_path):
    path = tmp_path / "zwei.warc"
    one = replace(ARTICLE, path=path)
    two = replace(ARTICLE, text="Noch ein Artikel.", path=path)
    dialog, asked = wanted_of(
        replace(given_up(path), articles=(one,)), Incoming(articles=(one, two)), Incoming(articles=(one, two))
    )
    dialog.read_paths([path])
    qtbot.waitUntil(dialog.longer.isVisible)
    assert "Reading zwei.warc was stopped: no article was finished within 30 seconds." in dialog.faults.item(0).text()
    qtbot.waitUntil(dialog.longer.isEnabled)
    dialog.longer.click()
    qtbot.waitUntil(lambda: len(dialog.model.articles) == 2)
    qtbot.waitUntil(dialog.longer.isHidden)
    assert (dialog.faults.count(), dialog.add.isEnabled()) == (0, True)
    dialog.article.asked.emit(path, ReadingChoices(encoding="cp1252"))
    assert [wanted.longer for wanted in asked] == [frozenset(), {path}, {path}], "it may take longer from now on"


def test_other_faults_cannot_be_tried_longer(qtbot, wanted_of, tmp_path):
    slow, broken = tmp_path / "a.pdf", tmp_path / "b.pdf"
    gone = Incoming(failures=((broken, TextError("text.nothing", file="b.pdf")),))
    dialog, _ = wanted_of(joined((gone, given_up(slow))))
    dialog.read_paths([tmp_path])
    qtbot.waitUntil(dialog.longer.isEnabled)
    assert dialog.faults.currentRow() == 1, "the one that can be is selected"
    dialog.faults.setCurrentRow(0)
    assert not dialog.longer.isEnabled()


def test_reader_bug_is_reported_and_logged(qtbot, wanted_of, tmp_path, caplog):
    error = TextError("text.bug", file="a.pdf", reason="KeyError: 1", trace="Traceback of the bug")
    dialog, _ = wanted_of(Incoming(failures=((tmp_path / "a.pdf", error),)))
    dialog.read_paths([tmp_path])
    qtbot.waitUntil(lambda: dialog.faults.count() == 1)
    assert "KeyError: 1. Please report it" in dialog.faults.item(0).text()
    assert "Traceback of the bug" in caplog.text
    assert dialog.longer.isHidden()


def test_fault_of_two_lines_is_not_cut(qtbot, tmp_path):
    dialog, faults = QWidget(), FaultList()
    qtbot.addWidget(dialog)
    QVBoxLayout(dialog).addWidget(faults)
    dialog.resize(300, 400)
    dialog.show()
    faults.show_faults(given_up(tmp_path / "Meldung vom 3. Mai.html"))
    qtbot.waitUntil(lambda: faults.visualItemRect(faults.item(0)).height() > 2 * faults.fontMetrics().height())
    qtbot.waitUntil(lambda: faults.viewport().height() >= faults.visualItemRect(faults.item(0)).height())
