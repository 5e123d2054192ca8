"""Drawing the token boundaries of a document with spaCy's tokenizer for its language."""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from annotator.model import Part
from annotator.suggest.zones import zone
from annotator.tokens import Tokens, from_pairs
from annotator.words.language import LANGUAGES

if TYPE_CHECKING:
    from spacy.language import Language
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
    pipeline = _blank(code)
    with zone(pipeline):
        return from_pairs(f"spacy.{code}", __version__, _pairs(text, pipeline.tokenizer))


@lru_cache
def _blank(code: str) -> "Language":
    import spacy

    return spacy.blank(code)


def _pairs(text: str, tokenizer: Callable[[str], "Doc"]) -> Iterator[Part]:
    for start, end in _pieces(text):
        # As an array: asking each token takes as long as drawing them.
        for index, length, is_space in tokenizer(text[start:end]).to_array(["IDX", "LENGTH", "IS_SPACE"]).tolist():
            if not is_space:
                yield start + index, start + index + length


def _pieces(text: str) -> Iterator[Part]:
    done = 0
    for run in _LONG_RUN.finditer(text):
        yield done, run.start()
        for start in range(run.start(), run.end(), _LONGEST_RUN):
            yield start, min(start + _LONGEST_RUN, run.end())
        done = run.end()
    yield done, len(text)
