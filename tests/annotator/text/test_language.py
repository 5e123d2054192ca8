import pytest

from annotator.text.language import detect

GERMAN = "Die Bürgermeisterin sagte am Montag, dass die Stadt im nächsten Jahr mehr Geld für Schulen ausgeben werde. "
ENGLISH = "The mayor said on Monday that the town would spend more money on its schools in the coming year. 🌊 "
FRENCH = "Le maire a déclaré lundi que la ville dépenserait davantage d’argent pour ses écoles l’année prochaine. "


@pytest.mark.parametrize(("text", "language"), [(GERMAN, "de"), (ENGLISH, "en"), (FRENCH, "other")])
def test_language_of_article(text, language):
    assert detect(text * 5, "other") == language


DUTCH = "De burgemeester zei maandag dat de stad volgend jaar meer geld aan scholen zal uitgeven, en zij is blij. "
LONG_GERMAN = (
    "Die Stadt will im nächsten Jahr mehr Geld für Schulen ausgeben, und das ist auch nötig, wie die Bürgermeisterin"
    " am Montag sagte. Nach dem Bericht des Rates wird sich die Zahl der Kinder bis dahin verdoppeln. Mit dem Bau ist"
    " noch nicht begonnen worden, von einer Eröffnung kann also nicht die Rede sein. 🎈 "
)


@pytest.mark.parametrize(
    ("text", "language"),
    [(DUTCH * 5, "other"), (LONG_GERMAN + ENGLISH, "de"), (ENGLISH * 9 + LONG_GERMAN, "en")],
)
def test_language_of_most_of_an_article(text, language):
    assert detect(text, "") == language


def test_language_of_text_without_words():
    assert detect(" \n" * 200, "de") in {"de", "en", "other"}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (ENGLISH[:80], "en"),
        (GERMAN[:60], "de"),
        ("Two traders said the port would reopen 🎈 soon.", "en"),
        ("Der Hafen öffnet bald wieder, sagen zwei Händler.", "de"),
    ],
)
def test_language_of_clear_short_text(text, language):
    assert detect(text, "") == language


@pytest.mark.parametrize("fallback", ["de", ""])
@pytest.mark.parametrize("text", ["", "Bank of England", "Volkswagen Golf, Berlin 2019, 4,2 %", FRENCH[:60]])
def test_unclear_short_text_takes_the_fallback(text, fallback):
    assert detect(text, fallback) == fallback
