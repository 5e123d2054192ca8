"""The answers of the suggestion process, in a module that the window can import without spaCy."""

from dataclasses import dataclass

from annotator.model.values import Suggestion
from annotator.system.errors import ModelError
from annotator.text.tokens import Tokens


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokenised:
    """The tokens of a document by the rules of ``language``; ``sha256`` is the hash of their text."""

    document: str
    sha256: str
    language: str
    tokens: Tokens


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggested:
    """The suggestions of one source. They supersede its earlier ones, even if there are none."""

    source: str
    version: str
    suggestions: tuple[Suggestion, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """All that the process finds out about a document.

    ``results`` has each source that worked, in the order requested; ``problems`` says why others did not. ``withheld``
    counts the suggestions left out because the like of them was refused (see `seen.refused`).
    """

    document: str
    sha256: str
    language: str
    tokens: Tokens
    results: tuple[Suggested, ...]
    problems: tuple[ModelError, ...] = ()
    withheld: int = 0
