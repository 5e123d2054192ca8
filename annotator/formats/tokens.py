"""The tokens that training will see: of spaCy's blank pipeline of the document's language."""

import sys
from collections.abc import Iterator
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

    pairs = ((start, end) for start, end, space in places(doc) if not space)
    return from_pairs(f"spacy.blank.{doc.lang_}", __version__, pairs)


def places(doc: "Doc") -> Iterator[tuple[int, int, int]]:
    """Give start, end and whether it is white space of each token; far faster than asking the tokens."""
    for start, length, space in doc.to_array(["IDX", "LENGTH", "IS_SPACE"]).tolist():
        yield start, start + length, space


def boundaries(doc: "Doc") -> tuple[dict[int, int], dict[int, int]]:
    """Give, of all tokens, start → number, and end, exclusive → number of the token after."""
    firsts: dict[int, int] = {}
    afters: dict[int, int] = {}
    for number, (start, end, _) in enumerate(places(doc)):
        firsts[start] = number
        afters[end] = number + 1
    return firsts, afters


def on_edges(tokens: Tokens, start: int, end: int) -> bool:
    """Tell whether a range begins where a token begins and ends where one ends."""
    return tokens.snap(start, end) == (start, end)
