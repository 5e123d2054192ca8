"""Counts of places and articles as text."""

from PySide6.QtCore import QCoreApplication

from ui.base.i18n import number

translate = QCoreApplication.translate


def places_words(count: int) -> str:
    """Return a count of places."""
    one, many = translate("Occurrences", "1 place"), translate("Occurrences", "{count} places")
    return one if count == 1 else many.format(count=number(count))


def in_articles(count: int) -> str:
    """Return in how many articles. It is a phrase of its own, as other languages decline the noun."""
    one, many = translate("Occurrences", "in 1 article"), translate("Occurrences", "in {count} articles")
    return one if count == 1 else many.format(count=number(count))


def articles_words(count: int) -> str:
    """Return a count of articles."""
    one, many = translate("Occurrences", "1 article"), translate("Occurrences", "{count} articles")
    return one if count == 1 else many.format(count=number(count))
