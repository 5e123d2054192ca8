"""The project as a whole: what all its articles have in common, and what is learnt from them."""

from annotator.system.errors import QT_TRANSLATE_NOOP
from ui.actions.actions import ActionSpec, Menu, When, alike, in_menu

PROJECT = in_menu(
    Menu.PROJECT,
    alike(
        ActionSpec(
            "suggestion.triage",
            QT_TRANSLATE_NOOP("Actions", "&Suggestions in the Project…"),
            "occurrences.open_triage",
            "Ctrl+Shift+T",
        ),
        ActionSpec(
            "occurrences.consistency",
            QT_TRANSLATE_NOOP("Actions", "&Names Not Treated Alike…"),
            "occurrences.open_consistency",
            "Ctrl+Shift+C",
        ),
        ActionSpec("project.rules", QT_TRANSLATE_NOOP("Actions", "La&bels to Look at Again…"), "windows.rules"),
        when=When.DOCUMENT,
    ),
    alike(
        ActionSpec(
            "project.board", QT_TRANSLATE_NOOP("Actions", "Wh&o Says What…"), "windows.show_board", "Ctrl+Shift+B"
        ),
        ActionSpec(
            "project.identities",
            QT_TRANSLATE_NOOP("Actions", "Who &Is Who…"),
            "windows.show_identities",
            "Ctrl+Shift+I",
        ),
        ActionSpec(
            "project.numbers", QT_TRANSLATE_NOOP("Actions", "N&umbers…"), "windows.show_numbers", "Ctrl+Shift+M"
        ),
        ActionSpec(
            "suggestion.sources", QT_TRANSLATE_NOOP("Actions", "Sou&rces of Suggestions…"), "windows.show_sources"
        ),
        ActionSpec(
            "project.page_rules",
            QT_TRANSLATE_NOOP("Actions", "Paragraphs Always E&xcluded…"),
            "windows.page_rules",
        ),
        when=When.PROJECT,
    ),
    alike(
        ActionSpec("model.learn", QT_TRANSLATE_NOOP("Actions", "Learn from &Finished Articles"), "learning.start"),
        ActionSpec("model.stop", QT_TRANSLATE_NOOP("Actions", "Sto&p Learning"), "learning.stop"),
        ActionSpec(
            "model.go_back", QT_TRANSLATE_NOOP("Actions", "Ta&ke Back What Was Learnt Last"), "learning.go_back"
        ),
        ActionSpec("model.train", QT_TRANSLATE_NOOP("Actions", "&Train and Judge a Model…"), "windows.train"),
        ActionSpec(
            "suggestion.restart", QT_TRANSLATE_NOOP("Actions", "Ask for Suggestions Ane&w"), "suggesting.restart"
        ),
        when=When.WRITABLE,
    ),
    (
        ActionSpec(
            "project.schema",
            QT_TRANSLATE_NOOP("Actions", "Schema: Labels and &Guidelines…"),
            "windows.edit_schema",
            "Ctrl+Shift+G",
            when=When.PROJECT,
        ),
        ActionSpec(
            "project.annotator",
            QT_TRANSLATE_NOOP("Actions", "&Annotator…"),
            "projects.choose_annotator",
            when=When.WRITABLE,
        ),
    ),
)
