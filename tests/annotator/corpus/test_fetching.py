import pytest

from annotator.corpus.fetching import fetch
from annotator.errors import TextError
from tests.annotator.corpus.test_web import TEXT
from tests.annotator.served import address, serving


@pytest.fixture
def server(monkeypatch):
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    with serving() as made:
        yield made


def test_one_page_is_fetched_and_nothing_that_it_names(server):
    article = fetch(address(server, "/seite"))
    assert (article.text, article.encoding, article.name) == (TEXT, "cp1252", "127.0.0.1")
    assert article.url == address(server, "/seite")
    assert server.asked == ["/seite"]


def test_a_page_that_has_moved_is_found_and_a_plain_text_is_read(server):
    assert fetch(address(server, "/alt")).url == address(server, "/seite")
    assert fetch(address(server, "/text")).text == "Über Köln 🎈"


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/weg", "there is no such page"),
        ("/kreis", "infinite loop"),
        ("/datei", "is not allowed"),
        ("/ftp", "something that is not a web page"),
        ("/bild", "not a page but a file"),
        ("/gross", "20.0 MB"),
    ],
)
def test_what_cannot_be_fetched_is_said_with_its_reason(server, path, said):
    with pytest.raises(TextError, match=said):
        fetch(address(server, path))


def test_a_server_that_is_not_there_is_said():
    with pytest.raises(TextError, match="could not be fetched: the connection was refused"):
        fetch("http://127.0.0.1:9/")
    with pytest.raises(TextError, match="no computer of that name is known"):
        fetch("http://nirgends.invalid/")
