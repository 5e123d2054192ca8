"""Checks of paragraph ends: a name cannot cross one, a claim can, with a warning."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from annotator.model.values import CLAIMS, ENTITIES, Part

translate = QCoreApplication.translate


def refused(text: str, layer: str, parts: Iterable[Part]) -> str:
    """Return why parts (code points, end exclusive) cannot be a name, or "" if they can or are no name."""
    if layer != ENTITIES or not goes_over(text, parts):
        return ""
    return translate("Paragraphs", "A name cannot cross paragraphs. Select words of one; + adds words of another.")


def remarked(text: str, layer: str, parts: Iterable[Part]) -> str:
    """Return a warning if a claim crosses the end of a paragraph, else ""."""
    if layer != CLAIMS or not goes_over(text, parts):
        return ""
    return translate("Paragraphs", "The claim crosses the end of a paragraph.")


def goes_over(text: str, parts: Iterable[Part]) -> bool:
    """Return whether a part crosses the end of a paragraph."""
    return any("\n" in text[start:end] for start, end in parts)
