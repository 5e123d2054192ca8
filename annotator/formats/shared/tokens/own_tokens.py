"""The tokens and sentences of a file that had tokens instead of a text, so that an export has the same ones.

The text made from such a file has white space after each token, and a line for each sentence. ``meta[OWN_TOKENS]``
records the rest:

- ``inside``: offsets of white space inside tokens;
- ``glued``: offsets of tokens without white space before them;
- ``sentences``: offsets of sentences, if they are not the lines;
- ``levels``: the number of columns of labels;
- ``index``: whether the file numbered its tokens.
"""

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from annotator.formats.shared.tokens.training_tokens import blank_pipeline, spacy_language
from annotator.model.values import OWN_TOKENS, Document

if TYPE_CHECKING:
    from spacy.tokens import Doc

MOST_LEVELS = 9  # columns of labels

_BETWEEN = re.compile(r"\s")


def levels(document: Document) -> int:
    """Return how many columns of labels the document's file had, 1 by default."""
    given = _meta(document).get("levels")
    return given if type(given) is int and 1 <= given <= MOST_LEVELS else 1


def has_index(document: Document) -> bool:
    """Return whether the document's file numbered its tokens."""
    return _meta(document).get("index") is True


def own_doc(document: Document) -> "Doc | None":
    """Return the document as spaCy's `Doc` with the tokens of its file, or None if its file gave a text."""
    if OWN_TOKENS not in document.meta:
        return None
    from spacy.tokens import Doc

    words: list[str] = []
    spaces: list[bool] = []
    for piece in _pieces(document):
        if piece == " " and words and not spaces[-1] and not words[-1].isspace():
            spaces[-1] = True
        else:
            words.append(piece)
            spaces.append(False)
    return Doc(blank_pipeline(spacy_language(document.language)).vocab, words=words, spaces=spaces)


def own_sentences(document: Document) -> Iterator[int]:
    """Yield the offset at which each sentence begins, for a document whose file gave tokens."""
    begins = _offsets(document, "sentences") or {found.end() for found in re.finditer("\n", document.text)}
    yield from sorted({0, *begins})


def spaces_inside(document: Document) -> set[int]:
    """Return the offsets of white space inside tokens."""
    return _offsets(document, "inside")


def _pieces(document: Document) -> Iterator[str]:
    text, inside, glued = document.text, _offsets(document, "inside"), sorted(_offsets(document, "glued"))
    ends = [found.start() for found in _BETWEEN.finditer(text) if found.start() not in inside]
    cuts = sorted({0, len(text), *ends, *(end + 1 for end in ends), *(cut for cut in glued if 0 < cut < len(text))})
    yield from (text[start:end] for start, end in pairwise(cuts))


def _meta(document: Document) -> Mapping[str, Any]:
    given = document.meta.get(OWN_TOKENS)
    return given if isinstance(given, Mapping) else {}


def _offsets(document: Document, name: str) -> set[int]:
    given = _meta(document).get(name)
    return {at for at in given if type(at) is int} if isinstance(given, list) else set()
