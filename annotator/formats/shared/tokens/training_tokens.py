"""The tokens used in training: those of spaCy's blank pipeline for the document's language."""

import sys
from array import array
from bisect import bisect_right
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import compress, count, pairwise
from typing import TYPE_CHECKING, NamedTuple

from annotator.model.values import Document, Part
from annotator.text.language import LANGUAGES
from annotator.text.tokens import RememberingTokenizer, Tokens

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_OTHER = "xx"  # spaCy's pipeline for any language
_MOST_RUNS = 50_000
_MOST_WORDS = 100_000  # in a pipeline, half a kilobyte each; with more, the pipeline is replaced


def spacy_language(language: str) -> str:
    """Return spaCy's code for a document's language."""
    return language if language in LANGUAGES else _OTHER


def tokenise(document: Document) -> "Doc":
    """Return a document as a spaCy `Doc` of tokens only; its text is exactly the document's."""
    return make_doc(document.text, document.language)


def make_doc(text: str, language: str) -> "Doc":
    """Return a text as spaCy's `Doc`; see `tokenise`."""
    code = spacy_language(language)
    if len(blank_pipeline(code).vocab.strings) > _MOST_WORDS:
        blank_pipeline.cache_clear()
    return blank_pipeline(code).make_doc(text)


@cache
def blank_pipeline(language: str) -> "Language":
    """Return the blank pipeline of one of spaCy's languages, without a limit on text length."""
    import spacy

    nlp = spacy.blank(language)
    nlp.max_length = sys.maxsize  # the limit is for parsers
    nlp.tokenizer = RememberingTokenizer(nlp.tokenizer, most=_MOST_RUNS)
    return nlp


class TokenPlaces(NamedTuple):
    """The tokens' starts and ends in code points, end exclusive, and which tokens are white space."""

    starts: list[int]
    ends: list[int]
    spaces: list[int]


@lru_cache(maxsize=1)  # fitting and writing use the same document in turn
def places(doc: "Doc") -> TokenPlaces:
    """Return the places of a `Doc`'s tokens; much faster than token attributes."""
    found = doc.to_array(["IDX", "LENGTH", "IS_SPACE"])
    starts, spaces = found[:, 0].tolist(), found[:, 2].tolist()
    return TokenPlaces(starts, (found[:, 0] + found[:, 1]).tolist(), spaces)


def split_tokens(doc: "Doc", offsets: Iterable[int]) -> "Doc":
    """Split tokens at the offsets (code points) inside them; the text stays, attributes of tokens are lost."""
    from spacy.tokens import Doc

    starts, ends, _ = places(doc)
    inside: dict[int, set[int]] = {}  # token → cuts, relative to its start
    for offset in offsets:
        at = bisect_right(starts, offset) - 1
        if at >= 0 and starts[at] < offset < ends[at]:
            inside.setdefault(at, set()).add(offset - starts[at])
    if not inside:
        return doc
    words: list[str] = []
    spaces: list[bool] = []
    for token in doc:
        cuts = [0, *sorted(inside.get(token.i, ())), len(token)]
        words += [token.text[first:after] for first, after in pairwise(cuts)]
        spaces += [False] * (len(cuts) - 2) + [bool(token.whitespace_)]
    return Doc(doc.vocab, words=words, spaces=spaces)


def edges(doc: "Doc") -> Tokens:
    """Return the boundaries of a `Doc`'s tokens, except white space."""
    from spacy.about import __version__

    starts, ends, spaces = places(doc)
    words = [not space for space in spaces]
    return Tokens(
        tokenizer=f"spacy.blank.{doc.lang_}",
        version=__version__,
        starts=array("I", compress(starts, words)),
        ends=array("I", compress(ends, words)),
    )


def token_numbers(doc: "Doc") -> dict[int, int]:
    """Return each token's number by its start."""
    return dict(zip(places(doc).starts, count()))


def boundaries(doc: "Doc") -> tuple[dict[int, int], dict[int, int]]:
    """Return each token's number by its start, and the number of the next token by its end (exclusive)."""
    return token_numbers(doc), dict(zip(places(doc).ends, count(1)))


def on_edges(tokens: Tokens, start: int, end: int) -> bool:
    """Return whether a range begins and ends at token boundaries."""
    return tokens.snap(start, end) == (start, end)


def with_full_stops(text: str, tokens: Tokens, parts: Iterable[Part]) -> tuple[Part, ...] | None:
    """Return parts of whole tokens: each as it is or with the full stop behind it, which its last token includes.

    Return None if a part lacks anything else.
    """
    found: list[Part] = []
    for start, end in parts:
        after = end if on_edges(tokens, start, end) else end + 1
        if after > end and not (text.startswith(".", end) and on_edges(tokens, start, after)):
            return None
        found.append((start, after))
    return tuple(found)
