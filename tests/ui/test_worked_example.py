"""The worked example of claims, entered by real keys in the window: two claims on the same words."""

import pytest
from PySide6.QtWidgets import QApplication

from annotator.corpus.article import Article
from annotator.model.values import CLAIMS, ENTITIES, Suggestion, new_id
from annotator.project.project import Project
from annotator.store.reader import DocumentQuery
from annotator.suggest.claims.claim_source import ClaimSource, names_in
from annotator.suggest.sources.source import never
from tests.ui.keyboard import CONTROL, NONE, SHIFT, Key, rows, undo_name
from tests.ui.opened import new_project

TEXT = (
    "Kürzlich 🎈 wurde gebaut.\n\n"
    "Laut Bürgermeister Oh Se-hoon soll die Metaverse-Stadt bis 2026 alle Verwaltungsdienste anbieten; "
    "Kritiker bezweifeln das."
)
NAME, CLAIM = "Oh Se-hoon", "soll die Metaverse-Stadt bis 2026 alle Verwaltungsdienste anbieten"
SENTENCE = TEXT[TEXT.index("Laut") : -1]
FIELDS = "SELECT claim, kind, claimant, cue, stance FROM claim_card ORDER BY claimant DESC"


def part(words):
    return TEXT.index(words), TEXT.index(words) + len(words)


class Keys:
    """Presses keys in the widget with the focus, and counts them."""

    def __init__(self, qtbot, window):
        self._qtbot = qtbot
        self._window = window
        self.pressed = 0

    def __call__(self, *keys):
        for each in keys:
            key, modifier = each if isinstance(each, tuple) else (each, NONE)
            widget = QApplication.activePopupWidget() or self._window.focusWidget()
            (self._qtbot.keyClick if isinstance(key, Key) else self._qtbot.keyClicks)(widget, key, modifier)
            QApplication.processEvents()
            self.pressed += 1


@pytest.fixture
def path(tmp_path):
    project = new_project(tmp_path / "Seoul 🏙")
    project.add_articles([Article(title="Seoul 🎈", text=TEXT, language="de")])
    project.close()
    return project.path


@pytest.fixture
def suggested(path):
    """The project of the worked example, with a labelled name and the suggestions of the claim rules."""
    project = Project.open(path)
    (id_,) = project.read.document_ids(DocumentQuery(annotator=None))
    document = project.read.document(id_)
    name = Suggestion(
        id=new_id(),
        document=id_,
        layer=ENTITIES,
        label="PER",
        parts=(part(NAME),),
        score=0.95,
        source="names",
        version="1",
    )
    claims = ClaimSource(language="de", names=names_in([name])).suggest(document, never)
    project.put_suggestions(id_, "names", [name])
    project.put_suggestions(id_, "claims", claims)
    project.close()
    return path


def walk_into(qtbot, window):
    """Move the caret into the claim by a key."""
    qtbot.waitUntil(window.isActiveWindow)
    at = TEXT.index("2026")
    window.view.select(at, at, exact=True)
    qtbot.keyClick(window.view, Key.Key_Right)


def worthiness(window):
    return rows(window, "SELECT json_extract(attributes, '$.worthiness') FROM span WHERE layer = 'claims'")


def test_with_right_suggestions_six_keys_are_enough(make_window, suggested, qtbot):
    window = make_window(suggested)
    walk_into(qtbot, window)
    press = Keys(qtbot, window)
    press(Key.Key_Return)
    assert press.pressed <= 6
    assert rows(window, FIELDS) == [(CLAIM, "prediction", NAME, "Laut", "affirms")]
    assert worthiness(window) == [("CFS",)]
    states = "SELECT layer, state FROM suggestion ORDER BY layer"
    assert rows(window, states) == [("claims", "accepted"), ("entities", "accepted")]


def test_without_suggestions_twelve_keys_are_enough(make_window, path, qtbot):
    window = make_window(path)
    window.decisions.label(*part(NAME), ENTITIES, "PER")
    walk_into(qtbot, window)
    press = Keys(qtbot, window)
    press((Key.Key_L, CONTROL), "c", "c", "a", "1", "p", "1", "w", "w", "o", Key.Key_Return)
    assert press.pressed <= 12
    assert rows(window, FIELDS) == [(SENTENCE, "fact_claim", NAME, None, None)]
    assert worthiness(window) == [("CFS",)]


def test_two_claims_share_words_and_each_field_is_undone(make_window, suggested, qtbot):
    window = make_window(suggested)
    walk_into(qtbot, window)
    press = Keys(qtbot, window)
    press(Key.Key_Return)
    walk_into(qtbot, window)
    press("c", (Key.Key_Return, SHIFT), "+")
    card = window.panels.claim_card
    assert len(card.twins) == 2
    press("w", "w", "k", Key.Key_Return)
    press("s", "b", "e", "z", Key.Key_Return)
    press("h", "2")
    press("l", "2", "s", Key.Key_Return)
    assert rows(window, FIELDS) == [
        (CLAIM, "prediction", NAME, "Laut", "affirms"),
        (CLAIM, None, "Kritiker", "bezweifeln", "refutes"),
    ]
    ((head, tail),) = rows(window, "SELECT head, tail FROM relation WHERE label = 'contradicts'")
    assert head == card.claim
    assert {head, tail} == {twin.id for twin in card.twins}

    press(Key.Key_Space)
    assert card.claim == tail
    press(Key.Key_Space)
    assert card.claim == head
    for field, gone in (
        ("contradicts", "SELECT count(*) FROM relation WHERE label = 'contradicts'"),
        ("Stance", "SELECT count(*) FROM span WHERE json_extract(attributes, '$.stance') = 'refutes'"),
        ("Cue", "SELECT count(*) FROM span WHERE quote = 'bezweifeln'"),
        ("Claimant", "SELECT count(*) FROM span WHERE label = 'SPEAKER'"),
    ):
        assert field.lower() in undo_name(window).lower()
        window.steps.undo()
        assert rows(window, gone) == [(0,)]
    window.steps.undo()
    assert len(rows(window, FIELDS)) == 1


def test_card_appears_one_turn_after_the_caret_enters_a_claim(make_window, path, qtbot):
    window = make_window(path)
    claim = window.decisions.label(*part(CLAIM), CLAIMS, "CLAIM")
    window.aim.activate(None)
    QApplication.processEvents()
    assert window.panels.claim_card.claim is None
    walk_into(qtbot, window)
    QApplication.processEvents()
    assert window.panels.claim_card.isVisible()
    assert window.panels.claim_card.claim == claim.id
