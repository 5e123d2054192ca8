"""Checking the pipelines that come with the program against hashes in this file.

Their own checksums lie beside them, so whoever can change a model can change its checksums too.
"""

import hashlib
from pathlib import Path

from annotator.suggest.sources.registry import english_package
from annotator.system.errors import QT_TRANSLATE_NOOP
from annotator.system.resources import resource_path
from annotator.system.whole_files import sha256_of

#: The `digest` of each pipeline; change it whenever the pipeline is retrained.
GERMAN = "b95502683f3a9cef383864b1cdeb882274eb1031f23360451c37b0ab412f1b25"
ENGLISH = "91be05f3174a9a6640fa63945dca099405ddfdb6df178c7f942d771d67560670"

_CHANGED = QT_TRANSLATE_NOOP("Errors", "it is not the model that this version was made with")


def check(folder: Path) -> None:
    """Check a pipeline against its hash, if it is one that comes with the program.

    Raises:
        ValueError: The pipeline has changed.
        OSError: A file cannot be read.
    """
    known = {resource_path("models", "de_news"): GERMAN, english_package(): ENGLISH}
    if folder in known and digest(folder) != known[folder]:
        raise ValueError(_CHANGED)


def digest(folder: Path) -> str:
    """Return the SHA-256 over the names and contents of a folder's files, except Markdown files."""
    found = hashlib.sha256()
    for path in sorted(folder.rglob("*"), key=lambda path: path.relative_to(folder).as_posix()):
        if path.is_file() and path.suffix != ".md":
            found.update(f"{path.relative_to(folder).as_posix()} {sha256_of(path)}\n".encode())
    return found.hexdigest()
