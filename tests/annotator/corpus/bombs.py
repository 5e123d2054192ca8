"""Malicious files. Each is small or quickly written, and of a type that one of the readers reads.

`BOMBS` are functions of a folder and a scale: at 1 they are large enough to harm a reader without limits, at 0.02 they
are quick. Each writes one file and returns its path.
"""

import gzip
import zlib
from collections.abc import Callable
from pathlib import Path

from tests.annotator.corpus import bombs_labelled, bombs_packed
from tests.annotator.corpus.bombs_labelled import times
from tests.annotator.corpus.files_made import put

Bomb = Callable[[Path, float], Path]

LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(12))
    + "]>"
)
QUADRATIC = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "{words}">]>'
HTTP = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"


def record(body, *more, length=None):
    """Return a record of a web archive; ``length`` is the length that it declares."""
    said = len(body) if length is None else length
    head = [b"WARC/1.0", b"WARC-Type: response", b"WARC-Target-URI: http://a.example/"]
    return b"\r\n".join([*head, *more, b"Content-Length: %d" % said, b"", b""]) + body + b"\r\n\r\n"


def letter(*headers, body=b"Ein Brief."):
    return b"\n".join([*headers, b"", body])


def nested_parts(depth):
    head = b"".join(
        b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (number, number) for number in range(depth)
    )
    return head + b"Content-Type: text/plain\n\nTief."


def flat_parts(count):
    return b'Content-Type: multipart/mixed; boundary="b"\n\n' + b"--b\nContent-Type: text/plain\n\nx\n" * count


def rss(items, head=""):
    return f'{head}<rss version="2.0"><channel>{items}'


def page(body):
    return f"<html><body><article>{body}</article></body></html>"


_PLAIN: dict[str, Callable[[float], tuple[str, str | bytes]]] = {
    # Markdown
    "markdown, brackets": lambda s: ("a.md", "[" * times(1e6, s)),
    "markdown, links without end": lambda s: ("a.md", "[a](" * times(1e6, s)),
    "markdown, stars": lambda s: ("a.md", "*a " * times(1e6, s)),
    "markdown, spaces in a heading": lambda s: ("a.md", "# a" + " " * times(1e6, s) + "b"),
    "markdown, a million details": lambda s: ("a.md", "---\n" + "a: b\n" * times(1e6, s) + "---\nText."),
    "markdown, deep TOML": lambda s: ("a.md", "+++\na = " + "[" * times(60_000, s) + "\n+++\nText."),
    "markdown, open quotes in a list": lambda s: (
        "a.md",
        "---\ntags: [" + "'a,''" * times(10_000, s) + "]\n---\nText.",
    ),
    # Mails
    "mail, brackets in From": lambda s: ("a.eml", letter(b"From: " + b"(" * times(300, s, 300))),
    "mail, encoded words": lambda s: ("a.eml", letter(b"Subject: " + b" ".join([b"=?utf-8?q?a?="] * times(3e5, s)))),
    "mail, endless headers": lambda s: ("a.eml", letter(*(b"X-%d: y" % n for n in range(times(1e6, s))))),
    "mail, header of 50 MB": lambda s: ("a.eml", letter(b"Received: " + b"x " * times(25e6, s))),
    "mail, folded header": lambda s: ("a.eml", letter(b"Subject: x" + b"\n  y" * times(1e6, s))),
    "mail, a million addresses": lambda s: ("a.eml", letter(b"From: " + b"a@b.example, " * times(1e6, s))),
    "mail, brackets in Content-Type": lambda s: ("a.eml", letter(b"Content-Type: text/plain; x=" + b"(" * 5000)),
    "mail, brackets in Date": lambda s: ("a.eml", letter(b"Date: " + b"(" * times(1e6, s))),
    "mail, parameters": lambda s: (
        "a.eml",
        letter(b"Content-Type: text/plain" + b"".join(b"; n*%d=x" % n for n in range(times(1e5, s)))),
    ),
    "mail, nested parts": lambda s: ("a.eml", nested_parts(times(5000, s, 500))),
    "mail, a million parts": lambda s: ("a.eml", flat_parts(times(1e6, s))),
    "mail, nested mails": lambda s: ("a.eml", b"Content-Type: message/rfc822\n\n" * times(5000, s, 500)),
    "mail, quoted printable": lambda s: (
        "a.eml",
        letter(b"Content-Type: text/plain\nContent-Transfer-Encoding: quoted-printable", body=b"=" * times(2e7, s)),
    ),
    "mail, no base64": lambda s: (
        "a.eml",
        letter(b"Content-Type: text/html\nContent-Transfer-Encoding: base64", body=b"<<<<" * times(5e6, s)),
    ),
    "mhtml, nested parts": lambda s: ("a.mhtml", nested_parts(times(5000, s, 500))),
    "mhtml, a million parts": lambda s: ("a.mhtml", flat_parts(times(1e6, s))),
    # Pages
    "page, nested": lambda s: ("a.html", page("<div>" * times(1e6, s) + "tief")),
    "page, nested tables": lambda s: ("a.html", page("<table><tr><td>" * times(2e5, s) + "tief")),
    "page, nested in line": lambda s: ("a.html", page("<p>Wort " + "<b><i>x" * times(2e5, s))),
    "page, attributes": lambda s: ("a.html", page("<p " + "".join(f"a{n}=x " for n in range(times(1e6, s))) + ">x")),
    "page, entities": lambda s: ("a.html", page("<p>" + "&amp;" * times(3e6, s))),
    "page, paragraphs": lambda s: ("a.html", page("<p>x</p>" * times(1e6, s))),
    "page, open script": lambda s: ("a.html", page("<script>" + "<!--<script>" * times(1e6, s))),
    "page, one word": lambda s: ("a.html", page("<p>" + "x" * times(1.9e7, s))),
    "page, links": lambda s: ("a.html", page("<p>" + '<a href="http://x.example/">x</a> ' * times(3e5, s))),
    "page, JSON-LD": lambda s: (
        "a.html",
        '<html><head><script type="application/ld+json">' + '{"a":[' * times(1e6, s) + "</script></head><p>x",
    ),
    "page, meta": lambda s: ("a.html", "<html><head>" + '<meta name="author" content="x y">' * times(3e5, s) + "<p>x"),
    # Web archives
    "warc, lying length": lambda s: ("a.warc", record(HTTP + b"\r\n<p>x", length=10**15)),
    "warc, negative length": lambda s: ("a.warc", record(b"x", length=-1)),
    "warc, length of many digits": lambda s: ("a.warc", record(b"x", b"Content-Length: " + b"9" * 5000)),
    "warc, endless headers": lambda s: ("a.warc", record(b"x", *[b"A: b"] * times(1e6, s))),
    "warc, header of 50 MB": lambda s: ("a.warc", record(b"x", b"A: " + b"b" * times(5e7, s))),
    "warc, empty records": lambda s: ("a.warc", record(b"") * times(5e5, s)),
    "warc, zeros": lambda s: ("a.warc.gz", gzip.compress(record(HTTP + b"\r\n" + bytes(times(1e9, s))), 1)),
    "packed, zeros": lambda s: ("a.txt.gz", gzip.compress(bytes(times(1e9, s)), 1)),
    "packed, one line": lambda s: ("a.jsonl.gz", gzip.compress(b'{"text":"' + b"a" * times(1e9, s), 1)),
    "packed, tokens": lambda s: ("a.conll.gz", gzip.compress(b"a O\n" * times(2e8, s), 1)),
    "packed, labels": lambda s: (
        "a.json.gz",
        gzip.compress(b'[{"text":"a","label":[' + b"[0,1,1]," * times(1e8, s), 1),
    ),
    "packed, many members": lambda s: ("a.csv.gz", gzip.compress(b"") * times(1e6, s)),
    "packed, twice": lambda s: ("a.txt.gz.gz", gzip.compress(gzip.compress(bytes(times(1e9, s)), 1))),
    "packed, rest": lambda s: ("a.txt.gz", gzip.compress(b"Ein Satz.") + bytes(times(1e8, s)) + b"x"),
    "warc, many members": lambda s: ("a.warc.gz", gzip.compress(b"") * times(1e6, s)),
    "warc, chunks": lambda s: (
        "a.warc",
        record(HTTP + b"Transfer-Encoding: chunked\r\n\r\n" + b"1\r\nx\r\n" * times(3e6, s)),
    ),
    "warc, packed page": lambda s: (
        "a.warc",
        record(HTTP + b"Content-Encoding: deflate\r\n\r\n" + zlib.compress(bytes(times(5e8, s)), 1)),
    ),
    "warc, nested page": lambda s: ("a.warc", record(HTTP + b"\r\n" + b"<div>" * times(1e6, s)) * 2),
    # Tables
    "csv, giant field": lambda s: ("a.csv", 'text\n"' + "x" * times(1e8, s)),
    "csv, a million columns": lambda s: ("a.csv", ",".join(f"c{n}" for n in range(times(1e6, s))) + "\nx" * 9),
    "csv, ten million rows": lambda s: ("a.csv", "text\n" + "".join(f"{n}\n" for n in range(times(1e7, s)))),
    "csv, empty rows": lambda s: ("a.csv", "text;title\n" + ";x\n" * times(1e7, s)),
    "csv, open quotes": lambda s: ("a.csv", "text,title\n" + '"x\n' * times(1e7, s)),
    "csv, delimiters": lambda s: ("a.csv", "," * times(5e7, s)),
    # JSON
    "jsonl, nested": lambda s: ("a.jsonl", '{"text":' + "[" * times(5e7, s)),
    "jsonl, nested objects": lambda s: ("a.jsonl", '{"text":' * times(1e7, s)),
    "jsonl, a million numbers": lambda s: ("a.jsonl", "1\n" * times(2e7, s)),
    "jsonl, a long number": lambda s: ("a.jsonl", '{"text":' + "9" * times(1e8, s) + "}"),
    "jsonl, keys": lambda s: (
        "a.jsonl",
        '{"text":"Ein Satz.",' + ",".join(f'"k{n}":1' for n in range(times(3e6, s))) + "}",
    ),
    "json, nested": lambda s: ("a.json", "[" * times(5e7, s)),
    "json, lists in a list": lambda s: ("a.json", "[" + "[]," * times(5e7, s) + "[]]"),
    "json, short articles": lambda s: (
        "a.json",
        "[" + ",".join(f'{{"text":"{n}"}}' for n in range(times(5e6, s))) + "]",
    ),
    "ninjs, bodies": lambda s: (
        "a.json",
        '{"uri":"x","versioncreated":"2026-05-03","bodies":[' + '{"value":"<p>x"},' * times(3e6, s) + "{}]}",
    ),
    # Feeds and news
    "rss, open items": lambda s: ("a.rss", rss("<item>" * times(3e5, s))),
    "rss, open other elements": lambda s: ("a.rss", rss("<item><x>" + "<x>" * times(3e5, s))),
    "rss, items": lambda s: ("a.rss", rss("<item><title>x</title></item>" * times(5e5, s))),
    "rss, laughs": lambda s: ("a.rss", rss("<item><title>&l;</title></item>", LAUGHS)),
    "rss, quadratic": lambda s: (
        "a.rss",
        rss(f"<item><title>{'&a;' * times(1e5, s)}", QUADRATIC.format(words="x" * times(1e5, s))),
    ),
    "rss, nested page": lambda s: ("a.rss", rss(f"<item><description>{'&lt;b&gt;' * times(1e6, s)}")),
    "atom, dates": lambda s: ("a.atom", f"<feed><entry><updated>{'2026-' * times(1e6, s)}</updated><content>x"),
    "nitf, laughs": lambda s: ("a.xml", LAUGHS + "<nitf><body>&l;</body></nitf>"),
    "nitf, nested": lambda s: ("a.xml", "<nitf>" + "<block>" * times(1e6, s)),
    "nitf, paragraphs": lambda s: ("a.xml", f"<nitf><body><body.content>{'<p>x</p>' * times(2e6, s)}"),
    "newsml, attributes": lambda s: (
        "a.xml",
        "<newsItem " + " ".join(f'a{n}="x"' for n in range(times(1e6, s))) + "><x/></newsItem>",
    ),
    "newsml, comments": lambda s: ("a.xml", "<!--" * times(1e6, s) + "<newsItem/>"),
    # Texts
    "text, one word": lambda s: ("a.txt", "x" * times(1.9e7, s)),
    "text, empty lines": lambda s: ("a.txt", "x" + "\n" * times(1.9e7, s)),
    "text, short lines": lambda s: ("a.txt", "Von A B, C\n" * times(1.7e6, s)),
    "text, dates": lambda s: ("a.txt", "3. Mai 2026 12:00, " * times(1e6, s)),
    "text, brackets": lambda s: ("a.txt", "(" * times(1.9e7, s)),
    "text, white space": lambda s: ("a.txt", "Von" + " " * times(1.9e7, s) + "x"),
    "text, no encoding": lambda s: ("a.txt", bytes(range(128, 256)) * times(1.4e5, s)),
    "text, zeros": lambda s: ("a.txt", bytes(times(1.9e7, s))),
    "text, signs that join": lambda s: ("a.txt", "e" + "\u0301" * times(9e6, s)),
}


def _written(make: Callable[[float], tuple[str, str | bytes]]) -> Bomb:
    def write(folder: Path, scale: float) -> Path:
        path: Path = put(folder, *make(scale))
        return path

    return write


BOMBS: dict[str, Bomb] = {
    **{name: _written(make) for name, make in _PLAIN.items()},
    **bombs_packed.BOMBS,
    **{name: _written(make) for name, make in bombs_labelled.BOMBS.items()},
    **bombs_labelled.PACKED,
}


def plant(folder: Path, name: str, scale: float) -> Path:
    """Write a bomb into a folder, named after its kind."""
    place = folder / "".join(c if c.isalnum() else "-" for c in name)
    place.mkdir(parents=True)
    return BOMBS[name](place, scale)
