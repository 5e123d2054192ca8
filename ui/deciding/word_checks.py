"""Checks of the words that are to get a label: reasons to refuse it, and warnings."""

from collections.abc import Iterable

from annotator.model.compounds import word_around
from annotator.model.values import CLAIMS, ENTITIES, Part, Span
from annotator.text.sentences import keeps_stop
from annotator.text.tokens import trim
from ui.base.i18n import translate
from ui.bridge.opened import Opened
from ui.deciding.edit_names import shortened


def refused(text: str, layer: str, parts: Iterable[Part]) -> str:
    """Return why a name cannot have these parts (code points, end exclusive), else "".

    Other layers may have any parts.
    """
    if layer != ENTITIES or not goes_over(text, parts):
        return ""
    return translate(
        "Paragraphs", "A name cannot cross a paragraph break. Select words in one paragraph; + adds words from another."
    )


def remarked(text: str, layer: str, parts: Iterable[Part]) -> str:
    """Return a warning if a claim crosses the end of a paragraph, else ""."""
    if layer != CLAIMS or not goes_over(text, parts):
        return ""
    return translate("Paragraphs", "The claim crosses the end of a paragraph.")


def goes_over(text: str, parts: Iterable[Part]) -> bool:
    """Return whether a part crosses the end of a paragraph."""
    return any("\n" in text[start:end] for start, end in parts)


def without_full_stop(text: str, start: int, end: int) -> Part:
    """Return a claim's words without the full stop at their end, as in suggested claims; "Co." keeps its own."""
    if text[end - 1] != "." or keeps_stop(text[start:end]):
        return start, end
    low, high = trim(text, start, end - 1)
    return (low, high) if low < high else (start, end)


_PAIRS = ("„“", "„”", "“”", "‚‘", "‘’", "»«", "«»", "›‹", "‹›", "()", "[]", '""')


def without_lone_quotes(text: str, start: int, end: int, *, at_end: bool) -> Part:
    """Return words without a quotation mark or bracket at their end, or their start, whose other half is outside."""
    while end - start > 1:
        there, inner = (text[end - 1], text[start : end - 1]) if at_end else (text[start], text[start + 1 : end])
        others = {pair[0] if at_end else pair[1] for pair in _PAIRS if pair[at_end] == there}
        if not others or others & set(inner):
            break
        start, end = trim(text, *((start, end - 1) if at_end else (start + 1, end)))
    return start, end


def inside_word(span: Span, opened: Opened) -> str | None:
    """Return a remark on what exports do with a name inside a word; None for any other span."""
    around = word_around(opened.tokens, span.parts) if span.layer == ENTITIES else None
    if around is None or opened.tokens.provisional:
        return None
    words = translate(
        "WordParts",
        "“{part}” is part of “{word}”. Token-based formats such as spaCy’s omit it unless the export widens it to the"
        " whole word or splits the word.",
    )
    text = opened.document.text
    return words.format(part=shortened(span.quote(text)), word=shortened(text[around[0] : around[1]]))
