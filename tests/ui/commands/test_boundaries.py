"""Boundaries moved by a character; `test_labelling` moves them by a word."""

import random
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint

from annotator.corpus.article import Article
from annotator.editing import edits
from tests.annotator import made
from tests.ui.keyboard import ALT, SHIFT, Key, press, select, spans, states
from tests.ui.opened import new_project
from ui.article.canvas import clear_selection

BOTH = ALT | SHIFT


@pytest.mark.parametrize(
    ("key", "modifier", "expected"),
    [
        (Key.Key_Period, ALT, "Schiff f"),
        (Key.Key_Comma, ALT, "Schif"),
        (Key.Key_Comma, BOTH, "s Schiff"),
        (Key.Key_Period, BOTH, "chiff"),
    ],
)
def test_edges_move_by_a_character(window, qtbot, key, modifier, expected):
    select(window, "Schiff")
    press(qtbot, window, key, modifier)
    text = window.session.opened.document.text
    assert text[slice(*window.view.selection())] == expected
    select(window, "Schiff")
    press(qtbot, window, Key.Key_3)
    press(qtbot, window, key, modifier)
    assert spans(window) == [("entities", "LOC", expected)]


@pytest.mark.parametrize(("key", "expected"), [(Key.Key_PageUp, "das Schiff"), (Key.Key_PageDown, "fahre")])
def test_start_moves_by_keys_that_no_desktop_takes(window, qtbot, key, expected):
    select(window, "Schiff" if key is Key.Key_PageUp else "Schiff fahre")
    press(qtbot, window, Key.Key_3)
    press(qtbot, window, key, ALT)
    assert spans(window) == [("entities", "LOC", expected)]


def test_edges_move_by_grapheme(window, qtbot):
    select(window, "Ce\u0301line")
    for _ in range(4):
        press(qtbot, window, Key.Key_Comma, ALT)
    start, end = window.view.selection()
    assert window.session.opened.document.text[start:end] == "Ce\u0301"
    press(qtbot, window, Key.Key_Comma, ALT)
    assert window.view.selection() == (start, start + 1)
    press(qtbot, window, Key.Key_Comma, ALT)
    assert window.view.selection() == (start, start + 1)


def test_moved_suggestion_is_accepted(window, qtbot):
    press(qtbot, window, Key.Key_Tab)
    press(qtbot, window, Key.Key_Comma, ALT)
    assert spans(window) == [("entities", "LOC", "Weifan")]
    assert states(window)["corrected"] == 1


def test_edges_stop_at_text_ends(window, qtbot):
    window.view.select(0, 8)
    press(qtbot, window, Key.Key_Comma, BOTH)
    assert window.view.selection() == (0, 8)
    text = window.session.opened.document.text
    window.view.select(len(text) - 4, len(text))
    press(qtbot, window, Key.Key_Period, ALT)
    assert window.view.selection() == (len(text) - 4, len(text))


@pytest.mark.parametrize("seed", range(6))
def test_edges_never_cross(window, seed):
    """Words with a gap, in a text with an emoji, a combining mark and a no-break space."""
    text, document = window.session.opened.document.text, window.session.opened.document.id
    parts = tuple((at := text.index(words), at + len(words)) for words in ("traf", "Ce\u0301line", "Weifang"))
    row = made.span(document, "traf", text=text)
    window.session.do(edits.add(replace(row, parts=parts)))
    window.aim.activate(row.id)
    boundaries, chance = window.boundaries, random.Random(seed)
    moves = (boundaries.move_end, boundaries.move_start, boundaries.stretch_end, boundaries.stretch_start)
    seen = set()
    for _ in range(60):
        chance.choice(moves)(chance.choice(("1", "1", "-1")))
        found = window.session.opened.span(row.id).parts
        seen.add(found)
        assert len(found) == 3
        edges = [edge for part in found for edge in part]
        assert edges == sorted(set(edges)), "each part has words, and they stand in order"
        assert all(text[start:end] == text[start:end].strip() for start, end in found)
        assert all(text[end : end + 1] != "\u0301" for edge in found for end in edge), "no character is cut"
    assert len(seen) > 10


def test_punctuation_taken_in_is_said(window, qtbot):
    said = []
    window.aim.told.connect(lambda words, undo: said.append((words, undo)))
    select(window, "sagt")
    press(qtbot, window, Key.Key_Right, ALT)
    assert said == [("The selection now includes “,”.", False)]
    press(qtbot, window, Key.Key_Right, ALT)
    assert len(said) == 1
    select(window, "Kapitän")
    press(qtbot, window, Key.Key_3)
    press(qtbot, window, Key.Key_Right, ALT)
    assert spans(window) == [("entities", "LOC", "Kapitän.")]
    assert said[1:] == [("The label now includes “.”.", True)]
    assert "includes “.”" in window.messages.words
    press(qtbot, window, Key.Key_Left, ALT)
    assert len(said) == 2


def test_moved_edge_stays_visible(window, qtbot):
    text = "Schiff " * 600 + "Ende"
    window.session.open_document(made.add_article(window.session.project, text=text))
    view = window.view
    qtbot.waitUntil(lambda: view.page.layout.total() > view.viewport().height())
    start = view.offset_at(QPoint(view.viewport().width() // 2, view.viewport().height() - 12))
    view.select(start, start + 3)
    press(qtbot, window, Key.Key_3)
    for _ in range(40):
        window.boundaries.move_end("1")
    (row,) = window.session.opened.spans
    edge = view.page.layout.caret_box(row.end)
    assert edge.bottom() <= view.scrolling.top + view.viewport().height()


SENTENCES = (
    "Der Hafen werde, so hieß es, im Mai 🎈 größer. Die Stadt wachse.\n\n"
    "„Wir bauen, wenn alle zustimmen.“ Danach sagte sie: „Der Kai bleibt, wie er ist.“\n\n"
    "Zahlt die Firma Boje & Co. mehr als zuvor?"
)
TO_END, TO_START = (Key.Key_End, ALT), (Key.Key_Home, BOTH)


@pytest.mark.parametrize(
    ("words", "key", "expected"),
    [
        ("Der Hafen werde", TO_END, "Der Hafen werde, so hieß es, im Mai 🎈 größer"),
        ("Hafen werde, so hieß es, im Mai 🎈 größer.", TO_END, "Hafen werde, so hieß es, im Mai 🎈 größer"),
        ("im Mai", TO_START, "Der Hafen werde, so hieß es, im Mai"),
        ("Der Kai", TO_END, "Der Kai bleibt, wie er ist"),
        ("„Wir bauen", TO_END, "„Wir bauen, wenn alle zustimmen.“"),
        ("wenn alle", TO_START, "Wir bauen, wenn alle"),
        ("Boje", TO_END, "Boje & Co. mehr als zuvor?"),
    ],
)
def test_boundary_moves_to_sentence_in_one_step(make_window, tmp_path, qtbot, words, key, expected):
    project = new_project(tmp_path / "Hafen")
    project.add_articles([Article(title="", text=SENTENCES, language="de")])
    project.close()
    window = make_window(project.path)
    qtbot.waitUntil(lambda: window.isActiveWindow() and not window.session.opened.tokens.provisional)
    select(window, words)
    press(qtbot, window, *key)
    assert SENTENCES[slice(*window.view.selection())] == expected
    clear_selection(window.view)
    start = SENTENCES.index(words)
    claim = window.decisions.label(start, start + len(words), "claims", "CLAIM")
    window.aim.activate(claim.id)
    press(qtbot, window, *key)
    assert spans(window) == [("claims", "CLAIM", expected)]
    press(qtbot, window, *key)
    assert window.messages.words == f"It already {'ends' if key is TO_END else 'starts'} with its sentence."
    window.steps.undo()
    assert spans(window) == [("claims", "CLAIM", words)]
