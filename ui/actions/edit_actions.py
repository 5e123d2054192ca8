"""Undo, selection, finding."""

from annotator.errors import QT_TRANSLATE_NOOP
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
        ActionSpec("edit.select_all", QT_TRANSLATE_NOOP("Actions", "Select &All"), "view.select_all", "Ctrl+A"),
        when=When.DOCUMENT,
        in_article=True,
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
            "search.focus",
            QT_TRANSLATE_NOOP("Actions", "Search Articles"),
            "window.focus_search",
            "Ctrl+K",
            when=When.PROJECT,
        ),
    ),
)
