"""All actions, by menu: the one place where their words and keys stand."""

from dataclasses import replace

from PySide6.QtCore import QT_TRANSLATE_NOOP as _T

from annotator.schema import Label, Schema, words
from ui.actions import ActionSpec, Menu, When
from ui.i18n import ui_language


def _menu(menu: Menu, *groups: tuple[ActionSpec, ...]) -> tuple[ActionSpec, ...]:
    return tuple(replace(spec, menu=menu, group=number) for number, group in enumerate(groups) for spec in group)


ACTIONS: tuple[ActionSpec, ...] = (
    *_menu(
        Menu.FILE,
        (
            ActionSpec("file.new", _T("Actions", "&New Project…"), "projects.new", "Ctrl+N", icon="mdi6.plus"),
            ActionSpec(
                "file.open", _T("Actions", "&Open Project…"), "projects.open", "Ctrl+O", icon="mdi6.folder-outline"
            ),
            ActionSpec("file.sample", _T("Actions", "Open the &Sample Project"), "projects.sample"),
        ),
        (
            ActionSpec(
                "file.import",
                _T("Actions", "&Import Articles…"),
                "projects.import_articles",
                "Ctrl+I",
                when=When.WRITABLE,
                icon="mdi6.tray-arrow-down",
            ),
            ActionSpec(
                "file.paste",
                _T("Actions", "&Paste Article…"),
                "projects.paste",
                "Ctrl+Shift+V",
                when=When.WRITABLE,
                icon="mdi6.content-paste",
            ),
            ActionSpec(
                "file.export",
                _T("Actions", "&Export…"),
                "projects.export",
                "Ctrl+E",
                when=When.PROJECT,
                icon="mdi6.tray-arrow-up",
            ),
        ),
        (
            ActionSpec("file.copy", _T("Actions", "Save a &Copy…"), "projects.copy", "Ctrl+Shift+S", when=When.PROJECT),
            ActionSpec("file.annotator", _T("Actions", "&Annotator…"), "projects.choose_annotator", when=When.WRITABLE),
        ),
        (
            ActionSpec("file.close", _T("Actions", "C&lose Project"), "projects.close", "Ctrl+W", when=When.PROJECT),
            ActionSpec("file.quit", _T("Actions", "&Quit"), "window.close", "Ctrl+Q"),
        ),
    ),
    *_menu(
        Menu.EDIT,
        (
            ActionSpec(
                "edit.undo",
                _T("Actions", "&Undo"),
                "labelling.undo",
                "Ctrl+Z",
                when=When.UNDO,
                icon="mdi6.undo",
                repeats=True,
            ),
            ActionSpec(
                "edit.redo",
                _T("Actions", "&Redo"),
                "labelling.redo",
                "Ctrl+Shift+Z Ctrl+Y",
                when=When.REDO,
                icon="mdi6.redo",
                repeats=True,
            ),
        ),
        (
            ActionSpec("edit.copy", _T("Actions", "&Copy"), "view.copy", "Ctrl+C", when=When.DOCUMENT, in_article=True),
            ActionSpec(
                "edit.select_sentence",
                _T("Actions", "Select &Sentence"),
                "view.select_sentence",
                "Ctrl+L",
                when=When.DOCUMENT,
                in_article=True,
            ),
            ActionSpec(
                "edit.select_all",
                _T("Actions", "Select &All"),
                "view.select_all",
                "Ctrl+A",
                when=When.DOCUMENT,
                in_article=True,
            ),
        ),
        (
            ActionSpec(
                "edit.find",
                _T("Actions", "&Find in Article…"),
                "finding.open",
                "Ctrl+F",
                when=When.DOCUMENT,
                icon="mdi6.magnify",
            ),
            ActionSpec(
                "search.focus", _T("Actions", "Search Articles"), "window.focus_search", "Ctrl+K", when=When.PROJECT
            ),
        ),
    ),
    *_menu(
        Menu.ARTICLE,
        (
            ActionSpec(
                "article.next",
                _T("Actions", "&Next Article"),
                "articles.go_next",
                "Ctrl+Down",
                when=When.PROJECT,
                icon="mdi6.arrow-down",
                repeats=True,
            ),
            ActionSpec(
                "article.previous",
                _T("Actions", "&Previous Article"),
                "articles.go_previous",
                "Ctrl+Up",
                when=When.PROJECT,
                icon="mdi6.arrow-up",
                repeats=True,
            ),
        ),
        (
            ActionSpec(
                "article.done",
                _T("Actions", "&Done, Go On"),
                "labelling.done",
                "Ctrl+Return Ctrl+Enter",
                when=When.EDITABLE,
                icon="mdi6.check",
            ),
            ActionSpec(
                "article.skip", _T("Actions", "&Skip, Go On"), "labelling.skip", "Ctrl+Shift+Return", when=When.EDITABLE
            ),
            ActionSpec("article.reopen", _T("Actions", "&Open Again"), "labelling.reopen", when=When.EDITABLE),
        ),
        (
            ActionSpec(
                "article.exclude_paragraph",
                _T("Actions", "E&xclude or Include Paragraph"),
                "labelling.exclude_paragraph",
                "X",
                when=When.EDITABLE,
                in_article=True,
            ),
            ActionSpec("article.describe", _T("Actions", "D&etails…"), "projects.describe", "F2", when=When.EDITABLE),
        ),
        (
            ActionSpec(
                "article.delete",
                _T("Actions", "De&lete Article…"),
                "projects.delete_document",
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
                _T("Actions", "&Accept Suggestion"),
                "labelling.accept",
                "Return Enter",
                when=When.EDITABLE,
                in_article=True,
                repeats=True,
            ),
            ActionSpec(
                "suggestion.reject",
                _T("Actions", "&Reject Suggestion"),
                "labelling.reject",
                "Backspace",
                when=When.EDITABLE,
                in_article=True,
                repeats=True,
            ),
            ActionSpec(
                "suggestion.next",
                _T("Actions", "&Next Suggestion"),
                "labelling.next_suggestion",
                "Tab",
                when=When.DOCUMENT,
                in_article=True,
                repeats=True,
            ),
            ActionSpec(
                "suggestion.previous",
                _T("Actions", "&Previous Suggestion"),
                "labelling.previous_suggestion",
                "Shift+Tab",
                when=When.DOCUMENT,
                in_article=True,
                repeats=True,
            ),
            ActionSpec(
                "suggestion.accept_visible",
                _T("Actions", "Accept All in &Sight"),
                "labelling.accept_visible",
                "Shift+Return",
                when=When.EDITABLE,
                in_article=True,
            ),
            ActionSpec(
                "suggestion.restart",
                _T("Actions", "Ask for Suggestions Ane&w"),
                "suggesting.restart",
                when=When.WRITABLE,
            ),
        ),
        (
            ActionSpec(
                "span.delete",
                _T("Actions", "Re&move Label"),
                "labelling.remove",
                "Delete",
                when=When.EDITABLE,
                in_article=True,
            ),
            ActionSpec(
                "span.cycle",
                _T("Actions", "Ne&xt of Overlapping Labels"),
                "view.cycle_active",
                "Space",
                when=When.DOCUMENT,
                in_article=True,
                repeats=True,
            ),
            ActionSpec(
                "span.next",
                _T("Actions", "Next La&bel"),
                "view.next_span",
                "Alt+Down",
                when=When.DOCUMENT,
                in_article=True,
                repeats=True,
            ),
            ActionSpec(
                "span.previous",
                _T("Actions", "Pre&vious Label"),
                "view.previous_span",
                "Alt+Up",
                when=When.DOCUMENT,
                in_article=True,
                repeats=True,
            ),
        ),
        (
            ActionSpec(
                "span.end_right",
                _T("Actions", "End One Word Later"),
                "labelling.move_end",
                "Alt+Right",
                argument="1",
                when=When.EDITABLE,
                in_article=True,
                repeats=True,
            ),
            ActionSpec(
                "span.end_left",
                _T("Actions", "End One Word Earlier"),
                "labelling.move_end",
                "Alt+Left",
                argument="-1",
                when=When.EDITABLE,
                in_article=True,
                repeats=True,
            ),
            ActionSpec(
                "span.start_right",
                _T("Actions", "Start One Word Later"),
                "labelling.move_start",
                "Alt+Shift+Right",
                argument="1",
                when=When.EDITABLE,
                in_article=True,
                repeats=True,
            ),
            ActionSpec(
                "span.start_left",
                _T("Actions", "Start One Word Earlier"),
                "labelling.move_start",
                "Alt+Shift+Left",
                argument="-1",
                when=When.EDITABLE,
                in_article=True,
                repeats=True,
            ),
        ),
        (
            ActionSpec(
                "claim.card",
                _T("Actions", "Claim &Card"),
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
            ActionSpec("view.zoom_in", _T("Actions", "Zoom &In"), "appearance.zoom_in", "Ctrl++ Ctrl+=", repeats=True),
            ActionSpec("view.zoom_out", _T("Actions", "Zoom &Out"), "appearance.zoom_out", "Ctrl+-", repeats=True),
            ActionSpec("view.zoom_reset", _T("Actions", "Normal &Size"), "appearance.zoom_reset", "Ctrl+0"),
        ),
        (
            ActionSpec("view.clean", _T("Actions", "&Clean Reading"), "appearance.set_clean", "F8", checkable=True),
            ActionSpec(
                "view.hide_suggestions",
                _T("Actions", "&Hide Suggestions"),
                "appearance.hide_suggestions",
                "F7",
                checkable=True,
            ),
        ),
        (
            ActionSpec(
                "view.articles",
                _T("Actions", "&Articles"),
                "columns.show_left",
                "F9",
                checkable=True,
                when=When.PROJECT,
            ),
            ActionSpec(
                "view.panels",
                _T("Actions", "&Labels and Suggestions"),
                "columns.show_right",
                "Shift+F9",
                checkable=True,
                when=When.PROJECT,
            ),
            ActionSpec(
                "view.next_pane",
                _T("Actions", "&Next Pane"),
                "columns.focus_next",
                "F6",
                argument="1",
                when=When.PROJECT,
            ),
            ActionSpec(
                "view.previous_pane",
                _T("Actions", "&Previous Pane"),
                "columns.focus_next",
                "Shift+F6",
                argument="-1",
                when=When.PROJECT,
            ),
            ActionSpec(
                "view.full_screen", _T("Actions", "&Full Screen"), "window.set_full_screen", "F11", checkable=True
            ),
        ),
        (
            ActionSpec(
                "theme.system",
                _T("Actions", "Colours of the System"),
                "appearance.choose_theme",
                argument="system",
                checkable=True,
                choice="theme",
            ),
            ActionSpec(
                "theme.light",
                _T("Actions", "Light"),
                "appearance.choose_theme",
                argument="light",
                checkable=True,
                choice="theme",
            ),
            ActionSpec(
                "theme.dark",
                _T("Actions", "Dark"),
                "appearance.choose_theme",
                argument="dark",
                checkable=True,
                choice="theme",
            ),
        ),
        (
            ActionSpec(
                "language.en", "English", "appearance.choose_language", argument="en", checkable=True, choice="language"
            ),
            ActionSpec(
                "language.de", "Deutsch", "appearance.choose_language", argument="de", checkable=True, choice="language"
            ),
        ),
    ),
    *_menu(
        Menu.HELP,
        (
            ActionSpec(
                "help.keyboard",
                _T("Actions", "&Keyboard"),
                "projects.show_shortcuts",
                "F1 ?",
                icon="mdi6.keyboard-outline",
            ),
        ),
        (
            ActionSpec("help.log", _T("Actions", "Open &Log Folder"), "projects.show_log"),
            ActionSpec("help.about", _T("Actions", "&About"), "projects.show_about"),
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
