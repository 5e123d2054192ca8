from importlib.metadata import version
from time import perf_counter

from annotator.suggest.tokenizer import tokenise


def words(text, language):
    tokens = tokenise(text, language)
    return [text[start:end] for start, end in zip(tokens.starts, tokens.ends, strict=True)]


def test_tokens_are_those_of_spacy_for_the_language():
    import spacy

    text = "Die „Metaverse-Stadt“ von Müller, z. B. 5\u00a0%, cafe\u0301 😀!\n\nEnde"
    expected = [token.text for token in spacy.blank("de")(text) if not token.is_space]
    assert words(text, "de") == expected
    assert "Metaverse-Stadt" in expected
    assert "cafe\u0301" in expected


def test_tokens_say_who_drew_them():
    assert tokenise("Köln", "de").tokenizer == "spacy.de"
    assert tokenise("Goertek's", "en").tokenizer == "spacy.en"
    assert tokenise("Lyon", "other").tokenizer == "spacy.xx"
    assert tokenise("Köln", "de").version == version("spacy")


def test_english_splits_the_genitive_off():
    assert words("Goertek's plan", "en") == ["Goertek", "'s", "plan"]


def test_white_space_belongs_to_no_token():
    assert words(" \n\u00a0\u2028\t", "de") == []
    assert words("", "en") == []


def test_a_long_run_without_white_space_is_cut_so_that_no_text_takes_minutes():
    before = perf_counter()
    tokens = tokenise("Köln " + "(" * 100_000 + " 😀 Bonn", "de")
    assert perf_counter() - before < 20
    assert len(tokens) == 100_003
    assert tokens.ends[-1] == 100_012


def test_a_run_may_begin_and_end_the_text():
    assert words("ü" * 450, "de") == ["ü" * 200, "ü" * 200, "ü" * 50]
