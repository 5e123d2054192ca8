import pytest

from annotator.corpus.encoding import ENCODINGS, decode
from annotator.system.errors import TextError

GERMAN = "Über Zürich fährt der Bürgermeister – „schön“, sagte er. Cafe\u0301, z.\u00a0B. in der Straße. 🌊"
WESTERN = "Über Zürich fährt der Bürgermeister – „schön“, sagte er, z.\u00a0B. in der Straße."


@pytest.mark.parametrize(
    ("encoding", "told"),
    [("utf-8", "utf-8"), ("utf-8-sig", "utf-8"), ("utf-16", "utf-16"), ("utf-32", "utf-32")],
)
def test_marked_encoding_is_sure(encoding, told):
    decoded = decode(GERMAN.encode(encoding), name="a.txt")
    assert decoded.text.removeprefix("\ufeff") == GERMAN
    assert (decoded.encoding, decoded.sure) == (told, True)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "cp1252", "mac-roman"])
def test_unmarked_german_text_is_reported_as_guess(encoding):
    decoded = decode(WESTERN.encode(encoding), name="a.txt")
    assert (decoded.text, decoded.encoding, decoded.sure) == (WESTERN, encoding, False)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Grüße aus Köln", "cp1252"),  # the detector says cp1250
        ("Straße", "cp1252"),
        ("geht´s noch? 5°C, 3m² für 10€", "cp1252"),
        ("“It’s £48m – don’t,” he said.", "cp1252"),
        ("Les élèves ont été reçus à l’Élysée.", "cp1252"),
        ("Das Café von Škoda in Köln hat für Müller geöffnet und schließt später.", "cp1252"),
        ("Preis: 5 € für Käse", "iso8859-15"),
        ("Grüße aus Köln, Straße", "cp850"),
        ("Mädchen", "cp1252"),
        ("Zażółć gęślą jaźń. Ministerstwo ogłosiło, że podwyżki płac będą później.", "cp1250"),
        ("Příliš žluťoučký kůň úpěl ďábelské ódy. Vláda schválila návrh zákona.", "cp1250"),
        ("Россия и Китай подписали соглашение о поставках газа на тридцать лет.", "cp1251"),
        ("Россия и Китай подписали соглашение о поставках газа", "koi8-r"),
        ("中国城市潍坊正在建设元宇宙产业，政府召开了会议。", "gb18030"),
    ],
)
def test_short_texts_in_many_encodings(text, encoding):
    decoded = decode(text.encode(encoding), name="a.txt")
    assert (decoded.text, decoded.encoding, decoded.sure) == (text, encoding, False)


def test_undetected_encoding_falls_back_to_cp1252():
    decoded = decode("Zażółć gęślą jaźń\n".encode("cp1250") * 1000, name="a.txt")
    assert (decoded.encoding, decoded.sure) == ("cp1252", False)


def test_chosen_encoding_is_used():
    decoded = decode("Łódź".encode("iso8859-2"), name="a.txt", forced="iso8859-2")
    assert (decoded.text, decoded.encoding, decoded.sure) == ("Łódź", "iso8859-2", True)


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_offered_encodings_are_known(encoding):
    assert decode("abcd".encode(encoding), name="a.txt", forced=encoding).text == "abcd"


@pytest.mark.parametrize(
    ("raw", "forced", "code", "offset"),
    [
        ("Grüße".encode("cp1252"), "utf-8", "text.encoding", 2),
        ("Grüße".encode("cp1252"), "undefined", "text.encoding", 0),
        ("Grüße".encode("cp1252"), "nix", "text.encoding_name", None),
        ("Grüße".encode("cp1252"), "rot13", "text.encoding_name", None),
        (b"\xef\xbb\xbf\xff", None, "text.encoding", 3),
        (b"\xff\xfea", None, "text.encoding", 2),
        (b"Hallo\0Welt", None, "text.nul", 5),
        (bytes(range(256)) * 10, None, "text.nul", 0),
        (b"h\0\0\xd8", None, "text.nul", 1),
        (b"ab\xed\xa0\x80", None, "text.surrogate", 2),
        ("Größe, Maße, Fläche".encode() + b"\xff", None, "text.encoding", 23),
        (b"\x81\x8d\x8f\x90\x9d" * 9, None, "text.encoding_unknown", None),
        (b"%PDF-1.7\n", None, "text.binary", None),
        (b"PK\x03\x04rest", None, "text.binary", None),
        (b"{\\rtf1 Text}", None, "text.binary", None),
        (b"\x1b[31m" * 10, None, "text.binary", None),
    ],
)
def test_unreadable_bytes_are_refused_by_file_name(raw, forced, code, offset):
    with pytest.raises(TextError) as caught:
        decode(raw, name="böse.txt", forced=forced)
    assert caught.value.code == code
    assert caught.value.details.get("offset") == offset
    assert "böse.txt" in str(caught.value) or code == "text.encoding_name"


def test_empty_file_decodes_to_empty_text():
    assert decode(b"", name="a.txt").text == ""
