"""What the process for suggestions answers. The window reads it without what it takes to find it out."""

from dataclasses import dataclass

from annotator.model.values import Suggestion
from annotator.system.errors import ModelError
from annotator.text.tokens import Tokens


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokenised:
    """The tokens of a document, by the rules of ``language``; ``sha256`` is that of the text they belong to."""

    document: str
    sha256: str
    language: str
    tokens: Tokens


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggested:
    """What one source suggests: it supersedes what the source suggested before, even if it is nothing."""

    source: str
    version: str
    suggestions: tuple[Suggestion, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """All that a process can find out about a document.

    ``results`` has each source that was asked and worked, in the order asked; ``problems`` says why others did not.
    ``withheld`` counts the suggestions that were left out because of what was refused (see `seen.refused`).
    """

    document: str
    sha256: str
    language: str
    tokens: Tokens
    results: tuple[Suggested, ...]
    problems: tuple[ModelError, ...] = ()
    withheld: int = 0
