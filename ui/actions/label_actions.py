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
            "suggestion.accept_sure",
            QT_TRANSLATE_NOOP("Actions", "Accept S&ure Ones in Sight"),
            "review.accept_sure",
            "Alt+Return",
            when=When.EDITABLE,
        ),
    ),
    alike(
        ActionSpec("span.pick", QT_TRANSLATE_NOOP("Actions", "Choose a &Label…"), "asking.pick_label", "L"),
        ActionSpec("span.repeat", QT_TRANSLATE_NOOP("Actions", "Last Label A&gain"), "labelling.repeat", "R"),
        ActionSpec("span.delete", QT_TRANSLATE_NOOP("Actions", "Re&move Label"), "labelling.remove", "Delete"),
        ActionSpec("span.join", QT_TRANSLATE_NOOP("Actions", "&Join Labels"), "shapes.join", "J"),
        ActionSpec("span.split", QT_TRANSLATE_NOOP("Actions", "Spli&t Label Here"), "shapes.split", "Shift+J"),
        ActionSpec("span.note", QT_TRANSLATE_NOOP("Actions", "Not&e…"), "asking.write_note", "N"),
        ActionSpec("span.doubt", QT_TRANSLATE_NOOP("Actions", "&Doubt"), "labelling.doubt", "D"),
        when=When.EDITABLE,
        in_article=True,
    ),
    alike(
        ActionSpec(
            "span.cycle", QT_TRANSLATE_NOOP("Actions", "Ne&xt of Overlapping Labels"), "view.cycle_active", "Space"
        ),
        ActionSpec("span.next", QT_TRANSLATE_NOOP("Actions", "Next La&bel"), "view.next_span", "Alt+Down"),
        ActionSpec("span.previous", QT_TRANSLATE_NOOP("Actions", "Pre&vious Label"), "view.previous_span", "Alt+Up"),
        when=When.DOCUMENT,
        in_article=True,
        repeats=True,
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
        ActionSpec(
            "span.end_longer",
            QT_TRANSLATE_NOOP("Actions", "End One Character Later"),
            "boundaries.stretch_end",
            "Alt+.",
            argument="1",
        ),
        ActionSpec(
            "span.end_shorter",
            QT_TRANSLATE_NOOP("Actions", "End One Character Earlier"),
            "boundaries.stretch_end",
            "Alt+,",
            argument="-1",
        ),
        ActionSpec(
            "span.start_shorter",
            QT_TRANSLATE_NOOP("Actions", "Start One Character Later"),
            "boundaries.stretch_start",
            "Alt+Shift+.",
            argument="1",
        ),
        ActionSpec(
            "span.start_longer",
            QT_TRANSLATE_NOOP("Actions", "Start One Character Earlier"),
            "boundaries.stretch_start",
            "Alt+Shift+,",
            argument="-1",
        ),
        when=When.EDITABLE,
        in_article=True,
        repeats=True,
        submenu="boundaries",
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
