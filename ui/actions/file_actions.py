"""Projects, and articles in and out."""

from annotator.system.errors import QT_TRANSLATE_NOOP
from ui.actions.actions import ActionSpec, Menu, When, in_menu

FILE = in_menu(
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
            "windows.export",
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
        ActionSpec("file.repair", QT_TRANSLATE_NOOP("Actions", "Rep&air a Project…"), "repairs.ask"),
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
)
