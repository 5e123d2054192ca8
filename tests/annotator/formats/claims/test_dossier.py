"""Dossiers for readers."""

from dataclasses import replace
from html.parser import HTMLParser

import pytest

from annotator.formats.fit import Options
from annotator.formats.registry import exporter
from tests.annotator.formats.checked import checked
from tests.annotator.formats.reading import SCHEMA

HOSTILE = '<script>x</script> [a](javascript:b) **c** `d` | "e"'


def written(name, path, annotated, schema=SCHEMA):
    exporter(name).write([annotated], path, Options(schema=schema))
    return path.read_text("utf-8")


class Page(HTMLParser):
    """A parser that collects a page's text and links and checks that every tag is closed."""

    def __init__(self, page):
        super().__init__()
        self.words, self.links, self.open = "", [], []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attributes):
        if tag != "meta":
            self.open.append(tag)
        self.links += [value for name, value in attributes if name == "href"]
        assert tag not in {"script", "img", "link"}

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.words += data


def hostile():
    cited = [{"url": "javascript:alert(2)", "quote": HOSTILE, "role": HOSTILE}, HOSTILE, {"url": 3}]
    former = {"evidence_url": "javascript:alert(1)", "citations": cited}
    fields = {"claim_text": HOSTILE, "verdict_reason": HOSTILE, HOSTILE: HOSTILE, **former}
    spans = tuple(replace(s, note=HOSTILE, attributes=fields) for s in checked().spans)
    return replace(checked(), spans=spans, document=replace(checked().document, title=HOSTILE, publisher=HOSTILE))


def test_page_shows_claims_in_language_of_article(tmp_path):
    page = Page(written("dossier-html", tmp_path / "a.html", checked()))
    assert page.open == []
    for words in ("Urheber", "Zoë Müller", "widerlegt", "stützt", "Nichts steht", "Sie steigen <seit 2020>."):
        assert words in page.words
    assert set(page.links) == {
        *("https://example.org/steuern", "https://example.org/a?b=1&c=2", "https://example.org/b")
    }
    english = replace(checked(), document=replace(checked().document, language="en"))
    assert "Claimant" in written("dossier-html", tmp_path / "b.html", english)


def test_heading_is_in_language_of_first_claim(tmp_path):
    english = replace(checked(), document=replace(checked().document, language="en"))
    for name, head in (("dossier-html", "<h1>{}</h1>"), ("dossier-markdown", "# {}\n")):
        for entry, heading in ((checked(), "Behauptungen"), (english, "Claims")):
            assert head.format(heading) in written(name, tmp_path / "a", entry)
        assert head.format("Claims") in written(name, tmp_path / "a", replace(checked(), spans=(), relations=()))


def test_html_in_texts_is_escaped(tmp_path):
    page = Page(written("dossier-html", tmp_path / "a.html", hostile(), schema=None))
    assert page.open == []
    assert HOSTILE in page.words
    assert not any(link.startswith("javascript") for link in page.links)


def test_markdown_in_texts_is_escaped(tmp_path):
    text = written("dossier-markdown", tmp_path / "a.md", checked())
    assert text.count("\n## ") == 4
    assert "- **widerspricht** „Der Satz stieg.“ <https://example.org/a?b=1&c=2>" in text
    escaped = written("dossier-markdown", tmp_path / "b.md", hostile())
    assert "<script>" not in escaped.replace("\\<script\\>", "")
    assert "\\[a\\](javascript:b) \\*\\*c\\*\\*" in escaped


@pytest.mark.parametrize("name", ["dossier-html", "dossier-markdown", "fever"])
@pytest.mark.parametrize("role", [["odd role"], 70707], ids=["list", "number"])
def test_role_that_is_no_text_is_written_as_text(tmp_path, name, role):
    relations = tuple(replace(r, attributes={"role": role}) if r.attributes else r for r in checked().relations)
    page = written(name, tmp_path / "a.jsonl", replace(checked(), relations=relations))
    assert ("odd role" in page or "70707" in page) is name.startswith("dossier")
