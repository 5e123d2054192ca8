"""Tokenising texts with spaCy's tokenizer for their language."""

import re
from array import array
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from annotator.model.values import Part
from annotator.suggest.crf.memory_zones import zone
from annotator.text.language import LANGUAGES
from annotator.text.tokens import LONGEST_RUN, RememberingTokenizer, Tokens

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_ANY = "xx"  # spaCy's rules for no particular language
# spaCy strips punctuation one by one and copies the rest each time: 50,000 brackets take four minutes.
_LONG_RUN = re.compile(rf"\S{{{LONGEST_RUN + 1},}}")


def tokenise(text: str, language: str) -> Tokens:
    """Return the tokens of a text, except white space.

    A run of more than 200 characters without white space is cut every 200 characters.
    """
    from spacy.about import __version__

    code = language if language in LANGUAGES else _ANY
    pipeline = blank(code)
    with zone(pipeline):
        starts, ends = _boundaries(text, pipeline.tokenizer)
    return Tokens(tokenizer=f"spacy.{code}", version=__version__, starts=starts, ends=ends)


@lru_cache
def blank(code: str) -> "Language":
    """Return a language's pipeline that only tokenises; it is cached.

    For a new word, the pipeline computes only whether it is white space. Computing all of spaCy's attributes would take
    a tenth of the time that our model needs.
    """
    import spacy
    from spacy.attrs import IS_SPACE, LANG  # type: ignore[import-not-found]  # compiled, without a stub
    from spacy.util import get_lang_class
    from spacy.vocab import create_vocab

    vocab: Any = create_vocab(code, get_lang_class(code).Defaults)
    vocab.lex_attr_getters = {known: vocab.lex_attr_getters[known] for known in (LANG, IS_SPACE)}
    pipeline = spacy.blank(code, vocab=vocab)
    pipeline.tokenizer = RememberingTokenizer(pipeline.tokenizer)
    return pipeline


def _boundaries(text: str, tokenizer: Callable[[str], "Doc"]) -> "tuple[array[int], array[int]]":
    starts, ends = array("I"), array("I")
    for start, end in _pieces(text):
        # Read as one array, since reading token by token would take longer than tokenising.
        every = tokenizer(text[start:end]).to_array(["IDX", "LENGTH", "IS_SPACE"]).reshape(-1, 3)
        words = every[every[:, 2] == 0]
        begins = words[:, 0] + start
        for boundaries, column in ((starts, begins), (ends, begins + words[:, 1])):
            boundaries.frombytes(column.astype("uint32").tobytes())
    return starts, ends


def _pieces(text: str) -> Iterator[Part]:
    done = 0
    for run in _LONG_RUN.finditer(text):
        yield done, run.start()
        for start in range(run.start(), run.end(), LONGEST_RUN):
            yield start, min(start + LONGEST_RUN, run.end())
        done = run.end()
    yield done, len(text)
