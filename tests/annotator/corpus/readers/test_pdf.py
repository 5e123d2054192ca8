import pytest
from pypdf import PdfReader, PdfWriter

from annotator.corpus.article import ReadingChoices
from annotator.corpus.readers.pdf import read_pdf
from annotator.system.errors import TextError
from annotator.system.whole_files import Broken
from tests.annotator.corpus.files_made import pdf, put

LINES = (
    "Die Stadt Wiesenau will ihr Rathaus ins Netz verlegen, sagte die Bürger-",
    "meisterin am Montag vor dem Stadtrat.",
)
TEXT = "Die Stadt Wiesenau will ihr Rathaus ins Netz verlegen, sagte die Bürgermeisterin am Montag vor dem Stadtrat."


def read(path):
    return list(read_pdf(path, ReadingChoices()))


def test_pdf_pages_become_one_article_with_its_own_metadata(tmp_path):
    (found,) = read(pdf(tmp_path / "a.pdf", LINES))
    assert (found.text, found.guessed) == (TEXT, True)


def test_scanned_pages_are_reported_and_others_read(tmp_path):
    fault, found = read(pdf(tmp_path / "a.pdf", LINES, (), ()))
    assert str(fault) == "a.pdf was read, but these pages contain no text or only an image: 2, 3."
    assert found.text == TEXT
    with pytest.raises(TextError, match=r"a\.pdf contains only images of its 2 pages and no text"):
        read(pdf(tmp_path / "a.pdf", (), ()))


@pytest.mark.parametrize("algorithm", ["RC4-128", None])
def test_encrypted_pdf_is_refused(tmp_path, algorithm):
    written = PdfWriter(clone_from=PdfReader(pdf(tmp_path / "offen.pdf", LINES)))
    written.encrypt("geheim", algorithm=algorithm)
    written.write(tmp_path / "zu.pdf")
    with pytest.raises(TextError, match=r"zu\.pdf is password-protected"):
        read(tmp_path / "zu.pdf")


@pytest.mark.parametrize(
    "content",
    [b"%PDF-1.4\n", b"kein PDF", b"%PDF-1.7\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF", b"%PDF-1.4" + b"[" * 9999],
)
def test_invalid_pdf_is_refused(tmp_path, content):
    with pytest.raises((Broken, TextError)):
        read(put(tmp_path, "a.pdf", content))


def test_circular_pdf_pages_are_refused(tmp_path):
    path = pdf(tmp_path / "a.pdf", LINES)
    path.write_bytes(path.read_bytes().replace(b"/Kids[4 0 R]", b"/Kids[2 0 R]"))
    with pytest.raises((Broken, TextError)):
        read(path)


def test_two_thousand_pdf_pages_are_one_article(tmp_path):
    pages = [(*LINES, *LINES, f"Sie ist die {n}. ihres Amtes.", *LINES, *LINES) for n in range(1, 2001)]
    (found,) = read(pdf(tmp_path / "a.pdf", *pages))
    assert all(f" {n}. ihres Amtes" in found.text for n in (1, 1000, 2000))
