"""The window in German: every text is translated, and no English is left."""

import ast
import re
import shutil
import sys
import xml.etree.ElementTree as ElementTree
from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

import dev
from annotator.formats.loss import REASONS, REMEDIES
from annotator.formats.problem import PROBLEMS, Problem
from annotator.jobs.importing.notices import NOTICES
from annotator.suggest.claims.frame_values import Rule
from annotator.system.errors import SENTENCES, FormatError
from ui.base import i18n
from ui.base.messages import sentence
from ui.base.words.counted import in_articles
from ui.dialogs.told_dialog import problem_sentence

FOLDER = dev.ROOT / "resources" / "translations"
WRITTEN, PACKED = FOLDER / "spanwright_de.ts", FOLDER / "spanwright_de.qm"
PLACEHOLDER = re.compile(r"\{\w*\}|%n|%\d")
SHOWN = ("text", "windowTitle", "toolTip", "placeholderText", "accessibleName", "accessibleDescription")


def messages():
    """Return context, English and German of each sentence."""
    for context in ElementTree.parse(WRITTEN).getroot().iter("context"):  # noqa: S314  # our own file
        for message in context.iter("message"):
            yield context.findtext("name"), message.findtext("source"), message.find("translation")


GERMAN = {(context, english): german.text or "" for context, english, german in messages()}


def spoken(path):
    """Return context and English of each sentence marked in a file; the context is None where it is the class."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call):
            called = node.func
            name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
            words = [word.value if isinstance(word, ast.Constant) else None for word in node.args[:2]]
            if name == "tr":
                yield None, words[0]
            elif name in {"translate", "QT_TRANSLATE_NOOP"} and len(words) == 2 and None not in words:
                yield words[0], words[1]


@pytest.fixture
def german(qapp):
    i18n.install("de")
    yield
    i18n.install("en")


def test_every_sentence_is_translated():
    assert [key for *key, german in messages() if german.get("type") or not (german.text or "").strip()] == []


def test_the_files_are_what_the_code_asks_for(tmp_path):
    shutil.copy(WRITTEN, tmp_path)
    assert dev.translate(Path(sys.executable), tmp_path) == 0
    again = "run python3 dev.py translate and write the German; see “A text on screen” in docs/contributing.md"
    assert (tmp_path / WRITTEN.name).read_text("utf-8") == WRITTEN.read_text("utf-8"), again
    assert (tmp_path / PACKED.name).read_bytes() == PACKED.read_bytes(), again


@pytest.mark.parametrize("path", sorted(dev.ROOT.glob("ui/**/*.py")), ids=lambda path: path.stem)
def test_every_marked_sentence_of_a_file_was_found(path):
    """Words inside an f-string are not found, nor are words in a variable."""
    known = {*GERMAN, *((None, english) for _, english in GERMAN)}
    assert [said for said in spoken(path) if said not in known] == [], "run python3 dev.py translate"


def flaws(english, german):
    """Return what is wrong with a translation, judging only by punctuation, placeholders and mnemonics."""
    if Counter(PLACEHOLDER.findall(german)) != Counter(PLACEHOLDER.findall(english)):
        yield "what is filled in"
    if any(german.count(sign) != english.count(sign) for sign in "&\n"):
        yield "underlined letters or lines"
    if german.count("„") != german.count("“") or set(german) & set("”\"'’"):
        yield "quotation marks"
    if "..." in german or (german.endswith("…") and not german.endswith("\N{NO-BREAK SPACE}…")):
        yield "dots"
    if english.endswith(".") != german.endswith("."):
        yield "full stop"


def test_translation_keeps_placeholders_and_german_typography():
    assert [(key, flaw) for key, german in GERMAN.items() for flaw in flaws(key[1], german)] == []


def test_english_has_curly_apostrophes():
    stored = set(Rule)  # names of rules are in projects, too
    assert [english for _, english in GERMAN if re.search(r"\w'\w", english) and english not in stored] == []


@pytest.mark.parametrize(
    ("context", "tables"),
    [("Errors", [SENTENCES]), ("Exchange", [NOTICES]), ("Formats", [REASONS, REMEDIES, PROBLEMS])],
)
def test_whatever_the_core_says_is_said_in_german(context, tables, german):
    sentences = [sentence for table in tables for sentence in table.values()]
    said = {sentence: QCoreApplication.translate(context, sentence) for sentence in sentences}
    assert [english for english, german in said.items() if english == german] == []


def test_reasons_that_fill_a_sentence_are_german_too(german):
    failed = FormatError("format.target", file="Köln 🎈.jsonl", reason="it is a folder")
    assert sentence(failed) == "Köln 🎈.jsonl konnte nicht geschrieben werden: das ist ein Ordner."
    wrong = Problem(file="a.jsonl", line=3, code="row.kind", details={"field": "text", "expected": "a number"})
    told = "a.jsonl, Zeile 3: text wurde ausgelassen; erwartet: eine Zahl. Korrigieren Sie es in der Datei."
    assert problem_sentence(wrong) == told


def test_articles_are_declined_behind_a_preposition(german):
    assert (in_articles(1), in_articles(4)) == ("in 1 Artikel", "in 4 Artikeln")


def mnemonics(menu):
    """Return the underlined letters of a menu."""
    texts = [action.text().replace("&&", "") for action in menu.actions() if action.isVisible()]
    return [found[1].lower() for text in texts if (found := re.search("&(.)", text))]


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_no_two_lines_of_a_menu_share_their_letter(language, make_window, project_path):
    window = make_window(project_path, language=language)
    menus = [window.menuBar(), *window.menuBar().findChildren(QMenu)]
    letters = [mnemonics(menu) for menu in menus]
    assert [found for found in letters if len(found) != len(set(found))] == []


def words_on(window):
    """Return all texts of a window that can be seen or are read by a screen reader."""
    for shown in (window, *window.findChildren(QWidget), *window.findChildren(QAction)):
        for name in SHOWN:
            words = shown.property(name)
            if isinstance(words, str) and words.strip():
                yield words.replace("&", "")


def test_the_window_says_nothing_in_english(make_window, project_path, qtbot):
    window = make_window(project_path, language="de")
    qtbot.waitUntil(lambda: len(window.session.opened.suggestions) == 4, timeout=20_000)
    window.review.go_next()
    plain = [(english.replace("&", ""), words.replace("&", "")) for (_, english), words in GERMAN.items()]
    foreign = {english for english, _ in plain} - {words for _, words in plain} - {"English"}
    assert [words for words in words_on(window) if words in foreign] == []


def test_menus_and_the_line_at_the_foot_are_german(make_window, project_path, qtbot):
    window = make_window(project_path, language="de")
    qtbot.waitUntil(lambda: len(window.session.opened.suggestions) == 4, timeout=20_000)
    assert [action.text().replace("&", "") for action in window.menuBar().actions()] == [
        *("Datei", "Bearbeiten", "Projekt", "Artikel", "Label", "Gehe zu", "Ansicht", "Hilfe")
    ]
    assert window.key_line.stored == "alles gespeichert · 0 Namen · 0 Behauptungen"
    window.review.go_next()
    keys = window.key_line.hints
    said = ["annehmen", "ablehnen", "als anderes Label", "nächster Vorschlag"]
    qtbot.waitUntil(lambda: [hint.words for hint in keys.hints[:4]] == said)
    window.review.accept()
    qtbot.waitUntil(lambda: keys.hints[-1].words.startswith("zurücknehmen: "))
    assert keys.hints[-1].keys == ("Strg+Z",)
