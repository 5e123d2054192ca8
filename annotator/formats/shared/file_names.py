"""File names: one for each article, and display names that tell files apart."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from annotator.model.values import Document

_LONGEST = 60  # characters of a title


def file_name(document: Document, taken: set[str]) -> str:
    """Return an unused name for an article's files, made of its title, and add it to ``taken``."""
    plain = unicodedata.normalize("NFKD", document.title).encode("ascii", "ignore").decode("ascii")
    title = re.sub(r"[^A-Za-z0-9]+", "-", plain).strip("-")[:_LONGEST].strip("-").lower()
    name = title or "article"
    number = 2
    while name in taken:
        name = f"{title or 'article'}-{number}"
        number += 1
    taken.add(name)
    return name


def distinct_names(paths: Iterable[Path]) -> dict[Path, str]:
    """Return a display name for each file: its name, with as many parent folders as make it unique."""
    every = {path: path.absolute().parts for path in paths}
    names = {path: path.name for path in every}
    deep = 1
    while alike := {name for name, often in Counter(names.values()).items() if often > 1}:
        deep += 1
        several = [path for path in every if names[path] in alike and len(every[path]) >= deep]
        if not several:
            return names
        names |= {path: "/".join(every[path][-deep:]) for path in several}
    return names
