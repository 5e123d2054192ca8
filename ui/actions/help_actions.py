"""Help."""

from annotator.system.errors import QT_TRANSLATE_NOOP
from ui.actions.actions import ActionSpec, Menu, in_menu

HELP = in_menu(
    Menu.HELP,
    (
        ActionSpec(
            "help.keyboard",
            QT_TRANSLATE_NOOP("Actions", "&Keyboard"),
            "dialogs.show_shortcuts",
            "F1 ?",
            icon="mdi6.keyboard-outline",
        ),
        ActionSpec("help.file", QT_TRANSLATE_NOOP("Actions", "The &File for Others…"), "windows.show_queries"),
    ),
    (
        ActionSpec("help.log", QT_TRANSLATE_NOOP("Actions", "Open &Log Folder"), "dialogs.show_log"),
        ActionSpec("help.diagnostics", QT_TRANSLATE_NOOP("Actions", "&Diagnostics…"), "dialogs.show_diagnostics"),
        ActionSpec("help.about", QT_TRANSLATE_NOOP("Actions", "&About"), "dialogs.show_about"),
    ),
)
