"""Suggestions, labels, boundaries, claims."""

from annotator.errors import QT_TRANSLATE_NOOP
from ui.actions.actions import ActionSpec, Menu, When, alike, in_menu

LABEL = in_menu(
    Menu.LABEL,
    (
        ActionSpec(
            "suggestion.accept",
            QT_TRANSLATE_NOOP("Actions", "&Accept Suggestion"),
            "review.accept",
            "Return Enter",
            when=When.EDITABLE,
            in_article=True,
            repeats=True,
        ),
        ActionSpec(
            "suggestion.reject",
            QT_TRANSLATE_NOOP("Actions", "&Reject Suggestion"),
            "review.reject",
            "Backspace",
            when=When.EDITABLE,
            in_article=True,
            repeats=True,
        ),
        ActionSpec(
            "suggestion.next",
            QT_TRANSLATE_NOOP("Actions", "&Next Suggestion"),
            "review.go_next",
            "Tab",
            when=When.DOCUMENT,
            in_article=True,
            repeats=True,
        ),
        ActionSpec(
            "suggestion.previous",
            QT_TRANSLATE_NOOP("Actions", "&Previous Suggestion"),
            "review.go_previous",
            "Shift+Tab",
            when=When.DOCUMENT,
            in_article=True,
            repeats=True,
        ),
        ActionSpec(
            "suggestion.accept_visible",
            QT_TRANSLATE_NOOP("Actions", "Accept All in &Sight"),
            "review.accept_visible",
            "Shift+Return",
            when=When.EDITABLE,
            in_article=True,
        ),
        ActionSpec(
            "suggestion.restart",
            QT_TRANSLATE_NOOP("Actions", "Ask for Suggestions Ane&w"),
            "suggesting.restart",
            when=When.WRITABLE,
        ),
    ),
    alike(
        ActionSpec(
            "span.delete",
            QT_TRANSLATE_NOOP("Actions", "Re&move Label"),
            "labelling.remove",
            "Delete",
            when=When.EDITABLE,
        ),
        ActionSpec(
            "span.cycle",
            QT_TRANSLATE_NOOP("Actions", "Ne&xt of Overlapping Labels"),
            "view.cycle_active",
            "Space",
            when=When.DOCUMENT,
            repeats=True,
        ),
        ActionSpec(
            "span.next",
            QT_TRANSLATE_NOOP("Actions", "Next La&bel"),
            "view.next_span",
            "Alt+Down",
            when=When.DOCUMENT,
            repeats=True,
        ),
        ActionSpec(
            "span.previous",
            QT_TRANSLATE_NOOP("Actions", "Pre&vious Label"),
            "view.previous_span",
            "Alt+Up",
            when=When.DOCUMENT,
            repeats=True,
        ),
        in_article=True,
    ),
    alike(
        ActionSpec(
            "span.end_right",
            QT_TRANSLATE_NOOP("Actions", "End One Word Later"),
            "boundaries.move_end",
            "Alt+Right",
            argument="1",
        ),
        ActionSpec(
            "span.end_left",
            QT_TRANSLATE_NOOP("Actions", "End One Word Earlier"),
            "boundaries.move_end",
            "Alt+Left",
            argument="-1",
        ),
        ActionSpec(
            "span.start_right",
            QT_TRANSLATE_NOOP("Actions", "Start One Word Later"),
            "boundaries.move_start",
            "Alt+Shift+Right",
            argument="1",
        ),
        ActionSpec(
            "span.start_left",
            QT_TRANSLATE_NOOP("Actions", "Start One Word Earlier"),
            "boundaries.move_start",
            "Alt+Shift+Left",
            argument="-1",
        ),
        when=When.EDITABLE,
        in_article=True,
        repeats=True,
    ),
    alike(
        ActionSpec("span.add_part", QT_TRANSLATE_NOOP("Actions", "Add Words to Label"), "parts.add_words", "+"),
        ActionSpec("span.remove_part", QT_TRANSLATE_NOOP("Actions", "Take Part Away"), "parts.remove_words", "-"),
        ActionSpec(
            "span.part_of_word", QT_TRANSLATE_NOOP("Actions", "Part of Word, Derived, Whole"), "parts.change_form", "T"
        ),
        when=When.EDITABLE,
        in_article=True,
    ),
    (
        ActionSpec(
            "claim.card",
            QT_TRANSLATE_NOOP("Actions", "Claim &Card"),
            "labelling.open_card",
            "Shift+C",
            when=When.DOCUMENT,
            in_article=True,
        ),
    ),
)
