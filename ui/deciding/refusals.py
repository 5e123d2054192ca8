"""What is said where something cannot be done here: each sentence once, whoever says it."""

from PySide6.QtCore import QCoreApplication

from annotator.model.values import Span, Suggestion

translate = QCoreApplication.translate


def no_words() -> str:
    """No words are selected."""
    return translate("Refusals", "Select the words first.")


def no_label(row: Span | Suggestion | None) -> str:
    """No label has the ring: nothing has it, or a suggestion."""
    if isinstance(row, Suggestion):
        return translate("Refusals", "Accept the suggestion first.")
    return translate("Refusals", "Place the caret in a label first.")


def no_claim() -> str:
    """The caret stands in no claim."""
    return translate("Refusals", "Place the caret in a claim first.")


def other_layer() -> str:
    """What has the ring can get no label of that layer."""
    return translate("Refusals", "Select the words first: this label is of another layer.")


def replaces_nothing() -> str:
    """The open article is no newer version of another."""
    return translate("Refusals", "This article replaces no other one.")


def nothing_left() -> str:
    """All was done already."""
    return translate("Refusals", "There was nothing left to do.")
