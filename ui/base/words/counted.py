"""Texts with a number in them."""

from ui.base.i18n import number, translate


def counted(count: int, one: str, many: str, **others: object) -> str:
    """Return ``one`` if the count is 1, else ``many``, with {count} and the other values filled in."""
    return (one if count == 1 else many).format(count=number(count), **others)


def occurrences_text(count: int) -> str:
    """Return a number of occurrences with its noun, as in "3 occurrences"."""
    return counted(count, translate("Occurrences", "1 occurrence"), translate("Occurrences", "{count} occurrences"))


def in_articles(count: int) -> str:
    """Return the phrase "in 3 articles". It is translated as a whole, because other languages decline the noun."""
    return counted(count, translate("Occurrences", "in 1 article"), translate("Occurrences", "in {count} articles"))


def articles_words(count: int) -> str:
    """Return a number of articles with its noun, as in "3 articles"."""
    return counted(count, translate("Occurrences", "1 article"), translate("Occurrences", "{count} articles"))
