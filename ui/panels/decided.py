"""Progress in an article: the share of its suggestions that are decided, and who reviewed and adjudicated it."""

from typing import TYPE_CHECKING

from ui.base.i18n import date, number, translate

if TYPE_CHECKING:
    from annotator.store.queries.talk import ArticleProgress


def share_of(decided: int, pending: int, *, done: bool) -> float | None:
    """Return the share of an article's suggestions that are decided, 0 to 1; None if there were no suggestions.

    In an article that is done, the share is 1.
    """
    if done:
        return 1.0
    total = decided + pending
    return decided / total if total else None


def share_words(decided: int, pending: int, *, done: bool) -> str:
    """Return the text for the share, rounded down: "{share}% decided", or "Done"; "" if there were no suggestions."""
    if done:
        return translate("Decided", "Done")
    share = share_of(decided, pending, done=done)
    return "" if share is None else translate("Decided", "{share}% decided").format(share=number(int(100 * share)))


def share_in_short(decided: int, pending: int, *, done: bool) -> str:
    """Return the share as "{share}%", for narrow windows; "" if `share_words` is short itself."""
    share = share_of(decided, pending, done=done)
    if done or share is None:
        return ""
    return translate("Decided", "{share}%").format(share=number(int(100 * share)))


def count_words(decided: int, pending: int) -> str:
    """Return the text for how many of the suggestions are decided."""
    total = decided + pending
    if not total:
        return translate("Decided", "No suggestions")
    if total == 1:
        return translate("Decided", "{count} of 1 suggestion decided").format(count=number(decided))
    text = translate("Decided", "{count} of {total} suggestions decided")
    return text.format(count=number(decided), total=number(total))


def team_words(standing: "ArticleProgress") -> list[str]:
    """Return a line for each person who reviewed or adjudicated an article, with the date."""
    reviewed = translate("ArticleList", "Reviewed by {name}, {date}")
    found = [reviewed.format(name=step.annotator, date=date(step.when)) for step in standing.reviewed]
    if (step := standing.adjudicated) is not None:
        adjudicated = translate("ArticleList", "Adjudicated by {name}, {date}")
        found.append(adjudicated.format(name=step.annotator, date=date(step.when)))
    return found
