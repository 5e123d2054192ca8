"""The tokens that training will see: of spaCy's blank pipeline of the document's language."""

import sys
from functools import cache
from typing import TYPE_CHECKING

from annotator.model import Document
from annotator.tokens import Tokens, from_pairs

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_OTHER = "xx"  # spaCy's pipeline for any language
_SPACY_LANGUAGES = frozenset({"de", "en"})


def spacy_language(language: str) -> str:
    """Give spaCy's code for a document's language."""
    return language if language in _SPACY_LANGUAGES else _OTHER


def tokenise(document: Document) -> "Doc":
    """Give the document as spaCy's `Doc` with nothing but tokens; the texts are equal, character for character."""
    return blank_pipeline(spacy_language(document.language)).make_doc(document.text)


@cache
def blank_pipeline(language: str) -> "Language":
    """Give the blank pipeline of one of spaCy's languages; it takes texts of any length."""
    import spacy

    nlp = spacy.blank(language)
    nlp.max_length = sys.maxsize  # the limit is about parsers, and nothing is parsed here
    return nlp


def edges(doc: "Doc") -> Tokens:
    """Give the boundaries of a `Doc`'s tokens, those of white space left out."""
    from spacy.about import __version__

    pairs = ((token.idx, token.idx + len(token)) for token in doc if not token.is_space)
    return from_pairs(f"spacy.blank.{doc.lang_}", __version__, pairs)


def on_edges(tokens: Tokens, start: int, end: int) -> bool:
    """Tell whether a range begins where a token begins and ends where one ends."""
    return tokens.snap(start, end) == (start, end)
