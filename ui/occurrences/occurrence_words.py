"""Texts of the drawer: an occurrence's state, and the button's action."""

from enum import Enum

from annotator.editing.inconsistencies import Inconsistency
from annotator.editing.occurrence_states import Hit, Purpose, Standing
from annotator.model.schema import Schema
from annotator.model.values import ENTITIES
from ui.base.i18n import number, translate
from ui.base.look.look import label_name
from ui.base.words.counted import articles_words, occurrences_text


class Keep(Enum):
    """The choice for an occurrence; `NEVER` means that it is decided and cannot be chosen."""

    NEVER = 0
    DROPPED = 1
    KEPT = 2


def keep_words(state: Keep) -> str:
    """Return the text for a row's choice."""
    if state is Keep.NEVER:
        return ""
    return translate("Occurrences", "chosen") if state is Keep.KEPT else translate("Occurrences", "not chosen")


def standing_words(hit: Hit, schema: Schema, layer: str) -> str:
    """Return the text for an occurrence's state: its label, or the reason for none."""
    label = label_name(schema, layer, hit.label) if hit.label else ""
    if hit.standing is Standing.SUGGESTED:
        return translate("Occurrences", "{label} suggested").format(label=label)
    if hit.standing is Standing.OVERLAPPING:
        return translate("Occurrences", "inside {label}").format(label=label)
    if hit.standing is Standing.LONGER:
        return translate("Occurrences", "in a longer name")
    if hit.standing is Standing.REFUSED:
        return translate("Occurrences", "{label} rejected").format(label=label)
    if hit.standing is Standing.FURNITURE:
        return translate("Occurrences", "page furniture")
    return label


def purpose_words(purpose: Purpose) -> str:
    """Return a purpose's name."""
    if purpose is Purpose.LABEL:
        return translate("Occurrences", "Label")
    return translate("Occurrences", "Relabel") if purpose is Purpose.RELABEL else translate("Occurrences", "Remove")


def button_words(purpose: Purpose, label: str, count: int) -> str:
    """Return the text of the button that applies the purpose to ``count`` places."""
    if purpose is Purpose.LABEL:
        one = translate("Occurrences", "Label 1 occurrence as {label}")
        many = translate("Occurrences", "Label {count} occurrences as {label}")
    elif purpose is Purpose.RELABEL:
        one = translate("Occurrences", "Relabel 1 occurrence as {label}")
        many = translate("Occurrences", "Relabel {count} occurrences as {label}")
    else:
        one = translate("Occurrences", "Remove the label from 1 occurrence")
        many = translate("Occurrences", "Remove the label from {count} occurrences")
    return (one if count == 1 else many).format(count=number(count), label=label)


def done_words(purpose: Purpose, places: int, articles: int) -> str:
    """Return the message after a purpose was applied."""
    patterns = {
        Purpose.LABEL: translate("Occurrences", "Labelled: {places}, {articles}."),
        Purpose.RELABEL: translate("Occurrences", "Relabelled: {places}, {articles}."),
        Purpose.REMOVE: translate("Occurrences", "Label removed: {places}, {articles}."),
    }
    return patterns[purpose].format(places=occurrences_text(places), articles=articles_words(articles))


def tally_words(found: Inconsistency, schema: Schema) -> str:
    """Return how often a name has each label, and how often no label."""
    counts = [f"{label_name(schema, ENTITIES, label)} {number(count)}" for label, count in found.labels]
    if found.left_out:
        counts.append(translate("Occurrences", "unlabelled {count}").format(count=number(found.left_out)))
    return " · ".join(counts)
