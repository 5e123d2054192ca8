from importlib.metadata import version
from time import perf_counter

from annotator.suggest.crf.memory_zones import keeping_words
from annotator.suggest.tokenizer import blank, tokenise


def words(text, language):
    tokens = tokenise(text, language)
    return [text[start:end] for start, end in zip(tokens.starts, tokens.ends, strict=True)]


def test_tokens_equal_spacys_for_the_language():
    import spacy

    text = "Die „Metaverse-Stadt“ von Müller, z. B. 5\u00a0%, cafe\u0301 😀!\n\nEnde"
    expected = [token.text for token in spacy.blank("de")(text) if not token.is_space]
    assert words(text, "de") == expected
    assert "Metaverse-Stadt" in expected
    assert "cafe\u0301" in expected


def test_tokens_name_their_tokenizer():
    assert tokenise("Köln", "de").tokenizer == "spacy.de"
    assert tokenise("Goertek's", "en").tokenizer == "spacy.en"
    assert tokenise("Lyon", "other").tokenizer == "spacy.xx"
    assert tokenise("Köln", "de").version == version("spacy")


def test_english_splits_genitive():
    assert words("Goertek's plan", "en") == ["Goertek", "'s", "plan"]


def test_white_space_belongs_to_no_token():
    assert words(" \n\u00a0\u2028\t", "de") == []
    assert words("", "en") == []


def test_long_run_without_white_space_is_cut():
    before = perf_counter()
    tokens = tokenise("Köln " + "(" * 100_000 + " 😀 Bonn", "de")
    assert perf_counter() - before < 20
    assert len(tokens) == 100_003
    assert tokens.ends[-1] == 100_012


def test_long_run_at_start_and_end_of_text():
    assert words("ü" * 450, "de") == ["ü" * 200, "ü" * 200, "ü" * 50]


def test_cached_words_are_tokenised_the_same():
    import spacy

    text = "Z. B. „Köln“, z.B. (Köln) und z. B. Köln.\n\nDas „Köln“ 😀 (z.B. u.a.) am 3. 10., cafe\u0301-Bonn!  Köln"
    texts = [text, f"Köln {text} (", text]
    plain = spacy.blank("de")
    expected = [[token.text for token in plain(one) if not token.is_space] for one in texts]
    with keeping_words():
        assert [words(one, "de") for one in texts] == expected
        assert [words(one, "de") for one in texts] == expected


def test_words_are_cached_only_when_kept():
    tokenise("Donaudampfschifffahrtsgesellschaft", "de")
    assert "Donaudampfschifffahrtsgesellschaft" not in blank("de").vocab.strings
    with keeping_words():
        tokenise("Donaudampfschifffahrtsgesellschaft", "de")
    assert "Donaudampfschifffahrtsgesellschaft" in blank("de").vocab.strings


def test_long_run_is_quick_when_words_are_kept():
    with keeping_words():
        assert len(tokenise("Köln " + "(" * 50_000 + " Bonn", "de")) == 50_002
