import pytest

from annotator.corpus.readers.tree import HTML, first, fragment_text, paragraphs, parse_html, parse_xml, text_of
from annotator.system.whole_files import Broken


@pytest.mark.parametrize(
    ("markup", "found"),
    [
        ("<p>Hallo <b>fette</b>\n  Welt<script>x</script> Ende</p>lose", "Hallo fette Welt Ende\n\nlose"),
        ("eins<br>zwei<br/>drei", "eins\nzwei\ndrei"),
        ("<div>tief<div>tiefer</div>zurück</div>", "tief\n\ntiefer\n\nzurück"),
        ("<table><tr><td>a<p>b</p></td><td> </td><td>c</td></tr><tr><th>d</th></tr></table>", "a b | c\n\nd"),
        ("<ul><li>eins<li>zwei</ul>", "eins\n\nzwei"),
        ("z.&nbsp;B. &lt;ja&gt; <i>&#x1F388;</i>", "z.\u00a0B. <ja> 🎈"),
        ("kein HTML &amp; doch", "kein HTML & doch"),
        ("<p></p><!-- nichts -->", ""),
        ("<iframe src='x'>a</iframe><style>b</style><noscript>c</noscript>d", "d"),
    ],
)
def test_html_fragments_become_paragraphs(markup, found):
    assert fragment_text(markup) == found


def test_html_entities_are_read_in_xml():
    root = parse_xml(
        b'<!DOCTYPE nitf SYSTEM "http://nirgends.example/nitf.dtd"><nitf><p>Caf&eacute; <em>so</em></p></nitf>'
    )
    assert paragraphs(root, HTML) == ["Café so"]
    assert text_of(root) == "Café so"


@pytest.mark.parametrize(
    "content",
    [
        b'<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>',
        b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
        b'<!DOCTYPE a [<!ENTITY % x SYSTEM "http://nirgends.example/x">]><a/>',
        b"<a><b></a>",
        b"",
        b"<a>" * 100_000,
        b'<?xml version="1.0" encoding="klingon"?><a/>',
    ],
)
def test_invalid_and_malicious_xml_is_refused(content):
    with pytest.raises(Broken):
        parse_xml(content)


def test_elements_are_found_without_namespace_at_any_depth():
    root = parse_xml(b'<n:a xmlns:n="x"><b><n:C>eins <d>zwei</d></n:C></b></n:a>')
    assert text_of(first(root, "b", "c")) == "eins zwei"
    assert first(root, "b", "x") is None
    assert text_of(None) is None


def test_deeply_nested_page_is_read():
    root = parse_html("<p>oben</p>" + "<div>" * 50_000)
    assert root is not None
    assert paragraphs(root, HTML) == ["oben"]
    assert parse_html("") is None
