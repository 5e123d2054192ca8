import pytest

from annotator.corpus.article import Draft, ReadingChoices
from annotator.corpus.readers.xml_news import read_feed
from annotator.system.errors import TextError
from annotator.system.whole_files import Broken
from tests.annotator.corpus.files_made import put

SPACES = 'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"'
RSS = f"""<?xml version="1.0" encoding="{{encoding}}"?><rss version="2.0" {SPACES}><channel>
<title>Wiesenauer Bote</title><language>de-de</language><item><title>Ein Rathaus &amp; keine Treppe</title>
<link>https://bote.example/1</link><guid>nr-1</guid><dc:creator>Jana Berg</dc:creator>
<pubDate>Mon, 09 Mar 2026 23:30:00 +0100</pubDate><description>Kurz gesagt</description>
<content:encoded><![CDATA[<p>Für Bürger&nbsp;da.</p><script>alert(1)</script><p>Zweiter</p>]]></content:encoded>
</item><item><title>Leer</title></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>The Post</title><entry>
<title type="html">No &lt;b&gt;stairs&lt;/b&gt;</title><link href="https://post.example/1"/><id>tag:1</id>
<updated>2026-03-09T10:00:00Z</updated><summary>In short.</summary></entry></feed>"""


def read(tmp_path, content):
    return list(read_feed(put(tmp_path, "a.rss", content), ReadingChoices()))


@pytest.mark.parametrize("encoding", ["utf-8", "iso-8859-1"])
def test_rss_entries_are_articles_with_longest_text(tmp_path, encoding):
    found, fault = read(tmp_path, RSS.format(encoding=encoding).encode(encoding))
    assert isinstance(found, Draft)
    assert found.text == "Ein Rathaus & keine Treppe\n\nFür Bürger\u00a0da.\n\nZweiter"
    assert (found.title, found.author, found.publisher) == (
        "Ein Rathaus & keine Treppe",
        "Jana Berg",
        "Wiesenauer Bote",
    )
    assert (found.url, found.id, found.published) == ("https://bote.example/1", "nr-1", "2026-03-09")
    assert found.language == "de"
    assert str(fault) == "a.rss, entry 2: there is no text."


def test_atom_entries_are_articles(tmp_path):
    (found,) = read(tmp_path, ATOM)
    assert (found.text, found.published, found.url) == (
        "No stairs\n\nIn short.",
        "2026-03-09",
        "https://post.example/1",
    )


def test_feed_with_wrong_encoding_is_read(tmp_path):
    found, _ = read(tmp_path, RSS.format(encoding="utf-8").encode("cp1252"))
    assert "Für Bürger" in found.text


@pytest.mark.parametrize("content", ["", "<rss>", "<rss><channel></channel></rss>", "nein"])
def test_feed_without_entries_is_refused(tmp_path, content):
    with pytest.raises((Broken, TextError)):
        read(tmp_path, content)


def test_damaged_feed_is_refused_or_read(tmp_path):
    whole = RSS.format(encoding="utf-8").encode()
    for place in range(0, 400, 3):
        damaged = whole[:place] + b"\x90\xff" + whole[place + 2 :]
        try:
            assert all(isinstance(one, Draft | TextError) for one in read(tmp_path, damaged))
        except (Broken, TextError):
            continue


def test_entities_declared_in_feed_are_harmless(tmp_path):
    bomb = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    declared = f'<!DOCTYPE rss [<!ENTITY a0 "lang">{bomb}<!ENTITY f SYSTEM "file:///etc/passwd">]>'
    content = declared + ATOM.replace("In short", "&a9;&f;")
    try:
        found = read(tmp_path, content)
    except (Broken, TextError):
        return
    assert all(len(one.text) < 1000 and "root:" not in one.text for one in found if isinstance(one, Draft))


def test_feed_of_open_entries_is_refused_at_once(tmp_path):
    path = put(tmp_path, "a.rss", '<rss version="2.0"><channel>' + "<item>" * 300_000)
    with pytest.raises(Broken, match="nested too deeply"):
        list(read_feed(path, ReadingChoices()))
