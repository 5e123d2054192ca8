"""The tokens that training will see."""

import pytest

from annotator.formats.tokens import edges, on_edges, spacy_language, tokenise
from tests.annotator.formats.texts import TEXT, document


@pytest.mark.parametrize(
    "text", [TEXT, " \t\u00a0 🤗", "a\u2028b", "👩‍👩‍👧\ufe0f e\u0301", "x" * 1_000_001, "z. B. Metaverse-Stadt,usw."]
)
@pytest.mark.parametrize("language", ["de", "en", "other"])
def test_the_tokens_give_the_text_back_character_for_character(text, language):
    assert tokenise(document(text=text, language=language)).text == text


def test_a_language_without_a_pipeline_of_its_own_gets_the_one_for_any():
    assert [spacy_language(language) for language in ("de", "en", "other")] == ["de", "en", "xx"]
    assert tokenise(document(text="z. B.")).lang_ == "de"


def test_edges_leave_white_space_out():
    tokens = edges(tokenise(document(text="\n 🤗  Köln\u00a0am\n")))
    assert list(zip(tokens.starts, tokens.ends, strict=True)) == [(2, 3), (5, 9), (10, 12)]
    assert tokens.tokenizer == "spacy.blank.de"
    assert on_edges(tokens, 2, 9)
    assert not on_edges(tokens, 2, 8)
    assert not on_edges(tokens, 3, 9)
    assert not on_edges(tokens, 0, 1)
