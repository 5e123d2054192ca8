"""The messages that say why a key cannot act."""

from annotator.model.values import Span, Suggestion
from ui.base.i18n import translate


def no_words() -> str:
    """Return the message shown if nothing is selected."""
    return translate("Refusals", "Select the words first.")


def no_paragraph() -> str:
    """Return the message shown if the caret is between paragraphs."""
    return translate("Refusals", "Place the caret in a paragraph first.")


def title_above() -> str:
    """Return the message shown if words of a title that is not in the text are clicked."""
    return translate(
        "Refusals",
        "This title is not in the text. To label it, import the article with its title as the first paragraph.",
    )


def no_label(row: Span | Suggestion | None) -> str:
    """Return the message shown if no label is active: the active row is a suggestion, or there is no active row."""
    if isinstance(row, Suggestion):
        return translate("Refusals", "Accept the suggestion first.")
    return translate("Refusals", "Place the caret in a label first.")


def no_suggestion(row: Span | None) -> str:
    """Return the message shown if a label is active or nothing is, but no suggestion."""
    if row is not None:
        return translate("Refusals", "This is a label, not a suggestion: Label → Remove Label takes it away.")
    return translate("Refusals", "Place the caret in a suggestion first.")


def no_claim() -> str:
    """Return the message shown if the caret is not in a claim."""
    return translate("Refusals", "Place the caret in a claim first.")


def other_layer() -> str:
    """Return the message shown if the active row cannot get a label of that layer."""
    return translate("Refusals", "A label of another layer cannot replace this one. To add it, select the words first.")


def replaces_nothing() -> str:
    """Return the message shown if the open article is not a newer version of another one."""
    return translate("Refusals", "This article does not replace another one.")


def nothing_left() -> str:
    """Return the message shown if everything is already done."""
    return translate("Refusals", "There is nothing left to do.")
