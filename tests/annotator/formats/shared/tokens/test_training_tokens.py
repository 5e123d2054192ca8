"""The tokens that training will see."""

import pytest

from annotator.formats.shared.tokens import training_tokens as tokens_module
from annotator.formats.shared.tokens.training_tokens import blank_pipeline, edges, on_edges, spacy_language, tokenise
from tests.annotator.formats.texts import TEXT, document


@pytest.mark.parametrize(
    "text", [TEXT, " \t\u00a0 🤗", "a\u2028b", "👩‍👩‍👧\ufe0f e\u0301", "x" * 1_000_001, "z. B. Metaverse-Stadt,usw."]
)
@pytest.mark.parametrize("language", ["de", "en", "other"])
def test_tokens_rebuild_text_exactly(text, language):
    assert tokenise(document(text=text, language=language)).text == text


def test_unsupported_language_uses_multilingual_pipeline():
    assert [spacy_language(language) for language in ("de", "en", "other")] == ["de", "en", "xx"]
    assert tokenise(document(text="z. B.")).lang_ == "de"


def test_edges_exclude_white_space():
    tokens = edges(tokenise(document(text="\n 🤗  Köln\u00a0am\n")))
    assert list(zip(tokens.starts, tokens.ends, strict=True)) == [(2, 3), (5, 9), (10, 12)]
    assert tokens.tokenizer == "spacy.blank.de"
    assert on_edges(tokens, 2, 9)
    assert not on_edges(tokens, 2, 8)
    assert not on_edges(tokens, 3, 9)
    assert not on_edges(tokens, 0, 1)


def test_cached_tokens_equal_spacys():
    import spacy

    text = "Die „Metaverse-Stadt“ (z. B. Köln), z.B. 5\u00a0%, cafe\u0301 😀!\n\nKöln"
    expected = [(token.text, token.whitespace_, token.norm_) for token in spacy.blank("de")(text)]
    for _ in range(2):
        assert [(token.text, token.whitespace_, token.norm_) for token in tokenise(document(text=text))] == expected


def test_pipeline_with_too_many_words_is_replaced(monkeypatch):
    monkeypatch.setattr(tokens_module, "_MOST_WORDS", len(blank_pipeline("xx").vocab.strings) + 500)
    kept = []
    for number in range(100):
        doc = tokenise(document(text=" ".join(f"w{number}x{word}" for word in range(100)), language="other"))
        assert len(doc) == 100
        kept.append(len(blank_pipeline("xx").vocab.strings))
    assert max(kept) <= tokens_module._MOST_WORDS + 100
