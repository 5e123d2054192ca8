"""Words that the manual quotes from the screen are really on screen, and its pictures exist."""

import re

import pytest

from annotator.formats.registry import describe, names
from annotator.model import schema_file
from tests.ui.test_translations import GERMAN
from tools.manual_pictures import SHOTS
from tools.manual_words import usual_words
from ui.base import i18n
from ui.manual.chapters import FOLDER, chapter_id, chapters
from ui.manual.manual_text import DARK
from ui.manual.markup import actions_in, plain_words, renewed
from ui.manual.places import _CHAPTERS, FIRST

FILES = sorted(FOLDER.glob("*/[0-9]*.md"))
ENGLISH = {chapter_id(path.name): path.read_text("utf-8") for path in FILES if path.parent.name == "en"}
MEGABYTE = 10**6


@pytest.fixture(params=i18n.LANGUAGES)
def language(qapp, request):
    i18n.install(request.param)
    yield request.param
    i18n.install("en")


def parts(pattern, text):
    return re.findall(pattern, text)


def screen_words(language):
    """Return the texts of the program in a language, without mnemonics, ellipses and what follows in brackets."""
    texts = {english if language == "en" else german for (_, english), german in GERMAN.items()}
    schema = schema_file.load(schema_file.DEFAULT)
    texts |= {each.name[language] for each in schema.attributes} | {each.name[language] for each in schema.labels}
    texts |= {describe(name)["title"] for name in names()}
    texts = {text.replace("\u00a0", " ") for text in texts}
    known = {re.sub(r"\s*…$", "", text.replace("&", "")).rstrip(".?: ") for text in texts}
    return known | {text.partition(" (")[0] for text in known}


def test_eleven_chapters_are_the_same_in_both_languages():
    english, german = ([chapter.id for chapter in chapters(language)] for language in ("en", "de"))
    assert english == german
    assert len(english) == 11


def test_keys_and_menus_are_those_of_the_program(language):
    stale = [
        p.name
        for p in (FOLDER / language).glob("*.md")
        if renewed(p.read_text("utf-8"), usual_words()) != p.read_text("utf-8")
    ]
    assert stale == [], "python3 dev.py manual"


def test_unknown_action_fails(qapp):
    with pytest.raises(KeyError):
        renewed('<kbd id="suggestion.eat"></kbd>', usual_words())


def test_bold_words_without_colon_are_on_screen(language):
    known = {*screen_words(language), *(each.upper() for each in i18n.LANGUAGES)}
    known |= {words[:1].upper() + words[1:] for words in known}  # as in lists and headings
    every = ((chapter.id, words) for chapter in chapters(language) for words in parts(r"\*\*(.+?)\*\*", chapter.text))
    bold = {(id_, words) for id_, words in every if not words.endswith(":")}
    assert len(bold) > 60
    assert {(id_, words) for id_, words in bold if words.rstrip(".?") not in known} == set()


@pytest.mark.parametrize("path", [path for path in FILES if path.parent.name == "de"], ids=lambda path: path.stem)
def test_german_chapter_has_the_same_actions_and_pictures(path):
    english, german = ENGLISH[chapter_id(path.name)], path.read_text("utf-8")
    own = {"language.de", "language.en"}
    assert sorted({*actions_in(german)} - own) == sorted({*actions_in(english)} - own)
    assert parts(r"\]\((pictures/[^)]+)\)", german) == parts(r"\]\((pictures/[^)]+)\)", english)
    for pattern in (r"(?m)^## ", r"(?m)^- ", r"(?m)^\d+\. ", r"(?m)^\|"):
        assert len(parts(pattern, german)) == len(parts(pattern, english)), pattern


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_markdown_stays_within_what_window_and_host_render(path):
    text = path.read_text("utf-8")
    assert text.startswith("# ")
    assert text.count("\n# ") == 0
    assert set(parts(r"</?(\w+)", text)) <= {"kbd", "b"}
    assert parts(r"\]\((\w+:[^)]*)\)", text) == []
    assert [line for line in text.splitlines() if len(plain_words(line)) > 420] == []


def test_each_picture_is_there_in_both_languages_and_made_by_the_script():
    made = {shot.name for shot in SHOTS}
    for language in i18n.LANGUAGES:
        text = "\n".join(chapter.text for chapter in chapters(language))
        named = parts(r"!\[([^\]]*)\]\(pictures/([\w-]+)\.png\)", text)
        for folder in ("pictures", DARK):
            assert {name for _, name in named} == made == {p.stem for p in (FOLDER / language / folder).iterdir()}
        assert all(len(said) > 15 for said, _ in named)


def test_manual_is_small():
    sizes = {path: path.stat().st_size for path in FOLDER.rglob("*") if path.is_file()}
    for folder in ("pictures", DARK):
        assert sum(size for path, size in sizes.items() if path.parent.name == folder) < 3 * MEGABYTE
    assert sum(sizes.values()) < 6 * MEGABYTE


def test_places_lead_to_chapters():
    assert {*_CHAPTERS.values(), FIRST} <= set(ENGLISH)
