"""Messages for what cannot be done here, in one place so that all callers say the same."""

from PySide6.QtCore import QCoreApplication

from annotator.model.values import Span, Suggestion

translate = QCoreApplication.translate


def no_words() -> str:
    """Nothing is selected."""
    return translate("Refusals", "Select the words first.")


def no_label(row: Span | Suggestion | None) -> str:
    """The active row is no label: there is none, or it is a suggestion."""
    if isinstance(row, Suggestion):
        return translate("Refusals", "Accept the suggestion first.")
    return translate("Refusals", "Place the caret in a label first.")


def no_claim() -> str:
    """The caret is not in a claim."""
    return translate("Refusals", "Place the caret in a claim first.")


def other_layer() -> str:
    """The active row cannot get a label of that layer."""
    return translate("Refusals", "Select the words first: this label belongs to another layer.")


def replaces_nothing() -> str:
    """The open article is not a newer version of another."""
    return translate("Refusals", "This article does not replace another one.")


def nothing_left() -> str:
    """Everything was done already."""
    return translate("Refusals", "There is nothing left to do.")
