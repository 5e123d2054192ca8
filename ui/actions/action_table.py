"""All actions, by menu: what menus, shortcuts and Help → Keyboard are made of. Their words stand in a file a menu."""

from annotator.schema import Label, Schema, words
from ui.actions.actions import ActionSpec, Menu, When
from ui.actions.article_actions import ARTICLE
from ui.actions.edit_actions import EDIT
from ui.actions.file_actions import FILE
from ui.actions.help_actions import HELP
from ui.actions.label_actions import LABEL
from ui.actions.view_actions import VIEW
from ui.i18n import ui_language

ACTIONS: tuple[ActionSpec, ...] = (*FILE, *EDIT, *ARTICLE, *LABEL, *VIEW, *HELP)


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
