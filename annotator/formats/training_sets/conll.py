"""CoNLL's columns: a token a line with its chunk in the last column, and a blank line after a sentence.

The file lacks the text itself: import joins tokens with spaces and puts each sentence on a line.
Source: https://www.clips.uantwerpen.be/conll2003/ner/
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from annotator.formats.base import Exporter
from annotator.formats.capabilities import Capabilities
from annotator.formats.fit import Fitted
from annotator.formats.shared.tokens.own_tokens import has_index, own_sentences, spaces_inside
from annotator.formats.shared.tokens.token_columns import OUTSIDE, iob2
from annotator.formats.shared.tokens.training_tokens import places, token_numbers
from annotator.formats.shared.writers import file_writer
from annotator.formats.training_sets.conll_columns import START
from annotator.formats.training_sets.conll_in import TITLE
from annotator.model.values import OWN_TOKENS
from annotator.text import sentences

if TYPE_CHECKING:
    from spacy.tokens import Doc


def _written(fitted: Fitted) -> Iterator[str]:
    """Yield the article's first line, then each sentence and a blank line. Levels are columns, as in GermEval 2014."""
    doc, document = fitted.doc, fitted.annotated.document
    if doc is None:
        raise TypeError("CoNLL needs tokens")
    yield f"{START} -X- -X- {OUTSIDE}\n\n"
    text, inside = document.text, spaces_inside(document)  # a token of the file may be nothing but white space
    columns = [iob2(doc, level) for level in (fitted.flat, *fitted.levels)]
    words = [
        "" if space and start not in inside else text[start:end] for start, end, space in zip(*places(doc), strict=True)
    ]
    layered = len(columns) > 1
    numbered = layered and has_index(document)
    tab = "\t" if layered or " " in "".join(words) else " "
    between = tab if layered else f"{tab}_{tab}_{tab}"
    chunks = map(tab.join, zip(*columns, strict=True)) if layered else columns[0]
    every = [word and f"{word}{between}{chunk}\n" for word, chunk in zip(words, chunks, strict=True)]
    for first, after in sentence_ranges(fitted, doc, columns):
        lines = [line for line in every[first:after] if line]
        if numbered:
            lines = [f"{at}{tab}{line}" for at, line in enumerate(lines, 1)]
        if lines:
            yield "".join([*lines, "\n"])


def sentence_ranges(fitted: Fitted, doc: "Doc", columns: list[list[str]]) -> Iterator[tuple[int, int]]:
    """Yield each sentence's token range; a boundary inside a chunk is dropped, as it would cut the chunk.

    The sentences are those of the article's file if it had tokens.
    """
    document = fitted.annotated.document
    starts = own_sentences(document) if OWN_TOKENS in document.meta else (s for s, _ in sentences.split(document.text))
    begins = token_numbers(doc)
    numbers = (begins[start] for start in starts if start in begins)
    first = [i for i in numbers if i and not any(column[i].startswith("I-") for column in columns)]
    return pairwise([0, *first, len(doc)])


CONLL_OUT = Exporter(
    name="conll",
    title=TITLE,
    suffix=".conll",
    holds=Capabilities(tokens=True, own_tokens=True, layers=False),
    open=file_writer(lambda fitted, _: _written(fitted)),
)
