"""The search in the manual."""

import pytest

from tools.manual_words import usual_words
from ui.base import i18n
from ui.manual.chapters import chapters
from ui.manual.finding import Index, places

WANTED = {
    "en": {
        "backup": "project",
        "undo a wrong step": "project",
        "overlap": "labels",
        "compound": "labels",
        "pronoun": "claims",
        "evidence": "claims",
        "doubtful": "questions",
        "hugging face": "export",
        "train dev test": "export",
        "spacy": "export",
        "fine-tune": "export",
        "learning curve": "models",
        "precision": "models",
        "rename label": "schema",
        "guidelines": "schema",
        "encoding": "import",
        "duplicates": "import",
        "web page": "import",
        "shortcuts": "project",
        "tutorial": "start",
        "accept all": "suggestions",
        "rubber": "",
    },
    "de": {
        "Sicherung": "project",
        "überlappung": "labels",
        "Wortteil": "labels",
        "Pronomen": "claims",
        "Beleg": "claims",
        "zweifelhafte Labels": "questions",
        "Aufteilung": "export",
        "Lernkurve": "models",
        "Genauigkeit": "models",
        "umbenennen": "schema",
        "Leitfaden": "schema",
        "Kodierung": "import",
        "Webseite": "import",
        "Rundgang": "start",
        "alle annehmen": "suggestions",
        "Stempel": "",
    },
}


@pytest.fixture(params=i18n.LANGUAGES)
def language(qapp, request):
    i18n.install(request.param)
    yield request.param
    i18n.install("en")


def test_queries_lead_to_their_chapter(language):
    index = Index(chapters(language), usual_words())
    wrong = {}
    for typed, chapter in WANTED[language].items():
        found = [hit.chapter for hit in index.find(typed)]
        if (chapter not in found[:3]) if chapter else found:
            wrong[typed] = found
    assert wrong == {}


def test_heading_comes_before_mention(qapp):
    first, *others = Index(chapters("en"), usual_words()).find("overlaps")
    assert first.heading == "Overlaps"
    assert others


def test_extract_shows_the_words_that_were_found(qapp):
    hits = Index(chapters("en"), usual_words()).find("archives")
    assert "archives" in hits[0].extract


def test_places_are_words_without_quotation_marks_and_stops():
    text = "A “label”, then Labels. None."
    assert [text[start:end] for start, end in places(text, "label")] == ["label", "Labels"]


def test_nothing_typed_finds_nothing(qapp):
    assert Index(chapters("en"), usual_words()).find("  ") == ()
