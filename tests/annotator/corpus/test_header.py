"""Headers of plain texts: what becomes metadata, and what stays in the text."""

from pathlib import Path

import pytest

from annotator.corpus import reader_table
from annotator.corpus.article import Article
from annotator.corpus.reader_table import from_paste

BODY = "Die Stadt Wiesenau baut eine Brücke über die Lohe.\n\nSie wird 40 Meter lang, sagte Jana Berg."
HEADED = f"Brücke kommt\n\n{BODY}"


def details(article):
    return article.title, article.author, article.published, article.publisher, article.url


FULL = ("Brücke kommt", "Ole Kant", "2026-03-09", "Wiesenauer Bote", "https://bote.example/1")


@pytest.mark.parametrize(
    "header",
    [
        (
            "Title: Brücke kommt\nAuthor: Ole Kant\nDate: 9 March 2026\nSource: Wiesenauer Bote\n"
            "URL: https://bote.example/1\n\n"
        ),
        (
            "URL: https://bote.example/1\r\nQuelle: Wiesenauer Bote\r\nDatum: 09.03.2026\r\nAutor: Ole Kant\r\n"
            "Titel: Brücke kommt\r\n\r\n"
        ),
        (
            "\ufeff\n**Titel:** Brücke kommt\n\n**Autorin:** Ole Kant\n\n**Datum:** 2026-03-09\n\n"
            "**Zeitung:** Wiesenauer Bote\n\n**Link:** https://bote.example/1\n---\n"
        ),
        (
            "---\ntitle: Brücke kommt\nauthor: Ole Kant\ndate: 2026-03-09\nsource: Wiesenauer Bote\n"
            "url: https://bote.example/1\n---\n\n"
        ),
        (
            "TITEL : Brücke kommt\nAUTOR : Ole Kant\nDATUM : 9. März 2026\nMEDIUM : Wiesenauer Bote\n"
            "URL : https://bote.example/1\nText: "
        ),
    ],
)
def test_header_becomes_metadata_and_only_title_stays(header):
    article = from_paste(header + BODY)
    assert details(article) == FULL
    assert article.text == HEADED
    assert article.language in {"de", None, ""}


@pytest.mark.parametrize(
    "text",
    [
        f"Quelle: dpa\n\n{BODY}",
        f"Titel: Ein Wort\n{BODY}",
        f"Titel: Ein Wort\n---\n{BODY}",
        f"{BODY}\n\nAutor: Ole Kant\nDatum: 09.03.2026\n",
        f"Frage: Wer baut?\nAntwort: Die Stadt.\n{BODY}",
        f"Autor: Ole Kant\nKommentar: Das ist gut.\nDatum: 09.03.2026\n{BODY}",
        f"Quelle: dpa, wie die Agentur am Montag {'sehr ' * 30}ausführlich berichtete.\nDatum: 2026-01-01\n{BODY}",
        f"Medium: gut\nLink: keiner\n{BODY}",
        "Title: Only a header\nAuthor: Nobody\n",
        f"Er sagte: Autor: Ole\nDatum: 2026-01-01\n{BODY}",
    ],
)
def test_text_without_header_is_kept(text):
    assert from_paste(text).text.strip() == text.strip()


@pytest.mark.parametrize(
    "header",
    [
        "Titel: Brücke kommt\n\n",
        "\ufeffTitle: Brücke kommt\r\n\r\n",
        "---\ntitle: Brücke kommt\n---\n",
        "Titel: Brücke kommt\nText: ",
        "Titel: Brücke kommt\n\nText:\n",
    ],
)
def test_title_is_enough_if_the_header_visibly_ends(header):
    article = from_paste(header + BODY)
    assert (article.title, article.text.strip()) == ("Brücke kommt", HEADED)


def test_missing_and_odd_values_lose_nothing():
    article = from_paste(f"Titel: Brücke kommt\nAutor:\nDatum: im Frühjahr\nRessort: Lokales\n\n{BODY}")
    assert article.text == HEADED
    assert article.author is None
    assert (article.meta["header_published"], article.meta["header_section"]) == ("im Frühjahr", "Lokales")


@pytest.mark.parametrize(
    ("url", "publisher"),
    [
        ("https://www.bote.example/lokal/1", "bote.example"),
        ("http://News.Bote.example:8080/1?a=b", "news.bote.example"),
        ("https://ole:geheim@bote.example", "bote.example"),
        ("https://[bote", None),
    ],
)
def test_address_names_publisher_unless_header_does(url, publisher):
    head = f"Titel: Brücke kommt\nURL: {url}\n"
    assert from_paste(f"{head}\n{BODY}").publisher == publisher
    assert from_paste(f"{head}Zeitung: Wiesenauer Bote\n\n{BODY}").publisher == "Wiesenauer Bote"


def test_title_that_begins_the_text_is_not_doubled():
    assert from_paste(f"Titel: Brücke kommt\nAutor: Ole Kant\n\nBrücke kommt\n\n{BODY}").text == HEADED


def test_file_is_read_like_pasted_text(tmp_path):
    file = Path(tmp_path / "a.txt")
    file.write_text(f"Title: Brücke kommt\nAuthor: Ole Kant\n\n{BODY}", "utf-8")
    (article,) = reader_table.read_file(file)
    assert isinstance(article, Article)
    assert (article.title, article.author, article.text) == ("Brücke kommt", "Ole Kant", HEADED)
    assert article.text[article.text.index("Jana Berg") :].startswith("Jana")


@pytest.mark.parametrize(
    ("written", "author"),
    [
        ("By Caleb Whitmore", "Caleb Whitmore"),
        ("von Ole Kant", "Ole Kant"),
        ("Byron Lee", "Byron Lee"),
        ("Von der Heide", "Von der Heide"),
    ],
)
def test_author_loses_by_of_byline(written, author):
    assert from_paste(f"Title: Brücke kommt\nAuthor: {written}\n\n{BODY}").author == author
