import gzip
import zlib

import pytest

from annotator.corpus.article import Article, Draft, ReadingChoices
from annotator.corpus.byte_limits import MB, TEXT_LIMIT
from annotator.corpus.reader_table import find, read_file, reader_for
from annotator.corpus.readers import warc
from annotator.corpus.readers.warc import read_archive
from annotator.system.errors import TextError
from annotator.system.whole_files import Broken
from tests.annotator.corpus.files_made import put
from tests.annotator.corpus.readers.test_web import PAGE, TEXT, in_charset

URL = "https://bote.example/rathaus"
HTML = "Content-Type: text/html"


def record(block, kind="response", url=URL, **more):
    headers = {"WARC-Type": kind, "WARC-Target-URI": url, "Content-Length": len(block), **more}
    lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    return b"WARC/1.0\r\n" + lines.encode() + b"\r\n" + block + b"\r\n\r\n"


def answer(body, *headers, status=200):
    lines = (f"HTTP/1.1 {status} Whatever", *(headers or (HTML,)))
    return "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + body


def read(path):
    return list(read_archive(path, ReadingChoices()))


def test_each_archived_page_is_an_article(tmp_path):
    other = PAGE.replace("Rathaus ohne Treppe", "Rathaus mit Treppe")
    content = (
        record(b"software: X", "warcinfo", "")
        + record(b"GET / HTTP/1.1", "request")
        + record(answer(PAGE.encode()))
        + record(answer(b"\x89PNG", "Content-Type: image/png"), url="https://bote.example/a.png")
        + record(answer(b"gone", status=404), url="https://bote.example/weg")
        + record(other.encode(), "resource", "https://bote.example/2", **{"Content-Type": "text/html"})
    )
    first, second = read(put(tmp_path, "a.warc", content))
    assert isinstance(first, Draft)
    assert (first.text, first.url, first.published) == (TEXT, URL, "2026-03-09")
    assert second.title == "Ein Rathaus mit Treppe"


def test_warc_compression_makes_no_difference(tmp_path):
    records = [record(answer(PAGE.encode())), record(answer(PAGE.replace("Treppe", "Tür").encode()))]
    one = put(tmp_path, "a.warc.gz", b"".join(map(gzip.compress, records)))
    whole = put(tmp_path, "b.warc.gz", gzip.compress(b"".join(records)))
    assert [draft.text for draft in read(one)] == [draft.text for draft in read(whole)]
    assert len(read(one)) == 2


@pytest.mark.parametrize(
    ("headers", "body"),
    [
        (["Content-Encoding: gzip"], gzip.compress(PAGE.encode(), mtime=0)),
        (["Content-Encoding: gzip"], PAGE.encode()),
        (["Content-Encoding: deflate"], zlib.compress(PAGE.encode())),
        (["Content-Encoding: deflate"], zlib.compress(PAGE.encode())[2:-4]),
        (["Content-Encoding: br"], PAGE.encode()),
        (
            ["Transfer-Encoding: chunked"],
            b"%x;x=1\r\n%s\r\n%x\r\n%s\r\n0\r\n\r\n"
            % (9, PAGE.encode()[:9], len(PAGE.encode()) - 9, PAGE.encode()[9:]),
        ),
        (["Transfer-Encoding: chunked"], PAGE.encode()),
        (["X-Header: \xff\xfe"], PAGE.encode()),
    ],
)
def test_transfer_encodings_of_pages(tmp_path, headers, body):
    (draft,) = read(put(tmp_path, "a.warc", record(answer(body, HTML, *headers))))
    assert draft.text == TEXT


def test_encoding_of_the_server_comes_first(tmp_path):
    body = in_charset("utf-8").encode("cp1252")
    (draft,) = read(put(tmp_path, "a.warc", record(answer(body, "Content-Type: text/html; charset=windows-1252"))))
    assert (draft.text, draft.encoding) == (TEXT, "cp1252")


def test_archived_page_without_article_is_reported_by_address(tmp_path):
    script = record(answer(b"<html><script>alert(1)</script></html>"), url="https://bote.example/leer")
    packed = record(answer(b"\x1b\x00\x01", HTML, "Content-Encoding: br"), url="https://bote.example/br")
    found = read(put(tmp_path, "a.warc", script + packed + record(answer(PAGE.encode()))))
    assert [type(each) for each in found] == [TextError, TextError, Draft]
    assert str(found[0]) == "a.warc, https://bote.example/leer contains no article that can be read."
    assert "could not be read" in str(found[1])


@pytest.mark.parametrize(
    "content",
    [
        b"nothing of the kind",
        b"WARC/1.0\r\nContent-Length: viele\r\n\r\n",
        b"WARC/1.0\r\nContent-Length: -5\r\n\r\n",
        b"WARC/1.0\r\nWARC-Type: response\r\n\r\n",
        b"WARC/1.0\r\n" + b"A: b\r\n" * 1000 + b"\r\n",
        record(answer(PAGE.encode()))[:-400],
        gzip.compress(record(answer(PAGE.encode())), mtime=0)[:-20],
        gzip.compress(b"x", mtime=0)[:9] + b"\xff" * 40,
    ],
)
def test_damaged_warc_is_refused(tmp_path, content):
    with pytest.raises(Broken):
        read(put(tmp_path, "a.warc", content))


def test_warc_without_pages_is_refused(tmp_path):
    with pytest.raises(TextError, match=r"a\.warc contains no article"):
        read(put(tmp_path, "a.warc", record(b"software: X", "warcinfo", "")))
    with pytest.raises(TextError, match="contains no article"):
        read(put(tmp_path, "a.warc", b""))


def test_page_that_decompresses_too_large_stops_no_other(tmp_path):
    bomb = record(answer(gzip.compress(b" " * (TEXT_LIMIT * MB + 1)), HTML, "Content-Encoding: gzip"))
    large = record(answer(b" " * (TEXT_LIMIT * MB + 1)))
    found = read(put(tmp_path, "a.warc.gz", gzip.compress(bomb + large + record(answer(PAGE.encode())))))
    assert [getattr(each, "code", "") for each in found] == ["text.too_large", "text.too_large", ""]


def test_warc_that_decompresses_too_large_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(warc, "_MOST_TOTAL", 1)
    content = gzip.compress(record(b" " * (2 * MB), "metadata"))
    with pytest.raises(Broken, match="too large when unpacked"):
        read(put(tmp_path, "a.warc.gz", content))


def test_warc_suffixes(tmp_path):
    paths = [put(tmp_path, name, record(answer(PAGE.encode()))) for name in ("a.warc", "b.WARC.GZ")]
    put(tmp_path, "c.gz", b"something else")
    assert find([tmp_path])[0] == paths
    assert {getattr(reader_for(path), "name", None) for path in paths} == {"warc"}
    article = next(read_file(paths[1]))
    assert isinstance(article, Article)
    assert (article.text, article.url) == (TEXT, URL)
