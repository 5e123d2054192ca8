"""The results of the suggestion process; importing this module does not import spaCy, so the window can use it."""

from array import array
from dataclasses import dataclass

from annotator.model.values import Suggestion
from annotator.system.errors import ModelError
from annotator.text.tokens import Tokens

NO_TOKENS = Tokens(tokenizer="", version="", starts=array("I"), ends=array("I"))
"""Stands for the tokens of results without tokens."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokenised:
    """The tokens of a document by the rules of ``language``; ``sha256`` is the hash of the document's text."""

    document: str
    sha256: str
    language: str
    tokens: Tokens


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggested:
    """The suggestions of one source, possibly none; they replace the source's earlier suggestions."""

    source: str
    version: str
    suggestions: tuple[Suggestion, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """All results of the process for a document.

    ``results`` has the suggestions of each source that worked, in the order requested; ``problems`` has the errors of
    the other sources. ``withheld`` is the number of suggestions left out because similar ones were rejected (see
    `seen.refused`).
    """

    document: str
    sha256: str
    language: str
    tokens: Tokens
    results: tuple[Suggested, ...]
    problems: tuple[ModelError, ...] = ()
    withheld: int = 0
