"""Labels and the ends of paragraphs: a name never goes over one, a claim may, which is said."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from annotator.model.values import CLAIMS, ENTITIES, Part

translate = QCoreApplication.translate


def refused(text: str, layer: str, parts: Iterable[Part]) -> str:
    """Say why words (code points, end exclusive) cannot be a name; nothing where they can, or are to be no name."""
    if layer != ENTITIES or not goes_over(text, parts):
        return ""
    return translate("Paragraphs", "A name ends with its paragraph. Select words of one; + adds words of another one.")


def remarked(text: str, layer: str, parts: Iterable[Part]) -> str:
    """Say that a claim goes over the end of a paragraph; nothing where it does not."""
    if layer != CLAIMS or not goes_over(text, parts):
        return ""
    return translate("Paragraphs", "The claim goes over the end of a paragraph.")


def goes_over(text: str, parts: Iterable[Part]) -> bool:
    """Tell whether a part goes over the end of a paragraph."""
    return any("\n" in text[start:end] for start, end in parts)
