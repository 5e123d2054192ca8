import time

import pytest

from annotator.corpus.readers.fetching import fetch
from annotator.system.addresses import encoded
from annotator.system.errors import TextError
from tests.annotator.corpus.readers.test_web import TEXT
from tests.annotator.served import address, serving


@pytest.fixture
def server(monkeypatch):
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    with serving() as made:
        yield made


def test_only_the_page_itself_is_fetched(server):
    article = fetch(address(server, "/seite"))
    assert (article.text, article.encoding, article.name) == (TEXT, "cp1252", "127.0.0.1")
    assert article.url == address(server, "/seite")
    assert server.asked == ["/seite"]


def test_redirects_and_plain_text_are_read(server):
    assert fetch(address(server, "/alt")).url == address(server, "/seite")
    assert fetch(address(server, "/text")).text == "Über Köln 🎈"


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/weg", "there is no such page"),
        ("/kreis", "redirects without end"),
        ("/hin", "redirects without end"),
        ("/datei", "something that is not a web page"),
        ("/unformig", "something that is not a web page"),
        ("/ftp", "something that is not a web page"),
        ("/bild", "not a web page"),
        ("/gross", "20.0 MB"),
        ("/endlos", "20.0 MB"),
        ("/endlos-weiter", "sends too much data"),
        ("/bombe", "20.0 MB"),
        ("/halb-gepackt", "the connection broke off"),
        ("/kein-gzip", "the connection broke off"),
        ("/brotli", "its compression is not supported"),
        ("/zu-lang", "the connection broke off"),
        ("/riesig", "the connection broke off"),
    ],
)
def test_fetch_errors_have_a_reason(server, path, said):
    with pytest.raises(TextError, match=said):
        fetch(address(server, path))


@pytest.mark.parametrize("path", ["/seite", "/gepackt", "/unfug"])
def test_page_with_odd_headers_is_read(server, path):
    assert fetch(address(server, path)).text == TEXT


def test_umlauts_and_spaces_in_addresses(server):
    typed = f"http://localhost:{server.server_port}/straße 5?q=ä b%20c&x=100%"
    article = fetch(typed)
    assert server.asked == ["/stra%C3%9Fe%205?q=%C3%A4%20b%20c&x=100%25"]
    assert article.url == encoded(typed)
    with pytest.raises(TextError, match="/größe 7 could not be fetched"):
        fetch(address(server, "/größe 7"))


def test_redirect_with_raw_umlauts_is_followed(server):
    assert fetch(address(server, "/zur-strasse")).text == TEXT
    assert server.asked == ["/zur-strasse", "/stra%C3%9Fe%205"]


@pytest.mark.parametrize("path", ["/tropf", "/tropf-kopf"])
def test_dripping_server_times_out(server, path):
    begun = time.monotonic()
    with pytest.raises(TextError, match="takes too long to load"):
        fetch(address(server, path), seconds=0.3)
    assert time.monotonic() - begun < 3


def test_missing_server_is_reported():
    with pytest.raises(TextError, match="could not be fetched: the connection was refused"):
        fetch("http://127.0.0.1:9/")
    with pytest.raises(TextError, match="no server of that name"):
        fetch("http://nirgends.invalid/")
