import pytest

from annotator.text.ascii_names import in_ascii


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("Großer Ärger über Öl", "Grosser Aerger ueber Oel"),
        ("Gro\u00dfe A\u0308mter", "Grosse Aemter"),  # decomposed
        ("STRAẞE, Yıldız, Łódź, Ørsted, Œuvre", "STRASSE, Yildiz, Lodz, Orsted, Oeuvre"),
        ("café 🎈 Ελλάδα", "cafe  "),
    ],
)
def test_german_letters_are_spelt_out(name, plain):
    assert in_ascii(name) == plain
