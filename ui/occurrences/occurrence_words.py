"""Texts of the drawer: the state of an occurrence, and what the main button does."""

from enum import Enum

from annotator.editing.inconsistencies import Inconsistency
from annotator.editing.occurrence_states import Hit, OccurrenceState, Purpose
from annotator.model.schema import Schema
from annotator.model.values import ENTITIES
from ui.base.i18n import number, translate
from ui.base.look.look import label_name
from ui.base.words.counted import articles_words, counted, occurrences_text


class Keep(Enum):
    """The user's choice about an occurrence; `NEVER` means that it cannot be chosen for the present purpose."""

    NEVER = 0
    DROPPED = 1
    KEPT = 2


def keep_words(state: Keep) -> str:
    """Return in words whether an occurrence is chosen, or "" if it cannot be chosen."""
    if state is Keep.NEVER:
        return ""
    return translate("Occurrences", "chosen") if state is Keep.KEPT else translate("Occurrences", "not chosen")


def standing_words(hit: Hit, schema: Schema, layer: str) -> str:
    """Return the state of an occurrence in words: its label, or the reason why it has none."""
    label = label_name(schema, layer, hit.label) if hit.label else ""
    if hit.standing is OccurrenceState.SUGGESTED:
        return translate("Occurrences", "{label} suggested").format(label=label)
    if hit.standing is OccurrenceState.OVERLAPPING:
        return translate("Occurrences", "inside {label}").format(label=label)
    if hit.standing is OccurrenceState.LONGER:
        return translate("Occurrences", "in a longer name")
    if hit.standing is OccurrenceState.REFUSED:
        return translate("Occurrences", "{label} rejected").format(label=label)
    if hit.standing is OccurrenceState.FURNITURE:
        return translate("Occurrences", "page furniture")
    return label


def purpose_words(purpose: Purpose) -> str:
    """Return the displayed name of a purpose."""
    if purpose is Purpose.LABEL:
        return translate("Occurrences", "Label")
    return translate("Occurrences", "Relabel") if purpose is Purpose.RELABEL else translate("Occurrences", "Remove")


def button_words(purpose: Purpose, label: str, count: int) -> str:
    """Return the text of the button that applies the purpose to ``count`` places; without a number for 0."""
    if purpose is Purpose.LABEL:
        none = translate("Occurrences", "Label Occurrences as {label}")
        one = translate("Occurrences", "Label 1 Occurrence as {label}")
        many = translate("Occurrences", "Label {count} Occurrences as {label}")
    elif purpose is Purpose.RELABEL:
        none = translate("Occurrences", "Relabel Occurrences as {label}")
        one = translate("Occurrences", "Relabel 1 Occurrence as {label}")
        many = translate("Occurrences", "Relabel {count} Occurrences as {label}")
    else:
        none = translate("Occurrences", "Remove the Label")
        one = translate("Occurrences", "Remove the Label from 1 Occurrence")
        many = translate("Occurrences", "Remove the Label from {count} Occurrences")
    return {0: none, 1: one}.get(count, many).format(count=number(count), label=label)


def bulk_words(purpose: Purpose, count: int) -> str:
    """Return the text of the button that labels or relabels ``count`` places; the label is chosen beside it."""
    if purpose is Purpose.LABEL:
        one, many = (
            translate("Occurrences", "Label 1 Occurrence"),
            translate("Occurrences", "Label {count} Occurrences"),
        )
    else:
        one = translate("Occurrences", "Relabel 1 Occurrence")
        many = translate("Occurrences", "Relabel {count} Occurrences")
    return counted(count, one, many)


def done_words(purpose: Purpose, places: int, articles: int) -> str:
    """Return the message shown after labels were set, changed or removed in this many places and articles."""
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
