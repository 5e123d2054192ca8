"""Proposals for a claim made by hand, with the real rules in a real process."""

import sqlite3
from contextlib import closing

import pytest
from PySide6.QtCore import Qt

from annotator.corpus.article import Article
from annotator.model.values import ENTITIES, OriginKind
from annotator.suggest.claims.frame_values import INFO
from annotator.suggest.requests import draw_tokens, prepare
from tests.ui.opened import new_project
from ui.jobs.suggesting.source_finder import Work

TEXT = (
    "Klaus Berg sagte, die Brücke sei gesperrt und der Umweg koste viel Zeit.\n\n"
    "Der Sommer war heiß. „Wir bauen neu“, versprach Eva Roth."
)
WHOLE = "die Brücke sei gesperrt und der Umweg koste viel Zeit"
WORDS = "der Umweg koste viel Zeit"
FIELDS = ("kind", "claimant_kind", "relation.cue", "speech")
Key = Qt.Key


@pytest.fixture
def window(make_window, tmp_path, qtbot):
    project = new_project(tmp_path / "Brücke")
    project.add_articles([Article(title="Umweg", text=TEXT, language="de")])
    path = project.path
    project.close()
    made = make_window(path, work=Work(draw_tokens=draw_tokens, prepare=prepare, sources=(INFO,)))
    qtbot.waitUntil(lambda: len(made.session.opened.suggestions) > 0, timeout=20_000)
    made.decisions.label(0, len("Klaus Berg"), ENTITIES, "PER")
    made.decisions.accept([made.session.opened.suggestions[0].id])
    qtbot.waitUntil(made.isActiveWindow)
    return made


def press(qtbot, window, *keys):
    for key in keys:
        qtbot.keyClick(window.focusWidget(), key)


def select(window, words):
    start = TEXT.index(words)
    window.view.setFocus()
    window.view.select(start, start + len(words), exact=True)


@pytest.fixture
def claim(window, qtbot):
    """A claim made with C, and what is proposed for it."""
    select(window, WORDS)
    press(qtbot, window, Key.Key_C)
    card = window.panels.claim_card
    made = window.session.opened.span(card.claim)
    assert (made.quote(TEXT), made.origin.kind, made.attributes) == (WORDS, OriginKind.HUMAN, {})
    qtbot.waitUntil(lambda: all(shown(card, id_).proposed for id_ in FIELDS), timeout=20_000)
    return made


def shown(card, id_):
    return card.findChild(object, f"field.{id_}").shown


def stored(window):
    """Return attributes and relations of the claims as the file has them."""
    with closing(sqlite3.connect(window.session.project.path)) as connection:
        claims = connection.execute(
            "SELECT quote, attributes FROM span WHERE layer = 'claims' ORDER BY start"
        ).fetchall()
        relations = connection.execute("SELECT label, origin FROM relation ORDER BY label").fetchall()
    return claims, relations


def now(window, claim):
    return window.session.opened.span(claim.id)


def tails(window, claim):
    opened = window.session.opened
    tails = {relation.label: opened.span(relation.tail) for relation in opened.relations.of_head(claim.id)}
    return {label: tail.quote(TEXT) for label, tail in tails.items()}


def test_return_takes_all_in_one_step(window, qtbot, claim):
    card = window.panels.claim_card
    assert shown(card, "claimant_kind").words == "Klaus Berg"
    assert shown(card, "relation.cue").words == "sagte"
    assert now(window, claim).attributes == {}, "nothing is stored before it is taken"
    assert card.proposed.together
    press(qtbot, window, Key.Key_Return)
    assert tails(window, claim) == {"claimant": "Klaus Berg", "cue": "sagte"}
    taken = {name: now(window, claim).attributes[name] for name in ("kind", "speech", "claimant_kind")}
    assert taken == {"kind": "fact_claim", "speech": "indirect", "claimant_kind": "entity"}
    assert now(window, claim).origin.kind is OriginKind.HUMAN
    assert all(r.origin.kind is OriginKind.HUMAN for r in window.session.opened.relations.of_head(claim.id))
    qtbot.waitUntil(lambda: not shown(card, "kind").proposed)
    window.steps.undo()
    assert (now(window, claim).attributes, tails(window, claim)) == ({}, {})
    qtbot.waitUntil(lambda: shown(card, "kind").proposed)


def foot(card):
    return card.findChild(object, "claimOrigin").text()


@pytest.mark.parametrize("keys", [[], [Key.Key_Down]])
def test_return_before_proposals_accepts_nothing_unseen(window, qtbot, keys):
    select(window, WORDS)
    press(qtbot, window, Key.Key_C, Key.Key_Return)
    card = window.panels.claim_card
    made = window.session.opened.span(card.claim)
    assert "still" in foot(card)
    press(qtbot, window, *keys)
    assert ("still" in foot(card)) is (not keys)
    qtbot.waitUntil(lambda: shown(card, "kind").proposed, timeout=20_000)
    qtbot.waitUntil(lambda: "still" not in foot(card))
    assert now(window, made).attributes == {}
    press(qtbot, window, Key.Key_Return)
    assert "kind" in now(window, made).attributes


def test_early_return_says_when_nothing_is_proposed(window, qtbot):
    select(window, "Der Sommer war heiß")
    press(qtbot, window, Key.Key_C, Key.Key_Return)
    card = window.panels.claim_card
    qtbot.waitUntil(lambda: "Nothing" in foot(card), timeout=20_000)
    press(qtbot, window, Key.Key_Space)
    assert "Nothing" not in foot(card)


def test_arrows_take_one_by_one(window, qtbot, claim):
    press(qtbot, window, Key.Key_Down, Key.Key_Return)
    assert now(window, claim).attributes == {"kind": "fact_claim"}
    assert window.panels.claim_card.aimed
    press(qtbot, window, Key.Key_Return)
    assert len(now(window, claim).attributes) == 2
    assert tails(window, claim) == {}


def test_escape_leaves_proposals_unstored(window, qtbot, claim):
    press(qtbot, window, Key.Key_Escape)
    assert window.view.hasFocus()
    assert now(window, claim).attributes == {}
    assert shown(window.panels.claim_card, "kind").proposed


def test_backspace_rejects_all_proposals(window, qtbot, claim):
    card = window.panels.claim_card
    press(qtbot, window, Key.Key_Backspace)
    qtbot.waitUntil(lambda: not any(shown(card, id_).words for id_ in FIELDS))
    assert now(window, claim).attributes == {}


def test_own_value_replaces_its_proposal(window, qtbot, claim):
    window.decisions.change(claim.id, attributes={"kind": "opinion"})
    card = window.panels.claim_card
    qtbot.waitUntil(lambda: shown(card, "kind").current == "opinion")
    assert not shown(card, "kind").proposed
    press(qtbot, window, Key.Key_Return)
    assert now(window, claim).attributes["kind"] == "opinion"
    assert tails(window, claim)["claimant"] == "Klaus Berg"


def test_moved_claim_is_asked_about_again(window, qtbot, claim):
    window.decisions.move(claim.id, ((claim.start + len("der "), claim.end),))
    proposals = window.claim_proposals
    assert proposals.of(now(window, claim)) is None
    qtbot.waitUntil(lambda: proposals.of(now(window, claim)) is not None, timeout=20_000)


def test_undone_claim_leaves_no_trace(window, qtbot):
    select(window, WORDS)
    press(qtbot, window, Key.Key_C)
    claim = window.session.opened.span(window.panels.claim_card.claim)
    window.steps.undo()
    qtbot.waitUntil(lambda: not window.desk.suggestions.busy, timeout=20_000)
    assert window.session.opened.span(claim.id) is None
    assert [quote for quote, _ in stored(window)[0]] == [WHOLE]


def test_sentence_without_cue_gets_no_proposals(window, qtbot):
    select(window, "Der Sommer war heiß")
    press(qtbot, window, Key.Key_C)
    qtbot.wait(50)
    qtbot.waitUntil(lambda: not window.desk.suggestions.busy, timeout=20_000)
    card = window.panels.claim_card
    assert window.claim_proposals.of(window.session.opened.span(card.claim)) is None
    assert not card.proposed.ids


def test_suggested_claim_with_other_edges_is_taken_with_return(window, qtbot):
    select(window, "bauen neu")
    press(qtbot, window, Key.Key_C)
    card = window.panels.claim_card
    made = window.session.opened.span(card.claim)
    assert made.origin.kind is OriginKind.SUGGESTION
    qtbot.waitUntil(lambda: bool(card.proposed.ids))
    press(qtbot, window, Key.Key_Return)
    qtbot.waitUntil(lambda: not card.proposed.ids)
    assert "kind" in now(window, made).origin.confirmed
