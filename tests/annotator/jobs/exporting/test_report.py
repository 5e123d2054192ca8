"""Reports as a browser reads them: self-contained, with anchors, and safe with hostile text."""

from html.parser import HTMLParser

import pytest

from annotator.corpus.article import Article
from annotator.editing import edits
from annotator.jobs.exporting.report import write_article, write_project
from annotator.model.values import CLAIMS, Relation, new_id
from annotator.system.errors import FormatError
from tests.annotator import made
from tests.annotator.made import TEXT, make_project

HOSTILE = "<script>alert('🎈')</script> & <img src=x onerror=y>"
EMPTY = {"meta", "br", "img"}


class Page(HTMLParser):
    """The contents of a page: its tags, ids, links, article text, and the depth of lines below each word."""

    def __init__(self, page):
        super().__init__(convert_charrefs=True)
        self.names, self.ids, self.links, self.words, self.open, self.lines = set(), [], [], "", [], {}
        self.feed(page)
        self.close()

    def handle_starttag(self, name, attributes):
        self.names.add(name)
        for key, value in attributes:
            self.ids += [value] if key == "id" else []
            self.links += [value] if key in {"href", "src"} else []
        if name not in EMPTY:
            self.open.append(name)

    def handle_endtag(self, name):
        assert self.open.pop() == name

    def handle_data(self, words):
        if "article" in self.open and "sup" not in self.open:
            self.words += words
            self.lines[words] = self.open.count("s")


@pytest.fixture
def hostile(tmp_path):
    """A project whose every text is hostile, and its article."""
    project = make_project(tmp_path, "Stadt & <b>")
    text = f"{HOSTILE}\n\n{TEXT}"
    article = Article(name="x", title=HOSTILE, text=text, language="de", publisher=HOSTILE, published="2026-03-01")
    document = project.add_articles([article]).ids[0]
    outer = made.claim(document, "Die EU-Kommission sagt, sie spare", text=text, note=HOSTILE)
    inner = made.span(document, "EU-Kommission", "ORG", text=text)
    across = made.span(document, "Kommission sagt", "MISC", text=text)
    odd = made.span(document, "<script>", "MISC", text=text, attributes={"colour": HOSTILE})
    said = Relation(id=new_id(), label="claimant", head=outer.id, tail=inner.id, annotator="anna")
    project.do(edits.add([outer, inner, across, odd], [said]))
    yield project, document, (outer, inner, across, odd)
    project.close()


def test_article_report_has_whole_text_anchors_and_rows(hostile, tmp_path):
    project, document, spans = hostile
    write_article(project.path, document, tmp_path / "a.html", "en")
    page = Page((tmp_path / "a.html").read_text("utf-8"))
    assert page.words == project.read.text(document)
    assert page.open == []
    assert sorted(page.ids) == sorted(f"{kind}-{span.id}" for span in spans for kind in "sr")
    assert {link.removeprefix("#") for link in page.links} == set(page.ids)


def test_overlapping_labels_have_a_line_each(hostile, tmp_path):
    project, document, _ = hostile
    write_article(project.path, document, tmp_path / "a.html", "en")
    lines = Page((tmp_path / "a.html").read_text("utf-8")).lines
    assert lines["Die "] == 1
    assert lines["EU-"] == 2
    assert lines["Kommission"] == 3
    assert lines[" sagt"] == 2
    assert lines[" viel."] == 0


def test_report_loads_nothing_and_escapes_text(hostile, tmp_path):
    project, document, _ = hostile
    write_article(project.path, document, tmp_path / "a.html", "de")
    write_project(project.path, None, tmp_path / "p.html", "de")
    for name in ("a.html", "p.html"):
        written = (tmp_path / name).read_text("utf-8")
        page = Page(written)
        assert not page.names & {"script", "img", "b", "link", "iframe"}
        assert all(link.startswith("#") for link in page.links)
        assert "default-src 'none'" in written


def test_an_article_says_what_belongs_to_a_claim(hostile, tmp_path):
    project, document, (outer, inner, *_) = hostile
    write_article(project.path, document, tmp_path / "a.html", "de")
    row = (tmp_path / "a.html").read_text("utf-8").partition(f'id="r-{outer.id}"')[2].partition("</tr>")[0]
    assert f'<a href="#s-{inner.id}">EU-Kommission</a>' in row
    assert "Notiz: &lt;script&gt;" in row
    assert project.schema.label(CLAIMS, "CLAIM").name["de"] in row


def test_report_has_numbers_in_either_language(labelled, tmp_path):
    write_project(labelled.path, "anna", tmp_path / "de.html", "de")
    write_project(labelled.path, None, tmp_path / "en.html", "en")
    german, english = ((tmp_path / name).read_text("utf-8") for name in ("de.html", "en.html"))
    assert "<h2>Am häufigsten genannt</h2>" in german
    assert '<tr><td>EU-Kommission</td><td class="n">1</td>' in german
    assert "2 Artikel, 4 Labels (Annotiert von: anna)" in german
    assert '<tr><td>Stunden bisher</td><td class="n">0,0</td>' in german
    assert '<td class="n">0.0</td>' in english
    assert "<h2>Progress</h2>" in english
    assert "<tr><td>anna</td>" in english


def test_a_project_without_anything_has_a_report_too(tmp_path):
    project = make_project(tmp_path)
    project.close()
    write_project(project.path, None, tmp_path / "p.html", "en")
    assert "0 articles, 0 labels" in (tmp_path / "p.html").read_text("utf-8")


def test_unwritable_report_raises_and_leaves_nothing(labelled, document, tmp_path):
    (tmp_path / "there").mkdir()
    with pytest.raises(FormatError) as raised:
        write_article(labelled.path, document, tmp_path / "there", "en")
    assert raised.value.code == "format.target"
    with pytest.raises(FormatError):
        write_project(labelled.path, None, tmp_path / "nowhere" / "p.html", "en")
    assert not (tmp_path / "nowhere").exists()


def test_days_and_months_are_written_as_the_language_does(hostile, tmp_path):
    project, document, _ = hostile
    for language, day, month in (("de", "01.03.2026", "03.2026"), ("en", "2026-03-01", "2026-03")):
        write_article(project.path, document, tmp_path / "a.html", language)
        assert f" · {day} · " in (tmp_path / "a.html").read_text("utf-8")
        write_project(project.path, None, tmp_path / "p.html", language)
        assert f">{month}<" in (tmp_path / "p.html").read_text("utf-8")


def test_pages_fit_screen_dark_and_paper(hostile, tmp_path):
    project, document, _ = hostile
    write_article(project.path, document, tmp_path / "a.html", "en")
    write_project(project.path, None, tmp_path / "p.html", "en")
    for name in ("a.html", "p.html"):
        written = (tmp_path / name).read_text("utf-8")
        assert '<meta name="viewport" content="width=device-width">' in written
        assert ":root{color-scheme:light dark;" in written
        assert "@media screen and (prefers-color-scheme:dark)" in written
        assert "@media print{@page{margin:18mm}" in written
        assert "@media(max-width:30rem)" in written
        assert "overflow-wrap:anywhere" in written


def test_label_has_colour_for_light_and_dark(hostile, tmp_path):
    project, document, _ = hostile
    write_article(project.path, document, tmp_path / "a.html", "en")
    label = project.schema.label("entities", "ORG")
    assert f'<s style="--light:{label.light};--dark:{label.dark};' in (tmp_path / "a.html").read_text("utf-8")


def test_claimant_has_share_with_verdict(hostile, tmp_path):
    project, _, _ = hostile
    write_project(project.path, None, tmp_path / "p.html", "en")
    assert '<td>EU-Kommission</td><td class="n">1</td><td class="n">0%</td>' in (tmp_path / "p.html").read_text("utf-8")
