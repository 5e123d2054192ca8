"""What is seen, and how."""

from annotator.system.errors import QT_TRANSLATE_NOOP
from ui.actions.actions import ActionSpec, Menu, When, alike, in_menu

VIEW = in_menu(
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
        ActionSpec("view.zoom_reset", QT_TRANSLATE_NOOP("Actions", "Nor&mal Size"), "appearance.zoom_reset", "Ctrl+0"),
    ),
    alike(
        ActionSpec("view.clean", QT_TRANSLATE_NOOP("Actions", "&Clean Reading"), "appearance.set_clean", "F8"),
        ActionSpec(
            "view.hide_suggestions",
            QT_TRANSLATE_NOOP("Actions", "&Hide Suggestions"),
            "appearance.hide_suggestions",
            "F7",
        ),
        ActionSpec("view.names", QT_TRANSLATE_NOOP("Actions", "Names of La&bels"), "appearance.show_names", "Shift+F8"),
        ActionSpec(
            "view.cards",
            QT_TRANSLATE_NOOP("Actions", "Cards of Claims beside the Te&xt"),
            "appearance.show_cards",
            "Shift+F7",
        ),
        ActionSpec(
            "view.worth", QT_TRANSLATE_NOOP("Actions", "Mar&ks at Sentences Worth Checking"), "appearance.show_worth"
        ),
        ActionSpec(
            "view.patterns", QT_TRANSLATE_NOOP("Actions", "Patte&rns Besides Colours"), "appearance.use_patterns"
        ),
        checkable=True,
    ),
    alike(
        *(
            ActionSpec(f"worth.{share}", text, "worth.choose_share", argument=str(share))
            for share, text in (
                (10, QT_TRANSLATE_NOOP("Actions", "Worth Checking: the First 10 %")),
                (15, QT_TRANSLATE_NOOP("Actions", "Worth Checking: the First 15 %")),
                (20, QT_TRANSLATE_NOOP("Actions", "Worth Checking: the First 20 %")),
                (25, QT_TRANSLATE_NOOP("Actions", "Worth Checking: the First 25 %")),
                (30, QT_TRANSLATE_NOOP("Actions", "Worth Checking: the First 30 %")),
                (40, QT_TRANSLATE_NOOP("Actions", "Worth Checking: the First 40 %")),
                (50, QT_TRANSLATE_NOOP("Actions", "Worth Checking: the First 50 %")),
            )
        ),
        checkable=True,
        choice="worth",
        when=When.WRITABLE,
    ),
    alike(
        ActionSpec(
            "face.serif", QT_TRANSLATE_NOOP("Actions", "With Serifs"), "appearance.choose_face", argument="serif"
        ),
        ActionSpec(
            "face.sans", QT_TRANSLATE_NOOP("Actions", "Without Serifs"), "appearance.choose_face", argument="sans"
        ),
        ActionSpec(
            "face.system", QT_TRANSLATE_NOOP("Actions", "Of the System"), "appearance.choose_face", argument="system"
        ),
        checkable=True,
        choice="face",
    ),
    alike(
        ActionSpec(
            "leading.usual", QT_TRANSLATE_NOOP("Actions", "Usual Height"), "appearance.choose_leading", argument="usual"
        ),
        ActionSpec(
            "leading.higher", QT_TRANSLATE_NOOP("Actions", "Higher"), "appearance.choose_leading", argument="higher"
        ),
        ActionSpec(
            "leading.highest", QT_TRANSLATE_NOOP("Actions", "Highest"), "appearance.choose_leading", argument="highest"
        ),
        checkable=True,
        choice="leading",
    ),
    alike(
        ActionSpec(
            "measure.narrow", QT_TRANSLATE_NOOP("Actions", "Narrow"), "appearance.choose_measure", argument="narrow"
        ),
        ActionSpec(
            "measure.usual", QT_TRANSLATE_NOOP("Actions", "Usual Width"), "appearance.choose_measure", argument="usual"
        ),
        ActionSpec("measure.wide", QT_TRANSLATE_NOOP("Actions", "Wide"), "appearance.choose_measure", argument="wide"),
        checkable=True,
        choice="measure",
    ),
    alike(
        ActionSpec(
            "left.articles",
            QT_TRANSLATE_NOOP("Actions", "List of Article&s"),
            "left.show_page",
            "Alt+1",
            argument="articles",
        ),
        ActionSpec(
            "left.rows", QT_TRANSLATE_NOOP("Actions", "In This Article"), "left.show_page", "Alt+2", argument="rows"
        ),
        ActionSpec(
            "left.history", QT_TRANSLATE_NOOP("Actions", "History"), "left.show_page", "Alt+3", argument="history"
        ),
        ActionSpec("left.claims", QT_TRANSLATE_NOOP("Actions", "Claims of the Article"), "left.show_claims", "Alt+4"),
        when=When.PROJECT,
    ),
    (
        ActionSpec(
            "view.articles",
            QT_TRANSLATE_NOOP("Actions", "&Left Panel"),
            "columns.show_left",
            "F9",
            checkable=True,
            when=When.PROJECT,
        ),
        ActionSpec(
            "view.panels",
            QT_TRANSLATE_NOOP("Actions", "Right P&anel"),
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
    alike(
        ActionSpec(
            "theme.system",
            QT_TRANSLATE_NOOP("Actions", "Colours of the System"),
            "appearance.choose_theme",
            argument="system",
        ),
        ActionSpec("theme.light", QT_TRANSLATE_NOOP("Actions", "Light"), "appearance.choose_theme", argument="light"),
        ActionSpec("theme.dark", QT_TRANSLATE_NOOP("Actions", "Dark"), "appearance.choose_theme", argument="dark"),
        checkable=True,
        choice="theme",
    ),
    alike(
        ActionSpec("language.en", "English", "appearance.choose_language", argument="en"),
        ActionSpec("language.de", "Deutsch", "appearance.choose_language", argument="de"),
        checkable=True,
        choice="language",
    ),
)
