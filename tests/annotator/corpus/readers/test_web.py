import base64

import pytest

from annotator.corpus.article import Draft, ReadingChoices
from annotator.corpus.readers.web import decode_page, page, read_archive
from annotator.system.errors import TextError
from annotator.system.whole_files import Broken
from tests.annotator.corpus.files_made import put

HEAD = (
    '<title>Rathaus ohne Treppe - Wiesenauer Bote</title><meta property="og:title" content="Ein Rathaus ohne Treppe">'
    '<meta property="og:site_name" content="Wiesenauer Bote"><meta name="author" content="Jana Berg">'
    '<meta property="article:published_time" content="2026-03-09T23:11:12+01:00">'
    '<link rel="canonical" href="https://bote.example/rathaus">'
)
FIRST = (
    "Die Stadt Wiesenau will ihr Rathaus ins Netz verlegen. „Das wird günstiger“, sagte die Bürgermeisterin am Montag"
    " vor dem Stadtrat, der lange darüber stritt."
)
SECOND = (
    "Kritiker zweifeln daran und verweisen auf die Kosten von 2,3 Millionen Euro, die im Haushalt noch nicht stehen."
    " Der Kämmerer schweigt dazu."
)
BODY = (
    '<nav><a href="/">Start</a> <a href="/p">Politik</a></nav><div class="cookie">Wir verwenden Cookies</div><article>'
    f"<h1>Ein Rathaus ohne Treppe</h1><p>{FIRST}</p><p>{SECOND}</p>"
    '<img src="https://bild.example/a.jpg" onerror="alert(1)"></article><aside><h3>Meistgelesen</h3><ul><li>'
    '<a href="/1">Ampel fällt aus</a></li></ul></aside><footer>Impressum</footer><script>alert(1)</script>'
)
PAGE = f'<!DOCTYPE html><html lang="de-AT"><head>{HEAD}</head><body>{BODY}</body></html>'
TEXT = f"Ein Rathaus ohne Treppe\n\n{FIRST}\n\n{SECOND}"


def in_charset(charset):
    return PAGE.replace("<head>", f'<head><meta http-equiv="Content-Type" content="text/html; charset={charset}">')


def test_page_yields_article_and_metadata():
    found = page(PAGE.encode(), name="a.html")
    assert found.text == TEXT
    assert (found.title, found.author, found.publisher) == ("Ein Rathaus ohne Treppe", "Jana Berg", "Wiesenauer Bote")
    assert (found.url, found.published, found.language) == ("https://bote.example/rathaus", "2026-03-09", "de")


@pytest.mark.parametrize(
    ("charset", "written", "encoding"),
    [
        ("iso-8859-1", "cp1252", "cp1252"),  # browsers read it so: there are „quotes“ in it
        ("windows-1252", "cp1252", "cp1252"),
        ("utf-8", "utf-8", "utf-8"),
        ("utf-16", "utf-8", "utf-8"),  # it lies: as ASCII it could not be read
        ("klingon", "utf-8", "utf-8"),
        ("macintosh", "mac_roman", "macintosh"),
    ],
)
def test_page_states_its_encoding(charset, written, encoding):
    found = page(in_charset(charset).encode(written), name="a.html")
    assert (found.text, found.encoding) == (TEXT, encoding)


@pytest.mark.parametrize("declared", ["latin\0 1", "no-such", "hex", "ä"])
def test_unknown_stated_encoding_is_ignored(declared):
    decoded = decode_page("<p>Köln wächst.</p>".encode(), name="a.mhtml", declared=declared)
    assert (decoded.text, decoded.encoding) == ("<p>Köln wächst.</p>", "utf-8")


def test_chosen_encoding_outranks_that_of_the_page():
    found = page(in_charset("iso-8859-1").encode("utf-8"), name="a.html", forced="utf-8")
    assert (found.text, found.encoding, found.encoding_sure) == (TEXT, "utf-8", True)


def test_invalid_bytes_in_page_are_replaced():
    found = page(PAGE.encode().replace(b"Impressum", b"Impressum \xff"), name="a.html")
    assert (found.text, found.encoding_sure) == (TEXT, False)


def test_address_saved_by_browser_is_kept():
    bare = PAGE.replace('<link rel="canonical" href="https://bote.example/rathaus">', "")
    saved = bare.replace("<html", "<!-- saved from url=(0030)https://bote.example/gesichert -->\n<html")
    assert page(saved.encode(), name="a.html").url == "https://bote.example/gesichert"


def test_copyright_year_is_not_a_date():
    undated = PAGE.replace('<meta property="article:published_time" content="2026-03-09T23:11:12+01:00">', "")
    found = page(undated.replace("Impressum", "Copyright 2019 Wiesenauer Bote").encode(), name="a.html")
    assert (found.text, found.published) == (TEXT, None)


@pytest.mark.parametrize("content", ["", "<html></html>", "<script>document.write('x')</script>", "<div>" * 99_999])
def test_page_without_article_is_refused(content):
    with pytest.raises(TextError, match=r"leer\.html contains no article"):
        page(content.encode(), name="leer.html")


def mhtml(content, encoding="quoted-printable", charset="utf-8"):
    return (
        "From: <Saved by a browser>\r\nSnapshot-Content-Location: https://bote.example/schnappschuss\r\n"
        'MIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="--x--"\r\n\r\n'
        f'----x--\r\nContent-Type: text/html; charset="{charset}"\r\nContent-Transfer-Encoding: {encoding}\r\n'
        f"Content-Location: https://bote.example/teil\r\n\r\n{content}\r\n"
        "----x--\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n----x----\r\n"
    )


def test_mhtml_yields_its_page(tmp_path):
    bare = PAGE.replace('<link rel="canonical" href="https://bote.example/rathaus">', "")
    packed = base64.encodebytes(bare.encode("cp1252")).decode()
    (found,) = read_archive(put(tmp_path, "a.mhtml", mhtml(packed, "base64", "windows-1252")), ReadingChoices())
    assert isinstance(found, Draft)
    assert (found.text, found.url, found.encoding) == (TEXT, "https://bote.example/schnappschuss", "cp1252")


def test_mhtml_without_page_is_refused(tmp_path):
    for content in (b"", b"\x00\xff" * 50, mhtml("x").replace("text/html", "text/plain").encode()):
        with pytest.raises(Broken, match="no web page"):
            list(read_archive(put(tmp_path, "a.mht", content), ReadingChoices()))
