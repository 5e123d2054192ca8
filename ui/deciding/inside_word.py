"""The hint about a name that is only part of a word."""

from PySide6.QtCore import QCoreApplication

from annotator.model.compounds import word_around
from annotator.model.values import ENTITIES, Part, Span
from ui.bridge.opened import Opened
from ui.deciding.edit_names import shortened

translate = QCoreApplication.translate


def inside_word(span: Span, opened: Opened) -> str | None:
    """Return what exports do with a name inside a word; None for any other span."""
    around: Part | None = word_around(opened.tokens, span.parts)
    if around is None or span.layer != ENTITIES or opened.tokens.provisional:
        return None
    words = translate(
        "WordParts",
        "“{part}” is part of “{word}”. Token-based formats such as spaCy’s omit it unless the export widens it to the"
        " whole word or splits the word.",
    )
    text = opened.document.text
    return words.format(part=shortened(span.quote(text)), word=shortened(text[around[0] : around[1]]))
