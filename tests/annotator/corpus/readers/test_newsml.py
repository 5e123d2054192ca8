import pytest

from annotator.corpus.article import Draft, ReadingChoices
from annotator.corpus.readers.xml_news import read_news
from annotator.system.errors import TextError
from annotator.system.whole_files import Broken
from tests.annotator.corpus.files_made import put

SPACE = 'xmlns="http://iptc.org/std/nar/2006-10-01/"'
NITF = """<nitf><head><title>Rathaus</title><docdata><doc-id id-string="n-1"/>
<date.issue norm="20260309T233000+0100"/></docdata><pubdata name="Wiesenauer Bote"/></head>
<body><body.head><hedline><hl1>Ein Rathaus ohne Treppe</hl1></hedline>
<byline>Von <person>Jana
 Berg</person></byline></body.head><body.content><block><p>Erster <em>und</em> einziger</p>
<p>Zweiter</p><media><media-caption>Bild</media-caption></media></block></body.content></body></nitf>"""
ITEM = (
    f'<newsItem {SPACE} guid="urn:newsml:agentur:1" xml:lang="de"><itemMeta><provider><name>Agentur</name></provider>'
    "<versionCreated>2026-03-09T23:30:00+01:00</versionCreated></itemMeta>"
    "<contentMeta><headline>Ein Rathaus ohne Treppe</headline><by>Von Jana Berg</by>"
    '<language tag="de-DE"/></contentMeta><contentSet>{content}</contentSet></newsItem>'
)
INLINE = "<inlineXML>{0}</inlineXML>"
XHTML = (
    '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head>'
    "<body><p>Erster <em>und</em> einziger</p><p>Zweiter</p></body></html>"
)
PLAIN = "<inlineData>Erster und einziger\n\nZweiter</inlineData>"
MESSAGE = f"<newsMessage {SPACE}><itemSet>{{}}</itemSet></newsMessage>"
PICTURE = ITEM.format(content='<remoteContent href="https://bild.example/a.jpg"/>')
TEXT = "Ein Rathaus ohne Treppe\n\nErster und einziger\n\nZweiter"


def read(tmp_path, content):
    return list(read_news(put(tmp_path, "a.xml", content), ReadingChoices()))


def test_nitf_headline_text_and_metadata(tmp_path):
    (found,) = read(tmp_path, '<!DOCTYPE nitf SYSTEM "nitf-3-6.dtd">' + NITF)
    assert (found.text, found.title, found.author) == (TEXT, "Ein Rathaus ohne Treppe", "Jana Berg")
    assert (found.publisher, found.published, found.id) == ("Wiesenauer Bote", "2026-03-09", "n-1")


@pytest.mark.parametrize(
    "content",
    [INLINE.format(NITF), INLINE.format(XHTML), PLAIN],
)
def test_newsml_content_kinds(tmp_path, content):
    (found,) = read(tmp_path, ITEM.format(content=content))
    assert (found.text, found.author, found.publisher) == (TEXT, "Jana Berg", "Agentur")
    assert (found.published, found.language, found.id) == ("2026-03-09", "de", "urn:newsml:agentur:1")


def test_newsml_stories_are_read_and_pictures_skipped(tmp_path):
    first, second = ITEM.format(content=INLINE.format(XHTML)), ITEM.format(content="<inlineXML/>")
    found = read(tmp_path, MESSAGE.format(first + PICTURE + second))
    assert [one.text for one in found if isinstance(one, Draft)] == [TEXT]
    assert [str(one) for one in found if isinstance(one, TextError)] == ["a.xml, entry 3: there is no text."]


def test_nitf_in_newsml_1(tmp_path):
    content = f"<ContentItem><DataContent>{NITF}</DataContent></ContentItem>"
    message = f"<NewsML><NewsItem><NewsComponent>{content}</NewsComponent></NewsItem></NewsML>"
    (found,) = read(tmp_path, message)
    assert (found.text, found.published) == (TEXT, "2026-03-09")


@pytest.mark.parametrize(
    ("content", "error"),
    [
        ("<newsMessage/>", TextError),
        (PICTURE, TextError),
        ("<nitf>", Broken),
        ("", Broken),
        ('<!DOCTYPE a [<!ENTITY x "y">]><nitf/>', Broken),
    ],
)
def test_newsml_without_story_or_malicious_is_refused(tmp_path, content, error):
    with pytest.raises(error):
        read(tmp_path, content)
