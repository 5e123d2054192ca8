"""Lists of people name everyone with work in the project; the lead of a team may have none."""

from contextlib import closing

import pytest
from PySide6.QtWidgets import QMenu

from annotator.corpus.article import Article
from annotator.editing import edits
from annotator.editing.edits import Change
from annotator.jobs.team import dealing
from annotator.model import schema_file
from annotator.model.values import ENTITIES, DocumentState, Span, State, new_id
from annotator.project.project import Project
from annotator.quality.assigning import Wish
from annotator.quality.settling import as_edit
from tests.annotator.made import claim
from ui.board.board_window import BoardWindow
from ui.dialogs.team.round_dialog import PracticeDialog, RetestDialog
from ui.numbers.numbers_window import NumbersWindow
from ui.numbers.person_window import PersonWindow

TEXTS = (
    "Die Werft 🎈 in Köln gehört der Nordwerft.",
    "Im Hafen von Husum liegt seit Montag ein Kran.",
    "Der Zug nach Bremen hielt zweimal auf freier Strecke.",
    "Niemand wollte den alten Leuchtturm kaufen, sagt Ida Sommer.",
)
_SOON = 30_000


@pytest.fixture
def window(make_window, tmp_path):
    """A window of a lead who has labelled nothing. Articles were dealt to Ben and Cleo; only Ben has begun."""
    with closing(Project.create(tmp_path / "Werft", schema=schema_file.load("news"), annotator="lead")) as project:
        ids = project.add_articles([Article(title=text, text=text, language="de") for text in TEXTS]).ids
        edit = dealing.step(dealing.plan(project, Wish(people=("ben", "cleo"), overlap=50)), annotator="lead")
        assert edit is not None
        project.do(edit)
        project._store.add_annotator("ben")
        start = TEXTS[0].index("Köln")
        parts = ((start, start + 4),)
        row = Span(id=new_id(), document=ids[0], layer=ENTITIES, label="LOC", parts=parts, annotator="ben")
        said = claim(ids[3], "Niemand wollte den alten Leuchtturm kaufen", "ben", text=TEXTS[3])
        project.do(edits.add([row, said]))
        state = DocumentState(document=ids[0], annotator="ben", state=State.DONE)
        project.do(as_edit([Change(after=state)], by="lead"))
        path = project.path
    return make_window(path)


def triggered(window, action, kind):
    window.actions_by_id[action].trigger()
    return window.findChild(kind)


def listed(combo):
    return [combo.itemText(at) for at in range(combo.count())]


def entries(filters, title):
    filters.offer()
    menu = filters.findChild(QMenu, f"{filters._name}FilterMenu")
    (found,) = (action.menu() for action in menu.actions() if action.text() == title)
    texts = [action.text() for action in found.actions()]
    menu.close()
    return texts


def test_person_window_says_who_has_no_labels_yet(window, qtbot):
    person = triggered(window, "team.person", PersonWindow)
    assert listed(person.people) == ["ben", "cleo (no labels yet)"]
    person.people.setCurrentIndex(1)
    qtbot.waitUntil(lambda: "No finished article" in person.sentence.text(), timeout=_SOON)
    assert not person.line.words


def test_round_dialogs_offer_people_with_labels(window):
    assert listed(triggered(window, "team.retest", RetestDialog).person) == ["ben"]
    practice = triggered(window, "team.practice", PracticeDialog)
    assert listed(practice.person) == ["ben", "cleo"]
    assert listed(practice.by) == ["gold", "labels by ben"]


def test_filters_offer_people_who_labelled_finished_or_were_dealt_articles(window):
    project = window.session.project
    found_nothing = DocumentState(document=project.read.find_document(TEXTS[1]), annotator="dora", state=State.DONE)
    project._store.add_annotator("dora")
    project.do(as_edit([Change(after=found_nothing)], by="lead"))
    assert entries(window.articles.filters, "Done By") == ["ben", "cleo", "dora"]
    assert entries(window.articles.filters, "Annotator") == ["ben"]


def test_lead_without_claims_sees_everybodys_board(window, qtbot):
    board = triggered(window, "project.board", BoardWindow)
    qtbot.waitUntil(lambda: board.filters.wanted.annotator is None and not board._counting.busy, timeout=_SOON)
    assert board.line.words == "one claim, claimant open: 1"


def test_lead_without_labels_sees_everybodys_numbers(window, qtbot):
    numbers = triggered(window, "project.numbers", NumbersWindow)
    qtbot.waitUntil(lambda: numbers._found is not None and not numbers._counting.busy, timeout=_SOON)
    assert (numbers.choices.annotator, numbers._found.annotator, numbers._found.spans) == (None, None, 2)
    assert listed(numbers.choices.by_annotator)[1:] == ["ben"]
    assert [bar.name for bar in numbers._charts[0].bars] == ["ben", "cleo"]
    read = window.session.project.read
    own = {name: {id_ for id_, who in read.assigned.given().items() if name in who} for name in ("ben", "cleo")}
    first = read.find_document(TEXTS[0])
    assert [bar.amounts for bar in numbers._charts[0].bars] == [
        (1, 0, len(own["ben"] - {first})),
        (0, 0, len(own["cleo"])),
    ]
    assert len(own["cleo"]) < len(TEXTS), "only what was dealt is open"
