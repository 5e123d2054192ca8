import pytest

from annotator.system.addresses import completed, encoded


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (" bote.example/a?b=c ", "https://bote.example/a?b=c"),
        ("http://bote.example", "http://bote.example"),
        ("file:///etc/passwd", None),
        ("ftp://bote.example/a", None),
        ("javascript:alert(1)", None),
        ("Rathaus", None),
        ("https://", None),
        ("https://wer:geheim@bote.example", None),
        ("https://bote.example/a b", "https://bote.example/a b"),
        ("bücher.example/Straße 5?ü#ä", "https://bücher.example/Straße 5?ü#ä"),
        ("[2001:db8::1]/a", "https://[2001:db8::1]/a"),
        ("Ein Satz. Noch einer", None),
        ("https://bote example.de/", None),
        ("https://bote.example/a\nb", None),
        ("https://bote.example/\u202egpj", None),
        ("https://bote..example", None),
        ("https://bote.example:99999", None),
        (f"https://{'ä' * 64}.example", None),
        ("https://[", None),
        ("", None),
    ],
)
def test_only_web_addresses_are_completed(typed, meant):
    assert completed(typed) == meant


@pytest.mark.parametrize(
    ("address", "sent"),
    [
        ("https://bücher.example/", "https://xn--bcher-kva.example/"),
        ("https://straße.example/", "https://xn--strae-oqa.example/"),
        ("https://BÜCHER.example:8443/Ä b", "https://xn--bcher-kva.example:8443/%C3%84%20b"),
        ("https://r3---sn.an_other.example/%C3%A4/ä?a=1&b=ß%zz#ö", None),
        ("http://127.0.0.1:80/a(b)[c]'|\"", "http://127.0.0.1:80/a(b)[c]'%7C%22"),
        ("https://[2001:DB8::1]:80/", "https://[2001:db8::1]:80/"),
    ],
)
def test_address_is_sent_in_ascii(address, sent):
    found = encoded(address)
    assert found.isascii()
    assert found == (sent or "https://r3---sn.an_other.example/%C3%A4/%C3%A4?a=1&b=%C3%9F%25zz#%C3%B6")
    assert encoded(found) == found
