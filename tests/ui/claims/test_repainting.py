"""Links, cards and pointers painted piece by piece equal one full painting."""

import random

import pytest
from PySide6.QtWidgets import QApplication

from annotator.model.schema_file import load
from annotator.model.values import CLAIMS, ENTITIES, DraftRelation, Suggestion, new_id
from annotator.suggest.prepared import Suggested
from tests.ui.opened import open_article
from tests.ui.pictures import SEAMS, different
from ui.article.view import ArticleView
from ui.base.look.look import label_colours, light
from ui.claims.drawn import DrawnClaims

SENTENCE = "Laut Küstenrat spart Möwenort Geld, sagt Änne Petersen 😀. "
TEXT = "\n\n".join(SENTENCE * 4 for _ in range(12))


class Desk:
    """A view with an article of a session and its claims. A test's screen is 800 pixels wide."""

    def __init__(self, folder):
        self.session, self.decisions = open_article(folder, text=TEXT)
        self.view = ArticleView()
        self.view.resize(790, 700)
        self.view.set_look(light(label_colours(load("news"), dark=False)))
        self.view.set_shown(self.view.display.shown._replace(cards=True))
        opened = self.session.opened
        self.view.show_document(opened.document, opened.spans, opened.suggestions, opened.tokens)
        self.drawn = DrawnClaims(self.session, self.view)
        self.session.edited.connect(self.view.show_edit)
        self.session.suggestions_changed.connect(self.show_rows)

    def show_rows(self):
        self.view.update_rows(self.session.opened.spans, self.session.opened.suggestions)

    def suggest(self, *starts):
        """Suggest a claim with its claimant at each of several places."""
        document = self.session.opened.document
        rows = []
        for start in starts:
            claimant = DraftRelation(
                label="claimant", layer=ENTITIES, tail_label="ORG", parts=((start - 15, start - 5),)
            )
            rows.append(
                Suggestion(
                    id=new_id(), document=document.id, layer=CLAIMS, label="CLAIM", parts=((start, start + 19),),
                    attributes={"kind": "prediction", "worthiness": "CFS", "claimant_kind": "entity"},
                    relations=(claimant,), source="rules", version="1",
                )
            )  # fmt: skip
        answer = Suggested(source="rules", version="1", suggestions=tuple(rows))
        assert self.session.answers.take_suggestions(document.id, document.sha256, [answer])

    def label(self, chance, words, layer="entities", label="PER"):
        start = chance.choice([at for at in range(len(TEXT)) if TEXT.startswith(words, at)])
        there = [span for span in self.session.opened.spans_at(start, start + len(words)) if span.layer == layer]
        return (
            self.decisions.label(start, start + len(words), layer, label)
            if layer == "claims" or not there
            else there[0]
        )

    def activate(self, row_id):
        self.view.set_active(row_id)
        self.drawn.update()

    def is_whole(self):
        for _ in range(3):  # pointers come once the rest is painted
            QApplication.processEvents()
        shown = self.view.screen().grabWindow(self.view.winId()).toImage()
        whole = self.view.grab().toImage().convertToFormat(shown.format())
        return shown == whole or different(shown, whole) <= SEAMS


@pytest.fixture
def desk(qtbot, tmp_path):
    desk = Desk(tmp_path)
    qtbot.addWidget(desk.view)
    desk.view.show()
    qtbot.waitExposed(desk.view)
    yield desk
    desk.view.close()
    desk.session.close_project()


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_repaint_claims_links_and_cards(desk, seed):
    chance = random.Random(seed)
    claims = [desk.label(chance, "spart Möwenort Geld", "claims", "CLAIM") for _ in range(8)]
    names = [desk.label(chance, "Änne Petersen") for _ in range(12)]
    assert desk.view.page.layout.measures.cards is not None
    bar = desk.view.verticalScrollBar()
    for number in range(48):
        claim = chance.choice(claims)
        match number % 8:
            case 0 | 3 | 5:
                desk.activate(claim.id)
            case 1:
                desk.decisions.relate(claim, "claimant", chance.choice(names))
            case 2:
                desk.decisions.change(claim.id, attributes={"worthiness": chance.choice(("CFS", "NFS"))})
            case 4:
                bar.setValue(chance.randint(0, bar.maximum()))
            case 6:
                bar.setValue(bar.value() + chance.choice((-90, 30, 200)))
            case 7:
                desk.decisions.remove([claim.id])
                assert desk.is_whole(), number
                desk.session.undo()
                desk.activate(chance.choice((None, claim.id)))
        assert desk.is_whole(), number


def test_suggested_claim_moves_other_cards(desk):
    first, second = (desk.decisions.label(*part, "claims", "CLAIM") for part in _parts("spart Möwenort Geld")[:2])
    assert desk.is_whole()
    start, end = _parts("Änne Petersen")[0]
    assert first.end < start < second.start
    document = desk.session.opened.document
    arrived = Suggestion(
        id=new_id(),
        document=document.id,
        layer="claims",
        label="CLAIM",
        parts=((start, end),),
        source="rules",
        version="1",
    )
    answer = Suggested(source="rules", version="1", suggestions=(arrived,))
    assert desk.session.answers.take_suggestions(document.id, document.sha256, [answer])
    assert desk.is_whole()


def _parts(words):
    return [(at, at + len(words)) for at in range(len(TEXT)) if TEXT.startswith(words, at)]


def test_cards_of_new_suggestions_are_painted_whole(desk):
    places = [at for at in range(len(TEXT)) if TEXT.startswith("spart Möwenort Geld", at)]
    desk.suggest(*places[:40:3])
    assert desk.is_whole()
    desk.suggest(*places[1:40:3])
    assert desk.is_whole()


def test_growing_line_leaves_cards_whole(desk):
    view, spoken = desk.view, _parts("Laut Küstenrat")
    claims = [desk.decisions.label(*part, "claims", "CLAIM") for part in _parts("spart Möwenort Geld")[:6]]
    for start, end in spoken[:6]:
        desk.decisions.label(start, end, "attribution", "CUE")
    assert desk.is_whole()
    for (start, end), claim in zip(spoken[:6], claims, strict=True):
        desk.activate(claim.id)
        assert desk.is_whole()
        view.select(start + 5, end)
        desk.activate(None)
        assert desk.is_whole()
        name = desk.decisions.label(start + 5, end, "entities", "ORG")
        desk.activate(name.id)
        assert desk.is_whole()
