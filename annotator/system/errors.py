"""The expected failures: each has a code, an English sentence and the details that fill it.

The window translates the sentence (context "Errors"); the command line prints it as it is. A sentence names the file,
the place and the remedy. Any other exception is a bug.
"""

from collections.abc import Mapping
from types import MappingProxyType

from annotator.system import sentences
from annotator.system.project_sentences import PROJECT_SENTENCES
from annotator.system.sentences import QT_TRANSLATE_NOOP

__all__ = [
    "QT_TRANSLATE_NOOP",
    "SENTENCES",
    "AnnotatorError",
    "Conflict",
    "FormatError",
    "ModelError",
    "SchemaError",
    "StoreError",
    "TextError",
]

SENTENCES: Mapping[str, str] = MappingProxyType({**sentences.SENTENCES, **PROJECT_SENTENCES})


class AnnotatorError(Exception):
    """An expected failure. ``code`` is a key of `SENTENCES`, ``details`` fill the sentence."""

    def __init__(self, code: str, **details: object) -> None:
        super().__init__(SENTENCES[code].format(**details))
        self.code = code
        self.details = {name: value if isinstance(value, int) else str(value) for name, value in details.items()}

    def __reduce__(self) -> tuple[object, tuple[object, ...]]:
        """Survive the way back from a worker process."""
        return _rebuild, (type(self), self.code, self.details)


def _rebuild(kind: type[AnnotatorError], code: str, details: dict[str, object]) -> AnnotatorError:
    return kind(code, **details)


class TextError(AnnotatorError):
    """An article cannot be read."""


class StoreError(AnnotatorError):
    """The project file cannot be opened, read or written."""


class Conflict(StoreError):
    """A row is not what the edit was made for. Nothing was changed."""


class FormatError(AnnotatorError):
    """Annotated data cannot be read or written."""


class ModelError(AnnotatorError):
    """A suggestion source or its model cannot be used."""


class SchemaError(AnnotatorError):
    """A schema is not valid, or a value does not fit it."""
