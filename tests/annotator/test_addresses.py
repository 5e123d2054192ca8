import pytest

from annotator.addresses import completed


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
        ("https://bote.example/a b", None),
        ("https://[", None),
        ("", None),
    ],
)
def test_only_addresses_of_the_web_are_taken(typed, meant):
    assert completed(typed) == meant
