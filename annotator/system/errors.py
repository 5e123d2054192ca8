"""Expected failures: each has a code, an English message and the details that fill the message.

The window translates the message (context "Errors"); the command line prints it as it is. A message names the file,
the place and the remedy. Any other exception is a bug.
"""

from collections.abc import Mapping
from types import MappingProxyType

from annotator.system.error_messages.corpora import CORPUS_SENTENCES
from annotator.system.error_messages.general import PROJECT_SENTENCES, QT_TRANSLATE_NOOP
from annotator.system.error_messages.general import SENTENCES as GENERAL_SENTENCES
from annotator.system.error_messages.language_models import LANGUAGE_MODEL_SENTENCES
from annotator.system.error_messages.lists import LIST_SENTENCES
from annotator.system.error_messages.places import PLACE_SENTENCES
from annotator.system.error_messages.python_package import PYTHON_SENTENCES
from annotator.system.error_messages.teams import TEAM_SENTENCES

__all__ = [
    "QT_TRANSLATE_NOOP",
    "SENTENCES",
    "AnnotatorError",
    "FormatError",
    "ModelError",
    "RowConflict",
    "SchemaError",
    "StoreError",
    "TextError",
]

SENTENCES: Mapping[str, str] = MappingProxyType(
    {
        **GENERAL_SENTENCES,
        **PROJECT_SENTENCES,
        **PLACE_SENTENCES,
        **PYTHON_SENTENCES,
        **CORPUS_SENTENCES,
        **LANGUAGE_MODEL_SENTENCES,
        **LIST_SENTENCES,
        **TEAM_SENTENCES,
    }
)


class AnnotatorError(Exception):
    """An expected failure. ``code`` is a key of `SENTENCES`; ``details`` fill the placeholders of its message."""

    def __init__(self, code: str, **details: object) -> None:
        super().__init__(SENTENCES[code].format(**details))
        self.code = code
        self.details = {name: value if isinstance(value, int) else str(value) for name, value in details.items()}

    def __reduce__(self) -> tuple[object, tuple[object, ...]]:
        """Pickle the code and the details, so that an error arrives intact from a worker process."""
        return _rebuild, (type(self), self.code, self.details)


def _rebuild(kind: type[AnnotatorError], code: str, details: dict[str, object]) -> AnnotatorError:
    return kind(code, **details)


class TextError(AnnotatorError):
    """An article that cannot be read."""


class StoreError(AnnotatorError):
    """A project file that cannot be opened, read or written."""


class RowConflict(StoreError):
    """Raised when a row is not as the edit expected it. Nothing was changed."""


class FormatError(AnnotatorError):
    """Annotated data that cannot be read or written."""


class ModelError(AnnotatorError):
    """A suggestion source or model that cannot be used."""


class SchemaError(AnnotatorError):
    """An invalid schema, or a value that does not fit it."""
