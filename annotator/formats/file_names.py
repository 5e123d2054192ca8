"""Names of files for articles, in formats that have a file for each."""

import re
import unicodedata

from annotator.model import Document

_LONGEST = 60  # characters of a title


def file_name(document: Document, taken: set[str]) -> str:
    """Give a name for the files of an article that no other one has, and remember it."""
    plain = unicodedata.normalize("NFKD", document.title).encode("ascii", "ignore").decode("ascii")
    title = re.sub(r"[^A-Za-z0-9]+", "-", plain).strip("-")[:_LONGEST].strip("-").lower()
    name = title or "article"
    number = 2
    while name in taken:
        name = f"{title or 'article'}-{number}"
        number += 1
    taken.add(name)
    return name
