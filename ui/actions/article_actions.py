"""The open article."""

from annotator.system.errors import QT_TRANSLATE_NOOP
from ui.actions.actions import ActionSpec, Menu, When, alike, in_menu

ARTICLE = in_menu(
    Menu.ARTICLE,
    alike(
        ActionSpec(
            "article.next",
            QT_TRANSLATE_NOOP("Actions", "&Next Article"),
            "articles.go_next",
            "Ctrl+PgDown",
            icon="mdi6.arrow-down",
        ),
        ActionSpec(
            "article.previous",
            QT_TRANSLATE_NOOP("Actions", "&Previous Article"),
            "articles.go_previous",
            "Ctrl+PgUp",
            icon="mdi6.arrow-up",
        ),
        ActionSpec(
            "article.first_open",
            QT_TRANSLATE_NOOP("Actions", "&First Open Article"),
            "articles.go_first_open",
            "Alt+Home",
        ),
        when=When.PROJECT,
        repeats=True,
    ),
    alike(
        ActionSpec(
            "article.done",
            QT_TRANSLATE_NOOP("Actions", "&Done, Go On"),
            "steps.done",
            "Ctrl+Return Ctrl+Enter",
            icon="mdi6.check",
        ),
        ActionSpec("article.skip", QT_TRANSLATE_NOOP("Actions", "&Skip, Go On"), "steps.skip", "Ctrl+Shift+Return"),
        ActionSpec(
            "article.skip_because", QT_TRANSLATE_NOOP("Actions", "Skip with a Reason…"), "organising.skip_because"
        ),
        ActionSpec("article.reopen", QT_TRANSLATE_NOOP("Actions", "&Open Again"), "steps.reopen", "Ctrl+R"),
        when=When.EDITABLE,
    ),
    alike(
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
        ActionSpec(
            "article.exclude_always",
            QT_TRANSLATE_NOOP("Actions", "Always Exclude Paragraphs Like This…"),
            "page_rules.exclude_always",
            "Ctrl+Shift+X",
            in_article=True,
        ),
        ActionSpec(
            "sentence.see",
            QT_TRANSLATE_NOOP("Actions", "Sentence &Read, Go On"),
            "sentences.see",
            "E",
            in_article=True,
        ),
        ActionSpec(
            "sentence.unsee",
            QT_TRANSLATE_NOOP("Actions", "Sentence Not Read, Go &Back"),
            "sentences.unsee",
            "Shift+E",
            in_article=True,
        ),
        when=When.EDITABLE,
    ),
    alike(
        ActionSpec("article.describe", QT_TRANSLATE_NOOP("Actions", "D&etails…"), "dialogs.describe", "F2"),
        ActionSpec(
            "article.note",
            QT_TRANSLATE_NOOP("Actions", "Note on the Article…"),
            "asking.write_article_note",
            "Ctrl+Shift+N",
        ),
        ActionSpec(
            "article.label",
            QT_TRANSLATE_NOOP("Actions", "Label the Article…"),
            "article_labels.choose",
            "Shift+T",
            in_article=True,
        ),
        ActionSpec("article.batch", QT_TRANSLATE_NOOP("Actions", "Batch…"), "organising.choose_batch"),
        ActionSpec(
            "article.sooner", QT_TRANSLATE_NOOP("Actions", "Higher Priority"), "organising.look_sooner", "Alt+Shift+Up"
        ),
        ActionSpec(
            "article.later", QT_TRANSLATE_NOOP("Actions", "Lower Priority"), "organising.look_later", "Alt+Shift+Down"
        ),
        when=When.EDITABLE,
    ),
    alike(
        ActionSpec("article.replaces", QT_TRANSLATE_NOOP("Actions", "This Replaces…"), "versions.choose_replaced"),
        ActionSpec(
            "article.accept_same",
            QT_TRANSLATE_NOOP("Actions", "Accept Labels Whose Words Are the Same"),
            "versions.accept_same",
            "Ctrl+Shift+A",
        ),
        ActionSpec(
            "article.versions", QT_TRANSLATE_NOOP("Actions", "Labels of the Old Version…"), "windows.show_versions"
        ),
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
)
