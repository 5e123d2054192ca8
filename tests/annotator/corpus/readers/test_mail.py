from email.message import EmailMessage

import pytest

from annotator.corpus.article import ReadingChoices
from annotator.corpus.readers.mail import read_mail
from annotator.system.errors import TextError
from annotator.system.whole_files import Broken
from tests.annotator.corpus.bombs import nested_parts
from tests.annotator.corpus.files_made import put


def letter(plain=None, markup=None, sender="Wiesenauer Bote <brief@bote.example>", **headers):
    made = EmailMessage()
    made["From"] = sender
    for name, value in headers.items():
        made[name.replace("_", "-")] = value
    made["Subject"] = "Ein Rathaus ohne Treppe – für Bürger"
    made["Date"] = "Mon, 09 Mar 2026 23:30:00 +0100"
    made["Message-ID"] = "<nr-1@bote.example>"
    if plain is not None:
        made.set_content(plain)
    if markup is not None:
        made.add_alternative(markup, subtype="html") if plain is not None else made.set_content(markup, subtype="html")
    return made.as_bytes()


def read(tmp_path, content, **asked):
    (found,) = read_mail(put(tmp_path, "a.eml", content), ReadingChoices(**asked))
    return found


def test_mail_text_sender_and_date(tmp_path):
    found = read(tmp_path, letter("Für Bürger 🎈\n\nZweiter\n", "<p>anders</p>"))
    assert found.text.strip() == "Für Bürger 🎈\n\nZweiter"
    assert (found.title, found.author) == ("Ein Rathaus ohne Treppe – für Bürger", "Wiesenauer Bote")
    assert (found.published, found.id) == ("2026-03-09", "nr-1@bote.example")


@pytest.mark.parametrize(
    ("sender", "headers", "author", "publisher"),
    [
        ("Anna Lee <anna@lee.example>", {}, "Anna Lee", None),
        ("presse@amt.example", {}, "presse@amt.example", None),
        ("Der Bote <bote@bote.example>", {"List_Unsubscribe": "<https://bote.example/x>"}, None, "Der Bote"),
        ("bote@bote.example", {"List_Id": "<bote.example>"}, "bote@bote.example", None),
    ],
)
def test_sender_is_publisher_only_of_a_newsletter(tmp_path, sender, headers, author, publisher):
    found = read(tmp_path, letter("Ein Brief.\n", sender=sender, **headers))
    assert (found.author, found.publisher) == (author, publisher)


def test_mail_without_plain_text_uses_html(tmp_path):
    assert read(tmp_path, letter(markup="<p>Für&nbsp;alle</p><p>Zweiter</p>")).text == "Für\u00a0alle\n\nZweiter"


def test_lines_of_html_mails_stay(tmp_path):
    lines = [f"the {number} thing is a new harbour with a deep basin" for number in ("first", "second", "third")]
    assert read(tmp_path, letter(markup=f"<p>{'<br>'.join(lines)}</p>")).text.splitlines() == lines


@pytest.mark.parametrize(
    ("declared", "written"),
    [("utf-8", "cp1252"), ("us-ascii", "cp1252"), ("klingon", "utf-8"), ("iso-8859-1", "cp1252")],
)
def test_mail_with_wrong_encoding_is_read(tmp_path, declared, written):
    head = f"MIME-Version: 1.0\nContent-Type: text/plain; charset={declared}\nContent-Transfer-Encoding: 8bit\n\n"
    assert read(tmp_path, head.encode() + "Grüße „so“ aus Köln".encode(written)).text == "Grüße „so“ aus Köln"


def test_mail_without_text_is_refused(tmp_path):
    picture = EmailMessage()
    picture.set_content(b"\x89PNG", maintype="image", subtype="png")
    for content in (b"", b"Subject: leer\n\n", picture.as_bytes()):
        with pytest.raises(TextError, match="contains no text"):
            read(tmp_path, content)


def test_impossible_mail_date_is_ignored(tmp_path):
    content = letter("Für Bürger\n").replace(b"Mon, 09 Mar 2026", b"Mon, 09 Mar " + b"9" * 30)
    found = read(tmp_path, content)
    assert (found.text.strip(), found.title, found.published) == (
        "Für Bürger",
        "Ein Rathaus ohne Treppe – für Bürger",
        None,
    )


@pytest.mark.parametrize("header", ["From", "Date", "Subject", "Message-ID"])
def test_unparsable_mail_header_is_ignored(tmp_path, header):
    found = read(tmp_path, f"{header}: {'(' * 300}\n\nEin Brief.".encode())
    assert found.text == "Ein Brief."


def test_endless_mail_header_is_cut(tmp_path):
    found = read(tmp_path, b"Subject: " + b" ".join([b"=?utf-8?q?a?="] * 300_000) + b"\n\nEin Brief.")
    assert found.title.startswith("aaaa")
    assert len(found.title) < 8_000


def test_deeply_nested_mail_is_refused(tmp_path):
    with pytest.raises(Broken, match="nested too deeply"):
        read(tmp_path, nested_parts(2_000))
