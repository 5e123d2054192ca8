"""Drawing the token boundaries of a document with spaCy's tokenizer for its language."""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from annotator.language import LANGUAGES
from annotator.model import Part
from annotator.tokens import Tokens, from_pairs

if TYPE_CHECKING:
    from spacy.tokens import Doc

_ANY = "xx"  # what spaCy calls its rules for no language in particular
_LONGEST_RUN = 200
# spaCy peels punctuation off a run one by one and copies the rest each time: 50,000 brackets take it four minutes.
_LONG_RUN = re.compile(rf"\S{{{_LONGEST_RUN + 1},}}")


def tokenise(text: str, language: str) -> Tokens:
    """Give the tokens of a text; white space belongs to none.

    A run of more than 200 characters without white space is cut every 200 characters.
    """
    from spacy.about import __version__

    code = language if language in LANGUAGES else _ANY
    return from_pairs(f"spacy.{code}", __version__, _pairs(text, _tokenizer(code)))


@lru_cache
def _tokenizer(code: str) -> Callable[[str], "Doc"]:
    import spacy

    return spacy.blank(code).tokenizer


def _pairs(text: str, tokenizer: Callable[[str], "Doc"]) -> Iterator[Part]:
    for start, end in _pieces(text):
        for token in tokenizer(text[start:end]):
            if not token.is_space:
                first = start + token.idx
                yield first, first + len(token)


def _pieces(text: str) -> Iterator[Part]:
    done = 0
    for run in _LONG_RUN.finditer(text):
        yield done, run.start()
        for start in range(run.start(), run.end(), _LONGEST_RUN):
            yield start, min(start + _LONGEST_RUN, run.end())
        done = run.end()
    yield done, len(text)
