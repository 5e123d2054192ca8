"""Texts with a number in them."""

from ui.base.i18n import number, translate


def occurrences_text(count: int) -> str:
    """Return a number of occurrences with its noun, as in "3 occurrences"."""
    one, many = translate("Occurrences", "1 occurrence"), translate("Occurrences", "{count} occurrences")
    return one if count == 1 else many.format(count=number(count))


def in_articles(count: int) -> str:
    """Return the phrase "in 3 articles". It is translated as a whole, because other languages decline the noun."""
    one, many = translate("Occurrences", "in 1 article"), translate("Occurrences", "in {count} articles")
    return one if count == 1 else many.format(count=number(count))


def articles_words(count: int) -> str:
    """Return a number of articles with its noun, as in "3 articles"."""
    one, many = translate("Occurrences", "1 article"), translate("Occurrences", "{count} articles")
    return one if count == 1 else many.format(count=number(count))
