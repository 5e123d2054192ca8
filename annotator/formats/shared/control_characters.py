"""Control characters, which have no place in XML: what articles have of them where a format takes none."""

import re
from collections.abc import Iterator

from annotator.formats.capabilities import Capabilities
from annotator.model.values import Document, Span

_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def has_controls(words: str) -> bool:
    """Tell whether words have characters that XML has no place for."""
    return _CONTROLS.search(words) is not None


def replaced(words: str) -> str:
    """Put a replacement character in the place of each."""
    return _CONTROLS.sub("\ufffd", words)


def reasons_for_article(document: Document, holds: Capabilities) -> Iterator[str]:
    """Give for what of an article that is told, as keys of `annotator.formats.loss.REASONS`."""
    if "text" in holds.without_controls and has_controls(document.text):
        yield "controls"
    if "title" in holds.without_controls and has_controls(document.title):
        yield "title_controls"


def changes_note(span: Span, holds: Capabilities) -> bool:
    """Tell whether a span's note will have replacement characters."""
    return "note" in holds.without_controls and has_controls(span.note)
