"""All actions, by menu: the one place where their words and keys stand."""

from dataclasses import replace
from typing import Any

from annotator.errors import QT_TRANSLATE_NOOP
from annotator.schema import Label, Schema, words
from ui.actions.actions import ActionSpec, Menu, When
from ui.i18n import ui_language


def _menu(menu: Menu, *groups: tuple[ActionSpec, ...]) -> tuple[ActionSpec, ...]:
    return tuple(replace(spec, menu=menu, group=number) for number, group in enumerate(groups) for spec in group)


def _alike(*group: ActionSpec, **common: Any) -> tuple[ActionSpec, ...]:
    return tuple(replace(spec, **common) for spec in group)


ACTIONS: tuple[ActionSpec, ...] = (
    *_menu(
        Menu.FILE,
        (
            ActionSpec(
                "file.new", QT_TRANSLATE_NOOP("Actions", "&New Project…"), "projects.new", "Ctrl+N", icon="mdi6.plus"
            ),
            ActionSpec(
                "file.open",
                QT_TRANSLATE_NOOP("Actions", "&Open Project…"),
                "projects.open",
                "Ctrl+O",
                icon="mdi6.folder-outline",
            ),
            ActionSpec("file.sample", QT_TRANSLATE_NOOP("Actions", "Open the &Sample Project"), "projects.sample"),
        ),
        (
            ActionSpec(
                "file.import",
                QT_TRANSLATE_NOOP("Actions", "&Import Articles…"),
                "dialogs.import_articles",
                "Ctrl+I",
                when=When.WRITABLE,
                icon="mdi6.tray-arrow-down",
            ),
            ActionSpec(
                "file.paste",
                QT_TRANSLATE_NOOP("Actions", "&Paste Article…"),
                "dialogs.paste",
                "Ctrl+Shift+V",
                when=When.WRITABLE,
                icon="mdi6.content-paste",
            ),
            ActionSpec(
                "file.export",
                QT_TRANSLATE_NOOP("Actions", "&Export…"),
                "dialogs.export",
                "Ctrl+E",
                when=When.PROJECT,
                icon="mdi6.tray-arrow-up",
            ),
        ),
        (
            ActionSpec(
                "file.copy",
                QT_TRANSLATE_NOOP("Actions", "Save a &Copy…"),
                "projects.copy",
                "Ctrl+Shift+S",
                when=When.PROJECT,
            ),
            ActionSpec(
                "file.annotator",
                QT_TRANSLATE_NOOP("Actions", "&Annotator…"),
                "projects.choose_annotator",
                when=When.WRITABLE,
            ),
        ),
        (
            ActionSpec(
                "file.close",
                QT_TRANSLATE_NOOP("Actions", "C&lose Project"),
                "projects.close",
                "Ctrl+W",
                when=When.PROJECT,
            ),
            ActionSpec("file.quit", QT_TRANSLATE_NOOP("Actions", "&Quit"), "window.close", "Ctrl+Q"),
        ),
    ),
    *_menu(
        Menu.EDIT,
        _alike(
            ActionSpec(
                "edit.undo",
                QT_TRANSLATE_NOOP("Actions", "&Undo"),
                "labelling.undo",
                "Ctrl+Z",
                when=When.UNDO,
                icon="mdi6.undo",
            ),
            ActionSpec(
                "edit.redo",
                QT_TRANSLATE_NOOP("Actions", "&Redo"),
                "labelling.redo",
                "Ctrl+Shift+Z Ctrl+Y",
                when=When.REDO,
                icon="mdi6.redo",
            ),
            repeats=True,
        ),
        _alike(
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
    ),
    *_menu(
        Menu.ARTICLE,
        _alike(
            ActionSpec(
                "article.next",
                QT_TRANSLATE_NOOP("Actions", "&Next Article"),
                "articles.go_next",
                "Ctrl+Down",
                icon="mdi6.arrow-down",
            ),
            ActionSpec(
                "article.previous",
                QT_TRANSLATE_NOOP("Actions", "&Previous Article"),
                "articles.go_previous",
                "Ctrl+Up",
                icon="mdi6.arrow-up",
            ),
            when=When.PROJECT,
            repeats=True,
        ),
        _alike(
            ActionSpec(
                "article.done",
                QT_TRANSLATE_NOOP("Actions", "&Done, Go On"),
                "labelling.done",
                "Ctrl+Return Ctrl+Enter",
                icon="mdi6.check",
            ),
            ActionSpec(
                "article.skip", QT_TRANSLATE_NOOP("Actions", "&Skip, Go On"), "labelling.skip", "Ctrl+Shift+Return"
            ),
            ActionSpec("article.reopen", QT_TRANSLATE_NOOP("Actions", "&Open Again"), "labelling.reopen"),
            when=When.EDITABLE,
        ),
        _alike(
            ActionSpec(
                "article.exclude_paragraph",
                QT_TRANSLATE_NOOP("Actions", "E&xclude or Include Paragraph"),
                "furniture.exclude_paragraph",
                "X",
                in_article=True,
            ),
            ActionSpec(
                "article.exclude_proposed",
                QT_TRANSLATE_NOOP("Actions", "Exclude Page F&urniture"),
                "furniture.exclude_proposed",
                "Shift+X",
                in_article=True,
            ),
            ActionSpec("article.describe", QT_TRANSLATE_NOOP("Actions", "D&etails…"), "dialogs.describe", "F2"),
            when=When.EDITABLE,
        ),
        (
            ActionSpec(
                "article.delete",
                QT_TRANSLATE_NOOP("Actions", "De&lete Article…"),
                "dialogs.delete_document",
                when=When.EDITABLE,
                icon="mdi6.trash-can-outline",
            ),
        ),
    ),
    *_menu(
        Menu.LABEL,
        (
            ActionSpec(
                "suggestion.accept",
                QT_TRANSLATE_NOOP("Actions", "&Accept Suggestion"),
                "labelling.accept",
                "Return Enter",
                when=When.EDITABLE,
                in_article=True,
                repeats=True,
            ),
            ActionSpec(
                "suggestion.reject",
                QT_TRANSLATE_NOOP("Actions", "&Reject Suggestion"),
                "labelling.reject",
                "Backspace",
                when=When.EDITABLE,
                in_article=True,
                repeats=True,
            ),
            ActionSpec(
                "suggestion.next",
                QT_TRANSLATE_NOOP("Actions", "&Next Suggestion"),
                "labelling.next_suggestion",
                "Tab",
                when=When.DOCUMENT,
                in_article=True,
                repeats=True,
            ),
            ActionSpec(
                "suggestion.previous",
                QT_TRANSLATE_NOOP("Actions", "&Previous Suggestion"),
                "labelling.previous_suggestion",
                "Shift+Tab",
                when=When.DOCUMENT,
                in_article=True,
                repeats=True,
            ),
            ActionSpec(
                "suggestion.accept_visible",
                QT_TRANSLATE_NOOP("Actions", "Accept All in &Sight"),
                "labelling.accept_visible",
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
        _alike(
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
        _alike(
            ActionSpec(
                "span.end_right",
                QT_TRANSLATE_NOOP("Actions", "End One Word Later"),
                "labelling.move_end",
                "Alt+Right",
                argument="1",
            ),
            ActionSpec(
                "span.end_left",
                QT_TRANSLATE_NOOP("Actions", "End One Word Earlier"),
                "labelling.move_end",
                "Alt+Left",
                argument="-1",
            ),
            ActionSpec(
                "span.start_right",
                QT_TRANSLATE_NOOP("Actions", "Start One Word Later"),
                "labelling.move_start",
                "Alt+Shift+Right",
                argument="1",
            ),
            ActionSpec(
                "span.start_left",
                QT_TRANSLATE_NOOP("Actions", "Start One Word Earlier"),
                "labelling.move_start",
                "Alt+Shift+Left",
                argument="-1",
            ),
            when=When.EDITABLE,
            in_article=True,
            repeats=True,
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
    ),
    *_menu(
        Menu.VIEW,
        (
            ActionSpec(
                "view.zoom_in",
                QT_TRANSLATE_NOOP("Actions", "Zoom &In"),
                "appearance.zoom_in",
                "Ctrl++ Ctrl+=",
                repeats=True,
            ),
            ActionSpec(
                "view.zoom_out",
                QT_TRANSLATE_NOOP("Actions", "Zoom &Out"),
                "appearance.zoom_out",
                "Ctrl+-",
                repeats=True,
            ),
            ActionSpec(
                "view.zoom_reset", QT_TRANSLATE_NOOP("Actions", "Nor&mal Size"), "appearance.zoom_reset", "Ctrl+0"
            ),
        ),
        _alike(
            ActionSpec("view.clean", QT_TRANSLATE_NOOP("Actions", "&Clean Reading"), "appearance.set_clean", "F8"),
            ActionSpec(
                "view.hide_suggestions",
                QT_TRANSLATE_NOOP("Actions", "&Hide Suggestions"),
                "appearance.hide_suggestions",
                "F7",
            ),
            checkable=True,
        ),
        (
            ActionSpec(
                "view.articles",
                QT_TRANSLATE_NOOP("Actions", "&Articles"),
                "columns.show_left",
                "F9",
                checkable=True,
                when=When.PROJECT,
            ),
            ActionSpec(
                "view.panels",
                QT_TRANSLATE_NOOP("Actions", "&Labels and Suggestions"),
                "columns.show_right",
                "Shift+F9",
                checkable=True,
                when=When.PROJECT,
            ),
            ActionSpec(
                "view.next_pane",
                QT_TRANSLATE_NOOP("Actions", "&Next Pane"),
                "columns.focus_next",
                "F6",
                argument="1",
                when=When.PROJECT,
            ),
            ActionSpec(
                "view.previous_pane",
                QT_TRANSLATE_NOOP("Actions", "&Previous Pane"),
                "columns.focus_next",
                "Shift+F6",
                argument="-1",
                when=When.PROJECT,
            ),
            ActionSpec(
                "view.full_screen",
                QT_TRANSLATE_NOOP("Actions", "&Full Screen"),
                "window.set_full_screen",
                "F11",
                checkable=True,
            ),
        ),
        _alike(
            ActionSpec(
                "theme.system",
                QT_TRANSLATE_NOOP("Actions", "Colours of the System"),
                "appearance.choose_theme",
                argument="system",
            ),
            ActionSpec(
                "theme.light", QT_TRANSLATE_NOOP("Actions", "Light"), "appearance.choose_theme", argument="light"
            ),
            ActionSpec("theme.dark", QT_TRANSLATE_NOOP("Actions", "Dark"), "appearance.choose_theme", argument="dark"),
            checkable=True,
            choice="theme",
        ),
        _alike(
            ActionSpec("language.en", "English", "appearance.choose_language", argument="en"),
            ActionSpec("language.de", "Deutsch", "appearance.choose_language", argument="de"),
            checkable=True,
            choice="language",
        ),
    ),
    *_menu(
        Menu.HELP,
        (
            ActionSpec(
                "help.keyboard",
                QT_TRANSLATE_NOOP("Actions", "&Keyboard"),
                "dialogs.show_shortcuts",
                "F1 ?",
                icon="mdi6.keyboard-outline",
            ),
        ),
        (
            ActionSpec("help.log", QT_TRANSLATE_NOOP("Actions", "Open &Log Folder"), "dialogs.show_log"),
            ActionSpec("help.about", QT_TRANSLATE_NOOP("Actions", "&About"), "dialogs.show_about"),
        ),
    ),
)


def label_id(label: Label) -> str:
    """Give the id of the action that sets a label."""
    return f"label.{label.layer}.{label.id}"


def label_specs(schema: Schema) -> tuple[ActionSpec, ...]:
    """Give an action for each label that the schema offers. Keys that an action of the table has stay with it."""
    taken = {shortcut for spec in ACTIONS for shortcut in spec.shortcuts}
    return tuple(
        ActionSpec(
            id=label_id(label),
            text=words(label.name, ui_language()),
            slot="labelling.label",
            argument=f"{label.layer} {label.id}",
            menu=Menu.LABEL,
            keys=label.key.upper() if label.key and label.key.upper() not in taken else "",
            when=When.EDITABLE,
            in_article=True,
        )
        for label in schema.labels
        if label.active
    )
