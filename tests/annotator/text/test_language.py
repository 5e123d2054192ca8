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


NAMES = "Champs-Élysées, Montmartre, Notre-Dame, Louvre, Versailles"


@pytest.mark.parametrize("fallback", ["de", ""])
@pytest.mark.parametrize("text", ["", "Bank of England", "Volkswagen Golf, Berlin 2019, 4,2 %", FRENCH[:25], NAMES])
def test_unclear_short_text_takes_the_fallback(text, fallback):
    assert detect(text, fallback) == fallback


@pytest.mark.parametrize("fallback", ["de", "en", ""])
@pytest.mark.parametrize(
    "text",
    [
        "El ayuntamiento de Valdemora aprobó ayer la construcción de un puente sobre el río.",
        "La maire a déclaré lundi que la ville construira un pont.",
        "Il sindaco ha annunciato che i lavori del ponte inizieranno in autunno.",
        "A prefeita disse que as obras da ponte começam no outono.",
        "De burgemeester zei dat de brug in het najaar opengaat.",
        "Burmistrz powiedział, że budowa mostu rozpocznie się jesienią.",
        "Belediye başkanı köprünün sonbaharda açılacağını söyledi.",
        "Borgmästaren sade att bron ska öppnas till hösten.",
        "Thị trưởng nói rằng cây cầu sẽ mở vào mùa thu.",
        "قالت رئيسة البلدية إن الجسر سيفتح في الخريف.",
        "Мэр заявила, что мост откроется осенью.",
        "جسر جديد",
        "Новий міст",
        "新桥秋天开放",
    ],
)
def test_short_foreign_text_is_other_language(text, fallback):
    assert detect(text, fallback) == "other"
    assert detect(f"{text} " * 9, fallback) == "other"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Präsident Macron: « La France est prête », sagte er am Montag in Paris.", "de"),
        ("The word “مرحبا” means hello in Arabic, she said on Monday.", "en"),
        ("Die Straße heißt nun Улица Мира, wie die Stadt am Montag mitteilte.", "de"),
    ],
)
def test_foreign_quotation_does_not_decide(text, language):
    assert detect(text, language) == language
