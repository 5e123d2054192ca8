"""Control characters that XML formats cannot hold."""

import re
from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from annotator.formats.capabilities import Capabilities
from annotator.model.values import Document, Span

_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def has_controls(text: str) -> bool:
    """Return whether a text has characters that XML cannot hold."""
    return _CONTROLS.search(text) is not None


def replace_controls(text: str) -> str:
    """Replace each control character with U+FFFD."""
    return _CONTROLS.sub("\ufffd", text)


def xml_content(text: str) -> str:
    """Escape a text as the content of an XML element."""
    return escape(replace_controls(text), {"\r": "&#13;"})


def xml_attribute(text: str) -> str:
    """Escape and quote a text as the value of an XML attribute; its line breaks are kept."""
    return quoteattr(replace_controls(text))


def reasons_for_article(document: Document, holds: Capabilities) -> Iterator[str]:
    """Yield the loss reasons for an article's text and title, keys of `annotator.formats.loss.REASONS`."""
    if "text" in holds.without_controls and has_controls(document.text):
        yield "controls"
    if "title" in holds.without_controls and has_controls(document.title):
        yield "title_controls"


def changes_note(span: Span, holds: Capabilities) -> bool:
    """Return whether control characters in a span's note will be replaced."""
    return "note" in holds.without_controls and has_controls(span.note)
