"""Markdown files: the words are read, the signs are not."""

import pytest

from annotator.corpus.article import Article, Draft, ReadingChoices
from annotator.corpus.reader_table import find, read_file
from annotator.corpus.readers.markdown import read_markdown
from tests.annotator.corpus.files_made import put


def read(tmp_path, content):
    (found,) = read_markdown(put(tmp_path, "a.md", content.encode()), ReadingChoices())
    assert isinstance(found, Draft)
    return found.text


def test_heading_is_title_and_first_paragraph(tmp_path):
    path = put(tmp_path, "a.md", "# Köln wächst\n\nDie Stadt *Köln* wächst, sagte Jana Berg.\n".encode())
    assert find([tmp_path]) == ([path], [])
    (article,) = read_file(path)
    assert isinstance(article, Article)
    assert article.title == "Köln wächst"
    assert article.text.strip() == "Köln wächst\n\nDie Stadt Köln wächst, sagte Jana Berg."


def test_front_matter_becomes_details(tmp_path):
    content = "---\ntitle: Köln wächst\ndate: 2026-05-03\n---\n\nDie Stadt wächst.\n"
    (article,) = read_file(put(tmp_path, "a.markdown", content.encode()))
    assert isinstance(article, Article)
    assert (article.title, article.published, article.text.strip()) == (
        "Köln wächst",
        "2026-05-03",
        "Köln wächst\n\nDie Stadt wächst.",
    )


def test_front_matter_with_other_keys_and_quotes_is_no_text(tmp_path):
    content = (
        "---\r\nlayout: post\r\ntitle: \"Köln: die Stadt\"\r\ndate: '2026-05-03'\r\ntags:\r\n  - bau\r\n- rhein\r\n"
        "# intern\r\n---\r\nDie Stadt wächst.\r\n"
    )
    (article,) = read_file(put(tmp_path, "a.md", content.encode()))
    assert isinstance(article, Article)
    assert (article.title, article.published, article.text.strip()) == (
        "Köln: die Stadt",
        "2026-05-03",
        "Köln: die Stadt\n\nDie Stadt wächst.",
    )


def test_sentences_between_rules_stay(tmp_path):
    content = "---\nTitel: Köln wächst\nDie Stadt wächst.\n\n---\n\nBonn auch.\n"
    (article,) = read_file(put(tmp_path, "a.txt", content.encode()))
    assert isinstance(article, Article)
    assert "Die Stadt wächst." in article.text


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("## Zweite Zeile ##", "Zweite Zeile"),
        ("#Köln ist kein Titel", "#Köln ist kein Titel"),
        ("**Jana Berg** und __Ole__ und ***Ida***", "Jana Berg und Ole und Ida"),
        ("[Köln](https://a.example/k_1 'Titel') wächst", "Köln wächst"),
        ("![Bild](a.png)Köln", "Köln"),
        ("> „Wir bauen“, sagte er.", "„Wir bauen“, sagte er."),
        ("2 * 3 * 4, snake_case_name, 5 \\* 6", "2 * 3 * 4, snake_case_name, 5 * 6"),
        ("- ein Punkt\n- noch einer", "- ein Punkt\n- noch einer"),
        ("Köln<br>wächst<br />\nweiter <b>sehr</b>", "Köln\nwächst\nweiter sehr"),
        ("<p>Die Stadt <b>Köln</b>\nwächst.</p>\n\nEnde", "Die Stadt Köln wächst.\n\nEnde"),
        ("\ufeff# Köln", "Köln"),
        ("<!-- intern -->\n\nKöln", "Köln"),
        ("[Ann Lee]: Nein.\n\n[Frage]: Nie?", "[Ann Lee]: Nein.\n\n[Frage]: Nie?"),
        ("[Köln][1] und [Bonn](b.html)\n\n[1]: https://a.example", "Köln und Bonn"),
    ],
)
def test_signs_go_and_words_stay(tmp_path, written, words):
    assert read(tmp_path, written) == words


def test_list_keeps_its_numbers_and_empty_lines(tmp_path):
    written = "Es bleibt:\n\n1. *Köln*\n2. Bonn\n   am Rhein\n\n   - Sieg\n\n```\nx * y\n```"
    assert read(tmp_path, written) == "Es bleibt:\n\n1. Köln\n2. Bonn\nam Rhein\n\n- Sieg\n\nx * y"


@pytest.mark.parametrize("sign", [">", "- "])
def test_deepest_nesting_loses_no_word(tmp_path, sign):
    for depth in (5, 28, 29, 30, 31, 58, 59, 60, 61, 5000):
        assert "Köln" in read(tmp_path, sign * depth + "Köln")
