import pytest

from annotator.words.language import detect

GERMAN = "Die Bürgermeisterin sagte am Montag, dass die Stadt im nächsten Jahr mehr Geld für Schulen ausgeben werde. "
ENGLISH = "The mayor said on Monday that the town would spend more money on its schools in the coming year. 🌊 "
FRENCH = "Le maire a déclaré lundi que la ville dépenserait davantage d’argent pour ses écoles l’année prochaine. "


@pytest.mark.parametrize(("text", "language"), [(GERMAN, "de"), (ENGLISH, "en"), (FRENCH, "other")])
def test_the_language_of_an_article_is_told(text, language):
    assert detect(text * 5, "other") == language


@pytest.mark.parametrize("fallback", ["de", ""])
def test_a_short_text_takes_the_language_of_the_project(fallback):
    assert detect(ENGLISH[:199], fallback) == fallback
