"""Names of claimants, topics and stances in the window's language."""

from PySide6.QtCore import QCoreApplication

from annotator.jobs.board import Claimant, Kind, Stances, Topic
from annotator.model.schema import Schema, words
from ui.base.i18n import number, ui_language

translate = QCoreApplication.translate


def claimant_name(claimant: Claimant) -> str:
    """Return the heading of a row."""
    if claimant.kind is Kind.UNNAMED and claimant.name:
        return translate("Board", "{words} (unnamed)").format(words=claimant.name)
    nameless = {
        Kind.AUTHOR: translate("Board", "The article itself"),
        Kind.UNNAMED: translate("Board", "Somebody unnamed"),
        Kind.OPEN: translate("Board", "Claimant not set"),
    }
    return nameless.get(claimant.kind) or claimant.name


def topic_name(topic: Topic) -> str:
    """Return the heading of a column."""
    return topic.name or translate("Board", "No topic")


def stance_names() -> Stances:
    """Return the names of the stances, in the order of `Stances`."""
    return Stances(*(translate("Board", "affirm"), translate("Board", "refute"), translate("Board", "unclear")))  # type: ignore[arg-type]


def signed(stances: Stances) -> tuple[tuple[int, str], ...]:
    """Return (index in `Stances`, signed number) of each stance that occurs: the sign works without colour."""
    signs = ("+", "−", "?")
    return tuple(
        (at, f"{sign}{number(count)}") for at, (sign, count) in enumerate(zip(signs, stances, strict=True)) if count
    )


def spoken(stances: Stances) -> str:
    """Return how many claims have which stance."""
    pattern = translate("Board", "{affirm} affirm, {refute} refute, {unclear} unclear")
    return pattern.format(
        affirm=number(stances.affirms), refute=number(stances.refutes), unclear=number(stances.unclear)
    )


def value_name(schema: Schema, attribute: str, value: str | None) -> str:
    """Return the name of a claim attribute's value."""
    known = schema.attribute("claims", attribute)
    found = next((each for each in known.values if each.id == value), None) if known is not None else None
    return (words(found.name, ui_language()) or found.id) if found is not None else value or ""
