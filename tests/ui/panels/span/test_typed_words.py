import pytest

from ui.panels.span.typed_words import ALL, BEGINS, CONTAINS, fit, places


@pytest.mark.parametrize(
    ("quote", "typed", "how"),
    [
        ("A Grey drone had hit", "a grey dr", BEGINS),
        ("A Grey drone had hit", "grey drone", CONTAINS),
        ("A Grey\ndrone had hit", "grey drone", CONTAINS),
        ("A Grey drone had hit", "hit drone", ALL),
        ("A Grey drone had hit", "rey", None),
        ("attack on a village", "a grey", None),
        ("Ce\u0301line Weiß", "céline weiss", BEGINS),
        ("“Now or never”", "now", CONTAINS),
        ("whatever", "", BEGINS),
        ("Ölpreis", "öl", BEGINS),
    ],
)
def test_fit_uses_all_typed_words(quote, typed, how):
    assert fit(quote, typed) == how


def test_places_map_to_original_text():
    text = "Der Öl\u00a0preis 🎈 in  Ce\u0301line\nWeiß, öl"
    assert [text[start:end] for start, end in places(text, "öl", (0, len(text)))] == ["Öl", "öl"]
    assert [text[start:end] for start, end in places(text, "in céline we", (0, len(text)))] == ["in  Ce\u0301line\nWe"]
    assert list(places(text, "öl", (8, len(text)))) == [(len(text) - 2, len(text))]
    assert list(places(text, "", (0, len(text)))) == []
    assert list(places(text, "o\u0301", (0, 2))) == []
