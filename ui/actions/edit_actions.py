"""Undo, selection, finding."""

from annotator.system.errors import QT_TRANSLATE_NOOP
from ui.actions.actions import ActionSpec, Menu, When, alike, in_menu

EDIT = in_menu(
    Menu.EDIT,
    alike(
        ActionSpec(
            "edit.undo",
            QT_TRANSLATE_NOOP("Actions", "&Undo"),
            "steps.undo",
            "Ctrl+Z",
            when=When.UNDO,
            icon="mdi6.undo",
        ),
        ActionSpec(
            "edit.redo",
            QT_TRANSLATE_NOOP("Actions", "&Redo"),
            "steps.redo",
            "Ctrl+Shift+Z Ctrl+Y",
            when=When.REDO,
            icon="mdi6.redo",
        ),
        repeats=True,
    ),
    alike(
        ActionSpec("edit.copy", QT_TRANSLATE_NOOP("Actions", "&Copy"), "view.copy", "Ctrl+C"),
        ActionSpec(
            "edit.select_sentence",
            QT_TRANSLATE_NOOP("Actions", "Select &Sentence"),
            "view.select_sentence",
            "Ctrl+L",
        ),
        ActionSpec(
            "edit.select_part",
            QT_TRANSLATE_NOOP("Actions", "Select Part of Word"),
            "view.select_word_part",
            "Ctrl+Shift+L",
        ),
        ActionSpec("edit.select_all", QT_TRANSLATE_NOOP("Actions", "Select &All"), "view.select_all", "Ctrl+A"),
        when=When.DOCUMENT,
        in_article=True,
    ),
    alike(
        ActionSpec("snapping.token", QT_TRANSLATE_NOOP("Actions", "Whole Words"), "snapping.choose", argument="token"),
        ActionSpec(
            "snapping.sentence",
            QT_TRANSLATE_NOOP("Actions", "Whole Sentences"),
            "snapping.choose",
            argument="sentence",
        ),
        ActionSpec(
            "snapping.character",
            QT_TRANSLATE_NOOP("Actions", "Single Characters"),
            "snapping.choose",
            argument="character",
        ),
        checkable=True,
        choice="snapping",
    ),
    (
        ActionSpec(
            "snapping.next",
            QT_TRANSLATE_NOOP("Actions", "Next Way to Select"),
            "snapping.choose_next",
            "F4",
            when=When.DOCUMENT,
        ),
    ),
    (
        ActionSpec(
            "edit.find",
            QT_TRANSLATE_NOOP("Actions", "&Find in Article…"),
            "finding.open",
            "Ctrl+F",
            when=When.DOCUMENT,
            icon="mdi6.magnify",
        ),
        ActionSpec(
            "occurrences.open",
            QT_TRANSLATE_NOOP("Actions", "All &Occurrences…"),
            "occurrences.open",
            "Ctrl+Shift+F",
            when=When.DOCUMENT,
        ),
        ActionSpec(
            "search.open",
            QT_TRANSLATE_NOOP("Actions", "Find in A&ll Articles…"),
            "search_field.find_in_texts",
            "F3",
            when=When.DOCUMENT,
            icon="mdi6.text-search",
        ),
        ActionSpec(
            "search.focus",
            QT_TRANSLATE_NOOP("Actions", "Search Articles"),
            "top_bar.focus_search",
            "Ctrl+Shift+K",
            when=When.PROJECT,
        ),
    ),
    (
        ActionSpec(
            "edit.palette",
            QT_TRANSLATE_NOOP("Actions", "Command &Palette…"),
            "dialogs.open_palette",
            "Ctrl+K",
        ),
        ActionSpec("edit.keys", QT_TRANSLATE_NOOP("Actions", "&Keys…"), "dialogs.edit_keys"),
    ),
)
