import pytest

from annotator.corpus.article import ReadingChoices
from annotator.corpus.readers.word import read_docx, read_odt
from annotator.system.errors import TextError
from annotator.system.whole_files import Broken
from tests.annotator.corpus.files_made import docx, odt, packed, put


def run(words):
    return f"<w:r><w:t>{words}</w:t></w:r>"


def paragraph(*runs, style=""):
    about = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{about}{''.join(runs)}</w:p>"


def cell(*paragraphs):
    return f"<w:tc>{''.join(paragraphs)}</w:tc>"


def read(reader, path):
    (found,) = reader(path, ReadingChoices())
    return found


def test_docx_paragraphs_and_tables(tmp_path):
    cells = cell(paragraph(run("Jahr"))) + cell(paragraph(run("Ko")), paragraph(run("sten")))
    table = f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"
    body = (
        paragraph(run("Ein Rathaus"), run(" ohne Treppe 🎈"), style="Title")
        + paragraph(
            run("Die Bürger"), "<w:del><w:r><w:delText>weg</w:delText><w:t>weg</w:t></w:r></w:del>", run("meisterin")
        )
        + paragraph(run("vor"), "<w:r><w:tab/><w:t xml:space='preserve'> nach</w:t><w:br/><w:t>neu</w:t></w:r>")
        + table
        + "<w:p><w:r><mc:AlternateContent><mc:Choice><w:t>einmal</w:t></mc:Choice><mc:Fallback><w:t>zweimal</w:t>"
        "</mc:Fallback></mc:AlternateContent></w:r></w:p><w:sectPr/>"
    )
    found = read(read_docx, docx(tmp_path / "a.docx", body, "<dc:creator>Jana Berg</dc:creator>"))
    assert found.text == (
        "Ein Rathaus ohne Treppe 🎈\n\nDie Bürgermeisterin\n\nvor\t nach\nneu\n\nJahr | Ko sten\n\neinmal"
    )
    assert (found.title, found.author, found.guessed) == ("Ein Rathaus ohne Treppe 🎈", "Jana Berg", False)


@pytest.mark.parametrize(
    ("core", "title", "author"),
    [
        ("<dc:title>Netzdorf</dc:title><dc:creator>jb42</dc:creator>", "Netzdorf", None),
        ("<dc:title>Microsoft Word - Dokument1</dc:title>", None, None),
        ("", None, None),
    ],
)
def test_made_up_properties_are_ignored(tmp_path, core, title, author):
    found = read(read_docx, docx(tmp_path / "a.docx", paragraph(run("Text")), core))
    assert (found.title, found.author, found.guessed) == (title, author, True)


def test_odt_text_without_notes_and_deletions(tmp_path):
    body = (
        "<text:tracked-changes><text:p>gelöscht</text:p></text:tracked-changes>"
        "<text:h>Ein <text:span>Rathaus</text:span></text:h>"
        "<text:p>Zwei<text:s/>Wörter<text:note><text:p>Fußnote</text:p></text:note> mehr<text:line-break/>neu</text:p>"
        "<table:table><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell>"
        "<table:table-cell><text:p>b</text:p></table:table-cell></table:table-row></table:table>"
    )
    found = read(read_odt, odt(tmp_path / "a.odt", body, "<dc:title>Ein Rathaus</dc:title>"))
    assert found.text == "Ein Rathaus\n\nZwei Wörter mehr\nneu\n\na | b"
    assert found.title == "Ein Rathaus"


def test_document_without_text_is_refused(tmp_path):
    for reader, path in ((read_docx, docx(tmp_path / "a.docx", paragraph())), (read_odt, odt(tmp_path / "a.odt", ""))):
        with pytest.raises(TextError, match="contains no text"):
            read(reader, path)


@pytest.mark.parametrize("reader", [read_docx, read_odt])
def test_invalid_and_malicious_documents_are_refused(tmp_path, reader):
    bomb = '<!DOCTYPE a [<!ENTITY x "yyyy"><!ENTITY z "&x;&x;">]><a>&z;</a>'
    harm = {"_rels/.rels": bomb, "content.xml": bomb, "docProps/core.xml": bomb}
    for path in (
        put(tmp_path, "a.zip", b"PK\x03\x04nein"),
        packed(tmp_path / "b.zip", **harm),
        packed(tmp_path / "c.zip", x=""),
    ):
        with pytest.raises(Broken):
            read(reader, path)


def test_document_part_that_decompresses_too_large_is_refused(tmp_path):
    with pytest.raises(Broken, match="too large when unpacked"):
        read(read_docx, docx(tmp_path / "a.docx", paragraph(run("a" * (65 << 20)))))


def test_document_of_a_million_paragraphs_is_refused(tmp_path):
    path = docx(tmp_path / "a.docx", "<w:p/>" * 1_200_000)
    assert path.stat().st_size < 200_000
    with pytest.raises(Broken, match="too many elements"):
        list(read_docx(path, ReadingChoices()))
